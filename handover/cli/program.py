"""The table of commands, and how click learns of them without loading any.

A command lies in the module named here, as an attribute of its own name (``welcome-back`` as
``welcome_back``). Its one-line help stands here because the overview must not import it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import cleandoc
from typing import Any

import click

from handover import __version__
from handover.i18n import LANGUAGES, N_, _
from handover.render.output import write

Entry = tuple[str, str]

SPEAKING_CODES = (0, 1, 3, 5)
"""The exit codes with which the machine form is printed."""

AS_JSON = "as_json"
COMMAND = "command"
LANGUAGE_FROM = "language_from"
"""What a run knows of itself (`click.Context.obj`): whether it speaks to a machine, which command it is, and
what decided its language."""


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

    def invoke(self, ctx: click.Context) -> Any:
        ctx.ensure_object(dict)[COMMAND] = ctx.command_path.partition(" ")[2]
        return super().invoke(ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        english = self.help
        self.help = _(cleandoc(english)) if english else english
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            known = self.list_commands(ctx)
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=known, ctx=ctx) from None

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


def remember_json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Note that this run speaks to a machine, wherever on the line that was said."""
    known = context.ensure_object(dict)
    known[AS_JSON] = value or known.get(AS_JSON, False)


COMMANDS: dict[str, Entry] = {
    "unanswered": ("reading", N_("Who is still waiting for an answer?")),
    "promises": ("reading", N_("What was promised, and until when?")),
    "escalations": ("reading", N_("Who is losing patience?")),
    "check": ("reading", N_("Run all checks, or the named ones.")),
    "sync": ("reading", N_("Read what is new into the store.")),
    "show": ("showing", N_("Show one mail or finding as the program understands it, and why.")),
    "calls": ("calls", N_("Who waits for a call, who else can help, when is a time free?")),
    "note": ("notes", N_("Write down a phone call; list notes, tick them off.")),
    "packet": ("packets", N_("Build the handover packet for an absence.")),
    "watch": ("watch", N_("During an absence: who wrote, who was put off, who waits?")),
    "welcome-back": ("watch", N_("After an absence: whom to call first, and what was said meanwhile.")),
    "briefing": ("briefing", N_("The week for the manager: who needs attention, and the numbers.")),
    "dismiss": ("verdicts", N_("Take a finding off the list until the contact writes again.")),
    "snooze": ("verdicts", N_("Hide a finding until a date.")),
    "confirm": ("verdicts", N_("Confirm that a finding is right.")),
    "undo": ("verdicts", N_("Take back what was decided about a finding.")),
    "words": ("words", N_("Your own words: what counts as urgent, as a complaint …, and why.")),
    "learn": ("learning", N_("Adapt the checks to what you dismissed and confirmed.")),
    "purge": ("privacy", N_("Forget mail that is older than the retention time.")),
    "privacy": ("privacy", N_("Show, export or delete what is stored about a person.")),
    "config": ("setup", N_("Show every setting and where it comes from.")),
    "init": ("setup", N_("Set up by asking.")),
    "doctor": ("setup", N_("Tell what would not work, and how to mend it.")),
    "demo": ("demonstration", N_("Everything at once on the bundled example.")),
}


@click.group(
    "handover",
    cls=Group,
    table=COMMANDS,
    invoke_without_command=True,
    help=N_("Keep customers from being forgotten and managers from being surprised."),
)
@click.version_option(
    __version__, cls=Option, message="%(prog)s %(version)s", help=N_("Show the version and exit.")
)
@click.option("--debug", is_flag=True, hidden=True, expose_value=False)
@click.option("--lang", type=click.Choice(LANGUAGES), hidden=True, expose_value=False)
@click.option("--json", AS_JSON, is_flag=True, hidden=True, expose_value=False, callback=remember_json)
@click.pass_context
def program(context: click.Context) -> None:
    if context.invoked_subcommand is not None:
        return
    if context.ensure_object(dict)[AS_JSON]:
        from handover.render.output import write_json

        write_json({"questions": [{"question": _(text), "command": line} for text, line in QUESTIONS]})
        return
    for line in welcome():
        write(line)


QUESTIONS = (
    (N_("Who is still waiting for me?"), "handover unanswered"),
    (N_("What did we promise, and is it due?"), "handover promises"),
    (N_("Which customer is losing patience?"), "handover escalations"),
)


def welcome() -> Iterator[str]:
    """Yield the questions that people have, each with its command."""
    hints = (
        (N_("First time here? Look at an example:"), "handover demo"),
        (N_("Set it up for your own mail:"), "handover init"),
        (N_("Everything else:"), "handover --help"),
    )
    wide = 2 + max(len(_(text)) for text, _line in QUESTIONS + hints)
    for question, line in QUESTIONS:
        yield f"{_(question):<{wide}}{line}"
    yield ""
    for hint, line in hints:
        yield f"{_(hint):<{wide}}{line}"
