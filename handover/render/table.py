"""Findings as a table for a terminal of 80 columns.

Who waits, since when in working hours, how often they asked, what they want in their own words, what to do,
and the ID that the other commands take. Colour only underlines the word for the severity.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from handover.i18n import N_
from handover.model import Finding, RequestState, Severity
from handover.render.output import one_line
from handover.render.sentences import advice, check_title, reason_text, title
from handover.render.voice import Voice
from handover.render.width import cut, fit, pad, width, wrap

COLUMNS = 80
GUTTER = 26
BODY = COLUMNS - GUTTER

_REQUEST_STATES = frozenset(state.value for state in RequestState)
_COLOURS = {Severity.RED: "31;1", Severity.AMBER: "33", Severity.INFO: "36"}


def findings_table(
    findings: Sequence[Finding], voice: Voice, *, colour: bool = False, most: int | None = None
) -> Iterator[str]:
    """Yield the lines of the table, check by check, the most severe first, of each check at most *most*."""
    by_check: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=_order):
        by_check.setdefault(finding.check, []).append(finding)
    for check, rows in sorted(by_check.items(), key=_pressing):
        yield _bold(f"{check_title(check, voice)}: {counted(rows, voice)}", colour)
        yield _heading(voice)
        shown = rows[:most]
        for finding in shown:
            yield from _row(finding, voice, colour)
            yield ""
        if left := len(rows) - len(shown):
            yield voice.count(
                "… and {count} more, less pressing; --all shows it.",
                "… and {count} more, less pressing; --all shows them.",
                left,
            )
            yield ""


def _heading(voice: Voice) -> str:
    """Name the columns; waiting time is working time, and nobody should have to guess that."""
    waited = pad(voice.say(N_("work time")), 8, right=True)
    return f"{'':6}{fit(voice.say(N_('since')), 11)}{waited} {voice.say(N_('who'))}"


def counted(findings: Sequence[Finding], voice: Voice) -> str:
    """Return how many findings of each severity there are: ``2 red, 1 amber``."""
    counts = [(sum(f.severity is severity for f in findings), severity) for severity in reversed(Severity)]
    return ", ".join(f"{count} {voice.severity(severity.word)}" for count, severity in counts if count)


def _order(finding: Finding) -> tuple[int, float, str]:
    return -finding.severity, -finding.score, finding.id


def _pressing(group: tuple[str, list[Finding]]) -> tuple[bool, int, str]:
    """Order the checks: first those about people who wait, and among them the reddest."""
    check, rows = group
    about_people = any(finding.contact for finding in rows)
    return not about_people, -sum(finding.severity is Severity.RED for finding in rows), check


def _row(finding: Finding, voice: Voice, colour: bool) -> Iterator[str]:
    asked = voice.count("asked again", "asked again {count}×", finding.chasers) if finding.chasers else ""
    who = fit(_who(finding), BODY - width(asked) - 1) + " " + asked
    word = fit(voice.severity(finding.severity.word), 6)
    since = fit(_since(finding, voice), 11)
    waited = "" if finding.waited_hours is None else voice.hours(finding.waited_hours)
    painted = _painted(word, finding.severity) if colour else word
    yield (painted + since + pad(waited, 8, right=True) + " " + who).rstrip()
    gutter = finding.id
    step = advice(finding, voice)
    learned = [reason_text(finding, reason, voice) for reason in finding.reasons if reason.code == "learned"]
    note = wrap(voice.say(N_("quieter: {because}"), because=learned[0]), BODY, 2) if learned else []
    for line in _what(finding, voice) + (wrap("→ " + step, BODY, 2) if step else []) + note:
        yield pad(gutter, GUTTER) + line if width(gutter) < GUTTER else f"{gutter} {line}"
        gutter = ""


def _since(finding: Finding, voice: Voice) -> str:
    """Write the day since when, or else for when; with its year instead of its weekday where that is past."""
    if finding.since is None:
        return voice.short_day(finding.due) if finding.due else ""
    begun = finding.since.astimezone(voice.zone)
    if (begun + timedelta(hours=finding.elapsed_hours or 0)).year == begun.year:
        return voice.short_day(begun)
    return voice.day(begun.date()).partition(" ")[2]


def _who(finding: Finding) -> str:
    name = finding.values.get("name") or finding.contact or ""
    parts = (one_line(str(part)).removeprefix("tel:") for part in (name, finding.customer or "") if part)
    return ", ".join(dict.fromkeys(parts))


def _what(finding: Finding, voice: Voice) -> list[str]:
    """Return what somebody wants in their words; where it is not about a request, what the check says."""
    words = one_line(str(finding.values.get("words") or ""))
    if words and finding.state in _REQUEST_STATES:
        return wrap(voice.say(N_("“{words}”"), words=cut(words, 3 * BODY)), BODY, 3)
    reasons = "; ".join(reason_text(finding, reason, voice) for reason in finding.reasons[:3])
    return wrap(title(finding, voice), BODY, 3) + wrap(reasons, BODY, 3)


def _painted(word: str, severity: Severity) -> str:
    return f"\x1b[{_COLOURS[severity]}m{word}\x1b[0m"


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
