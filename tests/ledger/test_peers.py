"""Contacts on a list who help each other: what is thanked for waits no longer, what only was sent still does."""

from __future__ import annotations

from handover.checks.story import OWNER, facts_of, tell
from handover.language import read
from handover.ledger import request_state
from handover.model import RequestState
from handover.people import build

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
