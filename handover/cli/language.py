"""Which language this run speaks: option, ``HANDOVER_LANG``, configuration, locale, English.

It is needed before click parses anything, because help and mistakes speak it too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from handover.i18n import LANGUAGES


class Spoken(NamedTuple):
    """A language, and what decided it."""

    language: str
    origin: str


def language_of(arguments: Sequence[str]) -> Spoken:
    """Return the language of the output for a run with *arguments*; an unknown one falls through."""
    spoken = _option(_before_words(arguments), "--lang")
    given = ((spoken, "--lang"), (os.environ.get("HANDOVER_LANG", ""), "HANDOVER_LANG"))
    for candidate, origin in given:
        if (short := candidate[:2].lower()) in LANGUAGES:
            return Spoken(short, origin)
    if configured := _configured(arguments):
        return Spoken(configured, "config.toml")
    return locale_language() or Spoken("en", "default")


def _before_words(arguments: Sequence[str]) -> Sequence[str]:
    """Return what may say the language of the output: behind ``words add`` and the like it is the word's."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] == "--lang" else 1
    is_of_word = arguments[position : position + 1] == ["words"] and any(
        word in ("add", "mute", "remove", "show") for word in arguments[position + 1 : position + 2]
    )
    return arguments[:position] if is_of_word else arguments


def locale_language() -> Spoken | None:
    """Return the language of the locale, where it is one we speak."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            short = value[:2].lower()
            return Spoken(short, name) if short in LANGUAGES else None
    return None


def _configured(arguments: Sequence[str]) -> str:
    from handover.config.places import config_path

    path = config_path(_option(arguments, "--config", "-c") or None)
    if path is None or not os.path.isfile(path):
        return ""
    from pathlib import Path

    from handover.config.file import language_in

    return language_in(Path(path))


def _option(arguments: Sequence[str], *names: str) -> str:
    """Return the value of an option; said twice, the last one holds, as click has it."""
    found = ""
    for position, word in enumerate(arguments):
        if word == "--":
            break
        for name in names:
            if word == name:
                found = next(iter(arguments[position + 1 : position + 2]), "")
            elif word.startswith(name + "="):
                found = word[len(name) + 1 :]
    return found
