"""Problems as one line each: what is wrong, where, what to do."""

from __future__ import annotations

from handover.answer import Notice
from handover.errors import HandoverError
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice


def problem_line(error: HandoverError, voice: Voice) -> str:
    """Return *error* for standard error."""
    word = voice.say(N_("Note")) if isinstance(error, Notice) else voice.say(N_("Error"))
    text = sentence(error, voice)
    place = f"{error.source}: " if error.source and error.source not in text else ""
    return one_line(f"{word}: {place}{text} {said(error.hint, error, voice)}")


def said(message: str, error: HandoverError, voice: Voice) -> str:
    """Return the text or hint of *error*; its values are translated too where they are known sentences."""
    values = {
        name: voice.texts.gettext(value) if isinstance(value, str) and value else value
        for name, value in error.values.items()
    }
    return voice.say(message, **{"source": error.source, **values})


def sentence(error: HandoverError, voice: Voice) -> str:
    """Return the text of *error* as a sentence, with its capital and its full stop."""
    text = said(error.text, error, voice).strip()
    if error.text[:1].islower():
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…", "”", "“")) else text + "."
