"""The tables as files for a spreadsheet: tidy, one row for each group and week, one column for each number.

No text becomes a formula, a link or a number: customers' names are other people's words (OWASP, "CSV Injection"). What
cannot be seen is taken out of them.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from handover.i18n import N_
from handover.metrics.definitions import AGE_MEASURES, MEASURES, measured
from handover.metrics.weeks import Tables, Usual, Week

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

RISKY = frozenset("=+-@＝＋－＠")
MAX_CELL = 32_767
"""So many characters fit into a cell of Excel."""

FIRST_YEAR = 1900
"""Excel knows no earlier date."""

SHOWN = (*MEASURES[:4], *AGE_MEASURES, *MEASURES[4:])
NO_AREA = N_("no area")
KINDS = {"total": N_("total"), "area": N_("area"), "customer": N_("customer")}
UNITS = {"count": N_("count"), "hours": N_("working hours")}

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SEPARATED = re.compile(r"""([;,"][\s\xad\u200c\u200d]*)(?=[=+\-@＝＋－＠])""")
"""Where a spreadsheet that takes another sign for the separator begins a cell with a formula."""
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")

Cell = str | int | float | date | None


class Labels(Protocol):
    """Who says a text in the reader's language."""

    @property
    def lang(self) -> str: ...

    def say(self, message: str, **values: Any) -> str: ...


class Sheet(NamedTuple):
    """One table: its file's name, its title, the heads of its columns, its rows."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Iterator[Sequence[Cell]]


def csv_files(tables: Tables, labels: Labels) -> dict[str, bytes]:
    """Return each table as CSV by its file's name, as Excel of the reader's country opens it.

    UTF-8 with a byte order mark; German ones with semicolons and decimal commas. Lines end as in RFC 4180.
    """
    return {f"{sheet.name}.csv": _csv(sheet, labels.lang == "de") for sheet in sheets(tables, labels)}


def xlsx(tables: Tables, labels: Labels) -> bytes:
    """Return all tables as one workbook, a sheet each; the same tables give the same bytes."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(target, options)
    book.set_properties({"created": tables.now.astimezone(UTC).replace(tzinfo=None)})
    for sheet in sheets(tables, labels):
        _fill(book, sheet)
    book.close()
    return target.getvalue()


def sheets(tables: Tables, labels: Labels) -> Iterator[Sheet]:
    """Yield the tables in their order: totals, areas, customers, usual ranges, definitions."""
    say = labels.say
    week = [say(N_("week")), say(N_("first day")), say(N_("last day"))]
    numbers = [say(measure.title) for measure in SHOWN]
    areas = {name or say(NO_AREA): weeks for name, weeks in tables.areas.items()}
    yield Sheet("totals", say(N_("Totals")), week + numbers, (_numbers(each) for each in tables.weeks))
    yield Sheet("areas", say(N_("Areas")), [say(N_("area")), *week, *numbers], _grouped(areas))
    yield Sheet(
        "customers", say(N_("Customers")), [say(N_("customer")), *week, *numbers], _grouped(tables.customers)
    )
    heads = [
        N_("group"),
        N_("name"),
        N_("what is counted"),
        N_("last week"),
        N_("usual from"),
        N_("usual to"),
    ]
    yield Sheet("usual", say(N_("Usual range")), list(map(say, heads)), _usual(tables, labels))
    heads = [N_("what is counted"), N_("unit"), N_("definition")]
    yield Sheet("definitions", say(N_("Definitions")), list(map(say, heads)), _definitions(labels))


def clean(text: str) -> str:
    """Return *text* on one line, without control characters and marks that turn it around or that XML forbids."""
    visible = _INVISIBLE.sub("", _CONTROL.sub(" ", text))
    return " ".join(_BROKEN.sub("\ufffd", visible).split())[:MAX_CELL]


def is_risky(text: str) -> bool:
    """Tell whether a spreadsheet might compute *text*: what can be seen of it begins as a formula does."""
    return next((sign for sign in text if unicodedata.category(sign) not in ("Cf", "Zs")), "") in RISKY


def _numbers(week: Week) -> list[Cell]:
    return [week.week, week.first, week.last, *(measured(week, measure.id) for measure in SHOWN)]


def _grouped(groups: Mapping[str, Sequence[Week]]) -> Iterator[Sequence[Cell]]:
    for name, weeks in groups.items():
        for week in weeks:
            yield [name, *_numbers(week)]


def _usual(tables: Tables, labels: Labels) -> Iterator[Sequence[Cell]]:
    yield from _ranges(labels, "total", "", tables.weeks[-1], tables.usual)
    for name, ranges in tables.usual_areas.items():
        yield from _ranges(labels, "area", name or labels.say(NO_AREA), tables.areas[name][-1], ranges)
    for name, ranges in tables.usual_customers.items():
        yield from _ranges(labels, "customer", name, tables.customers[name][-1], ranges)


def _ranges(
    labels: Labels, kind: str, name: str, last: Week, ranges: Mapping[str, Usual]
) -> Iterator[Sequence[Cell]]:
    for measure in MEASURES:
        if known := ranges.get(measure.id):
            yield [
                labels.say(KINDS[kind]),
                name,
                labels.say(measure.title),
                measured(last, measure.id),
                known.low,
                known.high,
            ]


def _definitions(labels: Labels) -> Iterator[Sequence[Cell]]:
    say = labels.say
    for measure in SHOWN:
        yield [say(measure.title), say(UNITS[measure.unit]), say(measure.definition)]
    yield [say(N_("Usual range")), "", say(USUAL)]


USUAL = N_(
    "What the weeks before make ordinary: their median ± 2 × 1.4826 × the median distance from it, at least ± 2 × the "
    "square root of a number, ± 1 hour for hours; known from four weeks on."
)


def _csv(sheet: Sheet, german: bool) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";" if german else ",", lineterminator="\r\n")
    writer.writerow([_written(head, german) for head in sheet.heads])
    for row in sheet.rows:
        writer.writerow([_written(cell, german) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def _written(cell: Cell, german: bool) -> str:
    if isinstance(cell, str):
        text = _SEPARATED.sub(r"\1'", clean(cell))
        return "'" + text if is_risky(text) else text
    if isinstance(cell, float):
        return str(cell).replace(".", ",") if german else str(cell)
    return "" if cell is None else str(cell)


def _fill(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.title)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    widths = [max(11, *map(len, title.split()), 0) for title in map(clean, sheet.heads)]
    for column, title in enumerate(sheet.heads):
        page.write_string(0, column, clean(title), head)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _put(page, last, column, cell, day)
            if isinstance(cell, str):
                widths[column] = max(widths[column], min(len(cell), 60))
    for column, width in enumerate(widths):
        page.set_column(column, column, width + 1)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, len(sheet.heads) - 1)


def _put(page: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, clean(cell))
    elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
        page.write_datetime(row, column, cell, day)
    elif isinstance(cell, date):
        page.write_string(row, column, cell.isoformat())
    elif cell is not None:
        page.write_number(row, column, cell)
