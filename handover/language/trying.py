"""Trying a user's word on itself: whether the program would ever find it, and whether it would let it count."""

from __future__ import annotations

from collections.abc import Iterator

from handover.errors import UsageError
from handover.i18n import N_
from handover.language.clauses import Sentence
from handover.language.families import FAMILIES
from handover.language.lexicon import Lexicon
from handover.language.own_words import LONGEST, MOST, OwnWord
from handover.language.pattern import MIN_STEM, alternatives, anchors, expression, fold, is_mark
from handover.language.phrases import matches
from handover.language.rule import Pack
from handover.language.text import TOKEN
from handover.language.vocabulary import Vocabulary, default

_PATTERN = frozenset("*|{}^$")


def tidy(text: str) -> str:
    """Return *text* as the program reads words: punctuation taken off, spaces single; a pattern stays as it is."""
    plain = " ".join(text.split()).rstrip(".?!…")
    if ".." in plain or _PATTERN.intersection(plain) or "? " in plain:
        return plain
    return " ".join(TOKEN.findall(plain))


def try_word(word: OwnWord) -> None:
    """Raise `UsageError` when *word* could never be found in a text, or when finding it would change nothing."""
    packs = _packs(word)
    if not word.text.strip() or not any(char.isalnum() for char in word.text):
        raise UsageError(
            "empty-word",
            N_("“{word}” holds no word."),
            hint=N_('Give a word or phrase in quotation marks: "Band steht".'),
            word=word.text,
        )
    if len(word.text) > LONGEST or not word.text.isprintable():
        raise _useless(word, N_("“{word}” is too long, or holds characters that cannot be seen."))
    if word.sure is not None:
        _try_weight(word)
    if word.family and any(_is_common(word.text, pack) for pack in packs):
        text = N_("“{word}” stands in nearly every mail.")
        raise _useless(word, text, hint=N_("Add the words that stand beside it."))
    reasons = [reason for pack in packs if (reason := _fault(word, pack))]
    if len(reasons) == len(packs):
        raise reasons[0]


def _packs(word: OwnWord) -> list[Pack]:
    known = default().packs
    packs = [pack for pack in known if word.lang in ("", pack.code)]
    if not packs:
        raise UsageError(
            "unknown-language",
            N_("“{lang}” is no language that is read here."),
            hint=N_("There are {known}; without --lang the word counts in all of them."),
            lang=word.lang,
            known=", ".join(pack.code for pack in known),
        )
    return packs


def _is_common(text: str, pack: Pack) -> bool:
    """Tell whether mails are full of *text*; words that tell a language are, unless a phrase listens for one."""
    words = fold(text).split("|")
    if not any(fold(each) in words for each in pack.stop | pack.frequent):
        return False
    alone = [phrase.text for _, phrase in default().lexicon(pack.code).phrases if " " not in phrase.text]
    return not any(text in phrase.split("|") for phrase in alone)


def _try_weight(word: OwnWord) -> None:
    assert word.sure is not None
    if not 0 < word.sure <= MOST:
        raise UsageError(
            "bad-weight",
            N_("{weight} is no weight."),
            hint=N_("It says how surely the words alone mean it: above 0, at most 0.97."),
            weight=f"{word.sure:g}",
        )
    if not word.family or not FAMILIES[word.family].signals:
        raise UsageError(
            "no-weight",
            N_("“{signal}” takes no weight."),
            hint=N_("Leave --weight out."),
            signal=word.family or "mute",
        )


def _fault(word: OwnWord, pack: Pack) -> UsageError | None:
    """Return why *word* is of no use in the language of *pack*; None when it is."""
    try:
        if not all("|".join(word.text.split()).split("|")):
            raise ValueError("an alternative without a word")
        anchors(fold(word.text), pack.classes, frozenset())
        expression(word.text, pack.classes)
        sentence, lexicon = _read(word, pack)
    except KeyError as error:
        name = str(error).strip("'")
        return _useless(word, N_("“{word}” names a word class that does not exist: {name}."), name=name)
    except ValueError as error:
        if "stem" in str(error):
            text = N_("“{word}” is too short: at least {count} letters must stand before *.")
            return _useless(word, text, count=str(MIN_STEM))
        return _useless(word, N_("“{word}” holds no word to find it by."))
    return _unheard(word, sentence, lexicon) if word.family else _unmuted(word, sentence, lexicon)


def _read(word: OwnWord, pack: Pack) -> tuple[Sentence, Lexicon]:
    """Return the words of *word* as a sentence, and what to look it up in: the word alone, or all that is known."""
    if word.family:
        alone = pack._replace(rules=(), kinds={}, valence={}, emoticons={}, model="")
        lexicon = Vocabulary((alone,), (word,)).lexicon(pack.code)
    else:
        lexicon = default().lexicon(pack.code)
    words = lexicon.words(TOKEN.findall(" ".join(_spoken(word.text, pack)).lower()))
    if not words:
        raise ValueError("nothing to read")
    return Sentence(0, 0, words, "", pack.code), lexicon


def _spoken(text: str, pack: Pack) -> Iterator[str]:
    """Yield one text that the phrase *text* is meant to find, word by word."""
    for item in text.split():
        if not is_mark(item):
            first = item.removesuffix("?").partition("|")[0]
            yield (alternatives(first, pack.classes)[0] if first[0] == "{" else first).strip("*")


def _unheard(word: OwnWord, sentence: Sentence, lexicon: Lexicon) -> UsageError | None:
    for match in matches(sentence, lexicon):
        if match.phrase.text == word.text and match.rule.code == word.family:
            if match.guard:
                text = N_(
                    "“{word}” would never count: its own words silence it, as a negation or a condition does."
                )
                return _useless(word, text)
            return None
    read = " ".join(TOKEN.findall(" ".join(_spoken(word.text, lexicon.pack))))
    text = N_("“{word}” would never be found: in a mail it is read as “{read}”.")
    return _useless(word, text, hint=N_("Write it like that."), read=read)


def _unmuted(word: OwnWord, sentence: Sentence, lexicon: Lexicon) -> UsageError | None:
    if any(phrase.text == word.text for _, phrase in lexicon.phrases) or lexicon.is_tone(word.text):
        return None
    span = " " + " ".join(each.norm for each in sentence.words) + " "
    if any(match.text == span for match in matches(sentence, lexicon)):
        return None
    return UsageError(
        "nothing-to-mute",
        N_("Nothing is heard in exactly “{word}”, so there is nothing to mute."),
        hint=N_("`handover words show` with a sentence tells which of its words are heard."),
        word=word.text,
    )


def _useless(word: OwnWord, text: str, hint: str = "", **values: str) -> UsageError:
    hint = hint or N_("`handover words add --help` tells how words are written.")
    return UsageError("useless-word", text, hint=hint, word=word.text, **values)
