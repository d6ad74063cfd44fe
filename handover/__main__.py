"""Start the program: `python -m handover` and the console script."""

from __future__ import annotations

from handover.cli import main

if __name__ == "__main__":
    main()
