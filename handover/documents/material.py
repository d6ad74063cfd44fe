"""Everything that a packet is made from, gathered by the use case; the modules beside this one only read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from handover.checks.base import Context
from handover.documents.cover import Roster
from handover.documents.packet import Absent, Colleague, Packet, Said
from handover.duties import Duty
from handover.journal import Slot
from handover.ledger import Facts
from handover.model import Address, Finding, Message, Quote
from handover.questions import Asked

FetchMails = Callable[[Sequence[str]], Mapping[str, Sequence[Message]]]


@dataclass(slots=True)
class Material:
    """What is known at the moment of building.

    *findings* by id, those that a person put aside left out. *mails* fetches the newest mails of customers,
    oldest first, only those in which they are sender, recipient or caller. *parties* tells for each mail that
    serves as evidence which customers those are. *answers* are the owner's, by gap. *before* is the build before.
    *warnings* hold what only the use case can know. *languages* tells in what each mail is written, by key.
    *slots* are the times reserved for calls.
    """

    token: str
    context: Context
    absent: Absent
    roster: Roster
    facts: Sequence[Facts] = ()
    findings: Mapping[str, Finding] = field(default_factory=dict)
    mails: FetchMails = field(default=lambda customers: {})
    parties: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asked: Sequence[Asked] = ()
    duties: Sequence[Duty] = ()
    before: Packet | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    warnings: Sequence[Said] = ()
    has_calendar: bool = True
    managers: tuple[Colleague, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    slots: Sequence[Slot] = ()
    watches_deputies: bool = False

    @property
    def now(self) -> datetime:
        return self.context.now

    def day(self, moment: datetime) -> date:
        """Return the owner's day of *moment*."""
        return moment.astimezone(self.context.work.zone).date()

    def name_of(self, customer: str) -> str:
        """Return the name of a customer, as the customer list has it."""
        return self.context.customer(customer).name or customer

    def own(self, customer: str, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Return those of *quotes* whose mail went to or came from *customer*: nothing else enters its dossier.

        Notes of the owner's journal name their caller and are the customer's.
        """
        return tuple(quote for quote in quotes if self.is_own(customer, quote))

    def is_own(self, customer: str, quote: Quote) -> bool:
        """Tell whether the mail of *quote* is one of *customer*'s."""
        return quote.key.startswith("note:") or customer in self.parties.get(quote.key, ())


def customers_of(message: Message, context: Context) -> frozenset[str]:
    """Return the customers that are sender, recipient or caller of *message*."""
    who = context.people.who
    found = {who(message.from_, message.via).customer, *(who(party).customer for party in message.recipients)}
    if message.note is not None and not _is_contact(message.from_, context):
        found.add(context.people.caller(message.note).customer)
    return frozenset(customer for customer in found if customer)


def _is_contact(party: Address, context: Context) -> bool:
    return context.people.who(party).customer is not None
