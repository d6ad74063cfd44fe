"""The configuration file: TOML, checked against the schema, all mistakes told at once with their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handover.config.lines import Path as KeyPath
from handover.config.lines import line_of, lines_of
from handover.config.schema import ARRAYS, CHECKS, COMMON, OWN, SECTIONS, Key, Tables
from handover.config.values import Wrong
from handover.errors import UsageError
from handover.i18n import LANGUAGES, N_

MAX_SIZE = 4 * 1024 * 1024


class ConfigurationError(UsageError):
    """The configuration holds mistakes; *mistakes* are told one by one."""

    def __init__(self, mistakes: tuple[UsageError, ...]) -> None:
        super().__init__("configuration", "The configuration holds mistakes.")
        self.mistakes = mistakes

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.mistakes,)


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A checked file: values by key path (``("work", "start")``, ``("owner", 0, "me")``), and their lines."""

    path: Path | None = None
    values: Mapping[KeyPath, Any] = field(default_factory=dict)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def origin(self, key: KeyPath) -> str:
        """Return ``config.toml:LINE`` for *key*."""
        name = self.path.name if self.path else ""
        return f"{name}:{line_of(key, dict(self.lines))}"

    def count(self, array: KeyPath) -> int:
        """Return how many tables the array at *array* has."""
        depth = len(array)
        numbers = {key[depth] for key in self.values if key[:depth] == array and len(key) > depth}
        return len(numbers)


def read_file(path: Path) -> ConfigFile:
    """Read and check the configuration at *path*; `ConfigurationError` with every mistake in it."""
    text = _text(path)
    try:
        import tomllib

        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no TOMLDecodeError
        raise UsageError(
            "config-syntax",
            N_("This is no valid TOML: {reason}."),
            hint=N_("Mend the line; https://toml.io shows how it is written."),
            source=str(path),
            reason=str(error),
        ) from error
    lines = lines_of(text)
    reader = _Reader(path, lines)
    reader.document(document)
    if reader.mistakes:
        raise ConfigurationError(tuple(reader.mistakes))
    return ConfigFile(path, reader.values, lines)


def language_in(path: Path) -> str:
    """Return the language that the file at *path* sets, else ``""``; mistakes are told later."""
    try:
        text = _text(path)
        import tomllib

        lang = tomllib.loads(text).get("lang")
    except (UsageError, ValueError, RecursionError):
        return ""
    return lang if lang in LANGUAGES else ""


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = N_("it is not UTF-8")
        raise _unreadable(path, reason) from error
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def _unreadable(path: Path, reason: str) -> UsageError:
    return UsageError(
        "config-unreadable",
        N_("The configuration cannot be read: {reason}."),
        hint=N_("Check the path, or start with `handover init`."),
        source=str(path),
        reason=reason,
    )


class _Reader:
    """Walks a document along the schema, keeping values and mistakes."""

    def __init__(self, path: Path, lines: dict[KeyPath, int]) -> None:
        self.path = path
        self.lines = lines
        self.values: dict[KeyPath, Any] = {}
        self.mistakes: list[UsageError] = []

    def document(self, document: dict[str, Any]) -> None:
        self.table((), document, {**COMMON, **OWN}, inner=(*SECTIONS, *ARRAYS, CHECKS))
        for name, keys in SECTIONS.items():
            if name in document and self.is_table((name,), document[name]):
                self.table((name,), document[name], keys)
        for name, tables in ARRAYS.items():
            self.array((name,), document.get(name, []), tables)
        self.checks(document.get(CHECKS, {}))

    def table(
        self, at: KeyPath, table: dict[str, Any], keys: Mapping[str, Key], inner: tuple[str, ...] = ()
    ) -> None:
        for name, value in table.items():
            if name in inner:
                continue
            if name not in keys:
                self.unknown((*at, name), (*keys, *inner))
                continue
            try:
                self.values[*at, name] = keys[name].read(value)
            except Wrong as wrong:
                self.wrong((*at, name), wrong.text, wrong.values)

    def array(self, at: KeyPath, tables: object, shape: Tables) -> None:
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.wrong(at, N_("tables are expected, each beginning with [[{name}]]"), {"name": str(at[-1])})
            return
        for number, table in enumerate(tables):
            here = (*at, number)
            inner = ("account",) if at == ("owner",) else ()
            self.table(here, table, shape.keys, inner)
            for name in shape.required:
                if name not in table:
                    self.mistake(here, N_("“{name}” is missing here"), {"name": name})
            if inner:
                self.array((*here, "account"), table.get("account", []), ARRAYS["account"])

    def checks(self, checks: object) -> None:
        if not self.is_table((CHECKS,), checks):
            return
        for name, options in dict(checks).items():  # type: ignore[call-overload]
            if self.is_table((CHECKS, name), options):
                self.values[CHECKS, name] = options

    def is_table(self, at: KeyPath, value: object) -> bool:
        if isinstance(value, dict):
            return True
        self.wrong(at, N_("a table is expected, beginning with [{name}]"), {"name": ".".join(map(str, at))})
        return False

    def unknown(self, key: KeyPath, known: tuple[str, ...]) -> None:
        near = next(_near(str(key[-1]), known), "")
        text = (
            N_("“{name}” is no key that is known here")
            if not near
            else N_("“{name}” is no key that is known here; did you mean “{near}”?")
        )
        self.mistake(key, text, {"name": str(key[-1]), "near": near})

    def wrong(self, key: KeyPath, text: str, values: Mapping[str, str]) -> None:
        place = ".".join(str(part) for part in key if not isinstance(part, int))
        self.mistake(key, text, {**values, "key": place}, about=place)

    def mistake(self, key: KeyPath, text: str, values: Mapping[str, str], about: str = "") -> None:
        where = f"{self.path}:{line_of(key, self.lines)}" + (f": {about}" if about else "")
        self.mistakes.append(UsageError("configuration", text, source=where, **values))


def _near(word: str, known: tuple[str, ...]) -> Iterator[str]:
    from difflib import get_close_matches

    yield from get_close_matches(word, known, n=1)
