"""A team of owners: one briefing from a store for each, customers and areas, never a ranking of colleagues."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Handover

MONDAY = ("--now", "2026-11-23T07:00", "--lang", "en")

ASKED = """From: Jana Schmidt <jana@{domain}>
To: {owner}@wir.example
Subject: Delivery of the spare rollers
Date: Mon, 09 Nov 2026 09:00:00 +0100
Message-ID: <ask-{owner}@{domain}>

Could you please tell me when the spare rollers will be delivered?
"""

AGAIN = """From: Jana Schmidt <jana@{domain}>
To: {owner}@wir.example
Subject: Re: Delivery of the spare rollers
Date: Fri, 20 Nov 2026 09:00:00 +0100
Message-ID: <again-{owner}@{domain}>
In-Reply-To: <ask-{owner}@{domain}>

I have had no answer so far. When will the rollers be delivered?
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """Lay out a configuration with five owners, each with a mailbox of two mails, and return it."""
    lines = ["[work]", 'region = "DE-BY"']
    for owner, domain in (("anna", "acme"), ("otto", "brio"), ("kim", "cord"), ("lea", "dune"), ("max", "elm")):
        folder = tmp_path / owner
        folder.mkdir()
        for number, text in enumerate((ASKED, AGAIN)):
            (folder / f"{number}.eml").write_text(text.format(owner=owner, domain=f"{domain}.example"))
        lines += [
            "[[owner]]",
            f'name = "{owner.title()}"',
            f'me = ["{owner}@wir.example"]',
            f'mail = ["{folder}"]',
        ]
    config = tmp_path / "config.toml"
    config.write_text("\n".join(lines) + "\n")
    return config


def test_all_owners_are_in_one_briefing_each_from_their_own_store(handover: Handover, team: Path, home: Path):
    run = handover("briefing", "-c", team, *MONDAY, "--json")

    told = run.json["data"]["briefing"]
    assert run.code == 0
    assert told["team"] == ["Anna", "Otto", "Kim", "Lea", "Max"]
    assert sorted(row["customer"] for row in told["rows"]) == [
        f"{name}.example" for name in ("acme", "brio", "cord", "dune", "elm")
    ]
    assert told["weeks"][-1]["left_open"] == 5
    assert len(list(home.rglob("mail.sqlite"))) == 5
    assert sum(each["messages"] for each in run.json["coverage"]) == 10


def test_one_owner_is_picked_by_name(handover: Handover, team: Path):
    run = handover("briefing", "-c", team, "--owner", "otto", *MONDAY, "--json")

    told = run.json["data"]["briefing"]
    assert told["team"] == []
    assert [row["customer"] for row in told["rows"]] == ["brio.example"]


def test_one_mailbox_that_cannot_be_read_is_named_and_the_rest_is_told(handover: Handover, team: Path):
    kim = team.parent / "kim"
    kim.rename(team.parent / "elsewhere")
    run = handover("briefing", "-c", team, *MONDAY, "--json")
    text = handover("briefing", "-c", team, *MONDAY)

    told = run.json["data"]["briefing"]
    assert (run.code, text.code) == (3, 3)
    assert told["missing"] == ["Kim"]
    assert len(told["rows"]) == 4
    assert str(kim) in run.err
    assert "Kim" in text.out.splitlines()[1]


def test_what_was_told_before_is_known_to_each_owner(handover: Handover, team: Path):
    handover("briefing", "-c", team, *MONDAY)
    run = handover("briefing", "-c", team, "--now", "2026-11-30T07:00", "--json")

    rows = run.json["data"]["briefing"]["rows"]
    assert {row["change"] for row in rows} == {"same"}


def test_other_commands_still_ask_which_owner(handover: Handover, team: Path):
    run = handover("unanswered", "-c", team)

    assert run.code == 2
    assert "--owner" in run.err
