"""The text/calendar part of a mail as an answer or invitation: METHOD, UID, PARTSTAT, summary, times.

A line parser for the first event only; calendars as sources are read elsewhere. Times with an unknown zone
are taken as UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from handover.model import CalendarReply
from handover.parse.charset import one_line

MAX_LINES = 3000
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$")
_ZONE = re.compile(r"^[A-Za-z]{2,20}(?:/[A-Za-z_+-]{1,30}){0,2}$")
_WINDOWS_ZONES = {
    "W. Europe Standard Time": "Europe/Berlin", "Central Europe Standard Time": "Europe/Budapest",
    "Romance Standard Time": "Europe/Paris", "GMT Standard Time": "Europe/London",
    "Eastern Standard Time": "America/New_York", "Pacific Standard Time": "America/Los_Angeles",
}  # fmt: skip


def read_calendar(text: str, sender: str) -> CalendarReply | None:
    """Return what the calendar *text* says; the PARTSTAT is that of *sender*, else of the only attendee."""
    lines = _unfolded(text)
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines[:20]):
        return None
    method = ""
    values: dict[str, tuple[str, str]] = {}
    attendees: list[tuple[str, str]] = []
    inside: list[str] = []
    for line in lines:
        name, parameters, value = _property(line)
        if name == "BEGIN":
            inside.append(value.upper())
            if inside[-1] in {"VEVENT", "VTODO"} and "UID" in values:
                break
        elif name == "END":
            if inside:
                inside.pop()
        elif name == "METHOD" and len(inside) == 1:
            method = value.upper()[:20]
        elif inside[-1:] in (["VEVENT"], ["VTODO"]):
            if name == "ATTENDEE" and len(attendees) < 500:
                attendees.append((value.lower().removeprefix("mailto:"), _parameter(parameters, "PARTSTAT")))
            else:
                values.setdefault(name, (parameters, value))
    return CalendarReply(
        method=method,
        uid=one_line(values.get("UID", ("", ""))[1], 500),
        partstat=_partstat(attendees, sender),
        summary=one_line(_unescaped(values.get("SUMMARY", ("", ""))[1]), 300),
        start=_moment(values.get("DTSTART")),
        end=_moment(values.get("DTEND")),
    )


def _unfolded(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n", MAX_LINES)[:MAX_LINES]:
        if line[:1] in {" ", "\t"} and lines:
            if len(lines[-1]) < 4000:
                lines[-1] += line[1:]
        else:
            lines.append(line[:4000])
    return lines


def _property(line: str) -> tuple[str, str, str]:
    quoted = False
    for index, c in enumerate(line[:1000]):
        if c == '"':
            quoted = not quoted
        elif c == ":" and not quoted:
            name, _, parameters = line[:index].partition(";")
            return name.strip().upper(), parameters, line[index + 1 :].strip()
    return "", "", ""


def _parameter(parameters: str, name: str) -> str:
    for piece in parameters.split(";"):
        key, _, value = piece.partition("=")
        if key.strip().upper() == name:
            return value.strip(' "').upper()[:30] if name == "PARTSTAT" else value.strip(' "')[:100]
    return ""


def _partstat(attendees: list[tuple[str, str]], sender: str) -> str:
    for address, partstat in attendees:
        if address == sender:
            return partstat
    return attendees[0][1] if len(attendees) == 1 else ""


def _unescaped(text: str) -> str:
    return (
        text.replace("\\n", " ")
        .replace("\\N", " ")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\\\", "\\")
    )


def _moment(found: tuple[str, str] | None) -> datetime | None:
    if not found or not (match := _STAMP.match(found[1])):
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    zone: ZoneInfo | None = None
    name = _parameter(found[0], "TZID")
    name = _WINDOWS_ZONES.get(name, name)
    if not utc and _ZONE.match(name):
        from zoneinfo import ZoneInfo

        try:
            zone = ZoneInfo(name)
        except (OSError, ValueError, KeyError):
            zone = None
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            min(int(second or 0), 59),
            tzinfo=zone or UTC,
        )
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
