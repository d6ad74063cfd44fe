"""A request or promise with everything that happened to it, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice
from handover.render.width import pad, wrap

COLUMNS = 80
LABEL = 12
MOMENT = 24

STEPS = {
    "opened": N_("opened"),
    "chased": N_("chased"),
    "held": N_("held off"),
    "auto_replied": N_("automatic reply"),
    "promised": N_("promised"),
    "answered": N_("answered"),
    "half_answered": N_("answered in part"),
    "closed": N_("closed"),
    "reopened": N_("reopened"),
    "elsewhere": N_("settled elsewhere"),
    "peer_answered": N_("answered by somebody else"),
    "peer_replied": N_("somebody else replied"),
    "forwarded": N_("forwarded"),
    "manager_chased": N_("manager asked"),
    "escalated": N_("taken higher up"),
    "moved": N_("moved"),
    "kept": N_("kept"),
    "withdrawn": N_("withdrawn"),
}

STATES = {
    "open": N_("open"),
    "held": N_("put off so far"),
    "promised": N_("promised"),
    "answered": N_("answered"),
    "closed": N_("closed"),
    "elsewhere": N_("settled elsewhere"),
    "due": N_("due"),
    "kept": N_("kept"),
    "overdue": N_("overdue"),
    "moved": N_("moved"),
    "withdrawn": N_("withdrawn"),
    "vague": N_("without a date"),
}


QUIETER = N_("you dismissed {dismissed} of {judged} findings like it")


def matter_lines(line: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield what `show` says about a request or promise, given as its line of JSON."""
    is_request = "request" in line
    yield from _row(
        N_("Request") if is_request else N_("Promise"), line["request" if is_request else "promise"], voice
    )
    yield from _row(N_("Contact"), f"{line['contact']} ({line['customer']})", voice)
    if is_request:
        yield from _row(N_("Subject"), line["subject"], voice)
        yield from _row(N_("Asks"), " · ".join(line["asks"]), voice)
    else:
        yield from _row(N_("Words"), line["quote"], voice)
        yield from _row(N_("Due"), _moment(line["due"], voice) or voice.say(N_("without a date")), voice)
    yield from _row(N_("State"), voice.say(STATES.get(line["state"], line["state"])), voice)
    for quiet in line.get("quieter", ()):
        text = voice.say(QUIETER, dismissed=quiet["dismissed"], judged=quiet["judged"])
        yield from _row(N_("Quieter"), f"{quiet['finding']}: {text}", voice)
    yield ""
    for step in line["steps"]:
        yield from _step(step, voice)
    for promise in line.get("promises", ()):
        yield ""
        yield from matter_lines(promise, voice)


def _step(step: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    word = voice.say(STEPS.get(step["kind"], step["kind"]))
    yield f"  {pad(_moment(step['at'], voice), MOMENT)}{word}: {one_line(step['from'])} ({step['because']})"
    for part in wrap(voice.say(N_("“{words}”"), words=one_line(step["quote"])), COLUMNS - 6, 3):
        yield "      " + part


def _row(label: str, value: str, voice: Voice) -> Iterator[str]:
    for number, part in enumerate(wrap(one_line(value), COLUMNS - LABEL, 4)):
        yield pad(voice.say(label) + ":" if number == 0 else "", LABEL) + part


def _moment(text: str | None, voice: Voice) -> str:
    return voice.moment(datetime.fromisoformat(text)) if text else ""
