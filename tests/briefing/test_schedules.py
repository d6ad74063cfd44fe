"""The examples for cron and systemd, run as they are written: bare surroundings, the example mailbox, a real server."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from handover.app.examples import example_folder
from tests.briefing.conftest import opened
from tests.servers.smtp_sink import PASSWORD, USER, Sink

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CRONTAB = ROOT / "examples" / "cron" / "briefing.crontab"
UNITS = sorted((ROOT / "examples" / "systemd").iterdir())
BOSS = "martina.reuss@fuggerfeld.example"
PROGRAM = """#!{python}
import sys
from datetime import datetime
sys.path.insert(0, {root!r})
from handover.cli import options, schedule
from handover.cli.running import run
options.clock = lambda zone: datetime(2026, 11, 23, 7, tzinfo=zone)
schedule.pause = lambda seconds: None
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def bare_home(tmp_path: Path, example_maildir: Path) -> Path:
    """A home with the program and the configuration of the example; servers are added by the test."""
    home = tmp_path / "home"
    program = home / ".local" / "bin" / "handover"
    program.parent.mkdir(parents=True)
    program.write_text(PROGRAM.format(python=sys.executable, root=str(ROOT)))
    program.chmod(0o755)
    config = home / ".config" / "handover"
    config.mkdir(parents=True)
    shutil.copytree(example_folder() / "calendar", config / "calendar")
    shutil.copy(example_folder() / "customers.csv", config)
    text = (example_folder() / "handover.toml").read_text(encoding="utf-8")
    text = text.replace("\nname = ", f'\nlang = "de"\nmail = ["{example_maildir}"]\nname = ', 1)
    (config / "config.toml").write_text(text, encoding="utf-8")
    return home


def deliver_by(home: Path, smtp: str) -> None:
    with (home / ".config" / "handover" / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[delivery]\nsmtp = "{smtp}"\n[briefing]\nmail_to = ["{BOSS}"]\n')


def run_bare(home: Path, *command: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    bare = {"HOME": str(home), "PATH": "/usr/bin:/bin", **more}
    return subprocess.run(command, env=bare, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def cron_command() -> str:
    """Return what cron hands to the shell: the sixth field of the one line that is no comment or variable."""
    lines = CRONTAB.read_text(encoding="utf-8").splitlines()
    [line] = [line for line in lines if line and not line.startswith("#") and not re.match(r"\w+=", line)]
    *moment, command = line.split(maxsplit=5)
    assert moment == ["0", "7", "*", "*", "1"]
    assert "%" not in command  # cron would make line ends of them
    return command


def test_the_cron_line_mails_the_briefing_from_bare_surroundings(bare_home: Path, smtp_sink_server: Sink):
    deliver_by(bare_home, f"smtp://127.0.0.1:{smtp_sink_server.port}")

    done = run_bare(bare_home, "/bin/sh", "-c", cron_command())

    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    [sent] = smtp_sink_server.sent
    mail = opened(sent)
    assert sent.recipients == (BOSS,)
    assert "KW 47" in mail["Subject"] + mail.get_body(("plain",)).get_content()
    assert "ä" in mail.get_body(("plain",)).get_content()
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/html"]
    state = bare_home / ".local" / "state" / "handover"
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_a_cron_line_that_cannot_deliver_says_so_where_cron_mails_it(bare_home: Path):
    deliver_by(bare_home, "smtp://127.0.0.1:9")

    done = run_bare(bare_home, "/bin/sh", "-c", cron_command())

    assert done.returncode == 5
    assert b"127.0.0.1" in done.stderr


def service_values(name: str) -> list[str]:
    [unit] = [unit for unit in UNITS if unit.suffix == ".service"]
    return re.findall(rf"^{name}=(.*)$", unit.read_text(encoding="utf-8"), re.M)


def test_the_service_finds_its_password_among_its_credentials(
    bare_home: Path, smtp_tls_sink_server: Sink, tmp_path: Path
):
    assert smtp_tls_sink_server.authority is not None
    ca = smtp_tls_sink_server.authority.authority
    deliver_by(bare_home, f"smtp://{USER}@localhost:{smtp_tls_sink_server.port}?tls=starttls&ca={ca}")
    [credential] = service_values("LoadCredential")
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / credential.partition(":")[0]).write_text(f"{PASSWORD}\n")
    [command] = service_values("ExecStart")
    program, *arguments = shlex.split(command)
    assert program == "/usr/local/bin/handover"

    own = str(bare_home / ".local" / "bin" / "handover")
    done = run_bare(bare_home, own, *arguments, CREDENTIALS_DIRECTORY=str(tmp_path / "credentials"))

    assert done.returncode == 0, done.stderr
    assert [sent.login for sent in smtp_tls_sink_server.sent] == [USER]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_finds_nothing_wrong_with_the_units_and_calls_them_safe(tmp_path: Path):
    made = []
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/usr/local/bin/handover", "/bin/true")
        made.append(tmp_path / unit.name.replace("@", "@anna"))
        made[-1].write_text(text, encoding="utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "verify", *map(str, made)], capture_output=True, text=True, timeout=60
    )
    assert (verified.returncode, verified.stderr) == (0, "")
    service = next(str(path) for path in made if path.suffix == ".service")
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=30", service]
    rated = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "LANG": "C"})
    assert rated.returncode == 0, rated.stdout[-200:]


def test_the_timer_makes_up_for_a_machine_that_was_off():
    [timer] = [unit for unit in UNITS if unit.suffix == ".timer"]
    text = timer.read_text(encoding="utf-8")

    assert "OnCalendar=Mon *-*-* 07:00:00" in text
    assert "Persistent=true" in text
    assert "RandomizedDelaySec=" in text
