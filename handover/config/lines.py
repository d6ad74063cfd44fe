"""On which line of a TOML file a key stands; `tomllib` does not tell.

Good for pointing at mistakes: it follows table headers and keys at the start of a line. Keys inside inline
tables and texts over several lines are found by the line of what holds them.
"""

from __future__ import annotations

import re
from collections import Counter

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]#]+)\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-.\"' ]{1,200}?)\s*=")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line (from 1) of each key path of the TOML document *text*; arrays of tables count from 0."""
    found: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    here: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            here = _section(_parts(header[2]), header[1] == "[[", counts)
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault((*here, *_parts(key[1])), number)
    return found


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """Return the line of *path*, or of the nearest thing that holds it; 0 when nothing is known."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def _section(parts: Path, is_array: bool, counts: Counter[Path]) -> Path:
    """Resolve a header against the arrays opened so far: ``owner.account`` lies in the last ``[[owner]]``."""
    here: Path = ()
    for position, part in enumerate(parts):
        here = (*here, part)
        if is_array and position == len(parts) - 1:
            counts[here] += 1
            return (*here, counts[here] - 1)
        if counts[here]:
            here = (*here, counts[here] - 1)
    return here


def _parts(dotted: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
