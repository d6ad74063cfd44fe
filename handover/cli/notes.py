"""Phone notes: write one down, list them, tick one off."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import Command, Group, option
from handover.config.dates import moment
from handover.config.settings import Settings
from handover.i18n import N_

EXAMPLES = N_("""Write down a phone call; list the notes, tick them off.

The usual shorthand is understood: RR (call back), RWA (calls again), KN (no message), OK.

\b
Examples:
  handover note "Rückruf Fr. Schulz, Fa. Klein, 0821 999 98 10, bis 15 Uhr"
  handover note "Mr Hale called, RWA" --for anna@wir.example --at 14:20
  handover note list
  handover note done 5f2c""")


class NoteGroup(Group):
    """Takes ``note TEXT`` for ``note add TEXT``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, "--help"):
            args = ["add", *args]
        return super().parse_args(ctx, args)


@click.group(cls=NoteGroup, help=EXAMPLES)
def note() -> None:
    pass


@note.command("add", cls=Command)
@click.argument("text")
@option("--for", "for_", metavar="PERSON", default="", help=N_("Whom the call was for."))
@option("--at", metavar="TIME", help=N_("When it was; without it, now."))
@source_options
def add(settings: Settings, text: str, for_: str, at: str | None) -> None:
    """Write down a phone call (`handover note TEXT` does the same)."""
    from handover import app

    if not text.strip():
        raise click.MissingParameter(
            ctx=click.get_current_context(), param_hint="TEXT", param_type="argument"
        )
    called = moment(at, settings.now, settings.zone, past=True) if at else settings.now
    finish(app.note_add(settings, text, for_, called), settings)


@note.command("list", cls=Command)
@source_options
def list_(settings: Settings) -> None:
    """List the phone notes that are not done."""
    from handover import app

    finish(app.note_list(settings), settings)


@note.command("done", cls=Command)
@click.argument("identifier", metavar="ID")
@source_options
def done(settings: Settings, identifier: str) -> None:
    """Tick a phone note off: called back, settled."""
    from handover import app

    finish(app.note_done(settings, identifier), settings)
