"""Who waits and turns to somebody else of ours; who is content, and what that settles."""

from __future__ import annotations

import pytest

from handover.ledger import Facts, promise_state
from handover.model import Address, Person, PromiseState, Role, Step
from handover.people import People, build
from tests.ledger.test_requests import facts

ASKS = "Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?"
PRESSES = "ich habe mehrfach versucht, Frau Berger zu erreichen. Bitte kümmern Sie sich darum."


def raised(found: Facts) -> list[Step]:
    return [step for request in found.requests for step in request.steps if step.kind == "escalated"]


def test_pressing_a_stranger_of_ours_instead_of_the_owner_is_going_past_her():
    found, _ = facts(f"""
        {ASKS}
        Mi 15:00 kim@acme.example > seefeld@wir.example, cc:anna@wir.example [Seit Tagen] | {PRESSES}
        Mi 17:00 now
    """)

    assert [step.because for step in raised(found)] == ["went_past_owner"]


@pytest.mark.parametrize(
    "story",
    [
        f"Mi 15:00 kim@acme.example > anna@wir.example, seefeld@wir.example [Pumpe] | {PRESSES}",
        "Mi 15:00 kim@acme.example > seefeld@wir.example [Pumpe] | Das Datenblatt liegt bei.",
        f"""Mi 14:00 seefeld@wir.example > kim@acme.example [Pumpe] | Ich sehe gleich nach und melde mich.
        Mi 15:00 kim@acme.example > seefeld@wir.example [Pumpe] | {PRESSES}""",
    ],
    ids=["the owner is addressed too", "nothing is pressed", "the colleague is on it"],
)
def test_writing_to_a_colleague_is_no_escalation_by_itself(story: str):
    found, _ = facts(f"{ASKS}\n{story}\nMi 17:00 now")

    assert raised(found) == []


def test_a_function_tells_who_leads():
    chief = Person("Gudrun Seefeld", ("g@wir.example",), function="Geschäftsführerin")
    helper = Person("Peter Lindner", ("p@wir.example",), function="Projektleiter")
    people: People = build([Address("Anna", "anna@wir.example")], team=[chief, helper])

    assert people.leads("g@wir.example")
    assert not people.leads("p@wir.example")
    assert people.role("g@wir.example") is Role.TEAM


@pytest.mark.parametrize(
    "words",
    [
        "Die neuen Kisten sind großartig, weiter so!",
        "The new boxes are excellent, everybody here loves them.",
    ],
)
def test_a_pleased_word_that_asks_nothing_wants_nothing(words: str):
    found, states = facts(f"Mo 09:00 kim@acme.example > anna@wir.example [Kisten] | {words}\nDo 12:00 now")

    assert [state.value for state in states] in ([], ["closed"]), found.requests


def test_pleased_words_with_a_question_still_ask():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Kisten] | Die neuen Kisten sind großartig. Gibt es die auch in Blau?
        Do 12:00 now
    """)

    assert [state.value for state in states] == ["open"]


def test_thanks_for_what_was_promised_settle_the_complaint():
    found, states = facts("""
        Mo 08:00 kim@acme.example > anna@wir.example [Wäsche] | Die Wäsche riecht nach Öl. Das ist eine Zumutung!
        Mo 09:00 anna@wir.example > kim@acme.example [Re: Wäsche] | Das tut uns leid. Wir holen alles heute um 14 Uhr ab.
        Di 15:00 kim@acme.example > anna@wir.example [Re: Wäsche] | Danke, dass es so schnell ging.
        Mi 12:00 now
    """)

    assert [promise_state(p, found.last_contact) for p in found.promises] == [PromiseState.KEPT]
    assert [state.value for state in states] == ["closed"]


def test_thanks_before_the_day_leave_the_put_off_request_waiting():
    found, _ = facts("""
        Mo 08:00 kim@acme.example > anna@wir.example [Angebot] | Wann kommt das Angebot?
        Mo 09:00 anna@wir.example > kim@acme.example [Re: Angebot] | Ich kümmere mich darum und melde mich bis Freitag.
        Mo 10:00 kim@acme.example > anna@wir.example [Re: Angebot] | Danke!
        Di 12:00 now
    """)

    assert "closed" not in [step.kind for step in found.requests[0].steps]


@pytest.mark.parametrize(
    "again", ["Seit gestern kein Wort von Ihnen, das ist eine Katastrophe!", "Not a word since yesterday."]
)
def test_not_a_word_since_asks_again(again: str):
    found, _ = facts(f"""
        {ASKS}
        Di 15:00 kim@acme.example > anna@wir.example [Pumpe] | {again}
        Mi 17:00 now
    """)

    assert [step.kind for step in found.requests[0].steps] == ["opened", "chased"]


def test_the_assistant_who_writes_on_about_a_caller_reports_another_call():
    found, _ = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Ruf] (note) | Bitte um Rückruf wegen der Pumpe.
        Di 09:00 empfang@wir.example > anna@wir.example [Ruf] | Gestern wieder kein Anruf, sagt sie.
        Di 10:00 empfang@wir.example > anna@wir.example [Ruf] | Die Akte liegt auf deinem Tisch.
        Mi 12:00 now
    """)

    assert [step.kind for step in found.requests[0].steps] == ["opened", "chased", "forwarded"]


def test_a_demand_for_money_answers_nobody():
    story = """
        Mo 09:00 kim@acme.example > anna@wir.example [Rechnung 4711] | Bitte korrigieren Sie die Rechnung 4711, sie ist doppelt.
        Mi 09:00 buchhaltung@wir.example > kim@acme.example [{}Zahlungserinnerung Rechnung 4711] | {}
        Do 12:00 now
    """
    demand = "Die Rechnung 4711 über 1.386 Euro ist fällig. Wir bitten um Ausgleich bis Montag."
    answer = "Die Rechnung 4711 ist korrigiert, es sind nun 693 Euro, die Mahnung ist hinfällig."

    assert [state.value for state in facts(story.format("", demand))[1]] == ["open"]
    assert [state.value for state in facts(story.format("Re: ", answer))[1]] != ["open"]


@pytest.mark.parametrize("again", ["Das hat nichts gebracht, es tropft.", "I did, it made no difference."])
def test_an_answer_that_made_no_difference_reopens(again: str):
    found, _ = facts(f"""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Die Pumpe tropft. Was sollen wir tun?
        Mo 10:00 anna@wir.example > kim@acme.example [Pumpe] | Bitte ziehen Sie die Dichtung nach, dann hört es auf.
        Di 09:00 kim@acme.example > anna@wir.example [Pumpe] | {again}
        Mi 12:00 now
    """)

    assert [step.kind for step in found.requests[0].steps] == ["opened", "answered", "reopened"]
