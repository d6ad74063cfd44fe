"""What a run by cron or a timer needs: a start that is not everybody's, and somebody who notices when it stays away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from random import SystemRandom
from typing import Any

import click

from handover.cli.asking import is_watched
from handover.cli.program import option
from handover.errors import HandoverError
from handover.i18n import N_

MOST_MINUTES = 720
GOOD = (0, 1)
"""Exit codes of a run that did its work; 1 tells of findings."""

pause: Callable[[float], None] = time.sleep


def jitter_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare ``--jitter``; the wait comes before anything is read, the clock included."""

    @wraps(function)
    def waited(jitter: float, **values: Any) -> Any:
        wait(jitter)
        return function(**values)

    text = N_("Wait at random up to so many minutes before the start, where no person watches.")
    kind = click.FloatRange(0, MOST_MINUTES)
    declared: Callable[..., Any] = option("--jitter", metavar="MINUTES", type=kind, default=0, help=text)(waited)
    return declared


def wait(minutes: float) -> None:
    """Wait for a random part of *minutes*; nobody at a terminal is kept waiting."""
    if minutes > 0 and not is_watched():
        pause(SystemRandom().uniform(0, minutes * 60))


@contextmanager
def told_to(url: str) -> Iterator[None]:
    """Ask for *url* when the block ends, in the form for failures where it failed; nothing without one.

    An interruption by hand is told to nobody. What goes wrong with it is a note on standard error and changes nothing.
    """
    code = 70
    try:
        yield
        code = 0
    except click.exceptions.Exit as end:
        code = end.exit_code
        raise
    except HandoverError as error:
        code = error.exit_code
        raise
    except KeyboardInterrupt:
        url = ""
        raise
    finally:
        if url:
            _tell(url, failed=code not in GOOD)


def _tell(url: str, *, failed: bool) -> None:
    from handover.cli.running import tell
    from handover.deliver.ping import ping

    if notice := ping(url, failed=failed):
        tell(notice)
