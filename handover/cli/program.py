"""The table of commands, and how click learns of them without loading any.

A command lies in the module named here, as an attribute of its own name (``welcome-back`` as
``welcome_back``). Its one-line help stands here because the overview must not import it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from handover.i18n import N_, _

Entry = tuple[str, str]


class Option(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        english = self.help
        self.help = _(english) if english else english
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


class Command(click.Command):
    """A command whose help is translated when it is shown; commands that it hides come last."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        english = self.help
        self.help = _(english) if english else english
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = english

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option


class Group(Command, click.Group):
    """A group that imports a command when it is called."""

    def __init__(self, *args: Any, table: dict[str, Entry] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.table, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"handover.cli.{self.table[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, _(text)) for name, (_module, text) in self.table.items()]
        rows += [
            (name, _(self.commands[name].get_short_help_str(limit=200)))
            for name in self.commands
            if not self.commands[name].hidden
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


def command(name: str | None = None, **attributes: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """Turn a function into a command of this program; its docstring is its help."""
    return click.command(name, cls=Command, **attributes)


def option(*declaration: str, **attributes: Any) -> Callable[[Any], Any]:
    """Declare an option of this program."""
    return click.option(*declaration, cls=Option, **attributes)


COMMANDS: dict[str, Entry] = {
    "show": ("showing", N_("Show one mail or finding as the program understands it, and why.")),
}


@click.group("handover", cls=Group, table=COMMANDS, invoke_without_command=True)
@click.version_option(message="%(prog)s %(version)s", package_name="handover")
@click.pass_context
def program(context: click.Context) -> None:
    """Keep customers from being forgotten and managers from being surprised."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
