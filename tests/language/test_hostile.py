"""Anything may be in a mail: bounded time, neutral signals, and said so."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.language import read
from handover.language.text import MAX_CHARS

LIMIT_S = 2.0


@pytest.mark.parametrize(
    "text",
    [
        "bitte " * 400_000,
        "Wann kommt das? " * 150_000,
        "noch immer nicht keine " * 100_000,
        "On Monday someone wrote:\n" * 100_000,
        "> " * 500_000,
        "((((" * 300_000,
        "a" * 5_000_000,
        "!?" * 1_000_000,
        "\n" * 2_000_000,
        "1.1.1." * 300_000,
        "ich " * 80 + "melde " * 300_000,
    ],
    ids=lambda text: text[:12],
)
def test_five_megabytes_take_no_longer_than_a_long_mail(text: str) -> None:
    started = time.process_time()

    signals = read(text)

    assert time.process_time() - started < LIMIT_S
    assert any(why.code == "cut" for why in signals.why)


def test_a_long_mail_is_read_up_to_its_limit() -> None:
    text = "Wann kommt die Lieferung?\n\n" + "Die Rolle dreht sich. " * MAX_CHARS

    assert read(text, lang="de").asks >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, pouvez-vous nous envoyer la facture pour la commande ? Merci beaucoup, à bientôt.",
        "Hola, ¿pueden enviarnos la factura de los productos? Muchas gracias por su ayuda.",
        "Здравствуйте, пришлите, пожалуйста, счёт.",
        "お世話になっております。請求書を送ってください。",
    ],
)
def test_a_third_language_stays_neutral_and_says_so(text: str) -> None:
    signals = read(text)

    assert signals.language == "und"
    assert (signals.asks, signals.negative, signals.urgent, signals.holding) == (0.0, 0.0, 0.0, 0.0)
    assert [why.code for why in signals.why] == ["language"]


@pytest.mark.parametrize("text", ["", "   \n\n", "12345", "---"])
def test_no_text_says_nothing(text: str) -> None:
    signals = read(text)

    assert signals.requests == ()
    assert (signals.asks, signals.complaint, signals.promise) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "Wir k\u200bün\u200bdi\u200bgen den Ver\u200btrag so\u200bfort.",
        "Wir kündigеn dеn Vеrtrag und gehen zum Anwаlt.",  # with Cyrillic е and а
    ],
)
def test_disguised_words_are_not_believed(text: str) -> None:
    signals = read(text)

    assert signals.threat == 0.0
    assert [why.code for why in signals.why] == ["disguised"]


def test_soft_hyphens_and_preheader_fillers_do_not_disguise() -> None:
    text = "\u200c \u200c \u200c Bitte schi\u00adcken Sie mir die Liste."

    assert read(text).asks >= 0.5


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    signals = read(text)

    for name in ("negative", "urgent", "complaint", "asks", "holding", "thanks", "promise", "threat"):
        assert 0.0 <= getattr(signals, name) <= 1.0
    assert -1.0 <= signals.tone <= 1.0


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "ich wir Sie nicht bis Freitag melde ? , . wenn dass bitte danke aber I will not".split()
        )
    )
)
def test_no_order_of_function_words_raises(words: list[str]) -> None:
    read(" ".join(words), lang="de")
