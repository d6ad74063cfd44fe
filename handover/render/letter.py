"""The mail that carries a packet: what it is, how to answer, which items, and the record's head; an invitation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import NamedTuple

from handover.documents.packet import Deputy, Packet
from handover.i18n import N_
from handover.render.ics_packet import escaped, folded
from handover.render.packet_view import View
from handover.render.templates import render
from handover.render.voice import Voice
from handover.render.width import wrap

COLUMNS = 76
MAX_ROW = 160
MAX_ROWS = 60
"""So many items stand in the letter itself; the attachment has them all."""


class Row(NamedTuple):
    """One item as the letter names it; *language* is that of its title where the letter has another."""

    number: int
    customer: str
    title: str
    due: str
    language: str

    @property
    def what(self) -> str:
        return f"{self.customer}: {self.title}" if self.customer else self.title


class Texts(NamedTuple):
    """The letter in its forms."""

    subject: str
    text: str
    html: str


def letter(packet: Packet, deputy: Deputy, voice: Voice, head: str, own: Path | None = None) -> Texts:
    """Return the letter for *deputy* with their part of the *packet*; *head* is the head of the record."""
    view = View(packet, voice)
    absent = packet.absent
    subject = view.say(
        N_("Handover {owner}, {first} to {last} [{token}]"),
        owner=absent.owner.name,
        first=absent.first,
        last=absent.last,
        token=packet.token,
    )
    before, after = list(_before(packet, deputy, view)), list(_after(packet, view))
    rows = [_row(packet, number, view) for number in sorted(item.number for item in packet.items)]
    foot = view.say(N_("Record: {head}"), head=head)
    shown, left = rows[:MAX_ROWS], len(rows) - MAX_ROWS
    if left > 0:
        after.insert(0, view.say(N_("… and {count} more in the attachment."), count=left))
    lines = [*_paragraphs(before), *(_line(row) for row in shown), "", *_paragraphs(after), foot, ""]
    values = {"lang": voice.lang, "subject": subject, "before": before, "after": after, "foot": foot}
    html = render("letter/packet.html.j2", own, rows=shown, **values)
    return Texts(subject, "\n".join(lines), html)


def _before(packet: Packet, deputy: Deputy, view: View) -> Iterator[str]:
    absent = packet.absent
    yield view.say(N_("Hello {name},"), name=deputy.who.name)
    yield view.say(
        N_(
            "I am away from {first} to {last} and back on {back}. You cover for me; what that takes is in the "
            "attachment: page one to act on, then each customer."
        ),
        first=absent.first,
        last=absent.last,
        back=absent.back,
    )
    yield view.say(
        N_(
            "Please answer this mail with “ok, taken over” – or tell me which numbers will not work, for example "
            "“all but 3”. Accepting the invitation counts, too. Please leave [{token}] in the subject."
        ),
        token=packet.token,
    )


def _after(packet: Packet, view: View) -> Iterator[str]:
    if packet.watches_deputies:
        yield view.say(
            N_(
                "While I am away a program looks at my mailbox, and at those that deputies have shared for this, to "
                "see which customer still waits, so that nobody is forgotten. At a deputy's it looks only at what "
                "comes in during these days. It ends when I am back."
            )
        )
    else:
        yield view.say(
            N_(
                "While I am away a program looks at my mailbox, not at yours, to see which customer still waits, so "
                "that nobody is forgotten. It ends when I am back."
            )
        )
    yield view.say(N_("Thank you!"))
    yield packet.absent.owner.name


def _row(packet: Packet, number: int, view: View) -> Row:
    item = packet.item(number)
    assert item is not None
    customer = next((d.name for d in packet.dossiers if d.customer == item.customer), item.customer)
    title = " ".join(item.title.split())[: max(MAX_ROW - len(customer), MAX_ROW // 2)]
    language = item.language if view.is_foreign(item.language) else ""
    return Row(
        number,
        " ".join(customer.split())[: MAX_ROW // 2],
        title,
        view.short(item.due) if item.due else "",
        language,
    )


def _line(row: Row) -> str:
    due = f" ({row.due})" if row.due else ""
    head, *rest = wrap(row.what + due, COLUMNS - 6) or [""]
    return "\n".join([f"{row.number:>4}  {head}", *(" " * 6 + line for line in rest)])


def _paragraphs(parts: list[str]) -> Iterator[str]:
    for part in parts:
        yield from wrap(part, COLUMNS)
        yield ""


def invitation(packet: Packet, deputy: Deputy, organizer: str, sequence: int, voice: Voice) -> bytes:
    """Return the absence as an invitation (RFC 5546, METHOD:REQUEST) whose acceptance counts for the packet."""
    absent = packet.absent
    domain = organizer.rpartition("@")[2] or "handover.invalid"
    uid = f"{packet.token}-cover-{deputy.who.address.partition('@')[0]}@{domain}".lower()
    summary = voice.say(N_("Cover for {owner} [{token}]"), owner=absent.owner.name, token=packet.token)
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handover//packet//EN", "METHOD:REQUEST", "BEGIN:VEVENT",
        f"UID:{escaped(uid)}", f"SEQUENCE:{sequence}", f"DTSTAMP:{packet.built.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{absent.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{absent.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(summary)}", f"ORGANIZER:mailto:{escaped(organizer)}",
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + escaped(deputy.who.address),
        "TRANSP:TRANSPARENT", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return b"".join(folded(line) for line in lines)
