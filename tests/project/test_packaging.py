"""What ships: a wheel made from the sdist that works outside the checkout, with examples, templates and German."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from it, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return folder


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_what_the_program_needs(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = names_in(wheel)

    assert {
        "handover/cli/program.py",
        "handover/locale/de/LC_MESSAGES/handover.mo",
        "handover/py.typed",
    } <= names
    assert any(name.startswith("handover/_examples/mailbox/") for name in names)
    assert {
        "handover/_examples/cron/briefing.crontab",
        "handover/_examples/systemd/handover-briefing@.service",
        "handover/_examples/systemd/handover-briefing@.timer",
    } <= names
    assert not any(name.startswith(("tests/", "docs/", "benchmarks/")) for name in names)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no checkout")
def test_the_wheel_holds_every_module_of_the_checkout(built: Path) -> None:
    [wheel] = built.glob("*.whl")

    tracked = subprocess.run(
        ["git", "ls-files", "handover"], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    expected = {name for name in tracked.stdout.split() if (ROOT / name).exists()}

    assert expected <= names_in(wheel)


def test_the_sdist_holds_what_is_needed_to_test_and_build_it(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "run-tests",
        "demo",
        "lint",
        "scripts/prepare",
        "tests/conftest.py",
    } <= names


def test_the_wheel_works_outside_the_checkout(built: Path, tmp_path: Path) -> None:
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from handover.cli import main; main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, "unanswered", "--help", "--lang", "de"],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert "Listet die Anliegen auf" in done.stdout.decode()
