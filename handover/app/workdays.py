"""Public holidays are remembered in the store: to learn those of one country, `holidays` loads all countries.

They are asked for again when that package has changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder

from handover import worktime
from handover.store import Store

NAME = "holidays"
MAX_YEARS = 64
"""So many years of a region are kept; forged dates may ask for any."""


@contextmanager
def remembered(store: Store, *, keep: bool) -> Iterator[None]:
    """Know the public holidays of earlier runs, and with *keep* add those of this one."""
    package = _package()
    before = json.loads(store.meta(NAME) or "{}")
    known: worktime.Holidays = before.get("known", {}) if before.get("package") == package else {}
    worktime.recall(known)
    yield
    learned = worktime.recalled()
    if keep and learned.keys() - known.keys():
        newest = dict(list(learned.items())[-MAX_YEARS:])
        store.set_meta(NAME, json.dumps({"package": package, "known": newest}, ensure_ascii=False))


def _package() -> str:
    """Return where the installed `holidays` lies and when it was put there, without loading it."""
    spec = PathFinder.find_spec("holidays")
    if spec is None or spec.origin is None:
        return ""
    return f"{spec.origin} {os.stat(spec.origin).st_mtime_ns}"
