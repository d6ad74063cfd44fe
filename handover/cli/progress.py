"""Progress of long work: one line on standard error that a person sees and cron does not."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from handover.render.output import one_line

if TYPE_CHECKING:
    from handover.config.settings import Progress

FIRST_AFTER = 0.4
EVERY = 0.1
COLUMNS = 78


def progress() -> Progress:
    """Return what shows progress where standard error is a terminal, else silence."""
    if sys.stderr is None or not sys.stderr.isatty():
        from handover.config.settings import silent

        return silent
    return _line


def clear() -> None:
    """Take the line away, before anything else is printed."""
    _line.clear()


class ProgressLine:
    """Rewrites one line, at most ten times a second, and clears it when the work is done."""

    def __init__(self) -> None:
        self.next = monotonic() + FIRST_AFTER
        self.shown = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that *done* of *total* (0 = unknown) of *what* is read; ``done == total`` ends the line."""
        if total and done >= total:
            self.clear()
        elif monotonic() >= self.next:
            from handover.render.width import cut

            self.next = monotonic() + EVERY
            share = f"{done * 100 // total:3d} % " if total else ""
            self.write(cut(one_line(f"{share}{what} {done}{f'/{total}' if total else ''}"), COLUMNS))

    def clear(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r" + " " * self.shown + "\r")
            sys.stderr.flush()
            self.shown = 0

    def write(self, text: str) -> None:
        from handover.render.width import width

        sys.stderr.write("\r" + text + " " * max(self.shown - width(text), 0))
        sys.stderr.flush()
        self.shown = width(text)


_line = ProgressLine()
