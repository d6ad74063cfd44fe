"""One round of mailing: what waits in the outbox is offered, what is new is written down, then sent.

The states of a mail (`journal.Delivery`): ``kept`` has not been handed to a server for sure, ``intended`` may have
been, ``sent`` and ``perhaps_twice`` are over, ``given_up`` after too long.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

from handover.answer import Notice
from handover.config.settings import Settings
from handover.credentials import Secret
from handover.deliver.mail import Letter
from handover.deliver.outbox import KEPT_FOR, Kept, Outbox
from handover.deliver.smtp import Endpoint, InDoubtError, send
from handover.documents.pseudonyms import HIDDEN
from handover.errors import DeliveryError, HandoverError, StoreError
from handover.i18n import N_
from handover.journal import Delivery, Journal
from handover.model import Address

OPEN = ("kept", "intended")
OVER = ("sent", "perhaps_twice")
KIND = "briefing "
ANEW = N_("“handover briefing --week WEEK --send” makes it anew; open matters are then those of now.")


@dataclass(slots=True)
class Round:
    """Sends by *endpoint* and collects what became of each mail: *mails*, *errors*, where *drafts* were laid.

    Of a round that *is_nameless* nothing that an earlier mail said is told: its subject may name a customer.
    """

    settings: Settings
    journal: Journal
    outbox: Outbox
    endpoint: Endpoint | None
    secret: Callable[[str, str], Secret]
    is_nameless: bool = False
    mails: list[dict[str, Any]] = field(default_factory=list)
    errors: list[HandoverError] = field(default_factory=list)
    drafts: str = ""

    def offer_kept(self, *, dry_run: bool = False) -> None:
        """Send what waits from earlier runs with its old Message-ID; drop what has waited for too long."""
        entries = {one.message_id: one for one in self._entries()}
        for kept in sorted(self.outbox.all(), key=lambda kept: kept.written or self.settings.now):
            entry = entries.get(kept.message_id)
            if self.is_nameless:
                kept = kept._replace(subject=HIDDEN)
            if entry is not None and entry.state not in OPEN:
                if not dry_run:
                    self._drop(kept)  # the end came between the last two steps
            elif dry_run:
                self._row(entry, kept, "waiting")
            elif entry is None or self._is_old(kept, entry):
                self._give_up(kept, entry)
            else:
                self._row(entry, kept, self._tried(entry, kept))

    def due(self, name: str, address: str, *, again: bool, draft: bool) -> str | None:
        """Return the Message-ID of the mail *name* to *address* that is to go out, ``""`` for a new one.

        None where it needs no other: it went out, lies there as a draft, or was tried in this round.
        """
        mine = [one for one in self._entries() if (one.packet, one.recipient) == (name, address)]
        tried = {row["message_id"] for row in self.mails if row["state"] != "given_up"}
        if any(one.message_id in tried for one in mine):
            return None
        known = {one.state: one for one in mine}
        over = next((known[state] for state in OVER if state in known), None)
        laid, waiting = known.get("draft"), next((known[state] for state in OPEN if state in known), None)
        if not again and (before := over or (laid if draft else None)):
            state = "already" if over else "lies_there"
            self.mails.append(self._shown(before.message_id, address, name, state, at=before.at))
            return None
        reusable = None if draft else waiting or (None if over else laid)
        return reusable.message_id if reusable else ""

    def close_lost(self) -> None:
        """Say which mails of earlier weeks are gone though nobody knows that they went out."""
        tried = {row["message_id"] for row in self.mails}
        for entry in self._entries():
            if entry.state in OPEN and entry.message_id not in tried and not self.outbox.load(entry.message_id):
                self._note(entry, "given_up")
                about = entry.packet.removeprefix(KIND)
                text = N_("The mail about {about} to {to} is gone, and it is not known to have gone out.")
                self.errors.append(Notice("mail-lost", text, hint=ANEW, about=about, to=entry.recipient))

    def new_message_id(self, name: str, address: str, sender: Address) -> str:
        """Return a Message-ID that no mail of ours had."""
        seed = f"{name}\0{address}\0{self.settings.now.isoformat()}\0{len(self.journal.deliveries())}"
        digest = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:20]
        return f"briefing.{digest}@{sender.domain or 'handover.invalid'}"

    def send(self, name: str, letter: Letter, data: bytes) -> None:
        """Write the mail down, then send it; what cannot be written down is not sent."""
        address = letter.recipient.address
        before = next((one for one in self._entries() if one.message_id == letter.message_id), None)
        state = before.state if before and before.state in OPEN else "kept"
        entry = Delivery(letter.message_id, self.settings.now, name, address, state)
        kept = Kept(
            letter.message_id, letter.sender.address, address, letter.subject, self.settings.now, data
        )
        try:
            self.journal.add_delivery(entry)
            self.outbox.keep(letter.message_id, data)
        except StoreError as error:
            self.errors.append(error)
            self._row(entry, kept, "failed")
            return
        self._row(entry, kept, self._tried(entry, kept))

    def show(self, name: str, letter: Letter, data: bytes, state: str) -> None:
        """Add the mail to what is told, without sending it; its text and parts with it."""
        self.mails.append(
            self._shown(letter.message_id, letter.recipient.address, name, state)
            | {"subject": letter.subject, "from": letter.sender.address, "text": letter.text}
            | {"parts": parts_of(data), "size": len(data)}
        )

    def laid(self, folder: str) -> None:
        """Enter that the mails shown as drafts lie in *folder*."""
        self.drafts = folder
        for row in self.mails:
            if row["state"] == "draft":
                name = KIND + row["about"]
                self.journal.add_delivery(
                    Delivery(row["message_id"], self.settings.now, name, row["to"], "draft")
                )

    def last_mailed(self, scope: str) -> datetime | None:
        """Return when the last mail of *scope* (``""`` or ``team``) went out."""
        mine = [
            one for one in self._entries() if one.state in OVER and one.packet.endswith(" team") == bool(scope)
        ]
        return max((one.at for one in mine), default=None)

    def _entries(self) -> Sequence[Delivery]:
        return [one for one in self.journal.deliveries() if one.packet.startswith(KIND)]

    def _tried(self, entry: Delivery, kept: Kept) -> str:
        """Return what became of a mail, even where the journal cannot take it down: then nobody will know."""
        try:
            return self._hand_over(entry, kept)
        except StoreError as error:
            self.errors.append(error)
            return "intended"

    def _hand_over(self, entry: Delivery, kept: Kept) -> str:
        """Enter the intent, send, enter the result; return the state."""
        begun = entry.state == "intended"
        assert self.endpoint is not None
        self._note(entry, "intended")
        try:
            send(self.endpoint, self.secret, kept.sender, kept.recipient, kept.data)
        except InDoubtError as error:
            self.errors.append(_to_be_offered(error))
            return "intended"
        except HandoverError as error:
            self.errors.append(_to_be_offered(error))
            self._note(entry, "intended" if begun else "kept", str(error))
            return "intended" if begun else "kept"
        state = "perhaps_twice" if begun else "sent"
        self._note(entry, state)
        self._drop(kept)
        return state

    def _drop(self, kept: Kept) -> None:
        """Let go of a mail that is over; where that fails, the next run does it, and nothing goes out twice."""
        try:
            self.outbox.drop(kept)
        except StoreError as error:
            self.errors.append(error)

    def _note(self, entry: Delivery, state: str, detail: str = "") -> None:
        self.journal.add_delivery(replace(entry, at=self.settings.now, state=state, detail=detail))

    def _is_old(self, kept: Kept, entry: Delivery) -> bool:
        written = kept.written if kept.written and kept.written.tzinfo else entry.at
        return self.settings.now - written > KEPT_FOR

    def _give_up(self, kept: Kept, entry: Delivery | None) -> None:
        """Drop a mail that waited for too long, or of which the journal knows nothing, and say so."""
        if entry is not None:
            self._note(entry, "given_up")
        self._drop(kept)
        text = N_("A mail to {to} could not be delivered for 14 days and was given up: {subject}.")
        if not kept.message_id:
            text = N_("A mail in the outbox was damaged and could not be sent any more; it was removed.")
        elif entry is None:
            text = N_("A mail to {to} lay in the outbox without a word in the journal and was removed: {subject}.")
        self.errors.append(
            Notice("mail-given-up", text, hint=ANEW, to=kept.recipient, subject=kept.subject, when=kept.written)
        )
        self._row(entry, kept, "given_up")

    def _row(self, entry: Delivery | None, kept: Kept, state: str) -> None:
        name = entry.packet if entry else ""
        row = self._shown(kept.message_id, kept.recipient, name, state, kept_since=kept.written)
        self.mails.append(row | {"subject": kept.subject, "from": kept.sender, "size": len(kept.data)})

    def _shown(
        self,
        message_id: str,
        to: str,
        name: str,
        state: str,
        *,
        at: datetime | None = None,
        kept_since: datetime | None = None,
    ) -> dict[str, Any]:
        is_new = kept_since is None or kept_since == self.settings.now
        shown = {"to": to, "about": name.removeprefix(KIND), "state": state, "message_id": message_id, "at": at}
        return shown | {
            "kept_since": None if is_new else kept_since,
            "subject": None,
            "from": None,
            "text": None,
            "parts": None,
            "size": None,
        }


def parts_of(data: bytes) -> list[dict[str, Any]]:
    """Return what the mail *data* is made of: each part's type, name and size, and how it is shown."""
    found = []
    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        found.append(
            {
                "type": part.get_content_type(),
                "name": part.get_filename(),
                "size": len(content) if isinstance(content, bytes) else 0,
                "inline": part.get_content_disposition() != "attachment",
            }
        )
    return found


def _to_be_offered(error: HandoverError) -> DeliveryError:
    """Return *error* as one of delivery (a missing password, too), with what happens next."""
    hint = N_("The mail is kept; the next “handover briefing --send” offers it again with the same Message-ID.")
    return DeliveryError(error.code, error.text, hint=hint, source=error.source, **error.values)
