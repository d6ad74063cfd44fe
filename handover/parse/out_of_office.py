"""Out-of-office replies: whether a text is one, the first day back, and the named deputy.

A person who mentions a coming holiday inside a letter is not an absence notice: nearly every sentence of a
notice is a stock phrase. Public holidays are not known here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from handover.model import Address, OutOfOffice
from handover.parse.moments import Named, days, next_working_day

_READ = 3000
_ABSENT = re.compile(
    r"(?i)\b(?:ich|wir)\b[^.!?\n]{0,80}\b(?:nicht (?:im (?:büro|hause?|dienst|office|unternehmen)|am arbeitsplatz|erreichbar|zu erreichen|da|anwesend|verfügbar)|"
    r"im (?:wohlverdienten )?(?:urlaub|mutterschutz|krankenstand)|in (?:urlaub|elternzeit|mutterschutz)|auf (?:dienstreise|geschäftsreise|reisen|fortbildung)|abwesend|außer haus|ausser haus|unterwegs)"
    r"|\b(?:bin|sind|befinde mich)\b[^.!?\n]{0,80}\b(?:nicht im (?:büro|hause?|dienst)|im urlaub|abwesend|außer haus|nicht erreichbar|auf dienstreise)"
    r"|\bunser (?:büro|betrieb|unternehmen) (?:ist|bleibt)[^.!?\n]{0,60}geschlossen|\bwir (?:haben|machen) betriebs(?:ferien|urlaub)"
    r"|\b(?:i(?:'m|’m| am|'ll be| will be| have been)|we(?:'re| are)|currently|now)\b[^.!?\n]{0,80}\b(?:out of (?:the )?(?:office|town)|away(?: from)?|on (?:vacation|holidays?|(?:annual |parental |maternity |sick |medical )?leave|a business trip|travel)|"
    r"not in the office|unavailable|not available|travell?ing|ooo)"
    r"|\b(?:our|the) (?:office|company) (?:is|will be) closed"
)
_STOCK = re.compile(
    r"(?i)(?:\bdank(?:e)?\b[^.!?\n]{0,30}\b(?:nachricht|e-?mail|mail|anfrage|mitteilung|schreiben|kontaktaufnahme|interesse)|thank(?:s| you) (?:very much )?for (?:your|the|contacting|reaching|writing|getting)|"
    r"\b(?:dringend|eilig|urgent|emergenc|notf[aä]ll|immediate)|weitergeleitet|\bnicht (?:gelesen|bearbeitet|abgerufen)|forwarded|limited access|eingeschränkt(?:en)? zugriff|keinen zugriff|no access|"
    r"vertret(?:ung|er|en|e|ung:)|vertritt|wenden sie sich|wende dich|kontaktieren|(?:please|kindly) (?:contact|reach|email|call|direct)|my (?:colleague|deputy)|mein(?:e[rnm]?)? (?:kolleg|vertret)|in my absence|"
    r"während meiner abwesenheit|in meiner abwesenheit|wieder (?:da|im|erreichbar|für sie|zurück|persönlich|zu erreichen)|ab(?: dem)? .{0,30} wieder|zurück\b|\breturn|\bback (?:in|on|at|to)|"
    r"get back to you|(?:beantworte|melde|antworte)[^.!?\n]{0,60}(?:rückkehr|zurück|nach|anschließend|umgehend|schnellstmöglich)|nach meiner rückkehr|upon my return|when i (?:return|get back|am back)|"
    r"automatisch|automatic|automated|as soon as|schnellstmöglich|so bald wie möglich|verständnis|understanding|geduld|patience|(?:telefon|tel\.|phone|e-?mail|mobil)\s?:|\S@\S)"
)
_DECISIVE = re.compile(
    r"(?i)(?:wird|werden) (?:während (?:meiner|dieser) (?:abwesenheit|zeit) )?nicht (?:automatisch )?(?:weitergeleitet|gelesen|bearbeitet)|(?:will|is|are) not (?:be )?(?:forwarded|read|monitored)|"
    r"(?:dies(?:e|es)?|this) (?:ist eine|is an|e-?mail wurde|nachricht wurde) (?:automatisch|auto)|automatische (?:antwort|abwesenheits)|abwesenheits(?:notiz|nachricht|meldung)|(?:automatic|automated|auto)[- ]?reply"
)
_GREETING = re.compile(
    r"(?i)^\W*(?:hallo|guten (?:tag|morgen)|sehr geehrte|liebe|hi\b|hello|dear|grüß gott|moin|servus|mit freundlichen|viele grüße|beste grüße|herzliche grüße|freundliche grüße|"
    r"best\b|kind regards|regards|thanks?\b|many thanks|vielen dank|danke|lg\b|mfg|english (?:version|below)|deutsch|---|___)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])|\n+")
_BACK = re.compile(
    r"(?i)\b(?:wieder|zurück|zurückkehr\w*|rückkehr|zurückgekehrt|zur verfügung|return(?:ing)?|(?<!get )(?<!come )back(?! to you)|resume|reachable again|available again|in the office again)\b"
)
_NOT_BACK = re.compile(r"(?i)\b(?:urlaub|abwesend|nicht|außer haus|out of|away|leave|closed|geschlossen)\b")
_UNTIL = re.compile(
    r"(?i)(?:\b(?:bis(?: einschließlich| einschl\.| inklusive| inkl\.| und mit)?(?: zum| zu)?(?: und einschließlich)?|until|till|'til|through(?: to)?|thru|up to|to)\b(?: and including| einschließlich| einschl\.| inkl\.)?(?: the| den| dem)?|[-–—])\s{0,3}$"
)
_ENGLISH_UNTIL = re.compile(r"(?i)\b(?:until|till|'til)\b[^-–—]{0,20}$")


def is_absence(text: str, subject: str = "") -> bool:
    """Tell whether *text* is an out-of-office notice rather than a person's letter."""
    head = _undotted(text[:_READ])
    if not any(word in head.lower() for word in _HINTS) or not _ABSENT.search(head):
        return False
    sentences = [s.strip() for s in _SENTENCE.split(head) if len(s.split()) > 2 and not _GREETING.match(s)]
    other = [s for s in sentences if not _ABSENT.search(s) and not _STOCK.search(s) and not days_only(s)]
    stock = sum(bool(_STOCK.search(s)) for s in sentences)
    if _DECISIVE.search(head) or _DECISIVE.search(subject):
        return len(other) <= 3
    if any(s.endswith("?") for s in sentences):
        return False
    return stock >= 1 and len(other) <= (1 if stock >= 2 else 0)


