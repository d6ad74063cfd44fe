"""A second manager's Monday against its key, written without sight of the rules (`week/key/README.md` tells how)."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from handover.app.briefing import weekly
from handover.config.resolve import resolve
from handover.documents.briefing import Briefing
from handover.layout import lay_out

WEEK = Path(__file__).parent / "week"
LINES = [json.loads(line) for line in (WEEK / "key" / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
RANKS = {line["customer"]: line["rank"] for line in LINES if line["kind"] == "row"}
TOP = 5


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    folder = tmp_path_factory.mktemp("week")
    house = tomllib.loads((WEEK / "house.toml").read_text(encoding="utf-8"))
    moment: datetime = house["now"]
    lay_out(WEEK, folder / "Maildir")
    given: dict[str, Any] = {
        "config": "/dev/null",
        "mail": (str(folder / "Maildir"),),
        "me": (house["owner"],),
        "team": tuple(house["team"]),
        "manager": (house["manager"],),
        "customers": str(WEEK / house["customers"]),
        "calendar": (str(WEEK / house["calendar"]),),
        "spoken": "de",
        "now": moment.isoformat(),
    }
    settings = resolve(given, lambda zone: moment.astimezone(zone))
    briefing: Briefing = weekly([replace(settings, state_dir=folder / "state")]).data["briefing"]
    return briefing


def of_key(kind: str, **wanted: bool) -> set[str]:
    return {line["customer"] for line in LINES if line["kind"] == kind and wanted.items() <= line.items()}


def test_the_seven_of_the_key_are_the_rows_and_the_first_five_stand_within_one_place(told: Briefing) -> None:
    places = {row.customer: place for place, row in enumerate(told.rows, 1)}

    assert set(places) == set(RANKS)
    off = {customer: places[customer] - rank for customer, rank in RANKS.items() if rank <= TOP}
    assert max(map(abs, off.values())) <= 1, off


def test_who_got_better_is_named_and_nobody_else(told: Briefing) -> None:
    named = {each.customer for each in told.better}

    assert of_key("better", required=True) <= named <= of_key("better")


def test_nobody_who_is_calm_is_told_at_all(told: Briefing) -> None:
    assert not of_key("calm") & {row.customer for row in (*told.rows, *told.further)}
