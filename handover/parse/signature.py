"""Signatures: where one begins in a writer's own text, and what it says of the writer.

Reads only the last lines; a closing formula alone belongs to the text, a block of contact data after it does not.
"""

from __future__ import annotations

import re

from handover.model import SignatureFacts
from handover.parse.stems import has_any

MAX_LINES = 25
DASHES = re.compile(r"^\s{0,3}-- ?\s*$|^—\s*$|^__\s*$")
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
_PHONE = re.compile(r"(?<![\w/.])(?:\+|00)?\(?\d[\d\s()/.–-]{5,24}\d(?![\w])")
_PHONE_LABEL = re.compile(
    r"(?i)\b(?:tel(?:efon|ephone)?|fon|phone|ph|t|office|büro|direct|durchwahl|direkt|f(?:on)?|p|"
    r"o)\b\.?\s*[:.)|]?\s*$"
)
_MOBILE_LABEL = re.compile(r"(?i)\b(?:mobil(?:e|telefon|funk)?|mob|handy|cell|m|c)\b\.?\s*[:.)|]?\s*$")
_FAX_LABEL = re.compile(r"(?i)\b(?:tele)?fax\b\.?\s*(?:no\.?|nr\.?)?\s*[:.)|]?\s*$")
_LABELLED = re.compile(
    r"(?i)^\W{0,3}(?:tel(?:efon|ephone)?|fon|phone|ph|mobil(?:e|telefon)?|mob|handy|cell|fax|telefax|facsimile|"
    r"e-?mail|mail|web(?:site)?|www|internet|skype|direct|"
    r"durchwahl|office|[tmfpeow])\b[.:+|(# -]|(?<![\w.])(?:tel|fon|fax|mobil|mobile|phone|"
    r"telefon)\b\.?:?\s{0,3}[+(\d]|\((?:phone|fax|cell|office|mobile|w|h|direct)\)$"
)
_CONTENT = re.compile(r"\d{3}|\d\d[ -/]\d\d|@|www\.|https?:")
_MAIL_LINE = re.compile(
    r"(?i)^\W{0,2}(?:mailto:)?\w[\w.+-]{0,60}@[\w.-]{3,80}(?:\s{0,3}<\S{1,200}>)?\W{0,3}(?:\(.{1,30}\))?$"
)
_LINK_LINE = re.compile(
    r"(?i)^\W{0,2}(?:https?://|www\.)\S{3,300}(?:\s{1,8}<?(?:https?://|www\.)\S{3,300})*+\s*$"
)
_EXTENSION = re.compile(r"(?i)^(?:x|ext\.?|apparat|dw)\s?-?\d{2,6}$")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d")
_GROUPED = re.compile(r"^[+(0]|\d[ ./()-]+\d")
_PLACE = re.compile(
    r"(?i)\b(?:straße|strasse|str\.|street|avenue|ave\.?|road|rd\.|drive|suite|building|platz|allee|weg) ?\d|"
    r"\d{1,5} \w{3,20} (?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|lane|blvd)\b|\b(?:D-|A-|"
    r"CH-)?\d{4,5}\s+[A-ZÄÖÜ][a-zäöüß]{2}|\b[A-Z]{2}\s+\d{5}\b"
)
_PARTICLES = frozenset("von van de der den zu del la le di da dos y und & bin al ten ter".split())
_ORNAMENTS = " \t*_|•·"
_CONTACT = re.compile(
    r"(?i)(?:\btel\b|telefon|phone|\bfon\b|\bmobil|\bfax\b|www\.|https?://|\S@\S+\.\w|\bstraße\b|str\.\s?\d|"
    r"\bstreet\b|\b\d{5}\s+[A-ZÄÖÜ])"
)
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|SE|e\.V\.|e\.K\.|mbH|UG|Inc\.?|Ltd\.?|LLC|Corp\.?|plc|PLC|S\.A\.|B\.V\.|University|"
    r"Universität|Institut|Institute|Laborator(?:y|ies)|Company)(?!\w)"
)
_FUNCTION = re.compile(
    r"(?i)\b(?:leiter(?:in)?|leitung|manager(?:in)?|director|head of|engineer|ingenieur(?:in)?|vertrieb|sales|"
    r"einkauf|purchasing|assisten[tz](?:in)?|"
    r"assistant|geschäftsführer(?:in)?|ceo|cto|cfo|coo|president|consultant|berater(?:in)?|developer|"
    r"entwickler(?:in)?|support|service|sachbearbeiter(?:in)?|"
    r"professor|analyst|specialist|spezialist(?:in)?|officer|coordinator|koordinator(?:in)?|referent(?:in)?|"
    r"sekretariat|secretary|techniker(?:in)?|disponent(?:in)?|"
    r"kundenbetreuung|kundendienst|key account|teamlead|team lead|lead|architect|architekt(?:in)?|buchhaltung|"
    r"accounting|logistik|logistics|meister(?:in)?|prokurist(?:in)?|leader|chief|vice president|fellow|postdoc|"
    r"student|principal|expert(?:e|in)?|representative|administrator|fachmann|fachfrau|sachgebiet|geschäftsstelle|"
    r"projektleit\w+|auszubildende[r]?|werkstudent(?:in)?|inhaber(?:in)?|owner|partner|researcher|scientist)\b"
)


