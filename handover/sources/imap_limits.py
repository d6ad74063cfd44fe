"""How long and how much: the limits of one run on one account, whatever the server does.

A socket timeout counts per read, so a server that trickles never trips it; the deadline and the byte budget
here count for the whole run, over all its connections.
"""

from __future__ import annotations

import time

from handover.errors import SourceError

DEADLINE_S = 3600.0
BYTE_BUDGET = 8 << 30
IDLE_S = 30.0
CONNECT_S = 15.0
MIN_RATE = 2048
"""Bytes a second; a server that sends less over four times the longest silence counts as silent too."""

MAX_LINE = 16 << 20
MAX_LITERAL = 52 << 20
MAX_LINES = 20_000


class ConnectionLostError(Exception):
    """The connection is of no more use, but another one may be: *code* and *reason* say why it ended."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Limits:
    """Counts the time and the bytes of a run. *idle_s*: the longest silence of a server before it counts as gone."""

    def __init__(
        self,
        uri: str,
        *,
        deadline_s: float = DEADLINE_S,
        byte_budget: int = BYTE_BUDGET,
        idle_s: float = IDLE_S,
    ) -> None:
        self.uri = uri
        self.idle_s = idle_s
        self.bytes_left = byte_budget
        self.received = 0
        self._allowed_s = deadline_s
        self._allowed_bytes = byte_budget
        self._waited = 0.0
        self._got = 0
        self._ends = time.monotonic() + deadline_s

    def patience(self, wanted: float) -> float:
        """Return how long one read may wait: *wanted* seconds, less near the end; raise at the deadline."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise SourceError(
                "deadline",
                "Reading {uri} took longer than the {seconds:.0f} seconds allowed and was stopped.",
                hint="What was read is kept; run it again to go on, or allow more time.",
                source=self.uri,
                uri=self.uri,
                seconds=self._allowed_s,
            )
        return min(wanted, left)

    def spend(self, count: int) -> None:
        """Count *count* bytes received; raise when the budget is used up."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise SourceError(
                "byte_budget",
                "{uri} sent more than the {megabytes} MB allowed for one run.",
                hint="What was read is kept; run it again to go on, or allow more.",
                source=self.uri,
                uri=self.uri,
                megabytes=max(1, self._allowed_bytes >> 20),
            )

    def waited(self, seconds: float, count: int) -> None:
        """Note that *count* bytes came after *seconds* of waiting; raise when a server merely trickles."""
        self._waited += seconds
        self._got += count
        if self._waited >= 4 * self.idle_s:
            rate = self._got / self._waited
            self._waited, self._got = 0.0, 0
            if rate < MIN_RATE:
                raise ConnectionLostError("server_silent", "the server sends next to nothing")

    def pause(self, seconds: float) -> None:
        """Wait before another try, but not beyond the deadline."""
        time.sleep(self.patience(seconds))
