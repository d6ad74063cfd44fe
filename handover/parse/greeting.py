"""Whether a letter begins by greeting somebody: machines greet nobody by name."""

from __future__ import annotations

import re

_GREETS_ONE = re.compile(
    r"\W*(?:sehr geehrte[r]? (?:frau|herr)|(?:hallo|liebe[r]?|guten (?:tag|morgen)|grüß gott),? (?:frau|herr) |"
    r"(?:hi|hello|hallo|liebe[r]?|dear|moin|servus) (?!kund|leser|mitglied|customer|subscriber|reader|member|team|"
    r"all\b|alle|zusammen|there|friend|partner|abonnent|damen|absender|sender)[a-zäöü][\w.'-]{1,30}"
    r"(?: [a-zäöü][\w'-]{1,30})?\s?[,!:\n-])"
)
_GREETS_GROUP = re.compile(
    r"\W*(?:hi|hello|hallo|liebe|dear|moin|servus) (?:zusammen|alle|all|team|kolleg|colleagues)\b"
)


def greets_one(text: str) -> bool:
    """Tell whether *text* (in lower case) begins with the name of one person."""
    return _GREETS_ONE.match(text[:200]) is not None


def greets_people(text: str) -> bool:
    """Tell whether *text* (in lower case) begins with a name or a group of colleagues."""
    return greets_one(text) or _GREETS_GROUP.match(text[:200]) is not None
