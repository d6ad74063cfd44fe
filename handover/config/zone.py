"""The time zone of this machine, and names of zones as people write them in a configuration."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from handover.errors import UsageError

LOCALTIME = Path("/etc/localtime")
TIMEZONE = Path("/etc/timezone")


def zone_named(name: str) -> ZoneInfo:
    """Return the zone *name* of the IANA database; `UsageError` when there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UsageError(
            "unknown-zone",
            "The time zone “{zone}” is not known.",
            hint="Use a name such as Europe/Berlin.",
            zone=name,
        ) from error


def system_zone() -> tuple[ZoneInfo, str]:
    """Return the zone of the system and where that is written: ``TZ``, the clock's file, Debian's, or UTC."""
    for find, origin in ((_variable, "TZ"), (_link, str(LOCALTIME)), (_file, str(TIMEZONE))):
        try:
            if name := find():
                return ZoneInfo(name), origin
        except (KeyError, ValueError, OSError):
            continue
    return ZoneInfo("UTC"), "default"


def _variable() -> str:
    return os.environ.get("TZ", "").lstrip(":")


def _link() -> str:
    target = os.path.realpath(LOCALTIME)
    return target.partition("/zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")


def _file() -> str:
    return TIMEZONE.read_text(encoding="ascii", errors="replace")[:100].strip()
