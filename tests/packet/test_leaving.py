"""What the owner should finish before leaving: in her own list, and nowhere in a deputy's part."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

from handover import app
from handover.app.session import session
from handover.documents.building import part_for
from handover.documents.packet import Finish, Packet
from tests.packet.boxes import ASKING, BERLIN, JENS, NOW, OWNER, PETER, Mail, settings_of
from tests.packet.inert import faults

FIRST, LAST = date(2026, 3, 30), date(2026, 4, 3)
KIM = "Kim Berg <kim@acme.example>"


def built(folder: Path, *mails: Mail, first: date = FIRST, last: date = LAST, **options: object) -> Packet:
    settings = settings_of(folder, mails, **options)
    packet: Packet = app.packet_build(settings, first, last, out=folder / "out").data["packet"]
    return packet


def answered_by(text: str, hours: float = 6) -> tuple[Mail, Mail]:
    return ASKING, Mail(OWNER, KIM, hours, "Re: Belt of line 2", text, "a2", ("a1",))


def only(packet: Packet) -> Finish:
    [line] = packet.to_finish
    return line


def test_a_promise_due_before_the_absence_is_the_owners_to_keep(tmp_path: Path) -> None:
    packet = built(tmp_path, *answered_by("You will have the belt by 20 March."))

    line = only(packet)
    assert (line.kind, line.why.code) == ("promise", "finish_promise")
    assert line.by is not None
    assert line.by.astimezone(BERLIN).date() == date(2026, 3, 20)


def test_a_promise_due_in_the_absence_is_the_deputys(tmp_path: Path) -> None:
    packet = built(tmp_path, *answered_by("You will have the belt by 31 March."))

    assert packet.to_finish == ()
    assert [item.assignee for item in packet.items] == [PETER]


def test_a_promised_call_comes_before_everything_else(tmp_path: Path) -> None:
    other = ASKING._replace(from_="Lee <lee@lift.example>", id="b1", subject="Lift", ago=200)

    packet = built(tmp_path, other, *answered_by("I will call you on 20 March at 10 o'clock."))

    assert [line.kind for line in packet.to_finish] == ["callback", "answer"]
    assert packet.to_finish[0].why.code == "finish_callback"


def test_a_request_whose_answer_time_ends_before_the_absence_is_on_the_list(tmp_path: Path) -> None:
    packet = built(tmp_path, ASKING)

    assert (only(packet).kind, only(packet).item) == ("answer", packet.items[0].number)


def test_one_whose_answer_time_runs_into_the_absence_is_not(tmp_path: Path) -> None:
    known = Mail(KIM, OWNER, 2000, "Thanks", "Thank you, all fine.")

    packet = built(tmp_path, known, ASKING._replace(ago=1), first=date(2026, 3, 13), last=LAST)

    assert packet.to_finish == ()
    assert len(packet.items) == 1


def test_what_somebody_else_decides_is_settled_with_them_first(tmp_path: Path) -> None:
    promised = answered_by("We will refund the 900 EUR by 31 March.")

    packet = built(tmp_path, *promised, manager=("eva.rau@wir.example",))

    line = only(packet)
    assert (line.kind, line.why.code) == ("alone", "finish_leave")
    assert line.why.values["who"] == "Eva Rau"


def test_a_matter_for_which_nobody_is_there_stays_with_the_owner(tmp_path: Path) -> None:
    away = tmp_path / "peter.ics"
    away.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260328\r\nDTEND;VALUE=DATE:20260405\r\nSUMMARY:Urlaub\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    packet = built(
        tmp_path,
        *answered_by("You will have the belt by 31 March."),
        deputy_calendar=(f"{PETER}={away}",),
    )

    assert (only(packet).kind, only(packet).why.code) == ("alone", "finish_nobody")


def test_a_time_reserved_for_a_call_in_the_absence_is_named(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, [ASKING])
    start = datetime(2026, 3, 31, 10, 0, tzinfo=BERLIN)
    with session(settings) as opened:
        opened.journal.reserve(start, start + timedelta(minutes=15), "kim@acme.example", NOW)

    packet: Packet = app.packet_build(settings, FIRST, LAST, out=tmp_path / "out").data["packet"]

    line = packet.to_finish[0]
    assert (line.kind, line.item, line.why.code, line.by) == ("callback", 0, "finish_slot_inside", start)


def test_it_stands_in_the_owners_files_and_in_no_deputys(tmp_path: Path) -> None:
    packet = built(
        tmp_path,
        *answered_by("You will have the belt by 20 March."),
        deputy=(f"{PETER}=Belts", f"{JENS}=Lifts"),
    )
    out = tmp_path / "out"

    page = (out / "before-leaving.html").read_text(encoding="utf-8")
    assert list(faults(page)) == []
    assert "Promised: “You will have the belt by 20 March.”" in page
    assert "You will have the belt by 20 March." in (out / "before-leaving.md").read_text(encoding="utf-8")
    told = json.loads((out / "handover.json").read_text(encoding="utf-8"))["packet"]["to_finish"]
    assert told[0]["why"]["text"] == "Promised: “You will have the belt by 20 March.”"
    assert part_for(packet, PETER).to_finish == ()
    for path in out.glob("handover*.html"):
        assert "Before you leave" not in path.read_text(encoding="utf-8")


def test_a_quiet_mailbox_gives_an_honest_list(tmp_path: Path) -> None:
    built(tmp_path, Mail(KIM, OWNER, 900, "Thanks", "Thank you, all fine."))

    page = (tmp_path / "out" / "before-leaving.html").read_text(encoding="utf-8")
    assert "Nothing is due before the absence" in page
    assert "Questions only you can answer" in page
