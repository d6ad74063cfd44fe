"""What holds for every text and every moment, and how dates depend on when and where a mail was written."""

from __future__ import annotations

import importlib
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.language.dates import DateMention, find_dates, may_hold_date, read_dates
from handover.language.dates_kinds import KINDS
from handover.language.dates_words import DateWords, Lexicon, lexicon
from handover.worktime import WorkCalendar
from tests.language import test_dates_english as english
from tests.language import test_dates_german as german
from tests.language.date_phrases import BERLIN, NOW

ZONES = ("Europe/Berlin", "America/Chicago", "Asia/Kolkata", "UTC", "Pacific/Auckland")
WORDS = {
    lang: sorted(
        {
            *words.words,
            *(" ".join((first, *rest)) for first, many in words.phrases.items() for rest, _ in many),
        }
    )
    for lang in ("de", "en")
    if (words := lexicon(lang))
}
GLUE = st.sampled_from([" ", " ", " ", ", ", ". ", "-", "\n", " (", ") ", "/", ":", "", "'"])
NUMBERS = st.one_of(
    st.integers(0, 99).map(str),
    st.sampled_from(
        [
            "24.11.",
            "31.2.2026",
            "2026-02-30",
            "11/24",
            "10:30",
            "1.5",
            "0",
            "999999999999",
            "2025",
            "29.2.",
            "12/12/12",
        ]
    ),
)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 31))
PHRASES = {
    "de": [*german.DATED, *german.VAGUE, *german.PAST],
    "en": [*english.DATED, *english.VAGUE, *english.PAST],
}
FORWARD = {
    "de": """heute, morgen, bis Freitag, nächste Woche, Ende des Monats, in 3 Werktagen, KW 7, am 29.2.,
        bis Ende Januar, in zwei Stunden, heute Abend, bis Feierabend, übernächsten Dienstag, vor Weihnachten,
        bis zum 31., Mitte der Woche""",
    "en": """today, tomorrow, by Friday, next week, end of the month, within 3 business days, in week 7, by Feb 29,
        by the end of January, in two hours, tonight, by EOD, before Christmas, by the 31st, by 9am, next quarter""",
}
PROMISES = {"de": "Wir werden es {} erledigen.", "en": "We will do it {}."}


@st.composite
def soups(draw: st.DrawFn) -> tuple[str, str]:
    """Words of the grammar in any order, with numbers and marks between."""
    lang = draw(st.sampled_from(["de", "en"]))
    word = st.sampled_from(WORDS[lang]).flatmap(
        lambda word: st.sampled_from([word, word.capitalize(), word.upper()])
    )
    parts = draw(st.lists(st.tuples(st.one_of(word, word, NUMBERS), GLUE), max_size=14))
    return lang, "".join(part + glue for part, glue in parts)


def check(text: str, found: list[DateMention], now: datetime) -> None:
    """Assert what every mention must fulfil."""
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        last = mention.end
        assert mention.vague == (mention.due is None)
        if mention.due is not None:
            assert mention.due.tzinfo is not None
            assert mention.past or mention.due >= now.astimezone(mention.due.tzinfo)


@given(soups(), MOMENTS, st.sampled_from(ZONES))
@settings(max_examples=600, deadline=None)
def test_any_order_of_date_words_is_read_without_fault(
    soup: tuple[str, str], moment: datetime, zone: str
) -> None:
    lang, text = soup
    now = moment.replace(tzinfo=ZoneInfo(zone))

    found = find_dates(text, lang=lang, now=now, zone=ZoneInfo(zone))

    check(text, found, now)


@given(st.text(max_size=300), st.sampled_from(["de", "en", None]))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_fault(text: str, lang: str | None) -> None:
    found = find_dates(text, lang=lang, now=NOW, zone=BERLIN)

    assert all(mention.text == text[mention.start : mention.end] for mention in found)


