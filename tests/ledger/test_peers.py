"""Contacts on a list who help each other: what is thanked for waits no longer, what only was sent still does."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handover.checks.base import Context, Ledger, all_checks
from handover.checks.story import OWNER, facts_of, tell
from handover.language import read
from handover.ledger import request_state
from handover.model import RequestState
from handover.people import build
from handover.worktime import WorkCalendar

FORUM = "forum@liste.example"
OPEN, ELSEWHERE, CLOSED = RequestState.OPEN, RequestState.ELSEWHERE, RequestState.CLOSED


def states(story: str, customer: str) -> list[RequestState]:
    told = tell(story)
    book = {a.address: a.name for mail, _ in told.mails for a in (mail.from_, *mail.recipients)}
    people = build([OWNER], lists=[FORUM], book=book)
    known = {facts.customer: facts for facts in facts_of(told, people, read)}
    found = known[customer].requests if customer in known else []
    return [request_state(request, told.now) for request in found]


ASKED = """
    Mo 09:00 kim@acme.example > forum@liste.example [Sensor] | How do I read the sensor from C?
    Mo 10:00 rob@helper.example > forum@liste.example cc:kim@acme.example [Sensor] | {helped}
"""
HELPED = "Call the function read_sensor with the name of the board; it hands back degrees."


def test_what_another_contact_writes_settles_nothing_by_itself():
    assert states(ASKED.format(helped=HELPED) + "    Di 09:00 now", "acme.example") == [OPEN]


def test_thanks_to_the_helper_settle_it():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 11:00 kim@acme.example > rob@helper.example cc:forum@liste.example [Sensor] | \
Hi Rob, thanks for this. I can read it and will use the second board, too.
    Di 09:00 now"""
    )

    assert states(story, "acme.example")[0] in (ELSEWHERE, CLOSED)
    assert OPEN not in states(story, "acme.example")


def test_thanks_to_the_helper_with_a_trouble_that_is_left_settle_nothing():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 11:00 kim@acme.example > rob@helper.example cc:forum@liste.example [Sensor] | \
Hi Rob, thanks for this, but it still reads zero.
    Di 09:00 now"""
    )

    assert OPEN in states(story, "acme.example")


def test_what_is_asked_of_the_helper_by_name_is_not_asked_of_us():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 10:30 anna@wir.example > kim@acme.example cc:forum@liste.example [Sensor] | Yes, read_sensor is the right one.
    Mo 11:00 kim@acme.example > forum@liste.example cc:rob@helper.example [Sensor] | \
Rob, which board did you use for that?
    Di 09:00 now"""
    )

    assert states(story, "acme.example") == [RequestState.ANSWERED]


def test_somebody_who_shared_something_and_is_thanked_waits_for_nothing():
    story = """
    Mo 09:00 kim@acme.example > forum@liste.example [Guide] | As promised I wrote a guide on the drivers, find it on my page.
    Mo 10:00 rob@helper.example > kim@acme.example cc:forum@liste.example [Guide] | \
Hello Kim, thanks for the guide. Which system did you use?
    Di 09:00 now"""

    assert states(story, "acme.example") == [CLOSED]


def test_without_a_list_between_them_another_customer_settles_nothing():
    story = """
    Mo 09:00 kim@acme.example > anna@wir.example [Sensor] | How do I read the sensor from C?
    Mo 10:00 rob@helper.example > kim@acme.example cc:anna@wir.example [Sensor] | Thanks Kim, good to know about that.
    Di 09:00 now"""

    assert states(story, "acme.example") == [OPEN]


def severities(story: str) -> list[str]:
    told = tell(story)
    book = {a.address: a.name for mail, _ in told.mails for a in (mail.from_, *mail.recipients)}
    people = build([OWNER], lists=[FORUM], book=book)
    ledger = Ledger(facts_of(told, people, read))
    context = Context(told.now, WorkCalendar(ZoneInfo("Europe/Berlin")), people)
    return [finding.severity.word for finding in all_checks()["unanswered"].run(ledger, context)]


def test_what_another_contact_replied_to_is_shown_but_raises_no_alarm():
    assert severities(ASKED.format(helped=HELPED) + "    Do 09:00 now") == ["info"]


def test_it_is_an_alarm_again_when_the_asker_comes_back():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 15:00 kim@acme.example > anna@wir.example cc:forum@liste.example [Sensor] | \
I am still waiting for an answer. How do I read it?
    Do 09:00 now"""
    )

    assert severities(story) == ["red"]


def test_same_here_is_no_reply_to_the_asker():
    same = "Me too, I have the same problem on two boards."

    assert "red" in severities(ASKED.format(helped=same) + "    Do 09:00 now")


def test_our_reply_on_the_list_reaches_the_asker_whom_it_names_though_it_went_to_a_helper():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 11:00 anna@wir.example > rob@helper.example cc:forum@liste.example [Sensor] | \
Hi Kim, the function takes the number of the board, and it hands back Kelvin.
    Di 09:00 now"""
    )

    assert states(story, "acme.example") == [RequestState.ANSWERED]


