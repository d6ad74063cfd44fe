"""The bundled example: where it lies, and the demo that runs on a copy of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from handover.answer import Answer
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_

NOW = datetime(2026, 11, 19, 16, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""The moment that the example is told for: the Thursday before the owner's holiday."""


def example_folder() -> Path:
    """Return the folder of the bundled example, in the wheel or in the checkout."""
    import handover

    package = Path(handover.__file__).parent
    for folder in (package / "_examples", package.parent / "examples"):
        if (folder / "mailbox").is_dir():
            return folder
    raise UsageError(
        "no-example",
        N_("The bundled example is missing from this installation."),
        hint=N_("Install handover again."),
        source=str(package),
    )


def example_settings(settings: Settings, mail: Path, state: Path) -> Settings:
    """Return the settings of the example: its configuration, calendars and customers, its fixed moment."""
    from handover.config.resolve import resolve

    folder = example_folder()
    options = {
        "config": str(folder / "handover.toml"),
        "mail": (str(mail),),
        "now": NOW.isoformat(),
        "spoken": settings.lang,
    }
    found = resolve(options, lambda zone: NOW.astimezone(zone))
    return replace(found, state_dir=state, progress=settings.progress, lang=settings.lang)


def lay_out_example(out: Path) -> Path:
    """Lay the example mailbox out below *out* and return the Maildir; an older one there is replaced."""
    import shutil

    from handover.layout import lay_out

    maildir = out / "Maildir"
    if maildir.exists():
        if not (maildir / "cur").is_dir():
            raise UsageError(
                "demo-folder-taken",
                N_("“{path}” is something else than a demo of before."),
                hint=N_("Name another folder with --out."),
                path=str(maildir),
            )
        shutil.rmtree(maildir)
    out.mkdir(parents=True, exist_ok=True)
    lay_out(example_folder() / "mailbox", maildir)
    return maildir


def demo(settings: Settings, out: Path | None = None) -> Answer:
    """Run every check on a copy of the example below *out* (default ``./handover-demo``).

    Leaves the handover packet and the week's briefing there as pages.
    """
    from handover.app.briefing import weekly
    from handover.app.briefing_files import write_briefing
    from handover.app.checking import check
    from handover.app.packets import packet_build
    from handover.metrics import week_of
    from handover.render.voice import Voice

    folder = (out or Path("handover-demo")).absolute()
    maildir = lay_out_example(folder)
    example = example_settings(settings, maildir, folder / "state")
    answer = check(example)
    answer.command = "demo"
    stored = replace(example, sync=False)
    packet_build(stored, out=folder / "packet", formats=("html", "md", "ics", "eml"))
    answer.data["packet"] = str(folder / "packet" / "handover.html")
    week = weekly([stored], week_of(NOW.date()))
    voice = Voice(settings.lang, example.zone)
    (answer.data["briefing"],) = write_briefing(week, folder / "briefing", ("html",), voice)
    answer.data |= {"folder": str(folder), "maildir": str(maildir), "now": NOW.isoformat()}
    return answer
