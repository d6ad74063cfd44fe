"""A logged-in connection: commands sent ahead of their answers, and the few questions that reading needs.

imapclient waits for every answer, raises on ranges and knows neither ESEARCH nor LIST-STATUS nor COMPRESS; this
thin layer does that much and no more. A server may work on several commands at once, so an untagged response is
offered to every command under way; what none of them asked for is dropped.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from handover.credentials import Secret
from handover.errors import SourceError
from handover.sources import imap_errors as errors
from handover.sources.imap_dial import check_secret, dial
from handover.sources.imap_folders import Listed, Status, parse_list, parse_status
from handover.sources.imap_guard import ForbiddenCommandError, quote
from handover.sources.imap_limits import MAX_LINES, ConnectionLostError, Limits
from handover.sources.imap_response import Response, parse_uid_set, read_response
from handover.sources.imap_uri import Endpoint, is_loopback
from handover.sources.imap_wire import Wire

FAR_S = 0.004
FAR_ON_LOOPBACK_S = 0.02
"""From this round trip on, compressing pays; on this machine's own address only behind a tunnel."""

MAX_STATUS = 500

_TAGGED = re.compile(rb"(H[0-9]+) (OK|NO|BAD)(?: (.*))?\Z", re.DOTALL)
_CODE = re.compile(rb"\* OK \[(UIDVALIDITY|UIDNEXT|HIGHESTMODSEQ) ([0-9]{1,20})\]")
_EXISTS = re.compile(rb"\* ([0-9]{1,10}) EXISTS\Z")

Sink = Callable[[Response], bool]
"""Takes an untagged response; tells whether it was what its command had asked for."""


class Done(NamedTuple):
    """How a command ended: ``OK``, ``NO`` or ``BAD``, and the server's words."""

    status: bytes
    text: str

    @property
    def ok(self) -> bool:
        return self.status == b"OK"


