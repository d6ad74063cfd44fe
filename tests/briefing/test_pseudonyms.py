"""`--pseudonymise`: nobody's name, address or words, the same pseudonym every week, resolved on this machine only."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.briefing.test_briefing import MONDAY, NEXT_MONDAY
from tests.conftest import Handover

NAMES = ("haertle", "härtle", "kögel", "koegel", "vandermeer", "klein", "presswerk", "westermann", "guggemos", "ambros")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_nobody_is_named_and_nobody_is_quoted(
    handover: Handover, at_example: list[str], form: tuple[str, ...]
):
    run = handover("briefing", *at_example, *MONDAY, "--pseudonymise", *form)

    told = run.out.casefold()
    assert re.search(r"\bk-[a-z2-7]{6}\b", told)
    assert [name for name in NAMES if name in told] == []
    assert "@" not in told
    assert [name for name in NAMES if name in run.err.casefold()] == []


def test_a_customer_keeps_the_pseudonym_and_is_found_again(handover: Handover, at_example: list[str]):
    plain = handover("briefing", *at_example, *MONDAY, "--json").json["data"]["briefing"]
    first = handover("briefing", *at_example, *MONDAY, "--pseudonymise", "--json").json["data"]["briefing"]
    later = handover("briefing", *at_example, *NEXT_MONDAY, "--pseudonymise", "--json").json["data"]["briefing"]
    pseudonym = first["rows"][0]["customer"]
    found = handover("privacy", "resolve", pseudonym.lower(), *at_example, "--json").json["data"]

    assert found == {"pseudonym": pseudonym, "name": plain["rows"][0]["customer"]}
    assert pseudonym in {row["customer"] for row in later["rows"] + later["further"]}


def test_a_pseudonym_that_nobody_bears_is_said(handover: Handover, at_example: list[str]):
    handover("sync", *at_example)
    run = handover("privacy", "resolve", "K-AAAAAA", *at_example, "--lang", "en")

    assert run.code == 2
    assert "K-AAAAAA" in run.err


def test_a_damaged_key_is_said_and_not_replaced(handover: Handover, at_example: list[str], home: Path):
    handover("briefing", *at_example, *MONDAY, "--pseudonymise")
    (key,) = home.rglob("pseudonyms.key")
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_bytes(b"short")
    run = handover("briefing", *at_example, *MONDAY, "--pseudonymise")

    assert run.code == 4
    assert "beschädigt" in run.err
    assert key.read_bytes() == b"short"


def test_the_findings_keep_what_is_no_name(handover: Handover, at_example: list[str]):
    run = handover("briefing", *at_example, *MONDAY, "--pseudonymise", "--json")

    finding = run.json["findings"][0]
    assert finding["severity"] == "red"
    assert finding["chasers"]
    assert finding["message"] is None
    assert {each["quote"] for each in finding["evidence"]} == {"…"}
    assert json.dumps(finding["reasons"])
