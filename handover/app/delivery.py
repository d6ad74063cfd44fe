"""What became of packets: `packet status`, `packet ack`, `packet record`, and what the check `acceptance` looks at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handover.answer import Answer
from handover.app.session import Session, session
from handover.codec import loads
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.journal import Packet as KeptPacket
from handover.journal import Receipt
from handover.receipts import Handed, Part, handed
from handover.receipts.collecting import Expected, receipts_of

if TYPE_CHECKING:
    from handover.checks.base import Context
    from handover.documents.packet import Packet

AFTER = timedelta(days=14)
"""So long after an absence answers to its packet are still looked for."""


def packet_status(settings: Settings) -> Answer:
    """Tell what was sent, delivered, opened and accepted, per deputy and item; with the findings of `acceptance`."""
    from handover.app.calendars import Calendars
    from handover.app.checking import context_of
    from handover.checks.base import Ledger, all_checks

    with session(settings) as opened:
        packets = handed_packets(opened)
        context = context_of(opened, Calendars())
        context.packets = packets
        answer = opened.answer("packet status")
        answer.data = {"packets": packets, "server": settings.trusted_server}
        answer.findings = list(all_checks()["acceptance"].run(Ledger(()), context))
        return answer


def packet_ack(settings: Settings, deputy: str, numbers: Sequence[int] = (), said: str = "") -> Answer:
    """Enter an acceptance that *deputy* gave by word, of all their items or those with *numbers*.

    It is shown as given by word and is no proof.
    """
    with session(settings) as opened:
        kept = current_packet(opened)
        address = _deputy_named(kept, opened, deputy)
        parts = [part for part in parts_of(kept) if part.assignee == address]
        known = {part.number: part.id for part in parts}
        for number in numbers:
            if number not in known:
                raise UsageError(
                    "no-such-item",
                    N_("{deputy} has no number {number} in packet {token}."),
                    hint=N_("“handover packet status” shows the numbers."),
                    deputy=address,
                    number=number,
                    token=kept.token,
                )
        for item in [known[number] for number in numbers] or [""]:
            keep(opened, Receipt(kept.token, "by_word", address, settings.now, item, "", said))
        answer = opened.answer("packet ack")
        answer.data = {"packet": kept.token, "deputy": address, "items": list(numbers), "said": said}
        return answer


def packet_record(settings: Settings) -> Answer:
    """Give the factual record of the newest packet: handed over, confirmed, which customer got which answer when.

    The chain is verified; what does not fit is named by number.
    """
    from handover.app.calendars import read_calendars
    from handover.app.checking import context_of, facts_now
    from handover.checks.base import all_checks
    from handover.documents.record import record

    with session(settings) as opened:
        kept = current_packet(opened)
        state = handed_one(opened, kept)
        context = context_of(opened, read_calendars(settings, opened.errors, opened.coverage))
        facts = facts_now(opened, list(all_checks().values()), context)
        entries = [e for e in opened.journal.record() if e.at <= settings.now]
        answer = opened.answer("packet record")
        answer.data = {
            "record": record(state, entries, facts, context),
            "head": opened.journal.head(),
            "broken": opened.journal.broken_records(),
        }
        return answer


def handed_packets(opened: Session) -> list[Handed]:
    """Return the packets whose absence is not long over, with what came back; new answers are kept in the journal."""
    today = opened.settings.now.astimezone(opened.settings.zone).date()
    known = opened.journal.packets(until=opened.settings.now)
    return [handed_one(opened, kept) for kept in known if kept.last + AFTER >= today]


def handed_one(opened: Session, kept: KeptPacket) -> Handed:
    """Return the state of one packet; new answers in the mailbox are kept first."""
    journal, now = opened.journal, opened.settings.now
    parts = parts_of(kept)
    expected = _expected(opened, kept, parts)
    until = now if opened.settings.now_given else None
    for stored in opened.store.all_messages(since=expected.built, until=until):
        for receipt in receipts_of(stored.message, expected):
            keep(opened, receipt)
    names = {address: opened.people.person(address) for address, _ in kept.deputies}
    return handed(
        kept,
        parts,
        journal.deliveries(kept.token),
        journal.receipts(kept.token),
        {address: person.name for address, person in names.items() if person},
        now,
    )


def current_packet(opened: Session) -> KeptPacket:
    """Return the packet of the absence that runs or comes next, else the newest; raise `UsageError` without one."""
    today = opened.settings.now.astimezone(opened.settings.zone).date()
    known = opened.journal.packets(until=opened.settings.now)
    if not known:
        raise UsageError(
            "no-packet",
            N_("No packet has been built yet."),
            hint=N_("“handover packet build --from DATE --to DATE --deputy ADDRESS” builds one."),
        )
    ahead = [kept for kept in known if kept.last >= today]
    return min(ahead, key=lambda kept: (kept.first, -kept.at.timestamp())) if ahead else known[-1]


def content_of(kept: KeptPacket) -> Packet:
    """Return the packet as it was built."""
    from handover.documents.packet import Packet

    packet: Packet = loads(Packet, kept.content)
    return packet


def parts_of(kept: KeptPacket) -> list[Part]:
    """Return the items of a packet as the journal has it."""
    if not kept.content:
        return []
    items = content_of(kept).items
    return [Part(i.number, i.id, i.title, i.assignee, i.added, i.customer) for i in items]


def keep(opened: Session, receipt: Receipt) -> bool:
    """Keep a receipt and enter it in the record; False when it is known."""
    if not opened.journal.add_receipt(receipt):
        return False
    content = {
        "packet": receipt.packet,
        "kind": receipt.kind,
        "by": receipt.by,
        "at": receipt.at.isoformat(),
        "item": receipt.item,
        "key": receipt.key,
        "quote": receipt.quote,
        "verified": receipt.verified,
    }
    opened.journal.add_record(opened.settings.now, "received", json.dumps(content, ensure_ascii=False))
    return True


def _expected(opened: Session, kept: KeptPacket, parts: Sequence[Part]) -> Expected:
    deputies: dict[str, str] = {}
    for address, _ in kept.deputies:
        person = opened.people.person(address)
        deputies |= dict.fromkeys((each.lower() for each in (person.addresses if person else ())), address)
        deputies[address] = address
    return Expected(
        kept.token,
        _begin(opened, kept),
        deputies,
        {one.message_id: one.recipient for one in opened.journal.deliveries(kept.token)},
        parts,
        _servers(opened.settings),
        {own.address for own in opened.owner},
    )


def _begin(opened: Session, kept: KeptPacket) -> datetime:
    """Return when the packet first went out or was built: answers to an earlier build count for what it held."""
    sent = [one.at for one in opened.journal.deliveries(kept.token)]
    added = [part.added for part in parts_of(kept)]
    return min([kept.at, *sent, *added])


def _servers(settings: Settings) -> Sequence[str]:
    return [settings.trusted_server] if settings.trusted_server else []


def _deputy_named(kept: KeptPacket, opened: Session, name: str) -> str:
    wanted = name.strip().casefold()
    found = []
    for address in dict.fromkeys(address for address, _ in kept.deputies):
        person = opened.people.person(address)
        if wanted == address or (
            person and wanted in (person.name.casefold(), *map(str.lower, person.addresses))
        ):
            return address
        if wanted and wanted in f"{address} {person.name if person else ''}".casefold():
            found.append(address)
    if len(found) == 1:
        return found[0]
    raise UsageError(
        "no-such-deputy",
        N_("“{name}” names no deputy of packet {token}, or several; there are: {known}."),
        name=name,
        token=kept.token,
        known=", ".join(address for address, _ in kept.deputies),
    )


def with_packets(opened: Session, context: Context) -> Context:
    """Return *context* with the packets that the check `acceptance` looks at."""
    return replace(context, packets=handed_packets(opened))
