"""Which mails belong together: the union of Message-ID, In-Reply-To and References, as notmuch builds it.

Replies that lost these headers are joined by subject and people, with care: only a mail that looks like a
reply, only to a thread one of its parties took part in, only within `WINDOW`. Pure: identifiers in, groups
out. Threads say nothing about customers; the ledger keeps those apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handover.ledger.matter import bare_subject, telling

WINDOW = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Link:
    """What joins one mail to others: its key, ids, subject, moment, parties, and the start of what it quotes."""

    key: str
    message_id: str | None
    references: tuple[str, ...]
    subject: str
    at: datetime
    parties: frozenset[str]
    looks_like_reply: bool
    quoted: str = ""


class Groups:
    """A union-find over strings."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, item: str) -> str:
        """Return the representative of the group of *item*."""
        parent = self._parent.setdefault(item, item)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        self._parent[item] = parent
        return parent

    def join(self, one: str, other: str) -> str:
        """Put *one* and *other* into one group and return its representative: that of *one*."""
        first, second = self.root(one), self.root(other)
        if first != second:
            self._parent[second] = first
        return first


def group(links: Iterable[Link]) -> dict[str, str]:
    """Return key → thread for *links*; the thread is named by its oldest known message-id."""
    links = sorted(links, key=lambda link: (link.at, link.key))
    groups = Groups()
    for link in links:
        own = _node(link)
        for reference in link.references:
            groups.join(reference, own)
    for lost, found in adopt(links, groups):
        groups.join(_node(found), _node(lost))
    names: dict[str, str] = {}
    return {link.key: names.setdefault(groups.root(_node(link)), _node(link)) for link in links}


def _node(link: Link) -> str:
    return link.message_id or f"key:{link.key}"


def adopt(links: Sequence[Link], groups: Groups) -> Iterable[tuple[Link, Link]]:
    """Yield (lost reply, mail it answers) for replies whose references are missing.

    *links* are in order of time. A lost reply looks like one, names nothing, and nothing known before it is
    in its group.
    """
    by_subject: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        subject = bare_subject(link.subject).casefold()
        if link.looks_like_reply and not link.references and telling(subject):
            if (found := _best(link, by_subject[subject])) is not None:
                yield link, found
        by_subject[subject].append(link)


def _best(link: Link, candidates: Sequence[Link]) -> Link | None:
    for other in reversed(candidates):
        if link.at - other.at > WINDOW:
            return None
        if link.parties & other.parties:
            return other
    return None
