"""A message and its signals as a row of plain values, and back.

Workers make the rows, the one writer stores them: everything that needs no database is done here. Quoted text
and the signature's wording are not stored; its facts are. Texts are kept up to 16 kB. New text, signals and the
lesser headers are deflated together: signals quote the text, so that both take little more room than one.
"""

from __future__ import annotations

import json
import zlib
from hashlib import blake2b
from typing import Any, NamedTuple

from handover.codec import coders, from_json, to_json, to_number
from handover.model import Message, PhoneNote, Signals

TEXT_CAP = 16 * 1024

FROM, TO, CC, BCC, REPLY_TO, NOTE, VIA = 1, 2, 4, 8, 16, 32, 64
RECEIVED = TO | CC | BCC

_COLUMNS = ("key", "message_id", "date", "arrived", "subject", "new_text", "automatic", "size")
_NOT_KEPT = ("quoted_text", "signature")

_FREQUENT = (
    b'"damage":["bounce_of":["out_of_office":{"note":{"calendar":[["REQUEST","REPLY","authentication":"automatic_why"'
    b':"attachments":[["image001.png","image/png",application/pdf","via":"reply_to":[["bcc":[["cc":[["","references":['
    b'"in_reply_to":["facts":{"name":","function":","mobile":"+49 ","company":" GmbH","phone":"+49 "}","from_":["@.com"'
    b'],"to":[["@.de"]],{"language":"en","tone":-0."negative":0."complaint":0."threat":0."thanks":0."holding":0.'
    b'"urgent":0."promise":0."asks":0.9,"promises":[["requests":[["marks":[["chaser","why":[["tone",","promise","'
    b'urgent","asks","Sehr geehrte Damen und Herren,\\n\\n Hallo Herr Frau  Dear Hi Hello vielen Dank thank you for '
    b"Mit freundlichen Gr\xc3\xbc\xc3\x9fen Best regards, Bitte please die der und the and to of a in is you "
)
"""What deflating begins with: the commonest pieces, the most frequent last. A change needs a new schema version."""

PartyKey = tuple[str, str, str, str]
"""Address, name (only where there is no address), list that hid the address, phone note: `Party` in short."""


class Row(NamedTuple):
    """What is stored of one message. *links* are keyed hashes of its message-id and those it refers to.

    *parties* are (party, display name, fields); the first is the sender.
    """

    key: str
    message_id: str | None
    date: int
    arrived: int
    subject: str
    automatic: str | None
    language: str
    size: int
    content: bytes
    links: tuple[int, ...]
    parties: tuple[tuple[PartyKey, str, int], ...]


def row_of(message: Message, signals: Signals, salt: bytes) -> Row:
    """Return what is to be stored of *message*; *salt* is the store's."""
    write, _ = coders(Message)
    write_signals, _ = coders(Signals)
    assert write
    assert write_signals
    rest = write(message)
    for name in (*_COLUMNS, *_NOT_KEPT):
        rest.pop(name, None)
    return Row(
        key=message.key,
        message_id=clean(message.message_id) if message.message_id else None,
        date=to_number(message.date),
        arrived=to_number(message.arrived),
        subject=clean(message.subject),
        automatic=message.automatic,
        language=signals.language,
        size=message.size,
        content=packed([message.new_text[:TEXT_CAP], write_signals(signals), rest]),
        links=_links(message, salt),
        parties=_parties(message),
    )


def packed(content: list[Any]) -> bytes:
    """Return [new text, signals, lesser headers], as plain values, deflated."""
    packer = zlib.compressobj(3, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, _FREQUENT)
    return packer.compress(to_json(content).encode("utf-8", "replace")) + packer.flush()


def unpacked(data: bytes) -> list[Any]:
    """Return what `packed` was given."""
    content: list[Any] = from_json(zlib.decompressobj(-15, _FREQUENT).decompress(data).decode("utf-8"))
    return content


def clean(text: str) -> str:
    """Return *text* without what SQLite cannot hold: lone surrogates."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def link_of(message_id: str, salt: bytes) -> int:
    """Return the number under which a message-id is kept: it tells nothing, and cannot be aimed at."""
    digest = blake2b(message_id.encode("utf-8", "replace"), digest_size=8, key=salt).digest()
    return int.from_bytes(digest, "big", signed=True)


def _links(message: Message, salt: bytes) -> tuple[int, ...]:
    ids = [message.message_id] if message.message_id else []
    ids += message.references
    ids += message.in_reply_to
    ids += message.bounce_of
    return tuple(link_of(one, salt) for one in dict.fromkeys(ids))


def _parties(message: Message) -> tuple[tuple[PartyKey, str, int], ...]:
    """Return everybody in *message*, the sender first, each once."""
    found: dict[PartyKey, tuple[str, int]] = {}
    sender = message.from_
    named = [(sender, message.via, FROM)]
    for field, people in (
        (TO, message.to), (CC, message.cc), (BCC, message.bcc), (REPLY_TO, message.reply_to)
    ):  # fmt: skip
        named += [(person, "", field) for person in people]
    for (name, address), via, field in named:
        name = clean(name)
        key = (clean(address), "", "", "") if address else ("", name, via, "")
        before = found.get(key, (name, 0))
        found[key] = (before[0] or name, before[1] | field)
    if message.via:
        found.setdefault(("", "", clean(message.via), ""), ("", VIA))
    if message.note is not None:
        found[note_key(message.note)] = (clean(message.note.caller), NOTE)
    return tuple((key, name, fields) for key, (name, fields) in found.items())


def note_key(note: PhoneNote) -> PartyKey:
    """Return the party that a phone note's caller is."""
    parts = [clean(part) for part in (note.caller, note.company, note.phone, note.address)]
    return parts[3], "", "", to_json(parts)


def note_of(text: str) -> PhoneNote:
    """Return the phone note, as far as it tells who called, of a party's key."""
    caller, company, phone, address = json.loads(text)
    return PhoneNote(caller, company, phone, address)


def message_of(columns: tuple[Any, ...], content: list[Any]) -> Message:
    """Return the message of (key, message_id, date, arrived, subject, automatic, size) and its content."""
    _, read = coders(Message)
    assert read
    key, message_id, date, arrived, subject, automatic, size = columns
    new_text, _, rest = content
    rest.update(
        key=shown_key(key), message_id=message_id, date=date, arrived=arrived,
        subject=subject, new_text=new_text, automatic=automatic, size=size,
    )  # fmt: skip
    message: Message = read(rest)
    return message


def signals_of(content: list[Any]) -> Signals:
    """Return the signals among a message's content."""
    _, read = coders(Signals)
    assert read
    signals: Signals = read(content[1])
    return signals


def stored_key(key: str) -> bytes | str:
    """Return *key* as the column holds it: bytes where it is the usual 32 hexadecimal digits."""
    if len(key) == 32:
        try:
            return bytes.fromhex(key)
        except ValueError:
            pass
    return key


def shown_key(stored: bytes | str) -> str:
    """Return the key that the column holds as *stored*."""
    return stored.hex() if isinstance(stored, bytes) else stored
