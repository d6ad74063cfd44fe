"""Out-of-office replies: whether a text is one, and the first day back.

A person who mentions a coming holiday inside a letter is not an absence notice: nearly every sentence of a
notice is a stock phrase. Public holidays are not known here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from handover.model import OutOfOffice
from handover.parse.deputy import find_deputy
from handover.parse.greeting import greets_people
from handover.parse.moments import Named, days, next_working_day
from handover.parse.stems import has_any

_READ = 3000
_EARLY = 700
"""An absence is said within so many characters."""
_STEMS = (
    "urlaub", "abwesen", "nicht im ", "außer haus", "ausser haus", "erreich", "elternzeit", "mutterschutz",
    "reise", "ich unterwegs", "fortbildung", "geschlossen", "betriebs", "of office", "of the office",
    "leave", "vacation", "holiday", "away", "arbeitsplatz", "no longer", "have left", "nicht mehr ",
    "available", "closed", "travel", "ooo", "nicht da", "kur und", "krank",
)  # fmt: skip
_ABSENT = re.compile(
    r"(?i)\b(?:ich|wir)\b[^.!?\n]{0,80}\b(?:nicht (?:im (?:büro|hause?|dienst|office|unternehmen)|am arbeitsplatz|"
    r"erreichbar|zu erreichen|da|anwesend|verfügbar)|im (?:wohlverdienten )?(?:urlaub|mutterschutz|krankenstand)|"
    r"in (?:urlaub|elternzeit|mutterschutz)|auf (?:dienstreise|geschäftsreise|reisen|fortbildung|kur)|abwesend|"
    r"außer haus|ausser haus|unterwegs|nicht mehr (?:für|bei)[^.!?\n]{1,60}(?:tätig|beschäftigt))|"
    r"\b(?:bin|sind|befinde mich)\b[^.!?\n]{0,80}\b(?:nicht (?:im (?:büro|hause?|dienst)|am arbeitsplatz|erreichbar)|"
    r"im urlaub|abwesend|außer haus|auf dienstreise)|"
    r"\bunser (?:büro|betrieb|unternehmen) (?:ist|bleibt)[^.!?\n]{0,60}geschlossen|"
    r"\bwir (?:haben|machen) betriebs(?:ferien|urlaub)|"
    r"(?:\b(?:i(?:'m|’m| am|'ll be| will be| have been)|we(?:'re| are))|(?m:^\W{0,3}(?:currently|"
    r"now)))\b[^.!?\n]{0,80}"
    r"\b(?:out of (?:the )?(?:office|town)|away(?: from)?|not in the office|unavailable|not available|travell?ing|"
    r"ooo|"
    r"on (?:vacation|holidays?|(?:annual |parental |maternity |sick |medical )?leave|a business trip|travel))|"
    r"(?m:^\W{0,3}out of (?:the )?office\b)|\b(?:our|the) (?:office|company) (?:is|will be) closed|"
    r"\bi (?:have left|am no longer (?:with|working for|at|employed))"
)
_STOCK = re.compile(
    r"(?i)\bdank(?:e)?\b[^.!?\n]{0,30}\b(?:nachricht|e-?mail|mail|anfrage|mitteilung|schreiben|kontaktaufnahme|"
    r"interesse)|"
    r"thank(?:s| you) (?:very much )?for (?:your|the|contacting|reaching|writing|getting)|\b(?:dringend|eilig|"
    r"urgent|emergenc|"
    r"notf[aä]ll|immediate)|weitergeleitet|\bnicht (?:gelesen|bearbeitet|abgerufen)|forwarded|limited access|"
    r"no access|"
    r"eingeschränkt(?:en)? zugriff|keinen zugriff|sporadisch|unregelmäßig|intermittent|occasional|vertret(?:ung|er|"
    r"en|e|ung:)|vertritt|wenden sie sich|wende dich|"
    r"kontaktieren|"
    r"(?:please|kindly) (?:contact|reach|email|call|direct)|my (?:colleague|deputy)|mein(?:e[rnm]?)? (?:kolleg|"
    r"vertret)|"
    r"in my absence|(?:während|in) meiner abwesenheit|wieder (?:da|im|erreichbar|für sie|zurück|persönlich|"
    r"zu erreichen)|"
    r"ab(?: dem)? .{0,30} wieder|zurück\b|\breturn|\bback (?:in|on|at|to)|get back to you|"
    r"(?:beantworte|melde|antworte)[^.!?\n]{0,60}(?:rückkehr|zurück|nach|anschließend|umgehend|schnellstmöglich)|"
    r"nach meiner rückkehr|when i (?:return|get back|am back)|automatisch|automatic|automated|as soon as|"
    r"schnellstmöglich|"
    r"so bald wie möglich|verständnis|understanding|geduld|patience|(?:telefon|tel\.|phone|e-?mail|mobil)\s?:|\S@\S"
)
_DECISIVE = re.compile(
    r"(?i)(?:wird|werden) (?:während (?:meiner|dieser) (?:abwesenheit|"
    r"zeit) )?nicht (?:automatisch )?(?:weitergeleitet|gelesen|"
    r"bearbeitet)|(?:will|is|are) not (?:be )?(?:forwarded|read|monitored)|(?:dies(?:e|es)?|this) (?:ist eine|is an|"
    r"e-?mail wurde|nachricht wurde) (?:automatisch|auto)|automatische (?:antwort|abwesenheits)|"
    r"abwesenheits(?:notiz|nachricht|meldung)|(?:automatic|automated|auto)[- ]?reply"
)
_ADDRESSES = re.compile(
    r"(?i)\b(?:du|kannst|könntest|könnt ihr|vertrittst|übernimmst|übernimm|liegt bei|liegen bei|anbei|im anhang|"
    r"könn(?:t)?en sie (?:mir|uns|bitte|das|die|den)|attached|can you|could you|"
    r"please (?:send|let me|cover|take))\b"
)
"""Words by which a person asks or hands something to another; a notice has none."""
_GREETING = re.compile(
    r"(?i)\W*(?:hallo|guten (?:tag|morgen)|sehr geehrte|liebe|hi\b|hello|dear|grüß gott|moin|servus|mit freundlichen|"
    r"viele grüße|beste grüße|herzliche grüße|freundliche grüße|best\b|kind regards|regards|thanks?\b|many thanks|"
    r"vielen dank|"
    r"danke|lg\b|mfg|english (?:version|below)|deutsch|---|___)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])|\n+")
_BACK = re.compile(
    r"(?i)\b(?:wieder|zurück|zurückkehr\w*|rückkehr|zur verfügung|bearbeitet|beantwortet?|beantworten|return(?:ing)?|"
    r"(?<!get )(?<!come )back(?! to you)|resume|"
    r"reachable again|available again)\b"
)
_NOT_BACK = re.compile(r"(?i)\b(?:urlaub|abwesend|nicht|außer haus|out of|away|leave|closed|geschlossen)\b")
_UNTIL = re.compile(
    r"(?i)(?:\b(?:bis(?: einschließlich| einschl\S| inklusive| inkl\S| und mit)?(?: zum|"
    r" zu)?(?: und einschließlich)?|until|till|"
    r"'til|through(?: to)?|thru|up to|to)\b(?: and including| einschließlich| einschl\S| inkl\S)?(?: the| den|"
    r" dem)?|[-–—])\s{0,3}$"
)
_ENGLISH_UNTIL = re.compile(r"(?i)\b(?:until|till|'til)\b[^-–—]{0,20}$")
_LEADER = "\u2024"
_DOT = re.compile(
    r"\.(?:(?<=\d\.)(?=\d|,|;|\)|\s?[-–—]|\s[a-zäöü]|\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|"
    r"(?<=\b(?:Fr|Hr|Dr|Mr|ca|Ms)\.)|(?<=\b(?:Mag|Ing|Tel|bzw|Mrs|Nov|Dez|Dec|Jan|Feb|Aug|Sep|Okt|Oct)\.)|"
    r"(?<=\b(?:Prof|Dipl|inkl|Sept)\.)|(?<=\beinschl\.))"
)
_ENDS = (". ", ".\n", "\n\n", "! ", "? ")


def is_absence(text: str, subject: str = "") -> bool:
    """Tell whether *text* is an out-of-office notice rather than a person's letter."""
    if len(text) > _READ or not has_any(text[:_EARLY].lower(), _STEMS):
        return False
    head = _undotted(text)
    pieces = [piece.strip() for piece in _SENTENCE.split(head) if piece]
    absent = {piece for piece in pieces if has_any(piece.lower(), _STEMS) and _ABSENT.search(piece)}
    if not absent:
        return False
    sentences = [s for s in pieces if len(s.split()) > 2 and (_STOCK.search(s) or not _GREETING.match(s))]
    other = [s for s in sentences if s not in absent and len(s.split()) > 4 and not _STOCK.search(s)]
    if _DECISIVE.search(head) or _DECISIVE.search(subject):
        return len(other) <= 3
    if (
        any(s.endswith("?") for s in sentences)
        or _ADDRESSES.search(head)
        or greets_people(text[:200].lower())
    ):
        return False
    stock = sum(bool(_STOCK.search(s)) for s in sentences)
    return stock >= 1 and len(other) <= (1 if stock >= 2 else 0)


