"""Where secrets come from, in which order, and that they show nowhere."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from handover.credentials import (
    Secret,
    by_command,
    by_keyring,
    by_prompt,
    by_systemd,
    find_secret,
)
from handover.errors import SourceError, UsageError


def script(tmp_path: Path, body: str) -> list[str]:
    file = tmp_path / "secret.py"
    file.write_text(f"import os, sys\n{body}\n")
    return [sys.executable, str(file)]


def test_a_command_prints_the_password_on_its_first_line(tmp_path: Path) -> None:
    command = script(tmp_path, "print('Straße 7'); print('user: kim')")

    assert by_command(command)("m.example", "kim") == Secret("password", "Straße 7")


def test_a_command_learns_whose_password_is_wanted(tmp_path: Path) -> None:
    command = script(
        tmp_path, "print(os.environ['HANDOVER_ACCOUNT_USER'], os.environ['HANDOVER_ACCOUNT_HOST'])"
    )

    assert by_command(command)("m.example", "kim") == Secret("password", "kim m.example")


def test_a_command_line_is_split_but_no_shell_runs_it(tmp_path: Path) -> None:
    command = " ".join(script(tmp_path, "print(sys.argv[1:])")) + " 'a b' '$HOME' ';' ls"

    assert by_command(command)("m.example", "kim") == Secret("password", "['a b', '$HOME', ';', 'ls']")


def test_a_token_command_gives_a_token(tmp_path: Path) -> None:
    assert by_command(script(tmp_path, "print('ey.J.x')"), token=True)("m.example", "kim") == Secret(
        "token", "ey.J.x"
    )


@pytest.mark.parametrize("body", ["sys.exit(3)", "print('x' * 100_000)"])
def test_a_command_that_fails_is_named(tmp_path: Path, body: str) -> None:
    with pytest.raises(SourceError) as caught:
        by_command(script(tmp_path, body))("m.example", "kim")

    assert caught.value.code == "password_command"
    assert "kim" in str(caught.value)
    assert "m.example" in str(caught.value)


def test_a_command_that_does_not_exist_is_named() -> None:
    with pytest.raises(SourceError) as caught:
        by_command(["/nirgends/pass"])("m.example", "kim")

    assert "/nirgends/pass" in str(caught.value)


def test_an_empty_command_is_a_mistake_of_usage() -> None:
    with pytest.raises(UsageError):
        by_command("  ")


def test_each_account_is_asked_for_once(tmp_path: Path) -> None:
    asked = []

    def ask(host: str, user: str) -> str:
        asked.append((host, user))
        return "geheim"

    find = find_secret(by_prompt(ask))

    assert find("m.example", "kim") == find("m.example", "kim") == Secret("password", "geheim")
    find("m.example", "lee")
    assert asked == [("m.example", "kim"), ("m.example", "lee")]


def test_the_next_one_is_asked_where_the_first_knows_nothing() -> None:
    find = find_secret(by_prompt(None), lambda host, user: None, by_prompt(lambda host, user: "drittes"))

    assert find("m.example", "kim").value == "drittes"


def test_where_nobody_knows_a_password_it_is_said_what_to_do() -> None:
    with pytest.raises(SourceError) as caught:
        find_secret(by_prompt(None))("m.example", "kim")

    assert caught.value.code == "no_password"
    assert "--password-command" in caught.value.hint


def test_a_systemd_credential_is_found_by_user_and_host_or_by_the_programs_name(tmp_path: Path) -> None:
    (tmp_path / "kim@m.example").write_text("erstes\n")
    (tmp_path / "handover").write_text("zweites\n")
    find = by_systemd({"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert find("m.example", "kim") == Secret("password", "erstes")
    assert find("m.example", "lee") == Secret("password", "zweites")
    assert by_systemd({})("m.example", "kim") is None


def test_a_user_name_cannot_lead_out_of_the_credentials(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "x@m.example").write_text("fremd")

    assert by_systemd({"CREDENTIALS_DIRECTORY": str(inside)})("m.example", "../x") is None


def test_the_keyring_is_asked_for_service_and_user(monkeypatch: pytest.MonkeyPatch) -> None:
    errors = types.ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    fake = types.ModuleType("keyring")
    fake.get_password = lambda service, user: {("handover:m.example", "kim"): "ring"}.get((service, user))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", fake)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)

    assert by_keyring()("m.example", "kim") == Secret("password", "ring")
    assert by_keyring()("m.example", "lee") is None


def test_a_missing_keyring_matters_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert by_keyring()("m.example", "kim") is None
    with pytest.raises(UsageError):
        by_keyring(required=True)("m.example", "kim")


def test_a_secret_does_not_show_itself() -> None:
    assert "geheim" not in repr(Secret("password", "geheim"))
