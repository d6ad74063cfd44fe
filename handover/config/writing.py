"""Write a first configuration: short, commented, readable by its owner alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handover.config.file import read_file
from handover.config.values import Wrong, argv
from handover.errors import UsageError
from handover.i18n import N_, _


def write_config(answers: Mapping[str, Any], target: Path, *, force: bool = False) -> None:
    """Write *answers* to *target*, which appears whole or not at all; it must pass the same check as any other."""
    try:
        text = "\n".join(_lines(answers)) + "\n"
    except Wrong as wrong:
        raise UsageError("bad-option", wrong.text, **wrong.values) from wrong
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        read_file(draft)
        if force:
            os.replace(draft, target)
        else:
            os.link(draft, target)
    except OSError as error:
        raise UsageError(
            "config-unwritable",
            N_("The configuration cannot be written: {reason}."),
            source=str(target),
            reason=error.strerror or str(error),
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _lines(answers: Mapping[str, Any]) -> Iterator[str]:
    yield "# " + _("Configuration of handover; `handover config show` tells what holds and why.")
    yield f"me = [{_text(answers['me'])}]"
    if lang := answers.get("lang"):
        yield f"lang = {_text(lang)}"
    if team := answers.get("team"):
        yield f"colleagues = {_texts(team)}"
    if customers := answers.get("customers"):
        yield f"customers = {_text(os.path.abspath(os.path.expanduser(customers)))}"
    yield ""
    yield "[work]"
    yield f"region = {_text(answers.get('region') or 'DE')}"
    yield ""
    yield "[[account]]"
    mail = answers["mail"]
    yield f"mail = {_text(mail if '://' in mail else os.path.abspath(os.path.expanduser(mail)))}"
    for name in ("password_command", "token_command"):
        if command := answers.get(name):
            yield f"{name} = {_texts(argv(command))}"


def _text(value: str) -> str:
    """Write a TOML basic string; JSON's escapes are among TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(values: tuple[str, ...] | list[str]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"
