"""``words.toml`` beside the configuration: the user's own words, read strictly, written so that comments stay.

A file that cannot be read, or a word in it that could never be found, ends every run that reads signals: words
that silently did nothing would be worse than none.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handover.config.file import ConfigurationError
from handover.config.lines import line_of, lines_of
from handover.errors import UsageError
from handover.i18n import N_, _
from handover.language.own_words import OwnWord, family_of

if TYPE_CHECKING:
    from handover.config.settings import Settings
    from handover.language.vocabulary import Vocabulary

NAME = "words.toml"
ADDED, MUTED = "word", "mute"
MAX_SIZE = 1024 * 1024
MOST = 1e300
"""An integer in the file may be larger than any float."""
_KEYS = {ADDED: ("signal", "text", "lang", "weight"), MUTED: ("text", "lang")}


def read_words(path: Path) -> tuple[OwnWord, ...]:
    """Return the words kept in *path*, none where there is no such file; `ConfigurationError` with all mistakes."""
    return _read(path, _text(path))


def add_word(path: Path, word: OwnWord) -> bool:
    """Write *word* into *path*, in place of what it holds of the same words; return False when nothing changes."""
    known = read_words(path)
    if word in known:
        return False
    same = [each for each in known if _same(each, word)]
    kept = tuple(each for each in known if not _same(each, word))
    text = _without(path, known, same)
    if not text:
        text = "# " + _("Your own words; `handover words` lists, adds and removes them.") + "\n"
    _write(path, "\n".join([text.rstrip("\n"), "", *_table(word), ""]), (*kept, word))
    return True


def remove_words(path: Path, words: Sequence[OwnWord]) -> None:
    """Take *words* out of *path*."""
    known = read_words(path)
    _write(path, _without(path, known, words), tuple(each for each in known if each not in words))


def _same(one: OwnWord, other: OwnWord) -> bool:
    return (one.text, one.family, one.lang) == (other.text, other.family, other.lang)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
        if len(data) > MAX_SIZE:
            raise _unreadable(path, N_("it is larger than a list of words can be"))
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(path, N_("it is not UTF-8")) from error
    except OSError as error:
        if not os.path.lexists(path):
            return ""
        raise _unreadable(path, error.strerror or str(error)) from error


def _unreadable(path: Path, reason: str) -> UsageError:
    return UsageError(
        "words-unreadable",
        N_("Your own words cannot be read: {reason}."),
        hint=N_("Mend the file, or move it away and add the words again with `handover words add`."),
        source=str(path),
        reason=reason,
    )


def _read(path: Path, text: str) -> tuple[OwnWord, ...]:
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no TOMLDecodeError
        raise UsageError(
            "words-syntax",
            N_("This is no valid TOML: {reason}."),
            hint=N_(
                "Mend the line, or move the file away and add the words again with `handover words add`."
            ),
            source=str(path),
            reason=str(error),
        ) from error
    lines = lines_of(text)
    found: list[OwnWord] = []
    mistakes: list[UsageError] = []
    for name, tables in document.items():
        if name not in _KEYS or not isinstance(tables, list):
            where = f"{path}:{line_of((name, 0), lines)}"
            what = N_("Here [[word]] or [[mute]] is expected, not “{name}”.")
            mistakes.append(UsageError("words", what, source=where, name=name))
            continue
        for number, table in enumerate(tables):
            where = f"{path}:{line_of((name, number), lines)}"
            try:
                found.append(_word(name, table, where))
            except UsageError as error:
                error.source = where
                mistakes.append(error)
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
    return tuple(found)


def _word(kind: str, table: Any, where: str) -> OwnWord:
    known = _KEYS[kind]
    if not isinstance(table, dict) or (strange := [key for key in table if key not in known]):
        name = strange[0] if isinstance(table, dict) else str(table)
        text = N_("“{name}” is no key that is known here; there are {known}.")
        raise UsageError("words", text, source=where, name=name, known=", ".join(known))
    for key in ("text", "signal") if kind == ADDED else ("text",):
        if not isinstance(table.get(key), str):
            raise UsageError("words", N_("A text “{name}” is missing here."), source=where, name=key)
    lang, weight = table.get("lang", ""), table.get("weight")
    if not isinstance(lang, str) or isinstance(weight, bool) or not isinstance(weight, int | float | None):
        name = "lang" if not isinstance(lang, str) else "weight"
        raise UsageError("words", N_("“{name}” has a value that does not fit."), source=where, name=name)
    family = family_of(table["signal"]) if kind == ADDED else ""
    sure = None if weight is None else float(max(-MOST, min(weight, MOST)))
    return OwnWord(table["text"].strip(), family, lang, sure)


def _table(word: OwnWord) -> Iterator[str]:
    yield f"[[{ADDED if word.family else MUTED}]]"
    if word.family:
        yield f"signal = {_string(word.family)}"
    yield f"text = {_string(word.text)}"
    if word.lang:
        yield f"lang = {_string(word.lang)}"
    if word.sure is not None:
        yield f"weight = {word.sure:g}"


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _without(path: Path, known: Sequence[OwnWord], words: Sequence[OwnWord]) -> str:
    """Return the text of *path* without the tables of *words*, whose comments before them stay."""
    text = _text(path)
    rows = text.splitlines()
    lines = lines_of(text)
    starts = sorted(line for key, line in lines.items() if len(key) == 2 and isinstance(key[1], int))
    places = _places(known)
    for word in sorted(words, key=lambda each: -line_of(places[each], lines)):
        begin = line_of(places[word], lines) - 1
        end = next((start - 1 for start in starts if start - 1 > begin), len(rows))
        kept = [row for row in rows[begin:end] if row.lstrip().startswith("#")]
        rows[begin:end] = [*kept, ""] if kept else []
    return "\n".join(rows).rstrip("\n") + "\n" if any(rows) else ""


def _places(known: Sequence[OwnWord]) -> dict[OwnWord, tuple[str, int]]:
    counts = {ADDED: 0, MUTED: 0}
    places = {}
    for word in known:
        kind = ADDED if word.family else MUTED
        places[word] = (kind, counts[kind])
        counts[kind] += 1
    return places


def _write(path: Path, text: str, wanted: tuple[OwnWord, ...]) -> None:
    """Write *text*, which appears whole or not at all; where it would not say *wanted*, it is written anew."""
    try:
        right = set(_read(path, text)) == set(wanted)
    except UsageError:
        right = False
    if not right:
        text = "\n\n".join("\n".join(_table(word)) for word in wanted) + "\n"
    path = Path(os.path.realpath(path))
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(draft, path)
    except OSError as error:
        raise UsageError(
            "words-unwritable",
            N_("Your own words cannot be written: {reason}."),
            hint=N_("Check who may write there."),
            source=str(path),
            reason=error.strerror or str(error),
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def vocabulary(settings: Settings) -> Vocabulary | None:
    """Return what to read with: the package's words and the user's own; None where there are none of these.

    Raises `ConfigurationError` with each word that could never be found.
    """
    if not settings.words:
        return None
    from handover.language.own_words import vocabulary_of

    _verify(settings.words_file, settings.words)
    return vocabulary_of(settings.words)


@lru_cache(maxsize=8)
def _verify(path: Path, words: tuple[OwnWord, ...]) -> None:
    from handover.language.own_words import mistakes_in

    places, lines = _places(words), lines_of(_text(path))
    mistakes = []
    for word in words:
        for mistake in mistakes_in((word,)):
            mistake.source = f"{path}:{line_of(places[word], lines)}"
            mistakes.append(mistake)
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
