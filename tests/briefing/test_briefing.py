"""The weekly briefing on the example: the angry first, news before what is known, the numbers, quiet weeks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Handover

pytestmark = pytest.mark.slow

MONDAY = ("--now", "2026-11-23T07:00")
NEXT_MONDAY = ("--now", "2026-11-30T07:00")


def test_the_customers_who_lose_patience_come_first(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--json")

    told = run.json["data"]["briefing"]
    assert told["week"] == "2026-W47"
    assert len(told["rows"]) == 7
    first = [row["customer"] for row in told["rows"][:5]]
    assert first[0] == "presswerk-donauwoerth.example"
    assert {"haertle-kartonagen.example", "klein-metallbau.example"} <= set(first)
    received_on_friday = "vandermeer.example"
    assert received_on_friday not in {row["customer"] for row in told["rows"]}
    assert {row["change"] for row in told["rows"]} == {"new"}
    assert told["better"]
    assert not {each["customer"] for each in told["better"]} & {row["customer"] for row in told["rows"]}
    assert [finding["id"] for finding in run.json["findings"]] == [
        row["finding"]["id"] for row in told["rows"]
    ]
    assert [week["week"] for week in told["weeks"]][-4:] == ["2026-W44", "2026-W45", "2026-W46", "2026-W47"]


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


def test_a_mailbox_that_no_mail_reaches_any_more_is_said_first(handover: Handover, at_example: list[str]):
    late = handover("briefing", *at_example, "--now", "2027-01-11T07:00")
    fresh = handover("briefing", *at_example, *MONDAY)

    assert "Die neueste Mail ist vom" in " ".join(late.out.splitlines()[1:3])
    assert "Die neueste Mail ist vom" not in fresh.out


def test_a_store_that_was_not_brought_up_to_date_is_said_first(handover: Handover, at_example: list[str]):
    handover("sync", *at_example, "--now", "2026-11-20T18:00")
    run = handover("briefing", *at_example, "--now", "2026-11-29T18:00", "--no-sync", "--json")

    (stale,) = run.json["data"]["briefing"]["stale"]
    assert stale["read"].startswith("2026-11-20T18:00")


def test_since_last_tells_what_changed_since_the_last_briefing(handover: Handover, at_example: list[str]):
    handover("briefing", *at_example, "--now", "2026-11-18T07:00")
    week = handover("briefing", *at_example, "--now", "2026-11-20T18:00", "--json")
    run = handover("briefing", *at_example, "--now", "2026-11-20T19:00", "--since", "last", "--json")
    text = handover("briefing", *at_example, "--now", "2026-11-20T19:30", "--since", "last")

    before = week.json["data"]["briefing"]
    told = run.json["data"]["briefing"]
    assert before["since"] is None
    assert told["since"].startswith("2026-11-20T18:00")
    assert {row["change"] for row in told["rows"]} == {"same"}
    assert text.out.startswith("Seit Fr 20.11.")


def test_without_an_earlier_briefing_since_last_tells_the_week(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--since", "last")

    assert run.out.startswith("KW 47")


def test_it_tells_how_each_customer_heated_up_and_what_would_calm_them(
    handover: Handover, at_example: list[str]
):
    run = handover("briefing", *at_example, *MONDAY, "--json")

    risks = [row["risk"] for row in run.json["data"]["briefing"]["rows"] if row["risk"]]
    assert len(risks) == 7
    for risk in risks:
        assert len(risk["trend"]) == 6
        assert risk["score"] == risk["trend"][-1][1]
        assert risk["calm"]
    turned = [risk["turning"] for risk in risks if risk["turning"]]
    assert turned
    assert all(each["rise"] >= 0.1 for each in turned)
    assert all(each["quote"] is None or each["quote"]["quote"] for each in turned)


def test_absences_come_with_the_state_of_their_handover(handover: Handover, at_example: list[str], tmp_path: Path):
    bare = handover("briefing", *at_example, "--now", "2026-11-19T16:00", "--json")
    dates = ("--from", "2026-11-23", "--to", "2026-12-04")
    handover("packet", "build", *at_example, *dates, "--now", "2026-11-19T16:00", "--out", tmp_path / "packet")
    built = handover("briefing", *at_example, "--now", "2026-11-19T16:30", "--json")
    handover("packet", "ack", "Lindner", *at_example, "--now", "2026-11-19T17:00")
    partly = handover("briefing", *at_example, "--now", "2026-11-19T17:30", "--json")

    states = [run.json["data"]["briefing"]["absences"][0] for run in (bare, built, partly)]
    assert [state["state"] for state in states] == ["no_packet", "built", "partly"]
    assert states[1]["gaps"] > 0
    assert 0 < states[2]["accepted"] < states[2]["items"]


def test_holidays_where_customers_are_are_named_when_the_owner_works(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--json")

    found = {each["day"]: each for each in run.json["data"]["briefing"]["holidays"]}
    assert found["2026-11-26"]["regions"] == ["US", "US-TX"]
    assert found["2026-11-26"]["customers"] == 2
    assert "AT" in {region for each in found.values() for region in each["regions"]}
    assert "2026-12-25" not in found


def test_a_region_that_may_mean_another_country_is_said(handover: Handover, tmp_path: Path):
    (tmp_path / "Maildir" / "cur").mkdir(parents=True)
    customers = tmp_path / "customers.csv"
    customers.write_text("name,match,region\nSchmidt,schmidt.example,BY\nMeier,meier.example,XQ\n")
    config = tmp_path / "config.toml"
    config.write_text('me = ["anna@wir.example"]\n[work]\nregion = "DE-BY"\n')
    where = ("-c", config, "--mail", tmp_path / "Maildir", "--customers", customers, "--lang", "en")
    run = handover("briefing", *where, *MONDAY)

    assert run.code == 0
    assert "write DE-BY" in run.err
    assert "XQ" in run.err
