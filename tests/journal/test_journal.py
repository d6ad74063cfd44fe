from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from handover.errors import StoreError
from handover.journal import Briefing, Delivery, Journal, Packet, Receipt
from handover.model import Absence, PhoneNote, Verdict, VerdictKind
from handover.store.places import journal_path, mail_path

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "journal-abc" / "journal.sqlite")


@pytest.fixture
def journal(path: str) -> Iterator[Journal]:
    with Journal.open(path) as opened:
        yield opened


def test_a_note_is_open_until_it_is_done(journal: Journal) -> None:
    made = journal.add_note(AT, "RR Fr. Schulz", PhoneNote("Fr. Schulz", due=AT + HOUR))

    journal.set_note(made.id[:4], "done", AT + HOUR)

    assert [(note.text, note.state, note.note.due) for note in journal.notes()] == [
        ("RR Fr. Schulz", "done", AT + HOUR)
    ]
    assert [note.state for note in journal.notes(until=AT)] == ["open"]


def test_two_notes_of_the_same_minute_are_two(journal: Journal) -> None:
    journal.add_note(AT, "KN Herr Alt", PhoneNote("Herr Alt"))
    journal.add_note(AT, "KN Herr Alt", PhoneNote("Herr Alt"))

    assert len({note.id for note in journal.notes()}) == 2


def test_a_newer_verdict_replaces_and_undo_takes_back(journal: Journal) -> None:
    journal.add_verdict(Verdict("unanswered-1", VerdictKind.DISMISS, AT, "erledigt"))
    journal.add_verdict(Verdict("unanswered-1", VerdictKind.SNOOZE, AT + HOUR, until=AT + 24 * HOUR))
    journal.add_verdict(Verdict("unanswered-2", VerdictKind.CONFIRM, AT))

    undone = journal.undo_verdict("unanswered-2", AT + HOUR)

    assert undone
    assert {name: verdict.kind for name, verdict in journal.verdicts().items()} == {"unanswered-1": "snooze"}
    assert set(journal.verdicts(until=AT)) == {"unanswered-1", "unanswered-2"}
    assert journal.undo_verdict("unanswered-9", AT) is False


def test_absences_are_kept_by_their_days(journal: Journal) -> None:
    days = (date(2026, 11, 23), date(2026, 12, 4))
    journal.add_absence(Absence(*days), AT)
    journal.add_absence(Absence(*days, deputies=(("peter@wir.example", "Logistik"),)), AT)
    journal.add_absence(Absence(date(2026, 4, 1), date(2026, 4, 3)), AT)

    journal.remove_absence(date(2026, 4, 1), date(2026, 4, 3), AT)

    assert journal.absences() == [Absence(*days, deputies=(("peter@wir.example", "Logistik"),))]


def test_a_slot_is_given_once(journal: Journal) -> None:
    first = journal.reserve(AT, AT + HOUR, "kim@acker.example", AT)
    second = journal.reserve(AT + HOUR / 2, AT + HOUR, "bert@other.example", AT)
    after = journal.reserve(AT + HOUR, AT + 2 * HOUR, "bert@other.example", AT)

    assert first is not None
    assert second is None
    assert after is not None
    journal.release(first.id, AT)
    assert [slot.contact for slot in journal.slots()] == ["bert@other.example"]


def test_a_delivery_is_entered_before_it_is_sent(journal: Journal) -> None:
    journal.add_delivery(Delivery("p1@wir.example", AT, "H-1234", "peter@wir.example"))

    intended = journal.deliveries("H-1234")
    journal.add_delivery(Delivery("p1@wir.example", AT + HOUR, "H-1234", "peter@wir.example", "sent"))

    assert [one.state for one in intended] == ["intended"]
    assert [one.state for one in journal.deliveries()] == ["sent"]


def test_a_receipt_is_copied_once(journal: Journal) -> None:
    receipt = Receipt(
        "H-1234", "accepted", "peter@wir.example", AT, key="a" * 32, quote="Alles klar, mache ich."
    )

    assert journal.add_receipt(receipt)
    assert not journal.add_receipt(receipt)
    assert journal.receipts("H-1234") == [receipt]


def test_the_record_shows_a_change_and_an_omission(journal: Journal) -> None:
    links = [journal.add_record(AT + n * HOUR, "handed_over", f"Matter {n}") for n in range(3)]
    sent_out = journal.head()
    assert journal.broken_records(sent_out) == []

    journal.db.execute("UPDATE record_content SET content='Other' WHERE number=?", (links[1].number,))
    changed = journal.broken_records()
    journal.db.execute("DELETE FROM record WHERE number=?", (links[1].number,))
    journal.db.execute("UPDATE record SET previous=? WHERE number=?", (links[0].hash, links[2].number))
    torn = journal.broken_records()

    assert changed == [links[1].number]
    assert torn == [links[2].number]


def test_a_record_rewritten_from_the_start_lacks_the_head_that_was_sent(journal: Journal) -> None:
    journal.add_record(AT, "handed_over", "as it was")
    sent_out = journal.head()

    journal.db.execute("DELETE FROM record")
    journal.db.execute("DELETE FROM record_content")
    journal.add_record(AT, "handed_over", "as it should have been")

    assert journal.broken_records() == []
    assert journal.broken_records(sent_out) == [0]


