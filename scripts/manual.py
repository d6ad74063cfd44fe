"""Write the reference pages that are made from the program itself: commands, configuration, checks.

``python scripts/manual.py`` writes them; ``--check`` fails when one is not current.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from handover.checks.base import Check, all_checks
from handover.cli.program import program
from handover.config.schema import ARRAYS, COMMON, OWN, SECTIONS, Key

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
WIDTH = 80


def main(arguments: list[str]) -> int:
    """Write or check the pages; return the exit code."""
    pages = {"commands.md": commands(), "configuration.md": configuration(), "checks.md": checks()}
    stale = []
    for name, lines in pages.items():
        text = "\n".join(lines).rstrip() + "\n"
        path = REFERENCE / name
        if "--check" in arguments:
            stale += [name] if not path.exists() or path.read_text(encoding="utf-8") != text else []
        else:
            path.write_text(text, encoding="utf-8")
    for name in stale:
        sys.stderr.write(f"docs/reference/{name} is not current: run scripts/manual.py\n")
    return 1 if stale else 0


def commands() -> Iterator[str]:
    """Yield the page of commands: the help of each, as the program prints it."""
    yield "# Commands"
    yield ""
    yield "Made from the program by `scripts/manual.py`. An option means the same in every command that has it."
    for path, command in every_command(program, "handover"):
        with click.Context(command, info_name=path, terminal_width=WIDTH, max_content_width=WIDTH) as context:
            yield from ("", f"## {path}", "", "```", command.get_help(context), "```")


def every_command(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield *command* and all below it with their full names."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from every_command(below, f"{path} {name}")


def configuration() -> Iterator[str]:
    """Yield the page of the configuration: every key, its default and its meaning."""
    yield "# Configuration"
    yield ""
    yield "`$XDG_CONFIG_HOME/handover/config.toml` (usually `~/.config/handover/config.toml`), or what"
    yield "`HANDOVER_CONFIG` or `-c` names. An option on the command line wins over the file."
    yield "Made from the program by `scripts/manual.py`; `handover config show` prints what holds for you."
    yield from _keys("At the top", {**OWN, **COMMON})
    for name, keys in SECTIONS.items():
        yield from _keys(f"`[{name}]`", keys)
    for name, tables in ARRAYS.items():
        yield from _keys(f"`[[{name}]]`: {tables.help}", tables.keys)
        if name == "owner":
            yield ""
            yield "Its accounts are written as `[[owner.account]]`, with the keys of `[[account]]`."
    yield from ("", "## `[checks.NAME]`", "", "What each check declares; see [checks](checks.md).")


def _keys(title: str, keys: Mapping[str, Key]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| key | default | meaning |", "|---|---|---|")
    for name, key in keys.items():
        yield f"| `{name}` | {_default(key.default)} | {key.help} |"


def _default(value: object) -> str:
    if value in ("", []):
        return "–"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def checks() -> Iterator[str]:
    """Yield the page of checks: what each looks for, its options, and the examples that are its tests."""
    yield "# Checks"
    yield ""
    yield "Made from the checks by `scripts/manual.py`. In the examples the last line is the moment of asking."
    for check in all_checks().values():
        yield from ("", f"## {check.id}", "", f"*{check.title['en']}* · *{check.title['de']}*", "")
        yield inspect.getdoc(sys.modules[check.run.__module__]) or ""
        yield from _options(check)
        for example in check.examples:
            fires = f"fires {example.fires.word}" if example.fires else "stays silent"
            yield from (
                "",
                f"**{example.title}** – {fires}",
                "",
                "```",
                inspect.cleandoc(example.mails),
                "```",
            )


def _options(check: Check) -> Iterator[str]:
    if check.options:
        yield from ("", f"| `[checks.{check.id}]` | default | meaning |", "|---|---|---|")
    for option in check.options:
        yield f"| `{option.name}` | `{option.default}` | {option.help['en']} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
