"""A user's own words in the language layer: they count, they are refused with a reason, and they can be explained."""

from __future__ import annotations

import pickle
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handover.app.reader import Reader
from handover.errors import UsageError
from handover.intake.renewal import renew_signals
from handover.language import read
from handover.language.explaining import explain
from handover.language.own_words import SIGNALS, USUAL, OwnWord, family_of, vocabulary_of
from handover.language.phrases import find, matches
from handover.language.reading import sentences_of
from handover.language.rule import lines
from handover.language.trying import tidy, try_word
from handover.language.vocabulary import default, find_packs
from handover.store import Location, Store
from handover.worktime import WorkCalendar
from tests.store.samples import message, signals


@pytest.mark.parametrize("signal", SIGNALS)
def test_a_word_of_every_signal_is_heard(signal: str) -> None:
    text = "Blafasel quux am Bau."
    words = vocabulary_of((OwnWord("Blafasel quux", family_of(signal), sure=USUAL.get(signal)),))

    before, after = read(text, lang="de"), read(text, lang="de", words=words)

    assert getattr(before, signal) < 0.5 <= getattr(after, signal)


def test_a_word_counts_in_its_language_only() -> None:
    words = vocabulary_of((OwnWord("Rampe voll", "urgent", "de"),))

    assert read("Rampe voll!", lang="de", words=words).urgent >= 0.5
    assert read("Rampe voll!", lang="en", words=words).urgent < 0.5


def test_the_weight_is_how_surely_the_word_alone_means_it() -> None:
    words = vocabulary_of((OwnWord("Rampe voll", "urgent", sure=0.31),))

    assert read("Rampe voll.", lang="de", words=words).urgent == pytest.approx(0.31)


def test_muting_takes_exactly_these_words_and_leaves_others_of_the_phrase() -> None:
    words = vocabulary_of((OwnWord("sofort"),))

    assert read("Das brauchen wir sofort.", lang="de", words=words).urgent < 0.5
    assert read("Das ist dringlichst.", lang="de", words=words).urgent >= 0.5
    assert read("Sofort, ja dringlichst!", lang="de", words=words).urgent >= 0.5


def test_a_word_is_silenced_by_a_negation_like_the_package_s_own() -> None:
    words = vocabulary_of((OwnWord("Wickler steht", "urgent"),))

    assert read("Kein Wickler steht.", lang="de", words=words).urgent < 0.5