@given(
    st.sampled_from(["de", "en"]).flatmap(
        lambda lang: st.tuples(
            st.just(lang), st.sampled_from([" ".join(words.split()) for words in FORWARD[lang].split(",")])
        )
    ),
    MOMENTS,
)
@settings(max_examples=400, deadline=None)
def test_what_is_promised_falls_due_after_it_was_written(phrase: tuple[str, str], moment: datetime) -> None:
    lang, words = phrase
    text = PROMISES[lang].format(words)
    now = moment.replace(tzinfo=BERLIN)

    found = find_dates(text, lang=lang, now=now, zone=BERLIN)

    assert [mention.past for mention in found] == [False]
    assert found[0].due is not None
    assert found[0].due >= now


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
@pytest.mark.parametrize(
    "text", ["next week", "in 3 years", "yesterday", "by Friday", "a week ago", "last year"]
)
def test_the_ends_of_the_calendar_yield_no_fault(text: str, moment: datetime) -> None:
    for zone in ZONES:
        find_dates(text, lang="en", now=moment, zone=ZoneInfo(zone))


@pytest.mark.parametrize(
    "piece",
    [
        "24.11.-",
        "bis ",
        "Freitag ",
        "10:",
        "1/",
        "morgen,",
        "KW 1 ",
        "in 3 ",
        "(",
        "Ende der ",
        "a week from ",
        "9" * 50,
        "p.m ",
        "'s",
    ],
)
def test_sixteen_kilobytes_of_the_same_are_read_in_bounded_time(piece: str) -> None:
    text = piece * (16_384 // len(piece))
    start = time.perf_counter()

    for lang in ("de", "en"):
        find_dates(text, lang=lang, now=NOW, zone=BERLIN)

    assert time.perf_counter() - start < 3


def test_time_grows_no_faster_than_the_text() -> None:
    def seconds(count: int) -> float:
        text = "Freitag oder Montag um 10 Uhr bis 24.11. " * count
        return min(_timed(text) for _ in range(3))

    assert seconds(320) < 40 * max(seconds(40), 1e-3)


def _timed(text: str) -> float:
    start = time.perf_counter()
    find_dates(text, lang="de", now=NOW, zone=BERLIN)
    return time.perf_counter() - start


def test_both_languages_are_tried_when_none_is_given() -> None:
    found = find_dates("Bis Freitag. I'll call you next week.", lang=None, now=NOW, zone=BERLIN)

    assert [mention.text for mention in found] == ["Bis Freitag", "next week"]


def test_a_language_without_date_words_names_no_date() -> None:
    assert find_dates("vrijdag, vendredi, friday", lang="nl", now=NOW, zone=BERLIN) == []


def test_a_naive_moment_is_meant_in_the_zone() -> None:
    found = find_dates("tomorrow", lang="en", now=NOW.replace(tzinfo=None), zone=BERLIN)

    assert [mention.due for mention in found] == [NOW.replace(hour=17, minute=0) + timedelta(days=1)]


def test_today_is_the_day_where_the_mail_was_written() -> None:
    late_in_chicago = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)

    found = find_dates(
        "I'll call tomorrow.", lang="en", now=late_in_chicago, zone=ZoneInfo("America/Chicago")
    )

    assert [f"{mention.due:%m-%d}" for mention in found] == ["03-11"]


def test_a_foreign_zone_is_converted() -> None:
    found = find_dates("tomorrow at 3pm CST", lang="en", now=NOW, zone=BERLIN)

    assert [(f"{mention.due:%m-%d %H:%M}", mention.time_given) for mention in found] == [
        ("03-11 22:00", True)
    ]


