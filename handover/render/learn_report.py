"""What `learn` says to people: what changes and on which judgements, what stands, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handover.checks.base import all_checks
from handover.i18n import N_
from handover.render.sentences import check_title
from handover.render.voice import Voice
from handover.render.width import wrap

Lines = Iterator[str]

COLUMNS = 80

IN_COMMON = N_("{title}: {dismissed} of {judged} dismissed, but they share nothing that the others lack.")


def learned(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say what was learned, forgotten or is too little to learn from."""
    if data["forget"]:
        yield from _forgotten(data, voice)
        return
    trial = data["dry_run"]
    yield from _lessons(N_("Would be learned:") if trial else N_("Learned:"), data["learned"], voice)
    yield from _lessons(N_("Learned before, and still respected:"), data["standing"], voice)
    if data["learned"] or data["standing"]:
        text = N_("Such findings come as info from now on, after the others; red ones stay red.")
        yield from wrap(voice.say(text), COLUMNS)
        if not trial or data["standing"]:
            yield voice.say(N_("To take it back:")) + " handover learn --forget"
    else:
        yield from _nothing(data, voice)
    yield from _mutable(data["mute"], voice)


def _forgotten(data: Mapping[str, Any], voice: Voice) -> Lines:
    if not data["forgotten"]:
        yield voice.say(N_("Nothing has been learned that could be forgotten."))
        return
    title = N_("Would be forgotten:") if data["dry_run"] else N_("Forgotten:")
    yield from _lessons(title, data["forgotten"], voice)
    yield from wrap(voice.say(N_("Your judgements stay; `handover learn` would learn it again.")), COLUMNS)


def _lessons(title: str, lessons: list[Mapping[str, Any]], voice: Voice) -> Lines:
    if not lessons:
        return
    yield voice.say(title)
    for lesson in lessons:
        yield from _bullet(_explained(lesson, voice))
    yield ""


def _explained(lesson: Mapping[str, Any], voice: Voice) -> str:
    values = {
        "title": check_title(lesson["check"], voice),
        "judged": lesson["judged"],
        "dismissed": lesson["dismissed"],
        "of": lesson["of"],
    }
    if lesson["reason"]:
        text = N_(
            "{title}: of {judged} findings with the reason “{reason}” you dismissed {dismissed}; {of} judged in all."
        )
        return voice.say(text, reason=_reason(lesson["check"], lesson["reason"], voice), **values)
    below = f"{lesson['below']:.2f}".replace(".", "," if voice.lang == "de" else ".")
    text = N_("{title}: all {judged} findings with a score below {below} were dismissed; {of} judged in all.")
    return voice.say(text, below=below, **values)


def _reason(check: str, code: str, voice: Voice) -> str:
    """Return the text of a reason without what is different in each finding."""
    known = all_checks().get(check)
    forms = known.texts.get(code) if known else None
    text = forms.get(voice.lang, forms["en"]) if forms else code
    return re.sub(r"[“„]?\{\w+\}[”“]?", "…", text)


def _nothing(data: Mapping[str, Any], voice: Voice) -> Lines:
    if not data["judgements"]:
        text = N_(
            "There is nothing to learn from yet: dismiss and confirm findings, at least {needed} of"
            " one check; red ones do not count."
        )
        yield from wrap(voice.say(text, needed=data["needed"]), COLUMNS)
        return
    yield voice.say(N_("Nothing is learned:"))
    for each in data["judgements"]:
        values = {"title": check_title(each["check"], voice), "dismissed": each["dismissed"]}
        if each["judged"] < data["needed"]:
            text = voice.count(
                "{title}: {count} judgement, at least {needed} are needed.",
                "{title}: {count} judgements, at least {needed} are needed.",
                each["judged"],
                needed=data["needed"],
                **values,
            )
        else:
            text = voice.say(IN_COMMON, judged=each["judged"], **values)
        yield from _bullet(text)


def _mutable(words: list[Mapping[str, Any]], voice: Voice) -> Lines:
    if not words:
        return
    yield ""
    yield from wrap(
        voice.say(N_("Words that made findings urgent which you dismissed, to mute if you like:")), COLUMNS
    )
    for word in words:
        times = voice.count("{count} finding", "{count} findings", word["findings"])
        yield f'  handover words mute "{word["text"]}"  ({times})'


def _bullet(text: str) -> Lines:
    for number, part in enumerate(wrap(text, COLUMNS - 4)):
        yield ("  · " if number == 0 else "    ") + part
