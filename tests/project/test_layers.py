"""Who may import whom, and which packages have one home only."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "handover"

HOMES = {
    "click": ("cli/",),
    "pandas": ("metrics/",),
    "numpy": ("metrics/",),
    "xlsxwriter": ("metrics/",),
    "jinja2": ("render/",),
    "PIL": ("render/",),
    "imapclient": ("sources/imap", "deliver"),
    "babel": ("render/",),
}
MAX_LINES = 350
MAX_FUNCTION = 60


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Yield the top names of the packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("package", HOMES)
def test_a_package_is_imported_only_where_it_is_at_home(package: str) -> None:
    homes = HOMES[package]

    strangers = [
        name
        for path in modules()
        if package in imported(path) and not (name := path.relative_to(PACKAGE).as_posix()).startswith(homes)
    ]

    assert strangers == []


def test_only_the_command_line_asks_the_clock() -> None:
    asked = ("datetime.now", "date.today", "datetime.utcnow", "time.time(")

    strangers = [
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if "cli" not in path.relative_to(PACKAGE).parts
        for name in asked
        if name in path.read_text(encoding="utf-8")
    ]

    assert strangers == []


def test_modules_and_functions_stay_small() -> None:
    large = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > MAX_LINES and not _is_data(text):
            large.append(path.name)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION:
                large.append(f"{path.name}:{node.name}")

    assert large == []


def _is_data(text: str) -> bool:
    """Word lists are data: modules without a function."""
    return not any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(text)))


def test_what_is_imported_is_declared() -> None:
    declared = {re.split(r"[^A-Za-z0-9._-]", line)[0] for line in metadata.requires("handover") or []}
    by_package = metadata.packages_distributions()

    undeclared = {
        name
        for path in modules()
        for name in imported(path)
        if name not in sys.stdlib_module_names
        and name != "handover"
        and not {_plain(distribution) for distribution in by_package.get(name, [name])}
        & {_plain(line) for line in declared}
    }

    assert undeclared == set()


def _plain(name: str) -> str:
    return name.partition("[")[0].lower().replace("_", "-")


@pytest.mark.slow
def test_imports_point_down() -> None:
    command = [
        str(Path(sys.executable).parent / "lint-imports"),
        "--no-cache",
        "--config",
        str(ROOT / ".importlinter"),
    ]

    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)

    assert done.returncode == 0, done.stdout