def test_our_reply_on_the_list_to_a_helper_by_name_does_not_reach_the_asker():
    story = (
        ASKED.format(helped=HELPED)
        + """
    Mo 11:00 anna@wir.example > rob@helper.example cc:forum@liste.example [Sensor] | \
Hi Rob, your own board is a different one, it has no such function.
    Di 09:00 now"""
    )

    assert states(story, "acme.example") == [OPEN]


def test_advice_with_a_question_mark_asks_nothing_of_us():
    for advice in (
        "Maybe the manual of the board points you in the right direction? See page 12.",
        "Vielleicht hilft Ihnen Seite 12 im Handbuch weiter? Dort steht es.",
    ):
        story = f"""
    Mo 09:00 kim@acme.example > forum@liste.example [Sensor] | How do I read the sensor from C?
    Mo 10:00 rob@helper.example > forum@liste.example cc:kim@acme.example,anna@wir.example [Sensor] | {advice}
    Di 09:00 now"""

        assert states(story, "helper.example") == []


def test_who_had_the_same_problem_and_tells_the_way_out_helps():
    story = """
    Mo 09:00 kim@acme.example > forum@liste.example [Sensor] | How do I read the sensor from C?
    Mo 10:00 rob@helper.example > forum@liste.example [Sensor] | \
I had a similar problem last year. You may want to try the other driver, that solved it for me.
    Di 09:00 now"""

    assert states(story, "helper.example") == []


def test_what_is_announced_or_sold_on_a_list_waits_for_nobody():
    for told in (
        "Reminder! User group meeting on Friday, 18:00 UTC. Speaker: Ann Miller. No registration required.",
        "I have two spare boards for sale. Send me a direct mail if interested.",
        "Einladung zum Anwendertreffen am Freitag, Referentin: Anna Maier. Keine Anmeldung nötig.",
        "Ich verkaufe meine zwei alten Steuerungen. Bei Interesse bitte direkt melden.",
    ):
        story = f"    Mo 09:00 kim@acme.example > forum@liste.example [News] | {told}\n    Do 09:00 now"

        assert states(story, "acme.example") == [CLOSED]


def test_what_is_sold_to_us_alone_is_left_to_the_other_rules():
    story = """
    Mo 08:00 anna@wir.example > kim@acme.example [Boards] | Do you have any old boards?
    Mo 09:00 kim@acme.example > anna@wir.example [Boards] | I have two boards for sale. Could you tell me by Friday?
    Do 09:00 now"""

    assert states(story, "acme.example") == [OPEN]


def test_who_found_it_out_alone_waits_no_longer():
    for settled in (
        "Sorry for the question, but the problem is found: it was a broken cable.",
        "I got it running, the driver had to be loaded first.",
        "I just read page 12, and I think this covers my case and answers my question.",
        "Ich habe es jetzt zum Laufen gebracht, der Treiber fehlte.",
    ):
        story = f"""
    Mo 09:00 kim@acme.example > forum@liste.example [Sensor] | How do I read the sensor from C?
    Mo 12:00 kim@acme.example > forum@liste.example [Sensor] | {settled}
    Di 09:00 now"""

        assert states(story, "acme.example") == [CLOSED]


def test_a_first_mail_that_says_what_works_and_what_does_not_asks():
    story = """
    Mo 09:00 kim@acme.example > anna@wir.example [Scanner] | \
One of our scanners is working properly now, the second one shows an error and finds no device.
    Di 09:00 now"""

    assert states(story, "acme.example") == [OPEN]


def test_the_answer_in_the_thread_of_the_chaser_answers_what_was_asked_in_the_other():
    story = """
    Mo 09:00 kim@acme.example > forum@liste.example [Tuning the sensor board] | How do I tune the sensor board?
    Di 09:20 kim@acme.example > forum@liste.example [Tuning the sensor board again] | \
I am still waiting for an answer. How do I tune the sensor board?
    Di 10:00 anna@wir.example > forum@liste.example [Tuning the sensor board again] | \
The tuning lies in the firmware of the board. Without it the readings drift.
    Mi 09:00 now"""

    assert states(story, "acme.example") == [RequestState.ANSWERED]


def test_who_answers_what_one_of_us_asked_on_the_list_waits_for_nothing():
    story = """
    Mo 09:00 anna@wir.example > forum@liste.example [Filter] | Has anybody fitted four filters into one board?
    Mo 10:00 rob@helper.example > forum@liste.example cc:anna@wir.example [Filter] | \
Hi Anna, I have four in mine. Sorry for the slow reply.
    Do 09:00 now"""

    assert states(story, "helper.example") == []


def test_who_reports_a_trouble_with_what_one_of_us_told_the_list_waits():
    story = """
    Mo 09:00 anna@wir.example > forum@liste.example [Release] | Version 4 is out now.
    Mo 10:00 rob@helper.example > forum@liste.example [Release] | \
The installer of version 4 does not start, it stops with an error.
    Do 09:00 now"""

    assert states(story, "helper.example") == [OPEN]
