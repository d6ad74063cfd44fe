"""Keep the translations current: collect the English texts, update the ``.po`` files, compile the ``.mo`` files.

``python scripts/catalogue.py`` updates; ``--check`` fails when something is not translated or not compiled.
English sentences are the keys. They are found where they stand: in ``_()``, ``N_()``, ``ngettext()``, ``.say()``
and ``.count()``, also in templates, in the text and hint of errors, in the help of commands, and in click itself.
"""

from __future__ import annotations

import ast
import inspect
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "handover"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("de",)

SINGLE = {"_": (0,), "N_": (0,), "gettext": (0,), "say": (0,), "Wrong": (0,)}
PLURAL = {"ngettext", "count"}
ERROR_TEXTS = 1
ERROR_KEYWORDS = {"hint"}

FOR_PROGRAMMERS = (
    "Arguments take exactly", "Boolean option {decl", "Could not determine name", "DeprecationWarning",
    "Name '{name}' defined twice", "No options defined but", "Value must be an iterable",
)  # fmt: skip
"""Texts of click that only the author of a program meets."""

SPEAKING = (
    "credentials.py", "database.py", "intake/crew.py", "journal/__init__.py", "sources/**/*.py", "store/base.py",
)  # fmt: skip
SILENT = ("roles.py", "zone_names.py")
"""Modules that build their errors in functions of their own: every sentence in them is a text for people."""

Found = tuple[str | tuple[str, str], str]


_QUERY = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BETWEEN|WHERE|AND|IN|DROP|ATTACH|VACUUM)\b|<\?|\|\|"
)


def main(arguments: list[str]) -> int:
    """Update or check every catalogue; return the exit code."""
    wanted = {text for text, _place in texts()}
    problems = []
    for language in LANGUAGES:
        folder = LOCALE / language / "LC_MESSAGES"
        old = _read(folder / "handover.po", language)
        new = _merged(old, language)
        if "--check" in arguments:
            problems += list(_problems(old, wanted, folder))
        else:
            _write(new, folder)
            problems += [
                f"not translated: {message.id!r}" for message in new if message.id and not _done(message)
            ]
    for problem in problems:
        sys.stdout.write(problem + "\n")
    return 1 if problems and "--check" in arguments else 0


def texts() -> Iterator[Found]:
    """Yield every English text of the program, and of click, with the file that holds it."""
    for base, files in (
        (ROOT, sorted(PACKAGE.rglob("*.py"))),
        (Path(click.__file__).parent.parent, _click()),
    ):
        for file in files:
            name = str(file.relative_to(base))
            for text in _in_file(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(text, tuple) or not text.startswith(FOR_PROGRAMMERS):
                    yield text, name
    for pattern in SPEAKING:
        for file in sorted(PACKAGE.glob(pattern)):
            if file.name not in SILENT:
                yield from ((text, str(file.relative_to(ROOT))) for text in _sentences(file))
    yield from _in_templates()
    yield from _in_commands()


def _in_templates() -> Iterator[Found]:
    """Yield the texts that the templates say: the arguments of ``say()`` and ``count()``."""
    for file in sorted((ROOT / "templates").rglob("*.j2")):
        tree = Environment().parse(file.read_text(encoding="utf-8"))  # noqa: S701 - only read, nothing rendered
        for call in tree.find_all(nodes.Call):
            name = getattr(call.node, "attr", "")
            texts = [
                part.value
                for part in call.args
                if isinstance(part, nodes.Const) and isinstance(part.value, str)
            ]
            if name in PLURAL and len(texts) > 1:
                yield (texts[0], texts[1]), str(file.relative_to(ROOT))
            elif name in SINGLE and texts:
                yield texts[0], str(file.relative_to(ROOT))


def _click() -> list[Path]:
    folder = Path(click.__file__).parent
    names = ("core", "decorators", "exceptions", "formatting", "parser", "types")
    return [folder / f"{name}.py" for name in names]


def _in_file(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        literal = [_literal(argument) for argument in node.args]
        if name in PLURAL and len(literal) > 1 and literal[0] and literal[1]:
            yield literal[0], literal[1]
        elif name in SINGLE:
            yield from (literal[place] for place in SINGLE[name] if place < len(literal) and literal[place])
        elif name.endswith(("Error", "Notice")) and len(literal) > ERROR_TEXTS and literal[ERROR_TEXTS]:
            yield literal[ERROR_TEXTS]
            keywords = {keyword.arg: _literal(keyword.value) for keyword in node.keywords}
            yield from (text for key, text in keywords.items() if key in ERROR_KEYWORDS and text)


def _sentences(file: Path) -> Iterator[str]:
    """Yield the literals of *file* that are sentences: three words or more, no docstring, no query, no markup."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    mute = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    mute |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = _literal(node)
        if (
            id(node) not in mute
            and len(text.split()) > 2
            and not text.isupper()
            and text.isprintable()
            and not _QUERY.search(text)
        ):
            yield text


def _literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _in_commands() -> Iterator[Found]:
    """Yield the help of every command: its docstring, as click shows it."""
    from handover.cli.program import program

    waiting: list[click.Command] = [program]
    while waiting:
        command = waiting.pop()
        if isinstance(command, click.Group):
            context = click.Context(command)
            waiting += [command.get_command(context, name) for name in command.list_commands(context)]  # type: ignore[misc]
        if command.help:
            yield inspect.cleandoc(command.help), "handover/cli"


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _merged(old: Catalog, language: str) -> Catalog:
    """Return a catalogue of all texts with the translations that *old* has."""
    new = Catalog(
        locale=language, project="handover", charset="utf-8", fuzzy=False, header_comment="# German texts."
    )
    new.revision_date = new.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    for text, place in sorted(texts(), key=lambda found: (found[1], str(found[0]))):
        known = old.get(text if isinstance(text, str) else text[0])
        string = known.string if known is not None else ("" if isinstance(text, str) else ("", ""))
        new.add(text, string, locations=[(place, None)])
    return new


def _problems(old: Catalog, wanted: set[str | tuple[str, str]], folder: Path) -> Iterator[str]:
    known = {message.id: message for message in old if message.id}
    for text in sorted(wanted, key=str):
        if text not in known:
            yield f"not in the catalogue: {text!r}"
        elif not _done(known[text]):
            yield f"not translated: {text!r}"
    yield from (f"no longer used: {text!r}" for text in known if text not in wanted)
    compiled = folder / "handover.mo"
    if not compiled.exists() or compiled.read_bytes() != _compiled(old):
        yield "handover.mo is not current: run scripts/catalogue.py"


def _done(message: object) -> bool:
    string = message.string  # type: ignore[attr-defined]
    return bool(string) if isinstance(string, str) else all(string)


def _compiled(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _write(catalogue: Catalog, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "handover.po").open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, sort_output=False)
    with (folder / "handover.po").open("rb") as file:
        again = read_po(file, locale=catalogue.locale_identifier)
    (folder / "handover.mo").write_bytes(_compiled(again))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
