"""Public holidays are asked for once, kept with the store, and asked for again when their package has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handover import worktime
from handover.app import workdays
from handover.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(worktime, "_known", {})
    worktime.holiday_names.cache_clear()
    with Store.open(str(tmp_path / "mail.sqlite")) as opened:
        yield opened
    worktime.holiday_names.cache_clear()


def kept(store: Store) -> worktime.Holidays:
    known: worktime.Holidays = json.loads(store.meta(workdays.NAME) or "{}").get("known", {})
    return known


def forget() -> None:
    worktime._known.clear()
    worktime.holiday_names.cache_clear()


def test_what_one_run_learned_the_next_one_knows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with workdays.remembered(store, keep=True):
        learned = worktime.holiday_names("DE-BY", 2026)
    forget()
    monkeypatch.setitem(sys.modules, "holidays", None)

    with workdays.remembered(store, keep=True):
        assert worktime.holiday_names("DE-BY", 2026) == learned

    assert learned[date(2026, 1, 6)]


def test_another_release_of_the_package_is_asked_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = {"DE 2026": {"2026-05-05": "Aus einer alten Fassung"}}
    store.set_meta(workdays.NAME, json.dumps({"package": "an older one", "known": made_up}))

    with workdays.remembered(store, keep=True):
        assert date(2026, 5, 5) not in worktime.holiday_names("DE", 2026)

    assert "2026-05-05" not in kept(store)["DE 2026"]


def test_a_run_that_may_not_write_keeps_nothing(store: Store) -> None:
    with workdays.remembered(store, keep=False):
        worktime.holiday_names("DE", 2026)

    assert kept(store) == {}


def test_forged_dates_do_not_fill_the_store(store: Store) -> None:
    with workdays.remembered(store, keep=True):
        worktime.recall({f"DE {year}": {} for year in range(3000, 3000 + 3 * workdays.MAX_YEARS)})

    assert len(kept(store)) == workdays.MAX_YEARS


def test_a_question_with_nothing_new_loads_no_library_but_click(example_maildir: Path, home: Path) -> None:
    from handover.app.examples import example_folder

    command = [sys.executable, "-m", "handover", "check", "--mail", str(example_maildir)]
    command += ["-c", str(example_folder() / "handover.toml")]
    subprocess.run(command, check=True, capture_output=True)

    second = subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}
    )

    loaded = {line.rpartition("|")[2].strip() for line in second.stderr.decode().splitlines()}
    heavy = (
        "pandas numpy jinja2 babel icalendar recurring_ical_events holidays dateutil imapclient selectolax "
        "subprocess email http multiprocessing"
    )
    assert "click" in loaded
    assert not loaded & set(heavy.split())
    assert not {name for name in loaded if name.startswith(("handover.language.", "handover.parse."))}
