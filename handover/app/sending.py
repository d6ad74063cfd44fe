"""`packet send` and `packet draft`: the intent first, then the mail, then what became of it.

A mail that was begun and not finished goes out again with the same Message-ID and is called "perhaps twice".
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handover.answer import Answer, Notice
from handover.app.delivery import content_of, current_packet
from handover.app.drafts import lay_drafts
from handover.app.packet_files import Fetcher, own_templates, voice_of
from handover.app.session import Session, session
from handover.config.settings import Settings
from handover.credentials import Secret, by_command, by_keyring, by_prompt, by_systemd, find_secret
from handover.deliver.mail import File, Letter, compose
from handover.documents.building import part_for
from handover.documents.packet import Deputy, Packet
from handover.errors import DeliveryError, UsageError
from handover.i18n import N_
from handover.journal import Delivery
from handover.journal import Packet as KeptPacket
from handover.model import Address

MAX_ZIP = 12 * 1024 * 1024
"""Original mails beyond so many bytes stay behind: mail servers refuse larger mails."""
MAX_MAILS = 200
NO_DRAFTS = N_("Use “handover packet send”, or --out DIR for files to open and send.")

Agree = Callable[[Sequence[Letter]], None]
"""Shows what would go out and asks; ends the run when the answer is no."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail that is ready, and whether it was begun before."""

    letter: Letter
    begun: bool = False


def packet_send(settings: Settings, *, dry_run: bool = False, agree: Agree | None = None) -> Answer:
    """Send each deputy their part of the newest packet; who has this build already is left out.

    Raises `UsageError` without server or sender. What was not delivered is an error of the answer (exit 5).
    """
    from handover.deliver.smtp import parse_uri

    if not dry_run and not settings.smtp:
        raise UsageError(
            "no-smtp",
            N_("No mail server is named that could send the packet."),
            hint=N_("Give --smtp URI, or set smtp in [delivery]; “handover packet draft” needs none."),
        )
    endpoint = parse_uri(settings.smtp) if settings.smtp else None
    with session(settings, lock=True) as opened:
        kept = current_packet(opened)
        out, done = _outgoing(opened, kept)
        answer = opened.answer("packet send")
        letters = [each.letter for each in out]
        answer.data = {"packet": kept.token, "dry_run": dry_run, "already": done, "mails": _shown(letters)}
        if dry_run or endpoint is None or not out:
            return answer
        if agree is not None:
            agree(letters)
        for number, each in enumerate(out):
            state = _send(opened, kept, each, endpoint, answer)
            answer.data["mails"][number]["state"] = state
        return answer


def packet_draft(settings: Settings, *, out: Path | None = None) -> Answer:
    """Lay each deputy's mail among the drafts of the first IMAP account, or as a file below *out*."""
    with session(settings, lock=True) as opened:
        kept = current_packet(opened)
        letters = [each.letter for each in _outgoing(opened, kept, again=True)[0]]
        answer = opened.answer("packet draft")
        if out is not None:
            places = _write_drafts(letters, out)
        else:
            folder = lay_drafts(settings, [compose(letter) for letter in letters], NO_DRAFTS)
            places = [folder for _ in letters]
        for letter in letters:
            _note(opened, kept, letter, "draft", "draft")
        answer.data = {"packet": kept.token, "mails": _shown(letters), "places": places}
        return answer


def _outgoing(
    opened: Session, kept: KeptPacket, *, again: bool = False
) -> tuple[list[Outgoing], list[dict[str, object]]]:
    """Return the mails to send, and which deputies have this build already."""
    packet = content_of(kept)
    known = {one.recipient: one for one in opened.journal.deliveries(kept.token)}
    out: list[Outgoing] = []
    done: list[dict[str, object]] = []
    with ExitStack() as stack:
        fetch = Fetcher(opened, stack)
        for deputy in packet.deputies:
            before = known.get(deputy.who.address)
            is_current = before is not None and before.at >= kept.at
            if before and is_current and before.state in ("sent", "perhaps_twice") and not again:
                done.append({"to": deputy.who.address, "at": before.at, "message_id": before.message_id})
                continue
            begun = before is not None and before.state in ("intended", "perhaps_twice")
            reuse = before.message_id if before and (is_current or begun) and before.state != "sent" else ""
            out.append(Outgoing(_letter(opened, packet, deputy, reuse, fetch), begun and bool(reuse)))
    return out, done


def _letter(opened: Session, packet: Packet, deputy: Deputy, message_id: str, fetch: Fetcher) -> Letter:
    from handover.render.html_packet import packet_html
    from handover.render.ics_packet import packet_ics
    from handover.render.letter import invitation, letter

    settings = opened.settings
    voice = voice_of(opened, deputy)
    own = own_templates()
    part = part_for(packet, deputy.who.address)
    sender = sender_of(opened.settings, opened.owner)
    mails, names = _originals(opened, part, fetch)
    texts = letter(part, deputy, voice, opened.journal.head(), own)
    page = packet_html(part, voice, files=names, own=own).encode("utf-8", "replace")
    stem = (
        f"uebergabe-{packet.absent.first.isoformat()}"
        if voice.lang == "de"
        else f"handover-{packet.absent.first}"
    )
    files = [
        File(f"{stem}.html", "text/html", page),
        File(f"{stem}.ics", "text/calendar", packet_ics(part, voice)),
    ]
    if mails:
        files.append(File("mails.zip", "application/zip", mails))
    sequence = sum(one.recipient == deputy.who.address for one in opened.journal.deliveries(packet.token))
    return Letter(
        sender,
        Address(deputy.who.name, deputy.who.address),
        texts.subject,
        message_id or _message_id(packet, deputy, sender, opened),
        settings.now,
        texts.text,
        texts.html,
        invitation(packet, deputy, sender.address, sequence, voice),
        files,
        wants_receipt=True,
    )


