"""What is new and what is gone in a folder since its mark, found with as few bytes as the server allows.

A mark holds UIDVALIDITY ``v``, UIDNEXT ``n``, the number of messages ``c`` and HIGHESTMODSEQ ``m``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from handover.sources import imap_errors as errors
from handover.sources.base import Changes, Mark
from handover.sources.imap_folders import Status
from handover.sources.imap_limits import ConnectionLostError
from handover.sources.imap_read import FACTS_AT_ONCE, Facts, submit_facts
from handover.sources.imap_session import Done, Session, total

MAX_UIDVALIDITY = 2**32 - 1
AHEAD = 2 * FACTS_AT_ONCE
"""For so many numbers the facts of the mails are asked for together with the list."""

MANY = 500
"""From so many new mails on, it pays to ask the store which of them it has from a run that broke off."""


def locate(validity: int, uid: int) -> str:
    """Return the locator of a mail."""
    return f"{validity}.{uid}"


def split_locator(locator: str) -> tuple[int, int]:
    """Return UIDVALIDITY and UID of a locator; (-1, 0) for one that is not of this kind."""
    validity, dot, uid = locator.partition(".")
    return (int(validity), int(uid)) if dot and validity.isdecimal() and uid.isdecimal() else (-1, 0)


def is_unchanged(mark: Mark, state: Status) -> bool:
    """Tell whether nothing came or went: a new mail raises UIDNEXT, a lost one lowers the number."""
    return (
        state.uidvalidity > 0
        and state.uidnext > 0
        and (state.uidvalidity, state.uidnext, state.messages)
        == (mark.get("v"), mark.get("n"), mark.get("c"))
        and _continues(mark, state)
    )


class Look:
    """What one opening of a folder showed: its state, UIDs, and the facts of its first new mails."""

    def __init__(self, session: Session, folder: str, raw: bytes) -> None:
        self.session = session
        self.folder = folder
        self.raw = raw
        self.state = Status()
        self.facts: dict[int, Facts] = {}

    @property
    def validity(self) -> int:
        """UIDVALIDITY, 0 where the server tells none."""
        return max(self.state.uidvalidity, 0)

    def changes(self, mark: Mark | None, state: Status | None, known: Callable[[], Iterable[str]]) -> Changes:
        """Open the folder and tell what happened since *mark*; *state* is what the server said of it before."""
        first = int(mark.get("n") or 1) if mark and (state is None or _continues(mark, state)) else 1
        listed = self._open(first, empty=state is not None and state.messages == 0)
        if mark is None and self.state.uidvalidity > 0:
            return self._against_the_store(listed, known)
        if mark is None or not _continues(mark, self.state):
            everything = listed if first == 1 else self._list(b"ALL")
            present = _numbers(everything, 1, self.state.uidnext)
            return self._answer(present, reset=mark is not None or not self.validity)
        new = _numbers(listed, first, self.state.uidnext)
        if self.state.messages != int(mark.get("c", -1)) + len(new):
            return self._against_the_store(listed if first == 1 else self._list(b"ALL"), known)
        if len(new) > MANY:
            held = set(known())
            new = [uid for uid in new if locate(self.validity, uid) not in held]
        return self._answer(new)

    def _open(self, first: int, *, empty: bool) -> list[range]:
        """Ask for state, UIDs from *first* on, and facts, in one go."""
        session = self.session
        found = session.submit_examine(self.folder, self.raw)
        listed = session.submit_search(b"%d:*" % first if first > 1 else b"ALL")
        if not empty:
            submit_facts(session, b"%d:%d" % (first, first + AHEAD - 1), AHEAD, self.facts)
        opened, searched = session.finish(), session.finish()
        if not empty:
            session.finish()
        if not opened.ok:
            raise errors.folder_refused(session.endpoint, self.folder, opened.text)
        self.state = found[0]
        if self.state.uidvalidity == 0 or self.state.uidvalidity > MAX_UIDVALIDITY:
            raise errors.bad_uidvalidity(session.endpoint, self.folder, self.state.uidvalidity)
        return self._checked(listed, searched)

    def _list(self, uids: bytes) -> list[range]:
        listed = self.session.submit_search(uids)
        return self._checked(listed, self.session.finish())

    def _checked(self, listed: list[range], searched: Done) -> list[range]:
        if not searched.ok:
            raise errors.refused(self.session.endpoint, "UID SEARCH", searched.text)
        if total(listed) > 2 * max(self.state.messages, 0) + MANY:
            raise ConnectionLostError("protocol", "the server listed more mails than the folder holds")
        return listed

    def _against_the_store(self, listed: list[range], known: Callable[[], Iterable[str]]) -> Changes:
        """Compare everything that lies there with everything the store holds."""
        held = set(known())
        present = _numbers(listed, 1, self.state.uidnext)
        gone = held - {locate(self.validity, uid) for uid in present}
        return self._answer([uid for uid in present if locate(self.validity, uid) not in held], sorted(gone))

    def _answer(self, new: list[int], gone: Sequence[str] = (), *, reset: bool = False) -> Changes:
        state = self.state
        mark: Mark = {"v": state.uidvalidity, "n": state.uidnext, "c": state.messages, "m": state.modseq}
        if not state.uidnext:
            mark["n"] = max(new, default=0) + 1
        return Changes(
            [locate(self.validity, uid) for uid in new],
            gone,
            reset,
            mark if self.validity else {},
            state.messages,
        )


def _continues(mark: Mark, state: Status) -> bool:
    """Tell whether the numbers of *mark* still mean the same mails.

    A UIDNEXT or HIGHESTMODSEQ that went back is a server restored from a backup: its numbers are given out anew.
    """
    return (
        state.uidvalidity == mark.get("v")
        and (not state.uidnext or state.uidnext >= int(mark.get("n") or 0))
        and (not state.modseq or state.modseq >= int(mark.get("m") or 0))
    )


def _numbers(spans: Sequence[range], first: int, end: int) -> list[int]:
    """Return the numbers in *spans* from *first* to before *end* (0: no end), ascending, each once."""
    found: list[int] = []
    for span in sorted(spans, key=lambda span: span.start):
        found.extend(range(max(span.start, first), min(span.stop, end) if end else span.stop))
        first = max(first, span.stop)
    return found
