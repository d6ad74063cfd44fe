"""A briefing made by hand that shows every part once, hostile words included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handover.documents.briefing import Actor, Better, Briefing, Row, Stale
from handover.documents.coming import Coming, Holiday
from handover.documents.simmer import Simmer, Turning
from handover.metrics import Spread, Tables, Usual, Week, week_of
from handover.model import Assignee, Coverage, Finding, Quote, Reason, Severity
from handover.risk import Component

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 16, 7, tzinfo=BERLIN)
MONDAY = date(2026, 3, 9)
MARKUP = 'Alder & Söhne <script>alert("1")</script>'
SCRIPT = "Das dauert schon drei Wochen. </script><script>alert(2)</script> Bitte melden Sie sich."
BIDI = "We trust you \u202egnp.exe\u202c no longer, and \u2066this\u2069 is the last call."
COVERAGE = Coverage(
    "maildir:/home/anna/Maildir", 2, 120, 0, NOW - timedelta(days=90), NOW - timedelta(hours=15)
)


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=BERLIN)


def quote(id_: str, when: datetime, writer: str, words: str) -> Quote:
    return Quote(f"key{id_}", f"{id_}@box.example", when, writer, words)


def finding(number: int, customer: str, name: str, words: str, **changes: object) -> Finding:
    """Return a finding of `escalations` about *customer*."""
    asked = quote(f"a{number}/{customer}", at(2), "Kim Berg", "Wann kommt das Band?")
    again = quote(f"b{number}%", at(12), "Kim <b>Berg</b>", words)
    found = Finding(
        id=f"escalations-{number:08x}",
        check="escalations",
        severity=Severity.RED,
        customer=customer,
        contact=f"kim@{customer}",
        assignee=Assignee("peter@wir.example", "area"),
        key="key",
        thread="a1@box.example",
        message="a1@box.example",
        event=None,
        state=None,
        since=at(2),
        due=None,
        waited_hours=80.0,
        elapsed_hours=330.0,
        chasers=2,
        slips=0,
        score=0.8,
        title="heats_up",
        values={"name": name, "words": words},
        reasons=(Reason("chasers", {"count": 2}, 0.6), Reason("waiting", {"hours": 80.0}, 0.35)),
        evidence=(asked, again),
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def simmering(*scores: float) -> Simmer:
    """Return a customer whose score was *scores*, week by week."""
    trend = tuple((NOW - timedelta(weeks=len(scores) - 1 - n), score) for n, score in enumerate(scores))
    words = quote("turn", at(5), "Kim Berg", "So <i>geht</i> das nicht, ich warte seit Montag.")
    parts = (Component("chasers", 0.44, {"count": 2}, words), Component("waiting", 0.3, {"hours": 80.0}))
    return Simmer(scores[-1], parts, trend, Turning(at(5), 0.4, words), "answer")


def row(number: int, customer: str, name: str, words: str, change: str = "new", **changes: object) -> Row:
    actor = Actor("peter@wir.example", "Peter Lind", "Projektleiter", "Bänder", "+49 821 99998-2", "area")
    return Row(
        customer=customer,
        name=name,
        owner="",
        area="Bänder",
        finding=finding(number, customer, name, words, **changes),
        others=(),
        anger=0.8,
        score=0.9,
        change=change,
        actor=actor,
        risk=simmering(0.1, 0.1, 0.2, 0.6, 0.7, 0.8),
    )


def rows() -> tuple[Row, ...]:
    """Return three rows: markup in a name, a script in a quote, an unchanged one."""
    other = finding(9, "alder.example", "Kim", "Und das Angebot?", check="unanswered", title="waits")
    return (
        replace(row(1, "alder.example", MARKUP, SCRIPT), others=(other,)),
        row(2, "birch.example", "Birch Ltd", BIDI, "worse", severity=Severity.AMBER),
        row(3, "cedar.example", "Cedar [a](http://evil.example)", "=cmd|' /C calc'!A0", "same"),
    )


def weeks(*opened: int, slow: bool = False) -> tuple[Week, ...]:
    """Return weeks up to that of the briefing, by how many requests were opened."""
    return tuple(
        _week(MONDAY - timedelta(weeks=len(opened) - 1 - n), count, slow) for n, count in enumerate(opened)
    )


def _week(monday: date, opened: int, slow: bool) -> Week:
    median = None if slow or not opened else 2.5
    spread = Spread(median, None, opened)
    return Week(
        week_of(monday), monday, monday + timedelta(days=6), opened, opened // 2, opened, opened // 4,
        spread, spread, 1, 1, opened // 5, opened // 6, (1, opened, 0, 0),
    )  # fmt: skip


def tables(customers: int = 3) -> Tables:
    """Return twelve weeks of which the last is outside its usual range; *customers* and two areas."""
    told = weeks(4, 5, 4, 6, 5, 4, 5, 6, 4, 5, 5, 30)
    names = [f"k{number:03}.example" for number in range(customers)]
    usual = {"opened": Usual(0, 9.5), "first_answer_median": Usual(1.0, 4.0)}
    return Tables(
        weeks=told,
        areas={"": weeks(*[1] * 12), "Bänder <b>": weeks(*[2] * 12, slow=True)},
        customers={"alder.example": told, **{name: weeks(*[1] * 12) for name in names}},
        usual=usual,
        usual_areas={},
        usual_customers={"alder.example": usual},
        now=NOW,
        running=False,
    )


def further(count: int) -> tuple[Row, ...]:
    """Return *count* more customers: every third amber, scores that differ."""
    return tuple(
        replace(
            row(100 + n, f"firma{n:03}.example", f"Firma {n:03}", f"Frage Nummer {n}?"),
            finding=finding(
                100 + n, f"firma{n:03}.example", f"Firma {n:03}", f"Frage Nummer {n}?",
                severity=Severity.RED if n % 3 else Severity.AMBER, since=at(1) + timedelta(hours=(n * 7) % 90),
            ),
            risk=simmering(0.1, round(0.1 + (n * 37 % 80) / 100, 2)),
        )
        for n in range(count)
    )  # fmt: skip


def sample(more: int = 2) -> Briefing:
    """Return a full briefing with *more* further customers."""
    numbers = tables()
    return Briefing(
        week="2026-W11",
        first=MONDAY,
        last=MONDAY + timedelta(days=6),
        since=None,
        team=(),
        rows=rows(),
        further=further(more),
        more=more,
        better=(
            Better(
                "elm.example", "Elm <b>AG</b>", "Eva Elm", "Ersatzteil", at(11), 12.0, 1, 0, "answered", True
            ),
        ),
        weeks=numbers.weeks,
        absences=(Coming("", date(2026, 3, 30), date(2026, 4, 10), "no_packet"),),
        holidays=(Holiday(date(2026, 4, 3), "Karfreitag", ("DE-BY", "AT"), 4),),
        stale=(Stale("", None, at(6)),),
        tables=numbers,
    )


def quiet() -> Briefing:
    """Return a week in which nobody needs anything."""
    numbers = weeks(*[2] * 12)
    return replace(
        sample(0), rows=(), better=(), absences=(), stale=(), weeks=numbers,
        tables=replace(tables(0), weeks=numbers, customers={}, areas={}, usual={}, usual_customers={}),
    )  # fmt: skip


def team(names: Sequence[str] = ("Anna Wir", "Jens <West>")) -> Briefing:
    """Return the briefing of several owners, one of whose mailboxes could not be looked at."""
    told = sample(3)
    owned = tuple(replace(each, owner=names[n % len(names)]) for n, each in enumerate(told.rows))
    return replace(told, team=tuple(names), rows=owned, missing=("Ute Zahl",))
