"""The risk of a customer, told as stories: what raises it, what calms it, what it never does."""

from __future__ import annotations

from datetime import timedelta

from handover.checks.base import Context
from handover.checks.story import ZONE, facts_of, people_of, tell
from handover.language import read
from handover.risk import Risk, as_of, assess
from handover.worktime import WorkCalendar

WORK = WorkCalendar(ZONE, region="DE")


def risk(story: str) -> Risk:
    told = tell(story)
    people = people_of(told)
    facts = {f.customer: f for f in facts_of(told, people, read)}["acme.example"]
    return assess(facts, told.now, WORK, Context(told.now, WORK, people).allowed)


CALM = """
    Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
    Mo 10:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.
    Mo 11:00 kim@acme.example > anna@wir.example | Vielen Dank, passt so!
    {} now
"""
CHASED = """
    Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
    Mi 09:00 kim@acme.example > anna@wir.example | Ich warte immer noch auf eine Antwort.
    Fr 09:00 kim@acme.example > anna@wir.example | Dritte Nachfrage: Wann bekomme ich endlich eine Antwort?
    {} now
"""


def test_a_well_served_customer_has_no_risk():
    assert risk(CALM.format("Fr 14:00")).score < 0.1


def test_asking_again_and_again_raises_it_and_says_so():
    found = risk(CHASED.format("Fr 14:00"))

    assert found.score > 0.5
    assert found.has("chasers")
    assert found.components == tuple(sorted(found.components, key=lambda part: -part.weight))


def test_it_rises_while_nobody_answers():
    assert risk(CHASED.format("Fr 14:00")).score <= risk(CHASED.format("Do+1 14:00")).score


def test_the_trend_is_what_one_would_have_seen_then():
    told = tell(CHASED.format("Fr+1 09:00"))
    people = people_of(told)
    facts = facts_of(told, people, read)[0]
    allowed = Context(told.now, WORK, people).allowed

    now = assess(facts, told.now, WORK, allowed)
    moment = told.now - timedelta(weeks=1)
    then = assess(as_of(facts, moment), moment, WORK, allowed)

    assert now.trend[-2][1] == then.score
    assert now.trend[-1][1] == now.score
    assert now.trend[0][1] == 0


def test_it_calms_down_when_the_customer_does():
    calmed = CHASED.replace("{} now", "") + (
        "Fr 10:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.\n"
        "Fr 11:00 kim@acme.example > anna@wir.example | Vielen Dank, jetzt passt alles!\n"
        "Mo+1 09:00 now"
    )

    assert risk(calmed).score < 0.3


def test_words_alone_are_not_behaviour():
    found = risk("""
        Mo 09:00 kim@acme.example > anna@wir.example | Das ist eine Frechheit. Wann kommt das Angebot?
        Mo 09:30 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.
        Mo 10:00 now
    """)

    assert not found.behaves
