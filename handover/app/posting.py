"""The weekly briefing by mail: once for each week and recipient, or kept and offered again until it has gone out.

Written down first: the intent with its Message-ID in the journal, then the mail in the outbox, then the attempt. So a
run that is killed anywhere leaves a mail that the next one sends, or knows that it may have been sent.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from handover.answer import Answer
from handover.app.briefing import weekly
from handover.app.drafts import lay_drafts
from handover.app.history import Memory, remember
from handover.app.mailround import Round
from handover.app.quietness import Heartbeat, is_held_back, note_quiet, quiet_weeks
from handover.app.sending import sender_of, smtp_secret
from handover.app.weekly_letter import weekly_letter
from handover.config.settings import Settings
from handover.deliver.mail import compose, verify_address
from handover.deliver.outbox import outbox_of
from handover.deliver.smtp import parse_uri
from handover.documents.briefing import Briefing
from handover.errors import HandoverError, StoreError, UsageError
from handover.i18n import N_
from handover.journal import Journal
from handover.model import Address
from handover.store.places import journal_path

NO_DRAFTS = N_("Use --send with a mail server, or --out DIR for files to hand over.")


class Mailing(NamedTuple):
    """How it is to go out: *again* though it did before, only shown (*dry_run*), or laid among the drafts."""

    again: bool = False
    dry_run: bool = False
    draft: bool = False


def send_weekly(
    team: Sequence[Settings],
    week: str | None,
    mailing: Mailing,
    *,
    since_last: bool = False,
    pseudonymise: bool = False,
) -> Answer:
    """Mail the briefing of *team* to those whom the first owner's settings name; what waits from earlier goes first.

    Raises `UsageError` without recipients, server or sender. What was not delivered is an error of the answer.
    """
    settings = team[0]
    sender = _sender(settings, mailing)
    if not settings.weekly.mail_to:
        raise UsageError(
            "no-recipient",
            N_("Nobody is named to whom the briefing could be mailed."),
            hint=N_("Give --mail-to ADDRESS, or set mail_to in [briefing]."),
        )
    for address in (sender.address, *settings.weekly.mail_to):
        verify_address(address)
    is_silent = mailing.dry_run or mailing.draft
    endpoint = None if is_silent else parse_uri(settings.smtp)
    owner = [address.address for address in settings.me] or [sender.address]
    place = journal_path(os.fspath(settings.state_dir), owner)
    with ExitStack() as stack:
        outbox = outbox_of(place)
        if not mailing.dry_run:
            stack.enter_context(outbox.locked())
        journal = stack.enter_context(Journal.open(place))
        round_ = Round(settings, journal, outbox, endpoint, smtp_secret(settings), is_nameless=pseudonymise)
        if not mailing.draft:
            round_.offer_kept(dry_run=mailing.dry_run)
        memories: list[Memory] = []
        try:
            answer = weekly(
                team, week, since_last=since_last, memories=memories, pseudonymise=pseudonymise
            )
        except HandoverError as error:
            if not round_.mails and not round_.errors:
                raise
            answer = Answer("briefing", settings.now, errors=[error], data={"briefing": None})
            return _ended(answer, round_, mailing, None)
        heartbeat = _post(answer, round_, sender, mailing, len(team) > 1)
        if not mailing.dry_run and not any(isinstance(error, StoreError) for error in round_.errors):
            for memory in memories:
                remember(memory, journal if memory.journal == journal.path else None)
        if not is_silent:
            round_.close_lost()
        return _ended(answer, round_, mailing, heartbeat)


def name_of(told: Briefing, today: date, is_team: bool) -> str:
    """Return what the journal calls the mails about *told*: nobody gets two of one name unasked."""
    when = told.week if told.since is None else f"{told.week} until {today.isoformat()}"
    return f"briefing {when}" + (" team" if is_team else "")


def _post(
    answer: Answer, round_: Round, sender: Address, mailing: Mailing, is_team: bool
) -> Heartbeat | None:
    """Send, show or lay down the briefing of *answer*; return the heartbeat where it is held back instead."""
    told: Briefing = answer.data["briefing"]
    name = name_of(told, answer.now.date(), is_team)
    scope = "team" if is_team else ""
    answer.data["briefing"] = told = replace(told, quiet=quiet_weeks(round_.journal, told.week, scope))
    if not mailing.again and is_held_back(told, answer, round_.settings):
        heartbeat = Heartbeat.of(answer, told, round_.last_mailed(scope))
        if not mailing.dry_run:
            note_quiet(round_.journal, answer.now, told.week, scope)
        return heartbeat
    drafts: list[bytes] = []
    for address in dict.fromkeys(round_.settings.weekly.mail_to):
        message_id = round_.due(name, address, again=mailing.again, draft=mailing.draft)
        if message_id is None:
            continue
        message_id = message_id or round_.new_message_id(name, address, sender)
        letter = weekly_letter(answer, told, round_.settings, sender, address, message_id)
        data = compose(letter)
        if mailing.draft:
            drafts.append(data)
            round_.show(name, letter, data, "draft")
        elif mailing.dry_run:
            round_.show(name, letter, data, "ready")
        else:
            round_.send(name, letter, data)
    if drafts:
        round_.laid(lay_drafts(round_.settings, drafts, NO_DRAFTS))
    return None


def _ended(answer: Answer, round_: Round, mailing: Mailing, heartbeat: Heartbeat | None) -> Answer:
    answer.errors += round_.errors
    data: dict[str, Any] = {"mails": round_.mails, "heartbeat": heartbeat, "drafts": round_.drafts or None}
    answer.data["mailing"] = {"dry_run": mailing.dry_run, **data}
    return answer


def _sender(settings: Settings, mailing: Mailing) -> Address:
    has_sender = bool(settings.mail_from.strip() or settings.me)
    if not has_sender or not (settings.smtp or mailing.dry_run or mailing.draft):
        raise UsageError(
            "no-smtp",
            N_("To mail the result, a mail server and a sender are needed."),
            hint=N_("Give --smtp URI and --mail-from ADDRESS, or set them in [delivery]."),
        )
    return sender_of(settings, settings.me)
