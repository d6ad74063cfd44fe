"""The example's week against `key`, which was written without sight of the rules (its README tells how)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handover.answer import Answer
from handover.documents.briefing import Briefing

LINES = [json.loads(line) for line in (Path(__file__).parent / "key" / "rows.jsonl").read_text().splitlines()]
RANKS = {line["customer"]: line["rank"] for line in LINES if line["kind"] == "row"}
TOP = 5


@pytest.fixture
def told(told_example: Answer) -> Briefing:
    briefing: Briefing = told_example.data["briefing"]
    return briefing


def test_the_first_five_stand_within_one_place_of_the_key(told: Briefing):
    places = {row.customer: place for place, row in enumerate((*told.rows, *told.further), 1)}
    off = {customer: places[customer] - rank for customer, rank in RANKS.items() if rank <= TOP}

    assert max(map(abs, off.values())) <= 1, off


def test_all_seven_of_the_key_are_told_and_among_the_first_eight(told: Briefing):
    first = [row.customer for row in (*told.rows, *told.further)][:8]

    assert not set(RANKS) - set(first)


def test_nobody_calm_is_among_the_rows(told: Briefing):
    calm = {line["customer"] for line in LINES if line["kind"] == "calm"}

    assert not calm & {row.customer for row in told.rows}


def test_whoever_got_better_is_not_among_the_first_rows(told: Briefing):
    better = {line["customer"] for line in LINES if line["kind"] == "better" and line["required"]}

    assert not better & {row.customer for row in told.rows}


def test_most_who_got_better_are_named_so(told: Briefing):
    better = {line["customer"] for line in LINES if line["kind"] == "better" and line["required"]}
    named = {each.customer for each in told.better}

    assert named >= better - {"holzmanufaktur-wertach.example"}
