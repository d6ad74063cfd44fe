"""The weekly briefing on the example: the angry first, news before what is known, the numbers, quiet weeks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Handover
from tests.servers.smtp_sink import Sink

MONDAY = ("--now", "2026-11-23T07:00")
NEXT_MONDAY = ("--now", "2026-11-30T07:00")


def test_the_customers_who_lose_patience_come_first(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--json")

    told = run.json["data"]["briefing"]
    assert told["week"] == "2026-W47"
    assert len(told["rows"]) == 7
    first = [row["customer"] for row in told["rows"][:5]]
    assert {"haertle-kartonagen.example", "suedlicht-leuchten.example", "klein-metallbau.example"} <= set(
        first
    )
    received_on_friday = "vandermeer.example"
    assert received_on_friday not in {row["customer"] for row in told["rows"]}
    assert {row["change"] for row in told["rows"]} == {"new"}
    assert told["better"]
    assert not {each["customer"] for each in told["better"]} & {row["customer"] for row in told["rows"]}
    assert [finding["id"] for finding in run.json["findings"]] == [
        row["finding"]["id"] for row in told["rows"]
    ]
    assert [week["week"] for week in told["weeks"]] == ["2026-W44", "2026-W45", "2026-W46", "2026-W47"]


def test_the_next_week_folds_what_is_unchanged(handover: Handover, at_example: list[str]):
    handover("briefing", *at_example, *MONDAY)
    run = handover("briefing", *at_example, *NEXT_MONDAY, "--json")
    text = handover("briefing", *at_example, *NEXT_MONDAY)

    changes = {row["customer"]: row["change"] for row in run.json["data"]["briefing"]["rows"]}
    assert changes["klein-metallbau.example"] == "worse"
    assert changes["haertle-kartonagen.example"] == "same"
    assert "Unverändert seit dem letzten Wochenbericht:" in text.out


def test_the_same_week_told_again_says_the_same(handover: Handover, at_example: list[str]):
    first = handover("briefing", *at_example, *MONDAY)
    second = handover("briefing", *at_example, *MONDAY)

    assert first.out == second.out


def test_what_a_person_dismissed_stays_away(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--json")
    gone = run.json["data"]["briefing"]["rows"][0]["finding"]["id"]
    handover("dismiss", gone, *at_example, *MONDAY)
    again = handover("briefing", *at_example, *MONDAY, "--json")

    assert gone not in {finding["id"] for finding in again.json["findings"]}


def test_it_fits_eighty_columns_and_names_what_was_looked_at(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY)

    lines = run.out.splitlines()
    told = lines[: next(n for n, line in enumerate(lines) if line.startswith("Durchgesehen"))]
    assert max(map(len, told)) <= 80
    assert lines[0].startswith("KW 47")


@pytest.mark.parametrize("week", ["2026-W54", "47", "2026-W60", "next"])
def test_a_week_that_does_not_exist_is_said_so(handover: Handover, at_example: list[str], week: str):
    run = handover("briefing", *at_example, *MONDAY, "--week", week)

    assert run.code == 2
    assert "2026-W47" in run.err


def test_an_empty_mailbox_is_a_quiet_week(handover: Handover, tmp_path: Path):
    for name in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / name).mkdir(parents=True)
    run = handover(
        "briefing", "--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--lang", "en", *MONDAY
    )

    assert "A quiet week" in run.out


def test_it_is_mailed_and_a_server_that_is_not_there_is_exit_5(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink
):
    uri = f"smtp://127.0.0.1:{smtp_sink_server.port}"
    words = ("--mail-to", "chefin@fuggerfeld.example", "--mail-from", "sabine.koegel@fuggerfeld.example")
    sent = handover("briefing", *at_example, *MONDAY, *words, "--smtp", uri)
    lost = handover("briefing", *at_example, *MONDAY, *words, "--smtp", "smtp://127.0.0.1:9")

    assert (sent.code, lost.code) == (0, 5)
    assert "KW 47" in lost.out
    assert len(smtp_sink_server.sent) == 1
