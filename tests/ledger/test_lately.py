"""What was mentioned lately and a habit say the same as everything: the risk, the checks, the briefing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.app import judging
from handover.checks.base import REACH, Context, Ledger, all_checks
from handover.codec import dumps, loads
from handover.documents.attention import ABOUT_CUSTOMERS
from handover.documents.briefing import Share
from handover.documents.relief import relief
from handover.documents.weekly import reach, span_of
from handover.ledger import Facts, Reply, Tone, Trace, base_state
from handover.ledger.lately import in_turn, lately, shelves
from handover.ledger.state import WAITING
from handover.metrics import Part, tables
from handover.model import Address, Promise, Quote, Request, Step
from handover.people import People
from handover.risk import assess, assess_at
from handover.store import Store
from handover.worktime import WorkCalendar

BERLIN = ZoneInfo("Europe/Berlin")
WORK = WorkCalendar(BERLIN, region="DE")
NOWS = (
    datetime(2026, 3, 30, 8, tzinfo=BERLIN),  # the clock went forward the day before
    datetime(2026, 10, 26, 8, tzinfo=BERLIN),  # and back
    datetime(2027, 1, 4, 9, 30, tzinfo=BERLIN),
)
CONTACTS = ("kim@acme.example", "lea@acme.example", "ole@acme.example")
AGES = (0, 1, 6, 7, 13, 27, 28, 29, 34, 35, 55, 56, 57, 60, 61, 84, 90, 91, 92, 118, 119, 120, 150, 300, 430)
"""Days before now around which something in the checks or the risk ends."""
THREADS = ("a@acme", "b@acme", "c@acme", "d@acme")
STEPS = (
    "chased held promised answered half_answered closed reopened elsewhere manager_chased escalated".split()
)


@st.composite
def moments(draw: st.DrawFn, now: datetime) -> datetime:
    days = draw(st.sampled_from(AGES)) + draw(st.sampled_from((0.0, 0.0, 0.01, 0.4, -0.01)))
    return (now.astimezone(UTC) - timedelta(days=max(days, 0.0))).replace(microsecond=0)


def quote(at: datetime) -> Quote:
    return Quote(f"k{at.timestamp():.0f}", None, at, "Kim Acker", "Worte")


@st.composite
def requests(draw: st.DrawFn, number: int, now: datetime) -> Request:
    opened, *later = sorted(draw(st.lists(moments(now), min_size=1, max_size=4)))
    steps = [Step("opened", opened, "asks", quote(opened))]
    steps += [Step(draw(st.sampled_from(STEPS)), at, "rule", quote(at)) for at in later]
    return Request(
        id=f"r{number}", customer="acme.example", contact=draw(st.sampled_from(CONTACTS)), contact_name="Kim",
        thread=draw(st.sampled_from(THREADS)), subject=f"Sache {number}", language="de", quote="Wann?", asks=(),
        steps=steps, urgent=draw(st.sampled_from((0.0, 0.0, 0.49996, 0.9))), first_contact=draw(st.booleans()),
        is_inquiry=draw(st.booleans()), deleted=draw(st.integers(0, 9)) == 0,
    )  # fmt: skip


@st.composite
def promises(draw: st.DrawFn, number: int, known: list[Request], now: datetime) -> Promise:
    made, *later = sorted(draw(st.lists(moments(now), min_size=1, max_size=3)))
    steps = [Step(draw(st.sampled_from(("kept", "moved", "withdrawn"))), at, "", quote(at)) for at in later]
    dues = st.none() | moments(now) | moments(now + timedelta(days=40))
    dates = [(made, draw(dues)), *((step.at, draw(dues)) for step in steps if step.kind == "moved")]
    return Promise(
        id=f"p{number}", customer="acme.example", contact=CONTACTS[0],
        request=draw(st.sampled_from([None, *(request.id for request in known)])), by="anna@wir.example",
        made=quote(made), due=dates[-1][1], due_text="", steps=steps, dates=dates, slips=len(dates) - 1,
    )  # fmt: skip


@st.composite
def tones(draw: st.DrawFn, now: datetime) -> Tone:
    at = draw(moments(now))
    return Tone(
        at, draw(st.sampled_from(CONTACTS)), draw(st.sampled_from((-0.8, 0.0, 0.5))), 0.1,
        draw(st.sampled_from((0.0, 0.6, 0.9))), draw(st.sampled_from((0.0, 0.0, 0.8))), quote(at),
        draw(st.sampled_from(THREADS)), draw(st.integers(0, 3)), draw(st.booleans()), draw(st.booleans()),
        draw(st.sampled_from(((), (), ("lea@acme.example",)))), draw(st.integers(0, 5)) == 0,
    )  # fmt: skip


@st.composite
def customers(draw: st.DrawFn) -> tuple[Facts, datetime]:
    now = draw(st.sampled_from(NOWS))
    asked = sorted(
        [draw(requests(number, now)) for number in range(draw(st.integers(0, 6)))], key=lambda r: r.opened.at
    )
    promised = [draw(promises(number, asked, now)) for number in range(draw(st.integers(0, 3)))]
    for request in asked:
        request.promises = [promise for promise in promised if promise.request == request.id]
    said = {tone.at: tone for tone in draw(st.lists(tones(now), max_size=8))}
    replies = {
        at: Reply(at, draw(st.sampled_from(THREADS)), draw(st.booleans()), quote(at))
        for at in draw(st.lists(moments(now), max_size=5))
    }
    facts = Facts("acme.example", asked, promised, in_turn(said.values()), in_turn(replies.values()))
    return facts, now


def context(now: datetime) -> Context:
    return Context(now, WORK, People((Address("Anna", "anna@wir.example"),)))


@settings(max_examples=150, deadline=None)
@given(customers())
def test_a_risk_needs_no_more_than_what_was_mentioned_lately(told: tuple[Facts, datetime]) -> None:
    facts, now = told
    judge = context(now)

    assert assess(lately(facts, now - REACH), now, WORK, judge.allowed) == assess(
        facts, now, WORK, judge.allowed
    )


@settings(max_examples=40, deadline=None)
@given(customers(), st.sampled_from((0.0, 0.2, 0.5, 1.1)))
def test_a_trend_that_was_left_out_is_reckoned_when_it_is_asked_for(
    told: tuple[Facts, datetime], least: float
) -> None:
    facts, now = told
    judge = context(now)
    full = assess(facts, now, WORK, judge.allowed)

    first, then = judge.risk(facts, least), judge.risk(facts)

    assert then == full
    assert first == (replace(full, trend=()) if full.score < least else full)
    assert judge.risk(facts, least) == full


@settings(max_examples=60, deadline=None)
@given(customers())
def test_a_trend_is_what_each_week_says_by_itself(told: tuple[Facts, datetime]) -> None:
    facts, now = told
    judge = context(now)

    risk = assess(facts, now, WORK, judge.allowed)

    alone = [(at, assess_at(facts, at, WORK, judge.allowed).score) for at, _ in risk.trend]
    assert list(risk.trend) == alone


@pytest.mark.parametrize("name", sorted(ABOUT_CUSTOMERS))
@settings(max_examples=50, deadline=None)
@given(told=customers())
def test_a_check_finds_the_same_in_what_was_mentioned_lately(name: str, told: tuple[Facts, datetime]) -> None:
    facts, now = told
    check = all_checks()[name]

    some = list(check.run(Ledger([lately(facts, now - REACH)]), context(now)))

    assert some == list(check.run(Ledger([facts]), context(now)))


@settings(max_examples=30, deadline=None)
@given(customers(), st.integers(0, 60))
def test_the_numbers_and_what_got_better_are_the_same(told: tuple[Facts, datetime], weeks: int) -> None:
    facts, now = told
    day = now.date() - timedelta(weeks=weeks)
    span = span_of(day - timedelta(days=day.weekday()), BERLIN)

    late = lately(facts, min(reach(span), now - REACH))

    def shown(known: Facts) -> object:
        share = Share("", [known], [], {}, context(now))
        part = Part([known], lambda customer: "", WORK)
        return relief([share], span, ()), tables([part], span.first, 12, now)

    assert shown(late) == shown(facts)


@settings(max_examples=60, deadline=None)
@given(customers())
def test_whatever_waits_is_there_whole(told: tuple[Facts, datetime]) -> None:
    facts, now = told

    late = lately(facts, now - REACH)

    waiting = [request for request in facts.requests if base_state(request.steps) in WAITING]
    assert [request for request in late.requests if base_state(request.steps) in WAITING] == waiting
    assert late.begun == facts.begun
    assert late.last_word == facts.last_word
    assert all(late.voices(contact) == facts.voices(contact) for contact in CONTACTS)


@settings(max_examples=25, deadline=None)
@given(customers())
def test_a_store_gives_back_what_was_mentioned_lately(
    tmp_path_factory: pytest.TempPathFactory, told: tuple[Facts, datetime]
) -> None:
    facts, now = told
    path = tmp_path_factory.mktemp("store") / "mail.sqlite"

    with Store.open(str(path)) as store:
        judging._save(store, facts)
        [late] = judging.late_facts(store, now - REACH) or [Facts(facts.customer)]
        [everything] = judging.all_facts(store) or [Facts(facts.customer)]

    wanted = lately(facts, now - REACH)
    assert stored(replace(late, habit=None)) == stored(replace(wanted, habit=None))
    assert stored(replace(everything, habit=None)) == stored(facts)
    judge = context(now)
    assert assess(late, now, WORK, judge.allowed) == assess(everything, now, WORK, judge.allowed)


def stored(facts: Facts) -> tuple[str, ...]:
    """Return *facts* as they are written; promises in the order in which they come back, by their dates."""
    due = sorted(facts.promises, key=lambda p: (p.due is None, p.due or p.made.date, facts.promises.index(p)))
    return (
        dumps(facts.requests, list[Request]), dumps(due, list[Promise]),
        dumps(facts.tones, list[Tone]), dumps(facts.replies, list[Reply]),
    )  # fmt: skip


def asked(name: str, at: datetime, *steps: tuple[str, datetime]) -> Request:
    told = [Step(kind, moment, "rule", quote(moment)) for kind, moment in (("opened", at), *steps)]
    return Request(
        name, "acme.example", "kim@acme.example", "Kim", f"{name}@acme", "Sache", "de", "Wann?", (), told
    )


def test_who_is_used_to_wait_since_long_ago_is_patient_still() -> None:
    now = NOWS[0]
    ago = now - timedelta(days=300)
    old = [
        asked(f"r{n}", ago + timedelta(days=n), ("answered", ago + timedelta(days=n + 9))) for n in range(4)
    ]
    begun = now - timedelta(days=13)
    waits = asked("w", begun, ("chased", begun + timedelta(days=1)))
    facts = Facts("acme.example", [*old, waits], tones=[tone_at(begun)])
    judge = context(now)

    full, impatient = (assess(Facts("acme.example", some, tones=facts.tones), now, WORK, judge.allowed)
                       for some in (facts.requests, [waits]))  # fmt: skip
    late = assess(lately(facts, now - REACH), now, WORK, judge.allowed)

    assert late == full
    assert late.weight("waiting") < impatient.weight("waiting")


def test_what_was_asked_for_again_long_ago_is_kept_and_so_is_the_newest_request() -> None:
    now = NOWS[0]
    ago = now - timedelta(days=300)
    chased = asked("c", ago, ("chased", ago + timedelta(days=1)), ("answered", ago + timedelta(days=2)))
    plain = asked("p", ago + timedelta(days=1), ("answered", ago + timedelta(days=2)))
    newest = asked("n", ago + timedelta(days=5), ("answered", ago + timedelta(days=6)))

    late = lately(Facts("acme.example", [chased, plain, newest]), now - REACH)

    assert [request.id for request in late.requests] == ["c", "n"]


def tone_at(at: datetime) -> Tone:
    return Tone(at, "kim@acme.example", 0.0, 0.0, 0.0, 0.0, quote(at), "w@acme", 2)


def test_traces_come_back_as_they_were_written() -> None:
    at = datetime(2025, 3, 3, 9, tzinfo=UTC)
    tone = Tone(at, "kim@acme.example", 0.25, 0.0, 0.0, 0.0, quote(at), "a@acme", 2, peace=True)
    answered = asked("r", at, ("answered", at + timedelta(hours=1)))
    newer = asked("n", at + timedelta(days=400))

    [trace] = [
        shelf.trace
        for period, shelf in shelves(Facts("acme.example", [answered, newer], tones=[tone])).items()
        if shelf.tones
    ]

    assert len(trace.bygone) == 1
    assert list(trace.content) == ["a@acme"]
    assert loads(Trace, dumps(trace)) == Trace(trace.bygone, trace.voices, trace.content, (*trace.last,))


def test_a_store_of_the_older_form_gives_everything_until_it_is_made_anew(tmp_path: Path) -> None:
    now = NOWS[0]
    ago = now - timedelta(days=300)
    facts = Facts("acme.example", [asked("r", ago, ("answered", ago))], tones=[tone_at(ago)])
    path = str(tmp_path / "mail.sqlite")
    with Store.open(path) as store:
        judging._save(store, facts)
        store.set_fingerprint("ledger", judging.RULES)
        for statement in (
            "CREATE TABLE old(customer TEXT, name TEXT, data NOT NULL, PRIMARY KEY(customer, name)) WITHOUT ROWID",
            "INSERT INTO old SELECT customer, name, data FROM fact WHERE name='tones'",
            "DROP TABLE fact",
            "ALTER TABLE old RENAME TO fact",
            *(f"DROP INDEX {table}_last" for table in ("request", "promise")),
            *(f"ALTER TABLE {table} DROP COLUMN last" for table in ("request", "promise")),
            "PRAGMA user_version=2",
        ):
            store.db.execute(statement)

    with Store.open(path) as store:
        [late] = judging.late_facts(store, now - REACH)
        fingerprint = store.fingerprint("ledger")

    assert stored(late) == stored(facts)
    assert fingerprint is None
