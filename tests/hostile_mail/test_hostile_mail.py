"""Every hostile mail gets an answer, in bounded time and memory, whole and reduced."""

import time
import tracemalloc

import pytest

from handover.model import FolderRole, Message, RawMessage, Skipped
from handover.parse import parse
from handover.sources.reduce import reduce
from tests.hostile_mail.mails import BOMBS, HEAD, MEGABYTE, PLAIN

LIMIT_S = 1.0
LIMIT_BYTES = 200 * MEGABYTE


def answer(data: bytes) -> Message | Skipped:
    return parse(RawMessage("1", "INBOX", FolderRole.INBOX, data))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_in_time(name):
    data = BOMBS[name]()

    started = time.process_time()
    found = answer(data)
    spent = time.process_time() - started

    assert spent < LIMIT_S
    assert not isinstance(found, Skipped) or found.reason in {"empty", "no_header"}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_fill_the_memory(name):
    data = BOMBS[name]()

    tracemalloc.start()
    answer(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < LIMIT_BYTES


@pytest.mark.parametrize("name", BOMBS)
def test_a_reduced_bomb_is_the_same_mail(name):
    data = BOMBS[name]()

    small, _ = reduce(data)

    one, other = answer(data), answer(small)
    assert type(one) is type(other)
    if isinstance(one, Message) and isinstance(other, Message):
        assert one.key == other.key
        assert one.new_text == other.new_text


def test_a_message_without_anything_is_named_as_such():
    for data, reason in (
        (b"", "empty"),
        (b"\0" * 100, "empty"),
        (b"Hallo, hier fehlt der Kopf.", "no_header"),
    ):
        found = answer(data)

        assert isinstance(found, Skipped)
        assert (found.locator, found.folder, found.reason) == ("1", "INBOX", reason)


def test_output_never_holds_what_a_terminal_would_obey():
    nasty = "".join(map(chr, [*range(32), 127, *range(128, 160), 0x202E, 0x2066, 0xFEFF, 0xE0041])) + "Text"

    found = answer(
        HEAD.replace(b"Lieferung", nasty.replace("\n", "").replace("\r", "").encode())
        + PLAIN
        + nasty.encode()
    )

    assert isinstance(found, Message)
    for text in (found.subject, found.new_text, found.from_.name):
        assert all(c.isprintable() or c == "\n" for c in text)