def signature_start(lines: list[str], author: str) -> int:
    """Return the index of the line where the signature begins in the writer's own *lines*, else ``len(lines)``."""
    end = len(lines)
    first = max(0, end - MAX_LINES)
    mobile = has_any("\n".join(lines[first:]).lower(), _MOBILE_STEMS)
    for index in range(first, end):
        line = lines[index]
        if (line[:1] in _DASH_STARTS and DASHES.match(line)) or (mobile and _MOBILE.match(line[:200])):
            return index
        if line[:2] == "--" and line.rstrip() == "--" and _is_letter_head(lines[index + 1 :], author):
            return index
    return _contact_block(lines, first, author)


def _is_letter_head(lines: list[str], author: str) -> bool:
    """Tell whether *lines* after a bare ``--`` are a signature and not more text."""
    lines = [line.strip(_ORNAMENTS) for line in lines if line.strip(_ORNAMENTS)]
    if not lines or len(lines) > 15:
        return False
    return _is_full_name(lines[0].strip("/- "), author) or sum(map(_evidence, lines)) >= 2


def _contact_block(lines: list[str], first: int, author: str) -> int:
    """Return where the last block of contact data begins, with the full name above it; the closing formula stays."""
    end = len(lines)
    weight = count = 0
    start = named = end
    closed = False
    for index in range(end - 1, first - 1, -1):
        line = lines[index].strip(_ORNAMENTS)
        if not line:
            continue
        if closed := is_closing(line):
            break
        if _is_sentence(line):
            break
        found = _evidence(line)
        weight += found
        count += 1
        if _is_full_name(line, author):
            start = named = index
        elif found > 1 or (found and start < end):
            start = index
        elif start - index > 10:
            break
    if named < end and (
        weight >= 2
        or (count >= 2 and ((closed and _is_titled(lines, named)) or _only_links(lines[named + 1 :])))
    ):
        start = min(start, named)
    elif weight < 2 or start == 0:
        return end
    while start > first and is_drawn(lines[start - 1]):
        start -= 1
    return start


def _is_titled(lines: list[str], named: int) -> bool:
    """Tell whether the line after a name is a function or company and not a second sentence of the text."""
    following = next((line.strip() for line in lines[named + 1 :] if line.strip()), "")
    words = following.split()
    return (
        bool(words)
        and len(words) <= 6
        and sum(w[:1].isupper() for w in words) * 2 > len(words)
        and following[-1] not in ".?!:"
    )


def _only_links(lines: list[str]) -> bool:
    """Tell whether *lines* are nothing but one to three web addresses."""
    shown = [line.strip() for line in lines if line.strip()]
    return 0 < len(shown) <= 3 and all(_LINK_LINE.match(line) for line in shown)


