"""One mail or phone note as the ledger reads it: who spoke to whom, when, and what the text says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handover.ledger.matter import bare_subject, is_reply_subject, telling
from handover.model import Automatic, Message, OutOfOffice, PhoneNote, Quote, Role, Signals
from handover.people import People, Who

QUOTE_LENGTH = 280
OURS = (Role.OWNER, Role.TEAM, Role.MANAGER)


@dataclass(slots=True)
class Entry:
    """One contact between a customer and us; *sender* and *recipients* are identities of `people.Who`.

    *to_customers* are the customers among the recipients, *to_us* whether owner, team or a shared list is
    among them, *first_to* the identities in ``To``, *ours* those of the owner and the team. *answers_subject* tells a
    subject that begins like a reply's. *past_owner* are colleagues in ``To`` where the owner is not, but for those whom
    the configuration describes. *subject_words* and *words* are telling words.
    """

    key: str
    message_id: str | None
    thread: str
    at: datetime
    role: Role
    sender: str
    name: str
    customer: str | None
    recipients: frozenset[str]
    first_to: frozenset[str]
    ours: frozenset[str]
    to_customers: frozenset[str]
    to_us: bool
    to_manager: bool
    past_owner: frozenset[str]
    lists: frozenset[str]
    subject: str
    text: str
    signals: Signals
    automatic: Automatic | None
    out_of_office: OutOfOffice | None
    bounce_of: tuple[str, ...]
    note: PhoneNote | None
    attachments: int
    calendar: str
    answers_subject: bool
    subject_words: frozenset[str]
    words: frozenset[str]
    phone: str = ""
    caller: str = ""
    deleted: bool = False

    def quote(self, words: str = "") -> Quote:
        """Return this entry as evidence, with *words* or the beginning of its text."""
        text = " ".join((words or self.text or self.subject).split())
        if len(text) > QUOTE_LENGTH:
            text = text[: QUOTE_LENGTH - 1].rstrip() + "…"
        return Quote(self.key, self.message_id, self.at, self.name or self.sender, text)


def entry_of(
    message: Message, signals: Signals, thread: str, people: People, *, deleted: bool = False
) -> Entry:
    """Return *message* as an entry, with everybody in it identified by *people*."""
    who = people.who(message.from_, message.via)
    parties = [people.who(address) for address in message.recipients]
    lists = {p.identity for p in parties if p.role is Role.NOBODY} | ({message.via} if message.via else set())
    subject = bare_subject(message.subject)
    direct = [people.who(address) for address in message.to]
    caller = people.caller(message.note) if message.note and who.role is not Role.CONTACT else None
    return Entry(
        key=message.key,
        message_id=message.message_id,
        thread=thread,
        at=message.date,
        role=who.role,
        sender=who.identity,
        name=who.name,
        customer=caller.customer if caller else who.customer,
        recipients=frozenset(p.identity for p in parties),
        first_to=frozenset(p.identity for p in direct),
        ours=frozenset(p.identity for p in parties if p.role in OURS),
        to_customers=frozenset(p.customer for p in parties if p.customer),
        to_us=bool(lists) or any(p.role in OURS for p in parties),
        to_manager=any(p.role is Role.MANAGER or people.leads(p.identity) for p in parties),
        past_owner=_past_owner(direct, people),
        lists=frozenset(lists),
        subject=subject,
        text=message.new_text,
        signals=signals,
        automatic=message.automatic,
        out_of_office=message.out_of_office,
        bounce_of=message.bounce_of,
        note=message.note,
        attachments=len(message.attachments),
        calendar=message.calendar[0].method if message.calendar else "",
        answers_subject=is_reply_subject(message.subject),
        subject_words=telling(subject, 20),
        words=telling(message.new_text, 80),
        phone=message.facts.phone or message.facts.mobile,
        caller=caller.identity if caller else "",
        deleted=deleted,
    )


def _past_owner(direct: Sequence[Who], people: People) -> frozenset[str]:
    """Return the colleagues among *direct* recipients who are written to instead of the owner."""
    if any(party.role is Role.OWNER for party in direct):
        return frozenset()
    return frozenset(p.identity for p in direct if p.role is Role.TEAM and people.person(p.identity) is None)
