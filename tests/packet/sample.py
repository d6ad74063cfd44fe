"""A packet made by hand that shows every part once, hostile words included: what the golden files are made from."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handover.documents.packet import (
    Absent,
    CalendarItem,
    Change,
    Colleague,
    Contact,
    Deputy,
    Dossier,
    Exchange,
    Finish,
    First,
    Gap,
    Item,
    Meeting,
    Packet,
    PromiseLine,
    QuestionAnswer,
    Said,
    Takeover,
    Where,
)
from handover.model import Quote

BERLIN = ZoneInfo("Europe/Berlin")
BUILT = datetime(2026, 3, 12, 12, 0, tzinfo=BERLIN)
FIRST, LAST, BACK = date(2026, 3, 30), date(2026, 4, 10), date(2026, 4, 13)
ANNA = Colleague("anna@wir.example", "Anna Wir", "Vertrieb", phone="+49 821 99998-1")
PETER = Colleague("peter@wir.example", "Peter Lind", "Projektleiter", "Bänder", "+49 821 99998-2", "de")
JENS = Colleague("jens@wir.example", "Jens West", "Fachmann für Lager", "Lager", "+49 821 99998-3", "en")
CHEF = Colleague(
    "chef@wir.example", "Dr. Eva Rau", "Leiterin Vertrieb", phone="+49 821 99998-9", manager=True
)
UTE = Colleague("ute@wir.example", "Ute Zahl", "Buchhalterin", "Rechnungen", "+49 821 99998-7")


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def quote(key: str, when: datetime, from_: str, words: str) -> Quote:
    return Quote(key, f"{key}@box.example", when, from_, words)


ASKED = quote("a1", at(9, 9), "Kim Berg", "Wann liefern Sie das Band für Linie 2? Wir warten seit Wochen.")
AGAIN = quote("a2", at(11, 9), "Kim Berg", "Ich habe immer noch nichts gehört. <b>Bitte</b> melden Sie sich!")
PROMISED = quote("a3", at(10, 16), "Anna Wir", "Sie bekommen das Band bis Dienstag.")

REQUEST = Item(
    1,
    "request-11111111",
    "request",
    "Band für Linie 2 <script>alert(1)</script> *fett* | Spalte",
    "red",
    "held",
    PETER.address,
    "area",
    BUILT,
    customer="acme.example",
    contact="kim@acme.example",
    contact_name="Kim Berg",
    phone="+49 821 99997-5",
    language="de",
    since=at(9, 9),
    due=at(31, 17),
    chasers=2,
    asks=("Wann liefern Sie das Band für Linie 2?", '=HYPERLINK("x") </style> & Co.'),
    promises=(PromiseLine("p1", "overdue", at(10, 17), "Dienstag", 1, ("free",), PROMISED, "de"),),
    reasons=(
        Said("unanswered.chased", {"count": 2}),
        Said("unanswered.waited", {"hours": 21.5, "allowed": 8.0}),
    ),
    evidence=(ASKED, PROMISED, AGAIN),
)
PROMISE = Item(
    2,
    "promise-22222222",
    "promise",
    "Quote for the lift",
    "info",
    "due",
    JENS.address,
    "replaces",
    BUILT,
    customer="lift.example",
    contact="lee@lift.example",
    contact_name="Lee Moss",
    language="en",
    since=at(11, 10),
    due=at(1, 17, month=4),
    instead_of=PETER.address,
    promises=(
        PromiseLine(
            "p2",
            "due",
            at(1, 17, month=4),
            "1 April",
            0,
            (),
            quote("b1", at(11, 10), "Anna Wir", "You will have the quote by 1 April."),
            "en",
        ),
    ),
)
EVENT = Item(
    3,
    "event-33333333",
    "event",
    "Abnahme Acme",
    "red",
    "holder_busy",
    JENS.address,
    "replaces",
    BUILT,
    customer="acme.example",
    due=at(30, 10),
    instead_of=PETER.address,
    reasons=(Said("event_holder_busy", {"who": PETER.address}),),
)
DUTY = Item(
    4,
    "duty-44444444",
    "duty",
    "Quartalsbericht Q1/2025",
    "info",
    "nobody",
    PETER.address,
    "covers",
    BUILT,
    due=at(2, 8, month=4),
    reasons=(Said("sent_before", {"rhythm": "yearly"}, day=date(2025, 4, 2)),),
    evidence=(
        Quote(
            "d1", "d1@box.example", at(2, 9, month=4) - timedelta(days=365), "", "Anbei der Quartalsbericht."
        ),
    ),
)


def sample() -> Packet:
    """Return the packet."""
    return Packet(
        token="H-TEST",
        built=BUILT,
        absent=Absent(ANNA, FIRST, LAST, BACK),
        deputies=(
            Deputy(PETER, ("Bänder",), JENS.address, (date(2026, 4, 2),)),
            Deputy(JENS, ("Lager",)),
        ),
        items=(REQUEST, PROMISE, EVENT, DUTY),
        first=(
            First(3, FIRST, Said("first_event", at=at(30, 10))),
            First(1, FIRST, Said("first_overdue", {"slips": 1}, at=at(10, 17))),
            First(2, date(2026, 3, 31), Said("first_due", at=at(1, 17, month=4))),
        ),
        warnings=(
            Said("warn_nobody", day=date(2026, 4, 2)),
            Said("warn_stale", {"count": 5}, at=at(7, 12)),
            Said(
                "warn_away", {"who": "Peter Lind", "count": 1}, day=date(2026, 4, 2), until=date(2026, 4, 2)
            ),
        ),
        escalation=(CHEF,),
        colleagues=(UTE, CHEF),
        dossiers=(_acme(), _lift()),
        calendar=(
            CalendarItem(
                3,
                at(30, 10),
                at(30, 12),
                False,
                "Abnahme Acme",
                "Halle 2, Tor 4; hinten",
                "acme.example",
                ("Kim Berg",),
                problem="holder_busy",
                uid="u3",
            ),
            CalendarItem(
                4,
                at(2, 8, month=4),
                at(2, 8, month=4),
                True,
                "Quartalsbericht Q1/2025",
                recurring=True,
                source="earlier",
                earlier=(date(2025, 4, 2),),
            ),
        ),
        cancelled=(Meeting(at(8, 9, month=4), False, "Jour fixe"),),
        takeovers=(
            Takeover("over", PETER.address, at(27, 9), at(27, 9, 30)),
            Takeover("back", JENS.address, at(13, 9, month=4), at(13, 9, 30, month=4), exists=True),
        ),
        questions=(
            QuestionAnswer(
                quote("f1", at(2, 9), "Ina Ort", "Wo finde ich die CE-Erklärung?"),
                quote(
                    "f2",
                    at(2, 11),
                    "Anna Wir",
                    "Im Portal unter „Dokumente“.\n\nDort die Seriennummer eingeben.",
                ),
                2,
                (quote("f1", at(2, 9), "Ina Ort", ""), quote("f3", at(5, 9), "Kim Berg", "")),
                "de",
            ),
        ),
        gaps=(
            Gap("files", Said("gap_files"), "Laufwerk P:\\Projekte, Ute gibt Zugang."),
            Gap(
                "event-33333333",
                Said("gap_event", {"title": "Abnahme Acme", "who": JENS.address}, at=at(30, 10)),
            ),
        ),
        changes=(
            Change("added", 1, "Band für Linie 2"),
            Change("changed", 2, "Quote for the lift", Said("changed_due", at=at(1, 17, month=4))),
            Change(
                "changed", 3, "Abnahme Acme", Said("changed_state", {"was": "taken", "now": "holder_busy"})
            ),
            Change("gone", 9, "Alte Sache"),
        ),
        before=at(10, 8),
        left_out=2,
        to_finish=(
            Finish(
                "callback", 0, at(26, 10), Said("finish_slot", {"who": "kim@acme.example"}, at=at(26, 10))
            ),
            Finish(
                "promise",
                1,
                at(10, 17),
                Said("finish_promise_late", {"words": PROMISED.quote, "slips": 1}, at=at(10, 17)),
            ),
            Finish("alone", 3, at(30, 10), Said("finish_nobody")),
            Finish("answer", 2, at(13, 12), Said("finish_answer", at=at(13, 12))),
        ),
        watches_deputies=True,
    )


def _acme() -> Dossier:
    return Dossier(
        "acme.example",
        "Acme & Söhne",
        PETER.address,
        "area",
        "Bänder",
        "de",
        "Europe/Vienna",
        "+49 821 99997-1",
        vip=True,
        interrupt=True,
        answer_hours=4.0,
        contacts=(
            Contact(
                "Kim Berg",
                "kim@acme.example",
                "Einkauf",
                "+49 821 99997-5",
                "+49 171 3920001",
                "de",
                at(11, 9),
            ),
        ),
        items=(1, 3),
        meetings=(
            Meeting(at(30, 10), False, "Abnahme Acme", "Halle 2", 3),
            Meeting(at(20, 9, month=4), False, "Jahresgespräch"),
        ),
        score=0.72,
        rising=True,
        trend=(0.0, 0.1, 0.1, 0.3, 0.5, 0.72),
        tone=-0.5,
        risks=(
            Said("escalations.chasers", {"count": 2}),
            Said("escalations.promise_broken", {"count": 1, "slips": 1}),
        ),
        say=(
            Said("say_listen"),
            Said("say_overdue_again", {"words": "Sie bekommen das Band bis Dienstag."}, at=at(10, 17)),
        ),
        never=(Said("never_free", {"who": "Dr. Eva Rau"}), Said("never_another_date")),
        last=(
            Exchange(True, PROMISED, "de"),
            Exchange(False, AGAIN, "de"),
        ),
        where=(
            Where(
                "Zeichnung_<7>.pdf",
                "acme.example",
                at(9, 9),
                "Kim Berg",
                False,
                "a1",
                "a1@box.example",
                48_000,
            ),
            Where(
                "https://portal.example/acme",
                "acme.example",
                at(10, 16),
                "Anna Wir",
                True,
                "a3",
                None,
                -1,
                True,
            ),
        ),
    )


def _lift() -> Dossier:
    return Dossier(
        "lift.example",
        "lift.example",
        JENS.address,
        "area",
        language="en",
        items=(2,),
        say=(Said("say_due", {"words": "You will have the quote by 1 April."}, at=at(1, 17, month=4)),),
    )
