"""Who is who: owner, team, managers, contacts and their customers.

Decided by addresses; a display name decides only where a list rewrote the sender and no address is left, so
that nobody becomes a colleague by writing a colleague's name. What mail to read and what it says is not its
business.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from handover.domains import is_freemail, is_within, registrable
from handover.model import Address, Customer, Person, PhoneNote, Role

_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\D+")
MACHINES = frozenset(
    "mailer-daemon postmaster noreply no-reply donotreply do-not-reply no_reply bounce".split()
)
"""Local parts behind which nobody reads (RFC 2142 and custom)."""

_TITLES = frozenset(
    "herr herrn frau fr hr dr prof mr mrs ms miss mister dipl ing firma fa von van de der the".split()
)

_LEADS = re.compile(
    r"\b(?:geschäftsführ|geschäftsleit|vorst[aä]nd|inhaber|managing director|chief \w+ officer)"
    r"|\b(?:c[eofti]o|president)\b",
    re.IGNORECASE,
)


class Who(NamedTuple):
    """One party of a mail: their role, a stable identity, a name to show, and their customer (contacts only)."""

    role: Role
    identity: str
    name: str
    customer: str | None


@dataclass(frozen=True, slots=True)
class CustomerMatch:
    """One line of the customer list: a domain or an address, and the customer that it belongs to."""

    match: str
    customer: Customer


def name_key(name: str) -> str:
    """Return a form in which "Leech, Marcus D." and "Marcus Leech" are the same; ``""`` below two words."""
    words = sorted({w for w in _WORDS.findall(name.casefold()) if len(w) > 1 and w not in _TITLES})
    return " ".join(words) if len(words) > 1 else ""


@dataclass(slots=True)
class People:
    """Answers who somebody is, for one owner.

    *team_domains* hold for their sub-domains too; *lists* are addresses that stand for nobody (mailing lists
    that rewrite From). *names* maps the keys of display names to roles, learned from unrewritten mail.
    """

    owner: tuple[Address, ...]
    team: tuple[Person, ...] = ()
    team_addresses: frozenset[str] = frozenset()
    team_domains: tuple[str, ...] = ()
    managers: frozenset[str] = frozenset()
    customers: tuple[CustomerMatch, ...] = ()
    lists: frozenset[str] = frozenset()
    names: dict[str, Role] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    _cache: dict[tuple[str, str, str], Who] = field(default_factory=dict)

    def who(self, party: Address, via: str = "") -> Who:
        """Return who *party* is; *via* is the list address that a rewritten From came through."""
        key = (party.address, party.name if not party.address else "", via)
        if (found := self._cache.get(key)) is None:
            found = self._cache[key] = self._look_up(party, via)
        return found

    def _look_up(self, party: Address, via: str) -> Who:
        if party.address:
            return self._by_address(party)
        if not party.name:
            return Who(Role.NOBODY, via, via, None)
        role = self.names.get(name_key(party.name))
        if role is None:
            identity = f"{party.name} <{via}>" if via else party.name
            return Who(Role.CONTACT, identity, party.name, identity)
        return Who(role, party.name, party.name, None)

    def _by_address(self, party: Address) -> Who:
        address = party.address
        role = self.role(address)
        if role is Role.CONTACT:
            return Who(role, address, party.name or address, self.customer_id(address))
        return Who(role, address, party.name or address, None)

    def role(self, address: str) -> Role:
        """Return the role of *address* (lower case)."""
        if address in self.lists or address.partition("@")[0] in MACHINES:
            return Role.NOBODY
        if any(address == own.address for own in self.owner):
            return Role.OWNER
        if address in self.managers:
            return Role.MANAGER
        if address in self.team_addresses:
            return Role.TEAM
        domain = address.rpartition("@")[2]
        if domain and any(is_within(domain, team) for team in self.team_domains):
            return Role.TEAM
        return Role.CONTACT if "@" in address else Role.NOBODY

    def customer_id(self, address: str) -> str:
        """Return the customer that *address* writes for: the customer list's, else the registrable domain.

        At a freemail domain the person is the customer.
        """
        domain = address.rpartition("@")[2]
        listed = [line for line in self.customers if line.match == address or is_within(domain, line.match)]
        if listed:
            return max(listed, key=lambda line: (line.match == address, len(line.match))).customer.id
        if is_freemail(domain):
            return address
        return registrable(domain) if domain else address

    def customer(self, customer_id: str) -> Customer:
        """Return what the customer list says of *customer_id*; an unlisted one is known by its id alone."""
        for line in self.customers:
            if line.customer.id == customer_id:
                return line.customer
        return Customer(customer_id, customer_id)

    def leads(self, address: str) -> bool:
        """Tell whether *address* is a manager's, by the configuration or by the function that it gives them."""
        if address in self.managers:
            return True
        person = self.person(address)
        return person is not None and bool(_LEADS.search(person.function))

    def person(self, address: str) -> Person | None:
        """Return the colleague with *address*, if the configuration describes them."""
        for person in self.team:
            if address in person.addresses:
                return person
        return None

    def caller(self, note: PhoneNote) -> Who:
        """Return who called: by address, by phone number, else by surname and company.

        A caller whom nothing identifies is a contact of their own, under the name that the note gives.
        """
        if note.address:
            return self.who(Address(self.contacts.get(note.address) or note.caller, note.address))
        company = self._company(note.company) or self._by_phone(note.phone)
        surname = _surname(note.caller)
        for address, name in self.contacts.items():
            if surname and surname in _words(name) | _words(address.partition("@")[0]):
                customer = self.customer_id(address)
                if company is None or customer == company:
                    return Who(Role.CONTACT, address, name or note.caller, customer)
        identity = note.caller or note.company or note.phone or "?"
        return Who(Role.CONTACT, f"tel:{identity}", identity, company or note.company or identity)

    def _by_phone(self, phone: str) -> str | None:
        """Return the customer whose number in the customer list is *phone*."""
        digits = _tail(phone)
        if len(digits) < 6:
            return None
        numbers = ((_tail(line.customer.phone), line.customer.id) for line in self.customers)
        return next((customer for number, customer in numbers if number == digits), None)

    def _company(self, company: str) -> str | None:
        words = {w for w in _words(company) if len(w) > 2}
        if not words:
            return None
        for line in self.customers:
            if words & (_words(line.customer.name) | _words(line.match)):
                return line.customer.id
        for address in self.contacts:
            customer = self.customer_id(address)
            if "@" not in customer and words & _words(customer.rpartition(".")[0]):
                return customer  # a person at a freemail domain is no company, whatever their surname
        return None

    def mentioned(self, text: str) -> set[str]:
        """Return the customers that *text* names: by company name, domain, or a contact's surname."""
        words = _words(text[:4000])
        found = {line.customer.id for line in self.customers if _name_words(line.customer.name) & words}
        for address, name in self.contacts.items():
            surname = _surname(name)
            if len(surname) > 3 and surname in words:
                found.add(self.customer_id(address))
        return found

    def fingerprint(self) -> str:
        """Return a hash of everything that decides who is who."""
        parts = (
            self.owner, self.team, sorted(self.team_addresses), self.team_domains, sorted(self.managers),
            self.customers, sorted(self.lists), sorted(self.names.items()),
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16]


