"""How words, rules and models are weighed: what confronts, what asks, and what counts less the more there is of it."""

import pytest

from handover.language import read, weighing
from handover.language.linear import Linear, Task, hashed
from handover.language.reading import sentences_of
from handover.language.stance import stance
from handover.language.tone import Tone
from handover.language.vocabulary import default

AT_THE_READER = (
    "You never look at what you were sent, and you do not check your figures before you send them on."
)
OF_ONESELF = "I never look at what I was sent, and I do not check my figures before I send them on."


def stance_of(text: str) -> float:
    return stance(sentences_of(text, "en", default()), ())


def test_speaking_at_the_reader_confronts_and_speaking_of_oneself_does_not() -> None:
    assert stance_of(AT_THE_READER) > 0 > stance_of(OF_ONESELF.replace("never ", "").replace("not ", ""))


@pytest.mark.parametrize("soft", ["perhaps", "probably", "I think"])
def test_softening_words_confront_less(soft: str) -> None:
    assert stance_of(f"{soft} your figures are wrong.") < stance_of("Your figures are wrong.")


def test_one_you_in_a_few_words_confronts_less_than_the_same_share_of_many() -> None:
    few, many = "You know.", "You know. " * 20

    assert 0 < weighing.stanced(stance_of(few), 2) < weighing.stanced(stance_of(many), 40)


def test_who_speaks_at_the_reader_sounds_worse_and_complains_more() -> None:
    at, of = read(AT_THE_READER, lang="en"), read(OF_ONESELF, lang="en")

    assert at.tone < of.tone
    assert at.complaint > of.complaint


def test_thanks_are_not_held_against_those_who_say_you() -> None:
    sentences = sentences_of("Thank you, you were quick and your parts fit.", "en", default())

    assert stance(sentences, {sentences[0].start}) == 0 < stance(sentences, ())


def test_each_further_bad_word_counts_less() -> None:
    once, twice, thrice = [weighing.tone_odds(Tone(0, bad, ()), 20) for bad in (2, 4, 6)]

    assert thrice > twice > once
    assert thrice - twice < twice - once


def test_a_bad_word_weighs_less_in_a_long_text() -> None:
    assert weighing.tone_odds(Tone(0, 3, ()), 200) < weighing.tone_odds(Tone(0, 3, ()), 20)


def test_the_longer_a_text_the_more_displeasure_is_judged_as_in_threads() -> None:
    odds = {"displeased": -1.0, "uncivil": 1.0}

    assert -1 < weighing.discontent(odds, 5) < weighing.discontent(odds, 100) < 1


def test_a_promise_does_not_ask_but_comes_before_what_says_nothing() -> None:
    promise, plain = (
        read(text, lang="en").asks for text in ("I will send you the plan.", "The sky is grey.")
    )

    assert plain < promise < 0.5


def test_what_only_hands_over_or_invites_does_not_ask_though_it_says_please() -> None:
    assert read("Please confirm the new date today.", lang="en").asks >= 0.5
    assert read("Please find attached the invoice.", lang="en").asks < 0.5
    assert read("If you have any questions, please feel free to call me.", lang="en").asks < 0.5


def test_what_only_hints_at_a_wish_is_no_half_request() -> None:
    assert weighing.implied(0.55, 3) == pytest.approx(0.55)
    assert weighing.implied(0.45, 3) < 0.45 * 0.7


def test_models_of_different_sizes_find_their_own_places() -> None:
    tasks = (Task("small", 3, 0.5, 0.0), Task("large", 5, 2.0, 0.0, wide=True))
    weights = bytes(range(100, 108)) + bytes(range(200, 232))

    model = Linear(tasks, weights)

    for name in ("wort", "noch eins", "drittes"):
        small, large = model.fact(f"@{name}")
        assert small == 0.5 * (100 + hashed(f"@{name}", 3))
        assert large == 2.0 * (200 + hashed(f"@{name}", 5) - 256)
