"""`packet build`: the handover packet from the mailbox itself, written as files and kept in the journal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from handover.answer import Answer, Notice
from handover.app.session import Session, session
from handover.codec import dumps, loads
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_
from handover.journal import Packet as KeptPacket
from handover.model import Absence

if TYPE_CHECKING:
    from handover.documents.packet import Absent, Packet

_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""The signs of a token: none that is mistaken for another."""
LONGEST = timedelta(days=366)


def packet_build(
    settings: Settings,
    first: date | None = None,
    last: date | None = None,
    *,
    out: Path | None = None,
    formats: Sequence[str] = (),
) -> Answer:
    """Build the packet for the absence from *first* to *last* (without them, the next one of the calendar).

    Writes it below *out* (default ``./uebergabe-DATE``), keeps absence and packet in the journal, and enters the
    build in the record. Raises `UsageError` for dates or deputies that cannot be.
    """
    from handover.app.packet_files import FORMATS, read_answers, write_packet
    from handover.app.packet_material import calendars_of, gather
    from handover.documents.building import build
    from handover.render.out_of_office import out_of_office
    from handover.render.voice import Voice

    _verify(settings, first, last)
    with session(settings) as opened:
        first, last = _span(opened, first, last)
        folder = (out or Path(f"uebergabe-{first.isoformat()}")).absolute()
        answers = read_answers(folder)
        absent = _absent(opened, first, last)
        before = newest_packet(opened, first, last)
        material = gather(
            opened, calendars_of(opened, first), absent, _token(opened, first, last, before), before, answers
        )
        packet = build(material)
        files = write_packet(opened, packet, folder, formats or FORMATS)
        _keep(opened, packet)
        answer = opened.answer("packet build")
        texts = out_of_office(packet, Voice(settings.lang, settings.zone))
        answer.data = {"folder": str(folder), "files": files, "packet": packet}
        answer.data["out_of_office"] = [text._asdict() for text in texts]
        return answer


def newest_packet(opened: Session, first: date, last: date) -> Packet | None:
    """Return the packet that was built before for the same days, as it was then."""
    from handover.documents.packet import Packet

    for kept in reversed(opened.journal.packets()):
        if (kept.first, kept.last) == (first, last) and kept.content:
            packet: Packet = loads(Packet, kept.content)
            return packet
    return None


def _verify(settings: Settings, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise UsageError(
            "dates-reversed",
            N_("The absence would end on {last}, before it begins on {first}."),
            hint=N_("--from is the first day away, --to the last one."),
            first=first,
            last=last,
        )
    if not settings.deputies:
        raise UsageError(
            "no-deputy",
            N_("Nobody is named who covers."),
            hint=N_("Name somebody with --deputy ADDRESS or --deputy ADDRESS=AREA, or in the configuration."),
        )
    own = {address.address for address in settings.me}
    for deputy in settings.deputies:
        if deputy.address.lower() in own:
            raise UsageError(
                "own-deputy",
                N_("{address} is the owner; nobody covers for themself."),
                address=deputy.address,
            )


def _span(opened: Session, first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days of the absence: as given, else the next one that calendar or journal announce."""
    today = opened.settings.now.astimezone(opened.settings.zone).date()
    if first is None or last is None:
        found = _announced(opened, today, first)
        if found is None:
            raise UsageError(
                "no-absence",
                N_("It is not clear when the absence is: no calendar entry such as “Urlaub” lies ahead."),
                hint=N_("Give the first and the last day with --from and --to."),
            )
        first, last = first or found.first, last or found.last
        opened.errors.append(
            Notice(
                "absence-found",
                N_("The absence as the calendar has it: {first} to {last}."),
                first=first,
                last=last,
            )
        )
    if last < first or last < today:
        raise UsageError(
            "absence-over",
            N_("The absence from {first} to {last} is over, or ends before it begins."),
            hint=N_("--from is the first day away, --to the last one."),
            first=first,
            last=last,
        )
    if last - first > LONGEST:
        raise UsageError(
            "absence-too-long", N_("An absence of more than a year needs a successor, not a deputy.")
        )
    return first, last


def _announced(opened: Session, today: date, first: date | None) -> Absence | None:
    from handover.app.packet_material import calendars_of

    calendars = calendars_of(opened, today)
    known = [*calendars.absences, *opened.journal.absences()]
    fitting = [a for a in known if a.last >= today and (first is None or a.first <= first <= a.last)]
    return min(fitting, key=lambda absence: absence.first, default=None)


def _absent(opened: Session, first: date, last: date) -> Absent:
    from handover.app.calendars import Calendars
    from handover.app.checking import context_of
    from handover.documents.cover import colleague
    from handover.documents.packet import Absent

    context = context_of(opened, Calendars())
    owner = opened.owner[0]
    known = colleague(context, owner.address)
    name = opened.settings.owner or owner.name or known.name
    return Absent(known._replace(name=name), first, last, opened.settings.work.next_working_day(last))


def _token(opened: Session, first: date, last: date, before: Packet | None) -> str:
    """Return the token of the packet: that of the build before, else a new one that no other packet has."""
    if before is not None:
        return before.token
    taken = {kept.token for kept in opened.journal.packets()}
    for count in range(1000):
        seed = f"{opened.owner[0].address}\0{first}\0{last}\0{opened.settings.now.isoformat()}\0{count}"
        number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
        token = "H-" + "".join(_SIGNS[number >> (5 * place) & 31] for place in range(4))
        if token not in taken:
            return token
    raise AssertionError("a thousand tokens are taken")


def _keep(opened: Session, packet: Packet) -> None:
    """Keep absence, packet and a record of the build, so that status and watch know what was handed over."""
    now, journal = packet.built, opened.journal
    deputies = tuple((d.address.lower(), d.area) for d in opened.settings.deputies)
    absent = packet.absent
    everybody = {deputy.who.address for deputy in packet.deputies}
    named = {address for address, _ in deputies}
    taking = (*deputies, *((address, "") for address in sorted(everybody - named)))
    journal.add_absence(Absence(absent.first, absent.last, deputies, "packet"), now)
    content = dumps(packet)
    items = tuple(item.id for item in packet.items)
    journal.add_packet(KeptPacket(packet.token, now, absent.first, absent.last, taking, items, content))
    entry = {
        "token": packet.token,
        "first": absent.first.isoformat(),
        "last": absent.last.isoformat(),
        "deputies": [address for address, _ in taking],
        "items": [[item.number, item.id, item.assignee] for item in packet.items],
        "content": hashlib.sha256(content.encode("utf-8", "replace")).hexdigest(),
    }
    journal.add_record(now, "built", json.dumps(entry, ensure_ascii=False))
