"""The briefing by mail, against a real SMTP server: once a week, kept when it fails, held back without news."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from tests.briefing.conftest import ANNA, BOSS, W47, W48, W49, W50, W51, W52, Lay, by, ids, opened
from tests.briefing.sample import BERLIN
from tests.conftest import Handover
from tests.servers.smtp_sink import Sink

pytestmark = pytest.mark.slow

NOBODY = ("--mail-to", BOSS, "--smtp", "smtp://127.0.0.1:9")


def outbox(home: Path) -> list[Path]:
    return sorted((home / ".local" / "state" / "handover").glob("journal-*/outbox/*.eml"))


def states(run: object) -> list[tuple[str, str]]:
    return [(mail["about"], mail["state"]) for mail in run.json["data"]["mailing"]["mails"]]  # type: ignore[attr-defined]


def test_each_recipient_gets_text_and_html_marked_as_automatic(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    run = handover("briefing", *at_box, *W47, *by(smtp_sink_server, BOSS, "chef@wir.example"))

    assert run.code == 0, run.err
    assert [sent.recipients for sent in smtp_sink_server.sent] == [(BOSS,), ("chef@wir.example",)]
    mail = opened(smtp_sink_server.sent[0])
    assert mail["To"] == BOSS
    assert mail["From"] == ANNA
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "kim.example" in mail.get_body(("plain",)).get_content()
    assert "kim.example" in mail.get_body(("html",)).get_content()
    assert len(set(ids(smtp_sink_server))) == 2
    assert "kim.example" in run.out


def test_the_same_week_goes_to_the_same_person_once(handover: Handover, at_box: list[str], smtp_sink_server: Sink):
    handover("briefing", *at_box, *W47, *by(smtp_sink_server))

    later = ("--now", "2026-11-24T10:00")
    again = handover("briefing", *at_box, *later, *by(smtp_sink_server, BOSS, "chef@wir.example"))

    assert again.code == 0
    assert "mailed already on Mon 23 Nov 2026 07:00" in again.out
    assert [sent.recipients for sent in smtp_sink_server.sent] == [(BOSS,), ("chef@wir.example",)]


def test_asked_to_it_goes_again_as_another_mail(handover: Handover, at_box: list[str], smtp_sink_server: Sink):
    handover("briefing", *at_box, *W47, *by(smtp_sink_server))
    handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--again")
    last = handover("briefing", *at_box, *W47, *by(smtp_sink_server))

    assert len(set(ids(smtp_sink_server))) == len(smtp_sink_server.sent) == 2
    assert "mailed already" in last.out


def test_a_dry_run_shows_everything_and_leaves_no_trace(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path
):
    run = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--dry-run")
    shown = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--dry-run", "--json").json
    sent = handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--json")

    assert run.code == 0
    assert f"To:           {BOSS}" in run.out
    assert "text/plain" in run.out
    assert "kim.example" in run.out
    [mail] = shown["data"]["mailing"]["mails"]
    assert {part["type"] for part in mail["parts"]} >= {"text/plain", "text/html"}
    assert mail["size"] > sum(part["size"] for part in mail["parts"][:1])
    assert len(smtp_sink_server.sent) == 1
    assert [row["change"] for row in sent.json["data"]["briefing"]["rows"]] == ["new"]


def test_a_dry_run_needs_no_server(handover: Handover, at_box: list[str]):
    assert handover("briefing", *at_box, *W47, "--mail-to", BOSS, "--dry-run").code == 0
    assert handover("briefing", *at_box, *W47, "--mail-to", BOSS).code == 2


def test_what_could_not_be_delivered_goes_first_the_next_time_with_its_old_message_id(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path
):
    lost = handover("briefing", *at_box, *W47, *NOBODY, "--json")
    [kept] = outbox(home)
    mode = stat.S_IMODE(kept.stat().st_mode), stat.S_IMODE(kept.parent.stat().st_mode)
    text = kept.read_bytes()

    later = handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--json")

    assert lost.code == 5
    assert "kim.example" in lost.out
    assert states(lost) == [("2026-W47", "kept")]
    assert mode == (0o600, 0o700)
    assert later.code == 0
    assert states(later) == [("2026-W47", "sent"), ("2026-W48", "sent")]
    assert ids(smtp_sink_server)[0] == f"<{lost.json['data']['mailing']['mails'][0]['message_id']}>"
    assert smtp_sink_server.sent[0].data.split() == text.split()
    assert outbox(home) == []


def test_a_kept_mail_of_this_week_is_this_weeks_mail(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *NOBODY)
    again = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--json")
    third = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--json")

    assert states(again) == [("2026-W47", "sent")]
    assert states(third) == [("2026-W47", "already")]
    assert len(smtp_sink_server.sent) == 1


def test_a_mail_that_fails_again_is_tried_once_in_each_run(handover: Handover, at_box: list[str], home: Path):
    handover("briefing", *at_box, *W47, *NOBODY)
    again = handover("briefing", *at_box, *W47, *NOBODY, "--json")

    assert again.code == 5
    assert states(again) == [("2026-W47", "kept")]
    assert [error["code"] for error in again.json["errors"]].count("not-delivered") == 1
    assert len(outbox(home)) == 1


def test_a_refused_recipient_does_not_keep_the_mail_from_the_others(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    smtp_sink_server.refused_recipients.add(BOSS)
    run = handover("briefing", *at_box, *W47, *by(smtp_sink_server, BOSS, "chef@wir.example"), "--json")

    assert run.code == 5
    assert states(run) == [("2026-W47", "kept"), ("2026-W47", "sent")]


def test_a_connection_lost_at_the_very_end_becomes_perhaps_twice(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path
):
    smtp_sink_server.drop_after_data = True
    lost = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--json")
    refused = handover("briefing", *at_box, *W47, *NOBODY, "--json")
    smtp_sink_server.drop_after_data = False
    later = handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--json")

    assert (lost.code, refused.code, later.code) == (5, 5, 0)
    assert states(lost) == states(refused) == [("2026-W47", "intended")]
    assert states(later) == [("2026-W47", "perhaps_twice"), ("2026-W48", "sent")]
    first, second, _third = ids(smtp_sink_server)
    assert first == second
    assert outbox(home) == []


def test_after_fourteen_days_a_kept_mail_is_given_up_and_that_is_said(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path
):
    handover("briefing", *at_box, *W47, *NOBODY)
    run = handover("briefing", *at_box, "--now", "2026-12-07T07:01", *by(smtp_sink_server), "--json")
    after = handover("briefing", *at_box, *W50, *by(smtp_sink_server), "--json")

    assert states(run) == [("2026-W47", "given_up"), ("2026-W49", "sent")]
    [notice] = [error for error in run.json["errors"] if error["code"] == "mail-given-up"]
    assert BOSS in notice["text"]
    assert states(after) == [("2026-W50", "sent")]
    assert outbox(home) == []


def test_what_waits_goes_out_even_where_the_mailbox_cannot_be_read(
    handover: Handover, at_box: list[str], box: Path, smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *NOBODY)
    gone = ["--mail", str(box.with_name("gone")), *at_box[2:]]

    run = handover("briefing", *gone, *W48, *by(smtp_sink_server), "--json")

    assert run.code == 3
    assert run.json["data"]["briefing"] is None
    assert states(run) == [("2026-W47", "sent")]


def test_a_week_without_news_is_held_back_and_said_later(
    handover: Handover, at_box: list[str], lay: Lay, smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--only-if-news")
    quiet = handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--only-if-news")
    lay("pat", "Wed, 02 Dec 2026", "our press has stopped, please call back today!")
    news = handover("briefing", *at_box, *W49, *by(smtp_sink_server), "--only-if-news", "--json")

    assert quiet.code == 0
    assert quiet.out.count("\n") <= 3
    told = " ".join(quiet.out.split())
    assert "No news in week 48" in told
    assert "4 mails in 1 folder, the newest from Fri 27 Nov 2026" in told
    assert "last mail went out on Mon 23 Nov 2026 07:00" in told
    assert news.json["data"]["briefing"]["quiet"] == ["2026-W48"]
    assert len(smtp_sink_server.sent) == 2
    assert "weeks without news: 48" in opened(smtp_sink_server.sent[1]).get_body(("plain",)).get_content()


def test_after_three_quiet_weeks_the_mail_goes_out_anyway(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    runs = [
        handover("briefing", *at_box, *week, *by(smtp_sink_server), "--only-if-news", "--json")
        for week in (W47, W48, W48, W49, W50, W51, W52)
    ]

    told = [run.json["data"]["mailing"]["heartbeat"] for run in runs]
    assert [beat and beat["quiet"] for beat in told] == [None, 1, 1, 2, 3, None, 1]
    assert len(smtp_sink_server.sent) == 2
    assert "48, 49, 50" in opened(smtp_sink_server.sent[1]).get_body(("plain",)).get_content()


def test_without_the_wish_every_week_is_mailed(handover: Handover, at_box: list[str], smtp_sink_server: Sink):
    for week in (W47, W48):
        handover("briefing", *at_box, *week, *by(smtp_sink_server))

    assert len(smtp_sink_server.sent) == 2


def test_recipients_named_in_the_configuration_are_mailed_when_asked_to(
    handover: Handover, at_box: list[str], box: Path, smtp_sink_server: Sink, tmp_path: Path
):
    config = tmp_path / "config.toml"
    config.write_text(
        f'me = ["{ANNA}"]\nmail = ["{box}"]\n[briefing]\nmail_to = ["{BOSS}"]\nonly_if_news = true\n'
        f'[delivery]\nsmtp = "smtp://127.0.0.1:{smtp_sink_server.port}"\n'
        f'[[team]]\nname = "Dr. Eva Berg"\naddresses = ["{BOSS}"]\nlanguage = "de"\n'
    )
    looked = handover("briefing", "-c", config, *W47)
    nothing_sent = list(smtp_sink_server.sent)
    sent = handover("briefing", "-c", config, *W47, "--send", "--lang", "en")

    assert (looked.code, sent.code, nothing_sent) == (0, 0, [])
    [mail] = smtp_sink_server.sent
    assert opened(mail)["To"] == f'"Dr. Eva Berg" <{BOSS}>'
    assert "KW 47" in opened(mail).get_body(("plain",)).get_content()


@pytest.mark.parametrize("option", ["--again", "--dry-run", "--only-if-news"])
def test_an_option_that_would_do_nothing_is_refused(handover: Handover, at_box: list[str], option: str):
    run = handover("briefing", *at_box, *W47, option)

    assert run.code == 2
    assert "--mail-to" in run.err


def test_to_send_somebody_must_be_named(handover: Handover, at_box: list[str], smtp_sink_server: Sink):
    run = handover("briefing", *at_box, *W47, "--send", *by(smtp_sink_server)[2:])

    assert run.code == 2
    assert "mail_to" in run.err


def test_two_runs_do_not_mail_at_once(handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path):
    from handover.deliver import outbox as place
    from handover.errors import BusyError

    handover("briefing", *at_box, *W47, *by(smtp_sink_server))
    [folder] = (home / ".local" / "state" / "handover").glob("journal-*/outbox")

    with place.Outbox(str(folder)).locked(), pytest.raises(BusyError), place.Outbox(str(folder)).locked(0):
        pass


def test_of_a_team_one_mailbox_gone_is_named_and_the_rest_is_mailed(
    handover: Handover, at_box: list[str], box: Path, smtp_sink_server: Sink, tmp_path: Path, home: Path
):
    config = tmp_path / "config.toml"
    config.write_text(
        f'[briefing]\nmail_to = ["{BOSS}"]\n[delivery]\nsmtp = "smtp://127.0.0.1:{smtp_sink_server.port}"\n'
        f'[[owner]]\nname = "Otto Berg"\nme = "otto@wir.example"\nmail = ["{tmp_path / "gone"}"]\n'
        f'[[owner]]\nname = "Anna Berger"\nme = "{ANNA}"\nmail = ["{box}"]\n'
    )
    words = ("briefing", "-c", config, "--lang", "en", *W47, "--send", "--json")
    first, again = handover(*words), handover(*words)
    alone = handover(*words, "--owner", "Anna", "--mail-from", ANNA)

    assert (first.code, again.code, alone.code) == (3, 3, 0)
    assert [states(run)[0][1] for run in (first, again, alone)] == ["sent", "already", "sent"]
    assert opened(smtp_sink_server.sent[0])["From"] == "otto@wir.example"
    assert "Otto Berg" in opened(smtp_sink_server.sent[0]).get_body(("plain",)).get_content()
    assert len(smtp_sink_server.sent) == 2


def test_a_week_with_a_mailbox_that_could_not_be_read_is_never_held_back(
    handover: Handover, at_box: list[str], box: Path, smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--only-if-news")
    two = [*at_box, "--mail", str(box.with_name("gone"))]
    handover("briefing", *two, *W47, *by(smtp_sink_server), "--mail-to", "chef@wir.example")
    sent = len(smtp_sink_server.sent)

    run = handover("briefing", *two, *W48, *by(smtp_sink_server), "--only-if-news")

    assert run.code == 3
    assert len(smtp_sink_server.sent) == sent + 1


def test_what_was_given_up_can_be_made_anew_at_once(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    handover("briefing", *at_box, *W47, *NOBODY)
    late = ("--now", "2026-12-08T07:00", "--week", "2026-W47", "--json")
    run = handover("briefing", *at_box, *late, *by(smtp_sink_server))

    assert states(run) == [("2026-W47", "given_up"), ("2026-W47", "sent")]
    assert len(smtp_sink_server.sent) == 1


def test_asked_to_a_week_without_news_is_mailed_after_all(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink
):
    for more in ((), ("--again",)):
        handover("briefing", *at_box, *W47, *by(smtp_sink_server))
        handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--only-if-news", *more)

    assert len(smtp_sink_server.sent) == 2


@pytest.mark.parametrize("after", ["before", "after"])
def test_a_disk_that_is_full_in_the_middle_is_told_with_the_briefing(
    handover: Handover,
    at_box: list[str],
    smtp_sink_server: Sink,
    monkeypatch: pytest.MonkeyPatch,
    after: str,
):
    from handover.errors import StoreError
    from handover.journal import Delivery, Journal

    wanted = "kept" if after == "before" else "sent"
    real = Journal.add_delivery

    def full(self: Journal, delivery: Delivery) -> None:
        if delivery.state == wanted:
            raise StoreError("store_full", "no room")
        real(self, delivery)

    monkeypatch.setattr(Journal, "add_delivery", full)
    run = handover("briefing", *at_box, *W47, *by(smtp_sink_server))
    monkeypatch.setattr(Journal, "add_delivery", real)
    later = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--json")

    assert run.code == later.code + 4 == 4
    said = {"before": "could not be written down", "after": "it is not known whether it went out"}[after]
    assert "kim.example" in run.out
    assert said in " ".join(run.out.split())
    expected = {"before": ("sent", 1), "after": ("perhaps_twice", 2)}[after]
    assert (states(later)[0][1], len(smtp_sink_server.sent)) == expected


@pytest.mark.parametrize("address", ["grüße@wir.example", "chefin@größe.example", "a..b@wir.example"])
def test_an_address_that_no_mail_can_name_is_refused_before_anything_goes_out(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path, address: str
):
    runs = [
        handover("briefing", *at_box, *W47, *by(smtp_sink_server, BOSS, address)),
        handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--mail-from", address),
    ]

    assert [run.code for run in runs] == [2, 2]
    assert all(address in run.err for run in runs)
    assert smtp_sink_server.sent == []
    assert outbox(home) == []


def test_a_mail_that_cannot_be_let_go_of_went_out_once(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, monkeypatch: pytest.MonkeyPatch
):
    from handover.deliver import outbox as place

    real = os.unlink

    def stuck(path: str) -> None:
        if str(path).endswith(".eml"):
            raise PermissionError(13, "Permission denied", path)
        real(path)

    with monkeypatch.context() as broken:
        broken.setattr(place.os, "unlink", stuck)
        first, second = (handover("briefing", *at_box, *W47, *by(smtp_sink_server)) for _ in range(2))
    after = handover("briefing", *at_box, *W47, *by(smtp_sink_server), "--json")

    assert [first.code, second.code, after.code] == [4, 4, 0]
    assert "kim.example" in first.out
    assert "mailed already" in second.out
    assert states(after) == [("2026-W47", "already")]
    assert len(smtp_sink_server.sent) == 1


@pytest.mark.parametrize("data", [b"", b"no mail"])
def test_a_damaged_mail_in_the_outbox_is_said_once_and_gone(
    handover: Handover, at_box: list[str], smtp_sink_server: Sink, home: Path, data: bytes
):
    handover("briefing", *at_box, *W47, *NOBODY)
    outbox(home)[0].write_bytes(data)
    runs = [handover("briefing", *at_box, *W48, *by(smtp_sink_server), "--json") for _ in range(2)]

    codes = [[error["code"] for error in run.json["errors"]] for run in runs]
    assert codes == [["mail-given-up", "mail-lost"], []]
    assert outbox(home) == []
    assert len(smtp_sink_server.sent) == 1


@pytest.mark.parametrize("more", ["", "Received: from a by b; Wed, 18 Nov 2026 09:00:00 +0100\n"])
def test_a_date_in_the_future_does_not_hide_that_no_mail_comes_any_more(
    handover: Handover, at_box: list[str], lay: Lay, monkeypatch: pytest.MonkeyPatch, more: str
):
    from handover.cli import options

    lay("parcels", "Thu, 31 Dec 2099", "when may we bring your parcel?", more)
    march = datetime(2027, 3, 1, 7, tzinfo=BERLIN)
    monkeypatch.setattr(options, "clock", march.astimezone)
    by_clock, by_option = (
        handover("briefing", *at_box, "--json", *now).json["data"]["briefing"]
        for now in ((), ("--now", march.isoformat()))
    )

    assert [told["stale"][0]["newest"][:10] for told in (by_clock, by_option)] == ["2026-12-25"] * 2
