"""Story 2, second half: the deputy who "got no information", seen while it happens and on the first morning back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Handover
from tests.servers.smtp_sink import Sink

pytestmark = pytest.mark.slow

MONDAY = ("--now", "2026-11-30T16:00")
BACK = ("--now", "2026-12-07T08:00")


def line_of(answer: dict[str, Any], contact: str) -> dict[str, Any]:
    lines = answer["data"]["watch"]["lines"]
    return next(line for line in lines if line["contact"] == contact and line["outcome"] != "answered")


def test_story_2_the_deputy_who_got_no_information(handover: Handover, at_example: list[str]):
    run = handover("watch", *at_example, *MONDAY, "--json", "--fail-on", "red")

    assert run.code == 1
    dana = line_of(run.json, "dana.ruiz@kestrel.example")
    assert dana["outcome"] == "put_off"
    assert dana["severity"] == "red"
    assert "no information" in dana["ours"]["quote"]
    assert dana["deputy"]["name"] == "Peter Lindner"
    assert dana["second"]["name"] == "Carla Neumann"
    schulz = line_of(run.json, "petra.schulz@klein-metallbau.example")
    assert (schulz["outcome"], schulz["again"]) == ("put_off", 2)


def test_who_was_served_with_substance_does_not_wait(handover: Handover, at_example: list[str]):
    run = handover("watch", *at_example, *MONDAY, "--json")

    lines = run.json["data"]["watch"]["lines"]
    northfield = [line for line in lines if line["customer"] == "northfield-logistics.example"]
    assert {line["outcome"] for line in northfield} == {"answered"}
    assert {line["ours"]["from"] for line in northfield} == {"Jens Westermann"}


def test_the_second_look_tells_only_what_is_new(handover: Handover, at_example: list[str]):
    first = handover("watch", *at_example, "--now", "2026-11-27T16:00", "--json")
    second = handover("watch", *at_example, *MONDAY, "--json")

    assert all(line["new"] for line in first.json["data"]["watch"]["lines"])
    news = {line["contact"] for line in second.json["data"]["watch"]["lines"] if line["new"]}
    assert "dana.ruiz@kestrel.example" in news
    assert "karen.whitfield@northfield-logistics.example" not in news


@pytest.mark.parametrize("command", ["watch", "welcome-back"])
def test_outside_an_absence_it_says_when_the_next_is(handover: Handover, at_example: list[str], command: str):
    run = handover(command, *at_example, "--now", "2026-11-19T16:00", "--json")

    assert run.code == 0
    assert run.json["data"]["next"]["first"] == "2026-11-23"
    assert run.json["findings"] == []


def test_the_result_can_be_mailed(handover: Handover, at_example: list[str], smtp_sink_server: Sink):
    uri = f"smtp://127.0.0.1:{smtp_sink_server.port}"

    run = handover("watch", *at_example, *MONDAY, "--mail-to", "chefin@fuggerfeld.example", "--smtp", uri)

    assert run.code == 0
    (sent,) = smtp_sink_server.sent
    assert sent.recipients == ("chefin@fuggerfeld.example",)
    assert b"Auto-Submitted: auto-generated" in sent.data


def test_a_result_that_could_not_be_mailed_is_exit_5_and_still_shown(
    handover: Handover, at_example: list[str]
):
    run = handover(
        "watch",
        *at_example,
        *MONDAY,
        "--mail-to",
        "chefin@fuggerfeld.example",
        "--smtp",
        "smtp://127.0.0.1:9",
    )

    assert run.code == 5
    assert "Dana Ruiz" in run.out


def test_the_first_morning_back_begins_with_the_worst(handover: Handover, at_example: list[str]):
    run = handover("welcome-back", *at_example, *BACK, "--json")

    welcome = run.json["data"]["welcome"]
    first_four = {call["customer"] for call in welcome["calls"][:4]}
    assert first_four >= {"klein-metallbau.example", "kestrel.example"}
    dana = next(call for call in welcome["calls"] if call["contact"] == "dana.ruiz@kestrel.example")
    assert dana["phone"]
    assert {said["code"] for said in dana["wrong"]} >= {"higher_up", "put_off"}
    assert [said["code"] for said in dana["words"]] == ["say_put_off", "say_matter", "say_date"]
    assert run.json["data"]["slots"][0]["start"].startswith("2026-12-07T08:00")
    assert "northfield-logistics.example" not in {call["customer"] for call in welcome["calls"]}
    assert {report["deputy"]["name"] for report in welcome["reports"]} == {"Peter Lindner", "Jens Westermann"}


def test_both_fit_eighty_columns(handover: Handover, at_example: list[str]):
    for command, moment in (("watch", MONDAY), ("welcome-back", BACK)):
        run = handover(command, *at_example, *moment)

        assert max(map(len, run.out.splitlines())) <= 80
