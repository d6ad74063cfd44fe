"""What the kinds of date words mean: the contract between a language's word data and the grammar.

A language fills in what it has; a kind it leaves out simply never occurs in its texts.
"""

from __future__ import annotations

from collections.abc import Mapping

NAMING = {
    "day": "a day near now; value: days from today",
    "adjective": "a word of kind day that describes a noun (morgig, tomorrow's)",
    "weekday": "value: 0 Monday to 6 Sunday",
    "wd": "a weekday's short form; counts only with a capital and the right neighbours",
    "risky": "a short form that is a common word as well (So, Sat)",
    "month": "value: 1 to 12",
    "shy": "a month that is a common word as well (may, march): wants its capital",
    "tail": "what is written behind a month in one word: woche, hälfte, anfang, mitte, ende",
    "part": "a part of the day: early, morning, noon, lunch, afternoon, evening, night, dayend",
    "partly": "a part of the day as an adverb (nachmittags)",
    "clockword": "a word for a time; value HH:MM",
    "uhr": "what makes the number before it a time",
    "quarter_hour": "quarter in spoken times; value: minutes, negative when the hour is yet to come",
    "half_hour": "half in spoken times",
    "past_to": "past (1) or to (-1) in spoken times",
    "unit": "minute, hour, workhour, day, workday, week, weekend, fortnight, month, quarter, halfyear, year",
    "plural": "a unit in the plural: with 'next' and no number it is vague",
    "number_unit": "an amount in one word or phrase; value: minutes",
    "edge": "begin, middle, end, half1, half2 of the period that follows",
    "edgeof": "an edge and its period in one word; value edge:unit",
    "half": "half of a period, behind an ordinal",
    "third": "third of a period, behind an ordinal",
    "cal": "a word before or behind the number of an ISO week",
    "cal_weak": "a word that may stand before the number of a week",
    "quarter": "the letter of a quarter or half-year that is glued to its number",
    "weekof": "between week and the day it starts with",
    "wc": "the letters of w/c",
    "feast": "a feast; value: see `dates_spans.feast`",
    "new_year": "the coming year",
    "holidays_soon": "holidays that, before the year's end, mean Christmas",
    "event": "an event whose day only the writer knows: after or before it is vague",
    "occasion": "a meeting or call: behind today's or heutig it makes that a day",
    "vague": "names no day",
    "recur": "a recurring day; value: its weekday where it has one",
}
"""What names a time."""

LEADING = {
    "shift": "next, coming, this, last, afternext, beforelast",
    "after_next": "afternext or beforelast, behind the unit",
    "following": "a word of kind shift that counts from a week named just before",
    "number": "a cardinal number",
    "halfnum": "half as a number",
    "few": "a number left open",
    "ordinal": "an ordinal number; -1 for the last",
    "prep": "by, at, on, to, in, within, over, from, since, before, after, for, of, between",
    "article": "an article or possessive",
    "approx": "about, at most: changes nothing",
    "noise": "a small word between date words that changes nothing",
    "course": "in the course of",
    "range": "and, or, to: joins two dates to a range or a choice",
    "every": "makes what follows recurring",
    "generic": "a, any: makes a weekday no particular one",
    "abbr": "may carry the full stop of an abbreviation",
    "ago": "makes the span of time before it past",
    "behind": "earlier: makes the period behind it past",
    "from_now": "counts the span before it from a day; value: days from today",
    "time_after": "time, as in two weeks' time",
    "apart": "counts a span from an event: with 'within' a general term, no date (1: may be a place; -1: before)",
    "months_of": "of the month, as one word",
    "rate": "times: makes a span a rate",
    "hint": "a noun behind which a bare day and month is a date",
}
"""What leads to it and holds it together."""

POINTING = {
    "told": "a verb in the past",
    "done": "a participle that is also a past tense",
    "aux": "an auxiliary verb of the perfect: have or be",
    "no_participle": "looks like a participle and is none",
    "ahead": "a verb or word that points ahead",
    "intends": "a participle that, before an infinitive, points ahead",
    "clause": "starts a clause of its own",
    "subject": "before a participle it makes a past tense",
    "being": "before a participle it makes no past tense",
    "causes": "have, get, need: with an object before a participle it makes no past tense",
    "object": "an object pronoun",
    "self": "the writer: I, we",
    "none": "no, nothing: 'until today' then looks back",
    "not": "takes the day behind it back",
    "instead": "takes the day behind it back",
}
"""Which way in time the sentence points."""

SILENCING = {
    "greet": "an adjective of wishes and greetings",
    "name_before": "a title or greeting before a name",
    "odd": "before a weekday it makes a name",
    "company": "behind a weekday it makes a company's name",
    "guard_before": "makes the number behind it an identifier, a version, a price",
    "guard_after": "makes the number before it an amount",
    "follows": "may follow a bare day of the month: no noun it could count",
    "sentence_start": "with a capital it starts a sentence and is no noun",
    "usual": "makes the sentence a general one",
    "terms": "makes a span a term of business",
    "nowadays": "makes today a time in general",
    "hours": "makes times opening hours",
    "distance": "makes minutes and hours a distance",
    "plans": "puts something on a day, so that a day behind 'for' is no thing's",
}
"""What makes it no date."""

KINDS: Mapping[str, str] = {**NAMING, **LEADING, **POINTING, **SILENCING}
