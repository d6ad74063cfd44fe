"""Reading many mails of one folder: what each is first, then its bytes, both in large commands sent ahead.

One `Reading` belongs to one open folder on one connection. A mail is handed on only when the server has ended the
command that brought it without complaint; a connection that breaks takes nothing half-read with it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from handover.sources.imap_bodystructure import parse_structure
from handover.sources.imap_folders import number
from handover.sources.imap_limits import ConnectionLostError
from handover.sources.imap_message import Plan, assemble, plan_fetch, whole
from handover.sources.imap_response import Response, Token, format_uid_set
from handover.sources.imap_session import Done, Session

FACTS = b"(UID RFC822.SIZE INTERNALDATE BODYSTRUCTURE)"
FACTS_AT_ONCE = 250
BODIES_AT_ONCE = 250
BYTES_AT_ONCE = 4 << 20
AHEAD = 2

_FETCH = re.compile(rb"\* [0-9]{1,10} FETCH (?=\()", re.IGNORECASE)
_DATE = re.compile(
    rb" ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\Z"
)  # RFC 3501, 9: date-time
_MONTHS = {
    name: index for index, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


class Facts(NamedTuple):
    """What the server says of a mail before it is read."""

    plan: Plan
    arrived: datetime | None


class Mail(NamedTuple):
    """A mail as read: its bytes (None: the server gave none), when it arrived, and whether parts were left out."""

    uid: int
    data: bytes | None
    arrived: datetime | None
    reduced: bool


@dataclass(slots=True)
class _Job:
    """A command under way, and what to do with its end."""

    ended: Callable[[Done], list[Mail]]


@dataclass(slots=True)
class Reading:
    """Reads the mails *uids* of the folder that *session* has open; `mails` yields them."""

    session: Session
    uids: Sequence[int]
    facts: dict[int, Facts]
    at_once: int = FACTS_AT_ONCE
    _jobs: deque[_Job] = field(default_factory=deque)

    def mails(self) -> Iterator[Mail]:
        """Yield one `Mail` for each uid, in the order in which the server hands them out."""
        chunks = deque(self.uids[at : at + self.at_once] for at in range(0, len(self.uids), self.at_once))
        for _ in range(min(AHEAD, len(chunks))):
            self._ask_facts(chunks.popleft())
        while self._jobs:
            job = self._jobs[0]
            done = self.session.finish()
            self._jobs.popleft()
            yield from job.ended(done)
            if chunks and len(self._jobs) < AHEAD:
                self._ask_facts(chunks.popleft())

    def _ask_facts(self, uids: Sequence[int]) -> None:
        unknown = [uid for uid in uids if uid not in self.facts]
        if not unknown:
            self._ask_bodies(uids)
            return

        def ended(done: Done) -> list[Mail]:
            if not done.ok:
                return self._halved(uids, self._ask_facts)
            self._ask_bodies([uid for uid in uids if uid in self.facts])
            return [Mail(uid, None, None, False) for uid in uids if uid not in self.facts]

        submit_facts(self.session, format_uid_set(sorted(unknown)), len(unknown), self.facts)
        self._jobs.append(_Job(ended))

    def _ask_bodies(self, uids: Sequence[int]) -> None:
        groups: dict[bytes, list[int]] = {}
        for uid in uids:
            groups.setdefault(self.facts[uid].plan.items, []).append(uid)
        for group in groups.values():
            at = 0
            while at < len(group):
                end = self._batch_end(group, at)
                self._ask_batch(group[at:end])
                at = end

    def _batch_end(self, group: Sequence[int], at: int) -> int:
        size = 0
        end = at
        while end < len(group) and end - at < min(BODIES_AT_ONCE, self.at_once):
            size += self.facts[group[end]].plan.size
            if end > at and size > BYTES_AT_ONCE:
                break
            end += 1
        return end

    def _ask_batch(self, uids: Sequence[int]) -> None:
        plan = self.facts[uids[0]].plan
        found: dict[int, dict[bytes, bytes | None]] = {uid: {} for uid in uids}

        def sink(response: Response) -> None:
            items = fetched(response)
            pieces = found.get(number(items.get(b"UID")))
            if pieces is None:
                return
            for key, value in items.items():
                if key.startswith(b"BODY[") and not isinstance(value, list):
                    pieces[key] = pieces.get(key) or value

        def ended(done: Done) -> list[Mail]:
            if not done.ok:
                return self._halved(uids, self._ask_batch)
            return self._assembled(found)

        command = b"UID FETCH " + format_uid_set(sorted(uids)) + b" (UID " + plan.items + b")"
        self.session.submit(command, sink, lines=len(uids) * (2 + 2 * len(plan.keys)))
        self._jobs.append(_Job(ended))

    def _assembled(self, found: dict[int, dict[bytes, bytes | None]]) -> list[Mail]:
        mails = []
        for uid, pieces in found.items():
            plan, arrived = self.facts[uid]
            data = assemble(plan, pieces) if pieces else None
            if data is None and pieces and plan.tree is not None:
                self.facts[uid] = Facts(whole(plan.size), arrived)
                self._ask_batch([uid])
            else:
                del self.facts[uid]
                mails.append(Mail(uid, data, arrived, plan.tree is not None))
        return mails

    def _halved(self, uids: Sequence[int], ask: Callable[[Sequence[int]], None]) -> list[Mail]:
        """Ask again for each half of *uids* when the server refused them together; one mail alone is given up."""
        if len(uids) == 1:
            return [Mail(uids[0], None, None, False)]
        middle = len(uids) // 2
        ask(uids[:middle])
        ask(uids[middle:])
        return []


def submit_facts(session: Session, uids: bytes, count: int, facts: dict[int, Facts]) -> None:
    """Ask for the facts of the set *uids* (about *count* mails); they appear in *facts*."""

    def sink(response: Response) -> None:
        items = fetched(response)
        uid = number(items.get(b"UID"))
        if uid and uid not in facts and b"BODYSTRUCTURE" in items and b"RFC822.SIZE" in items:
            tree = parse_structure(items[b"BODYSTRUCTURE"])
            facts[uid] = Facts(
                plan_fetch(number(items[b"RFC822.SIZE"]), tree), _moment(items.get(b"INTERNALDATE"))
            )

    session.submit(b"UID FETCH " + uids + b" " + FACTS, sink, lines=4 * count)


def fetched(response: Response) -> dict[bytes, Token]:
    """Return the items of a FETCH response by their names; empty for any other response."""
    match = _FETCH.match(response.line)
    if not match:
        return {}
    tokens = response.tokens(match.end())
    items = tokens[0]
    if len(tokens) != 1 or not isinstance(items, list) or len(items) % 2:
        raise ConnectionLostError("protocol", "the server sent a mail whose pieces do not add up")
    return {
        key.upper(): value
        for key, value in zip(items[::2], items[1::2], strict=True)
        if isinstance(key, bytes)
    }


def _moment(token: Token) -> datetime | None:
    match = _DATE.match(token) if isinstance(token, bytes) else None
    if not match or match[2].lower() not in _MONTHS:
        return None
    offset = timedelta(hours=int(match[8]), minutes=int(match[9]))
    day, year, hour, minute, second = (int(match[group]) for group in (1, 3, 4, 5, 6))
    try:
        zone = timezone(-offset if match[7] == b"-" else offset)
        return datetime(year, _MONTHS[match[2].lower()], day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
