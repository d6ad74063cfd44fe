"""What is made from the program is current: German texts, reference pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from handover.checks.base import all_checks

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "handover" / "locale" / "de" / "LC_MESSAGES" / "handover.po"
LANGUAGES = ("de", "en")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def script(name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / name), "--check"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)


@pytest.mark.slow
def test_every_text_has_its_german_and_the_compiled_catalogue_is_current() -> None:
    done = script("catalogue.py")

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_reference_pages_are_current() -> None:
    done = script("manual.py")

    assert done.returncode == 0, done.stderr


def test_a_translation_has_the_places_of_its_original() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="de")

    wrong = []
    for message in catalogue:
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        translations = message.string if isinstance(message.string, tuple) else (message.string,)
        known = set().union(*map(places, originals))
        if message.id:
            wrong += [text for text in translations if not places(text) <= known]
            wrong += [text for text in translations[-1:] if places(originals[-1]) - places(text)]

    assert wrong == []


def test_the_help_keeps_the_marks_that_hold_its_examples_together() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="de")

    single = [message for message in catalogue if message.id and isinstance(message.id, str)]
    wrong = [message.id for message in single if message.string.count("\b") != message.id.count("\b")]

    assert any("\b" in message.id for message in single)
    assert wrong == []


def test_every_text_of_a_check_is_there_in_both_languages_with_the_same_places() -> None:
    for check in all_checks().values():
        for code, forms in check.texts.items():
            assert set(forms) == set(LANGUAGES), (check.id, code)
            assert places(forms["de"]) == places(forms["en"]), (check.id, code)
        assert set(check.title) == set(LANGUAGES)
        for option in check.options:
            assert set(option.help) == set(LANGUAGES)


def test_every_command_is_documented() -> None:
    from handover.cli.program import COMMANDS

    headings = set(re.findall(r"^## handover (.+)$", (ROOT / "docs/reference/commands.md").read_text(), re.M))

    assert set(COMMANDS) <= headings


def test_links_inside_the_documentation_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")

    assert broken == []
