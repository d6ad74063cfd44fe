"""`packet build` from a mailbox to files, with whatever people do wrong."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from handover import app
from handover.app.judging import all_facts, facts_of
from handover.app.session import session
from handover.documents.packet import Packet
from handover.errors import UsageError
from tests.packet.boxes import ASKING, JENS, NOW, OWNER, PETER, Mail, settings_of
from tests.packet.inert import faults

FIRST, LAST = date(2026, 3, 30), date(2026, 4, 3)


def built(
    folder: Path, *mails: Mail, first: date | None = FIRST, last: date | None = LAST, **options: object
) -> Packet:
    settings = settings_of(folder, mails, **options)
    packet: Packet = app.packet_build(settings, first, last, out=folder / "out").data["packet"]
    return packet


def page_one(folder: Path) -> str:
    page = (folder / "out" / "handover.html").read_text(encoding="utf-8")
    return page.partition('<section class="page-one"')[2].partition("</section>")[0]


def codes(packet: Packet) -> set[str]:
    return {warning.code for warning in packet.warnings}


def test_an_open_request_is_in_the_packet_once_and_somebody_takes_it(tmp_path: Path) -> None:
    packet = built(tmp_path, ASKING)

    [item] = [item for item in packet.items if item.customer == "acme.example"]
    assert (item.kind, item.assignee) == ("request", PETER)
    assert item.evidence[0].message == "a1"
    assert [dossier.items for dossier in packet.dossiers] == [(item.number,)]


def test_a_quiet_mailbox_gives_a_short_honest_packet(tmp_path: Path) -> None:
    thanks = Mail("Kim <kim@acme.example>", OWNER, 9000, "Thanks", "Thank you, all fine.")

    packet = built(tmp_path, thanks)

    assert packet.items == ()
    page = (tmp_path / "out" / "handover.html").read_text(encoding="utf-8")
    assert "No matter is open" in page
    assert len(page) < 20_000


def test_dates_reversed_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING, first=LAST, last=FIRST)

    assert raised.value.code == "dates-reversed"


def test_an_absence_that_is_over_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING, first=date(2026, 2, 2), last=date(2026, 2, 6))

    assert raised.value.code == "absence-over"


def test_without_dates_and_calendar_it_asks_for_dates(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING, first=None, last=None)

    assert raised.value.code == "no-absence"


def test_without_dates_the_calendar_tells_the_absence(tmp_path: Path) -> None:
    calendar = tmp_path / "anna.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260404\r\nSUMMARY:Urlaub\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    packet = built(tmp_path, ASKING, first=None, last=None, calendar=(str(calendar),))

    assert (packet.absent.first, packet.absent.last) == (FIRST, LAST)


def test_nobody_to_cover_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING, deputy=())

    assert raised.value.code == "no-deputy"


def test_the_owner_cannot_cover_for_themself(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING, deputy=("anna@wir.example",))

    assert raised.value.code == "own-deputy"


def test_an_unknown_deputy_is_said_on_page_one_and_asked_about(tmp_path: Path) -> None:
    packet = built(tmp_path, ASKING, deputy=("stranger@elsewhere.example",))

    assert "warn_outsider" in codes(packet)
    assert "stranger@elsewhere.example does not belong to the team" in page_one(tmp_path)
    assert any(gap.question.code == "gap_deputy" for gap in packet.gaps)


def test_a_late_handover_is_said(tmp_path: Path) -> None:
    late = NOW.date() + timedelta(days=4)

    assert "warn_late" in codes(built(tmp_path, ASKING, first=late, last=LAST))


def test_an_early_handover_is_not(tmp_path: Path) -> None:
    assert "warn_late" not in codes(built(tmp_path, ASKING))


def test_a_mailbox_without_mail_for_days_is_said(tmp_path: Path) -> None:
    old = ASKING._replace(ago=24 * 6)

    assert "warn_stale" in codes(built(tmp_path, old))


def test_a_store_that_was_not_synced_for_days_is_said_on_page_one(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, [ASKING])
    app.packet_build(settings, FIRST, LAST, out=tmp_path / "out")
    assert "Whatever came later is missing here" not in page_one(tmp_path)

    later = replace(settings, now=NOW + timedelta(days=5), sync=False)
    answer = app.packet_build(later, FIRST, LAST, out=tmp_path / "out")

    assert "Whatever came later is missing here" in page_one(tmp_path)
    assert "from-store" in {error.code for error in answer.errors}


def test_building_again_keeps_token_and_numbers_and_says_what_changed(tmp_path: Path) -> None:
    other = Mail(
        "Lee <lee@other.example>", OWNER, 20, "Offer", "Could you send us an offer for three belts?", "b1"
    )
    before = built(tmp_path, ASKING)

    packet = built(tmp_path, other, ASKING)

    assert packet.token == before.token
    numbers = {item.id: item.number for item in packet.items}
    assert [numbers[item.id] for item in before.items] == [item.number for item in before.items]
    assert [change.kind for change in packet.changes] == ["added"]
    assert packet.before == before.built


def test_answers_in_the_sidecar_survive_and_enter_the_packet(tmp_path: Path) -> None:
    built(tmp_path, ASKING)
    sidecar = tmp_path / "out" / "gaps.toml"
    text = sidecar.read_text(encoding="utf-8").replace(
        '"files" = ""', '"files" = "In the safe; \\"Ask Ute\\""'
    )
    sidecar.write_text(text + '\n"an-old-question" = "kept"\n', encoding="utf-8")

    packet = built(tmp_path, ASKING)

    assert {gap.id: gap.answer for gap in packet.gaps}["files"] == 'In the safe; "Ask Ute"'
    answers = tomllib.loads(sidecar.read_text(encoding="utf-8"))["answers"]
    assert answers["an-old-question"] == "kept"
    assert answers["files"] == 'In the safe; "Ask Ute"'


@pytest.mark.parametrize(
    "text",
    ['[answers]\n"files" = "no end', f"number = {'9' * 5000}", f"x = {'[' * 5000}"],
    ids=["syntax", "digits", "deep"],
)
def test_a_broken_sidecar_is_named_and_not_overwritten(tmp_path: Path, text: str) -> None:
    built(tmp_path, ASKING)
    sidecar = tmp_path / "out" / "gaps.toml"
    sidecar.write_text(text, encoding="utf-8")

    with pytest.raises(UsageError) as raised:
        built(tmp_path, ASKING)

    assert raised.value.code == "gaps-broken"
    assert sidecar.read_text(encoding="utf-8") == text


def test_absence_packet_and_record_are_kept_in_the_journal(tmp_path: Path) -> None:
    packet = built(tmp_path, ASKING)

    with session(settings_of(tmp_path, [ASKING])) as opened:
        [absence] = opened.journal.absences()
        [kept] = opened.journal.packets()
        [entry] = opened.journal.record()
    assert (absence.first, absence.last) == (FIRST, LAST)
    assert (kept.token, kept.items) == (packet.token, tuple(item.id for item in packet.items))
    assert entry.kind == "built"
    assert json.loads(entry.content or "")["token"] == packet.token


def test_the_original_mails_lie_beside_the_packet(tmp_path: Path) -> None:
    built(tmp_path, ASKING)

    [mail] = (tmp_path / "out" / "mails").iterdir()
    assert b"When will you deliver the belt?" in mail.read_bytes()
    assert f"mails/{mail.name}" in (tmp_path / "out" / "handover.html").read_text(encoding="utf-8")


def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    built(tmp_path, ASKING)

    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert files
    assert {path.stat().st_mode & 0o077 for path in [*files, tmp_path / "out"]} == {0}


def test_each_of_several_deputies_gets_their_part_and_no_more(tmp_path: Path) -> None:
    customers = tmp_path / "customers.csv"
    customers.write_text(
        "name,match,area\nAcme,acme.example,Belts\nOther,other.example,Lifts\n", encoding="utf-8"
    )
    other = Mail(
        "Lee <lee@other.example>", OWNER, 20, "Liftsecret", "Could you send an offer for the lift?", "b1"
    )

    packet = built(
        tmp_path, ASKING, other, deputy=(f"{PETER}=Belts", f"{JENS}=Lifts"), customers=str(customers)
    )

    assert {item.title: item.assignee for item in packet.items} == {
        "Belt of line 2": PETER,
        "Liftsecret": JENS,
    }
    peters = (tmp_path / "out" / "handover-peter-wir-example.html").read_text(encoding="utf-8")
    assert "Belt of line 2" in peters
    assert "Liftsecret" not in peters


def test_a_name_with_markup_stays_a_name(tmp_path: Path) -> None:
    evil = Mail(
        '"<script>alert(1)</script> [x](javascript:y)" <kim@acme.example>',
        OWNER,
        20,
        "<img src=x onerror=alert(1)> | *bold*",
        "When will you deliver </style><iframe src='https://x.example'> the belt?\n\n# no heading\n> no quote",
    )

    built(tmp_path, evil)

    page = (tmp_path / "out" / "handover.html").read_text(encoding="utf-8")
    text = (tmp_path / "out" / "handover.md").read_text(encoding="utf-8")
    assert list(faults(page)) == []
    assert "<script" not in page
    assert re.search(r"(?<!\\)<|(?<!\\)\]\(", text) is None


def strange_word(number: int) -> str:
    """Return a word that resembles no other."""
    return (
        hashlib.sha256(str(number).encode())
        .hexdigest()[:12]
        .translate(str.maketrans("0123456789", "ghijklmnop"))
    )


@pytest.mark.slow
def test_three_thousand_open_requests_stay_readable(tmp_path: Path) -> None:
    mails = [
        Mail(
            f"Kim <kim{number}@customer{number % 400}.example>",
            OWNER,
            20 + number / 10,
            f"Order {strange_word(number)}",
            f"When will you deliver {' '.join(strange_word(number + 5000 * n) for n in range(1, 6))}?",
            f"m{number}",
        )
        for number in range(3000)
    ]
    settings = settings_of(tmp_path, mails)

    answer = app.packet_build(settings, FIRST, LAST, out=tmp_path / "out", formats=("html", "md"))

    packet: Packet = answer.data["packet"]
    page = (tmp_path / "out" / "handover.html").read_text(encoding="utf-8")
    assert len(packet.items) > 2500
    assert len({item.number for item in packet.items}) == len(packet.items)
    assert list(faults(page)) == []
    assert len(page.encode()) < 4_000_000


def test_customers_long_silent_cost_a_packet_nothing(tmp_path: Path) -> None:
    gone = Mail("Old <old@gone.example>", OWNER, 24 * 300, "Order", "When will you deliver it?", "g1")
    done = Mail(OWNER, gone.from_, 24 * 299, "Re: Order", "It was delivered yesterday.", "g2", ("g1",))
    settings = settings_of(tmp_path, [gone, done, ASKING])

    with session(settings) as opened:
        active = opened.store.active_customers(NOW - timedelta(days=180))
        facts = facts_of(opened.store, active)

        assert active == {"acme.example"}
        assert facts == [each for each in all_facts(opened.store) if each.customer == "acme.example"]
        assert {each.customer for each in all_facts(opened.store)} == {"acme.example", "gone.example"}
