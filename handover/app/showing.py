"""`show`: one mail or finding with the whole reasoning, from the store and the mail itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handover.app import judging
from handover.app.session import Session, secret_of, session
from handover.config.settings import Settings
from handover.errors import HandoverError, UsageError
from handover.i18n import N_
from handover.inspection import mail_line, show_files
from handover.ledger import Facts, chasers, promise_state, request_state
from handover.model import FolderRole, Message, Promise, RawMessage, Request, Step
from handover.store import StoredMessage


def show(settings: Settings, reference: str) -> Iterator[dict[str, Any]]:
    """Yield a line for each mail that *reference* (path, key, message-id) names, or for the matter of an id."""
    if os.path.isfile(reference):
        yield from show_files(Path(reference), settings)
        return
    with session(settings) as opened:
        mails = opened.store.find(reference)
        matters = [line | _learned_about(opened, line) for line in _matters(opened, reference)]
        if not mails and not matters:
            raise UsageError(
                "nothing-of-that-name",
                N_("“{reference}” is no mail and no finding."),
                hint=N_("Give a path, a message-id, or an id that “handover check” prints."),
                reference=reference,
            )
        yield from matters
        for mail in mails:
            yield _mail(opened, mail)


def _facts(opened: Session) -> list[Facts]:
    """Return all facts, as they stood at the moment asked about where that lies in the past."""
    settings = opened.settings
    if settings.now_given and opened.store.has_later(settings.now):
        return judging.facts_at(
            opened.store, opened.journal, opened.learned(), settings.now, opened.settings.words
        )
    return judging.all_facts(opened.store)


def _mail(opened: Session, mail: StoredMessage) -> dict[str, Any]:
    message = _whole(opened, mail) or mail.message
    line = mail_line(message, mail.signals, opened.settings.zone, thread=mail.thread)
    requests = [request for facts in _facts(opened) for request in facts.requests]
    return line | {
        "deleted": mail.gone,
        "role": opened.people.who(message.from_, message.via).role.value,
        "requests": [
            _request(opened, request)
            for request in requests
            if any(step.evidence.key == message.key for step in request.steps)
        ],
    }


def _whole(opened: Session, mail: StoredMessage) -> Message | None:
    """Read the mail again from where it lies, for its quotes; None when it is gone."""
    from handover.parse import parse
    from handover.sources.open import MailOptions, open_mail

    for location in opened.store.locations(mail.message.key):
        uri = next((uri for uri in opened.settings.mail if location.source.endswith(uri)), location.source)
        options = MailOptions(secret=secret_of(opened.settings, uri))
        try:
            with open_mail(uri, options=options) as source:
                data = source.read_whole(location.folder, location.locator)
        except HandoverError:
            continue
        found = parse(RawMessage(location.locator, location.folder, FolderRole.OTHER, data))
        if isinstance(found, Message):
            return found
    return None


def _matters(opened: Session, reference: str) -> Iterator[dict[str, Any]]:
    name = reference.rpartition("-")[2]
    if len(name) < 2 or "@" in reference:
        return
    for each in _facts(opened):
        for request in each.requests:
            if request.id.startswith(name):
                yield _request(opened, request)
        for promise in each.promises:
            if promise.id.startswith(name):
                yield _promise(opened, promise)


def _learned_about(opened: Session, matter: dict[str, Any]) -> dict[str, Any]:
    """Return under ``quieter`` the findings about *matter* that lessons made quieter, and on how many judgements."""
    lessons = opened.journal.lessons()
    if not lessons:
        return {}
    from handover.app.checking import findings
    from handover.app.lessons import REASON, is_quiet, quieter

    name = matter.get("request") or matter["promise"]
    quiet = [
        each for each in quieter(findings(opened), lessons) if is_quiet(each) and each.id.endswith(f"-{name}")
    ]
    told = [
        {"finding": each.id, **reason.values}
        for each in quiet
        for reason in each.reasons
        if reason.code == REASON
    ]
    return {"quieter": told} if told else {}


def _request(opened: Session, request: Request) -> dict[str, Any]:
    return {
        "request": request.id,
        "customer": request.customer,
        "contact": request.contact,
        "subject": request.subject,
        "state": request_state(request, opened.settings.now).value,
        "asks": list(request.asks),
        "chasers": chasers(request),
        "steps": [_step(opened, step) for step in request.steps],
        "promises": [_promise(opened, promise) for promise in request.promises],
    }


def _promise(opened: Session, promise: Promise) -> dict[str, Any]:
    zone = opened.settings.zone
    return {
        "promise": promise.id,
        "customer": promise.customer,
        "contact": promise.contact,
        "state": promise_state(promise, opened.settings.now).value,
        "quote": promise.made.quote,
        "due": promise.due.astimezone(zone).isoformat() if promise.due else None,
        "due_text": promise.due_text,
        "kinds": list(promise.kinds),
        "slips": promise.slips,
        "steps": [_step(opened, step) for step in promise.steps],
    }


def _step(opened: Session, step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "because": step.because,
        "at": step.at.astimezone(opened.settings.zone).isoformat(),
        "from": step.evidence.from_,
        "message": step.evidence.message,
        "key": step.evidence.key,
        "quote": step.evidence.quote,
    }
