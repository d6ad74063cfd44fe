"""The notation of the examples: one line per mail, so that a reader sees the story.

``Mo 09:00 kim@acme.example > anna@wir.example | Wann kommt das Angebot?``: day and time, sender, recipients
(separated by commas), text. ``Mo`` lies in the week 2026-W10, ``Mo+1`` a week later, ``Mo-1`` earlier;
``Mon`` and ``Mo`` are the same. ``[Subject]`` before the bar sets a subject, which is the thread; without it
all mails of two parties are one thread. ``(auto)`` before the bar makes it an automatic reply, ``(note)`` a
phone note (``caller@… > receiver``). ``cc:a@b`` adds a copy. ``Mo+1 00:00 away Fr+1`` announces an absence,
``Di+1 10:00 event Abnahme`` is an hour in the owner's calendar; an address behind it in brackets has accepted
it, ``(busy jens@…)`` puts it into that colleague's own calendar instead. ``Mo 09:00 packet jens@… pia@…`` sends
these deputies packet H-TEST for the absence, three items each in their order; ``[H-TEST]`` is in the subject of an
answer. The last line is ``now``.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handover.checks.base import Check, Context, Example, Ledger
from handover.journal import Delivery, Packet
from handover.ledger import Facts, entry_of, read
from handover.model import (
    Absence,
    Address,
    Customer,
    Event,
    Finding,
    Message,
    PhoneNote,
    Signals,
    SignatureFacts,
)
from handover.people import CustomerMatch, People, build
from handover.receipts import Handed, Part, handed
from handover.receipts.collecting import Expected, receipts_of
from handover.worktime import WorkCalendar

ZONE = ZoneInfo("Europe/Berlin")
OWNER = Address("Anna Wir", "anna@wir.example")
MANAGER = "chef@wir.example"
_MONDAY = datetime(2026, 3, 2, tzinfo=ZONE)
_DAYS = {
    day: n
    for n, days in enumerate("mo mon|di tue|mi wed|do thu|fr fri|sa sat|so sun".split("|"))
    for day in days.split()
}
_LINE = re.compile(
    r"^(?P<day>[A-Za-z]{2,3})(?P<week>[+-]\d+)? (?P<time>\d\d:\d\d) (?:(?P<now>now)$|(?P<from>\S+) > (?P<to>[^|\[(]+?)"
    r"\s*(?:\[(?P<subject>[^\]]*)\])?\s*(?:\((?P<kind>auto|note|done|promised)\))?\s*\|\s*(?P<text>.*)$)"
)
_EVENT = re.compile(
    r"^(?P<day>[A-Za-z]{2,3})(?P<week>[+-]\d+)? (?P<time>\d\d:\d\d) (?P<kind>event|away) (?P<text>[^(]+?)"
    r"\s*(?:\((?P<busy>busy )?(?P<who>\S+)\))?$"
)
_PACKET = re.compile(
    r"^(?P<day>[A-Za-z]{2,3})(?P<week>[+-]\d+)? (?P<time>\d\d:\d\d) packet (?P<who>\S+(?: \S+)*)$"
)
HANDED = "H-TEST"
ITEMS = 3
Reader = Callable[..., Signals]


@dataclass(slots=True)
class Story:
    """A story that was told: its mails with their threads, and the moment of asking."""

    mails: list[tuple[Message, str]]
    now: datetime
    events: list[Event] = field(default_factory=list)
    colleagues: dict[str, list[Event]] = field(default_factory=dict)
    absences: list[Absence] = field(default_factory=list)
    packet: tuple[datetime, tuple[str, ...]] | None = None


def tell(text: str) -> Story:
    """Read a story in the notation of this module; raise ValueError naming a line that is none."""
    story = Story([], _MONDAY)
    told = False
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        if _tell_event(story, line):
            continue
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"not a line of a story: {line}")
        at = _moment(found["day"], found["week"], found["time"])
        if found["now"]:
            story.now, told = at, True
        else:
            story.mails.append(_mail(number, at, found))
    if not told:
        raise ValueError("a story ends with a line that says now")
    return story


def _tell_event(story: Story, line: str) -> bool:
    """Take in a line about the calendar or the packet; False when *line* is none."""
    if sent := _PACKET.match(line):
        story.packet = _moment(sent["day"], sent["week"], sent["time"]), tuple(sent["who"].split())
        return True
    found = _EVENT.match(line)
    if found is None:
        return False
    start, text = _moment(found["day"], found["week"], found["time"]), found["text"].strip()
    if found["kind"] == "away":
        day, _, week = text.partition("+")
        last = _moment(day, week or None, "12:00")
        story.absences.append(Absence(start.astimezone(ZONE).date(), last.astimezone(ZONE).date()))
        return True
    accepted = ((found["who"], "ACCEPTED"),) if found["who"] and not found["busy"] else ()
    event = Event(
        uid=text, start=start, end=start + timedelta(hours=1), all_day=False, summary=text, partstats=accepted
    )
    if found["busy"]:
        story.colleagues.setdefault(found["who"], []).append(event)
    else:
        story.events.append(event)
    return True


def _moment(day: str, week: str | None, time: str) -> datetime:
    hours, minutes = map(int, time.split(":"))
    days = _DAYS[day.casefold()] + 7 * int(week or 0)
    date = (_MONDAY + timedelta(days=days)).date()
    return datetime(date.year, date.month, date.day, hours, minutes, tzinfo=ZONE).astimezone(UTC)


def _mail(number: int, at: datetime, found: re.Match[str]) -> tuple[Message, str]:
    sender = Address(_name(found["from"]), found["from"])
    parties = [word for word in map(str.strip, found["to"].replace(" cc:", ",cc:").split(",")) if word]
    to = tuple(Address(_name(word), word) for word in parties if not word.startswith("cc:"))
    cc = tuple(Address(_name(word[3:]), word[3:]) for word in parties if word.startswith("cc:"))
    subject = found["subject"] or ""
    thread = subject or "+".join(sorted({sender.address, to[0].address}))
    key = hashlib.sha256(f"{number}{at}{found[0]}".encode()).hexdigest()[:16]
    kind = found["kind"]
    note = None
    if kind in ("note", "done", "promised"):
        outcome = "done" if kind == "done" else "callback"
        note = PhoneNote(sender.name, address=sender.address, outcome=outcome, about=found["text"])
    message = Message(
        key=key, message_id=f"{key}@story.example", in_reply_to=(), references=(), date=at, date_doubt=None,
        arrived=at, from_=Address("Empfang", "empfang@wir.example") if note else sender, via="", reply_to=(), to=to, cc=cc,
        bcc=(), subject=subject, new_text=found["text"].replace("\\n", "\n"), quoted_text="", signature="",
        facts=SignatureFacts(), attachments=(), automatic="auto_reply" if kind == "auto" else None,
        automatic_why="", out_of_office=None, bounce_of=(), calendar=(), note=note, authentication="",
        damage=(), size=0,
    )  # fmt: skip
    return message, thread


def _name(address: str) -> str:
    return address.partition("@")[0].replace(".", " ").title()


def people_of(story: Story, vip: Sequence[str] = ()) -> People:
    """Return who is who in a story: Anna is the owner, wir.example the team, chef@wir.example the manager."""
    book = {a.address: a.name for mail, _ in story.mails for a in (mail.from_, *mail.recipients)}
    customers = [CustomerMatch(domain, Customer(domain, domain, vip=True)) for domain in vip]
    return build([OWNER], managers=[MANAGER], customers=customers, book=book)


def facts_of(story: Story, people: People, reader: Reader) -> list[Facts]:
    """Return the facts of every customer in the story, with *reader* understanding its texts."""
    entries = [
        entry_of(mail, reader(mail.new_text, now=mail.date, zone=ZONE), thread, people)
        for mail, thread in story.mails
    ]
    threads: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for customer in {entry.customer, *entry.to_customers} - {None}:
            threads[str(customer)].add(entry.thread)
    return [
        read(
            customer,
            [e for e in entries if e.thread in known or e.customer == customer or customer in e.to_customers],
            owner=OWNER.address,
        )
        for customer, known in threads.items()
    ]


def packets_of(story: Story) -> list[Handed]:
    """Return the packet that the story sends, with what its mails bring back."""
    if story.packet is None:
        return []
    (at, who), absence = story.packet, story.absences[0]
    kept = Packet(HANDED, at, absence.first, absence.last, tuple((address, "") for address in who))
    parts = [
        Part(number + 1, f"request-{number + 1}", f"Anliegen {number + 1}", who[number // ITEMS], at)
        for number in range(ITEMS * len(who))
    ]
    sent = {f"{HANDED}-{address}": address for address in who}
    expected = Expected(HANDED, at, {address: address for address in who}, sent, parts, (), (OWNER.address,))
    receipts = [receipt for mail, _ in story.mails for receipt in receipts_of(mail, expected)]
    deliveries = [Delivery(name, at, HANDED, address, "sent") for name, address in sent.items()]
    return [
        handed(kept, parts, deliveries, receipts, {address: _name(address) for address in who}, story.now)
    ]


def findings_of(check: Check, example: Example, reader: Reader) -> list[Finding]:
    """Run *check* on *example*, as the tests and the manual do."""
    story = tell(example.mails)
    people = people_of(story, example.vip)
    context = Context(
        story.now,
        WorkCalendar(ZONE, region="DE"),
        people,
        events=story.events,
        deputy_events=story.colleagues,
        absences=story.absences,
        packets=packets_of(story),
    )
    return list(check.run(Ledger(facts_of(story, people, reader)), context))
