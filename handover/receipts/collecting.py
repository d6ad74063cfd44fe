"""From a mail to receipts: what it brings back on one packet. Pure; keeping them is the use case's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handover.journal.entries import Receipt
from handover.model import Message
from handover.receipts.handed import Part
from handover.receipts.headers import is_answer_to, is_disowned, is_forwarded, vouched_by
from handover.receipts.meaning import Meaning, understand

QUOTE = 280
PARTSTATS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "question"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What answers are expected on: the packet, its deputies with all their addresses, the mails sent.

    *deputies* maps every address of a deputy to the one they are known by here, *sent* our Message-IDs to the
    deputy each went to. *servers* may vouch for senders.
    """

    token: str
    built: datetime
    deputies: Mapping[str, str]
    sent: Mapping[str, str] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    servers: Collection[str] = ()
    own: Collection[str] = ()


def receipts_of(message: Message, expected: Expected) -> Iterator[Receipt]:
    """Yield what *message* brings back on the packet; nothing where it has no part in it."""
    if message.date < expected.built or message.from_.address in expected.own:
        return
    if message.automatic == "bounce":
        for name in set(message.bounce_of) & set(expected.sent):
            yield _receipt(message, expected, "bounced", expected.sent[name], message.new_text)
        return
    by = expected.deputies.get(message.from_.address, "")
    tied = is_answer_to(message, expected.token, expected.sent) or _is_calendar_reply(message, expected)
    if by and message.automatic == "auto_reply":
        yield _receipt(message, expected, "auto_reply", by, _words(message))
    elif not tied:
        return
    elif not by or message.via:
        if message.automatic is None or message.automatic == "calendar":
            yield _receipt(
                message, expected, "stranger", message.from_.address or message.via, _words(message)
            )
    elif message.automatic == "receipt":
        yield _receipt(message, expected, "opened", by, message.subject)
    elif is_disowned(message.authentication, message.from_.address):
        yield _receipt(message, expected, "forged", message.from_.address, _words(message))
    else:
        yield from _answer(message, expected, by)


def _answer(message: Message, expected: Expected, by: str) -> Iterator[Receipt]:
    for reply in message.calendar:
        if reply.method == "REPLY" and (kind := PARTSTATS.get(reply.partstat.upper())):
            yield _receipt(message, expected, kind, by, reply.partstat)
            return
    if message.automatic is not None or is_forwarded(message):
        return
    mine = {part.number: part for part in expected.parts if part.assignee == by}
    meaning = understand(message.new_text, mine)
    yield from _as_receipts(message, expected, by, meaning, mine)


def _as_receipts(
    message: Message, expected: Expected, by: str, meaning: Meaning, mine: Mapping[int, Part]
) -> Iterator[Receipt]:
    words = meaning.quote or _words(message)
    if meaning.kind in ("question", "nothing"):
        yield _receipt(message, expected, "question" if meaning.kind == "question" else "unclear", by, words)
    elif meaning.kind == "declined" or meaning.accepted >= set(mine):
        yield _receipt(message, expected, meaning.kind, by, words)
    else:
        for number in sorted(meaning.accepted & set(mine)):
            yield _receipt(message, expected, "accepted", by, words, mine[number].id)
        for number in sorted(meaning.objected & set(mine)):
            yield _receipt(message, expected, "objected", by, words, mine[number].id)


def _is_calendar_reply(message: Message, expected: Expected) -> bool:
    token = expected.token.lower()
    return any(
        reply.method == "REPLY" and reply.uid.lower().startswith(f"{token}-") for reply in message.calendar
    )


def _receipt(message: Message, expected: Expected, kind: str, by: str, words: str, item: str = "") -> Receipt:
    verified = vouched_by(message.authentication, expected.servers, message.from_.address)
    quote = " ".join(words.split())
    quote = quote if len(quote) <= QUOTE else quote[: QUOTE - 1].rstrip() + "…"
    return Receipt(expected.token, kind, by, message.date, item, message.key, quote, verified)


def _words(message: Message) -> str:
    return message.new_text.strip() or message.subject
