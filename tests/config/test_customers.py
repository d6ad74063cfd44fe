"""The customer list as people save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handover.customers import read_customers
from handover.errors import UsageError

HEADER = "name,match,area,language,zone,region,vip,interrupt,answer_hours,deputy,phone\n"


def read(folder: Path, data: str | bytes) -> tuple[list[tuple[str, str]], list[str]]:
    path = folder / "kunden.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    lines, notices = read_customers(path)
    return [(line.match, line.customer.name) for line in lines], [
        f"{n.source.rpartition(':')[2]} {n}" for n in notices
    ]


def test_a_full_line_arrives_whole(tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text(
        HEADER
        + "Klein GmbH,Klein.example,Automotive,de,Europe/Berlin,DE-BY,x,ja,2.5,Peter@wir.example,0821 5\n"
    )

    [(match, customer)], notices = read_customers(path)

    assert (match, customer.id, customer.name, customer.area) == (
        "klein.example",
        "klein.example",
        "Klein GmbH",
        "Automotive",
    )
    assert (customer.vip, customer.interrupt, customer.answer_hours) == (True, True, 2.5)
    assert (customer.deputy, customer.phone, customer.language) == ("peter@wir.example", "0821 5", "de")
    assert notices == []


@pytest.mark.parametrize(
    "data",
    [
        "name;match;answer_hours\r\nMüller & Söhne;mueller.example;8,5\r\n".encode("cp1252"),
        "\ufeffname;match;answer_hours\r\nMüller & Söhne;mueller.example;8,5\r\n".encode(),
        "name\tmatch\tanswer_hours\nMüller & Söhne\tmueller.example\t8,5\n".encode("utf-16"),
        b'name,match,answer_hours\n"M\xfcller & S\xf6hne",mueller.example,"8,5"\n',
    ],
    ids=["excel", "excel with mark", "unicode text", "quoted"],
)
def test_a_list_from_german_excel_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "k.csv"
    path.write_bytes(data)

    [(_, customer)], notices = read_customers(path)

    assert (customer.name, customer.answer_hours, notices) == ("Müller & Söhne", 8.5, [])


def test_lines_that_share_a_name_are_one_customer(tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text("name,match,vip,phone\nKlein,klein.example,,\nklein,klein.co.example,yes,0821 5\n")

    lines, _ = read_customers(path)

    assert [line.match for line in lines] == ["klein.example", "klein.co.example"]
    assert lines[0].customer is lines[1].customer
    assert (lines[0].customer.vip, lines[0].customer.phone) == (True, "0821 5")


def test_an_unknown_column_is_a_warning(tmp_path: Path) -> None:
    assert read(tmp_path, "name,match,colour\nA,a.example,red\n") == (
        [("a.example", "A")],
        ["1 The column “colour” is not known and is left out."],
    )


def test_a_line_without_name_or_match_is_left_out_and_told(tmp_path: Path) -> None:
    lines, notices = read(tmp_path, "name,match\nA,a.example\n,b.example\nC,\nD,not a domain\n\n,\n")

    assert lines == [("a.example", "A")]
    assert [notice.split()[0] for notice in notices] == ["3", "4", "5"]


def test_a_value_that_does_not_fit_is_left_out_and_told(tmp_path: Path) -> None:
    lines, notices = read(tmp_path, "name,match,vip,answer_hours,zone\nA,a.example,maybe,soon,Mars\n")

    assert lines == [("a.example", "A")]
    assert len(notices) == 3
    assert "“maybe” does not fit the column “vip”" in notices[1]


def test_a_list_without_its_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="match"):
        read(tmp_path, "Kunde;Domain\nA;a.example\n")


def test_an_empty_file_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lacks"):
        read(tmp_path, "")
    with pytest.raises(UsageError, match="cannot be read"):
        read_customers(tmp_path / "nowhere.csv")