def sender_of(settings: Settings, owner: Sequence[Address]) -> Address:
    """Return who our mails are from: as configured, else the *owner*. Raises `UsageError` for what is no address."""
    given = settings.mail_from.strip()
    if not given:
        return owner[0]
    from email.utils import parseaddr

    name, address = parseaddr(given)
    if "@" not in address:
        raise UsageError("bad-sender", N_("“{sender}” is no address to send from."), sender=given)
    return Address(name or (owner[0].name if owner else ""), address.lower())


def _message_id(packet: Packet, deputy: Deputy, sender: Address, opened: Session) -> str:
    seed = (
        f"{packet.token}\0{deputy.who.address}\0{packet.built.isoformat()}\0{opened.settings.now.isoformat()}"
    )
    name = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:20]
    return f"{packet.token.lower()}.{name}@{sender.domain or 'handover.invalid'}"


def _originals(opened: Session, part: Packet, fetch: Fetcher) -> tuple[bytes, dict[str, str]]:
    """Return the mails behind the items as a zip, as far as they are there and a mail server takes them."""
    keys: dict[str, int] = {}
    for item in part.items:
        for quote in (*(line.made for line in item.promises), *item.evidence):
            if ":" not in quote.key:
                keys.setdefault(quote.key, item.number)
    packed, names, size = io.BytesIO(), {}, 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, number in list(keys.items())[:MAX_MAILS]:
            data = fetch(key)
            if data is None or size + len(data) > MAX_ZIP:
                continue
            size += len(data)
            names[key] = f"mails/{number:03d}-{key[:8]}.eml"
            archive.writestr(zipfile.ZipInfo(names[key], opened.settings.now.timetuple()[:6]), data)
    if left := len(keys) - len(names):
        notice = Notice(
            "mails-left-out",
            N_(
                "{count} original mails are not attached: gone, or too large in all; their quotes are in the packet."
            ),
            count=left,
        )
        if all(error.code != "mails-left-out" for error in opened.errors):
            opened.errors.append(notice)
    return (packed.getvalue() if names else b""), names


def _send(opened: Session, kept: KeptPacket, out: Outgoing, endpoint: Any, answer: Answer) -> str:
    """Enter the intent, send, enter the result; return the state."""
    from handover.deliver.smtp import InDoubtError, send

    letter = out.letter
    data = compose(letter)
    _note(opened, kept, letter, "intended", "sending")
    try:
        send(endpoint, smtp_secret(opened.settings), letter.sender.address, letter.recipient.address, data)
    except InDoubtError as error:
        answer.errors.append(error)
        return "intended"
    except DeliveryError as error:
        answer.errors.append(error)
        state = "intended" if out.begun else "failed"
        _note(opened, kept, letter, state, "failed", str(error))
        return state
    state = "perhaps_twice" if out.begun else "sent"
    _note(opened, kept, letter, state, "sent")
    return state


def _note(opened: Session, kept: KeptPacket, letter: Letter, state: str, kind: str, detail: str = "") -> None:
    """Enter a delivery's state in the journal and in the record."""
    now = opened.settings.now
    one = Delivery(letter.message_id, now, kept.token, letter.recipient.address, state, detail)
    opened.journal.add_delivery(one)
    content = {
        "packet": kept.token,
        "recipient": one.recipient,
        "message_id": one.message_id,
        "detail": detail,
        "content": hashlib.sha256(kept.content.encode("utf-8", "replace")).hexdigest(),
    }
    opened.journal.add_record(now, kind, json.dumps(content, ensure_ascii=False))


def smtp_secret(settings: Settings) -> Callable[[str, str], Secret]:
    """Return what finds the password for sending: its own command, that of the mailbox of the same user, the rest."""
    finders = [by_command(settings.smtp_password_command)] if settings.smtp_password_command else []

    def of_mailbox(host: str, user: str) -> Secret | None:
        for account in settings.accounts:
            if account.kind == "own" and f"//{user}@" in account.uri.replace("%40", "@"):
                command, token = (
                    account.token_command or account.password_command,
                    bool(account.token_command),
                )
                return by_command(command, token=token)(host, user) if command else None
        return None

    return find_secret(*finders, of_mailbox, by_systemd(), by_keyring(), by_prompt(settings.ask))


def _shown(letters: Sequence[Letter]) -> list[dict[str, Any]]:
    return [
        {
            "to": each.recipient.address,
            "name": each.recipient.name,
            "from": each.sender.address,
            "subject": each.subject,
            "message_id": each.message_id,
            "text": each.text,
            "files": [
                {"name": file.name, "type": file.content_type, "size": len(file.data)} for file in each.files
            ],
            "invitation": bool(each.invitation),
            "state": "ready",
        }
        for each in letters
    ]


def _write_drafts(letters: Sequence[Letter], out: Path) -> list[str]:
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    places = []
    for letter in letters:
        path = out / f"{letter.recipient.address.partition('@')[0]}.eml"
        path.write_bytes(compose(letter, draft=True))
        path.chmod(0o600)
        places.append(str(path))
    return places
