"""Who is who, put together from the settings, the customer list and the mail itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from handover.config.settings import Settings
from handover.errors import HandoverError, UsageError
from handover.model import Address, Role
from handover.people import CustomerMatch, People, build
from handover.store import Party, Store

OWNER = "owner"
_INPUTS = "people-inputs"


def customer_lines(settings: Settings) -> tuple[list[CustomerMatch], list[HandoverError]]:
    """Return the customer list of the settings, and what was odd about it."""
    if settings.customers_file is None:
        return [], []
    from handover.customers import read_customers

    lines, notices = read_customers(settings.customers_file)
    return [CustomerMatch(line.match.lower(), line.customer) for line in lines], list(notices)


def owner_of(settings: Settings, store: Store, hints: Sequence[str]) -> tuple[Address, ...]:
    """Return the owner: ``--me``, else the login of the mailbox, else the commonest sender of the sent folder.

    Raises `UsageError` with the candidates when nothing tells.
    """
    if settings.me:
        return settings.me
    for hint in hints:
        if "@" in hint:
            return (Address("", hint.lower()),)
    if known := store.meta(OWNER):
        name, _, address = known.rpartition("\t")
        return (Address(name, address),)
    candidates = [address for address, _ in store.owner_candidates()]
    if candidates and _has_sent_folder(store):
        return (candidates[0],)
    raise UsageError(
        "owner-unknown",
        "It is not clear whose mail this is.",
        hint="Name the owner with --me ADDRESS; the addresses that occur most: {candidates}.",
        candidates=", ".join(address.address for address in candidates[:5]) or "–",
    )


def _has_sent_folder(store: Store) -> bool:
    return any(use.in_sent_folder for use in store.address_book()[:1])


def people_of(
    settings: Settings, owner: Sequence[Address], customers: Sequence[CustomerMatch], store: Store | None
) -> People:
    """Put together who is who; with *store* also what the mail teaches about names."""
    book: dict[str, str] = {}
    lists: set[str] = set()
    if store is not None:
        for use in store.address_book():
            book[use.address] = use.names[0] if use.names else ""
        lists = set(store.list_addresses())
    return build(
        owner,
        team=settings.team,
        team_words=settings.team_addresses,
        managers=settings.managers,
        customers=customers,
        lists=lists,
        book=book,
    )


def inputs_of(settings: Settings, owner: Sequence[Address], customers: Sequence[CustomerMatch]) -> str:
    """Return a hash of all that a person has said about who is who."""
    said = (owner, settings.team, settings.team_addresses, settings.managers, tuple(customers))
    return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]


def map_people(store: Store, people: People, inputs: str) -> None:
    """Bring the store's parties up to *people*; does nothing when neither mail nor settings changed."""
    store.set_people(people.fingerprint(), lambda party: _resolve(people, party))
    store.set_meta(_INPUTS, inputs)


def is_mapped(store: Store, inputs: str) -> bool:
    """Tell whether the parties in the store were mapped under *inputs* and no mail came since."""
    return store.meta(_INPUTS) == inputs and not store.has_unmapped()


def _resolve(people: People, party: Party) -> tuple[Role, str | None]:
    if party.note is not None:
        who = people.caller(party.note)
    else:
        who = people.who(Address(party.name, party.address), party.via)
    return who.role, who.customer if who.role is Role.CONTACT else None


def names_of(addresses: Iterable[Address]) -> str:
    """Return addresses as people write them, for a notice."""
    return ", ".join(f"{a.name} <{a.address}>" if a.name else a.address for a in addresses)
