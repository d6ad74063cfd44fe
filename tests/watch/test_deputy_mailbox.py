"""A deputy's mailbox is somebody else's: read only in an announced absence, and only what came in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from handover import app
from handover.app.session import session
from handover.config.settings import Account, Settings
from tests.packet.boxes import ASKING, BERLIN, PETER, Mail, settings_of, write_box

FIRST, LAST = date(2026, 3, 16), date(2026, 3, 20)
INSIDE = datetime(2026, 3, 18, 9, 0, tzinfo=BERLIN)
BACK = datetime(2026, 3, 23, 9, 0, tzinfo=BERLIN)
OLD = Mail("Kim Berg <kim@acme.example>", PETER, 300, "Between us", "Peter, can you call me?", "old")
NEW = Mail("Kim Berg <kim@acme.example>", PETER, 2, "Still waiting", "Peter, where is the belt?", "new")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    box = write_box(tmp_path / "peter.mbox", [OLD, NEW], INSIDE)
    owners = settings_of(tmp_path, [ASKING])
    accounts = (*owners.accounts, Account(str(box), kind="deputy"))
    return replace(owners, accounts=accounts, now_given=False)


def announce(settings: Settings, folder: Path) -> None:
    app.packet_build(settings, FIRST, LAST, out=folder / "out")


def read_at(settings: Settings, now: datetime) -> tuple[set[str | None], set[str]]:
    """Return the message-ids in the store and the codes of the notices after a run at *now*."""
    with session(replace(settings, now=now)) as opened:
        found = {mail.message.message_id for mail in opened.store.all_messages()}
        return found, {error.code for error in opened.errors}


def test_without_an_announced_absence_it_stays_closed_and_that_is_said(settings: Settings) -> None:
    found, codes = read_at(settings, INSIDE)

    assert found == {"a1"}
    assert "deputy-mail-closed" in codes


def test_before_the_announced_absence_it_stays_closed(settings: Settings, tmp_path: Path) -> None:
    announce(settings, tmp_path)

    found, codes = read_at(settings, settings.now)

    assert (found, "deputy-mail-closed" in codes) == ({"a1"}, True)


def test_in_the_announced_absence_only_what_came_in_it_is_read(settings: Settings, tmp_path: Path) -> None:
    announce(settings, tmp_path)

    found, codes = read_at(settings, INSIDE)

    assert found == {"a1", "new"}
    assert "deputy-mail-closed" not in codes


def test_after_the_return_it_is_closed_again_and_what_was_read_stays(
    settings: Settings, tmp_path: Path
) -> None:
    announce(settings, tmp_path)
    read_at(settings, INSIDE)
    deputys = Path(settings.accounts[1].uri)
    write_box(deputys, [OLD, NEW, NEW._replace(id="later", ago=1)], BACK)

    found, codes = read_at(settings, BACK)

    assert found == {"a1", "new"}
    assert "deputy-mail-closed" in codes


def test_the_owners_own_old_mail_is_not_read_again_because_of_it(settings: Settings, tmp_path: Path) -> None:
    announce(settings, tmp_path)
    read_at(settings, INSIDE)

    with session(replace(settings, now=INSIDE)) as opened:
        assert opened.synced is not None
        assert [count.read for count in opened.synced.counts] == [0, 0]


def test_an_original_mail_of_theirs_is_not_fetched_after_the_return(
    settings: Settings, tmp_path: Path
) -> None:
    announce(settings, tmp_path)
    read_at(settings, INSIDE)

    with session(replace(settings, now=BACK)) as opened:
        assert not opened.may_open(settings.accounts[1].uri)
        assert opened.may_open(settings.accounts[0].uri)


def test_the_packet_says_that_it_happens(settings: Settings, tmp_path: Path) -> None:
    announce(settings, tmp_path)
    shared = (tmp_path / "out" / "handover.html").read_text(encoding="utf-8")
    app.packet_build(replace(settings, accounts=settings.accounts[:1]), FIRST, LAST, out=tmp_path / "alone")
    alone = (tmp_path / "alone" / "handover.html").read_text(encoding="utf-8")

    assert "So it does in the mailboxes that deputies have shared for this" in shared
    assert "that deputies have shared" not in alone
