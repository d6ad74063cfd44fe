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

from handover.sources import imap_errors as errors
from handover.sources.imap_bodystructure import parse_structure
from handover.sources.imap_folders import number
from handover.sources.imap_message import WHOLE, Plan, assemble, plan_fetch, whole
from handover.sources.imap_response import Response, Token, format_uid_set
from handover.sources.imap_session import Done, Session

FACTS = b"(UID RFC822.SIZE INTERNALDATE BODYSTRUCTURE)"
FACTS_AT_ONCE = 250
FACTS_SIZE = 1024
MAX_FACTS = 20_000
MAX_REFUSED = 50
BYTES_AT_ONCE = 1 << 20
WINDOW = 4 << 20

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


UNDESCRIBED = Facts(Plan((WHOLE,), 64 * 1024, None), None)
"""A mail of which nothing is known, to be read as it is."""


class Mail(NamedTuple):
    """A mail as read: its bytes (None: the server gave none), when it arrived, and whether parts were left out."""

    uid: int
    data: bytes | None
    arrived: datetime | None
    reduced: bool


class _Work(NamedTuple):
    """A command to be sent: how many bytes it may bring, and how to send it (None: it turned out needless)."""

    size: int
    send: Callable[[], _Ending | None]


_Ending = Callable[[Done], list[Mail]]
"""What to do when a command has ended: returns the mails that are complete with it."""


@dataclass(slots=True)
class Reading:
    """Reads the mails *uids* of the folder that *session* has open; `mails` yields them.

    Commands are sent ahead as long as what they may bring stays below `WINDOW` bytes, so memory stays bounded.
    """

    session: Session
    uids: Sequence[int]
    facts: dict[int, Facts]
    at_once: int = FACTS_AT_ONCE
    _todo: deque[_Work] = field(default_factory=deque)
    _sent: deque[tuple[int, _Ending]] = field(default_factory=deque)
    _ahead: int = 0
    _refused: int = 0

    def mails(self) -> Iterator[Mail]:
        """Yield one `Mail` for each uid, in no certain order."""
        for at in range(0, len(self.uids), self.at_once):
            self._todo.append(self._facts_work(self.uids[at : at + self.at_once]))
        self._send_ahead()
        while self._sent:
            size, ending = self._sent[0]
            done = self.session.finish()
            self._sent.popleft()
            self._ahead -= size
            mails = ending(done)
            self._send_ahead()
            yield from mails

    def _send_ahead(self) -> None:
        while self._todo and (not self._sent or self._ahead + self._todo[0].size <= WINDOW):
            work = self._todo.popleft()
            if ending := work.send():
                self._sent.append((work.size, ending))
                self._ahead += work.size

    def _first(self, works: Sequence[_Work]) -> None:
        self._todo.extendleft(reversed(works))

    def _facts_work(self, uids: Sequence[int]) -> _Work:
        def ended(done: Done) -> list[Mail]:
            if not done.ok:
                return self._halved(uids, done, self._facts_work)
            self._first(self._bodies_works([uid for uid in uids if uid in self.facts]))
            return [Mail(uid, None, None, False) for uid in uids if uid not in self.facts]

        def send() -> _Ending | None:
            unknown = [uid for uid in uids if uid not in self.facts]
            if not unknown:
                self._first(self._bodies_works(uids))
                return None
            submit_facts(self.session, format_uid_set(sorted(unknown)), len(unknown), self.facts)
            return ended

        return _Work(FACTS_SIZE * len(uids), send)

    def _bodies_works(self, uids: Sequence[int]) -> list[_Work]:
        groups: dict[bytes, list[int]] = {}
        for uid in uids:
            groups.setdefault(self.facts[uid].plan.items, []).append(uid)
        return [self._bodies_work(batch) for group in groups.values() for batch in self._batches(group)]

    def _batches(self, uids: Sequence[int]) -> Iterator[list[int]]:
        batch: list[int] = []
        size = 0
        for uid in uids:
            size += self.facts[uid].plan.size
            if batch and (size > BYTES_AT_ONCE or len(batch) >= self.at_once):
                yield batch
                batch, size = [], self.facts[uid].plan.size
            batch.append(uid)
        yield batch

    def _bodies_work(self, uids: Sequence[int]) -> _Work:
        plan = self.facts[uids[0]].plan
        found: dict[int, dict[bytes, bytes | None]] = {uid: {} for uid in uids}

        def sink(response: Response) -> bool:
            items = response.items
            pieces = found.get(number(items.get(b"UID")))
            if pieces is None:
                return False
            for key, value in items.items():
                if key.startswith(b"BODY[") and not isinstance(value, list):
                    pieces[key] = pieces.get(key) or value
            return True

        def ended(done: Done) -> list[Mail]:
            return self._assembled(found) if done.ok else self._halved(uids, done, self._bodies_work)

        def send() -> _Ending:
            command = b"UID FETCH " + format_uid_set(sorted(uids)) + b" (UID " + plan.items + b")"
            self.session.submit(command, sink, lines=len(uids) * (2 + 2 * len(plan.keys)))
            return ended

        return _Work(sum(self.facts[uid].plan.size for uid in uids), send)

    def _assembled(self, found: dict[int, dict[bytes, bytes | None]]) -> list[Mail]:
        mails = []
        for uid, pieces in found.items():
            plan, arrived = self.facts[uid]
            data = assemble(plan, pieces) if pieces else None
            if data is None and pieces and plan.tree is not None:
                self.facts[uid] = Facts(whole(plan.size), arrived)
                self._first([self._bodies_work([uid])])
            else:
                del self.facts[uid]
                mails.append(Mail(uid, data, arrived, plan.tree is not None))
        return mails

    def _halved(self, uids: Sequence[int], done: Done, work: Callable[[Sequence[int]], _Work]) -> list[Mail]:
        """Ask again for each half of *uids* when the server refused them together; one mail alone is given up."""
        if len(uids) > 1:
            middle = len(uids) // 2
            self._first([work(uids[:middle]), work(uids[middle:])])
            return []
        self._refused += 1
        if self._refused > MAX_REFUSED:
            raise errors.refused(self.session.endpoint, "to hand out mails", done.text)
        return [Mail(uids[0], None, None, False)]


def submit_facts(session: Session, uids: bytes, count: int, facts: dict[int, Facts]) -> None:
    """Ask for the facts of the set *uids* (about *count* mails); they appear in *facts*."""

    def sink(response: Response) -> bool:
        items = response.items
        uid = number(items.get(b"UID"))
        if not uid or b"BODYSTRUCTURE" not in items or b"RFC822.SIZE" not in items:
            return False
        if uid not in facts and len(facts) < MAX_FACTS:
            tree = parse_structure(items[b"BODYSTRUCTURE"])
            facts[uid] = Facts(
                plan_fetch(number(items[b"RFC822.SIZE"]), tree), _moment(items.get(b"INTERNALDATE"))
            )
        return True

    session.submit(b"UID FETCH " + uids + b" " + FACTS, sink, lines=4 * count)


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
