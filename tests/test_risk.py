"""The risk of a customer, told as stories: what raises it, what calms it, what it never does."""

from __future__ import annotations

from datetime import timedelta

from handover.checks.base import Context
from handover.checks.story import ZONE, facts_of, people_of, tell
from handover.language import read
from handover.risk import Risk, assess
from handover.risk.past import as_of
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


def test_a_first_mail_that_waits_is_no_anger():
    found = risk("""
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo+1 14:00 now
    """)

    assert found.has("waiting")
    assert found.score < 0.2


ANSWERED_BUT_NOT_DONE = """
    Mo 09:00 kim@acme.example > anna@wir.example [Kasse] | Die Kasse rechnet den Rabatt doppelt. Könnten Sie das ändern?
    Di 09:00 anna@wir.example > kim@acme.example [Kasse] | Bitte schalten Sie den Rabatt in Menü 4 ab, dann stimmt es.
    {}
    Fr+1 16:00 now
"""


def test_a_customer_who_has_to_come_back_to_it_is_remembered():
    once = risk(ANSWERED_BUT_NOT_DONE.format(""))
    again = risk(
        ANSWERED_BUT_NOT_DONE.format(
            "Mo+1 09:00 kim@acme.example > anna@wir.example [Kasse] | Menü 4 war aus. Es ist noch immer falsch.\n"
            "Mi+1 15:00 kim@acme.example > anna@wir.example [Kasse] | Heute wieder. Bitte um Nachricht."
        )
    )

    assert once.score < 0.1
    assert again.score > once.score + 0.3
    assert again.has("came_back") or again.has("chasers")


def test_a_live_conversation_is_no_coming_back():
    found = risk("""
        Mo 09:00 kim@acme.example > anna@wir.example [Kasse] | Wie schalte ich den Rabatt ab?
        Mo 10:00 anna@wir.example > kim@acme.example [Kasse] | In Menü 4, Zeile 2.
        Mo 11:00 kim@acme.example > anna@wir.example [Kasse] | Und wo steht der Steuersatz?
        Mo 12:00 anna@wir.example > kim@acme.example [Kasse] | In Menü 5, Zeile 1.
        Mo 16:00 kim@acme.example > anna@wir.example [Kasse] | Wo finde ich die Uhrzeit?
        Mo 16:30 now
    """)

    assert not found.has("came_back")


def test_a_promise_that_was_kept_too_late_counts_for_a_while():
    story = """
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Ich schicke Ihnen das Angebot bis Mittwoch.
        Mo+1 10:00 anna@wir.example > kim@acme.example | Hier das Angebot, es sind 4.200 Euro netto.
        {} now
    """

    assert risk(story.format("Di+1 09:00")).has("promise_late")
    assert not risk(story.format("Mo+7 09:00")).has("promise_late")


def test_who_is_copied_in_later_counts_and_who_always_was_does_not():
    routine = """
        Mo 09:00 kim@acme.example > anna@wir.example, cc:lee@acme.example [Plan] | Wann kommt der Plan?
        Do 09:00 kim@acme.example > anna@wir.example, cc:lee@acme.example [Plan] | Wann kommt der Plan denn nun?
        Do 16:00 now
    """

    assert not risk(routine).has("joined")
    assert risk(routine.replace(", cc:lee@acme.example", "", 1)).has("joined")


def test_a_manner_of_speaking_is_no_threat_when_the_mail_thanks():
    joke = "Vielen Dank, läuft wunderbar! Sonst hätte ich den Vertrag fristlos gekündigt."
    story = "Mo 09:00 kim@acme.example > anna@wir.example | {}\nMo 16:00 now"
    serious = risk(story.format("Ich kündige den Vertrag fristlos und übergebe die Sache meinem Anwalt."))

    assert serious.weight("threat") > 3 * risk(story.format(joke)).weight("threat")


