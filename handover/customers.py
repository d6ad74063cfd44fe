"""The customer list: a CSV as a person keeps it, in Excel too.

Takes ``,``, ``;`` or tabs, UTF-8 (with or without mark), UTF-16 or cp1252, and German decimals. What a line
says wrongly is told as a notice and left out; the rest of the list stays good. Who belongs to a customer is
decided elsewhere (`people`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from handover.answer import Notice
from handover.config.values import ADDRESS, Wrong, region, zone
from handover.errors import UsageError
from handover.i18n import LANGUAGES, N_
from handover.model import Customer

COLUMNS = (
    "name",
    "match",
    "area",
    "language",
    "zone",
    "region",
    "vip",
    "interrupt",
    "answer_hours",
    "deputy",
    "phone",
)
MAX_SIZE = 20 * 1024 * 1024
YES = frozenset(("1", "x", "yes", "y", "true", "wahr", "ja", "j", "vip"))
NO = frozenset(("", "0", "no", "n", "false", "falsch", "nein", "-"))

_DOMAIN = re.compile(r"[^\s@.]+(\.[^\s@.]+)+\Z")


class CustomerLine(NamedTuple):
    """One line: a domain or an address, and the customer whose people write from there."""

    match: str
    customer: Customer


def read_customers(path: Path) -> tuple[list[CustomerLine], list[Notice]]:
    """Return the lines of the list at *path* and what was odd about it; `UsageError` when it is no list.

    Lines that share a name are one customer; the first that fills a column wins.
    """
    text = _decoded(path)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [cell.strip().casefold().lstrip("\ufeff") for cell in next(rows, [])]
        missing = [name for name in COLUMNS[:2] if name not in header]
        if missing:
            raise _no_list(path, ", ".join(missing))
        reader = _Reader(path, header)
        for row in rows:
            reader.line(rows.line_num, row)
    except csv.Error as error:
        raise UsageError(
            "customers-csv",
            N_("The customer list cannot be read: {reason}."),
            source=f"{path}:{rows.line_num}",
            reason=str(error),
        ) from error
    return reader.lines(), reader.notices


class _Reader:
    """Collects lines, merging those that share a name."""

    def __init__(self, path: Path, header: list[str]) -> None:
        self.path = path
        self.header = header
        self.cells: dict[str, dict[str, str]] = {}
        self.matches: list[tuple[str, str, int]] = []
        self.notices = [
            self.notice(1, N_("The column “{name}” is not known and is left out."), name=name)
            for name in header
            if name and name not in COLUMNS
        ]

    def line(self, number: int, row: list[str]) -> None:
        cells = {name: cell.strip() for name, cell in zip(self.header, row, strict=False) if name in COLUMNS}
        if not any(cells.values()):
            return
        name, match = cells.get("name", ""), cells.get("match", "").lower().removeprefix("@")
        if not name or not (ADDRESS.match(match) or _DOMAIN.match(match)):
            self.notices.append(
                self.notice(
                    number, N_("This line names no customer with a domain or address; it is left out.")
                )
            )
            return
        known = self.cells.setdefault(name.casefold(), {})
        known.update({key: value for key, value in cells.items() if value and not known.get(key)})
        self.matches.append((match, name.casefold(), number))

    def lines(self) -> list[CustomerLine]:
        customers: dict[str, Customer] = {}
        for match, name, number in self.matches:
            if name not in customers:
                customers[name] = self.customer(self.cells[name], match, number)
        return [CustomerLine(match, customers[name]) for match, name, _number in self.matches]

    def customer(self, cells: Mapping[str, str], match: str, number: int) -> Customer:
        """Make a customer of *cells*; a value that does not fit is told and left out."""
        values: dict[str, object] = {}
        for column in COLUMNS[2:]:
            try:
                values[column] = _READERS[column](cells.get(column, ""))
            except (Wrong, ValueError):
                text = N_("“{value}” does not fit the column “{name}” and is left out.")
                self.notices.append(self.notice(number, text, value=cells[column], name=column))
        return Customer(id=match, name=cells["name"], **values)  # type: ignore[arg-type]

    def notice(self, number: int, text: str, **values: str) -> Notice:
        return Notice("customers-csv", text, source=f"{self.path}:{number}", **values)


def _yes(cell: str) -> bool:
    if cell.casefold() in YES | NO:
        return cell.casefold() in YES
    raise ValueError(cell)


def _hours(cell: str) -> float | None:
    if not cell:
        return None
    hours = float(cell.replace(",", "."))
    if not 0 < hours < 10_000:
        raise ValueError(cell)
    return hours


def _language(cell: str) -> str:
    short = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}.get(
        cell.casefold(), cell[:2].lower()
    )
    if cell and short not in LANGUAGES:
        raise ValueError(cell)
    return short if cell else ""


def _deputy(cell: str) -> str:
    if cell and not ADDRESS.match(cell):
        raise ValueError(cell)
    return cell.lower()


_READERS: Mapping[str, Callable[[str], object]] = {
    "area": str,
    "language": _language,
    "zone": lambda cell: str(zone(cell)) if cell else "",
    "region": region,
    "vip": _yes,
    "interrupt": _yes,
    "answer_hours": _hours,
    "deputy": _deputy,
    "phone": str,
}


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SIZE)
    except OSError as error:
        raise UsageError(
            "customers-unreadable",
            N_("The customer list cannot be read: {reason}."),
            hint=N_("Check --customers or the configuration."),
            source=str(path),
            reason=error.strerror or str(error),
        ) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return what separates the cells: the commonest candidate in the header line."""
    head = text.partition("\n")[0]
    return max((",", ";", "\t"), key=head.count)


def _no_list(path: Path, missing: str) -> UsageError:
    return UsageError(
        "customers-csv",
        N_("The customer list lacks the columns: {missing}."),
        hint=N_(
            "Its first line must be: name,match,area,language,zone,region,vip,interrupt,answer_hours,deputy,phone"
        ),
        source=f"{path}:1",
        missing=missing,
    )