def _evidence(line: str) -> int:
    """Return how much *line* looks like contact data: 2 for a number or address, 1 for a function or company."""
    if len(line) > 110:
        return 0
    if _LABELLED.search(line) and _CONTENT.search(line):
        return 2
    if _MAIL_LINE.match(line) or _EXTENSION.match(line):
        return 2
    phone = _PHONE.search(line)
    if (
        phone
        and 7 <= sum(c.isdigit() for c in phone[0]) <= 15
        and len(line) - len(phone[0]) < 25
        and not _DATE.search(phone[0])
    ):
        return 2 if _GROUPED.search(phone[0]) else 0
    if len(line) <= 70 and (_FUNCTION.search(line) or _COMPANY.search(line) or _PLACE.search(line)):
        return 1
    return 0


def is_closing(line: str) -> bool:
    """Tell whether *line* is a formula like "Mit freundlichen Grüßen" or "Thanks,", perhaps with a name."""
    match = _CLOSING.match(line[:120])
    return match is not None and len(line[match.end() :].split()) <= 4


def _is_sentence(line: str) -> bool:
    """Tell whether *line* reads like running text or a salutation rather than a line of a letter head."""
    if _LINK_LINE.match(line):
        return False
    if len(line) > 100:
        return True
    words = line.split()
    if line[-1] in "?!;,:" and not _evidence(line):
        return True
    small = sum(w[:1].islower() for w in words)
    if line[-1] == "." and small >= 2 and len(words) >= 4:
        return True
    return len(words) >= 5 and small * 2 > len(words) and not _LABELLED.search(line)


def _is_full_name(line: str, author: str) -> bool:
    if author and line.lower() == author.lower():
        return True
    words = line.split()
    if not 2 <= len(words) <= 5 or len(line) > 50 or any(c.isdigit() or c in "@:/!?" for c in line):
        return False
    return all(w[:1].isupper() or w in _PARTICLES for w in words)


def is_drawn(line: str) -> bool:
    """Tell whether *line* is only a rule drawn with characters."""
    return len(line) < 200 and len(stripped := line.strip()) >= 3 and not stripped.strip("_=*-#~+·•—– ")


def facts(signature: str, author: str) -> SignatureFacts:
    """Return what *signature* says of *author*: name, function, phone, mobile, company."""
    lines = [line.strip(" \t*_|•") for line in signature[:4000].split("\n")]
    lines = [line for line in lines if line and not DASHES.match(line) and not is_closing(line)][:MAX_LINES]
    name = next((line for line in lines[:4] if _is_name(line, author)), "")
    function = company = phone = mobile = ""
    for line in lines:
        short = line[:200]
        found, kind = _phone(short)
        if found and kind == "mobile":
            mobile = mobile or found
        elif found and kind == "phone":
            phone = phone or found
        if len(short) < 100 and not found and short != name:
            if not function and _FUNCTION.search(short) and not _COMPANY.search(short):
                function = short.partition("|")[0].strip()
            elif not company and _COMPANY.search(short):
                company = short
    return SignatureFacts(name[:100], function[:100], phone[:40], mobile[:40], company[:100])


def _is_name(line: str, author: str) -> bool:
    words = line.split()
    if not 1 <= len(words) <= 5 or len(line) > 60 or any(c.isdigit() or c in "@:/" for c in line):
        return False
    if author:
        return words[-1].lower() in author.lower().split() or words[0].lower() in author.lower().split()
    return len(words) >= 2 and all(w[:1].isupper() for w in words)


def _phone(line: str) -> tuple[str, str]:
    """Return the first telephone number of *line* and whether it is a ``phone`` or ``mobile``; fax numbers are none."""
    for match in _PHONE.finditer(line):
        digits = sum(c.isdigit() for c in match[0])
        before = line[: match.start()]
        if not 6 <= digits <= 16 or _FAX_LABEL.search(before):
            continue
        number = " ".join(match[0].split()).strip(" .-/–")
        if _MOBILE_LABEL.search(before):
            return number, "mobile"
        if _PHONE_LABEL.search(before) or number[:1] in "+0(" or before.strip() == "":
            return number, "mobile" if number.replace(" ", "").startswith(
                ("+491", "01", "00491")
            ) else "phone"
    return "", ""
