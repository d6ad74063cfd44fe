"""The key of the pseudonyms: made once and kept beside the stores, so that only this machine can resolve them."""

from __future__ import annotations

import os
from pathlib import Path

from handover.answer import Answer
from handover.app.session import Session, session
from handover.config.settings import Settings
from handover.documents.pseudonyms import (
    Pseudonyms,
    hidden,
    pseudonymised,
    pseudonymised_coverage,
    pseudonymised_finding,
)
from handover.errors import HandoverError, StoreError, UsageError
from handover.i18n import N_

NAME = "pseudonyms.key"
BYTES = 32


def pseudonyms(settings: Settings) -> Pseudonyms:
    """Return the pseudonyms of this machine; the key is made when it is first asked for (mode 0600).

    Raises `StoreError` where it cannot be kept, or is damaged: another key would give everybody another name.
    """
    path = settings.state_dir / NAME
    try:
        settings.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = path.read_bytes() if path.exists() else _made(path)
    except OSError as error:
        raise StoreError(
            "pseudonyms-unusable",
            N_("The key of the pseudonyms cannot be kept: {reason}."),
            source=str(path),
            reason=error.strerror or str(error),
        ) from error
    if len(key) != BYTES:
        raise StoreError(
            "pseudonyms-damaged",
            N_("The key of the pseudonyms is damaged."),
            hint=N_("Put back a copy of it; without one, delete it: everybody gets a new pseudonym then."),
            source=str(path),
        )
    return Pseudonyms(key)


def resolve(settings: Settings, pseudonym: str) -> Answer:
    """Tell who bears *pseudonym*; raises `UsageError` when nobody in the store does."""
    with session(settings, sync=False, refresh=False) as opened:
        found = pseudonyms(settings).resolve(pseudonym, _names(opened))
        if found is None:
            raise UsageError(
                "no-such-pseudonym",
                N_("Nobody in this store bears the pseudonym “{pseudonym}”."),
                hint=N_("It is written as in the briefing, such as K-7ABCD2, and belongs to this machine's key."),
                pseudonym=pseudonym,
            )
        answer = opened.answer("privacy resolve")
        answer.data = {"pseudonym": pseudonym.strip().upper(), "name": found}
        return answer


def _names(opened: Session) -> set[str]:
    """Return everybody and everything that a pseudonym may stand for."""
    known = {*opened.store.customers(), *opened.store.sources(), opened.settings.owner}
    known |= {address for owner in opened.owner for address in owner}
    for person in opened.settings.team:
        known |= {person.name, *person.addresses}
    for use in opened.store.address_book():
        known |= {use.address, *use.names}
    known |= {request.contact for request in opened.store.requests()}
    return {name for name in known if name}


def _made(path: Path) -> bytes:
    """Make the key; of two runs at once the first one's holds."""
    fresh = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(os.urandom(BYTES))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_bytes()


def without_names(answer: Answer, by: Pseudonyms) -> None:
    """Take names and words out of the *answer* of a briefing, errors and coverage included."""
    answer.data["briefing"] = pseudonymised(answer.data["briefing"], by)
    answer.findings = [pseudonymised_finding(finding, by) for finding in answer.findings]
    answer.coverage = [pseudonymised_coverage(coverage, by) for coverage in answer.coverage]
    answer.errors = [_without_names(error, by) for error in answer.errors]


def _without_names(error: HandoverError, by: Pseudonyms) -> HandoverError:
    return type(error)(
        error.code, error.text, hint=error.hint, source=by.of("M", error.source), **hidden(error.values)
    )
