"""Which mails belong together: the union of Message-ID, In-Reply-To and References, as notmuch builds it.

Replies that lost these headers are joined by what they quote, else by addressee and subject, within `WINDOW`.
Pure: identifiers in, groups out. Threads say nothing about customers; the ledger keeps those apart.
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
    """What joins one mail to others: its key, ids, subject, moment, parties, own and quoted text."""

    key: str
    message_id: str | None
    references: tuple[str, ...]
    subject: str
    at: datetime
    sender: str
    parties: frozenset[str]
    looks_like_reply: bool
    text: str = ""
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
    """Yield (lost reply, mail it answers) for replies that name nothing they answer.

    *links* are in order of time. Proof is the quote: lines of an earlier mail that stand in the reply, and
    nowhere else. Without a quote only a reply to its very addressee under the same subject is joined.
    """
    written = _Lines()
    subjects: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        subject = bare_subject(link.subject).casefold()
        if link.looks_like_reply and not link.references:
            found = written.source_of(link, subject)
            if found is None and not link.quoted and telling(subject):
                found = _addressee(link, subjects[subject])
            if found is not None and link.at - found.at <= WINDOW:
                yield link, found
        written.add(link)
        subjects[subject].append(link)


def _addressee(link: Link, candidates: Sequence[Link]) -> Link | None:
    for other in reversed(candidates[-20:]):
        if other.sender in link.parties and link.sender in other.parties:
            return other
    return None


class _Lines:
    """Which mail wrote which line first; lines that several mails wrote prove nothing."""

    def __init__(self) -> None:
        self._writer: dict[int, Link | None] = {}

    def add(self, link: Link) -> None:
        """Remember the lines of *link*'s own text."""
        for line in set(telling_lines(link.text)):
            self._writer[line] = None if line in self._writer else link

    def source_of(self, link: Link, subject: str) -> Link | None:
        """Return the newest mail of which *link* quotes a line, if the subject or a second line agrees."""
        votes: dict[str, tuple[int, Link]] = {}
        for line in set(telling_lines(link.quoted)):
            if (writer := self._writer.get(line)) is not None:
                votes[writer.key] = (votes.get(writer.key, (0, writer))[0] + 1, writer)
        if not votes:
            return None
        count = sum(count for count, _ in votes.values())
        newest = max((writer for _, writer in votes.values()), key=lambda writer: writer.at)
        same = any(bare_subject(writer.subject).casefold() == subject for _, writer in votes.values())
        return newest if same or count >= 3 else None


def telling_lines(text: str, limit: int = 40) -> Iterable[int]:
    """Yield a hash of each line of *text* that is long enough to be somebody's own, quote marks removed."""
    for line in text[:16_000].splitlines()[: 5 * limit]:
        bare = line.lstrip("> |\t").strip()
        if len(bare) >= 24:
            yield hash(bare.casefold())
            limit -= 1
            if not limit:
                return
