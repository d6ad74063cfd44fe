"""The kinds of values a configuration holds: each function takes what TOML gave and returns it checked.

A value that does not fit raises `Wrong`, whose message id says what is expected.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from handover.config.zone import zone_named
from handover.errors import UsageError
from handover.i18n import LANGUAGES, N_
from handover.model import Address, Severity

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
GERMAN_DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z")
ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\Z")


class Wrong(ValueError):
    """A value does not fit; *text* (an English message id, with places for *values*) says what is expected."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


class Named(NamedTuple):
    """A pair ``ADDRESS=VALUE``; *value* is ``""`` where none was given."""

    address: str
    value: str


def text(value: object) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise Wrong(N_("a text in quotation marks is expected"))
    return value.strip()


def flag(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise Wrong(N_("true or false is expected"))
    return value


def hours(value: object) -> float:
    """Take a number of hours above zero."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10_000:
        raise Wrong(N_("a number of hours above zero is expected"))
    return float(value)


def days(value: object) -> int:
    """Take a whole number of days above zero."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 100_000:
        raise Wrong(N_("a whole number of days above zero is expected"))
    return value


def clock(value: object) -> time:
    """Take a time of day."""
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    match = _CLOCK.match(value) if isinstance(value, str) else None
    if match is None:
        raise Wrong(N_('a time of day such as "08:00" is expected'))
    return time(int(match[1]), int(match[2]))


def weekdays(value: object) -> frozenset[int]:
    """Take a list of days of the week, in English or German, short or long."""
    found = set()
    for word in texts(value):
        short = word[:2].casefold()
        if short not in DAYS + GERMAN_DAYS:
            raise Wrong(N_('days such as ["Mo", "Tu", "We"] are expected'))
        found.add(DAYS.index(short) if short in DAYS else GERMAN_DAYS.index(short))
    return frozenset(found)


def texts(value: object) -> tuple[str, ...]:
    """Take a text or a list of texts."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
        raise Wrong(N_("a text or a list of texts is expected"))
    return tuple(item.strip() for item in items if item.strip())


def address(value: object) -> Address:
    """Take one address, with or without its name."""
    written = text(value)
    name, bracket, rest = written.rpartition("<")
    found = rest.rstrip("> ") if bracket else written
    if not ADDRESS.match(found):
        raise Wrong(N_('an address such as "anna@wir.example" is expected'))
    return Address(name.strip().strip('"'), found.lower())


def addresses(value: object) -> tuple[Address, ...]:
    """Take one address or a list of them."""
    return tuple(address(item) for item in texts(value))


def bare_addresses(value: object) -> tuple[str, ...]:
    """Take addresses and forget their names."""
    return tuple(found.address for found in addresses(value))


def addresses_or_domains(value: object) -> tuple[str, ...]:
    """Take addresses and whole domains (``wir.example`` or ``@wir.example``)."""
    found = []
    for item in texts(value):
        if "@" in item.lstrip("@"):
            found.append(address(item).address)
        elif "." in item and " " not in item:
            found.append(item.lstrip("@").lower())
        else:
            raise Wrong(N_('addresses or domains such as "wir.example" are expected'))
    return tuple(found)


def pairs(value: object) -> tuple[Named, ...]:
    """Take ``ADDRESS`` or ``ADDRESS=VALUE``, once or as a list."""
    found = []
    for item in texts(value):
        who, _, rest = item.partition("=")
        found.append(Named(address(who).address, rest.strip()))
    return tuple(found)


def argv(value: object) -> tuple[str, ...]:
    """Take a command: a list of arguments, or one text that is split as a shell would, without a shell."""
    if not isinstance(value, str):
        words = texts(value)
    else:
        try:
            words = tuple(shlex.split(value))
        except ValueError as error:
            raise Wrong(N_("a command with matching quotation marks is expected")) from error
    if not words:
        raise Wrong(N_("a command is expected"))
    return (os.path.expanduser(words[0]), *words[1:])


def path(value: object) -> Path:
    """Take the path of a file; ``~`` is the home folder."""
    if isinstance(value, Path):
        return value
    return Path(text(value)).expanduser()


def zone(value: object) -> ZoneInfo:
    """Take the name of a time zone."""
    try:
        return zone_named(text(value))
    except UsageError as error:
        raise Wrong(N_('a time zone such as "Europe/Berlin" is expected')) from error


def region(value: object) -> str:
    """Take a country or part of one; which are known is seen when holidays are first asked for."""
    found = text(value).upper().replace("_", "-")
    if not re.fullmatch(r"([A-Z]{2}(-[A-Z0-9]{1,3})?)?", found):
        raise Wrong(N_('a region such as "DE-BY", "AT" or "CH-ZH" is expected'))
    return found


def language(value: object) -> str:
    """Take one of the languages that we speak."""
    return one_of(*LANGUAGES)(value)


def severity(value: object) -> Severity:
    """Take the name of a severity."""
    return Severity[one_of("info", "amber", "red")(value).upper()]


def one_of(*words: str) -> Callable[[object], str]:
    """Return a reader that takes one of *words*."""

    def read(value: object) -> str:
        if value not in words:
            raise Wrong(N_("one of these is expected: {words}"), words=", ".join(words))
        return str(value)

    return read


def table(value: object) -> dict[str, Any]:
    """Take a table as it is."""
    if not isinstance(value, dict):
        raise Wrong(N_("a table is expected"))
    return value
