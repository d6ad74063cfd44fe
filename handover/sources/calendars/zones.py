"""Which time zone a calendar means by a TZID.

A known name wins over the calendar's own definition, since definitions are often old or wrong; a name that
nobody knows ("Customized Time Zone") is taken from its VTIMEZONE, and guessed where there is none. Names never
become paths: only names of a plain form reach zoneinfo. A name that means nothing makes a time floating, and
that is said.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from handover.sources.calendars.component import Component
from handover.sources.calendars.values import text_of, unquoted
from handover.sources.calendars.vtimezone import zone_of_rules
from handover.sources.calendars.zone_names import CITIES, NAMES

MAX_ZONES = 200
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{0,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}$")
_NUMBERED = re.compile(r"\s\d{1,2}$")
_FARTHEST = timedelta(hours=15)
_OFFSET = re.compile(r"\(?(?:UTC|GMT|Z)?\s?([+-])\s?(\d{1,2})(?:[:.]?(\d\d))?(?!\d)\)?", re.IGNORECASE)


class Zones:
    """The time zones of one file: those it defines, those everybody knows, and the owner's for floating times.

    *years* are those of which events are wanted: rules of a home-made zone are followed in them.
    """

    def __init__(self, home: ZoneInfo, years: range) -> None:
        self.home = home
        self._years = years
        self._defined: dict[str, Component] = {}
        self._found: dict[str, tzinfo | None] = {"": home, "UTC": UTC}

    def define(self, component: Component) -> None:
        """Take a VTIMEZONE; the first one of a name counts."""
        name = next((text_of(rest, 200) for key, rest in component.lines if key == "TZID"), "")
        if name and len(self._defined) < MAX_ZONES:
            self._defined.setdefault(name, component)

    def find(self, name: str) -> tzinfo | None:
        """Return the zone of a TZID, the owner's for ``""``, or None where the name means nothing."""
        if name not in self._found:
            if len(self._found) > MAX_ZONES:
                return None
            self._found[name] = self._look(name)
        return self._found[name]

    def _look(self, name: str) -> tzinfo | None:
        if zone := named_zone(name):
            return zone
        component = self._defined.get(name)
        lines = component.lines if component else []
        for key, rest in lines:
            if key in ("X-LIC-LOCATION", "TZID-ALIAS-OF") and (zone := named_zone(text_of(rest, 200))):
                return zone
        return zone_of_rules(lines, self._years) or guessed_zone(name)


@lru_cache(maxsize=512)
def named_zone(name: str) -> tzinfo | None:
    """Return the zone that a name means by itself, in the ways that calendar programs write one."""
    plain, lowered = _forms(name)
    return (
        _iana(plain)
        or _iana(NAMES.get(lowered, ""))
        or _microsoft(plain)
        or (_last_parts(plain) if "/" in plain else None)
        or _by_city(lowered)
        or _by_offset(lowered)
    )


def guessed_zone(name: str) -> tzinfo | None:
    """Return the zone of a name in wrong letters, of a mere city, or of the offset that a name begins with."""
    lowered = _forms(name)[1]
    if zone := _iana(_known().get(lowered, "") or _city(lowered)):
        return zone
    match = _OFFSET.match(lowered)
    return timezone(_delta(match)) if match and abs(_delta(match)) <= _FARTHEST else None


def _forms(name: str) -> tuple[str, str]:
    plain = _NUMBERED.sub("", unquoted(name).strip("/ "))
    return plain, " ".join(plain.lower().split()).removeprefix("(utc) ")


def _iana(name: str) -> tzinfo | None:
    if name.upper() in ("UTC", "ETC/UTC"):
        return UTC
    if not _NAME.match(name) or name in ("posixrules", "localtime", "Factory"):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _microsoft(name: str) -> tzinfo | None:
    if "standard time" not in name.lower() and "daylight time" not in name.lower() and name[:4] != "UTC-":
        return None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return _iana(WINDOWS_TO_OLSON.get(name.replace("Daylight Time", "Standard Time"), ""))


def _last_parts(name: str) -> tzinfo | None:
    """Read names with a maker's prefix: ``/mozilla.org/20050126_1/Europe/Berlin``."""
    parts = name.split("/")[-3:]
    for start in range(len(parts) - 1):
        if zone := _iana("/".join(parts[start:])):
            return zone
    return None


def _by_city(name: str) -> tzinfo | None:
    """Read Outlook's display names, whose offset must agree with the city's."""
    offset = _OFFSET.match(name)
    if not offset:
        return None
    for piece in name[offset.end() :].replace(";", ",").split(",")[:12]:
        zone = _iana(_city(piece.strip()))
        if zone is not None and _standard_offset(zone) == _delta(offset):
            return zone
    return None


def _city(name: str) -> str:
    """Return the zone of a city by its lower-case name, ``""`` where it is none."""
    for city, zone in CITIES.items():
        if name.startswith(city) and not name[len(city) : len(city) + 1].isalpha():
            return zone
    return _known().get("/" + name.replace(" ", "_"), "")


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Return IANA's names by lower-case name and by ``/city``."""
    names = sorted(name for name in available_timezones() if _NAME.match(name) and "/" in name)
    cities = {"/" + name.rpartition("/")[2].lower(): name for name in names if not name.startswith("Etc/")}
    return cities | {name.lower(): name for name in names}


def _by_offset(name: str) -> tzinfo | None:
    """Read a bare offset, ``UTC+01:00`` or Outlook's old ``GMT +0100 (Standard) / GMT +0200 (Daylight)``."""
    match = _OFFSET.match(name)
    if not match or abs(_delta(match)) > _FARTHEST:
        return None
    if "standard" in name and "daylight" in name:
        return {1: _iana("Europe/Berlin"), 0: _iana("Europe/London"), 2: _iana("Europe/Athens")}.get(
            int(_delta(match).total_seconds() // 3600)
        )
    return timezone(_delta(match)) if match.end() == len(name) else None


def _delta(offset: re.Match[str]) -> timedelta:
    size = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return -size if offset[1] == "-" else size


def _standard_offset(zone: tzinfo) -> timedelta | None:
    offsets = [datetime(2026, month, 15, tzinfo=zone).utcoffset() for month in (1, 7)]
    return min(offset for offset in offsets if offset is not None)
