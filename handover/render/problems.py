"""Problems as one line each: what is wrong, where, what to do."""

from __future__ import annotations

from handover.answer import Notice
from handover.errors import HandoverError
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice

SYSTEM = (
    N_("No such file or directory"), N_("Permission denied"), N_("Is a directory"), N_("Not a directory"),
    N_("No space left on device"), N_("Read-only file system"), N_("Input/output error"), N_("File exists"),
    N_("File name too long"), N_("Too many open files"), N_("Connection refused"), N_("Connection reset by peer"),
    N_("Network is unreachable"), N_("No route to host"), N_("Operation timed out"), N_("Connection timed out"),
    N_("timed out"), N_("Operation not permitted"), N_("file is not a database"),
    N_("database disk image is malformed"), N_("self-signed certificate"),
    N_("self-signed certificate in certificate chain"), N_("unable to get local issuer certificate"),
    N_("certificate has expired"),
)  # fmt: skip
"""What systems say in English wherever they run; it reaches us as the reason of an error."""


def problem_line(error: HandoverError, voice: Voice) -> str:
    """Return *error* for standard error."""
    word = voice.say(N_("Note")) if isinstance(error, Notice) else voice.say(N_("Error"))
    text = sentence(error, voice)
    place = f"{error.source}: " if error.source and error.source not in text else ""
    return one_line(f"{word}: {place}{text} {hint_of(error, voice)}")


def said(message: str, error: HandoverError, voice: Voice) -> str:
    """Return the text or hint of *error*; its values are translated too where they are known sentences."""
    values = {
        name: voice.texts.gettext(value) if isinstance(value, str) and value else value
        for name, value in error.values.items()
    }
    return voice.say(message, **{"source": error.source, **values})


def sentence(error: HandoverError, voice: Voice) -> str:
    """Return the text of *error* as a sentence."""
    return _sentence(error.text, said(error.text, error, voice))


def hint_of(error: HandoverError, voice: Voice) -> str:
    """Return the hint of *error* as a sentence; a command at its end stays as it is to be typed."""
    text = said(error.hint, error, voice)
    return text if error.hint.endswith(("}", "'", "FILE")) else _sentence(error.hint, text)


def _sentence(message: str, text: str) -> str:
    """Give *text*, made from *message*, its capital and its full stop."""
    text = text.strip()
    if message[:1].islower():
        text = text[:1].upper() + text[1:]
    return text if not text or text.endswith((".", "?", "!", "…", "”", "“")) else text + "."
