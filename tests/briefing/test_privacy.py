"""What waits in the outbox is stored data, too: it is told of, exported, deleted and purged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.briefing.conftest import BOSS, W47, W48, by
from tests.conftest import Handover
from tests.servers.smtp_sink import Sink

pytestmark = pytest.mark.slow

NOBODY = ("--mail-to", BOSS, "--smtp", "smtp://127.0.0.1:9")


def waiting(home: Path) -> list[Path]:
    return list((home / ".local" / "state" / "handover").rglob("*.eml"))


def test_a_person_is_found_exported_and_deleted_in_a_kept_mail(
    handover: Handover, at_box: list[str], home: Path, smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *NOBODY)
    person = ("kim@kim.example", *at_box, "--json")
    [kept] = waiting(home)
    text = kept.read_bytes().decode()

    report = handover("privacy", "report", *person).json["data"]
    export = handover("privacy", "export", *person).json["data"]
    stranger = handover("privacy", "report", "lee@lee.example", *at_box, "--json").json["data"]
    deleted = handover("privacy", "delete", *person, "--yes")
    later = handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--json")

    assert report["entries"]["outbox"] == 1
    assert any(path.endswith("outbox") for path in report["files"])
    assert export["outbox"] == [text]
    assert "outbox" not in stranger["entries"]
    assert deleted.code == 0
    assert waiting(home) == []
    assert "mail-lost" in {error["code"] for error in later.json["errors"]}
    assert all(b"kim.example" not in sent.data for sent in smtp_sink_server.sent)


def test_a_kept_mail_that_names_somebody_else_stays(handover: Handover, at_box: list[str], home: Path):
    handover("briefing", *at_box, *W47, *NOBODY)

    handover("privacy", "delete", "lee@lee.example", *at_box, "--yes")

    assert len(waiting(home)) == 1


def test_purge_forgets_what_waited_for_too_long(handover: Handover, at_box: list[str], home: Path):
    handover("briefing", *at_box, *W47, *NOBODY)

    handover("purge", *at_box, "--now", "2026-12-07T06:00")
    before = len(waiting(home))
    handover("purge", *at_box, "--now", "2026-12-08T07:00")

    assert (before, len(waiting(home))) == (1, 0)


def test_a_person_of_another_owner_is_found_where_the_teams_briefing_waits(
    handover: Handover, at_box: list[str], box: Path, home: Path, tmp_path: Path
):
    config = tmp_path / "config.toml"
    config.write_text(
        f'[briefing]\nmail_to = ["{BOSS}"]\n[delivery]\nsmtp = "smtp://127.0.0.1:9"\n'
        f'[[owner]]\nname = "Otto"\nme = "otto@wir.example"\nmail = ["{tmp_path / "gone"}"]\n'
        f'[[owner]]\nname = "Anna"\nme = "anna@wir.example"\nmail = ["{box}"]\n'
    )
    handover("briefing", "-c", config, *W47, "--send")
    person = ("kim@kim.example", "-c", config, "--owner", "Anna", "--json")
    before = len(waiting(home))

    report = handover("privacy", "report", *person).json["data"]
    handover("privacy", "delete", *person, "--yes")

    assert (before, len(waiting(home))) == (1, 0)
    assert report["entries"]["outbox"] == 1


def test_without_names_no_earlier_subject_is_told(handover: Handover, at_box: list[str], smtp_sink_server: Sink):
    handover("briefing", *at_box, *W47, *NOBODY)

    late = ("--now", "2026-12-08T07:00", "--pseudonymise", "--json")
    runs = [handover("briefing", *at_box, *late, *by(smtp_sink_server), *more) for more in (("--dry-run",), ())]

    assert [run.json["data"]["mailing"]["mails"][0]["state"] for run in runs] == ["waiting", "given_up"]
    assert [run.out for run in runs if "kim" in run.out.casefold()] == []
