"""What servers say, taken apart: real shapes, hostile shapes, and never more work than bytes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.sources.imap_bodystructure import parse_structure
from handover.sources.imap_limits import ConnectionLostError
from handover.sources.imap_response import (
    Token,
    format_uid_set,
    parse_tokens,
    parse_uid_set,
    read_response,
)


class Said(io.BytesIO):
    """Bytes of a server, read as from a connection."""

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        if size is not None and len(data) < size:
            raise ConnectionLostError("server_gone", "no more bytes")
        return data


def tokens(text: bytes) -> list[Token]:
    return parse_tokens([text])


def test_strings_atoms_lists_and_nil() -> None:
    assert tokens(b'a "b \\"c\\" \\\\" NIL () (d (e) "NIL")') == [
        b"a", b'b "c" \\', None, [], [b"d", [b"e"], b"NIL"]
    ]  # fmt: skip


def test_literals_are_taken_as_they_are() -> None:
    response = read_response(Said(b"* 1 FETCH (UID 7 BODY[] {9}\r\n)\r\n(NIL \r X NIL)\r\n"))

    assert response.items == {b"UID": b"7", b"BODY[]": b")\r\n(NIL \r", b"X": None}


def test_names_of_items_are_known_in_any_case() -> None:
    response = read_response(Said(b"* 1 fetch (uid 7 body[header] NIL)\r\n"))

    assert response.items == {b"UID": b"7", b"BODY[HEADER]": None}


@pytest.mark.parametrize(
    "text",
    [
        b"(a",
        b"a)",
        b'"a',
        b'a "b',
        b"((((",
        b"(" * 500 + b")" * 500,
        b"()" * 30_000,
        b'"\\',
        b"a" + b" " * 900_000 + b'"',
    ],
)
def test_nonsense_ends_the_connection(text: bytes) -> None:
    with pytest.raises(ConnectionLostError):
        tokens(text)


@pytest.mark.parametrize(
    "said",
    [
        b"* 1 FETCH (UID 7\n",
        b"* 1 FETCH (UID {5}\r\nab",
        b"* 1 FETCH (UID 7 X)) \r\n",
        b"* 1 FETCH (UID)\r\n",
        b"",
    ],
)
def test_a_response_that_does_not_add_up_is_never_half_used(said: bytes) -> None:
    with pytest.raises(ConnectionLostError):
        _ = read_response(Said(said)).items


@given(st.binary(max_size=300))
def test_any_bytes_are_understood_or_refused(data: bytes) -> None:
    try:
        response = read_response(Said(data + b"\r\n"))
        parse_structure(response.tokens())
        _ = response.items
    except ConnectionLostError:
        pass


@given(st.lists(st.integers(1, 2**32 - 1), unique=True, min_size=1, max_size=50))
def test_a_set_of_numbers_survives_writing_and_reading(uids: list[int]) -> None:
    spans = parse_uid_set(format_uid_set(sorted(uids)))

    assert [uid for span in spans for uid in span] == sorted(uids)


def test_runs_of_numbers_are_written_short() -> None:
    assert format_uid_set([1, 2, 3, 5, 8, 9]) == b"1:3,5,8:9"


@pytest.mark.parametrize("text", [b"a", b"1:", b"1:*", b"", b"1,,2", b"-3"])
def test_wrong_sets_are_refused(text: bytes) -> None:
    with pytest.raises(ConnectionLostError):
        parse_uid_set(text)


TEXT = b'("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 12 1 NIL NIL NIL)'
FILE = b'("APPLICATION" "PDF" NIL NIL NIL "BASE64" 7800 NIL ("ATTACHMENT" ("FILENAME" "a.pdf")) NIL)'


def test_parts_have_numbers_sizes_and_uses() -> None:
    (token,) = tokens(
        b"(("
        + TEXT
        + TEXT
        + b' "ALTERNATIVE" ("BOUNDARY" "b") NIL NIL)'
        + FILE
        + b' "MIXED" ("BOUNDARY" "a"))'
    )

    tree = parse_structure(token)

    assert tree is not None
    assert [(leaf.section, leaf.media, leaf.kept) for leaf in tree.leaves()] == [
        ("1.1", "text/plain", 12),
        ("1.2", "text/plain", 12),
        ("2", "application/pdf", 0),
    ]
    assert tree.leaves()[2].decoded_size == 5700


def test_a_text_that_is_attached_is_left_out_but_a_calendar_is_read() -> None:
    attached = b'("TEXT" "%b" NIL NIL NIL "7BIT" 900 9 NIL ("ATTACHMENT" NIL) NIL)'

    text, calendar = (parse_structure(tokens(attached % kind)[0]) for kind in (b"CSV", b"CALENDAR"))

    assert text is not None
    assert calendar is not None
    assert (text.kept, calendar.kept) == (0, 900)


@pytest.mark.parametrize(
    "text",
    [
        b"NIL",
        b"()",
        b'("TEXT")',
        b'(("TEXT"))',
        b"(" + TEXT + b")",
        b"(" + TEXT + b' "MIXED")',
        b"(" + TEXT + b' "MIXED" ("CHARSET" "x"))',
        b"(" + TEXT * 200 + b' "MIXED" ("BOUNDARY" "a"))',
        b"(" * 60 + TEXT + b' "MIXED" ("BOUNDARY" "a"))' * 60,
    ],
)
def test_a_description_that_does_not_help_is_no_error(text: bytes) -> None:
    assert parse_structure(tokens(text)[0]) is None
