"""What a run goes by, fully resolved: option before environment before file before default.

Immutable. It holds no secret, only the commands that print one; and it opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from handover.model import Address, Person, Severity
from handover.worktime import WorkCalendar

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord

Progress = Callable[[str, int, int], None]
"""Called with what is being read, how much is done, and how much there is (0 = unknown)."""

Ask = Callable[[str, str], str]
"""Asks the person at the terminal for the secret of a host and user; ``""`` when they give none."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Show no progress."""


class AnswerHours(NamedTuple):
    """Within how many working hours a request is to be answered."""

    normal: float = 8.0
    vip: float = 4.0
    first_contact: float = 4.0
    urgent: float = 1.0


class WeeklyMail(NamedTuple):
    """To whom the weekly briefing is mailed, whether without news too, and what is told that it was."""

    mail_to: tuple[str, ...] = ()
    only_if_news: bool = False
    ping_url: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One place of mail or of a calendar, and how to get in.

    *password_command* and *token_command* are argument lists, run without a shell. *folders* limits reading to
    these folders, *not_folders* leaves some out (names as people see them; a trailing ``*`` takes all below).
    *kind*: ``own``, ``shared``, or ``deputy`` (somebody else's, read while they cover).
    """

    uri: str
    password_command: tuple[str, ...] = ()
    token_command: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    not_folders: tuple[str, ...] = ()
    kind: str = "own"


class Deputy(NamedTuple):
    """Who covers the owner's absence, and for which area (``""`` = everything)."""

    address: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a use case needs to know beforehand.

    *origins* tells for each field where its value comes from: ``option``, ``default``, the name of an
    environment variable, or ``config.toml:LINE``.
    """

    now: datetime
    zone: ZoneInfo
    work: WorkCalendar
    owner: str = ""
    accounts: tuple[Account, ...] = ()
    calendar_accounts: tuple[Account, ...] = ()
    me: tuple[Address, ...] = ()
    team: tuple[Person, ...] = ()
    team_addresses: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    deputy_calendars: Mapping[str, str] = field(default_factory=dict)
    customers_file: Path | None = None
    now_given: bool = False
    lang: str = "en"
    sync: bool = True
    fail_on: Severity | None = None
    answer_hours: AnswerHours = field(default_factory=AnswerHours)
    retention_days: int = 800
    checks: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    smtp: str = ""
    mail_from: str = ""
    smtp_password_command: str = ""
    trusted_server: str = ""
    weekly: WeeklyMail = field(default_factory=WeeklyMail)
    words: tuple[OwnWord, ...] = ()
    words_file: Path = Path("words.toml")
    state_dir: Path = Path()
    debug: bool = False
    progress: Progress = silent
    ask: Ask | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def mail(self) -> tuple[str, ...]:
        """The URIs of all mail sources."""
        return tuple(account.uri for account in self.accounts)

    @property
    def calendars(self) -> tuple[str, ...]:
        """The URIs of the owner's calendars."""
        return tuple(account.uri for account in self.calendar_accounts)

    def account(self, uri: str) -> Account:
        """Return the account that reads *uri*; one without secrets when it is not configured."""
        known = (*self.accounts, *self.calendar_accounts)
        return next((account for account in known if account.uri == uri), Account(uri))
