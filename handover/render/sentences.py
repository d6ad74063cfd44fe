"""Sentences from the codes of a finding: its title, its reasons, and what to do next.

The texts lie in the checks, in both languages; only what holds for every check is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handover.i18n import N_
from handover.model import Finding, Reason, Severity
from handover.render.output import one_line
from handover.render.voice import Voice

MAX_WORDS = 400
"""Somebody's words in a sentence are cut here; the evidence keeps more."""


def title(finding: Finding, voice: Voice) -> str:
    """Return what *finding* says, in one sentence."""
    return _sentence(finding.check, finding.title, finding.values, voice)


def gist(finding: Finding, voice: Voice) -> str:
    """Return what *finding* says without who it is about and without their words: "is losing patience"."""
    bare = {**finding.values, "name": "", "words": ""}
    return _sentence(finding.check, finding.title, bare, voice).strip(" :")


def reason_text(finding: Finding, reason: Reason, voice: Voice) -> str:
    """Return one reason of *finding* as a part of a sentence."""
    if reason.code == "learned":
        return voice.say(N_("you dismissed {dismissed} of {judged} findings like it"), **reason.values)
    return _sentence(finding.check, reason.code, {**finding.values, **reason.values}, voice)


def check_title(check: str, voice: Voice) -> str:
    """Return the heading under which a check reports."""
    known = _check(check)
    return known.title.get(voice.lang, known.title["en"]) if known else check


def advice(finding: Finding, voice: Voice) -> str:
    """Return the next step: the check's own (its text ``do``, or what the value ``do`` names), else a general one."""
    values = {**_shown(finding.values), "due": finding.due}
    own = _template(finding.check, str(finding.values.get("do") or "do"), voice)
    return voice.fill(own, values) if own is not None else voice.say(_general(finding), **values)


def _general(finding: Finding) -> str:
    """Return what holds for any request or promise; ``""`` for what is neither."""
    phone = bool(finding.values.get("phone"))
    if finding.event is not None:
        return "" if finding.severity is Severity.INFO else N_("Find somebody who takes it.")
    if finding.slips and finding.severity is not Severity.INFO:
        with_phone = N_("Call {phone}, give the reason, keep the new date.")
        return with_phone if phone else N_("Call, give the reason, keep the new date.")
    if finding.state in ("promised", "due"):
        return N_("Deliver by {due}.") if finding.due else N_("Deliver what was promised.")
    if finding.state == "vague":
        return N_("Name a date.")
    if finding.chasers or finding.severity is Severity.RED:
        return N_("Call {phone} today.") if phone else N_("Call or answer today.")
    if finding.state in ("overdue", "moved"):
        return N_("Deliver, or call and name a new date.")
    if finding.state == "held":
        return N_("Answer with substance, not with another holding reply.")
    return N_("Answer.") if finding.state == "open" else ""


def _sentence(check: str, code: str, values: Mapping[str, Any], voice: Voice) -> str:
    template = _template(check, code, voice)
    return voice.fill(template, _shown(values)) if template is not None else code


def _template(check: str, code: str, voice: Voice) -> str | None:
    known = _check(check)
    forms = known.texts.get(code) if known else None
    return forms.get(voice.lang, forms["en"]) if forms else None


def _shown(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _short(one_line(value)) if isinstance(value, str) else value for name, value in values.items()
    }


def _short(words: str) -> str:
    return words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1].rstrip() + "…"


def _check(name: str) -> Any:
    from handover.checks.base import all_checks

    return all_checks().get(name)
