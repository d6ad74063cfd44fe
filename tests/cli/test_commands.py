"""The commands from end to end: a small Maildir in, an answer and an exit code out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Handover

NOW = "2026-11-19T16:00"
QUESTION = """From: Kim Keller <kim@acme.example>
To: Anna Berger <anna@wir.example>
Subject: Angebot
Date: Mon, 16 Nov 2026 09:00:00 +0100
Message-ID: <1@acme.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Berger,

wann bekommen wir das Angebot für Halle 2?
"""
THANKS = """From: Lee Lang <lee@other.example>
To: Anna Berger <anna@wir.example>
Subject: Danke
Date: Mon, 16 Nov 2026 10:00:00 +0100
Message-ID: <1@other.example>
Content-Type: text/plain; charset=utf-8

Vielen Dank, passt so!
"""
SENT = """From: Anna Berger <anna@wir.example>
To: Lee Lang <lee@other.example>
Subject: Muster
Date: Mon, 16 Nov 2026 08:00:00 +0100
Message-ID: <2@wir.example>
Content-Type: text/plain; charset=utf-8

Guten Tag, das Muster ist heute mit der Post an Sie gegangen.
"""


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """Return the options that ask about a Maildir with a question, a thank-you and a sent mail."""
    for folder, names in (("Maildir", (QUESTION, THANKS)), ("Maildir/.Sent", (SENT,))):
        for part in ("cur", "new", "tmp"):
            (tmp_path / folder / part).mkdir(parents=True)
        for number, text in enumerate(names):
            (tmp_path / folder / "cur" / f"{number}.mail:2,S").write_text(text, encoding="utf-8")
    return ["--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--now", NOW]


def test_who_waits_is_told_to_people(handover: Handover, options: list[str]) -> None:
    run = handover("unanswered", *options, "--lang", "de")

    assert (run.code, run.err) == (0, "")
    assert "Kim Keller, acme.example" in run.out
    assert "wann bekommen wir das Angebot für Halle 2?" in run.out
    assert "Lee Lang" not in run.out
    assert "Durchgesehen: 3 Mails in 2 Ordnern" in run.out


def test_who_waits_is_told_to_programs(handover: Handover, options: list[str]) -> None:
    answer = handover("unanswered", *options, "--json").json

    [finding] = answer["findings"]
    assert (finding["contact"], finding["message"], finding["state"]) == (
        "kim@acme.example",
        "1@acme.example",
        "open",
    )
    assert finding["since"] == "2026-11-16T09:00:00+01:00"
    assert finding["waiting"]["business_hours"] == pytest.approx(34.0)
    assert (answer["coverage"][0]["messages"], answer["coverage"][0]["complete"]) == (3, True)


def test_nothing_found_says_what_was_looked_at(handover: Handover, options: list[str]) -> None:
    run = handover("promises", *options)

    assert "No promise is open." in run.out
    assert "3 mails in 2 folders" in run.out


def test_a_dismissed_finding_is_gone_until_it_is_taken_back(handover: Handover, options: list[str]) -> None:
    [finding] = handover("unanswered", *options, "--json").json["findings"]

    dismissed = handover("dismiss", finding["id"][:14], *options, "--because", "settled")
    without = handover("unanswered", *options, "--json").json["findings"]
    undone = handover("undo", finding["id"], *options)
    again = handover("unanswered", *options, "--json").json["findings"]

    assert (dismissed.code, undone.code) == (0, 0)
    assert without == []
    assert [item["id"] for item in again] == [finding["id"]]


def test_a_finding_cannot_be_hidden_until_a_day_that_has_come(handover: Handover, options: list[str]) -> None:
    run = handover("snooze", "any", "--until", "2020-01-06", *options, "--lang", "en")

    assert run.code == 2
    assert "has come already" in run.err


def test_a_snoozed_finding_comes_back_on_its_day(handover: Handover, options: list[str]) -> None:
    [finding] = handover("unanswered", *options, "--json").json["findings"]

    snoozed = handover("snooze", finding["id"], "--until", "Montag", *options, "--lang", "de")
    today = handover("unanswered", *options, "--json").json["findings"]
    monday = handover("unanswered", *options[:-1], "2026-11-23T09:00", "--json").json["findings"]

    assert "Mo 23.11.2026" in snoozed.out
    assert today == []
    assert len(monday) == 1


def test_a_phone_note_is_kept_listed_and_ticked_off(handover: Handover, options: list[str]) -> None:
    noted = handover(
        "note", "Rückruf Hr. Moser, Fa. Klein, 0821 99999, bis 17 Uhr", "--at", "14:20", *options
    )
    note = handover("note", "list", *options, "--json").json["data"]["notes"][0]
    done = handover("note", "done", note["id"], *options)
    left = handover("note", "list", *options, "--json").json["data"]["notes"]

    assert (noted.code, done.code, left) == (0, 0, [])
    assert note["at"] == "2026-11-19T14:20:00+01:00"


def test_what_is_stored_of_a_person_is_told_and_forgotten(handover: Handover, options: list[str]) -> None:
    handover("sync", *options)

    before = handover("privacy", "report", "kim@acme.example", *options, "--json").json["data"]
    deleted = handover("privacy", "delete", "kim@acme.example", *options, "--yes")
    after = handover("privacy", "report", "kim@acme.example", *options, "--json").json["data"]

    assert (before["messages"], deleted.code, after["messages"]) == (1, 0, 0)


def test_a_deletion_without_anybody_to_ask_needs_yes(handover: Handover, options: list[str]) -> None:
    handover("sync", *options)

    run = handover("privacy", "delete", "kim@acme.example", *options)

    assert run.code == 2
    assert "--yes" in run.err


def test_the_reasoning_of_a_finding_is_shown(handover: Handover, options: list[str]) -> None:
    [finding] = handover("unanswered", *options, "--json").json["findings"]

    run = handover("show", finding["id"], *options, "--lang", "de")

    assert "Angebot" in run.out
    assert "gestellt: Kim Keller" in run.out


@pytest.mark.parametrize(
    "command", ["unanswered", "sync", "check", "note list", "purge", "config show", "doctor"]
)
def test_every_command_speaks_json(handover: Handover, options: list[str], command: str) -> None:
    handover("sync", *options)

    run = handover(*command.split(), *options, "--json")

    assert run.code == 0
    assert run.json["schema"] == "handover/1"
    assert run.json["command"] == command


@pytest.mark.parametrize("name", ["mail.sqlite", "journal.sqlite"])
def test_doctor_finds_a_damaged_store(handover: Handover, options: list[str], home: Path, name: str) -> None:
    handover("note", "RR Kim Keller", *options)
    [path] = home.rglob(name)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(8192) + whole[12288:])

    run = handover("doctor", *options)

    assert run.code == 4
    assert f"{name} is damaged" in run.err


def test_an_unknown_mailbox_is_one_line(handover: Handover) -> None:
    run = handover("unanswered", "--mail", "/nowhere", "--me", "a@b.example")

    assert run.code == 3
    assert len(run.err.splitlines()) == 1
    assert "/nowhere" in run.err


def test_without_any_mailbox_it_says_what_to_do(handover: Handover) -> None:
    run = handover("unanswered")

    assert run.code == 2
    assert "handover init" in run.err


def test_init_writes_a_configuration_that_works(handover: Handover, options: list[str], home: Path) -> None:
    written = handover("init", "--me", "anna@wir.example", "--mail", options[1], "--region", "DE-BY")
    again = handover("init", "--me", "anna@wir.example", "--mail", options[1])
    shown = {row["key"]: row for row in handover("config", "show", "--json").json["data"]["settings"]}
    asked = handover("unanswered", "--now", NOW, "--json")

    config = home / ".config" / "handover" / "config.toml"
    assert (written.code, again.code) == (0, 2)
    assert config.stat().st_mode & 0o777 == 0o600
    assert (shown["work.region"]["value"], shown["work.region"]["origin"]) == ("DE-BY", "config.toml:6")
    assert len(asked.json["findings"]) == 1


def test_init_without_answers_says_what_to_give(handover: Handover) -> None:
    run = handover("init")

    assert run.code == 2
    assert "--me" in run.err


def test_options_of_a_check_are_checked(handover: Handover, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(
        '[checks.escalations]\nalarm = 3\n[checks.escalation]\n[checks.absence]\ndays = "x"\n'
    )

    run = handover("config", "show", "-c", tmp_path / "c.toml")

    assert run.code == 2
    assert len(run.err.splitlines()) == 3
    assert "did you mean “alarms”?" in run.err
    assert "did you mean “escalations”?" in run.err
