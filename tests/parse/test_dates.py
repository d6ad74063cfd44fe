from datetime import UTC, datetime, timedelta

import pytest

from handover.parse.dates import NEVER, parse_date
from tests.parse.mails import mail, read

RECEIVED = "from a by b id 1; Mon, 02 Nov 2026 09:16:00 +0100"
AT_NINE = datetime(2026, 11, 2, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "Mon, 02 Nov 2026 09:15:00 +0100",
        "Mon, 2 Nov 2026 09:15 +0100",
        "2 Nov 2026 08:15:00 GMT",
        "2 Nov 2026 08:15:00",
        "Mo, 2 Nov 2026 09:15:00 MEZ",
        "Mon, 02-Nov-2026 09:15:00 +0100 (CET)",
        "2026-11-02T09:15:00+01:00",
        "2026-11-02 08:15:00Z",
        "02.11.2026 08:15",
        "Mon, 02 Nov 26 09:15:00 +0100",
        "Mon Nov  2 08:15:00 2026",
    ],
)
def test_a_date_is_read_as_programs_write_it(written):
    assert parse_date(written) == AT_NINE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gestern",
        "Mon, 31 Feb 2026 10:00:00 +0100",
        "Mon, 02 Nov 2026 25:61:00 +0100",
        "Tue, 01 Jan 0001 00:00:00 +0000",
        "Mon, 02 Nov 2026 09:15:00 +9999",
        "(" * 500,
        "9" * 500,
    ],
)
def test_what_is_no_date_is_none(written):
    assert parse_date(written) is None


def test_a_sane_date_is_believed():
    found = read(mail(received=RECEIVED))

    assert (found.date, found.date_doubt) == (AT_NINE, None)
    assert found.arrived == AT_NINE + timedelta(minutes=1)


@pytest.mark.parametrize(
    "date", ["Fri, 31 Dec 2099 23:59:59 +0000", "Thu, 01 Jan 1970 00:00:00 +0000", "gestern", ""]
)
def test_received_stands_in_for_a_date_that_cannot_be(date):
    found = read(mail(date=date, received=RECEIVED))

    assert (found.date, found.date_doubt) == (AT_NINE + timedelta(minutes=1), "received")
    assert "date" in found.damage


def test_the_arrival_stands_in_where_nothing_else_is_left():
    arrived = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    found = read(mail(date=""), arrived)

    assert (found.date, found.date_doubt, found.arrived) == (arrived, "arrival", arrived)


def test_a_mail_moved_years_later_keeps_its_date():
    found = read(mail(), datetime(2029, 1, 1, tzinfo=UTC))

    assert (found.date, found.date_doubt) == (AT_NINE, None)


def test_no_moment_at_all_is_said():
    found = read(mail(date=""))

    assert (found.date, found.date_doubt) == (NEVER, "none")
