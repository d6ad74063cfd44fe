"""The briefing as files: page, Markdown, PDF, JSON, the tables as CSV and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handover.answer import Answer, Notice
from handover.app.packet_files import own_templates, write_file, writing_to
from handover.documents.briefing import Briefing
from handover.errors import UsageError
from handover.i18n import N_
from handover.render.voice import Voice

FORMS = ("html", "md", "pdf", "json", "csv", "xlsx")
DEFAULT = ("html",)


def forms_of(given: str | None) -> tuple[str, ...]:
    """Return the forms that the list *given* names, each once; raises `UsageError` for one that is not known."""
    wanted = tuple(dict.fromkeys(word.strip().lower() for word in (given or "").split(",") if word.strip()))
    for word in wanted:
        if word not in FORMS:
            raise UsageError(
                "unknown-form",
                N_("“{form}” is no form of the briefing."),
                hint=N_("The forms are: {known}."),
                form=word,
                known=", ".join(FORMS),
            )
    return wanted or DEFAULT


def write_briefing(answer: Answer, folder: Path, formats: Sequence[str], voice: Voice) -> list[str]:
    """Write the briefing of *answer* below *folder* in *formats*; return the paths written.

    What cannot be made becomes a notice of *answer*. Raises `StoreError` when the folder cannot be written.
    """
    stem = f"briefing-{answer.data['briefing'].week}"
    with writing_to(folder):
        return [str(write_file(folder / name, data)) for name, data in _forms(answer, stem, formats, voice)]


def _forms(answer: Answer, stem: str, formats: Sequence[str], voice: Voice) -> Iterator[tuple[str, bytes]]:
    """Yield each file's name and bytes."""
    told: Briefing = answer.data["briefing"]
    if "html" in formats or "pdf" in formats:
        page = _page(answer, voice)
        if "html" in formats:
            yield f"{stem}.html", page.encode("utf-8", "replace")
        if "pdf" in formats and (made := _pdf(page, answer)):
            yield f"{stem}.pdf", made
    if "md" in formats:
        from handover.render.briefing_markdown import briefing_markdown

        text = briefing_markdown(
            told, answer.coverage, answer.errors, voice, now=answer.now, own=own_templates()
        )
        yield f"{stem}.md", text.encode("utf-8", "replace")
    if "json" in formats:
        from handover.render.json_form import json_form
        from handover.render.output import json_text

        yield f"{stem}.json", (json_text(json_form(answer, voice), indent=1) + "\n").encode()
    if told.tables is not None:
        yield from _tables(told, stem, formats, voice)


def _tables(told: Briefing, stem: str, formats: Sequence[str], voice: Voice) -> Iterator[tuple[str, bytes]]:
    from handover.metrics import exports

    assert told.tables is not None
    if "csv" in formats:
        for name, data in exports.csv_files(told.tables, voice).items():
            yield f"{stem}-{name}", data
    if "xlsx" in formats:
        yield f"{stem}.xlsx", exports.xlsx(told.tables, voice)


def _page(answer: Answer, voice: Voice) -> str:
    from handover.render.briefing_page import briefing_page

    told = answer.data["briefing"]
    return briefing_page(told, answer.coverage, answer.errors, voice, now=answer.now, own=own_templates())


def _pdf(page: str, answer: Answer) -> bytes | None:
    from handover.render.html_pdf import pdf_of

    made = pdf_of(page)
    if made is None:
        text = N_("No PDF was made: WeasyPrint is not installed.")
        hint = N_("Install it (pip install weasyprint), or print the HTML file.")
        answer.errors.append(Notice("no-pdf", text, hint=hint))
    return made
