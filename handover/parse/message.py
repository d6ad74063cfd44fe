"""One mail from bytes to `Message`: the order of the stages, their caps, and what becomes `Skipped`.

Never raises; a fault inside a stage becomes a Skipped with the name of the fault. Reading what the text
*says* is the business of `language`.
"""

from __future__ import annotations

import re
from datetime import datetime

from handover.model import Address, CalendarReply, Message, OutOfOffice, RawMessage, Skipped
from handover.parse import automatic, dates, delivery_status, headers, identity, mime
from handover.parse.addresses import addresses
from handover.parse.body import Body, read_body
from handover.parse.calendar_part import read_calendar
from handover.parse.headers import Fields, first
from handover.parse.letterhead import facts
from handover.parse.out_of_office import read_absence
from handover.parse.phone_note import read_note
from handover.parse.reply import Split, split_reply
from handover.parse.sender import writer

MAX_NEW_TEXT = 16_000
MAX_QUOTED = 64_000
MAX_SIGNATURE = 2_000
_REPLY = re.compile(
    r"(?:\s*\[[^\]]{1,60}\])*\s*(?:re|aw|antw|antwort|fw|fwd|wg|rv|tr|sv|vs|res|enc)(?:\[\d+\])?\s?:", re.I
)
_IDENTITY_FIELDS = (b"message-id", b"date", b"from", b"to", b"subject")


def parse(raw: RawMessage) -> Message | Skipped:
    """Return what *raw* says, or why it cannot be read. Bounded in time and memory, whatever the bytes."""
    try:
        return _parse(raw)
    except Exception as error:  # anything at all may be in a mail; the run must go on
        return Skipped(raw.locator, raw.folder, "unreadable", type(error).__name__)


def _parse(raw: RawMessage) -> Message | Skipped:
    data, damage = _envelope(raw.data)
    if not data[:65536].strip(b"\0\r\n\t "):
        return Skipped(raw.locator, raw.folder, "empty", "")
    fields, start, damaged = headers.split(data)
    if damaged:
        damage.add("header")
    if not fields:
        return Skipped(raw.locator, raw.folder, "no_header", "")
    parts = mime.walk(data, fields, start)
    body = read_body(data, parts)
    return _message(raw, data, fields, parts, body, damage | parts.damage)


def _envelope(data: bytes) -> tuple[bytes, set[str]]:
    """Return *data* without byte order mark, mbox line and leading blank lines, in an encoding that has ASCII."""
    damage: set[str] = set()
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        data = data[: 2 * mime.MAX_TEXT].decode("utf-16", "replace").encode("utf-8", "replace")
        damage.add("utf16")
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    if data[:1] in {b"\r", b"\n"}:
        data = data[:65536].lstrip(b"\r\n") + data[65536:]
    if data[:65536].find(b"\n") < 0 and b"\r" in data[:65536]:
        data = data.replace(b"\r", b"\n")
        damage.add("line_ends")
    return data, damage


def _message(
    raw: RawMessage, data: bytes, fields: Fields, parts: mime.Parts, body: Body, damage: set[str]
) -> Message:
    from_, via = writer(fields)
    subject = headers.text_of(first(fields, b"subject"))
    date, doubt, arrived = dates.decide(
        dates.parse_date(headers.text_of(first(fields, b"date"), 200)),
        dates.received_at(fields.get(b"received")),
        raw.arrived,
    )
    split = split_reply(body.text, from_.name)
    calendar = _calendar(body, from_.address)
    action = delivery_status.action(data, parts.leaves)
    judged = _judge(fields, parts, split, subject, from_, action, calendar)
    if not from_.address and not via:
        damage.add("no_from")
    if doubt:
        damage.add("date")
    message_id = identity.message_id(first(fields, b"message-id"))
    return Message(
        key=identity.key(tuple(first(fields, name) for name in _IDENTITY_FIELDS), body.text),
        message_id=message_id,
        in_reply_to=identity.message_ids(first(fields, b"in-reply-to")),
        references=identity.message_ids(first(fields, b"references")),
        date=date,
        date_doubt=doubt,
        arrived=arrived,
        from_=from_,
        via=via,
        reply_to=addresses(fields.get(b"reply-to"), 20),
        to=addresses(fields.get(b"to")),
        cc=addresses(fields.get(b"cc")),
        bcc=addresses(fields.get(b"bcc")),
        subject=subject,
        new_text=split.new[:MAX_NEW_TEXT],
        quoted_text=split.quoted[:MAX_QUOTED],
        signature=split.signature[:MAX_SIGNATURE],
        facts=facts(split.letterhead, from_.name),
        attachments=mime.attachments(data, parts, body.leaves),
        automatic=judged.kind,
        automatic_why=judged.why,
        out_of_office=_absence(judged, subject, split.new, date),
        bounce_of=_bounced(data, fields, parts, body) if judged.kind == "bounce" else (),
        calendar=calendar,
        note=None if judged.kind else read_note(subject, split.new, date),
        authentication=headers.text_of(first(fields, b"authentication-results"), 1000),
        damage=tuple(sorted(damage | body.damage)),
        size=len(raw.data),
    )


def _bounced(data: bytes, fields: Fields, parts: mime.Parts, body: Body) -> tuple[str, ...]:
    """Return the message-ids of the mails that came back; where the report names none, what it answers."""
    return (
        delivery_status.original_ids(data, parts.leaves, body.text)
        or identity.message_ids(first(fields, b"in-reply-to"), 1)
        or identity.message_ids(first(fields, b"references"), 1)
    )


def _calendar(body: Body, sender: str) -> tuple[CalendarReply, ...]:
    found = (read_calendar(text, sender) for text in body.calendars)
    return tuple(part for part in found if part)


def _judge(
    fields: Fields,
    parts: mime.Parts,
    split: Split,
    subject: str,
    from_: Address,
    action: str,
    calendar: tuple[CalendarReply, ...],
) -> automatic.Judgement:
    return automatic.judge(
        automatic.Evidence(
            fields=fields,
            from_=from_,
            subject=subject,
            text=split.new,
            footer=split.signature[-1000:].lower(),
            root=parts.root,
            action=action,
            calendar=calendar,
            reply=_REPLY.match(subject) is not None,
        )
    )


def _absence(judged: automatic.Judgement, subject: str, text: str, date: datetime) -> OutOfOffice | None:
    return read_absence(subject, text, date) if judged.kind == "auto_reply" else None
