"""From a joined piece to a mention: its direction in time and its due moment."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from handover.language.dates_mention import DateMention
from handover.language.dates_periods import in_course
from handover.language.dates_ranges import next_weekday
from handover.language.dates_reader import Clock, Piece, Reader
from handover.language.dates_spans import week_of
from handover.language.dates_tense import direction, near
from handover.language.dates_traps import is_general, is_of_thing, is_trap

_PART_ENDS = {"early": 10, "morning": 12, "noon": 12, "lunch": 14, "evening": 20, "eve": 20, "night": 23}
_PART_STARTS = {"noon": 11, "lunch": 11, "afternoon": 12, "evening": 16, "night": 18, "dayend": 15}
_NIGHT = time(23, 59)
_LATE_PARTS = frozenset(("afternoon", "evening", "night", "eve"))
_NOON = 720
_SOON = 9
_WIDE = frozenset("week month quarter halfyear year part span".split())
_LIMITS = frozenset(("by", "before", "within"))
MAX_LEAD = 5


def finish(reader: Reader, piece: Piece, text: str) -> DateMention | None:
    """Return the mention that *piece* makes in *text*, None where it is a trap."""
    start, prep = _lead(reader, piece)
    if piece.kind in ("block", "offset") or piece.weak or is_trap(reader, piece, start, prep):
        return None
    if is_general(reader, piece, prep):
        return None
    begin, end = reader.tokens[start].start, reader.tokens[piece.end - 1].end
    if piece.kind == "vague":
        return DateMention(begin, end, None, text[begin:end], vague=True)
    due, past = _due(reader, piece, prep, direction(reader, piece.start, piece.end))
    if due is None:
        return None
    timed = piece.clock is not None or piece.kind == "moment"
    bound = not _LIMITS.isdisjoint((prep, reader.sense(piece.start, "prep")))
    thing = not bound and is_of_thing(reader, start, prep)
    mention = DateMention(begin, end, due, text[begin:end], past=past, time_given=timed)
    return mention._replace(bound=bound, of_thing=thing)


def _lead(reader: Reader, piece: Piece) -> tuple[int, str]:
    """Return where the small words before *piece* start, and the preposition that counts."""
    start, preps = piece.start, [piece.prep] if piece.prep else []
    for back in range(piece.start - 1, max(piece.start - MAX_LEAD - 1, -1), -1):
        senses = reader.tokens[back].senses
        if "prep" in senses:
            preps.append(str(senses["prep"]))
        elif ("article" in senses and preps) or not (
            {"article", "approx", "noise", "course"} & senses.keys()
        ):
            break
        start = back
    for strong in ("after", "before", "since", "by", "from"):
        if strong in preps:
            return start, strong
    return start, preps[0] if preps else ""


def _due(reader: Reader, piece: Piece, prep: str, tense: str) -> tuple[datetime | None, bool]:
    """Return the due moment in the reader's zone and whether it lies behind."""
    if piece.kind == "moment":
        return piece.moment and piece.moment.astimezone(reader.now.tzinfo), piece.passed
    if piece.kind in ("clock", "part"):
        return _today_or_next(reader, piece, prep, tense)
    if piece.kind == "weekday":
        _set_weekday(reader, piece, prep, tense)
    if piece.last is None or piece.first is None:
        return None, False
    day = _due_day(reader, piece, prep)
    passed = piece.passed or prep == "since" or piece.last < reader.today
    if tense == "told" and piece.kind == "span" and piece.first < reader.today:
        passed = True
    if (
        piece.last == reader.today
        and piece.kind == "day"
        and tense == "told"
        and not (prep == "by" and piece.clock)
    ):
        passed = passed or reader.now.hour >= _PART_STARTS.get(piece.part, 0)
    if (
        prep == "by"
        and piece.last == reader.today
        and not (piece.part or piece.clock)
        and (near(reader, piece.start, "none") or near(reader, piece.start, "not"))
    ):
        passed = True
    return _moment(reader, piece, day, prep, passed=passed)


