"""Which language this run speaks: option, ``HANDOVER_LANG``, configuration, locale, English.

It is needed before click parses anything, because help and mistakes speak it too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from handover.i18n import LANGUAGES


def language_of(arguments: Sequence[str]) -> str:
    """Return the language of the output for a run with *arguments*; an unknown one falls through."""
    for candidate in (_option(arguments, "--lang"), os.environ.get("HANDOVER_LANG", "")):
        if (short := candidate[:2].lower()) in LANGUAGES:
            return short
    return _configured(arguments) or locale_language() or "en"


def locale_language() -> str:
    """Return the language of the locale, where it is one we speak, else ``""``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            return value[:2].lower() if value[:2].lower() in LANGUAGES else ""
    return ""


def _configured(arguments: Sequence[str]) -> str:
    from handover.config.places import config_path

    path = config_path(_option(arguments, "--config", "-c") or None)
    if path is None or not path.is_file():
        return ""
    from handover.config.file import language_in

    return language_in(path)


def _option(arguments: Sequence[str], *names: str) -> str:
    for position, word in enumerate(arguments):
        if word == "--":
            break
        for name in names:
            if word == name:
                return next(iter(arguments[position + 1 : position + 2]), "")
            if word.startswith(name + "="):
                return word[len(name) + 1 :]
    return ""
