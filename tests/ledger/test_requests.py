"""Requests, told as little stories: who opens, holds, answers, chases and closes."""

from __future__ import annotations

import pytest

from handover.checks.story import facts_of, people_of, tell
from handover.language import read
from handover.ledger import Facts, chasers, request_state
from handover.model import RequestState


def facts(story: str, customer: str = "acme.example") -> tuple[Facts, list[RequestState]]:
    told = tell(story)
    found = {f.customer: f for f in facts_of(told, people_of(told), read)}[customer]
    return found, [request_state(request, told.now) for request in found.requests]


def test_a_question_opens_a_request():
    found, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 12:00 now
    """)

    assert states == [RequestState.OPEN]
    assert found.requests[0].quote == "Wann kommt das Angebot?"
    assert found.requests[0].first_contact


def test_a_holding_reply_holds_and_does_not_answer():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Wir kümmern uns darum und melden uns zeitnah.
        Mo 12:00 now
    """)

    assert states == [RequestState.HELD]


def test_a_long_quarrel_in_one_thread_is_read_step_by_step(monkeypatch: pytest.MonkeyPatch):
    looked_at: list[int] = []
    monkeypatch.setattr(
        "handover.ledger.shelf.base_state", lambda steps, state: (looked_at.append(len(steps)), state)[1]
    )
    lines = [
        f"Mo 09:{minute:02} kim@acme.example > anna@wir.example | Wann kommt es?" for minute in range(50)
    ]

    found, _ = facts("\n".join([*lines, "Mo 12:00 now"]))

    assert sum(looked_at) <= sum(len(request.steps) for request in found.requests) == 50


def test_an_automatic_reply_of_a_clock_that_is_slow_does_not_hide_the_first_mail():
    _, states = facts("""
        Mo 08:59 anna@wir.example > kim@acme.example [Band steht] (auto) | I am out of the office until Friday.
        Mo 09:00 kim@acme.example > anna@wir.example [Band steht] | Band steht.
        Mo 12:00 now
    """)

    assert states == [RequestState.OPEN]


def test_a_promised_date_ahead_makes_it_promised_and_a_passed_one_held_again():
    story = """
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Mittwoch.
        {} now
    """

    assert facts(story.format("Di 12:00"))[1] == [RequestState.PROMISED]
    assert facts(story.format("Fr 12:00"))[1] == [RequestState.HELD]


def test_an_automatic_reply_of_ours_does_not_answer():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Could you send me the drawing, please?
        Mo 09:01 anna@wir.example > kim@acme.example (auto) | I am out of the office until Friday.
        Mo 12:00 now
    """)

    assert states == [RequestState.HELD]


def test_a_reply_to_somebody_else_answers_nothing():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?
        Mo 10:00 anna@wir.example > lee@other.example [Pumpe] | Die Pumpe wiegt 40 kg.
        Mo 12:00 now
    """)

    assert states == [RequestState.OPEN]


def test_a_colleague_can_answer():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?
        Mo 11:00 jens@wir.example > kim@acme.example, cc:anna@wir.example [Pumpe] | Die Pumpe wiegt 40 kg.
        Mo 12:00 now
    """)

    assert states == [RequestState.ANSWERED]


def test_a_forward_inside_the_team_closes_nothing():
    found, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?
        Mo 10:00 anna@wir.example > jens@wir.example [Pumpe] | Bitte übernehmen, Jens.
        Mo 12:00 now
    """)

    assert states == [RequestState.OPEN]
    assert [step.kind for step in found.requests[0].steps] == ["opened", "forwarded"]


def test_asking_again_chases_and_opens_nothing():
    found, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mi 09:00 kim@acme.example > anna@wir.example | Ich warte immer noch auf eine Antwort.
        Mi 12:00 now
    """)

    assert states == [RequestState.OPEN]
    assert chasers(found.requests[0]) == 1


def test_thanks_for_an_answer_open_nothing():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.
        Mo 11:00 kim@acme.example > anna@wir.example | Vielen Dank!
        Mo 12:00 now
    """)

    assert states == [RequestState.ANSWERED]


