"""Who there is, and when they are busy or away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from handover.model.mail import Address


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence of a calendar entry. *private* entries keep their times and lose their texts."""

    uid: str
    start: datetime
    end: datetime
    all_day: bool
    summary: str
    location: str = ""
    organizer: str = ""
    attendees: tuple[Address, ...] = ()
    partstats: tuple[tuple[str, str], ...] = ()
    busy: bool = True
    cancelled: bool = False
    recurring: bool = False
    private: bool = False
    calendar: str = ""
    damage: tuple[str, ...] = ()


class Role(StrEnum):
    """Who somebody is for this owner."""

    OWNER = "owner"
    TEAM = "team"
    MANAGER = "manager"
    CONTACT = "contact"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team, as the configuration describes them."""

    name: str
    addresses: tuple[str, ...]
    display_names: tuple[str, ...] = ()
    function: str = ""
    area: str = ""
    phone: str = ""
    language: str = ""
    zone: str = ""
    manager: bool = False
    deputy_for: tuple[str, ...] = ()
    second_deputy: str = ""

    @property
    def address(self) -> str:
        return self.addresses[0] if self.addresses else ""


@dataclass(frozen=True, slots=True)
class Customer:
    """A line of the customer list, or what the mail itself says where no list names it."""

    id: str
    name: str
    area: str = ""
    language: str = ""
    zone: str = ""
    region: str = ""
    vip: bool = False
    interrupt: bool = False
    answer_hours: float | None = None
    deputy: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """An absence of the owner: first and last day away, both inclusive, in the owner's zone."""

    first: date
    last: date
    deputies: tuple[tuple[str, str], ...] = ()
    source: str = ""
