"""Words that no person wrote for this mail: legal footers, list footers, virus-scanner and mobile adverts.

Finds where such a block begins at the end of a text. A sentence of the writer's own that only mentions
confidentiality stays theirs, unless it stands in a block of footers.
"""

from __future__ import annotations

import re

_LEGAL = re.compile(
    r"(?i)\b(?:(?:this|diese[rs]?|the information (?:contained )?in this|any) (?:e-?\s?mails?|message|nachricht|communication|"
    r"transmission|mail|electronic (?:mail|message))\b.{0,120}?\b(?:confidential|privileged|intended (?:only|solely|for)|"
    r"vertraulich|rechtlich geschützt|may contain|enthält|is for the (?:sole|exclusive))|"
    r"wenn sie nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|if you are not the (?:intended|named|"
    r"correct|addressed)|not the intended recipient|intended only for the (?:use|person|individual|addressee)|"
    r"confidentiality notice|vertraulichkeitshinweis|disclaimer\s*:|haftungsausschluss|amtsgericht .{0,40}hrb|handelsregister|"
    r"registergericht|geschäftsführ(?:er|ung)\s*:|sitz der gesellschaft|ust-?id|vorsitzender des aufsichtsrats|"
    r"registered (?:office|in england)|company (?:number|registration)|please consider the environment|"
    r"denken sie an die umwelt|bevor sie diese (?:e-?mail|mail) (?:aus)?drucken|before printing this|"
    r"virus[- ]?free|avast\.com|von viren befreit|scanned (?:by|for)|auf viren geprüft|informationen zum datenschutz|"
    r"datenschutzhinweise?\b.{0,60}(?:http|www\.)|unauthori[sz]ed (?:use|copying|review|disclosure)|unbefugte (?:weitergabe|nutzung))"
)
_LIST_FOOTER = re.compile(
    r"(?i)\b(?:mailing[- ]?list\b|mailman/(?:listinfo|options)|to unsubscribe|unsubscribe (?:from|send|here|link)|"
    r"list-unsubscribe|you received this message because|you are receiving this|sie erhalten diese (?:nachricht|e-?mail|mail), weil|"
    r"zum abbestellen|groups\.google\.com|view this discussion on)"
)
_RULE = re.compile(r"^[ \t]{0,8}[_=*#~.+-]{2,200}\s*$")
_LINK = re.compile(r"(?i)https?://|www\.|\S@\S+\.\w")


def is_legal(paragraph: str) -> bool:
    """Tell whether *paragraph* is a legal footer or company register line."""
    return bool(_LEGAL.search(paragraph[:1500]))


def is_rule(line: str) -> bool:
    """Tell whether *line* is only a line drawn with characters."""
    return bool(_RULE.match(line[:200]))


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
    while stop > 0 and not lines[stop - 1].strip():
        stop -= 1
    start = stop
    while start > 0 and lines[start - 1].strip() and stop - start < 60:
        start -= 1
        if is_rule(lines[start]):
            break
    if start == stop:
        return end
    paragraph = " ".join(lines[start:stop])[:3000]
    if len(lines[start:stop]) == 1 and is_rule(lines[start]) and end < len(lines):
        return start
    ruled = start if is_rule(lines[start]) else _rule_above(lines, start)
    if ruled >= 0 and len(lines[ruled].strip()) >= 8 and stop - ruled <= 12 and (_LIST_FOOTER.search(paragraph) or _LINK.search(paragraph)):
        return ruled
    if _LEGAL.search(paragraph[:1500]) and not paragraph.rstrip().endswith("?"):
        return start
    return end


def _rule_above(lines: list[str], start: int) -> int:
    """Return the line of a drawn rule right above *start*, blank lines between; -1 when there is none."""
    above = start - 1
    while above >= 0 and start - above <= 3 and not lines[above].strip():
        above -= 1
    return above if above >= 0 and is_rule(lines[above]) else -1