def test_thanks_after_a_holding_reply_do_not_close():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Wir kümmern uns darum und melden uns zeitnah.
        Mo 11:00 kim@acme.example > anna@wir.example | Vielen Dank!
        Mo 12:00 now
    """)

    assert states == [RequestState.HELD]


def test_a_matter_that_settled_itself_is_closed():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wie stelle ich den Sensor ein?
        Mo 11:00 kim@acme.example > anna@wir.example | Hat sich erledigt, läuft wieder.
        Mo 12:00 now
    """)

    assert states == [RequestState.CLOSED]


def test_an_answer_to_our_question_back_waits_for_us_again():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Könnten Sie mir ein Angebot für eine Pumpe machen?
        Mo 10:00 anna@wir.example > kim@acme.example | Gern. Welche Förderhöhe brauchen Sie?
        Mo 11:00 kim@acme.example > anna@wir.example | Wir brauchen 12 Meter.
        Mo 12:00 now
    """)

    assert states == [RequestState.ANSWERED, RequestState.OPEN]


def test_an_answer_in_a_new_thread_counts_as_elsewhere():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Rollenbahn Halle 2] | Wie lang ist die Rollenbahn in Halle 2?
        Mo 10:00 anna@wir.example > kim@acme.example [Rollenbahn in Halle 2, Maße] | Die Rollenbahn ist 14 Meter lang.
        Mo 12:00 now
    """)

    assert states == [RequestState.ELSEWHERE]


def test_a_call_opens_and_a_noted_callback_answers():
    story = """
        Mo 09:00 kim@acme.example > anna@wir.example (note) | Bitte um Rückruf wegen der Rechnung
        Mo 14:00 kim@acme.example > anna@wir.example (note) | ruft wieder an
        {}
        Mo 17:00 now
    """

    found, states = facts(story.format(""))
    assert states == [RequestState.OPEN]
    assert chasers(found.requests[0]) == 1

    _, states = facts(
        story.format("Mo 16:00 kim@acme.example > anna@wir.example (done) | zurückgerufen, erledigt")
    )
    assert states == [RequestState.ANSWERED]


def test_a_manager_who_asks_is_counted_on_the_request():
    found, _ = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?
        Mo 15:00 chef@wir.example > anna@wir.example [Pumpe] | Haben Sie den Kunden schon angerufen?
        Mo 17:00 now
    """)

    assert [step.kind for step in found.requests[0].steps] == ["opened", "manager_chased"]


def test_somebody_higher_up_brought_in_is_remembered():
    found, _ = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wie schwer ist die Pumpe?
        Mi 15:00 kim@acme.example > chef@wir.example, cc:anna@wir.example [Pumpe] | Ich warte noch immer auf eine Antwort.
        Mi 17:00 now
    """)

    kinds = [step.kind for step in found.requests[0].steps]
    assert "escalated" in kinds


def test_two_matters_in_one_mail_are_two_requests_and_a_half_answer_leaves_one_open():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wie schwer ist die Pumpe?\\n\\nAußerdem: Wann kommt die Gutschrift zur Rechnung 4711?
        Mo 10:00 anna@wir.example > kim@acme.example | Die Pumpe wiegt 40 kg.
        Mo 12:00 now
    """)

    assert states == [RequestState.ANSWERED, RequestState.OPEN]


def test_a_promise_moved_twice_counts_two_slips():
    found, _ = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Dienstag.
        Di 15:00 anna@wir.example > kim@acme.example | Leider schaffe ich es nicht. Ich schicke das Angebot bis Donnerstag.
        Do 15:00 anna@wir.example > kim@acme.example | Leider wird es später. Ich schicke das Angebot bis Freitag.
        Do 16:00 now
    """)

    assert [promise.slips for promise in found.promises] == [2]


def test_somebody_who_writes_to_another_customer_with_us_in_copy_asks_us_nothing():
    found, _ = facts("""
        Mo 09:00 kim@acme.example > lee@other.example, cc:anna@wir.example [Maße] | Könnten Sie mir die Maße schicken?
        Mo 12:00 now
    """)

    assert found.requests == []


@pytest.mark.parametrize("line", ["Mo 9 kim > anna | Hallo", "nonsense", "Xx 09:00 now"])
def test_a_line_that_is_no_story_is_named(line: str):
    with pytest.raises((ValueError, KeyError)):
        tell(f"{line}\nMo 12:00 now")