def says_absence(text: str) -> bool:
    """Tell whether *text* says somewhere that its writer is away."""
    head = text[:_READ]
    return has_any(head.lower(), _STEMS) and _ABSENT.search(_undotted(head)) is not None


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
    return OutOfOffice(back, find_deputy(text[:_READ]), quote.replace(_LEADER, ".")[:300])


def _undotted(text: str) -> str:
    """Return *text* of the same length in which dots of dates and abbreviations do not end a sentence."""
    return _DOT.sub(_LEADER, text)


def _first_day_back(text: str, written: datetime) -> tuple[date | None, int]:
    """Return the day and where it is named: a stated return counts more than the end of the absence."""
    named = days(text.replace(_LEADER, "."), written)
    earliest = written.date()
    for index, day in enumerate(named):
        between = text[day.end : named[index + 1].start] if index + 1 < len(named) else ""
        if (between and len(between) < 60 and _BACK.search(between)) or day.day < earliest:
            continue
        if not _UNTIL.search(text[max(0, day.start - 40) : day.start]) and _is_return(text, day):
            return day.day, day.start
    for day in reversed(named):
        before = text[max(0, day.start - 40) : day.start]
        if _UNTIL.search(before) and day.day >= earliest - timedelta(days=1):
            monday = day.day.weekday() == 0 and _ENGLISH_UNTIL.search(before)
            return (day.day if monday else next_working_day(day.day)), day.start
    return None, -1


def _is_return(text: str, day: Named) -> bool:
    """Tell whether *day* is one of return, not the start of an absence: "ab 3.8. im Urlaub und ab 17.8. wieder da"."""
    if not _BACK.search(_clause(text, day.start, day.end)):
        return False
    after = text[day.end : day.end + 40]
    away, back = _NOT_BACK.search(after), _BACK.search(after)
    if away and (not back or away.start() < back.start()):
        return False
    return back is not None or _BACK.search(text[max(0, day.start - 60) : day.start]) is not None


def _clause(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, max(0, start - 120), start) for mark in ("\n", "! ", "? ", "; "))
    stops = [at for mark in ("\n", "! ", "? ", "; ", ". ") if (at := text.find(mark, end, end + 120)) >= 0]
    return text[left + 1 : min(stops, default=end + 80)]


def _sentence_around(text: str, at: int) -> str:
    left = max(text.rfind(mark, 0, at) for mark in _ENDS)
    stops = [stop + 1 for mark in _ENDS if (stop := text.find(mark, at)) >= 0]
    return " ".join(text[left + 1 : min(stops, default=len(text))].split())