def build(
    owner: Sequence[Address],
    *,
    team: Iterable[Person] = (),
    team_words: Iterable[str] = (),
    managers: Iterable[str] = (),
    customers: Iterable[CustomerMatch] = (),
    lists: Iterable[str] = (),
    book: Mapping[str, str] | None = None,
) -> People:
    """Put together who is who.

    *team_words* are addresses or whole domains (``--team``); the owner's own domains are team unless they
    are freemail. *book* maps known addresses to display names: it teaches how colleagues sign and which
    contacts there are.
    """
    team = tuple(team)
    words = [word.strip().lower().lstrip("@") for word in team_words]
    own_domains = [a.domain for a in owner if a.domain and not is_freemail(a.domain)]
    people = People(
        owner=tuple(owner),
        team=team,
        team_addresses=frozenset(
            [w for w in words if "@" in w] + [address.lower() for p in team for address in p.addresses]
        ),
        team_domains=tuple(dict.fromkeys(own_domains + [w for w in words if w and "@" not in w])),
        managers=frozenset(
            [m.lower() for m in managers] + [a.lower() for p in team if p.manager for a in p.addresses]
        ),
        customers=tuple(customers),
        lists=frozenset(lists),
    )
    _learn(people, book or {})
    return people


def _learn(people: People, book: Mapping[str, str]) -> None:
    for person in people.team:
        role = Role.MANAGER if person.manager else Role.TEAM
        for name in (person.name, *person.display_names):
            if key := name_key(name):
                people.names[key] = role
    for own in people.owner:
        if key := name_key(own.name):
            people.names[key] = Role.OWNER
    for address, name in book.items():
        role = people.role(address)
        if role is Role.CONTACT:
            people.contacts[address] = name
        elif role is not Role.NOBODY and (key := name_key(name)):
            people.names.setdefault(key, role)


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.casefold()))


_FORMS = frozenset(
    "gmbh ag kg co ohg ug ltd inc llc plc corp sons und and company group holding bv se eg".split()
)


def _name_words(name: str) -> set[str]:
    """Return the one word of a company's name that is least likely to be an ordinary word."""
    words = [w for w in _WORDS.findall(name.casefold()) if len(w) > 4 and w not in _FORMS]
    return {max(words, key=len)} if words else set()


def _surname(name: str) -> str:
    if "," in name:
        name = name.partition(",")[0]
    words = [w for w in _WORDS.findall(name.casefold()) if w not in _TITLES and len(w) > 1]
    return words[-1] if words else ""


def _tail(phone: str) -> str:
    return _DIGITS.sub("", phone)[-9:]