@pytest.mark.parametrize(
    ("word", "code", "told"),
    [
        (OwnWord("", "urgent"), "empty-word", "holds no word"),
        (OwnWord(".. ...", "urgent"), "empty-word", "holds no word"),
        (OwnWord("ab*", "urgent"), "useless-word", "at least 3 letters"),
        (OwnWord("Hr. Müller", "urgent"), "useless-word", "read as “Hr Müller”"),
        (OwnWord("*steht", "urgent"), "useless-word", "no word to find it by"),
        (OwnWord("foo|", "urgent"), "useless-word", "no word to find it by"),
        (OwnWord("#Wickler", "urgent"), "useless-word", "no word to find it by"),
        (OwnWord("{boss} ruft an", "urgent", "xx"), "unknown-language", "“xx”"),
        (OwnWord("{kunde} ruft", "urgent"), "useless-word", "word class"),
        (OwnWord("und", "urgent"), "useless-word", "nearly every mail"),
        (OwnWord("the", "urgent"), "useless-word", "nearly every mail"),
        (OwnWord("wenn alles brennt", "urgent", "de"), "useless-word", "silence it"),
        (OwnWord("Band\nsteht", "urgent"), "useless-word", "cannot be seen"),
        (OwnWord("w" * 201, "urgent"), "useless-word", "too long"),
        (OwnWord("Band steht", "urgent", sure=0.0), "bad-weight", "no weight"),
        (OwnWord("Band steht", "urgent", sure=1.5), "bad-weight", "no weight"),
        (OwnWord("Band steht", "urgent", sure=float("nan")), "bad-weight", "no weight"),
        (OwnWord("melden uns", "holding", sure=0.5), "no-weight", "takes no weight"),
        (OwnWord("Wickler"), "nothing-to-mute", "nothing to mute"),
    ],
)
def test_a_word_that_is_of_no_use_is_refused_with_the_reason(word: OwnWord, code: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        try_word(word)

    assert caught.value.code == code
    assert caught.value.hint


@pytest.mark.parametrize(
    "word",
    [
        OwnWord("SLA-Verletzung", "urgent"),
        OwnWord("24/7 Hotline", "urgent"),
        OwnWord("nicht mehr tragbar", "complaint", "de"),
        OwnWord("bitte? anrufen", "ask", "de"),
        OwnWord("Wickl* .. steht|stockt", "urgent"),
        OwnWord("^ {we} kündigen|storno", "threat", "de"),
        OwnWord("dringend*"),
        OwnWord("asap"),
        OwnWord("traurig", lang="de"),
    ],
)
def test_a_word_that_can_be_found_is_taken(word: OwnWord) -> None:
    try_word(word)


def test_words_are_tidied_as_they_are_read() -> None:
    assert tidy("  Band   steht! ") == "Band steht"
    assert tidy("Hr. Müller") == "Hr Müller"
    assert tidy("rufe .. zurück|an") == "rufe .. zurück|an"


def test_an_unknown_signal_is_named_with_what_was_meant() -> None:
    with pytest.raises(UsageError, match="did you mean “urgent”"):
        family_of("urgnt")


@pytest.mark.parametrize("pack", find_packs(), ids=lambda pack: pack.code)
def test_the_explanation_counts_what_the_reading_counts(pack) -> None:
    words = default()
    for rule in pack.rules:
        for text in (*lines(rule.yes), *lines(rule.no)):
            for sentence in sentences_of(text, pack.code, words):
                lexicon = words.lexicon(sentence.lang)
                counted = [(m.rule.code, m.phrase.text) for m in matches(sentence, lexicon) if not m.guard]

                assert counted == [(hit.code, hit.phrase) for hit in find(sentence, lexicon)], text


def test_what_is_heard_is_explained_with_words_weight_and_what_silences_it() -> None:
    words = vocabulary_of((OwnWord("asap"), OwnWord("Wickler steht", "urgent", "de", 0.9)))
    text = "Der Wickler steht. Es ist nicht dringend. Bitte asap melden."

    heard = {(each.family, each.quote): each for each in explain(text, "de", words).heard}

    own = heard["urgent", "Wickler steht"]
    assert (own.own, own.guard, own.language) == (True, "", "de")
    assert own.signals["urgent"] == pytest.approx(0.9)
    assert heard["urgent", "dringend"].guard == "n"
    assert heard["urgent", "asap"].guard == "m"


def test_reading_processes_get_the_words() -> None:
    work = WorkCalendar(ZoneInfo("Europe/Berlin"))
    mail = message("m1", text="Der Wickler steht.")
    reader = pickle.loads(pickle.dumps(Reader(work, (OwnWord("Wickler steht", "urgent"),))))

    assert Reader(work)(mail).urgent < 0.5 <= reader(mail).urgent


def test_words_zone_and_region_are_part_of_the_fingerprint() -> None:
    work = WorkCalendar(ZoneInfo("Europe/Berlin"))
    words = (OwnWord("Wickler steht", "urgent"), OwnWord("asap"))
    plain = Reader(work, words).fingerprint

    assert Reader(work, words[::-1]).fingerprint == plain
    others = [
        Reader(work),
        Reader(work, (OwnWord("Wickler steht", "urgent", sure=0.5), OwnWord("asap"))),
        Reader(WorkCalendar(ZoneInfo("Europe/Lisbon")), words),
        Reader(WorkCalendar(ZoneInfo("Europe/Berlin"), region="DE-BY"), words),
    ]
    assert plain not in {other.fingerprint for other in others}


@pytest.mark.slow
def test_several_processes_read_stored_mail_anew_with_the_words(tmp_path: Path) -> None:
    reader = Reader(WorkCalendar(ZoneInfo("Europe/Berlin")), (OwnWord("Wickler steht", "urgent"),))
    with Store.open(str(tmp_path / "mail.sqlite")) as store:
        for number in range(350):
            mail = message(f"m{number}", text="Der Wickler steht.")
            store.add(mail, signals(), Location("maildir:/m", "INBOX", f"cur/{number}"))

        renew_signals(store, reader, reader.fingerprint, workers=2)

        assert [one.signals.urgent for one in store.all_messages()] == pytest.approx([0.72] * 350)
