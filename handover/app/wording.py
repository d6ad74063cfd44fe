"""A user's own words: what there is, what a text says with them, adding, muting, taking back."""

from __future__ import annotations

from typing import Any

from handover.answer import Answer
from handover.config.settings import Settings
from handover.config.wordfile import add_word, remove_words, vocabulary
from handover.errors import UsageError
from handover.i18n import N_
from handover.inspection import signals_form
from handover.language.families import FAMILIES
from handover.language.own_words import MOST, USUAL, OwnWord, family_of

GUARDS = {
    "n": "negation",
    "c": "condition",
    "q": "question",
    "o": "own_doing",
    "p": "past",
    "u": "exception",
    "d": "counted_already",
    "m": "muted",
}
"""What keeps a phrase from counting, as the machine form names it."""


def words_list(settings: Settings) -> Answer:
    """List the words that the user added and muted."""
    vocabulary(settings)
    data = {
        "file": str(settings.words_file),
        "words": [_form(word) for word in settings.words if word.family],
        "muted": [_form(word) for word in settings.words if not word.family],
    }
    return Answer("words", settings.now, data=data)


def words_show(settings: Settings, text: str, lang: str) -> Answer:
    """Tell what is heard in *text*, and why; of a single word also the phrases that know it."""
    from handover.language.explaining import explain
    from handover.language.trying import tidy
    from handover.language.vocabulary import default

    known = vocabulary(settings) or default()
    _stop_if_unknown(lang, known.codes)
    _stop_if_empty(text)
    found = explain(text, lang or None, known)
    if found.signals.language not in known.codes:
        others = [explain(text, code, known) for code in known.codes]
        found = max([found, *others], key=lambda each: len(each.heard) + len(each.toned))
    data: dict[str, Any] = {
        "text": text,
        "language": found.signals.language,
        "signals": signals_form(found.signals, settings.zone),
        "because": [why.code for why in found.signals.why],
        "heard": [
            each._asdict() | {"guard": GUARDS.get(each.guard), "counts": not each.guard}
            for each in found.heard
        ],
        "toned": [each._asdict() for each in found.toned],
        "phrases": [],
    }
    words = tidy(text).split()
    if len(words) == 1:
        data["phrases"] = [
            {
                "language": entry.language,
                "family": entry.family,
                "phrase": entry.phrase,
                "own": entry.own,
                "valence": entry.valence or None,
                "signals": _signals(entry.family, entry.weight),
                "guards": [GUARDS[guard] for guard in _guards(entry.family)],
            }
            for entry in known.about(words[0])
            if lang in ("", entry.language)
        ]
    return Answer("words show", settings.now, data=data)


def words_add(settings: Settings, text: str, signal: str, lang: str, sure: float | None) -> Answer:
    """Add *text* to the user's words: for *signal*, or (``""``) muted; what was there of the same words is replaced."""
    from handover.language.trying import tidy, try_word

    vocabulary(settings)
    usual = USUAL.get(signal.strip().lower()) if sure is None else sure
    word = OwnWord(tidy(text), family_of(signal) if signal else "", lang.strip().lower(), usual)
    try_word(word)
    others = [each for each in settings.words if each.text.casefold() == word.text.casefold()]
    if any(bool(each.family) != bool(word.family) and _meet(each, word) for each in others):
        raise UsageError(
            "added-and-muted",
            N_("“{word}” is muted already.") if word.family else N_("“{word}” is among your added words."),
            hint=N_('Take that back first: handover words remove "{word}"'),
            word=word.text,
        )
    is_new = add_word(settings.words_file, word)
    data = {"word": _form(word), "new": is_new, "file": str(settings.words_file)}
    return Answer("words add" if word.family else "words mute", settings.now, data=data)


def words_remove(settings: Settings, text: str, signal: str, lang: str) -> Answer:
    """Take back the user's words *text*, where given only those for *signal* or in *lang*."""
    from handover.language.trying import tidy

    family = family_of(signal) if signal else ""
    names = {text.strip().casefold(), tidy(text).casefold()}
    gone = [
        word
        for word in settings.words
        if word.text.casefold() in names and family in ("", word.family) and lang in ("", word.lang)
    ]
    if not gone:
        raise UsageError(
            "no-such-word",
            N_("“{word}” is not among your own words."),
            hint=N_("`handover words` lists them."),
            word=text,
        )
    remove_words(settings.words_file, gone)
    data = {"removed": [_form(word) for word in gone], "file": str(settings.words_file)}
    return Answer("words remove", settings.now, data=data)


def _meet(one: OwnWord, other: OwnWord) -> bool:
    return "" in (one.lang, other.lang) or one.lang == other.lang


def _form(word: OwnWord) -> dict[str, Any]:
    return {
        "signal": word.family or None,
        "text": word.text,
        "language": word.lang or None,
        "weight": word.sure,
        "signals": _signals(word.family, word.factor),
    }


def _signals(family: str, weight: float) -> dict[str, float]:
    known = FAMILIES.get(family)
    return (
        {name: round(min(MOST, value * weight), 4) for name, value in known.signals.items()} if known else {}
    )


def _guards(family: str) -> str:
    known = FAMILIES.get(family)
    return known.guards if known else ""


def _stop_if_unknown(lang: str, codes: tuple[str, ...]) -> None:
    if lang and lang not in codes:
        raise UsageError(
            "unknown-language",
            N_("“{lang}” is no language that is read here."),
            hint=N_("There are {known}; without --lang the word counts in all of them."),
            lang=lang,
            known=", ".join(codes),
        )


def _stop_if_empty(text: str) -> None:
    if not any(char.isalnum() for char in text):
        raise UsageError(
            "empty-word",
            N_("“{word}” holds no word."),
            hint=N_('Give a word or phrase in quotation marks: "Band steht".'),
            word=text,
        )