@pytest.mark.parametrize(
    ("asked", "reply", "state"),
    [
        (
            "Was kostet die Pumpe?",
            "Der Preis liegt bei 340 € netto, das Datenblatt sende ich Ihnen morgen.",
            RequestState.ANSWERED,
        ),
        (
            "What is the price of the pump?",
            "We can offer $340 per piece; I will send the drawing tomorrow.",
            RequestState.ANSWERED,
        ),
        (
            "Was kostet die Pumpe, sind 340 € möglich?",
            "Ob 340 € möglich sind, prüfe ich und melde mich morgen.",
            RequestState.PROMISED,
        ),
        (
            "Wann kommt die Pumpe?",
            "Ich prüfe die Bestellung über 340 € und melde mich morgen.",
            RequestState.PROMISED,
        ),
        ("Was kostet die Pumpe?", "Den Preis nenne ich Ihnen morgen.", RequestState.PROMISED),
    ],
)
def test_a_price_answers_who_asked_for_one_though_more_is_promised(asked, reply, state):
    _, states = facts(f"""
        Mo 09:00 kim@acme.example > anna@wir.example | {asked}
        Mo 10:00 anna@wir.example > kim@acme.example | {reply}
        Mo 12:00 now
    """)

    assert states == [state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Frau Kern hat mir die Liste gestern geschickt. Das Thema ist damit erledigt.", RequestState.CLOSED),
        ("Besten Dank, das ist klar. Bis morgen.", RequestState.CLOSED),
        ("That answers my question.", RequestState.CLOSED),
        ("Das Thema ist damit nicht erledigt.", RequestState.OPEN),
        ("Das Thema ist damit erledigt, wir kündigen den Vertrag.", RequestState.OPEN),
    ],
)
def test_a_matter_that_is_called_settled_is_closed_unless_by_a_threat(text: str, state: RequestState):
    _, states = facts(f"""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt die Liste?
        Di 09:00 kim@acme.example > anna@wir.example | {text}
        Di 12:00 now
    """)

    assert states[0] == state


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ("Attached is the drawing, rev. C, signed. Thank you for your patience.", RequestState.ANSWERED),
        ("The drawing is attached. From Monday on I am on holiday until Friday.", RequestState.ANSWERED),
        ("Thank you for your patience.", RequestState.HELD),
        ("We appreciate your patience while we look for the drawing.", RequestState.HELD),
        ("Anbei die Zeichnung. Vielen Dank für Ihre Geduld.", RequestState.ANSWERED),
        ("Vielen Dank für Ihre Geduld.", RequestState.HELD),
    ],
)
def test_politeness_beside_what_was_asked_for_takes_nothing_from_it(given: str, state: RequestState):
    found, states = facts(f"""
        Mo 09:00 kim@acme.example > anna@wir.example | Could you send me the revised drawing?
        Mo 10:00 anna@wir.example > kim@acme.example | You will have the drawing by Wednesday.
        Mi 10:00 anna@wir.example > kim@acme.example | {given}
        Do 12:00 now
    """)

    assert states == [state]
    assert [step.kind for step in found.promises[0].steps] == (
        ["kept"] if state is RequestState.ANSWERED else []
    )


@pytest.mark.parametrize(
    "said",
    [
        "Thank you. That is an answer I can work with. Tuesday at 18:00 is fine, Tom will let him in.",
        "I will try that and come back to you.",
        "Danke, das probiere ich aus und melde mich.",
    ],
)
def test_who_takes_our_answer_and_asks_nothing_waits_for_nothing(said: str):
    _, states = facts(f"""
        Mo 09:00 kim@acme.example > anna@wir.example | When can you change the belt?
        Mo 10:00 anna@wir.example > kim@acme.example | On Tuesday at 18:00. Which gate may we use?
        Mo 14:00 kim@acme.example > anna@wir.example | {said}
        Di 12:00 now
    """)

    assert states == [RequestState.ANSWERED]


def test_what_the_customer_found_after_trying_still_answers_our_question():
    _, states = facts("""
        Mo 09:00 kim@acme.example > anna@wir.example | The belt does not start, what can we do?
        Mo 10:00 anna@wir.example > kim@acme.example | Which version does the panel show?
        Mo 14:00 kim@acme.example > anna@wir.example | I will try to find out and come back to you.
        Di 09:00 kim@acme.example > anna@wir.example | The panel shows 3.1.
        Di 12:00 now
    """)

    assert states == [RequestState.ANSWERED, RequestState.OPEN]
