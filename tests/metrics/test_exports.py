"""The tables as files: what a spreadsheet makes of them, also of names that somebody chose with bad intent."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from handover.ledger import Facts
from handover.metrics import MEASURES, Part, Spread, Tables, Usual, Week, tables, week_of, weeks_of
from handover.metrics.definitions import AGE_MEASURES
from handover.metrics.exports import MAX_CELL, csv_files, xlsx
from handover.model import Quote, Request, Step
from handover.render.voice import Voice
from handover.worktime import WorkCalendar

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
ENGLISH, GERMAN = Voice("en", BERLIN), Voice("de", BERLIN)
NASTY = (
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " \u200b=1+1",
    "\u00ad=1+1",
    "＝1+1",
    "<b>Müller & Söhne</b>",
    "zwei\nZeilen; mit, \"Zeichen\"",
    "https://evil.example/",
    "\x1b[31mrot\x07\x00",
    "gedreht\u202etxt.exe",
    "halb\ud83d",
    "_x0041_",
    "{=1+1}",
    "0123",
)  # fmt: skip


def week(monday: date, opened: int = 3, hours: float | None = 2.5) -> Week:
    spread = Spread(hours, None, opened)
    ages = (1, 0, 0, 1)
    return Week(
        week_of(monday), monday, monday + timedelta(days=6), opened, 1, 2, 1, spread, spread, 0, 0, 0, 0, ages
    )


def sample(*customers: str) -> Tables:
    weeks = tuple(map(week, weeks_of(MONDAY, 2)))
    ranges = {"opened": Usual(0.5, 5)}
    return Tables(
        weeks, {"": weeks, "Süd": weeks}, dict.fromkeys(customers or ("acme.example",), weeks), ranges, {"": ranges},
        dict.fromkeys(customers, ranges), NOW, False,
    )  # fmt: skip


def rows(content: bytes, delimiter: str) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)
    )


def page(content: bytes, title: str) -> Worksheet:
    return load_workbook(io.BytesIO(content))[title]


def test_there_is_a_file_for_each_table_in_the_same_order_as_the_sheets() -> None:
    files = csv_files(sample(), ENGLISH)

    assert list(files) == ["totals.csv", "areas.csv", "customers.csv", "usual.csv", "definitions.csv"]
    book = load_workbook(io.BytesIO(xlsx(sample(), ENGLISH)))
    assert book.sheetnames == ["Totals", "Areas", "Customers", "Usual range", "Definitions"]


def test_csv_is_tidy_a_row_for_each_group_and_week() -> None:
    head, *found = rows(csv_files(sample(), ENGLISH)["areas.csv"], ",")

    assert head[:5] == ["area", "week", "first day", "last day", "requests opened"]
    assert [line[:2] for line in found] == [
        ["no area", "2026-W46"],
        ["no area", "2026-W47"],
        ["Süd", "2026-W46"],
        ["Süd", "2026-W47"],
    ]
    by_name = dict(zip(head, found[-1], strict=True))
    assert (by_name["first day"], by_name["last day"]) == ("2026-11-16", "2026-11-22")
    assert (by_name["first reply, half within"], by_name["first reply, nine in ten within"]) == ("2.5", "")
    assert by_name["open for longer"] == "1"


def test_a_german_file_opens_in_a_german_excel() -> None:
    content = csv_files(sample(), GERMAN)["areas.csv"]

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 5
    found = rows(content, ";")
    assert found[-1][0] == "Süd"
    assert found[-1][12] == "2,5"
    assert {len(line) for line in found} == {20}


@pytest.mark.parametrize("name", NASTY)
def test_no_name_becomes_a_formula_in_csv(name: str) -> None:
    files = csv_files(sample(name), GERMAN)

    for file in ("customers.csv", "usual.csv"):
        cells = {line[0 if file == "customers.csv" else 1] for line in rows(files[file], ";")[1:]}
        [cell] = cells - {"", GERMAN.say("no area")}
        assert cell.lstrip("\u00ad")[0] not in "=+-@＝＋－＠\t\r\n"
        assert not re.search("[\x00-\x1f\x7f\u202e\ud800-\udfff]", cell)


@pytest.mark.parametrize("sign", [";", ","])
@pytest.mark.parametrize("labels", [ENGLISH, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("name", ['";=cmd()"@mail.example', "a;=1+1,+2, @x", 'a"\t-1"; \u200c=2'])
def test_no_name_becomes_a_formula_where_another_sign_parts_the_cells(name: str, labels: Voice, sign: str) -> None:
    for content in csv_files(sample(name), labels).values():
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=sign)
        cells = [cell for line in lines for cell in line]
        found = [cell for cell in cells if cell.strip(" \"\u200c")[:1] and cell.strip(" \"\u200c")[0] in "=+-@"]
        assert found == []


@pytest.mark.parametrize("name", NASTY)
def test_every_name_is_plain_text_in_a_workbook(name: str) -> None:
    content = xlsx(sample(name), ENGLISH)

    cell = page(content, "Customers")["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [
            archive.read(part).decode() for part in archive.namelist() if part.startswith("xl/worksheets/")
        ]
        assert not any("<f>" in text or "<hyperlink" in text for text in sheets)
        assert not any("vba" in part or "externalLink" in part for part in archive.namelist())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Müller & Söhne</b>", "<b>Müller & Söhne</b>"),
        ("=1+1", "=1+1"),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("_x0041_", "_x0041_"),
        ("0123", "0123"),
        ("halb\ud83d", "halb\ufffd"),
        ("lang" * MAX_CELL, ("lang" * MAX_CELL)[:MAX_CELL]),
    ],
)
def test_a_name_reads_in_the_workbook_as_it_is_written(name: str, shown: str) -> None:
    assert page(xlsx(sample(name), ENGLISH), "Customers")["A2"].value == shown


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_name_leaves_both_files_readable(name: str) -> None:
    told = sample(name)

    found = rows(csv_files(told, ENGLISH)["customers.csv"], ",")
    opened = page(xlsx(told, ENGLISH), "Customers")

    assert [len(line) for line in found] == [20] * 3
    shown = opened["A2"].value or ""
    assert found[1][0] in (shown, "'" + shown)


def test_numbers_stay_numbers_and_days_days() -> None:
    opened = page(xlsx(sample(), ENGLISH), "Totals")

    heads = [cell.value for cell in opened[1]]
    last = dict(zip(heads, opened[3], strict=True))
    assert last["first day"].value == datetime(2026, 11, 16)
    assert last["first day"].is_date
    assert (last["requests opened"].value, last["requests opened"].data_type) == (3, "n")
    assert last["first reply, half within"].value == 2.5
    assert last["first reply, nine in ten within"].value is None
    assert opened.freeze_panes == "A2"
    assert opened.auto_filter.ref == "A1:S3"


def test_a_negative_number_is_no_formula() -> None:
    told = sample("acme.example")
    odd = told.customers["acme.example"][0]._replace(opened=-3, first_answer=Spread(-1.5, None, 1))

    files = csv_files(told.__class__(**{**_fields(told), "weeks": (odd,)}), GERMAN)

    [_, line] = rows(files["totals.csv"], ";")
    assert line[3] == "-3"
    assert "-1,5" in line


def _fields(told: Tables) -> dict[str, object]:
    return {name: getattr(told, name) for name in Tables.__slots__}


def test_every_number_shown_is_defined() -> None:
    found = rows(csv_files(sample(), ENGLISH)["definitions.csv"], ",")[1:]
    heads = rows(csv_files(sample(), ENGLISH)["totals.csv"], ",")[0][3:]

    assert [line[0] for line in found[:-1]] == heads
    assert {measure.title for measure in (*MEASURES, *AGE_MEASURES)} == set(heads)
    assert all(line[2] for line in found)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert xlsx(sample(), ENGLISH) == xlsx(sample(), ENGLISH)


def test_tables_of_nobody_are_heads_only() -> None:
    empty = tables([], MONDAY, 1, NOW)

    assert len(rows(csv_files(empty, ENGLISH)["customers.csv"], ",")) == 1
    assert page(xlsx(empty, ENGLISH), "Customers").max_row == 1


def test_a_week_before_excel_knows_days_is_text() -> None:
    early = tables([], date(1899, 12, 25), 1, NOW)

    assert page(xlsx(early, ENGLISH), "Totals")["B2"].value == "1899-12-25"


def test_what_was_counted_is_what_the_file_says() -> None:
    asked = datetime(2026, 11, 17, 9, tzinfo=UTC)
    nobody = Quote("", None, asked, "", "")
    steps = [Step("opened", asked, "", nobody), Step("answered", asked + timedelta(hours=3), "", nobody)]
    request = Request("", "acme.example", "", "", "", "", "de", "", (), steps)
    part = Part([Facts("acme.example", [request])], lambda _customer: "Nord", WorkCalendar(BERLIN))

    told = tables([part], MONDAY, 1, NOW)

    head, line = rows(csv_files(told, ENGLISH)["customers.csv"], ",")
    found = dict(zip(head, line, strict=True))
    assert (found["customer"], found["requests answered"], found["full answer, half within"]) == (
        "acme.example",
        "1",
        "3.0",
    )
