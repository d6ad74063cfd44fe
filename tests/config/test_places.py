"""What the machine and the environment say: time zone, language, folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.cli.language import language_of
from handover.config import zone
from handover.config.places import config_path, default_config, state_dir


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the system clock files of its own."""
    monkeypatch.setattr(zone, "LOCALTIME", tmp_path / "localtime")
    monkeypatch.setattr(zone, "TIMEZONE", tmp_path / "timezone")
    monkeypatch.delenv("TZ")
    return tmp_path


def test_the_zone_is_the_one_of_the_environment(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":America/Chicago")

    assert (zone.system_zone()[0].key, zone.system_zone()[1]) == ("America/Chicago", "TZ")


def test_else_the_one_that_the_clock_links_to(system: Path) -> None:
    (system / "zoneinfo" / "Europe").mkdir(parents=True)
    (system / "zoneinfo" / "Europe" / "Zurich").touch()
    (system / "localtime").symlink_to(system / "zoneinfo" / "Europe" / "Zurich")

    assert zone.system_zone()[0].key == "Europe/Zurich"


def test_else_the_one_that_debian_writes_down(system: Path) -> None:
    (system / "timezone").write_text("Europe/Vienna\n")

    assert zone.system_zone()[0].key == "Europe/Vienna"


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", "CET-1CEST,M3.5.0"])
def test_a_zone_that_is_none_is_passed_over(system: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TZ", name)

    assert zone.system_zone()[0].key == "UTC"


def test_the_language_is_the_option_then_the_variable_then_the_file_then_the_locale(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = home / ".config" / "handover" / "config.toml"
    config.parent.mkdir(parents=True)

    found = [language_of([])]
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    found.append(language_of([]))
    config.write_text('lang = "en"\n')
    found.append(language_of([]))
    monkeypatch.setenv("HANDOVER_LANG", "de")
    found.append(language_of([]))
    found.append(language_of(["unanswered", "--lang=en"]))

    assert found == [
        ("en", "default"),
        ("de", "LANG"),
        ("en", "config.toml"),
        ("de", "HANDOVER_LANG"),
        ("en", "--lang"),
    ]


@pytest.mark.parametrize("value", ["fr", "", "klingon"])
def test_a_language_that_we_do_not_speak_falls_through(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HANDOVER_LANG", value)
    monkeypatch.setenv("LC_ALL", "de_DE")

    assert language_of([]).language == "de"


def test_folders_follow_xdg_and_ignore_what_is_relative(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/var/x")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")

    assert state_dir() == "/var/x/handover"
    assert default_config() == str(home / ".config" / "handover" / "config.toml")


def test_a_configuration_is_named_by_option_or_variable_or_lies_where_it_should(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = config_path(None)
    monkeypatch.setenv("HANDOVER_CONFIG", "~/mine.toml")

    assert nothing is None
    assert config_path(None) == str(home / "mine.toml")
    assert config_path("/other.toml") == "/other.toml"