def days_only(sentence: str) -> bool:
    """Tell whether *sentence* is hardly more than a name, a number or a date, as lines of a notice are."""
    return len(sentence.split()) <= 4


def read_absence(subject: str, text: str, written: datetime) -> OutOfOffice | None:
    """Return first day back, deputy and the telling sentence of an absence notice; None when *text* is none."""
    head = _undotted(text[:_READ])
    absent = _ABSENT.search(head)
    if not absent and not _DECISIVE.search(subject) and not _ABSENT.search(subject):
        return None
    back, at = _first_day_back(head, written)
    if back is None:
        back, _ = _first_day_back(subject[:300], written)
    quote = _sentence_around(head, at if at >= 0 else absent.start() if absent else 0)
    return OutOfOffice(back=back, deputy=_deputy(head), quote=quote.replace(_LEADER, ".")[:300])


def _undotted(text: str) -> str:
    """Return *text* of the same length in which dots of dates and abbreviations do not end a sentence."""
    return _DOT.sub(lambda match: match[0][:-1] + _LEADER, text)


_LEADER = "\u2024"
_DOT = re.compile(r"\d\.(?=\d|,|;|\)|\s?[-–—]|\s[a-zäöü]|\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|\b(?:Fr|Hr|Dr|Prof|Mag|Ing|Dipl|Tel|einschl|inkl|ca|bzw|Mr|Mrs|Ms|Nov|Dez|Dec|Jan|Feb|Aug|Sept?|Okt|Oct)\.")
_HINTS = (
    "urlaub", "abwesen", "büro", "haus", "office", "leave", "vacation", "holiday", "away", "erreich", "dienst", "elternzeit",
    "mutterschutz", "closed", "geschlossen", "unavailable", "available", "travel", "ooo", "unterwegs", "fortbildung", "krankenstand",
    "town", "betriebs", "reise", "arbeitsplatz", "verfügbar", "anwesend", "business trip",
)  # fmt: skip


