"""Duties that come back, found in what the owner sent."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.duties import Sent, duties, recurring

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 19, 16, 0, tzinfo=BERLIN)
FIRST, LAST = date(2026, 11, 23), date(2026, 12, 4)


def sent(
    day: str, subject: str, to: str = "chef@wir.example", *, opens: bool = True, outside: bool = False
) -> Sent:
    at = datetime.fromisoformat(f"{day}T15:00").replace(tzinfo=BERLIN)
    return Sent(f"{day}{subject}", None, at, subject, (to,), "Anbei.", opens, outside)


def found(*mails: Sent) -> list[tuple[str, str, str]]:
    return [(duty.name, duty.rhythm, str(duty.day)) for duty in duties(mails, FIRST, LAST, NOW, BERLIN)]


def every(days: int, subject: str, count: int = 8) -> list[Sent]:
    last = date(2026, 11, 13)
    return [sent(str(last - timedelta(days=days * n)), subject) for n in range(count)]


def test_a_weekly_report_is_due_in_each_week_of_the_absence() -> None:
    assert found(*every(7, "Freitagsbericht KW 46")) == [
        ("Freitagsbericht KW 46", "weekly", "2026-11-27"),
        ("Freitagsbericht KW 46", "weekly", "2026-12-04"),
    ]


def test_a_report_that_stopped_in_summer_is_not_due() -> None:
    old = [sent(str(date(2026, 6, 5) - timedelta(days=7 * n)), "Wochenbericht") for n in range(8)]

    assert found(*old) == []


def test_a_report_every_quarter_is_due_by_its_distance() -> None:
    mails = [sent(day, "Bestandsmeldung") for day in ("2026-03-02", "2026-06-01", "2026-09-01")]

    assert [(name, rhythm) for name, rhythm, _ in found(*mails)] == [("Bestandsmeldung", "quarterly")]


def test_last_years_christmas_mail_is_due_again() -> None:
    mails = [
        sent("2025-11-26", "Weihnachtspost 2025: Adressen"),
        sent("2025-12-01", "Weihnachtspost 2025: Text"),
    ]

    assert found(*mails) == [("Weihnachtspost 2025: Adressen", "yearly", "2026-11-26")]


def test_the_same_subject_in_two_years_needs_no_season() -> None:
    mails = [sent("2024-12-02", "Zählerstände Halle 2"), sent("2025-12-03", "Zählerstände Halle 2")]

    assert [name for name, _, _ in found(*mails)] == ["Zählerstände Halle 2"]


@pytest.mark.parametrize(
    "mail",
    [
        sent("2025-11-26", "Frage zum Lift"),
        sent("2025-11-26", "Angebot 2025-113", "kim@acme.example", outside=True),
        sent("2025-11-26", "Weihnachtspost 2025", opens=False),
        sent("2025-08-01", "Weihnachtspost 2025"),
    ],
)
def test_any_other_mail_of_last_year_is_no_duty(mail: Sent) -> None:
    assert found(mail) == []


def test_a_leap_day_of_an_earlier_year_hurts_nobody() -> None:
    mails = [sent("2024-02-29", "Jahresabschluss 2023")]

    [duty] = duties(mails, date(2026, 2, 23), date(2026, 3, 6), NOW.replace(month=2, day=1), BERLIN) or [None]

    assert duty is None or duty.day >= date(2026, 2, 23)


SUBJECTS = st.sampled_from(
    ["Freitagsbericht KW 46", "Freitagsbericht KW 47", "Inventur", "Re: Inventur", "Preisliste 2025", "Frage",
     "AW: Frage", "Zwei Wörter dazu", "Zwei Wörter dazu 2024", "", "Q3 numbers", "Re: Q3 numbers",
     "Einmaliges zu Halle 2"]
)  # fmt: skip


@given(st.lists(st.tuples(SUBJECTS, st.integers(0, 700)), max_size=25))
def test_what_is_left_out_before_fetching_shows_no_duty(mails: list[tuple[str, int]]) -> None:
    all_ = [sent(str(NOW.date() - timedelta(days=ago)), subject, opens=not subject.startswith(("Re", "AW")))
            for subject, ago in mails]  # fmt: skip
    wanted = recurring([mail.subject for mail in all_])

    assert found(*all_) == found(*(mail for mail in all_ if mail.subject in wanted))


def test_of_ordinary_mail_hardly_any_is_fetched() -> None:
    subjects = [
        "Halle 2, Tor",
        "Re: Weihnachtspost",
        "Termin Montag früh",
        "Weihnachtspost",
        "Bericht A",
        "Bericht A",
    ]

    assert recurring(subjects) == {"Weihnachtspost", "Bericht A"}
