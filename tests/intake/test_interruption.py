"""Runs that end before their time: nothing is lost, nothing doubled, nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handover import intake
from handover.store import Store
from tests.intake.reader import parse, read_signals
from tests.sources.boxes import MaildirBox, MboxBox
from tests.sources.contract import mail

SCRIPT = """
import os, signal, sys
from datetime import UTC, datetime
from handover import intake
from handover.sources.open import open_mail
from handover.store import Store
from tests.intake.reader import parse, read_signals

def main():
    path, signal_name, after, workers, *mail = sys.argv[1:]
    intake.COMMIT_EVERY, intake.CHUNK, intake.FEW = 50, 20, 100
    def progress(folder, done, found):
        if done >= int(after):
            os.kill(os.getpid(), getattr(signal, signal_name))
    with Store.open(path) as store:
        sources = [open_mail(one) for one in mail]
        intake.sync(store, sources, parse=parse, read_signals=read_signals, now=datetime.now(UTC),
                    progress=progress, workers=int(workers))

if __name__ == "__main__":
    main()
"""


def interrupted(tmp_path: Path, name: str, after: int, workers: int, *mails: Path) -> int:
    """Run a sync in another process that sends itself a signal; return how it ended."""
    (tmp_path / "run.py").write_text(SCRIPT)
    command = [sys.executable, str(tmp_path / "run.py"), str(tmp_path / "state" / "mail.sqlite"), name]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [*command, str(after), str(workers), *map(str, mails)],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        timeout=60,
    )
    return done.returncode


def contents(store: Store) -> list[tuple[str, str, int]]:
    return sorted(
        (one.message.key, one.thread, len(store.locations(one.message.key))) for one in store.all_messages()
    )


def sync(path: Path, box: MaildirBox, other: MboxBox) -> list[tuple[str, str, int]]:
    with Store.open(str(path)) as store:
        now = datetime(2026, 3, 3, tzinfo=UTC)
        sources = [box.open(), other.open()]
        intake.sync(store, sources, parse=parse, read_signals=read_signals, now=now, workers=0)
        assert store.check() == []
        return contents(store)


@pytest.fixture
def boxes(tmp_path: Path) -> tuple[MaildirBox, MboxBox]:
    box = MaildirBox(tmp_path / "Maildir").make("INBOX", "Sent")
    (tmp_path / "T").mkdir()
    other = MboxBox(tmp_path / "T")
    for number in range(240):
        text = mail(number % 60, f"Frage {number}?")
        box.put("INBOX" if number % 3 else "Sent", text)
        if number % 2:
            other.put("Inbox", text)
    return box, other


@pytest.mark.slow
@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("after", [20, 160, 245, 355])
def test_a_killed_run_loses_and_doubles_nothing(
    tmp_path: Path, boxes: tuple[MaildirBox, MboxBox], after: int, workers: int
) -> None:
    box, other = boxes
    whole = sync(tmp_path / "whole" / "mail.sqlite", box, other)

    code = interrupted(tmp_path, "SIGKILL", after, workers, box.root, other.root)
    again = sync(tmp_path / "state" / "mail.sqlite", box, other)

    assert code == -signal.SIGKILL
    assert again == whole


@pytest.mark.slow
@pytest.mark.parametrize("workers", [0, 2])
def test_ctrl_c_ends_everything_and_keeps_the_store_whole(
    tmp_path: Path, boxes: tuple[MaildirBox, MboxBox], workers: int
) -> None:
    box, other = boxes
    whole = sync(tmp_path / "whole" / "mail.sqlite", box, other)

    code = interrupted(tmp_path, "SIGINT", 160, workers, box.root, other.root)
    again = sync(tmp_path / "state" / "mail.sqlite", box, other)

    assert code == -signal.SIGINT
    assert again == whole


@pytest.mark.slow
def test_reading_processes_do_not_run_the_main_script_again(
    tmp_path: Path, boxes: tuple[MaildirBox, MboxBox]
) -> None:
    script = SCRIPT[: SCRIPT.index("if __name__")] + "print('started')\nmain()\n"
    (tmp_path / "bare.py").write_text(script)
    path = str(tmp_path / "state" / "mail.sqlite")

    done = subprocess.run(
        [sys.executable, str(tmp_path / "bare.py"), path, "SIGKILL", "100000", "2", str(boxes[0].root)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=60,
    )

    assert (done.returncode, done.stdout.split()) == (0, [b"started"])
    with Store.open(path) as store:
        assert store.count() == 240
