"""A date is due only where a promise or a request governs it; the dates of other things are left alone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handover import language
from handover.language.dates import find_dates

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2025, 11, 19, 10, tzinfo=BERLIN)


def promised(text: str) -> list[str | None]:
    signals = language.read(text, now=NOW, zone=BERLIN)
    return [promise.due and str(promise.due.date()) for promise in signals.promises]


def wanted(text: str) -> list[str]:
    signals = language.read(text, now=NOW, zone=BERLIN)
    return [str(ask.due.date()) for ask in signals.requests if ask.due]


def found(text: str, lang: str) -> list[str]:
    mentions = find_dates(text, lang=lang, now=NOW, zone=BERLIN)
    return [str(mention.due.date()) for mention in mentions if mention.due and not mention.past]


@pytest.mark.parametrize(
    "text",
    [
        "Ich schicke Ihnen die Agenda für Freitag.",
        "Ich schicke Ihnen das Protokoll der Sitzung vom Montag.",
        "I'll send you the agenda for Friday.",
        "Ich kläre das, der Termin am Freitag bleibt.",
    ],
)
def test_the_day_of_a_thing_or_of_another_clause_is_not_when_the_promise_is_due(text: str) -> None:
    assert promised(text) == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ich schicke Ihnen die Agenda bis Freitag.", "2025-11-21"),
        ("I'll schedule the delivery for Friday.", "2025-11-21"),
        ("Ich kümmere mich darum, spätestens am Freitag.", "2025-11-21"),
        ("Bis Freitag.", "2025-11-21"),
        ("Angebot bis Freitag.", "2025-11-21"),
        ("Anfang Dezember kommt der Entwurf.", "2025-12-10"),
    ],
)
def test_a_day_that_the_promise_names_is(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    ["Das Klima ist heute anders.", "Noch eine Änderung für heute.", "Two more names for tomorrow then."],
)
def test_a_few_words_about_a_day_promise_nothing(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wann bekommen wir den Plan für morgen?", None),
        ("Wann bekommen wir bis Freitag den Plan?", "2025-11-21"),
        ("Könnten Sie mir morgen den Plan schicken?", "2025-11-20"),
        ("Ich bitte Sie, mir die Pläne bis zum 28. November zugänglich zu machen.", "2025-11-28"),
        ("Bei Interesse bitte ich um Mitteilung bis 28. November.", "2025-11-28"),
        ("Wir brauchen die Teile bis Freitag.", "2025-11-21"),
        ("Der Fehler muss innerhalb von zwei Tagen behoben werden.", "2025-11-21"),
        ("Could you let us know today, if possible?", "2025-11-19"),
        ("Could you ship the new seal by Friday?", "2025-11-21"),
        ("When will we see the plan for tomorrow?", None),
    ],
)
def test_a_question_about_a_day_wants_nothing_by_then_unless_it_sets_a_limit(
    text: str, day: str | None
) -> None:
    assert wanted(text) == ([day] if day else [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "This year, the prizes go to three schools."),
        ("en", "End of the day, somebody has to pay for it."),
        ("en", "The bakers could never finish it in two days."),
        ("en", "Most calls arrive between 2 p.m. and 4 p.m. there."),
        ("de", "Von 07:30 Uhr bis 15:30 Uhr besetzt."),
        ("de", "Am Abend vor dem Umzug regnete es."),
        ("de", "Das schaffen wir nicht in zwei Tagen."),
        ("de", "Der Vertrag gilt noch heute."),
        ("de", "Gelesen in der Welt am Sonntag."),
    ],
)
def test_what_sets_the_scene_hangs_on_an_event_or_is_denied_names_no_due_day(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "We will deliver this year.", ["2025-12-31"]),
        ("en", "I'll call between 2 p.m. and 4 p.m.", ["2025-11-19"]),
        ("en", "The fair is on Thursday 27 and Friday 28 November.", ["2025-11-28"]),
        ("de", "Ich erwarte eine Antwort innerhalb von 48 Stunden.", ["2025-11-21"]),
        ("de", "Ich rufe am Nachmittag nach der Besprechung an.", ["2025-11-19"]),
        ("de", "Ich melde mich noch heute.", ["2025-11-19"]),
    ],
)
def test_what_looks_much_the_same_but_names_a_day_still_does(lang: str, text: str, days: list[str]) -> None:
    assert found(text, lang) == days


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I will be unavailable from nine to eleven tomorrow."),
        ("en", "I will be in meetings all day tomorrow."),
        ("en", "I am going to be busy with the audit this week."),
        ("en", "We are going to have to plan better this year."),
        ("en", "I think they will close the counter tomorrow."),
        ("en", "Do you work tomorrow?"),
        ("en", "Nothing works today, are you still there?"),
        ("en", "Tonight the alarm went off three times. What are you doing?"),
        ("de", "Ich werde morgen den ganzen Tag in Besprechungen sein."),
        ("de", "Ich denke mal die Werkstatt wird heute kaum noch öffnen."),
        ("de", "Haben Sie morgen geöffnet?"),
        ("de", "Warum ist der Schalter heute geschlossen?"),
    ],
)
def test_being_away_guessing_and_asking_what_is_so_set_no_day(lang: str, text: str) -> None:
    signals = language.read(text, lang=lang, now=NOW, zone=BERLIN)

    assert [said.due for said in (*signals.promises, *signals.requests) if said.due] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Could you call me tomorrow?"),
        ("en", "I will send you the drawing tomorrow."),
        ("de", "Können Sie mich morgen anrufen?"),
        ("de", "Bitte installieren Sie die neue Fassung innerhalb der nächsten 24 Stunden."),
    ],
)
def test_what_is_asked_for_or_promised_by_a_day_keeps_it(lang: str, text: str) -> None:
    signals = language.read(text, lang=lang, now=NOW, zone=BERLIN)

    assert [said.due for said in (*signals.promises, *signals.requests) if said.due]
