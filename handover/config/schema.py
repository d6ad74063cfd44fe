"""The keys of the configuration, in one table: how each is read, its default, and what it means.

`file` checks a file against it, `resolve` takes defaults from it, `config show` and the manual print it.
A key that also is an option bears the option's name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from handover.config import values as read
from handover.i18n import N_


class Key(NamedTuple):
    """One key: its reader, its default as written in TOML, and its meaning."""

    read: Callable[[object], Any]
    default: Any
    help: str


class Tables(NamedTuple):
    """An array of tables (``[[team]]``): its keys, which of them must be there, and its meaning."""

    keys: Mapping[str, Key]
    required: tuple[str, ...]
    help: str


ACCOUNT = Tables(
    {
        "mail": Key(read.text, "", N_("Where the mail lies: a path or an IMAP address.")),
        "calendar": Key(read.text, "", N_("Where the calendar lies: a path, a feed or a CalDAV address.")),
        "password_command": Key(read.argv, [], N_("Prints the password; run without a shell.")),
        "token_command": Key(read.argv, [], N_("Prints an OAuth token; run without a shell.")),
        "folders": Key(read.texts, [], N_("Only these folders are read.")),
        "not_folders": Key(read.texts, [], N_("These folders are left out.")),
        "kind": Key(
            read.one_of("own", "shared", "deputy"),
            "own",
            N_("Whose mailbox: the owner's, a shared one, or a deputy's."),
        ),
    },
    (),
    N_("An account with its own way in: mail, calendar, or both."),
)

TEAM = Tables(
    {
        "name": Key(read.text, "", N_("As people call them.")),
        "addresses": Key(read.bare_addresses, [], N_("All their addresses, the usual one first.")),
        "display_names": Key(read.texts, [], N_("Other names under which they appear in mails.")),
        "function": Key(read.text, "", N_("What they are, as one would tell a caller.")),
        "area": Key(read.text, "", N_("What they know about.")),
        "phone": Key(read.text, "", N_("Where they can be reached.")),
        "language": Key(read.language, "", N_("The language that they read.")),
        "zone": Key(read.zone, "", N_("Their time zone.")),
        "manager": Key(read.flag, False, N_("Whether they are the owner's manager.")),
        "deputy_for": Key(read.texts, [], N_("For whom or which areas they stand in.")),
        "second_deputy": Key(read.text, "", N_("Who stands in for them.")),
    },
    ("name", "addresses"),
    N_("A colleague."),
)

OWN: Mapping[str, Key] = {
    "name": Key(read.text, "", N_("The owner's name.")),
    "me": Key(read.addresses, [], N_("The owner's addresses.")),
    "mail": Key(read.texts, [], N_("Mail sources that need no settings of their own.")),
    "calendar": Key(read.texts, [], N_("Calendars that need no settings of their own.")),
    "manager": Key(read.bare_addresses, [], N_("The owner's managers.")),
    "deputy": Key(read.pairs, [], N_("Who covers, as ADDRESS or ADDRESS=AREA.")),
    "deputy_calendar": Key(read.pairs, [], N_("The deputies' calendars, as ADDRESS=URI.")),
    "customers": Key(read.path, "", N_("The customer list (CSV).")),
    "zone": Key(read.zone, "", N_("The owner's time zone; without it, the system's.")),
}
"""What belongs to one owner: at the top of the file, or in each ``[[owner]]``."""

OWNER = Tables(OWN, ("name",), N_("One of several owners; each has a store of their own."))

COMMON: Mapping[str, Key] = {
    "lang": Key(read.language, "", N_("The language of the output.")),
    "colleagues": Key(read.addresses_or_domains, [], N_("Addresses and whole domains of the team.")),
    "fail_on": Key(read.severity, "", N_("Exit with 1 from this severity on.")),
    "retention_days": Key(read.days, 800, N_("Mail older than this is forgotten by `handover purge`.")),
}

SECTIONS: Mapping[str, Mapping[str, Key]] = {
    "work": {
        "start": Key(read.clock, "08:00", N_("When the working day begins.")),
        "end": Key(read.clock, "17:00", N_("When the working day ends.")),
        "days": Key(read.weekdays, ["Mo", "Tu", "We", "Th", "Fr"], N_("The working days.")),
        "region": Key(read.region, "DE", N_("Whose public holidays count: DE, DE-BY, AT, CH-ZH, GB, US …")),
    },
    "answer_hours": {
        "normal": Key(read.hours, 8, N_("Working hours within which a request is answered.")),
        "vip": Key(read.hours, 4, N_("The same for VIP customers.")),
        "first_contact": Key(read.hours, 4, N_("The same for somebody who writes for the first time.")),
        "urgent": Key(read.hours, 1, N_("The same for urgent matters.")),
    },
    "delivery": {
        "smtp": Key(read.text, "", N_("The server that sends our mails.")),
        "mail_from": Key(read.text, "", N_("The sender of our mails.")),
        "smtp_password_command": Key(read.text, "", N_("Prints the password for sending; run without a shell.")),
        "trusted_server": Key(
            read.text, "", N_("The mail server whose Authentication-Results verify a sender (its authserv-id).")
        ),
    },
    "briefing": {
        "mail_to": Key(read.bare_addresses, [], N_("Who gets the weekly briefing from `handover briefing --send`.")),
        "only_if_news": Key(read.flag, False, N_("Whether a week without news is not mailed.")),
        "ping_url": Key(read.text, "", N_("An address to ask for after each mailing, so that its absence is noticed.")),
    },
}

ARRAYS: Mapping[str, Tables] = {"account": ACCOUNT, "team": TEAM, "owner": OWNER}

CHECKS = "checks"
"""``[checks.NAME]`` holds what that check declares; the check itself reads it."""