def test_blunt_writers_are_measured_against_themselves():
    blunt = "\n".join(
        f"Mo+{week} 09:00 kim@acme.example > anna@wir.example [{week}] | Das Gerät ist schon wieder kaputt. Mist.\n"
        f"Mo+{week} 10:00 anna@wir.example > kim@acme.example [{week}] | Bitte Taste F4 drücken, dann läuft es."
        for week in range(4)
    )
    kind = blunt.replace(
        "Das Gerät ist schon wieder kaputt. Mist.", "Vielen Dank, wunderbar. Wo ist Taste F4?", 3
    )

    assert not risk(f"{blunt}\nMo+3 16:00 now").has("tone")
    assert risk(f"{kind}\nMo+3 16:00 now").has("tone")


def test_put_offs_in_a_row_keep_their_weight_while_the_customer_waits():
    story = """
        Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?
        Mo 10:00 anna@wir.example > kim@acme.example | Wir kümmern uns darum und melden uns.
        Do 10:00 anna@wir.example > kim@acme.example | Ich habe leider noch keine Information, wir sind dran.
        {} now
    """
    weights = [risk(story.format(when)).weight("holding_in_a_row") for when in ("Fr 09:00", "Fr+2 09:00")]

    assert weights[0] == weights[1] > 0.2


def test_a_component_can_be_left_out():
    told = tell(CHASED.format("Fr 14:00"))
    people = people_of(told)
    facts = facts_of(told, people, read)[0]
    allowed = Context(told.now, WORK, people).allowed

    found = assess(facts, told.now, WORK, allowed, ignore=("chasers",))

    assert not found.has("chasers")
    assert found.score < assess(facts, told.now, WORK, allowed).score


def test_what_does_not_count_does_not_count_in_the_past_either():
    told = tell(CHASED.format("Fr+1 09:00"))
    people = people_of(told)
    facts = facts_of(told, people, read)[0]
    context = Context(told.now, WORK, people, options={"escalations": {"ignore": ("chasers",)}})
    moment = told.now - timedelta(days=7)

    assert not context.risk(facts).has("chasers")
    assert not context.risk_at(facts, moment).has("chasers")
    assert Context(told.now, WORK, people).risk_at(facts, moment).has("chasers")


def test_dates_that_we_put_off_again_and_again_count_though_nobody_promised():
    found = risk("""
        Mo 09:00 kim@acme.example > anna@wir.example [Wartung] | Wir haben die Anlage für Donnerstag abgestellt.
        Mi 15:00 anna@wir.example > kim@acme.example [Wartung] | Leider verschiebt sich die Wartung auf nächste Woche.
        Mi 16:00 kim@acme.example > anna@wir.example [Wartung] | Die Leute waren bestellt. Welcher Tag ist es nun?
        Di+1 15:00 anna@wir.example > kim@acme.example [Wartung] | Leider müssen wir noch einmal verschieben.
        Mi+1 12:00 now
    """)

    [moved] = [part for part in found.components if part.code == "promise_moved"]
    assert moved.values == {"slips": 2}


def test_only_the_customers_own_word_calms():
    story = """
        Mo-2 09:00 kim@acme.example > anna@wir.example [Pumpe] | Wann kommt die Pumpe?
        Mi-2 09:00 kim@acme.example > anna@wir.example [Pumpe] | Ich warte immer noch auf eine Antwort.
        Fr-2 09:00 kim@acme.example > anna@wir.example [Pumpe] | Das ist meine dritte Mail. Wann kommt die Pumpe?
        Mo-1 09:00 anna@wir.example > kim@acme.example [Pumpe] | Die Pumpe kommt am Dienstag um 9 Uhr mit der Spedition.
    """
    thanks = "Di-1 09:00 kim@acme.example > anna@wir.example [Pumpe] | Sie ist da, vielen Dank!"

    answered = risk(f"{story}\n        Do-1 12:00 now")
    content = risk(f"{story}\n        {thanks}\n        Do-1 12:00 now")

    assert answered.calm == 1.0
    assert content.calm < 0.5
    assert content.score < answered.score / 2
