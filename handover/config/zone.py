"""The time zone of this machine, and names of zones as people write them in a configuration."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from handover.errors import UsageError

LOCALTIME = Path("/etc/localtime")


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
    """Return the zone of the system and where that is written: ``TZ``, the clock's file, or UTC."""
    for name, origin in ((os.environ.get("TZ", "").lstrip(":"), "TZ"), (_linked_name(), str(LOCALTIME))):
        if name:
            try:
                return ZoneInfo(name), origin
            except (KeyError, ValueError, OSError):
                continue
    return ZoneInfo("UTC"), "default"


def _linked_name() -> str:
    try:
        target = os.path.realpath(LOCALTIME)
    except OSError:
        return ""
    return target.partition("/zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
