"""The command line: options → one use case → rendering → exit code. The only home of click and of the clock.

What the commands do lies in `app`; what they print, in `render`. Every command module is loaded only when
its command is called, so that ``--help`` and a warm question start fast.
"""

from __future__ import annotations

import gc
import sys

GARBAGE = 100_000, 20, 50
"""A run makes many objects and few cycles: looking for these as often as Python does takes a third of its time."""


def main() -> None:
    """Run the program with the arguments of this process and exit with its code."""
    gc.set_threshold(*GARBAGE)
    try:
        from handover.cli.running import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
