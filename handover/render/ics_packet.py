"""The packet as a calendar (RFC 5545): the absence, handing over and back, deadlines, meetings taken over.

Only text that was made inert goes in; every line is folded and escaped. It invites nobody (no METHOD).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from handover.documents.packet import Packet
from handover.i18n import N_
from handover.render.output import clean, one_line
from handover.render.packet_view import View
from handover.render.voice import Voice

WIDTH = 74
DEADLINE = timedelta(minutes=15)
Line = tuple[str, str]


def packet_ics(packet: Packet, voice: Voice) -> bytes:
    """Return the calendar of *packet* in UTF-8 with CRLF line ends, texts in the language of *voice*."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handover//packet//EN", "CALSCALE:GREGORIAN"]
    for event in _events(packet, View(packet, voice)):
        lines.append("BEGIN:VEVENT")
        lines += [f"{name}:{value}" for name, value in event]
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _events(packet: Packet, view: View) -> Iterator[list[Line]]:
    absent = packet.absent
    yield [
        *_head(packet, "absence"),
        *_days(absent.first, absent.last),
        ("SUMMARY", escaped(view.say(N_("{owner} away"), owner=absent.owner.name))),
        ("TRANSP", "TRANSPARENT"),
    ]
    yield from _takeovers(packet, view)
    yield from _deadlines(packet, view)
    for place in packet.calendar:
        item = packet.item(place.item)
        if item is None or not (place.problem or place.source == "earlier"):
            continue
        span = (
            _days(view.local(place.start), view.local(place.start))
            if place.all_day
            else _times(place.start, place.end)
        )
        yield [
            *_head(packet, item.id),
            *span,
            ("SUMMARY", escaped(f"{place.summary} ({view.name(item.assignee)})")),
            ("LOCATION", escaped(place.location)),
            ("DESCRIPTION", escaped(view.say(N_("No. {number} of the handover"), number=item.number))),
        ]


def _takeovers(packet: Packet, view: View) -> Iterator[list[Line]]:
    for meeting in packet.takeovers:
        if meeting.exists:
            continue
        words = (
            N_("Handover {owner} – {name}") if meeting.kind == "over" else N_("Handing back {name} – {owner}")
        )
        summary = view.say(words, owner=packet.absent.owner.name, name=view.name(meeting.deputy))
        yield [
            *_head(packet, f"{meeting.kind}-{meeting.deputy.partition('@')[0]}"),
            *_times(meeting.start, meeting.end),
            ("SUMMARY", escaped(summary)),
            ("STATUS", "TENTATIVE"),
        ]


def _deadlines(packet: Packet, view: View) -> Iterator[list[Line]]:
    absent = packet.absent
    for item in packet.items:
        if item.kind not in ("request", "promise") or item.due is None:
            continue
        if absent.first <= view.local(item.due) <= absent.last:
            what = f"{view.customer(item.customer)}: {item.title}" if item.customer else item.title
            yield [
                *_head(packet, item.id),
                *_times(item.due - DEADLINE, item.due),
                ("SUMMARY", escaped(view.say(N_("Due: {what}"), what=what[:120]))),
                ("DESCRIPTION", escaped(view.say(N_("No. {number} of the handover"), number=item.number))),
                ("TRANSP", "TRANSPARENT"),
            ]


def _head(packet: Packet, name: str) -> list[Line]:
    domain = packet.absent.owner.address.rpartition("@")[2] or "handover.invalid"
    uid = escaped(f"{packet.token}-{name}@{domain}".lower())
    return [("UID", uid), ("DTSTAMP", _utc(packet.built))]


def _days(first: date, last: date) -> list[Line]:
    return [
        ("DTSTART;VALUE=DATE", f"{first:%Y%m%d}"),
        ("DTEND;VALUE=DATE", f"{last + timedelta(days=1):%Y%m%d}"),
    ]


def _times(start: datetime, end: datetime) -> list[Line]:
    return [("DTSTART", _utc(start)), ("DTEND", _utc(max(end, start)))]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return *text* as an iCalendar value (RFC 5545 3.3.11), on one line."""
    text = one_line(clean(text))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> bytes:
    """Fold a content line at 75 octets without cutting a character (RFC 5545 3.1)."""
    parts: list[bytes] = []
    current = b""
    for sign in line:
        piece = sign.encode("utf-8", "replace")
        if len(current) + len(piece) > WIDTH:
            parts.append(current)
            current = b" "
        current += piece
    return b"\r\n".join([*parts, current]) + b"\r\n"
