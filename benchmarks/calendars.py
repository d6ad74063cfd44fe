"""Measure how calendars are read: files rejected, events found, seconds and memory, beside plain icalendar.

    python benchmarks/calendars.py FOLDER…            one line per folder, then what was slow or skipped
    python benchmarks/calendars.py --each FOLDER…     every file in a process of its own, with its peak memory
    python benchmarks/calendars.py --made             large calendars made for the purpose

"Rejected" is a file with a VEVENT that has a DTSTART, of which nothing was read and nothing was said. A series
that ends before it begins is counted too: there is one such test file, and the libraries find nothing either.
The window is twenty years around the first start of the file, so that old test files count too.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
YEARS = timedelta(days=3652)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--made", action="store_true")
    parser.add_argument("--one", type=Path)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measured(given.one, plain=False)))
        return
    if given.made:
        make_and_measure()
    for folder in given.folders:
        report(folder, each=given.each)


def report(folder: Path, *, each: bool) -> None:
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix in (".ics", ".ical", "")
    )
    rows = [in_process(path) if each else measured(path, plain=True) for path in files]
    total: dict[str, Any] = {"files": len(rows)}
    for key in ("readable", "rejected", "events", "skipped", "plain_rejected", "plain_events"):
        total[key] = sum(row.get(key, 0) for row in rows)
    total["slowest_s"] = max(row["seconds"] for row in rows)
    total["peak_mb"] = max(row.get("peak_mb", 0) for row in rows)
    print(folder.name, json.dumps(total))
    for row in rows:
        if row["rejected"] or row["seconds"] > 0.5 or row.get("peak_mb", 0) > 150 or row["reasons"]:
            print("   ", json.dumps(row, ensure_ascii=False)[:300])


def in_process(path: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, "--one", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def measured(path: Path, *, plain: bool) -> dict[str, Any]:
    """Read one file and tell what came of it."""
    from handover.sources.calendars.ics import read_ics

    data = path.read_bytes()
    unfolded = data.replace(b"\r\n", b"\n").replace(b"\n ", b"")
    start, end = window(unfolded)
    began = time.process_time()
    reading = read_ics(data, start, end, BERLIN, name=path.name)
    seconds = time.process_time() - began
    readable = bool(re.search(rb"BEGIN:VEVENT.{0,20000}?\nDTSTART", unfolded, re.DOTALL | re.IGNORECASE))
    row: dict[str, Any] = {
        "file": path.name,
        "readable": int(readable),
        "rejected": int(readable and not reading.events and not reading.skipped),
        "events": len(reading.events),
        "skipped": len(reading.skipped),
        "seconds": round(seconds, 3),
        "reasons": [f"{one.reason}: {one.detail}"[:60] for one in reading.skipped][:3],
        "peak_mb": peak_mb(),
    }
    if plain:
        row |= plainly(data, start, end)
    return row


def plainly(data: bytes, start: datetime, end: datetime) -> dict[str, int]:
    """Read with icalendar and recurring-ical-events alone; a file either is read or is not."""
    import icalendar
    import recurring_ical_events

    if re.search(rb"SECONDLY|MINUTELY|INTERVAL=0|99999999|\d{9}", data[:100_000]) and b"RRULE" in data:
        data = b"" if re.search(rb"RRULE[^\n]*(SECONDLY|MINUTELY|INTERVAL=0)", data) else data
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = 0
            for calendar in icalendar.Calendar.from_ical(data, multiple=True):
                found += len(recurring_ical_events.of(calendar, components=["VEVENT"]).between(start, end))
    except Exception:  # any of them means: rejected
        return {"plain_rejected": 1, "plain_events": 0}
    return {"plain_rejected": int(not data), "plain_events": found}


def window(data: bytes) -> tuple[datetime, datetime]:
    """Return ten years before and after the first start of a real entry."""
    match = re.search(rb"BEGIN:VEVENT.{0,20000}?\nDTSTART[^:\n]*: ?(\d{4})(\d\d)(\d\d)", data, re.DOTALL)
    try:
        middle = datetime(*(int(part) for part in match.groups()), tzinfo=UTC) if match else None
    except ValueError:
        middle = None
    if middle is None or not 1700 < middle.year < 2300:
        middle = datetime(2026, 6, 1, tzinfo=UTC)
    return middle - YEARS, middle + YEARS


def peak_mb() -> int:
    import resource

    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size // (1024 * 1024 if sys.platform == "darwin" else 1024)


def make_and_measure() -> None:
    """Time a decade of somebody busy: single entries, weekly series with exceptions, attendees."""
    from handover.sources.calendars.ics import read_ics

    for name, data in (
        ("single entries", singles(15_000)),
        ("series", many_series(500)),
        ("wide", singles(5000, 40)),
    ):
        for days in (60, 3652):
            end = datetime(2026, 12, 1, tzinfo=UTC)
            began = time.process_time()
            reading = read_ics(data, end - timedelta(days=days), end, BERLIN, name=name)
            seconds = time.process_time() - began
            found = f"{len(reading.events)} events, {len(reading.skipped)} skipped"
            print(
                f"{name}: {len(data) / 1e6:.1f} MB, {days} days: {found}, {seconds:.2f} s, peak {peak_mb()} MB"
            )


def singles(count: int, attendees: int = 3) -> bytes:
    people = "".join(
        f"ATTENDEE;CN=Person {n};PARTSTAT=ACCEPTED:mailto:p{n}@wir.example\r\n" for n in range(attendees)
    )
    begin = datetime(2016, 12, 1, 8, tzinfo=UTC)
    entries = (
        f"BEGIN:VEVENT\r\nUID:{n}@wir.example\r\nDTSTART:{begin + timedelta(hours=n * 5):%Y%m%dT%H%M%SZ}\r\n"
        f"DURATION:PT1H\r\nSUMMARY:Besprechung {n}\r\nDESCRIPTION:{'Ein Absatz. ' * 20}\r\n{people}END:VEVENT\r\n"
        for n in range(count)
    )
    return ("BEGIN:VCALENDAR\r\n" + "".join(entries) + "END:VCALENDAR\r\n").encode()


def many_series(count: int) -> bytes:
    blocks = []
    for n in range(count):
        start = datetime(2016, 12, 1 + n % 28, 9, tzinfo=UTC)
        rule = ("WEEKLY;BYDAY=MO,WE", "DAILY", "MONTHLY;BYDAY=2TU", "WEEKLY;INTERVAL=2")[n % 4]
        head = f"BEGIN:VEVENT\r\nUID:s{n}\r\n"
        blocks.append(
            f"{head}DTSTART:{start:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\nRRULE:FREQ={rule}\r\nEND:VEVENT\r\n"
        )
        for k in range(1, 6):
            moved = start + timedelta(weeks=2 * k)
            blocks.append(
                f"{head}RECURRENCE-ID:{moved:%Y%m%dT%H%M%SZ}\r\nDTSTART:{moved + timedelta(hours=2):%Y%m%dT%H%M%SZ}"
                "\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
            )
    return ("BEGIN:VCALENDAR\r\n" + "".join(blocks) + "END:VCALENDAR\r\n").encode()


if __name__ == "__main__":
    main()
