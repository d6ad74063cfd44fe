"""Entries of one customer, generated: what `ledger_growth.py` measures. All names and texts are made up."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from handover.language import read as understand
from handover.ledger import Entry, entry_of
from handover.model import Address, Message, PhoneNote, SignatureFacts
from handover.people import build

START = datetime(2025, 1, 6, 7, tzinfo=UTC)
SPAN = timedelta(days=700)
CUSTOMER = "kunde.example"
OWNER = Address("Anna Wir", "anna@wir.example")
COLLEAGUE = Address("Jens Mit", "jens@wir.example")
BOSS = Address("Vera Chef", "chef@wir.example")
LIST = Address("Nutzer", "nutzer@listen.example")
THINGS = (
    "Förderband Getriebe Rollenbahn Steuerung Dichtung Ventil Schaltschrank Sensor Palette Antrieb Kupplung Presse "
    "Greifer Laufrad Zylinder Pumpe Filter Spindel Motor Kabelbaum conveyor gearbox bearing valve cabinet sensor"
).split()
ASKED = (
    "Guten Tag,\n\nwann kommt die Lieferung für {thing} {number}?\n\nViele Grüße\n{name}",
    "Hallo Frau Wir,\n\nkönnten Sie uns bitte ein Angebot für {thing} und {other} schicken? Es eilt etwas.\n\n{name}",
    "Hello,\n\ncould you tell us when {thing} {number} will be repaired? The {other} is also noisy.\n\nRegards\n{name}",
    "{thing} läuft seit heute Morgen nicht mehr, bitte um Rückruf.",
    "1. Wann liefern Sie {thing}?\n2. Was kostet {other} im nächsten Jahr?",
)
CHASED = (
    "Ich warte noch immer auf eine Antwort wegen {thing}.",
    "Any news on {thing} {number}? I am still waiting.",
    "Zweite Anfrage: Wann kommt {thing}? Das ist nicht mehr hinnehmbar.",
)
HELD = (
    "Wir kümmern uns darum und melden uns bis Freitag.",
    "I will get back to you about {thing} by Friday.",
    "Ich schicke Ihnen das Angebot für {thing} morgen.",
    "Leider verschiebt sich {thing} auf nächsten Montag, wir bitten um Entschuldigung.",
)
ANSWERED = (
    "{thing} {number} geht am Dienstag in den Versand, die Rechnung liegt bei. Es sind 4.200 Euro.",
    "The {thing} was repaired today; it was the {other}. Please find the report attached.",
    "Welche Seriennummer hat {thing}?",
)
ENDED = (
    "Vielen Dank, passt so!",
    "Thanks a lot, that solved it.",
    "Hat sich erledigt, {thing} läuft wieder.",
    "Danke, aber {thing} geht immer noch nicht.",
    "Zur Information: {thing} kommt am Montag an.",
    "Danke, {name}, das war es.",
)
SOLD = ("Wir bieten Ihnen günstige Werbeflächen an. Darf ich Ihnen unser Angebot vorstellen?",)
NUDGED = ("Haben Sie den Kunden wegen {thing} schon angerufen?", "Bitte kümmert sich jemand um {thing}?")


class Maker:
    """Makes the entries of one customer, *size* of them, oldest first; the same for the same *seed*.

    *words* is how many things they speak of; where those are few, some replies lose their thread, too.
    """

    def __init__(self, size: int, people_count: int = 3, words: int = len(THINGS), seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.size, self.made = size, 0
        self.lost = 0.0 if words == len(THINGS) else 0.1
        self.things = THINGS[:words]
        first = ("Kim", "Ada", "Jan", "Eva", "Tom", "Ida", "Max", "Lea")
        self.contacts = [
            Address(
                f"{first[n % 8]} Acker{chr(97 + n // 8 % 26) * (n > 7)}",
                f"{first[n % 8].lower()}{n}@{CUSTOMER}",
            )
            for n in range(people_count)
        ]
        book = {each.address: each.name for each in self.contacts}
        self.people = build([OWNER], managers=[BOSS.address], lists=[LIST.address], book=book)
        self.found: list[Entry] = []

    def say(self, texts: tuple[str, ...]) -> str:
        """Return one of *texts*, filled in."""
        thing, other = self.chance.choice(self.things), self.chance.choice(self.things)
        number = f"{self.chance.randrange(20_000, 20_000 + max(self.size // 8, 20))}"
        name = self.chance.choice(self.contacts).name
        return self.chance.choice(texts).format(thing=thing, other=other, number=number, name=name)

    def add(
        self, texts: tuple[str, ...], from_: Address, to: tuple[Address, ...], subject: str, **more: Any
    ) -> Entry | None:
        """Add one mail and return its entry, None when there are enough."""
        if self.made >= self.size:
            return None
        at = START + SPAN * (self.made / self.size) + timedelta(seconds=self.chance.randrange(50))
        key = hashlib.sha256(f"{self.made}".encode()).hexdigest()[:16]
        fields: dict[str, Any] = {
            "key": key, "message_id": f"{key}@x.example", "in_reply_to": (), "references": (), "date": at,
            "date_doubt": None, "arrived": at, "from_": from_, "via": "", "reply_to": (), "to": to, "cc": (), "bcc": (),
            "subject": subject, "new_text": self.say(texts), "quoted_text": "", "signature": "",
            "facts": SignatureFacts(), "attachments": (), "automatic": None, "automatic_why": "",
            "out_of_office": None, "bounce_of": (), "calendar": (), "note": None, "authentication": "",
            "damage": (), "size": 0,
        }  # fmt: skip
        message = Message(**{**fields, **more})
        signals = understand(message.new_text, now=at)
        lost = self.chance.random() < self.lost
        thread = f"{subject} {self.made}" if lost else subject.removeprefix("AW: ").removeprefix("Re: ")
        entry = entry_of(message, signals, thread, self.people)
        self.found.append(entry)
        self.made += 1
        return entry

    def subject(self) -> str:
        """Return a subject that others may have too."""
        first, second = self.chance.choice(self.things), self.chance.choice(self.things)
        return self.chance.choice(
            (f"{first} {second}", f"{first} {self.chance.randrange(1000, 9999)}", second)
        )


def threads(maker: Maker) -> None:
    """Many threads of two to six mails; several run at a time, one in five is never answered."""
    running: list[tuple[str, Address, int]] = []
    while maker.made < maker.size:
        if len(running) < 12:
            running.append((f"{maker.subject()} #{maker.made}", maker.chance.choice(maker.contacts), 0))
        place = maker.chance.randrange(len(running))
        thread, contact, turn = running[place]
        _turn(maker, thread, contact, turn)
        running[place] = (thread, contact, turn + 1)
        if turn >= maker.chance.choice((1, 3, 4, 5)):
            running.pop(place)


def _turn(maker: Maker, thread: str, contact: Address, turn: int) -> None:
    if turn == 0:
        maker.add(ASKED, contact, (OWNER,), thread)
    elif turn % 2 and maker.chance.random() < 0.8:
        maker.add(HELD if turn == 1 else ANSWERED, OWNER, (contact,), f"AW: {thread}")
    elif turn < 4:
        maker.add(CHASED, contact, (OWNER,), f"AW: {thread}")
    else:
        maker.add(ENDED, contact, (OWNER,), f"AW: {thread}")


def thread(maker: Maker) -> None:
    """One thread for years: questions and answers by turns."""
    while maker.made < maker.size:
        contact = maker.chance.choice(maker.contacts)
        maker.add(ASKED + CHASED, contact, (OWNER,), "Zusammenarbeit")
        maker.add(ANSWERED + HELD, OWNER, (contact,), "Zusammenarbeit")


def list_(maker: Maker) -> None:
    """A list: many contacts ask and help each other, we answer some."""
    while maker.made < maker.size:
        asker, helper = maker.chance.choice(maker.contacts), maker.chance.choice(maker.contacts)
        subject = f"{maker.subject()} #{maker.made}"
        maker.add(ASKED, asker, (LIST,), subject)
        maker.add(ANSWERED, helper, (LIST, asker), f"Re: {subject}")
        if maker.chance.random() < 0.5:
            maker.add(ENDED, asker, (LIST, helper), f"Re: {subject}")
        if maker.chance.random() < 0.3:
            maker.add(ANSWERED, OWNER, (LIST,), f"Re: {subject}")


def silent(maker: Maker) -> None:
    """Nobody ever answers; the subjects come again."""
    while maker.made < maker.size:
        subject = f"{maker.subject()} {maker.made}"
        maker.add(ASKED, maker.chance.choice(maker.contacts), (OWNER,), subject)


def calls(maker: Maker) -> None:
    """Phone notes: callers ask, call again, are promised a call, are called back or not."""
    while maker.made < maker.size:
        contact = maker.chance.choice(maker.contacts)
        outcome = maker.chance.choice(
            ("callback", "callback", "calls_again", "done", "missed", "info", "no_message")
        )
        _call(maker, contact, outcome)


def _call(maker: Maker, contact: Address, outcome: str) -> None:
    about = maker.say(ASKED + CHASED)
    address = contact.address if maker.chance.random() < 0.7 else ""
    promised = outcome != "done" and maker.chance.random() < 0.2
    due = START + SPAN * (maker.made / maker.size) + timedelta(hours=4) if promised else None
    note = PhoneNote(
        contact.name, CUSTOMER, address=address, outcome=outcome, about=about, due=due, promised=promised
    )
    maker.add((about,), COLLEAGUE, (OWNER,), f"Call {maker.made}", note=note)


def mixed(maker: Maker) -> None:
    """All that the ledger tells apart, at random, with few subjects, so that threads and matters meet."""
    strangers = [Address("Pia Fremd", "pia@andere.example"), Address("Ole Gast", "ole@gast.example")]
    open_threads = [maker.subject() for _ in range(10)]
    while maker.made < maker.size:
        roll = maker.chance.random()
        if maker.chance.random() < 0.1:
            open_threads[maker.chance.randrange(10)] = f"{maker.subject()}{' ' * (maker.made % 7)}"
        subject = maker.chance.choice(open_threads)
        contact, stranger = maker.chance.choice(maker.contacts), maker.chance.choice(strangers)
        reply = f"AW: {subject}" if maker.chance.random() < 0.7 else subject
        more: dict[str, Any] = {"cc": (maker.chance.choice(maker.contacts),)} if roll * 100 % 1 < 0.1 else {}
        if roll < 0.05:
            _call(maker, contact, maker.chance.choice(("callback", "calls_again", "done", "missed", "info")))
        elif roll < 0.08:
            helper = maker.chance.choice(maker.contacts)
            maker.add(ANSWERED, helper, (LIST, contact), reply)
            maker.add((f"{helper.name.split()[0]}, danke, das war es.",), contact, (LIST, helper), reply)
        elif roll < 0.09:
            seller = Address(f"Uwe Werber{maker.made % 5}", f"uwe{maker.made % 5}@{CUSTOMER}")
            maker.add(SOLD if maker.made % 2 else CHASED, seller, (OWNER,), f"{subject} {maker.made % 3}")
        elif roll < 0.30:
            to = maker.chance.choice(((OWNER,), (OWNER,), (LIST,), (COLLEAGUE, LIST), (OWNER, BOSS), (BOSS,)))
            maker.add(ASKED + CHASED, contact, to, reply, **more)
        elif roll < 0.42:
            maker.add(
                ENDED + CHASED,
                contact,
                maker.chance.choice(((OWNER,), (LIST, stranger), (OWNER, stranger))),
                reply,
            )
        elif roll < 0.47:
            maker.add(ENDED + ANSWERED, stranger, (LIST, contact), reply, **more)
        elif roll < 0.50:
            maker.add(NUDGED, BOSS, (OWNER,), reply)
        elif roll < 0.53:
            maker.add(ASKED + HELD, OWNER, (COLLEAGUE,), f"WG: {subject}")
        elif roll < 0.56:
            maker.add(HELD, OWNER, (contact,), reply, automatic="auto_reply")
        elif roll < 0.60 and maker.found:
            back = tuple(
                e.message_id or "" for e in maker.chance.sample(maker.found[-20:], min(2, len(maker.found)))
            )
            maker.add(ENDED, contact, (OWNER,), reply, automatic="bounce", bounce_of=back)
        else:
            writer, to = (
                maker.chance.choice((OWNER, COLLEAGUE)),
                maker.chance.choice(((contact,), (contact,), (LIST,))),
            )
            maker.add(HELD + ANSWERED + ANSWERED, writer, to, reply, **more)


KINDS: dict[str, tuple[Callable[[Maker], None], int]] = {
    "threads": (threads, 3),
    "thread": (thread, 3),
    "list": (list_, 200),
    "silent": (silent, 3),
    "calls": (calls, 40),
    "mixed": (mixed, 6),
}
