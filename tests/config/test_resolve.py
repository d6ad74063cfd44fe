"""Which value wins, where it comes from, and how mistakes are told."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handover.config.file import ConfigurationError
from handover.config.resolve import resolve
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.model import Address, Severity

FULL = """
me = "Anna Berger <Anna@wir.example>"
lang = "de"
zone = "Europe/Vienna"
colleagues = ["partner.example", "max@frei.example"]
manager = "chefin@wir.example"
deputy = ["peter@wir.example=Automotive", "jens@wir.example"]
customers = "kunden.csv"
retention_days = 400

[work]
start = 07:30:00
end = "16:00"
days = ["Mo", "Di", "Mi", "Do"]
region = "AT-9"

[answer_hours]
normal = 6

[[account]]
mail = "imaps://anna@imap.wir.example"
calendar = "caldavs://anna@cal.wir.example/dav"
password_command = "pass show 'mail anna'"
not_folders = ["Privat*"]

[[account]]
mail = "Archiv.mbox"
kind = "shared"

[[team]]
name = "Peter Lindner"
addresses = ["Peter@wir.example"]
function = "Projektleiter"
zone = "Europe/Sofia"

[checks.escalations]
alarms = 3
"""


def clock(zone: ZoneInfo) -> datetime:
    return datetime(2026, 11, 19, 16, 0, tzinfo=zone)


def settings_of(folder: Path, text: str, **options: object) -> Settings:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return resolve({"config": str(path), **options}, clock)


def mistakes_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        settings_of(folder, text)
    return [f"{error.source.removeprefix(str(folder) + '/')} {error}" for error in caught.value.mistakes]


def test_every_part_of_a_file_arrives(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, FULL)

    assert settings.me == (Address("Anna Berger", "anna@wir.example"),)
    assert settings.zone.key == "Europe/Vienna"
    assert settings.team_addresses == ("partner.example", "max@frei.example")
    assert settings.managers == ("chefin@wir.example",)
    assert [tuple(deputy) for deputy in settings.deputies] == [
        ("peter@wir.example", "Automotive"),
        ("jens@wir.example", ""),
    ]
    assert settings.customers_file == tmp_path / "kunden.csv"
    assert (settings.work.start, settings.work.end, settings.work.region) == (time(7, 30), time(16), "AT-9")
    assert settings.work.days == {0, 1, 2, 3}
    assert settings.answer_hours == (6.0, 4.0, 4.0, 1.0)
    assert settings.mail == ("imaps://anna@imap.wir.example", str(tmp_path / "Archiv.mbox"))
    assert settings.accounts[0].password_command == ("pass", "show", "mail anna")
    assert settings.accounts[0].not_folders == ("Privat*",)
    assert settings.accounts[1].kind == "shared"
    assert settings.calendars == ("caldavs://anna@cal.wir.example/dav",)
    assert settings.team[0].addresses == ("peter@wir.example",)
    assert settings.checks == {"escalations": {"alarms": 3}}


def test_without_any_file_the_defaults_of_the_contract_hold() -> None:
    settings = resolve({}, clock)

    assert settings.answer_hours == (8, 4, 4, 1)
    assert (settings.work.start, settings.work.end, settings.work.region) == (time(8), time(17), "DE")
    assert settings.retention_days == 800
    assert settings.fail_on is None
    assert settings.sync
    assert settings.zone.key == "Europe/Berlin"
    assert settings.origins["zone"] == "TZ"


def test_an_option_wins_over_the_file_and_says_so(tmp_path: Path) -> None:
    settings = settings_of(
        tmp_path,
        FULL,
        me=("otto@wir.example",),
        mail=("~/Maildir",),
        fail_on="red",
        password_command="cat pw",
    )

    assert settings.me == (Address("", "otto@wir.example"),)
    assert settings.origins["me"] == "--me"
    assert settings.accounts[0].uri == str(Path("~/Maildir").expanduser())
    assert settings.accounts[0].password_command == ("cat", "pw")
    assert settings.fail_on is Severity.RED


def test_each_value_knows_its_line(tmp_path: Path) -> None:
    origins = settings_of(tmp_path, FULL).origins

    assert origins["me"] == "config.toml:2"
    assert origins["work.region"] == "config.toml:15"
    assert origins["answer_hours.normal"] == "config.toml:18"
    assert origins["answer_hours.vip"] == "default"
    assert origins["checks.escalations"] == "config.toml:36"


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    mistakes = mistakes_of(
        tmp_path,
        """
zne = "Europe/Berlin"
lang = "fr"
me = "nobody"

[work]
strat = "08:00"
end = "25:00"

[[team]]
addresses = ["a@b.example"]

[[account]]
mail = 7

[wrok]
""",
    )

    assert mistakes == [
        "config.toml:2 “zne” is no key that is known here; did you mean “zone”?",
        "config.toml:3: lang one of these is expected: de, en",
        'config.toml:4: me an address such as "anna@wir.example" is expected',
        "config.toml:16 “wrok” is no key that is known here; did you mean “work”?",
        "config.toml:7 “strat” is no key that is known here; did you mean “start”?",
        'config.toml:8: work.end a time of day such as "08:00" is expected',
        "config.toml:14: account.mail a text in quotation marks is expected",
        "config.toml:10 “name” is missing here",
    ]


@pytest.mark.parametrize("text", ["me = ", "[a", "me = 1\nme = 2", "\x00", "x = " + "[" * 5000])
def test_what_is_no_toml_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="TOML"):
        settings_of(tmp_path, text)


def test_a_configuration_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        resolve({"config": "/nowhere/config.toml"}, clock)


OWNERS = """
mail = "gemeinsam.mbox"
[[owner]]
name = "Anna Berger"
me = "anna@wir.example"
[[owner.account]]
mail = "anna.mbox"
[[owner]]
name = "Otto Berg"
me = "otto@wir.example"
[[owner.account]]
mail = "otto.mbox"
"""


def test_each_owner_has_accounts_of_their_own(tmp_path: Path) -> None:
    anna = settings_of(tmp_path, OWNERS, owner="anna")
    otto = settings_of(tmp_path, OWNERS, owner="Otto Berg")

    assert [Path(uri).name for uri in anna.mail] == ["gemeinsam.mbox", "anna.mbox"]
    assert [Path(uri).name for uri in otto.mail] == ["gemeinsam.mbox", "otto.mbox"]
    assert anna.me == (Address("", "anna@wir.example"),)


def test_the_other_owners_count_as_team(tmp_path: Path) -> None:
    anna = settings_of(tmp_path, OWNERS, owner="anna")

    assert anna.team_addresses == ("otto@wir.example",)


@pytest.mark.parametrize("owner", [None, "berg", "nobody"])
def test_an_owner_that_is_not_clear_is_asked_for(tmp_path: Path, owner: str | None) -> None:
    with pytest.raises(UsageError, match="Anna Berger, Otto Berg"):
        settings_of(tmp_path, OWNERS, owner=owner)


def test_a_working_day_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ends before"):
        settings_of(tmp_path, '[work]\nstart = "17:00"\nend = "08:00"\n')


@pytest.mark.parametrize("text", [f"retention_days = {'9' * 5000}", f"x = {'[' * 5000}"], ids=["digits", "deep"])
def test_a_file_that_no_reader_of_toml_takes_is_a_usage_error(tmp_path: Path, text: str):
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, text)

    assert caught.value.code == "config-syntax"
