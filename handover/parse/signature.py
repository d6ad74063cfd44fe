"""Where a signature begins in a writer's own text.

Reads only the last lines; a closing formula alone belongs to the text, a block of contact data after it does not.
"""

from __future__ import annotations

import re

from handover.parse.letterhead import MAX_LINES, ORNAMENTS, evidence, is_full_name, is_labelled, is_link
from handover.parse.stems import has_any

_DASHES = re.compile(r"^\s{0,3}-- ?\s*$|^—\s*$|^__\s*$")
_MOBILE = re.compile(
    r"(?i)^\W{0,3}(?:(?:sent|written|composed) (?:from|via|with|by) (?:my |the |a )?.{1,80}|(?:von|aus|"
    r"mit) mein(?:em|er) .{1,60}(?:gesendet|geschickt|verschickt|gesandt).{0,30}|"
    r"(?:gesendet|verschickt) (?:von|mit|aus|über|via) .{1,80}|(?:get|holen sie sich|"
    r"télécharge[zr]) outlook (?:for|für|pour) .{0,60}|outlook für (?:ios|android).{0,60}|"
    r"von unterwegs (?:gesendet|geschrieben).{0,60}|diese (?:nachricht|e-?mail) wurde (?:von|mit) mein.{1,90}|"
    r"envoyé (?:depuis|de|à partir d).{1,80}|"
    r"inviato d.{1,60}|enviado (?:desde|do|de) m.{1,60}|sendt fra min.{1,60}|skickat från min.{1,60}|"
    r"verzonden (?:vanaf|met|van) mijn.{1,60}|verstuurd vanaf mijn.{1,60}|"
    r"diktiert (?:auf|mit).{1,60}|sent from mobile.{0,40}|please excuse (?:any )?(?:typos|brevity|"
    r"my brevity).{0,80})$"
)
_MOBILE_STEMS = (
    "sent ", "written ", "composed", "gesendet", "geschickt", "verschickt", "gesandt", "outlook",
    "unterwegs", "mobil", "envoyé", "inviato", "enviado", "sendt ", "skickat", "verzonden", "verstuurd",
    "diktiert", "please excuse", "wurde von mein", "wurde mit mein",
)  # fmt: skip
_POSTSCRIPT = re.compile(r"P\.?\s?S\.?\s?[:.,]?\s+\S|PS:")
_MAX_ADVERT = 8
_DASH_STARTS = " -—_"
_CLOSING = re.compile(
    r"(?i)^\W{0,3}(?:(?:mit )?(?:den |ganz )?(?:freundlichen?|besten?|herzlichen?|lieben?|vielen?|schönen?|"
    r"sonnigen?)(?: und \w{3,12})? gr(?:ü|ue)(?:ß|ss)(?:en?)?"
    r"(?: aus \w{2,20})?|mfg|hochachtungsvoll|gr(?:u|ü)(?:ß|ss)e?|lg|vg|bg|(?:with )?(?:my |the )?(?:kind(?:est)?|"
    r"best|warm(?:est)?|many)?\s?regards|best wishes|"
    r"yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|all the best|best|thx|thanks|thank you|"
    r"thanks? (?:a lot|again|in advance|so much|very much)|"
    r"thank you (?:very much|again|in advance|so much)|thanks (?:and|&) (?:best |kind )?regards|many thanks|br|"
    r"rgds|(?:vielen|herzlichen|besten) dank(?: im voraus)?|danke(?: im voraus)?|"
    r"cordially|respectfully|take care)[\s,.!-]*(?=\Z|[A-ZÄÖÜ])"
)


