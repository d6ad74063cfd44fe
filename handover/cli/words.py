"""`words`: a user's own words of the language layer; list, look up, add, mute, remove."""

from __future__ import annotations

import click

from handover.cli.finishing import finish
from handover.cli.options import common_options, settle, word_options
from handover.cli.program import Command, Group, option
from handover.config.settings import Settings
from handover.i18n import N_

EXAMPLES = N_("""Your own words: what counts as urgent, as a complaint …, and why.

Without a command it lists the words that you added and muted. They lie in words.toml beside the configuration
and count from the next run on, also for mail that was read before.

\b
Examples:
  handover words
  handover words show "Das Band steht, bitte melden!"
  handover words add --signal urgent --lang de "Wickler steht"
  handover words mute "asap"
  handover words remove "asap\"""")

_lang = option(
    "--lang", metavar="LANGUAGE", default="", help=N_("The language of the words; without it, every one.")
)
_text = click.argument("text", metavar="TEXT")


class WordsGroup(Group):
    """Takes ``words`` for ``words list``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] != "--help"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=WordsGroup, help=EXAMPLES)
def words() -> None:
    pass


@words.command("list", cls=Command)
@common_options
def list_(config: str | None, debug: bool) -> None:
    """List the words that you added and muted (`handover words` does the same)."""
    from handover import app

    settings = settle({"config": config, "debug": debug, "any_owner": True})
    finish(app.words_list(settings), settings)


@words.command("show", cls=Command, short_help=N_("See what is heard in a text, and why."))
@_text
@_lang
@word_options
def show(settings: Settings, text: str, lang: str) -> None:
    """Tell what is heard in a text and why: which words, which phrase, what silences it.

    For a single word it also lists the phrases that know it.

    \b
    Example:
      handover words show "Das Band steht, bitte melden!"
    """
    from handover import app

    finish(app.words_show(settings, text, lang), settings)


@words.command("add", cls=Command, short_help=N_("Add a word or phrase."))
@_text
@option("--signal", metavar="SIGNAL", required=True, help=N_("What the words say: urgent, complaint, asks …"))
@_lang
@option("--weight", metavar="NUMBER", type=float, help=N_("How surely the words alone mean it: 0.1 to 0.97."))
@word_options
def add(settings: Settings, text: str, signal: str, lang: str, weight: float | None) -> None:
    """Add a word or phrase that speaks for a signal.

    Case and punctuation do not matter. "wickel*" takes any ending, "steht|stockt" one of several words,
    "bitte? anrufen" a word that may be missing, "Band .. steht" up to three words between.

    \b
    Examples:
      handover words add --signal urgent --lang de "Wickler steht"
      handover words add --signal complaint --weight 0.9 "second time this month"
    """
    from handover import app

    finish(app.words_add(settings, text, signal, lang, weight), settings)


@words.command("mute", cls=Command, short_help=N_("Mute words that should not count."))
@_text
@_lang
@word_options
def mute(settings: Settings, text: str, lang: str) -> None:
    """Mute words: where a phrase finds exactly these, it does not count; a word's tone neither.

    \b
    Example:
      handover words mute "asap"
    """
    from handover import app

    finish(app.words_add(settings, text, "", lang, None), settings)


@words.command("remove", cls=Command, short_help=N_("Take back what you added or muted."))
@_text
@option("--signal", metavar="SIGNAL", default="", help=N_("Only where they speak for this signal."))
@_lang
@word_options
def remove(settings: Settings, text: str, signal: str, lang: str) -> None:
    """Take back words that you added or muted.

    \b
    Example:
      handover words remove "asap"
    """
    from handover import app

    finish(app.words_remove(settings, text, signal, lang), settings)