class Session:
    """One connection to one account; any number of commands may be under way at a time."""

    def __init__(self, wire: Wire, capabilities: frozenset[str], endpoint: Endpoint) -> None:
        self.wire = wire
        self.capabilities = capabilities
        self.endpoint = endpoint
        self._number = 0
        self._waiting: dict[bytes, Sink] = {}
        self._ended: dict[bytes, Done] = {}
        self._compressing = b""

    @classmethod
    def open(cls, endpoint: Endpoint, secret: Secret, limits: Limits) -> Session:
        """Connect and log in."""
        check_secret(endpoint, secret)
        wire = dial(endpoint, limits)
        try:
            from handover.sources.imap_login import log_in

            return cls(wire, log_in(wire, endpoint, secret), endpoint)
        except BaseException:
            wire.close()
            raise

    @property
    def is_busy(self) -> bool:
        """Whether answers are still to come."""
        return bool(self._waiting)

    def has(self, capability: str) -> bool:
        return capability in self.capabilities

    def submit(self, command: bytes, sink: Sink, *, lines: int = 0) -> bytes:
        """Send *command* without waiting; *sink* gets the untagged responses that come before its end."""
        self._number += 1
        tag = b"H%d" % self._number
        self.wire.lines_left = MAX_LINES + max(lines, 0)
        self.wire.send_lines(tag + b" " + command + b"\r\n")
        self._waiting[tag] = sink
        return tag

    def finish(self) -> Done:
        """Read until the oldest command under way has ended."""
        tag = next(iter(self._waiting))
        while tag not in self._ended:
            self._take(read_response(self.wire))
        del self._waiting[tag]
        return self._ended.pop(tag)

    def _take(self, response: Response) -> None:
        line = response.line
        if line.startswith(b"* "):
            if line[:6].upper() == b"* BYE ":
                raise ConnectionLostError("server_gone", f"“{_words(line[6:])}”")
            any(sink(response) for sink in self._waiting.values())
            return
        tagged = _TAGGED.match(line)
        if tagged is None or tagged[1] not in self._waiting or tagged[1] in self._ended:
            raise ConnectionLostError("protocol", "the server answered what nobody had asked")
        self._ended[tagged[1]] = Done(tagged[2], _words(tagged[3] or b""))
        if tagged[1] == self._compressing and tagged[2] == b"OK":
            self.wire.start_compression()

    def list_folders(self) -> tuple[list[Listed], dict[bytes, Status]]:
        """List all folders, with their states where the server tells them in the same breath."""
        wanted = self._status_items()
        extended = self.has("SPECIAL-USE") and (self.has("LIST-EXTENDED") or self.has("IMAP4REV2"))
        command = b'LIST "" "*"'
        if extended:
            status = b" STATUS " + wanted if self.has("LIST-STATUS") else b""
            command += b" RETURN (SPECIAL-USE" + status + b")"
        listed: dict[str, Listed] = {}
        states: dict[bytes, Status] = {}

        def sink(response: Response) -> bool:
            verb = response.line[:8].upper()
            if verb.startswith(b"* LIST ") and (folder := parse_list(response)):
                listed.setdefault(folder.name, folder)
            elif verb == b"* STATUS" and (status := parse_status(response)):
                states[status[0]] = status[1]
            return bool(verb)

        self.submit(command, sink)
        if self.has("COMPRESS=DEFLATE") and self._is_far() and not self._compressing:
            self._compressing = self.submit(b"COMPRESS DEFLATE", _ignore)
        done = self.finish()
        while self._waiting:
            self.finish()
        if not done.ok:
            raise errors.refused(self.endpoint, "LIST", done.text)
        if not (extended and self.has("LIST-STATUS")):
            self._ask_states(list(listed.values())[:MAX_STATUS], sink)
        return list(listed.values()), states

    def _is_far(self) -> bool:
        return self.wire.round_trip >= (FAR_ON_LOOPBACK_S if is_loopback(self.wire.peer) else FAR_S)

    def _ask_states(self, listed: Sequence[Listed], sink: Sink) -> None:
        """Ask for the state of each folder, all in one go; what is refused here is told when it is opened."""
        for folder in listed:
            with contextlib.suppress(ForbiddenCommandError):
                self.submit(b"STATUS " + quote(folder.raw) + b" " + self._status_items(), sink)
        for _ in range(len(self._waiting)):
            self.finish()

    def _status_items(self) -> bytes:
        more = b" HIGHESTMODSEQ" if self.has("CONDSTORE") or self.has("QRESYNC") else b""
        return b"(MESSAGES UIDNEXT UIDVALIDITY" + more + b")"

    def submit_examine(self, folder: str, raw: bytes) -> list[Status]:
        """Send EXAMINE; the returned list holds one state, complete once the command has finished."""
        condstore = b" (CONDSTORE)" if self.has("CONDSTORE") else b""
        found = [Status()]

        def sink(response: Response) -> bool:
            if code := _CODE.match(response.line):
                found[0] = found[0]._replace(**{_FIELDS[code[1]]: int(code[2])})
            elif exists := _EXISTS.match(response.line):
                found[0] = found[0]._replace(messages=int(exists[1]))
            return bool(code or exists)

        self.folder = None
        try:
            if any(ord(letter) < 32 for letter in folder):  # a server may echo the name, line ends and all
                raise ForbiddenCommandError(folder)
            self.submit(b"EXAMINE " + quote(raw) + condstore, sink)
        except ForbiddenCommandError:
            raise errors.folder_refused(
                self.endpoint, folder, "its name holds forbidden characters"
            ) from None
        return found

    def submit_search(self, uids: bytes, *, lines: int = 0) -> list[range]:
        """Send UID SEARCH for *uids* (a set, or ``ALL``); the returned list fills while it is answered."""
        found: list[range] = []

        def sink(response: Response) -> bool:
            line = response.line
            if line[:9].upper() == b"* SEARCH ":
                found.extend(span for word in line[9:].split() for span in parse_uid_set(word))
            elif line[:10].upper() == b"* ESEARCH ":
                tokens = response.tokens(10)
                words = [token.upper() if isinstance(token, bytes) else b"" for token in tokens]
                if b"ALL" in words[:-1]:
                    value = tokens[words.index(b"ALL") + 1]
                    found.extend(parse_uid_set(value if isinstance(value, bytes) else b"?"))
            else:
                return False
            return True

        shape = b"RETURN (ALL) " if self.has("ESEARCH") else b""
        criterion = uids if uids == b"ALL" else b"UID " + uids
        self.submit(b"UID SEARCH " + shape + criterion, sink, lines=lines)
        return found

    def close(self) -> None:
        """Say goodbye without waiting for the answer."""
        with contextlib.suppress(ConnectionLostError, SourceError):
            self.submit(b"LOGOUT", _ignore)
            self.wire.flush()
        self.wire.close()

    def present(self, uids: Sequence[int]) -> set[int]:
        """Return those of *uids* that still lie in the open folder."""
        if not uids:
            return set()
        found = self.submit_search(b"%d:%d" % (min(uids), max(uids)))
        done = self.finish()
        if not done.ok:
            raise errors.refused(self.endpoint, "UID SEARCH", done.text)
        return {uid for uid in uids if any(uid in span for span in found)}


def total(spans: Sequence[range]) -> int:
    """Return how many numbers lie in *spans*."""
    return sum(len(span) for span in spans)


_FIELDS = {b"UIDVALIDITY": "uidvalidity", b"UIDNEXT": "uidnext", b"HIGHESTMODSEQ": "modseq"}


def _ignore(response: Response) -> bool:
    """Drop *response*."""
    return False


def _words(text: bytes) -> str:
    return errors.inert(text[:400].decode("utf-8", "replace"))