def _first_day_back(text: str, written: datetime) -> tuple[date | None, int]:
    """Return the day and where it is named: a stated return counts more than the end of the absence."""
    named = days(text.replace(_LEADER, "."), written)
    earliest = written.date()
    for index, day in enumerate(named):
        if index + 1 < len(named) and _BACK.search(between := text[day.end : named[index + 1].start]) and len(between) < 60:
            continue
        clause = _clause(text, day.start, day.end)
        before = text[max(0, day.start - 40) : day.start]
        if _BACK.search(clause) and not _UNTIL.search(before) and not _is_start(clause, text, day) and day.day >= earliest:
            return day.day, day.start
    for day in reversed(named):
        before = text[max(0, day.start - 40) : day.start]
        if _UNTIL.search(before) and day.day >= earliest - timedelta(days=1):
            monday = day.day.weekday() == 0 and _ENGLISH_UNTIL.search(before)
            return (day.day if monday else next_working_day(day.day)), day.start
    return None, -1


def _is_start(clause: str, text: str, day: Named) -> bool:
    """Tell whether *day* begins an absence: "ab 3.8. im Urlaub und ab 17.8. wieder da"."""
    after = text[day.end : day.end + 40]
    nearest_not = _NOT_BACK.search(after)
    nearest_back = _BACK.search(after)
    if nearest_not and (not nearest_back or nearest_not.start() < nearest_back.start()):
        return True
    return not nearest_back and not _BACK.search(text[max(0, day.start - 60) : day.start])


def _clause(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, max(0, start - 120), start) for mark in ("\n", "! ", "? ", "; "))
    stops = [at for mark in ("\n", "! ", "? ", "; ", ". ") if (at := text.find(mark, end, end + 120)) >= 0]
    return text[left + 1 : min(stops, default=end + 80)]


def _sentence_around(text: str, at: int) -> str:
    left = max(text.rfind(mark, 0, at) for mark in (". ", ".\n", "\n\n", "! ", "? "))
    stops = [p + 1 for mark in (". ", ".\n", "\n\n", "! ", "? ") if (p := text.find(mark, at)) >= 0]
    return " ".join(text[left + 1 : min(stops, default=len(text))].split())


