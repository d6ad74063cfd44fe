"""What was looked at and what was not: said with every answer, so that "nothing found" means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handover.i18n import N_
from handover.model import Coverage
from handover.render.output import one_line
from handover.render.voice import Voice
from handover.render.width import wrap

COLUMNS = 80
NAMED = 5
CALENDARS = ("http", "https", "caldav", "caldavs")


def coverage_lines(coverages: Sequence[Coverage], voice: Voice, columns: int = COLUMNS) -> Iterator[str]:
    """Yield one paragraph per source, and what in it was not read; calendars read whole stand together."""
    if not coverages:
        yield voice.say(N_("No mail was looked at."))
    calendars = [each for each in coverages if _is_calendar(each) and not list(_left_out(each, voice))]
    for coverage in coverages:
        if coverage in calendars:
            if coverage is calendars[0]:
                yield from wrap(_calendars(calendars, voice), columns)
            continue
        yield from wrap(_looked_at(coverage, voice), columns)
        yield from _left_out(coverage, voice, columns)


def left_out_lines(coverages: Sequence[Coverage], voice: Voice) -> Iterator[str]:
    """Yield only what was not read, of each source where something was not."""
    for coverage in coverages:
        missing = list(_left_out(coverage, voice))
        if missing:
            yield one_line(coverage.source)
            yield from missing


def _calendars(calendars: Sequence[Coverage], voice: Voice) -> str:
    sources = ", ".join(one_line(each.source) for each in calendars)
    return voice.count(
        "Looked at: calendar {sources}", "Looked at: calendars {sources}", len(calendars), sources=sources
    )


def _looked_at(coverage: Coverage, voice: Voice) -> str:
    if _is_calendar(coverage):
        return _calendars([coverage], voice)
    mails = voice.count("{count} mail", "{count} mails", coverage.messages)
    folders = voice.count("{count} folder", "{count} folders", coverage.folders)
    span = ""
    if coverage.oldest and coverage.newest:
        span = voice.say(
            N_(", from {oldest} to {newest}"),
            oldest=coverage.oldest.astimezone(voice.zone).date(),
            newest=coverage.newest.astimezone(voice.zone).date(),
        )
    return voice.say(
        N_("Looked at: {mails} in {folders}{span}: {source}"),
        mails=mails,
        folders=folders,
        span=span,
        source=one_line(coverage.source),
    )


def _left_out(coverage: Coverage, voice: Voice, columns: int = COLUMNS) -> Iterator[str]:
    if coverage.unread:
        folders = ", ".join(one_line(folder) for folder in coverage.unread)
        yield from wrap("  " + voice.say(N_("Not read: {folders}"), folders=folders), columns)
    if coverage.skipped:
        yield voice.count(
            "  Not understood: {count} mail, skipped:",
            "  Not understood: {count} mails, skipped:",
            coverage.skipped,
        )
        for skip in coverage.skips[:NAMED]:
            why = f"{skip.reason} {voice.say(skip.detail)}"
            yield from wrap(one_line(f"    {skip.folder} {skip.locator}: {why}"), columns)
        if left := coverage.skipped - min(len(coverage.skips), NAMED):
            yield voice.count("    … and {count} more", "    … and {count} more", left)
    elif not coverage.complete and not coverage.unread:
        yield voice.say(N_("  This source could not be read to its end."))


def _is_calendar(coverage: Coverage) -> bool:
    """Tell by its address: a calendar holds no mail."""
    scheme = coverage.source.partition("://")[0].lower()
    return not coverage.messages and (coverage.source.lower().endswith(".ics") or scheme in CALENDARS)
