"""A briefing without names: customers and people under pseudonyms that only the holder of the key can resolve.

A pseudonym is a keyed hash (HMAC-SHA-256, RFC 2104), the same in every week, so that a trend can be followed and nobody
outside the firm learns who it is. Names, addresses, numbers to call, words and subjects of mails are left out: any of
them may say who somebody is.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handover.documents.briefing import Actor, Better, Briefing, Row, Stale
from handover.documents.coming import Coming
from handover.documents.simmer import Simmer
from handover.metrics import Tables
from handover.model import Assignee, Coverage, Finding, Quote

HIDDEN = "…"
SIGNS = 6
"""Base32 signs of a pseudonym: 30 bits, so that a thousand customers do not meet."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Gives everybody the same pseudonym every time; *key* is secret and belongs to the owner's machine."""

    key: bytes

    def of(self, kind: str, name: str | None) -> str:
        """Return the pseudonym of *name*: ``K-`` for a customer, ``P-`` for a person, ``M-`` for a mailbox."""
        if not name:
            return ""
        digest = hmac.digest(self.key, f"{kind}\0{name.casefold()}".encode("utf-8", "replace"), "sha256")
        return f"{kind}-{b32encode(digest).decode('ascii')[:SIGNS]}"

    def resolve(self, pseudonym: str, names: Iterable[str]) -> str | None:
        """Return who of *names* bears *pseudonym*."""
        wanted = pseudonym.strip().upper()
        return next((name for name in names if self.of(wanted[:1], name) == wanted), None)


def pseudonymised(told: Briefing, by: Pseudonyms) -> Briefing:
    """Return *told* without names and words."""
    return replace(
        told,
        team=tuple(by.of("P", name) for name in told.team),
        rows=tuple(_row(row, by) for row in told.rows),
        further=tuple(_row(row, by) for row in told.further),
        better=tuple(_better(each, by) for each in told.better),
        absences=tuple(_coming(coming, by) for coming in told.absences),
        stale=tuple(Stale(by.of("P", s.owner), s.read, s.newest) for s in told.stale),
        missing=tuple(by.of("P", name) for name in told.missing),
        tables=_tables(told.tables, by) if told.tables else None,
    )


def pseudonymised_finding(finding: Finding, by: Pseudonyms) -> Finding:
    """Return *finding* without names, words and message-ids; its id stays, which tells nothing."""
    customer = by.of("K", finding.customer)
    return replace(
        finding,
        customer=customer or None,
        contact=by.of("P", finding.contact) or None,
        assignee=Assignee(by.of("P", finding.assignee.address), finding.assignee.because),
        key=None,
        thread=None,
        message=None,
        event=None,
        values={**_values(finding.values), "name": customer},
        reasons=tuple(reason._replace(values=_values(reason.values)) for reason in finding.reasons),
        evidence=tuple(_quote(quote, by) for quote in finding.evidence),
    )


def pseudonymised_coverage(coverage: Coverage, by: Pseudonyms) -> Coverage:
    """Return *coverage* without the names of mailboxes and folders; the counts stay."""
    return replace(coverage, source=by.of("M", coverage.source), skips=[], unread=[HIDDEN for _ in coverage.unread])


def hidden(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a sentence with every text hidden."""
    return {name: HIDDEN if isinstance(value, str) else value for name, value in values.items()}


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Hide texts; ``do`` is a code, a phone number is left out so that no sentence asks to call it."""
    kept = {name: value if name == "do" else hidden({name: value})[name] for name, value in values.items()}
    return kept | {name: "" for name in ("phone",) if name in values}


def _quote(quote: Quote, by: Pseudonyms) -> Quote:
    return Quote("", None, quote.date, by.of("P", quote.from_), HIDDEN)


def _row(row: Row, by: Pseudonyms) -> Row:
    customer = by.of("K", row.customer)
    actor = row.actor
    return replace(
        row,
        customer=customer,
        name=customer,
        owner=by.of("P", row.owner),
        finding=pseudonymised_finding(row.finding, by),
        others=tuple(pseudonymised_finding(finding, by) for finding in row.others),
        actor=Actor(
            by.of("P", actor.address),
            by.of("P", actor.address),
            actor.function,
            actor.area,
            "",
            actor.because,
        ),
        risk=_simmer(row.risk, by) if row.risk else None,
    )


def _simmer(risk: Simmer, by: Pseudonyms) -> Simmer:
    parts = tuple(
        replace(
            part,
            values=_values(part.values),
            quote=_quote(part.quote, by) if part.quote else None,
        )
        for part in risk.parts
    )
    turning = risk.turning._replace(quote=None) if risk.turning else None
    return risk._replace(parts=parts, turning=turning)


def _tables(tables: Tables, by: Pseudonyms) -> Tables:
    return replace(
        tables,
        customers={by.of("K", name): weeks for name, weeks in tables.customers.items()},
        usual_customers={by.of("K", name): usual for name, usual in tables.usual_customers.items()},
    )


def _better(each: Better, by: Pseudonyms) -> Better:
    customer = by.of("K", each.customer)
    return each._replace(customer=customer, name=customer, contact=by.of("P", each.contact), subject="")


def _coming(coming: Coming, by: Pseudonyms) -> Coming:
    return coming._replace(owner=by.of("P", coming.owner))
