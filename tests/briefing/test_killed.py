"""A mailing run that is killed between any two of its steps: nothing is lost, and nothing goes out twice unsaid."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.briefing.conftest import W47, W48, by, ids
from tests.conftest import Handover
from tests.servers.smtp_sink import Sink

pytestmark = pytest.mark.slow

SCRIPT = """
import os, signal, sys
from handover.app import mailround, posting
from handover.cli.running import run
from handover.deliver import outbox
from handover.journal import Journal

last, steps = int(sys.argv[1]), 0

def step():
    global steps
    steps += 1
    if steps == last:
        os.kill(os.getpid(), signal.SIGKILL)

def stepping(place, name):
    function = getattr(place, name)
    def stepped(*arguments, **values):
        step()
        return function(*arguments, **values)
    setattr(place, name, stepped)

stepping(Journal, "add_delivery")
stepping(outbox.Outbox, "keep")
stepping(outbox.Outbox, "drop")
stepping(outbox.os, "replace")
stepping(mailround, "send")
stepping(posting, "remember")
stepping(posting, "_ended")
sys.exit(run(sys.argv[2:]))
"""


def killed(tmp_path: Path, at: int, *arguments: str) -> bool:
    """Run the program in another process that is killed at its step number *at*; return whether it came so far."""
    (tmp_path / "run.py").write_text(SCRIPT)
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py"), str(at), *arguments],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        timeout=120,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.parametrize("then", [W47, W48], ids=["same-week", "next-week"])
def test_nothing_is_lost_and_nothing_goes_out_twice_unsaid(
    handover: Handover,
    at_box: list[str],
    smtp_sink_server: Sink,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    then: tuple[str, str],
):
    words = ["briefing", *at_box, *by(smtp_sink_server), "--only-if-news"]
    at = 0
    while True:
        at += 1
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / f"state{at}"))
        smtp_sink_server.sent.clear()
        if not killed(tmp_path, at, *words, *W47):
            break
        before = ids(smtp_sink_server)
        told = handover(*words, *then, "--json").json

        mails = told["data"]["mailing"]["mails"]
        first = [mail["message_id"] for mail in mails if mail["about"] == "2026-W47"]
        all_ids = ids(smtp_sink_server)
        twice = {f"<{mail['message_id']}>" for mail in mails if mail["state"] == "perhaps_twice"}
        assert {one for one in all_ids if all_ids.count(one) > 1} <= twice, at
        assert len(before) <= 1, at
        assert not before or all(one in before for one in (f"<{name}>" for name in first)), at
        news = [row["change"] for row in told["data"]["briefing"]["rows"]]
        is_told = any(one in all_ids for one in {*before, *(f"<{name}>" for name in first)})
        assert is_told or ("new" in news and len(all_ids) == 1), at
        assert list(Path(tmp_path / f"state{at}").rglob("*.eml")) == [], at

    assert at > 8
