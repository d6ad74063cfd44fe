"""A packet laid among the drafts of a real mailbox: the only write, and what the server sees of it."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.conftest import Handover
from tests.servers.dovecot import DRAFTS, PASSWORD, Admin, Dovecot

pytestmark = pytest.mark.slow

ASKED = b"""From: Kim <kim@acme.example>
To: Anna <anna@wir.example>
Date: Mon, 16 Nov 2026 09:00:00 +0100
Subject: Angebot
Message-ID: <1@acme.example>

Guten Tag, wann kommt das Angebot?
"""
WHO = ("--me", "anna@wir.example", "--deputy", "jens@wir.example", "--now", "2026-11-19T16:00")


def test_the_draft_lies_in_the_drafts_folder_and_nothing_else_changed(
    handover: Handover, dovecot_server: Dovecot, imap_user: str, imap_admin: Admin, tmp_path: Path
):
    imap_admin.deliver([ASKED])
    before = imap_admin.flags()
    mailbox = ("--mail", dovecot_server.uri(imap_user), "--password-command", f"echo {PASSWORD}")
    days = ("--from", "2026-11-23", "--to", "2026-11-27", "--out", tmp_path / "packet", "--format", "json")
    built = handover("packet", "build", *mailbox, *WHO, *days)

    run = handover("packet", "draft", *mailbox, *WHO)

    assert (built.code, run.code) == (0, 0), built.err + run.err
    assert imap_admin.flags() == before
    (flags,) = imap_admin.flags(DRAFTS)
    assert b"\\Draft" in flags


def test_drafts_can_be_files_to_open_and_send(handover: Handover, at_example: list[str], tmp_path: Path):
    run = handover("packet", "draft", *at_example, "--now", "2026-11-20T09:00", "--out", tmp_path / "drafts")

    mails = [
        message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in (tmp_path / "drafts").iterdir()
    ]
    assert run.code == 0
    assert {mail["X-Unsent"] for mail in mails} == {"1"}
    assert any("peter.lindner@" in str(mail["To"]) for mail in mails)


def test_without_an_imap_mailbox_it_says_what_to_do_instead(handover: Handover, at_example: list[str]):
    run = handover("packet", "draft", *at_example, "--now", "2026-11-20T09:00")

    assert run.code == 2
    assert "packet send" in run.err