def test_a_day_without_a_time_is_due_at_the_end_of_work_across_a_change_of_the_clock() -> None:
    saturday = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)

    found = find_dates("bis Montag", lang="de", now=saturday, zone=BERLIN)

    assert found[0].due is not None
    assert found[0].due.astimezone(UTC) == datetime(2026, 3, 30, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("noch heute", "03-13 23:59"),
        ("bis Ende der Woche", "03-15 17:00"),
        ("diese Woche", "03-15 17:00"),
        ("bis Montag", "03-16 17:00"),
        ("um 15 Uhr rufe ich an", "03-16 15:00"),
        ("am Wochenende", "03-15 17:00"),
        ("bis zum Wochenende", "03-13 23:59"),
        ("nächsten Montag", "03-16 17:00"),
        ("in 2 Werktagen", "03-17 17:00"),
        ("heute Nachmittag", "03-13 23:59"),
    ],
)
def test_late_on_a_friday_what_is_over_is_not_promised(text: str, due: str) -> None:
    friday = datetime(2026, 3, 13, 18, 30, tzinfo=BERLIN)

    found = find_dates(text, lang="de", now=friday, zone=BERLIN)

    assert [f"{mention.due:%m-%d %H:%M}" for mention in found] == [due]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("bis Freitag", "2027-01-01"),
        ("KW 1", "2027-01-08"),
        ("Ende des Monats", "2026-12-31"),
        ("bis 5.1.", "2027-01-05"),
        ("Anfang Januar", "2027-01-08"),
        ("im Januar", "2027-01-29"),
        ("nächsten Monat", "2027-01-29"),
        ("nächstes Jahr", "2027-12-31"),
        ("Ende des Jahres", "2026-12-31"),
        ("KW 53", "2027-01-01"),
        ("in zwei Wochen", "2027-01-13"),
        ("am 29. Februar", "2028-02-29"),
    ],
)
def test_at_the_turn_of_the_year_the_next_one_is_meant(text: str, due: str) -> None:
    eve = datetime(2026, 12, 30, 10, 0, tzinfo=BERLIN)

    found = find_dates(text, lang="de", now=eve, zone=BERLIN)

    assert [f"{mention.due:%Y-%m-%d}" for mention in found] == [due]


def test_bavarian_holidays_move_the_end_of_a_range() -> None:
    corpus_christi_week = datetime(2026, 6, 1, 9, 0, tzinfo=BERLIN)
    calendar = WorkCalendar(BERLIN, region="DE-BY", off=frozenset({datetime(2026, 6, 5).date()}))

    found = find_dates(
        "bis Ende der Woche", lang="de", now=corpus_christi_week, zone=BERLIN, calendar=calendar
    )

    assert [f"{mention.due:%m-%d}" for mention in found] == ["06-07"]


def test_offsets_lead_to_the_words_with_their_preposition() -> None:
    text = "Gut, ich melde mich bis spätestens Donnerstag, 12 Uhr, bei Ihnen."

    found = find_dates(text, lang="de", now=NOW, zone=BERLIN)

    assert [text[mention.start : mention.end] for mention in found] == ["bis spätestens Donnerstag, 12 Uhr"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_kind_of_word_is_one_that_the_grammar_knows(lang: str) -> None:
    data = importlib.import_module(f"handover.language.{lang}.dates").DATES

    assert set(data.kinds) <= set(KINDS)
    assert all(block.split() for block in data.kinds.values())


def test_every_kind_of_word_is_used_by_a_language() -> None:
    used = {
        kind
        for lang in ("de", "en")
        for kind in importlib.import_module(f"handover.language.{lang}.dates").DATES.kinds
    }

    assert used == set(KINDS)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_quick_look_sees_every_date_that_the_grammar_finds(lang: str) -> None:
    phrases = PHRASES[lang]
    words = lexicon(lang)
    assert words is not None

    unseen = [phrase.text for phrase in phrases if not may_hold_date(phrase.text, words)]

    assert unseen == []


def test_a_third_language_needs_nothing_but_its_words() -> None:
    dutch = Lexicon(
        DateWords(
            kinds={
                "day": "morgen=1",
                "weekday": "vrijdag=4",
                "prep": "voor=by op=on",
                "shift": "volgende=next",
                "unit": "week=week",
            }
        )
    )

    found = read_dates("Voor vrijdag, of volgende week.", dutch, NOW, None)

    assert [(mention.text, f"{mention.due:%m-%d}") for mention in found] == [
        ("Voor vrijdag", "03-13"),
        ("volgende week", "03-20"),
    ]
