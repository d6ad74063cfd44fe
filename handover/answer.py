"""What every use case gives back: findings, data, what was looked at, and what went wrong.

An answer holds codes and facts; `render` makes JSON or sentences of it, `cli` the exit code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from handover.errors import HandoverError
from handover.model import Coverage, Finding, Severity

PRECEDENCE = (130, 70, 2, 4, 75, 3, 5, 1, 0)
"""Which exit code wins where several apply."""


class Notice(HandoverError):
    """Something worth saying that does not spoil the answer: an unknown column, a guess about the owner."""

    exit_code: ClassVar[int] = 0


@dataclass(slots=True)
class Answer:
    """The result of one command.

    *errors* are problems that left an answer (a source that could not be read to its end) and notices.
    *data* is what a command yields beside findings, ready for JSON but for datetimes (aware) and tuples.
    """

    command: str
    now: datetime
    coverage: list[Coverage] = field(default_factory=list)
    errors: list[HandoverError] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def exit_code(answer: Answer, fail_on: Severity | None) -> int:
    """Return the exit code of *answer*: its errors first, then findings from *fail_on* on."""
    codes = [error.exit_code for error in answer.errors]
    if fail_on is not None and any(finding.severity >= fail_on for finding in answer.findings):
        codes.append(1)
    return weightiest(codes)


def weightiest(codes: Iterable[int]) -> int:
    """Return the code that wins among *codes*; 0 when there is none."""
    present = set(codes)
    return next((code for code in PRECEDENCE if code in present), 0)
