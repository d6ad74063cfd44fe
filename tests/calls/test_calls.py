"""Story 1: the caller who never reaches the boss, in the example and in small."""

from __future__ import annotations

import pytest

from tests.conftest import Handover

pytestmark = pytest.mark.slow

THURSDAY = ("--now", "2026-11-19T14:00")


def test_story_1_the_caller_who_never_reaches_the_boss(handover: Handover, at_example: list[str]):
    run = handover("calls", "Schulz", *at_example, *THURSDAY, "--json")

    (caller,) = run.json["data"]["callers"]
    assert run.code == 0
    assert caller["customer"] == "klein-metallbau.example"
    assert caller["calls"] == 4
    assert caller["attempts"] == 5
    assert caller["calling_since"].startswith("2026-11-17")
    assert caller["slips"] == 2
    assert caller["step"] == "must_not_slip"
    assert caller["phone"] == "0821 99997-43"
    assert "slipped_twice" in caller["interrupt"]
    helper = caller["helpers"][0]
    assert (helper["who"]["name"], helper["who"]["function"]) == ("Peter Lindner", "Projektleiter Automotive")


def test_a_customer_by_area_is_sent_to_the_expert_of_that_area(handover: Handover, at_example: list[str]):
    run = handover("calls", "Calloway", *at_example, *THURSDAY, "--json")

    who = run.json["data"]["callers"][0]["helpers"][0]["who"]
    assert (who["name"], who["function"]) == ("Jens Westermann", "Fachmann für Logistik")


def test_a_promised_call_is_a_promise_and_its_time_is_taken(handover: Handover, at_example: list[str]):
    handover("calls", "Schulz", *at_example, *THURSDAY, "--promise", "15:50")

    again = handover("calls", "Hauck", *at_example, *THURSDAY, "--promise", "16:00")
    after = handover("calls", "Schulz", *at_example, *THURSDAY, "--json")

    assert again.code == 2
    assert "belegt" in again.err
    (caller,) = after.json["data"]["callers"]
    assert caller["next_due"] == "2026-11-19T15:50:00+01:00"
    assert caller["step"] == "keep_second"
    assert caller["attempts"] == 5


def test_a_time_inside_a_meeting_cannot_be_promised(handover: Handover, at_example: list[str]):
    run = handover("calls", "Schulz", *at_example, "--now", "2026-11-19T14:00", "--promise", "15:00")

    assert run.code == 2
    assert "Frei ist" in run.err


@pytest.mark.parametrize("name", ["Niemand", "xyz@nowhere.example"])
def test_nobody_of_that_name_is_said_plainly(handover: Handover, at_example: list[str], name: str):
    run = handover("calls", name, *at_example, *THURSDAY)

    assert run.code == 0
    assert f"„{name}“" in run.out


def test_the_list_fits_eighty_columns(handover: Handover, at_example: list[str]):
    run = handover("calls", *at_example, *THURSDAY)

    assert max(map(len, run.out.splitlines()[:-4])) <= 80
    assert "5. Versuch seit Do 12.11." in run.out
