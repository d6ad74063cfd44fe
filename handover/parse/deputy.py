"""The person whom an absence notice names instead: "wenden Sie sich an …", "please contact …", "… vertritt mich".

Names as written, without "Frau" and "Herr"; a function's mailbox without a name is good enough.
"""

from __future__ import annotations

import re

from handover.model import Address

_MAX_TRIGGERS = 12
_TRIGGER = re.compile(
    r"(?i)\b(?:wenden sie sich|wende dich|wendet euch|kontaktier(?:en|e|t)|(?:meine |als |in |zur )?vertretung|"
    r"melden sie sich|"
    r"vertreter(?:in)?|(?:mich )?vertritt(?: mich)?|vertreten (?:durch|von|mich)?|ansprechpartner(?:in)?|"
    r"melde dich|meldet euch|"
    r"erreichen sie|hilft ihnen|helfen ihnen|steht ihnen|stehen ihnen|übernimmt|kümmert sich|solange|in dieser zeit|"
    r"please contact|contact|reach out to|get in touch with|turn to|in my absence|my (?:deputy|substitute|back-?up|"
    r"cover)|"
    r"(?:e-?mail|mail|call|write to)(?= \w)|covering for me|stands? in for me|will (?:help|assist) you|is covering|"
    r"will be covering|takes? over)\b"
)
_SUBJECT_FIRST = (
    "vertritt", "hilft", "helfen", "steht", "stehen", "übernimmt", "kümmert", "is cov", "will", "cover",
    "stand", "take",
)  # fmt: skip
_TITLE = (
    r"(?:(?:frau|herrn?|fr\.|hr\.|mr\.?|mrs\.?|ms\.?|dr\.|prof\.|dipl\.-?ing\.|ing\.|mag\.|"
    r"oberinspektor(?:in)?)\s+){0,4}"
)
_NAME = re.compile(
    rf"(?P<title>(?i:{_TITLE}))(?P<name>[A-ZÄÖÜ][\wäöüß'’-]{{1,30}}"
    r"(?:\s(?:(?:von|van|de|der|zu)\s)?[A-ZÄÖÜ][\wäöüß'’.-]{1,30}){0,3})"
)
_LEAD = re.compile(
    r"(?i)(?:\b(?:meine[nrm]?|unsere[nrm]?|my|our|the|an|at|via|unter|bitte|gerne?|jederzeit|mich|durch|von|ist|is|"
    r"hat)\b|"
    r"(?:lieben? )?(?:kollegin(?:nen)?|kollegen?|colleagues?|mitarbeiter(?:in)?|stellvertreter(?:in)?|"
    r"teamleiter(?:in)?|"
    r"chef(?:in)?|assistentin)\b)\s*[:,]?\s*"
)
_MEANWHILE = re.compile(
    r"(?i)(?:in (?:dringenden|eiligen) fällen|bei dringenden \w+|während (?:dieser|meiner) \w+|sich|for urgent \w+|"
    r"directly|direkt)\s*,?\s*(?:bitte |an )?"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NO_NAME = frozenset(
    "sie ihnen ihre ihr ihrem ihren ich mich mir zentrale support service team kundenservice kundendienst "
    "vertrieb büro us me telefon tel e-mail email mail mobil dringenden dringende fällen in bei urgent "
    "for if the my our hotline sekretariat empfang please bitte during während diese dieser montag "
    "dienstag mittwoch donnerstag freitag monday tuesday wednesday thursday friday best kind mit viele "
    "vielen thank thanks".split()
)


def find_deputy(text: str) -> Address | None:
    """Return the person named after (or before) words like "wenden Sie sich an", with the mail address beside them."""
    fallback: Address | None = None
    for count, trigger in enumerate(_TRIGGER.finditer(text)):
        if count >= _MAX_TRIGGERS:
            break
        after = text[trigger.end() : trigger.end() + 260].partition("\n\n")[0]
        name = _name_at_head(after)
        mail = _MAIL.search(after)
        if not name and trigger[0].lower().startswith(_SUBJECT_FIRST):
            before = text[max(0, trigger.start() - 160) : trigger.start()].rpartition("\n\n")[2]
            name = _last_name(before[-90:])
            mail = mail or _MAIL.search(before)
        address = mail[0].lower().rstrip(".") if mail else ""
        if name:
            return Address(name, address)
        if address and fallback is None:
            fallback = Address("", address)
    return fallback


def _name_at_head(text: str) -> str:
    """Return the name at the head of *text*; determiners and "my colleague" are skipped."""
    rest = text
    for _ in range(8):
        rest = rest.lstrip(" \t:,-\n")
        lead = _LEAD.match(rest) or _MEANWHILE.match(rest)
        if lead is None:
            break
        rest = rest[lead.end() :]
    match = _NAME.match(rest)
    return _shown(match) if match else ""


def _last_name(text: str) -> str:
    found = [name for match in _NAME.finditer(text) if (name := _shown(match))]
    return found[-1] if found else ""


def _shown(match: re.Match[str]) -> str:
    words = match["name"].split()
    while words and words[-1].lower().strip(".") in _NO_NAME:
        words.pop()
    if not words or words[0].lower() in _NO_NAME:
        return ""
    titles = [word for word in match["title"].split() if word.lower().rstrip(".") in {"dr", "prof"}]
    return " ".join(titles + [word.rstrip(".") for word in words])
