"""`packet`: the handover packet."""

from __future__ import annotations

from pathlib import Path

import click

from handover.app.packet_files import ALL_FORMATS, FORMATS
from handover.cli.finishing import finish
from handover.cli.options import source_options
from handover.cli.program import Command, Entry, Group, option
from handover.config.dates import day
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_

TABLE: dict[str, Entry] = {
    "build": ("packets", N_("Build the handover packet for an absence.")),
    "send": ("sending", N_("Mail it to the deputies; asks first.")),
    "draft": ("sending", N_("Put it among the drafts of the mailbox.")),
    "status": ("sending", N_("What was sent, delivered, opened, accepted?")),
    "ack": ("sending", N_("Enter an acceptance that was given by word.")),
    "record": ("sending", N_("The factual record of a handover.")),
}

EXAMPLES = N_("""Build the handover packet for an absence, and see to it that it arrives.

\b
Example:
  handover packet build --from 23.11. --to 4.12. --deputy peter@wir.example""")


@click.group(cls=Group, table=TABLE, help=EXAMPLES)
def packet() -> None:
    pass


@click.command("build", cls=Command)
@option("--from", "first", metavar="DATE", help=N_("The first day away; without it, as the calendar has it."))
@option("--to", "last", metavar="DATE", help=N_("The last day away."))
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=N_("Where to write it; without it, ./uebergabe-DATE."),
)
@option("--format", "formats", metavar="LIST", help=N_("Which forms: html,md,json,ics,eml,pdf."))
@source_options
def build(
    settings: Settings, first: str | None, last: str | None, out: Path | None, formats: str | None
) -> None:
    """Build the handover packet: page one to act on, a dossier per customer, calendar, answers, texts.

    Without dates it takes the next absence of the calendar. Building again keeps the numbers and says what changed.

    \b
    Example:
      handover packet build --from 2026-11-23 --to 2026-12-04 \\
        --deputy peter@wir.example=Automotive --deputy jens@wir.example=Logistik
    """
    from handover import app

    today = settings.now.astimezone(settings.zone).date()
    begin = day(first, today) if first else None
    end = day(last, begin or today) if last else None
    finish(app.packet_build(settings, begin, end, out=out, formats=_formats(formats)), settings)


def _formats(given: str | None) -> tuple[str, ...]:
    if given is None:
        return FORMATS
    wanted = tuple(dict.fromkeys(word.strip().lower() for word in given.split(",") if word.strip()))
    for word in wanted:
        if word not in ALL_FORMATS:
            raise UsageError(
                "unknown-format",
                N_("“{format}” is no form of the packet."),
                hint=N_("The forms are: {known}."),
                format=word,
                known=", ".join(ALL_FORMATS),
            )
    return wanted or FORMATS
