"""Words that no person wrote for this mail: legal footers, list footers, virus-scanner and mobile adverts.

Finds where such a block begins at the end of a text. A sentence of the writer's own that only mentions
confidentiality stays theirs, unless it stands in a block of footers.
"""

from __future__ import annotations

import re

from handover.parse.stems import has_any

_LEGAL = re.compile(
    r"(?i)\b(?:(?:this|diese[rs]?|the information (?:contained )?in this|any) (?:e-?\s?mails?|message|nachricht|"
    r"communication|"
    r"transmission|mail|electronic (?:mail|message))\b.{0,120}?\b(?:confidential|privileged|intended (?:only|"
    r"solely|for)|"
    r"vertraulich|rechtlich geschützt|may contain|enthält|is for the (?:sole|exclusive))|"
    r"wenn sie nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|"
    r"if you are not the (?:intended|named|"
    r"correct|addressed)|not the intended recipient|intended only for the (?:use|person|individual|addressee)|"
    r"confidentiality notice|vertraulichkeitshinweis|disclaimer\s*:|haftungsausschluss|amtsgericht .{0,40}hrb|"
    r"handelsregister|"
    r"registergericht|geschäftsführ(?:er|ung)\s*:|sitz der gesellschaft|ust-?id|vorsitzender des aufsichtsrats|"
    r"registered (?:office|in england)|company (?:number|registration)|please consider the environment|"
    r"denken sie an die umwelt|bevor sie diese (?:e-?mail|mail) (?:aus)?drucken|before printing this|"
    r"virus[- ]?free|avast\.com|von viren befreit|scanned (?:by|for)|auf viren geprüft|informationen zum datenschutz|"
    r"datenschutzhinweise?\b.{0,60}(?:http|www\.)|unauthori[sz]ed (?:use|copying|review|disclosure)|"
    r"unbefugte (?:weitergabe|nutzung))"
)
_LIST_FOOTER = re.compile(
    r"(?i)\b(?:mailing[- ]?lists?\b|listserv\b|listinfo\b|lista de correo|liste de diffusion|mailman/options|"
    r"unsubscribe\b|"
    r"list-unsubscribe|you(?: have)? receiv(?:ed|e) this (?:message|e-?mail) (?:because|from)|"
    r"you are (?:receiving this|currently subscribed)|"
    r"sie erhalten diese (?:nachricht|e-?mail|mail),? weil|(?:zum |newsletter |hier )abbestellen|"
    r"abmelden\b.{0,40}https?:|"
    r"to post to this group|groups\.google\.com|view this discussion on|manage (?:your )?subscription)"
)
_BANNER = re.compile(
    r"(?i)(?:\b(?:caution|warning|achtung|vorsicht|warnung|hinweis|notice|external|"
    r"extern(?:e)?)\b.{0,60}(?:\be-?mail\b|\bmail\b|\bnachricht\b|\bmessage\b|\bsender\b|\babsender\b)"
    r".{0,160}(?:outside|extern|unknown|unbekannt|do not click|don't click|klicken sie|links|attachments|anhänge|"
    r"be cautious)|"
    r"you don'?t often get e-?mail from|sie erhalten (?:nicht oft|selten) e-?mails? von|"
    r"^\W{0,4}(?:external (?:e-?mail|sender|message)|externe (?:e-?mail|nachricht)|externer absender)\W{0,4}$)"
)
_RULE_CHARACTERS = "_=*#~.+- "
_LEGAL_STEMS = (
    "vertraulich", "onfidential", "rivileged", "intended", "rechtlich gesch", "may contain", "enthält",
    "adressat", "empfänger", "isclaimer", "haftung", "amtsgericht", "handelsregister", "registergericht",
    "geschäftsführ", "sitz der", "ust", "aufsichtsrat", "registered", "company ", "environment", "umwelt",
    "drucken", "printing", "virus", "avast", "viren", "scanned", "datenschutz", "authori", "unbefugt",
    "exclusive", "recipient",
)  # fmt: skip
_BANNER_STEMS = (
    "extern",
    "often get",
    "caution",
    "achtung",
    "vorsicht",
    "warnung",
    "warning",
    "selten",
    "nicht oft",
)
_LINK = re.compile(r"(?i)https?://|www\.|\S@\S+\.\w")


def is_rule(line: str) -> bool:
    """Tell whether *line* is only a line drawn with characters."""
    bare = line.strip()
    return 2 <= len(bare) <= 200 and not bare.strip(_RULE_CHARACTERS)


def banner_end(lines: list[str]) -> int:
    """Return how many lines at the top are a warning that the receiving mail server put there."""
    if not has_any("\n".join(lines[:12])[:1500].lower(), _BANNER_STEMS):
        return 0
    end = 0
    for _ in range(3):
        start = end
        while start < len(lines) and not lines[start].strip():
            start += 1
        stop = start
        while stop < len(lines) and lines[stop].strip() and stop - start < 6:
            stop += 1
        if stop == start or not _BANNER.search(" ".join(lines[start:stop])[:600]):
            return end
        end = stop if stop - start <= 3 else start + 1
    return end


def footer_start(lines: list[str]) -> int:
    """Return the index of the line where footers begin that reach to the end of *lines*, else ``len(lines)``."""
    end = len(lines)
    while True:
        start = _last_block(lines, end)
        if start == end or start < 0:
            return end
        end = start


def _last_block(lines: list[str], end: int) -> int:
    """Return where the last paragraph before *end* begins if it is a footer, else *end*."""
    stop = end
    while stop > 0 and (not lines[stop - 1].strip() or is_rule(lines[stop - 1])):
        stop -= 1
    start = stop
    while start > 0 and lines[start - 1].strip() and stop - start < 60:
        start -= 1
        if is_rule(lines[start]):
            break
    if start == stop:
        return end
    paragraph = " ".join(lines[start:stop])[:3000]
    ruled = start if is_rule(lines[start]) else _rule_above(lines, start)
    if ruled >= 0 and _is_footer(lines[ruled].strip(), paragraph, stop - ruled):
        return ruled
    legal = _LEGAL.search(paragraph[:1500]) if has_any(paragraph.lower(), _LEGAL_STEMS) else None
    if legal and not paragraph.rstrip().endswith("?"):
        return _line_of(lines, start, stop, legal.start())
    return end


def _line_of(lines: list[str], start: int, stop: int, offset: int) -> int:
    """Return the line in which character *offset* of the joined lines lies; the whole paragraph if near its top."""
    at = 0
    for index in range(start, stop):
        at += len(lines[index]) + 1
        if at > offset:
            return (
                index
                if index - start > 1
                else start
                if index == start or not lines[start].rstrip().endswith((".", "!", "?", ","))
                else index
            )
    return start


def _rule_above(lines: list[str], start: int) -> int:
    """Return the line of a drawn rule right above *start*, blank lines between; -1 when there is none."""
    above = start - 1
    while above >= 0 and start - above <= 3 and not lines[above].strip():
        above -= 1
    return above if above >= 0 and is_rule(lines[above]) else -1


def _is_footer(rule: str, paragraph: str, height: int) -> bool:
    """Tell whether the *paragraph* under a drawn *rule* is a list's footer or an advert."""
    if len(rule) < 8 or height > 12:
        return False
    if _LIST_FOOTER.search(paragraph):
        return True
    return (
        height <= 6
        and len(paragraph) < 400
        and rule[0] in "_~"
        and bool(_LINK.search(paragraph) or paragraph.endswith("!"))
    )
