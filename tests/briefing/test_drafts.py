"""The briefing laid among the drafts of a real mailbox: once, and without sending anything."""

from __future__ import annotations

import pytest

from tests.briefing.conftest import ANNA, BOSS, W47
from tests.conftest import Handover
from tests.servers.dovecot import DRAFTS, PASSWORD, Admin, Dovecot

pytestmark = pytest.mark.slow

ASKED = b"""From: Kim <kim@kim.example>
To: Anna <anna@wir.example>
Date: Mon, 09 Nov 2026 09:00:00 +0100
Subject: Order
Message-ID: <1@kim.example>

Hello Anna, when will our order arrive?
"""


def test_it_lies_there_once_for_each_recipient(
    handover: Handover, dovecot_server: Dovecot, imap_user: str, imap_admin: Admin
):
    imap_admin.deliver([ASKED])
    mailbox = ("--mail", dovecot_server.uri(imap_user), "--password-command", f"echo {PASSWORD}")
    words = ("briefing", *mailbox, "--me", ANNA, "--lang", "en", *W47, "--draft")
    two = ("--mail-to", BOSS, "--mail-to", "chef@wir.example")

    first = handover(*words, *two)
    again = handover(*words, *two)
    third = handover(*words, *two[:2], "--again")

    assert (first.code, again.code, third.code) == (0, 0, 0), first.err + again.err + third.err
    assert f"{BOSS}: lies ready as a draft" in first.out
    assert DRAFTS in first.out
    assert "lies there as a draft since Mon 23 Nov 2026 07:00" in again.out
    flags = imap_admin.flags(DRAFTS)
    assert len(flags) == 3
    assert all(b"\\Draft" in each for each in flags)


def test_without_an_imap_mailbox_it_says_what_to_do_instead(handover: Handover, at_box: list[str]):
    run = handover("briefing", *at_box, *W47, "--draft", "--mail-to", BOSS)

    assert run.code == 2
    assert "--send" in run.err