def signature_start(lines: list[str], author: str) -> int:
    """Return the index of the line where the signature begins in the writer's own *lines*, else ``len(lines)``."""
    end = len(lines)
    first = max(0, end - MAX_LINES)
    adverts = max(first, end - _MAX_ADVERT)
    mobile = has_any("\n".join(lines[adverts:]).lower(), _MOBILE_STEMS)
    for index in range(first, end):
        line = lines[index]
        if not line:
            continue
        if line[0] in _DASH_STARTS and _DASHES.match(line):
            return index
        if mobile and index >= adverts and _MOBILE.match(line[:200]):
            return _contact_block(lines[:index], max(0, index - MAX_LINES), author)
        if line[:2] == "--" and line.rstrip() == "--" and _is_letter_head(lines[index + 1 :], author):
            return index
    return _contact_block(lines, first, author)


def postscript(signature: list[str]) -> int:
    """Return which line of *signature* begins a postscript ("PS: …"), 0 when none does."""
    for index, line in enumerate(signature[1:], 1):
        if line[:1] == "P" and _POSTSCRIPT.match(line):
            return index
    return 0


def _is_letter_head(lines: list[str], author: str) -> bool:
    """Tell whether *lines* after a bare ``--`` are a signature and not more text."""
    lines = [line.strip(ORNAMENTS) for line in lines if line.strip(ORNAMENTS)]
    if not lines or len(lines) > 15:
        return False
    return is_full_name(lines[0].strip("/- "), author) or sum(map(evidence, lines)) >= 2


def _contact_block(lines: list[str], first: int, author: str) -> int:
    """Return where the last block of contact data begins, with the full name above it; the closing formula stays."""
    end = len(lines)
    weight = count = 0
    start = named = end
    closed = False
    for index in range(end - 1, first - 1, -1):
        line = lines[index].strip(ORNAMENTS)
        if not line or (line[0] == "[" and line[-1] == "]"):
            continue
        closed = is_closing(line)
        if closed or _is_sentence(line):
            break
        found = evidence(line)
        weight += found
        count += 1
        if is_full_name(line, author):
            start = named = index
        elif found > 1 or (found and start < end):
            start = index
        elif start - index > 10:
            break
    if named < end and (weight >= 2 or (count >= 2 and _is_headed(lines, named, closed=closed))):
        start = min(start, named)
    elif weight < 2 or start == 0:
        return end
    while start > first and is_drawn(lines[start - 1]):
        start -= 1
    return start


def _is_headed(lines: list[str], named: int, *, closed: bool) -> bool:
    """Tell whether what follows a name without contact data is a letter head: a title after a closing, or links."""
    following = next((line.strip() for line in lines[named + 1 :] if line.strip()), "")
    words = following.split()
    if closed and words and len(words) <= 6 and following[-1] not in ".?!:":
        return sum(word[:1].isupper() for word in words) * 2 > len(words)
    return _only_links(lines[named + 1 :])


def _only_links(lines: list[str]) -> bool:
    """Tell whether *lines* are nothing but one to three web addresses."""
    shown = [line.strip() for line in lines if line.strip()]
    return 0 < len(shown) <= 3 and all(is_link(line) for line in shown)


def is_closing(line: str) -> bool:
    """Tell whether *line* is a formula like "Mit freundlichen Grüßen" or "Thanks,", perhaps with a name."""
    match = _CLOSING.match(line[:120])
    return match is not None and len(line[match.end() :].split()) <= 4


def _is_sentence(line: str) -> bool:
    """Tell whether *line* reads like running text or a salutation rather than a line of a letter head."""
    if is_link(line):
        return False
    if len(line) > 100:
        return True
    words = line.split()
    if line[-1] in "?!;,:" and not evidence(line):
        return True
    small = sum(w[:1].islower() for w in words)
    if line[-1] == "." and small >= 2 and len(words) >= 4:
        return True
    return len(words) >= 5 and small * 2 > len(words) and not is_labelled(line)


def is_drawn(line: str) -> bool:
    """Tell whether *line* is only a rule drawn with characters."""
    return len(line) < 200 and len(stripped := line.strip()) >= 3 and not stripped.strip("_=*-#~+·•—– ")