def _set_weekday(reader: Reader, piece: Piece, prep: str, tense: str) -> None:
    """Give a weekday its day: the next such, the one of that week, or the last one in a told sentence."""
    weekday, today = piece.weekday or 0, reader.today
    ahead = next_weekday(today, weekday)
    this = week_of(today).first + timedelta(days=weekday)
    behind = ahead - timedelta(days=7)
    behind = behind - timedelta(days=7) if behind == today else behind
    told = tense == "told"
    if piece.shift in ("last", "beforelast") or (not piece.shift and (prep == "since" or told)):
        day, piece.passed = behind, True
    elif piece.shift == "this":
        day = this if this >= today or tense == "told" else ahead
    elif piece.shift == "next":
        day = ahead if ahead > week_of(today).last else ahead + timedelta(days=7)
    elif piece.shift == "afternext":
        day = ahead + timedelta(days=7)
    else:
        day = ahead
    piece.first = piece.last = day + timedelta(days=piece.days)


def _due_day(reader: Reader, piece: Piece, prep: str) -> date:
    """Return the day on which *piece* falls due: a range at its last working day, "before" the one before."""
    assert piece.first is not None
    assert piece.last is not None
    first, last, today = piece.first, piece.last, reader.today
    if piece.passed or last < today:
        return last
    if prep == "after" and piece.clock is None and piece.part == "":
        return reader.calendar.shift(last, 1)
    if prep == "before" and piece.clock is None and piece.part == "" and piece.grain != "part":
        return max(reader.calendar.shift(first, -1), today)
    if prep == "from" and piece.kind == "span":
        return max(first, today)
    if piece.grain == "weekend":
        return max(reader.calendar.shift(first, -1), today) if prep == "by" else last
    if piece.grain == "feast":
        return max(first, today) if prep == "by" else last
    if piece.kind == "span" and piece.grain in _WIDE:
        over = reader.now.time() >= reader.calendar.end
        earliest = max(first, today + timedelta(days=1) if over else today)
        day = last
        while day >= earliest and not reader.calendar.is_working_day(day):
            day -= timedelta(days=1)
        return day if day >= earliest else last
    return last


def _moment(reader: Reader, piece: Piece, day: date, prep: str, *, passed: bool) -> tuple[datetime, bool]:
    """Return the moment of *day* at the piece's clock time, part of the day, or end of work."""
    zone = reader.now.tzinfo
    if piece.clock is not None:
        due = _at_clock(reader, piece.clock, piece.part, day)
        return due, passed or due < reader.now
    due = datetime.combine(day, _part_end(reader, piece.part, prep), zone)
    if due < reader.now and day == reader.today and not passed:
        due = max(datetime.combine(day, _NIGHT, zone), reader.now)
    return due, passed


def _part_end(reader: Reader, part: str, prep: str) -> time:
    hour = _PART_ENDS.get(part)
    return reader.calendar.end if hour is None else time(hour)


def _at_clock(reader: Reader, clock: Clock, part: str, day: date) -> datetime:
    """Return *clock* on *day*; small hours mean the afternoon unless the text says otherwise."""
    minutes = clock.minutes
    if (
        minutes < _NOON
        and (
            (part in _LATE_PARTS and minutes >= (360 if part == "night" else 60))
            or (not clock.firm and part == "" and minutes >= 60)
        )
        and (part or minutes < 7 * 60)
    ):
        minutes += _NOON
    moment = time(minutes // 60 % 24, minutes % 60) if minutes < 1440 else _NIGHT
    return datetime.combine(day, moment, clock.zone or reader.now.tzinfo).astimezone(reader.now.tzinfo)


def _today_or_next(reader: Reader, piece: Piece, prep: str, tense: str) -> tuple[datetime | None, bool]:
    """Return when a time or part of a day without a day comes next; in a told sentence, today's.

    A time that has gone by means the next working day only where somebody announces something; else none.
    """
    tomorrow = reader.calendar.next_working_day(reader.today)
    told = tense == "told"
    if piece.clock is not None:
        due = _at_clock(reader, piece.clock, piece.part, reader.today)
        if due < reader.now and not told:
            if prep != "by" and tense != "ahead" and not near(reader, piece.start, "self"):
                return None, False
            due = _at_clock(reader, piece.clock, piece.part, tomorrow)
        return due, told
    day = reader.today
    end = datetime.combine(day, _part_end(reader, piece.part, prep), reader.now.tzinfo)
    morning = piece.part == "early" or (piece.part == "morning" and reader.lexicon.month_first)
    morning = morning and not in_course(reader, piece.start)
    if not told and piece.part != "dayend" and (end < reader.now or (morning and reader.now.hour >= _SOON)):
        day = tomorrow
    return _moment(reader, piece, day, prep, passed=told)
