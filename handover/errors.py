"""The errors a user can cause or meet; each owns its exit code and says what to do next.

A fault of the program is not among them: it stays an ordinary exception and ends with exit code 70.
"""

from __future__ import annotations

from typing import Any, ClassVar


class HandoverError(Exception):
    """Something a person can mend.

    *text* and *hint* are English message ids with ``{name}`` places, filled from *values* after translation.
    *code* is a stable word for scripts (the ``errors[].code`` of the JSON), *source* names the thing.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, code: str, text: str, *, hint: str = "", source: str = "", **values: Any) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.hint = hint
        self.source = source
        self.values = values

    def __str__(self) -> str:
        return _filled(self.text, self.values)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.code, self.text, self.hint, self.source, self.values)


class UsageError(HandoverError):
    """The command line or the configuration is wrong."""

    exit_code = 2


class SourceError(HandoverError):
    """A source or folder could not be opened, listed or finished."""

    exit_code = 3


class StoreError(HandoverError):
    """The store cannot be used: damaged, of a newer version, disk full, not writable."""

    exit_code = 4


class DeliveryError(HandoverError):
    """Reported, but not delivered."""

    exit_code = 5


class BusyError(HandoverError):
    """Another run holds the store."""

    exit_code = 75


def _rebuild(
    kind: type[HandoverError], code: str, text: str, hint: str, source: str, values: dict[str, Any]
) -> HandoverError:
    return kind(code, text, hint=hint, source=source, **values)


def _filled(text: str, values: dict[str, Any]) -> str:
    try:
        return text.format(**values)
    except (KeyError, IndexError, ValueError):
        return text
