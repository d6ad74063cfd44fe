"""Clauses decide, not keywords: the traps of business mail, in both languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handover.language import read
from handover.model import Signals

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=BERLIN)  # a Tuesday


def said(text: str, lang: str = "de") -> Signals:
    return read(text, lang=lang, now=NOW, zone=BERLIN)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sie melden sich bis Freitag."),
        ("de", "Ich wollte mich eigentlich melden."),
        ("de", "Ich habe Ihnen die Liste am Montag geschickt."),
        ("de", "Falls es Fragen gibt, rufe ich Sie an."),
        ("de", "Soll ich Ihnen die Liste bis Freitag schicken?"),
        ("de", "Ich kann Ihnen das leider nicht bis Freitag schicken."),
        ("de", "Ich hoffe, Sie melden sich bis Freitag."),
        ("de", "Ich schreibe Ihnen wegen der Rechnung vom Montag."),
        ("en", "You will call me back by Friday."),
        ("en", "I sent you the list on Monday."),
        ("en", "If there are questions, I will call you."),
        ("en", "Shall I send you the list by Friday?"),
        ("en", "I won't send it by Friday."),
        ("en", "I will be out of the office until Friday."),
    ],
)
def test_what_the_writer_does_not_undertake_is_no_promise(lang: str, text: str) -> None:
    signals = said(text, lang)

    assert signals.promises == ()
    assert signals.promise < 0.5


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("de", "Ich melde mich bis Freitag.", 13),
        ("de", "Ich rufe Sie morgen um 10 zurück.", 11),
        ("de", "Ich verspreche Ihnen, dass ich mich bis Freitag melde.", 13),
        ("de", "Am Donnerstag schicke ich Ihnen das Angebot.", 12),
        ("de", "Melde mich morgen dazu.", 11),
        ("de", "Die Lieferung geht morgen raus.", 11),
        ("de", "Das Angebot erhalten Sie bis Freitag.", 13),
        ("de", "Unser Geschäftsführer ruft Sie morgen an.", 11),
        ("en", "I'll send you the quote by Friday.", 13),
        ("en", "We will get back to you tomorrow.", 11),
        ("en", "You will have it by Thursday.", 12),
        ("en", "Our CEO will call you tomorrow.", 11),
    ],
)
def test_a_promise_is_found_with_its_day(lang: str, text: str, day: int) -> None:
    signals = said(text, lang)

    assert [promise.due and promise.due.day for promise in signals.promises] == [day]
    assert signals.promise >= 0.5
    assert any(why.signal == "promise" for why in signals.why)


def test_a_promise_is_dated_by_its_own_clause() -> None:
    signals = said("Nach dem Ärger am Montag ist das nur fair: Wir verlängern die Garantie.")

    assert [(promise.due, promise.kinds) for promise in signals.promises] == [(None, ("guarantee",))]


def test_a_clock_time_alone_is_meant_on_the_day_named_before() -> None:
    signals = said("The test is on Thursday, 19 March. Our technician will be with you from 05:30.", "en")

    assert [promise.due for promise in signals.promises] == [datetime(2026, 3, 19, 5, 30, tzinfo=BERLIN)]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("de", "Wir erstatten Ihnen den Betrag bis Freitag.", "refund"),
        ("de", "Wir geben Ihnen 5 % Rabatt.", "discount"),
        ("de", "Wir garantieren Ihnen den Termin.", "guarantee"),
        ("de", "Unser Geschäftsführer ruft Sie morgen an.", "ceo"),
        ("de", "Die Reparatur führen wir kostenlos aus, ich schicke morgen jemanden.", "free"),
        ("de", "Ich rufe Sie morgen zurück.", "callback"),
        ("en", "We will refund the amount by Friday.", "refund"),
        ("en", "If you order this year, I will give you a discount of 4 %.", "discount"),
        ("en", "We guarantee you the date.", "guarantee"),
        ("en", "Our managing director will call you tomorrow.", "ceo"),
        ("en", "We will repair it free of charge.", "free"),
        ("en", "I will call you back tomorrow.", "callback"),
    ],
)
def test_what_one_may_not_promise_alone_is_named(lang: str, text: str, kind: str) -> None:
    promises = said(text, lang).promises

    assert any(kind in promise.kinds for promise in promises)


@pytest.mark.parametrize(
    "text",
    [
        "Die neue Preisliste kündigen wir rechtzeitig an.",
        "Die Staatsanwaltschaft hat angerufen.",
        "Ihre Kündigungsbestätigung liegt bei.",
        "Der Frühling kündigt sich an.",
    ],
)
def test_words_that_only_look_like_a_threat_are_none(text: str) -> None:
    assert said(text).threat < 0.3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Dann kündigen wir den Vertrag."),
        ("de", "Ich übergebe die Sache meinem Anwalt."),
        ("en", "You will hear from our lawyer."),
        ("en", "We will cancel the contract."),
    ],
)
def test_a_threat_is_heard(lang: str, text: str) -> None:
    assert said(text, lang).threat >= 0.5


def test_thanks_in_advance_press_and_do_not_close() -> None:
    signals = said("Vielen Dank im Voraus.")

    assert signals.has("pressure")
    assert signals.thanks == 0.0


@pytest.mark.parametrize(("lang", "text"), [("de", "Danke, hat geklappt."), ("en", "Thanks, that worked.")])
def test_thanks_for_what_worked_close(lang: str, text: str) -> None:
    signals = said(text, lang)

    assert signals.thanks >= 0.5
    assert signals.asks < 0.5


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Danke, aber die Rechnung fehlt noch immer."),
        ("en", "Thanks, but the invoice is still missing. When will you send it?"),
    ],
)
def test_thanks_with_a_but_stay_open(lang: str, text: str) -> None:
    signals = said(text, lang)

    assert signals.thanks < 0.5
    assert signals.asks >= 0.5


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Das ist nicht dringend."),
        ("de", "Es eilt nicht."),
        ("de", "Wir kümmern uns sofort darum."),
        ("de", "Der Artikel ist sofort lieferbar."),
        ("en", "No rush at all."),
        ("en", "We will fix it immediately."),
    ],
)
def test_haste_that_is_denied_or_ones_own_is_not_urgent(lang: str, text: str) -> None:
    assert said(text, lang).urgent < 0.5


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Unsere Anlage steht seit heute früh still."),
        ("de", "Dringend: Der Server ist nicht erreichbar!"),
        ("en", "Our line is down, we cannot ship anything."),
    ],
)
def test_a_standstill_is_urgent(lang: str, text: str) -> None:
    assert said(text, lang).urgent >= 0.5


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Wir kümmern uns darum."),
        ("de", "Ihr Anliegen ist in Bearbeitung, wir melden uns."),
        ("de", "Ich melde mich bis Freitag."),
        ("de", "Dazu habe ich leider keine Informationen."),
        ("en", "We are looking into it."),
        ("en", "I will get back to you by Friday."),
        ("en", "I have no information, I'll pass it on to my colleague."),
    ],
)
def test_a_reply_without_substance_holds(lang: str, text: str) -> None:
    assert said(text, lang).holding >= 0.5


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Ist erledigt."),
        ("de", "Anbei die Rechnung."),
        ("de", "Der Liefertermin ist der 12. März."),
        ("de", "Welche Seriennummer hat das Gerät?"),
        ("de", "Wir geben Ihnen 5 % Rabatt."),
        ("en", "Done."),
        ("en", "The price list is attached."),
        ("en", "Which version are you using?"),
    ],
)
def test_a_short_answer_is_substance(lang: str, text: str) -> None:
    assert said(text, lang).holding < 0.5


def test_each_question_is_an_ask_of_its_own() -> None:
    signals = said("1. Wann kommt der Techniker?\n2. Ist das Lichtgitter noch in Garantie?")

    assert [ask.quote for ask in signals.requests] == [
        "1. Wann kommt der Techniker?",
        "2. Ist das Lichtgitter noch in Garantie?",
    ]


def test_an_ask_carries_the_moment_it_wants_an_answer_by() -> None:
    (ask,) = said("Bitte schicken Sie uns die Liste bis Freitag.").requests

    assert ask.due is not None
    assert ask.due.date().isoformat() == "2026-03-13"


@pytest.mark.parametrize("text", ["Wie geht es Ihnen?", "Bitte beachten Sie die neuen Öffnungszeiten."])
def test_courtesy_does_not_ask(text: str) -> None:
    assert said(text).asks < 0.5


def test_every_signal_that_speaks_gives_its_reason() -> None:
    signals = said("Ihre Lieferung ist schon wieder falsch, das ist eine Zumutung. Wann kommt Ersatz?")

    named = {why.signal for why in signals.why}
    assert {"complaint", "negative", "asks"} <= named
    assert all(why.quote for why in signals.why)


def test_greeting_sign_off_and_signature_are_not_read() -> None:
    text = "Guten Tag Frau Kögel,\n\nder Termin passt.\n\nMit freundlichen Grüßen\nDr. Anwalt & Partner\nTel. dringend"

    signals = said(text)

    assert signals.threat == 0.0
    assert signals.urgent == 0.0