_TRIGGER = re.compile(
    r"(?i)\b(?:wenden sie sich|wende dich|wendet euch|kontaktier(?:en|e|t)|(?:meine |als |in |zur )?vertretung|vertreter(?:in)?|(?:mich )?vertritt(?: mich)?|vertreten (?:durch|von|mich)?|ansprechpartner(?:in)?|melden sie sich|melde dich|meldet euch|"
    r"erreichen sie|hilft ihnen|helfen ihnen|steht ihnen|stehen ihnen|übernimmt|kümmert sich|solange|in dieser zeit|please contact|contact|reach out to|get in touch with|turn to|in my absence|my (?:deputy|substitute|backup|back-up|cover)|covering for me|"
    r"(?:email|e-mail|mail|call|write to)(?= \w)|stands? in for me|will (?:help|assist) you|is covering|will be covering|takes? over)\b"
)
_TITLE = r"(?:(?:frau|herrn?|fr\.|hr\.|mr\.?|mrs\.?|ms\.?|dr\.|prof\.|dipl\.-?ing\.|ing\.|mag\.|oberinspektorin|oberinspektor)\s+){0,4}"
_NAME = re.compile(
    rf"(?P<title>(?i:{_TITLE}))(?P<name>[A-ZÄÖÜ][\wäöüß'’-]{{1,30}}(?:\s(?:(?:von|van|de|der|zu)\s)?[A-ZÄÖÜ][\wäöüß'’.-]{{1,30}}){{0,3}})"
)
_LEAD = re.compile(r"(?i)(?:\b(?:meine[nrm]?|unsere[nrm]?|my|our|the|an|at|via|unter|bitte|gerne?|jederzeit|mich|durch|von|ist|is|hat|the)\b|(?:lieben? )?(?:kollegin(?:nen)?|kollegen?|colleagues?|mitarbeiter(?:in)?|stellvertreter(?:in)?|teamleiter(?:in)?|chef(?:in)?|assistentin))\s*[:,]?\s*")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NO_NAME = frozenset(
    "sie ihnen ihre ihr ich mich mir zentrale support service team kundenservice kundendienst vertrieb büro telefon tel e-mail email mail "
    "dringenden fällen in bei dringende urgent for if the my our hotline sekretariat empfang us me please bitte during während mobil montag "
    "dienstag mittwoch donnerstag freitag monday tuesday wednesday thursday friday best kind mit viele vielen thank thanks ihrem ihren diese dieser".split()
)


def _deputy(text: str) -> Address | None:
    """Return the person named after (or before) words like "wenden Sie sich an" with the mail address beside them."""
    fallback: Address | None = None
    for trigger in list(_TRIGGER.finditer(text))[:12]:
        after = text[trigger.end() : trigger.end() + 260].partition("\n\n")[0].replace(_LEADER, ".")
        name = _named(after)
        mail = _MAIL.search(after)
        if not name and trigger[0].lower().startswith(_SUBJECT_FIRST):
            before = text[max(0, trigger.start() - 160) : trigger.start()].replace(_LEADER, ".")
            name = _named_before(before[-90:])
            mail = mail or _MAIL.search(before)
        address = mail[0].lower().rstrip(".") if mail else ""
        if name:
            return Address(name, address)
        if address and fallback is None:
            fallback = Address("", address)
    return fallback


_SUBJECT_FIRST = ("vertritt", "hilft", "helfen", "steht", "stehen", "übernimmt", "kümmert", "is cov", "will", "cover", "stand", "take")


def _named(after: str) -> str:
    """Return the name at the head of *after*, determiners and "my colleague" skipped."""
    rest = after.lstrip(" \t:,-\n")
    for _ in range(8):
        lead = _LEAD.match(rest)
        if not lead or not lead.end():
            break
        rest = rest[lead.end() :].lstrip(" \t:,-\n")
    rest = re.sub(r"(?i)^(?:in (?:dringenden|eiligen) fällen|bei dringenden \w+|während (?:dieser|meiner) \w+|sich|for urgent \w+|directly|direkt)\s*,?\s*(?:bitte |an )?", "", rest)
    while (lead := _LEAD.match(rest)) and lead.end():
        rest = rest[lead.end() :]
    match = _NAME.match(rest)
    return _checked(match) if match else ""


def _named_before(before: str) -> str:
    found = [name for match in _NAME.finditer(before.rpartition("\n\n")[2]) if (name := _checked(match))]
    return found[-1] if found else ""


def _checked(match: re.Match[str]) -> str:
    words = match["name"].split()
    while words and words[-1].lower().strip(".") in _NO_NAME:
        words.pop()
    if not words or words[0].lower() in _NO_NAME:
        return ""
    title = match["title"].split()
    shown = [w for w in title if w.lower().rstrip(".") in {"dr", "prof"}]
    return " ".join(shown + [w.rstrip(".") for w in words])