def filled(journal: Journal) -> None:
    for contact, name in (("kim@acker.example", "Kim Acker"), ("bert@other.example", "Bert Other")):
        journal.add_note(AT, f"RR {name}", PhoneNote(name, address=contact))
        journal.reserve(AT + HOUR * len(name), AT + HOUR * (len(name) + 1), contact, AT)
        journal.add_record(AT, "handed_over", f"{name} waits")
    both = '{"dossiers":[{"customer":"acker.example","people":[{"name":"Kim Acker"},{"name":"Lou"}]},{"name":"Bert"}]}'
    journal.add_packet(Packet("H-1", AT, date(2026, 3, 9), date(2026, 3, 13), content=both))
    findings = '[{"contact":"kim@acker.example","quote":"nie wieder"},{"contact":"bert@other.example"}]'
    journal.add_briefing(Briefing("2026-W10", AT, findings))


def test_after_a_delete_nothing_of_that_person_is_left_in_the_file(journal: Journal, path: str) -> None:
    filled(journal)
    before = b"".join(Path(name).read_bytes() for name in (path, path + "-wal"))

    journal.delete("kim@acker.example", ["Kim Acker"])
    journal.close()

    assert b"kim@acker.example" in before
    left = b"".join(file.read_bytes() for file in Path(path).parent.iterdir())
    assert b"kim@acker" not in left.lower()
    assert b"kim acker" not in left.lower()
    assert b"nie wieder" not in left
    with Journal.open(path) as again:
        assert [note.note.caller for note in again.notes()] == ["Bert Other"]
        assert "Lou" in again.packets()[0].content
        assert again.briefings()[0].findings == '[{"contact":"bert@other.example"}]'
        assert again.broken_records() == []


def test_a_deleted_person_leaves_no_phone_number_in_a_packet(journal: Journal, path: str) -> None:
    rows = '{"contacts":[["Kim Acker","kim@acker.example","0821 9990",17],["Bert","b@other.example","0821 1",18]]}'
    journal.add_packet(Packet("H-1", AT, date(2026, 3, 9), date(2026, 3, 13), content=rows))

    journal.delete("kim@acker.example", ["Kim Acker"])
    journal.close()

    assert b"0821 9990" not in b"".join(file.read_bytes() for file in Path(path).parent.iterdir())
    with Journal.open(path) as again:
        assert again.packets()[0].content == '{"contacts":[["Bert","b@other.example","0821 1",18]]}'


def test_a_name_of_one_word_deletes_no_others(journal: Journal) -> None:
    journal.add_note(AT, "RR Frau Alt, zur Info", PhoneNote("Frau Alt"))

    assert journal.delete("info@acker.example", ["Info"]) == 0
    assert len(journal.notes()) == 1


def test_an_export_holds_what_a_delete_would_touch(journal: Journal) -> None:
    filled(journal)

    exported = journal.export("kim@acker.example", ["Kim Acker"])

    assert {kind: len(entries) for kind, entries in exported.items()} == {
        "note": 1, "slot": 1, "packet": 1, "briefing": 1, "record": 1
    }  # fmt: skip


def test_purging_spares_what_was_touched_later_and_the_chain(journal: Journal) -> None:
    old = journal.add_note(AT - 1000 * HOUR, "alt", PhoneNote("Alt"))
    kept = journal.add_note(AT - 1000 * HOUR, "neu", PhoneNote("Neu"))
    journal.set_note(kept.id, "done", AT)
    journal.add_record(AT - 1000 * HOUR, "handed_over", "long ago")

    journal.purge(AT - HOUR)

    assert [note.id for note in journal.notes()] == [kept.id]
    assert old.id != kept.id
    assert [entry.content for entry in journal.record()] == [None]
    assert journal.broken_records() == []


def test_the_file_is_private_and_a_damaged_one_is_never_replaced(path: str) -> None:
    Journal.open(path).close()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    Path(path).write_bytes(b"no database " * 1000)

    with pytest.raises(StoreError) as caught:
        Journal.open(path)

    assert "backup" in caught.value.hint
    assert Path(path).read_bytes().startswith(b"no database")


def test_a_journal_of_a_newer_version_is_left_alone(path: str) -> None:
    Journal.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=7")

    with pytest.raises(StoreError, match="newer version"):
        Journal.open(path)


def test_the_journal_is_found_by_any_address_of_the_owner(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    first = journal_path(state, ["Anna@wir.example"])

    assert journal_path(state, ["a.vogt@wir.example", "anna@wir.example"]) == first
    assert journal_path(state, ["a.vogt@wir.example"]) == first
    assert journal_path(state, ["bert@wir.example"]) != first


def test_a_state_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")

    with pytest.raises(StoreError) as caught:
        journal_path(str(tmp_path / "state"), ["anna@wir.example"])
    with pytest.raises(StoreError):
        Journal.open(str(tmp_path / "state" / "j" / "journal.sqlite"))

    assert caught.value.code == "store_not_writable"


def test_the_store_is_found_by_its_sources_in_any_order(tmp_path: Path) -> None:
    state = str(tmp_path)

    assert mail_path(state, ["mbox:/a", "mbox:/b"]) == mail_path(state, ["mbox:/b", "mbox:/a"])
    assert mail_path(state, ["mbox:/a"]) != mail_path(state, ["mbox:/a", "mbox:/b"])
