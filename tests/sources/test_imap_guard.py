"""The gate: what may be said to a server, and that nothing else gets through whatever it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.sources.imap_guard import (
    ForbiddenCommandError,
    check_command,
    check_continuation,
    quote,
)


@pytest.mark.parametrize(
    "command",
    [
        b"CAPABILITY",
        b"STARTTLS",
        b"LOGOUT",
        b"COMPRESS DEFLATE",
        b'LOGIN kim@acker.example "a \\"b\\" \\\\ c"',
        b"AUTHENTICATE XOAUTH2",
        b'LIST "" "*"',
        b'LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))',
        b'EXAMINE "Entw&APw-rfe" (CONDSTORE)',
        b"UID SEARCH RETURN (ALL) UID 17:*",
        b"UID SEARCH ALL",
        b"UID FETCH 1:4,9 (UID RFC822.SIZE INTERNALDATE BODYSTRUCTURE)",
        b"UID FETCH 7 (UID BODY.PEEK[HEADER] BODY.PEEK[1.2.MIME] BODY.PEEK[1.2]<0.524288>)",
        b"UID FETCH 7 (UID BODY.PEEK[])",
    ],
)
def test_reading_commands_pass(command: bytes) -> None:
    check_command(b"A1 " + command + b"\r\n")


@pytest.mark.parametrize(
    "command",
    [
        b'SELECT "INBOX"',
        b"UID STORE 1 +FLAGS (\\Deleted)",
        b"STORE 1 FLAGS ()",
        b"EXPUNGE",
        b"CLOSE",
        b'APPEND "INBOX" {3}',
        b'DELETE "INBOX"',
        b'RENAME "a" "b"',
        b"UID COPY 1 Trash",
        b"UID MOVE 1 Trash",
        b"UID FETCH 1 (UID BODY[])",
        b"UID FETCH 1 (UID RFC822)",
        b"UID FETCH 1 (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])",
        b"FETCH 1 (UID)",
        b"UID SEARCH SUBJECT x",
        b"EXAMINE INBOX",
        b'EXAMINE "a"b"',
        b'EXAMINE "a\\"',
        b'EXAMINE "a" SELECT "a"',
        b'EXAMINE "a\0"',
        b'EXAMINE "a\rb"',
        b'EXAMINE "\xc3\xa4"',
        b'LOGIN kim acker "x"',
        b"LOGIN kim {3}",
        b"LIST () INBOX *",
        b"",
    ],
)
def test_everything_else_is_refused(command: bytes) -> None:
    with pytest.raises(ForbiddenCommandError):
        check_command(b"A1 " + command + b"\r\n")


@given(st.binary(max_size=40), st.sampled_from([b"\r", b"\n", b"\0"]), st.binary(max_size=40))
def test_no_argument_carries_a_line_end_or_nul(before: bytes, evil: bytes, after: bytes) -> None:
    argument = quote(before + evil + after)

    for command in (b"EXAMINE %b", b"STATUS %b (MESSAGES)", b"LOGIN kim %b"):
        with pytest.raises(ForbiddenCommandError):
            check_command(b"A1 " + command % argument + b"\r\n")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_every_printable_name_can_be_quoted(name: str) -> None:
    check_command(b"A1 EXAMINE " + quote(name.encode()) + b"\r\n")


@given(st.binary(max_size=200))
def test_an_answer_to_a_challenge_is_base64_or_nothing(data: bytes) -> None:
    allowed = all(
        byte in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n" for byte in data
    )

    try:
        check_continuation(data)
    except ForbiddenCommandError:
        return

    assert allowed


def test_a_refusal_does_not_repeat_what_was_refused() -> None:
    with pytest.raises(ForbiddenCommandError) as caught:
        check_command(b'A1 LOGIN kim "geheim\n"\r\n')

    assert "geheim" not in str(caught.value)
