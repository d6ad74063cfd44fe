"""The packet of the example: everything of the answer key that is open, once, and with somebody who is there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from handover.app.calendars import read_calendars
from handover.app.checking import context_of, facts_now, findings
from handover.app.examples import NOW, example_settings, lay_out_example
from handover.app.packets import packet_build
from handover.app.session import session
from handover.checks.base import all_checks
from handover.config.resolve import resolve
from handover.documents.packet import Packet
from handover.ledger import is_waiting, promise_state
from handover.model import PromiseState
from tests.demo.key import BERLIN, Line, Result, key_lines, name_of
from tests.packet.inert import faults

OPEN = ("open", "held", "promised")
DUE = ("due", "overdue", "moved", "vague")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Packet, Result, Path]:
    folder: Path = tmp_path_factory.mktemp("packet-demo")
    maildir = lay_out_example(folder)
    base = resolve({"config": "/dev/null", "spoken": "de"}, lambda zone: NOW.astimezone(zone))
    settings = example_settings(base, maildir, folder / "state")
    answer = packet_build(settings, out=folder / "out")
    with session(settings) as opened:
        calendars = read_calendars(settings, opened.errors, opened.coverage)
        facts = facts_now(opened, list(all_checks().values()), context_of(opened, calendars))
        result = Result(settings.now, findings(opened), facts)
    return answer.data["packet"], result, folder / "out"


def lines_of(kind: str) -> list[Line]:
    return [line for line in key_lines() if line["kind"] == kind and not line.get("optional")]


@pytest.mark.parametrize("line", [x for x in lines_of("request") if x["state"] in OPEN], ids=name_of)
def test_an_open_request_of_the_key_is_there_once_and_assigned(
    line: Line, demo: tuple[Packet, Result, Path]
) -> None:
    packet, result, _ = demo
    found = result.requests.get(line["opened"], [])
    number = line.get("part", 1) - 1
    if number >= len(found) or not is_waiting(found[number], result.now) or found[number].is_solicitation:
        pytest.skip("the ledger itself does not hold it open")

    items = [item for item in packet.items if item.id == f"request-{found[number].id}"]

    assert len(items) == 1
    assert items[0].assignee in {deputy.who.address for deputy in packet.deputies}


@pytest.mark.parametrize("line", [x for x in lines_of("promise") if x["state"] in DUE], ids=name_of)
def test_an_open_promise_of_the_key_is_there_once_and_assigned(
    line: Line, demo: tuple[Packet, Result, Path]
) -> None:
    packet, result, _ = demo
    found = [p for p in result.promises.get(line["made"], []) if str(promise_state(p, result.now)) in DUE]
    if not found:
        pytest.skip("the ledger itself does not hold it open")

    for promise in found:
        overdue = promise_state(promise, result.now) is PromiseState.OVERDUE
        holders = [item for item in packet.items if promise.id in (each.id for each in item.promises)]
        assert len(holders) == 1 or (overdue and promise.due and (result.now - promise.due).days > 60)
        assert all(item.assignee for item in holders)


@pytest.mark.parametrize("line", lines_of("absence"), ids=name_of)
def test_an_event_of_the_key_is_there_once_with_somebody_who_can_come(
    line: Line, demo: tuple[Packet, Result, Path]
) -> None:
    packet, _, _ = demo
    day = line["start"][:10]

    places = [
        p for p in packet.calendar if p.uid == line["event"] and str(p.start.astimezone(BERLIN).date()) == day
    ]

    assert len(places) == 1
    item = packet.item(places[0].item)
    assert item is not None
    away = {deputy.who.address: deputy.away for deputy in packet.deputies}
    assert date.fromisoformat(day) not in away[item.assignee]


def test_nothing_is_in_it_twice_and_nothing_without_somebody(demo: tuple[Packet, Result, Path]) -> None:
    packet, _, _ = demo
    deputies = {deputy.who.address for deputy in packet.deputies}

    assert max(Counter(item.id for item in packet.items).values()) == 1
    assert max(Counter(line.id for item in packet.items for line in item.promises).values()) == 1
    assert {item.assignee for item in packet.items} <= deputies
    assert "sabine.koegel@fuggerfeld.example" not in deputies


def test_whoever_is_double_booked_or_away_is_replaced(demo: tuple[Packet, Result, Path]) -> None:
    packet, _, _ = demo
    problems = {
        place.summary: (place.problem, item.assignee)
        for place in packet.calendar
        if (item := packet.item(place.item)) is not None
    }

    assert problems["Vorabnahme Linie 4, Molkerei Allgäuer Tal"] == (
        "holder_busy",
        "carla.neumann@fuggerfeld.example",
    )
    assert problems["Besichtigung Kunststofftechnik Obermaier"][0] == "holder_away"
    assert problems["Probelauf Taktstraße 3"] == ("", "peter.lindner@fuggerfeld.example")


def test_seasonal_duties_are_known_from_last_year_and_frequent_questions_from_this_one(
    demo: tuple[Packet, Result, Path],
) -> None:
    packet, _, _ = demo

    [report] = [place for place in packet.calendar if place.source == "earlier"]
    post = next(place for place in packet.calendar if place.summary.startswith("Weihnachtspost"))
    assert report.summary.startswith("Quartalsbericht")
    assert date(2025, 12, 1) in post.earlier
    answers = " ".join(entry.answer.quote for entry in packet.questions)
    assert "Kundenportal" in answers
    assert "zehn Arbeitstage" in answers
    assert "10 bis 25 Grad" in answers


def test_every_page_is_inert_and_small(demo: tuple[Packet, Result, Path]) -> None:
    _, _, folder = demo
    pages = sorted(folder.glob("*.html"))

    assert len(pages) == 5
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert list(faults(text)) == [], page.name
        assert len(text.encode()) < 2_000_000


@pytest.mark.slow
def test_page_one_fits_on_one_sheet(demo: tuple[Packet, Result, Path]) -> None:
    weasyprint = pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    _, _, folder = demo

    for page in sorted(folder.glob("handover*.html")):
        document = weasyprint.HTML(string=page.read_text(encoding="utf-8")).render()
        sheets = [sheet.anchors for sheet in document.pages]
        assert "top" in sheets[0]
        assert "tasks" in sheets[1], page.name
        assert "changes" not in sheets[0]
