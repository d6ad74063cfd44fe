"""Is this the same matter? Subjects, objects and numbers, compared as sets of telling words.

Same thread is the ledger's business; this module knows only words. A subject alone never joins two
customers: the ledger asks only within one.
"""

from __future__ import annotations

import re

STEM = 6
_PREFIX = re.compile(
    r"^\s*(?:(?:re|aw|antw|antwort|wg|fw|fwd|sv|tr)(?:\[\d{1,2}\])?\s*:|\[[^\]\n]{1,40}\])\s*", re.I
)
_TOKEN = re.compile(r"[^\W_]*\d[^\W_]*(?:[-/.][^\W_]+)*|[^\W_]+(?:[-/.]\d[^\W_]*)+|[^\W_]+")
_COMMON = frozenset(
    """
    aber alle allen also am an anbei anfrage angebot auch auf aus bei bestellung bitte danke das dass dem den der
    des dich die dies diese dieser doch dringend du ein eine einem einen einer eines er erinnerung erneut es euch
    eur euro frage fragen frau für ganz gern guten haben hallo hat herr herren herrn heute hier ich ihnen ihr ihre
    ihrem ihren ihrer im in info ist ja kann kein keine können leider liebe mail mal mehr mein meine mich mir mit
    morgen nach nachfrage nicht noch nochmals nun nur ob oder rückruf schon sehr sein seit sich sie sind so
    telefonnotiz tag über um und uns unser unsere unserem unseren unserer vielen viele vom von vor wann war was
    wegen weil wenn wer werden wie wieder will wir wird wo wurde zu zum zur zwei
    about after all and any are asap been but can could did does for from has have hello help how into its just
    let more not now one our out please question questions regarding reminder request some status subject thank
    thanks that the their them then there these they this update urgent was were what when where which will with
    would you your
    """.split()
)


def bare_subject(subject: str) -> str:
    """Return *subject* without reply and forward prefixes (English and German) and list tags."""
    subject = subject[:300]
    for _ in range(6):
        shorter = _PREFIX.sub("", subject)
        if shorter == subject:
            break
        subject = shorter
    return subject.strip()


def is_reply_subject(subject: str) -> bool:
    """Tell whether *subject* begins like a reply or a forwarded mail."""
    return bare_subject(subject) != re.sub(r"^\s*\[[^\]\n]{1,40}\]\s*", "", subject[:300]).strip()


def telling(text: str, limit: int = 80) -> frozenset[str]:
    """Return the words of *text* that tell one matter from another: no stop words, numbers kept."""
    words: list[str] = []
    for token in _TOKEN.findall(text[:2000].casefold()):
        if len(token) > 2 and token not in _COMMON:
            words.append(token)
            if len(words) >= limit:
                break
    return frozenset(words)


def numbers(words: frozenset[str]) -> frozenset[str]:
    """Return the words that look like an order, part or ticket number: four digits or more, and no date.

    Fewer digits name products (X310, B200mini), and products stand in many matters.
    """
    return frozenset(
        w for w in words if not w.isalpha() and sum(c.isdigit() for c in w) >= 4 and not _is_date(w)
    )


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the smaller set the two share, 0..1; a shared number counts as all."""
    if not one or not other:
        return 0.0
    if numbers(one & other):
        return 1.0
    stems = {stem(word) for word in other}
    shared = sum(1 for word in one if stem(word) in stems)
    return shared / min(len(one), len(other))


def stem(word: str) -> str:
    """Return what German compounds and endings share: Rollenbahn – Rollenbahnen, Liefertermin – Liefertermins."""
    return word[:STEM]


def _is_date(word: str) -> bool:
    return len(re.findall(r"\d+", word)) >= 2 and bool(re.fullmatch(r"[\d./-]+", word))
