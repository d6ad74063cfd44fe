"""Questions that came again and again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handover.model import Quote
from handover.questions import Asked, clusters, plain, substance

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def asked(
    number: int, question: str, answer: str, about: str = "", customer: str = "", language: str = "de"
) -> Asked:
    at = START + timedelta(days=number)
    return Asked(
        Quote(f"q{number}", None, at, "Kim", question),
        Quote(f"a{number}", None, at + timedelta(hours=1), "Anna", answer),
        about or f"Sache {number}",
        customer or f"c{number}.example",
        language,
    )


PORTAL = [
    asked(1, "Wo finde ich die CE-Erklärung zur Packstraße?", "Im Kundenportal, Seriennummer eingeben."),
    asked(2, "Wo bekomme ich das her?", "Im Kundenportal die Seriennummer eingeben, dann „CE-Erklärung“.", "CE"),
    asked(3, "Die CE-Erklärung fehlt uns, wo liegt sie?", "Bitte im Kundenportal mit der Seriennummer laden."),
]  # fmt: skip
OTHER = [
    asked(4, "Wann kommt der Monteur nach Ulm?", "Am Mittwoch um neun."),
    asked(5, "Was kostet die Wanne mit Deckel?", "Sie kostet 1.200 Euro."),
    asked(6, "Passt die Rampe durch das Rolltor?", "Ja, mit zehn Zentimetern Luft."),
]


def test_the_same_question_of_three_customers_is_one() -> None:
    [cluster] = clusters([*PORTAL, *OTHER])

    assert {one.question.key for one in cluster.asked} == {"q1", "q2", "q3"}
    assert "CE-Erklärung" in cluster.best.question.quote


def test_different_questions_are_none() -> None:
    assert clusters(OTHER) == []


def test_a_customer_who_asks_twice_under_one_subject_counts_once() -> None:
    twice = [PORTAL[0]._replace(about="CE", customer="a"), PORTAL[2]._replace(about="CE", customer="a")]

    assert clusters([*twice, *OTHER]) == []


def test_german_and_english_stay_apart() -> None:
    other = [PORTAL[0], PORTAL[2]._replace(language="en"), *OTHER]

    assert clusters(other) == []


def test_two_questions_of_one_mail_with_one_answer_are_two() -> None:
    first = asked(
        1, "Wie lange dauern Ersatzteile?", "Zehn Tage. Und die Rampe kostet 90 Euro.", customer="a"
    )
    second = first._replace(
        question=first.question._replace(quote="Was kosten Rampe und Ersatzteile?"), about="x"
    )

    assert clusters([first, second]) == []


def test_a_question_without_telling_words_is_told_with_its_subject() -> None:
    assert plain(PORTAL[1]) == "CE: Wo bekomme ich das her?"


def test_an_answer_is_told_without_greeting_and_closing() -> None:
    mail = "Sehr geehrte Frau Berg,\n\nzehn Arbeitstage.\n\nMit freundlichen Grüßen\nAnna Wir\nVertrieb"

    assert substance(mail) == "zehn Arbeitstage."


def test_a_mail_that_is_only_a_greeting_is_told_as_it_is() -> None:
    assert substance("Hallo Kim,") == "Hallo Kim,"


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_words_can_be_sorted(texts: list[str]) -> None:
    found = clusters([asked(number, text, text) for number, text in enumerate(texts)])

    assert all(len(cluster.asked) >= 2 for cluster in found)
