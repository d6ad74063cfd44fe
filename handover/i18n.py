"""Texts in the reader's language: gettext, with the English sentence as the key.

`translator` gives one language's texts to whoever renders for a known reader; `use` sets the language of
this run, click's own messages included. Which language that is, `config` decides.
"""

from __future__ import annotations

import gettext
import os

DOMAIN = "handover"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")
LANGUAGES = ("de", "en")

Translator = gettext.NullTranslations

_translators: dict[str, Translator] = {}
_current: Translator = gettext.NullTranslations()
_language = "en"


def translator(lang: str) -> Translator:
    """Return the texts of *lang* (``de``, ``en``); every other language gets English."""
    if lang not in _translators:
        _translators[lang] = _load(lang)
    return _translators[lang]


def use(lang: str) -> None:
    """Make *lang* the language of this run, for `_` and for click, which asks gettext's default domain."""
    global _current, _language
    _current, _language = translator(lang), lang
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = lang


def spoken() -> str:
    """Return the language of this run."""
    return _language


def _(message: str) -> str:
    """Return *message* in the language of this run."""
    return _current.gettext(message) if message else message


def ngettext(one: str, many: str, count: int) -> str:
    """Return *one* or *many*, as *count* wants it, in the language of this run."""
    return _current.ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark *message* for translation where it is written down; it is translated where it is shown."""
    return message


def _load(lang: str) -> Translator:
    if lang not in LANGUAGES or lang == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE, [lang], fallback=True)
