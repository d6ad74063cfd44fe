"""How a command ends: its answer printed for people or machines, its problems on standard error, its code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import click

from handover.answer import Answer, exit_code
from handover.cli.options import AS_JSON
from handover.config.settings import Settings
from handover.render.output import write_json


def wants_json() -> bool:
    """Tell whether this run speaks to a machine."""
    return bool(click.get_current_context().meta.get(AS_JSON))


def print_lines(lines: Iterable[Mapping[str, Any]], settings: Settings) -> None:
    """Print mails or rows one by one as they come: JSON Lines, or for people."""
    if wants_json():
        for line in lines:
            write_json(line)
        return
    from handover.render.mail import mail_text
    from handover.render.output import write

    for line in lines:
        write(mail_text(line, settings.lang))
