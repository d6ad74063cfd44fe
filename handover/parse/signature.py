"""Signatures: where one begins in a writer's own text, and what it says of the writer.

Reads only the last lines; a closing formula alone belongs to the text, a block of contact data after it does not.
"""

from __future__ import annotations

import re

from handover.model import SignatureFacts

MAX_LINES = 25
_DASHES = re.compile(r"^\s{0,3}-- ?\s*$|^—\s*$|^__\s*$")
_MOBILE = re.compile(
    r"(?i)^\W{0,3}(?:sent (?:from|via|with) (?:my |the )?.{0,60}|(?:von|aus|mit) mein(?:em|er) .{0,60}gesendet.{0,30}|"
    r"gesendet (?:von|mit|aus) .{0,60}|get outlook for .{0,40}|von unterwegs gesendet.{0,40}|envoyé de(?:puis)? mon .{0,40}|"
    r"diese nachricht wurde von mein.{0,80}|outlook für (?:ios|android).{0,60})\W{0,3}$"
)
_CLOSING = re.compile(
    r"(?i)^\W{0,2}(?:mit (?:den )?(?:freundlichen?|besten|herzlichen|lieben|vielen|sonnigen) gr(?:ü|ue)(?:ß|ss)(?:en)?|mfg|freundliche gr(?:ü|ue)(?:ß|ss)e|"
    r"(?:viele|beste|liebe|herzliche|schöne|sonnige) gr(?:ü|ue)(?:ß|ss)e|hochachtungsvoll|gru(?:ß|ss)|lg|vg|bg|(?:with )?(?:kind|best|warm|kindest|many)?\s?regards|"
    r"best wishes|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|all the best|best|thanks(?: a lot| again| in advance| and (?:best )?regards)?|many thanks|thank you(?: very much)?|"
    r"vielen dank(?: im voraus)?|danke|cordially|respectfully|take care)\b.{0,60}$"
)
_PHONE = re.compile(r"(?<![\w/.])(?:\+|00)?\(?\d[\d\s()/.–-]{5,24}\d(?![\w])")
_PHONE_LABEL = re.compile(
    r"(?i)\b(?:tel(?:efon|ephone)?|fon|phone|ph|t|office|büro|direct|durchwahl|direkt|f(?:on)?|p|o)\b\.?\s*[:.)|]?\s*$"
)
_MOBILE_LABEL = re.compile(r"(?i)\b(?:mobil(?:e|telefon|funk)?|mob|handy|cell|m|c)\b\.?\s*[:.)|]?\s*$")
_FAX_LABEL = re.compile(r"(?i)\b(?:tele)?fax\b\.?\s*(?:no\.?|nr\.?)?\s*[:.)|]?\s*$")
_CONTACT = re.compile(
    r"(?i)(?:\btel\b|telefon|phone|\bfon\b|\bmobil|\bfax\b|www\.|https?://|\S@\S+\.\w|\bstraße\b|str\.\s?\d|\bstreet\b|\b\d{5}\s+[A-ZÄÖÜ])"
)
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|SE|e\.V\.|e\.K\.|mbH|UG|Inc\.?|Ltd\.?|LLC|Corp\.?|plc|PLC|S\.A\.|B\.V\.|University|Universität|Institut|Institute|Laborator(?:y|ies)|Company)(?!\w)"
)
_FUNCTION = re.compile(
    r"(?i)\b(?:leiter(?:in)?|leitung|manager(?:in)?|director|head of|engineer|ingenieur(?:in)?|vertrieb|sales|einkauf|purchasing|assisten[tz](?:in)?|"
    r"assistant|geschäftsführer(?:in)?|ceo|cto|cfo|coo|president|consultant|berater(?:in)?|developer|entwickler(?:in)?|support|service|sachbearbeiter(?:in)?|"
    r"professor|analyst|specialist|spezialist(?:in)?|officer|coordinator|koordinator(?:in)?|referent(?:in)?|sekretariat|secretary|techniker(?:in)?|disponent(?:in)?|"
    r"kundenbetreuung|kundendienst|key account|teamlead|team lead|lead|architect|architekt(?:in)?|buchhaltung|accounting|logistik|logistics|meister(?:in)?|prokurist(?:in)?|inhaber(?:in)?|owner|partner|researcher|scientist)\b"
)


def signature_start(lines: list[str], author: str) -> int:
    """Return the index of the line where the signature begins in the writer's own *lines*, else ``len(lines)``."""
    end = len(lines)
    first = max(0, end - MAX_LINES)
    for index in range(first, end):
        if _DASHES.match(lines[index]) or _MOBILE.match(lines[index][:200]):
            return index
    return _contact_block(lines, first, author)


def _contact_block(lines: list[str], first: int, author: str) -> int:
    """Return where the name after a closing formula begins when contact data follow it."""
    end = len(lines)
    for index in range(end - 1, first - 1, -1):
        line = lines[index].strip()
        if not _CLOSING.match(line[:120]):
            continue
        rest = [i for i in range(index + 1, end) if lines[i].strip()]
        if rest and all(len(lines[i]) < 120 for i in rest):
            return index
        return end
    return _named_block(lines, first, author)


def _named_block(lines: list[str], first: int, author: str) -> int:
    end = len(lines)
    if not author:
        return end
    name = author.lower()
    for index in range(first, end):
        line = lines[index].strip().lower()
        if (
            line
            and len(line) < 60
            and (line == name or line in name.split())
            and all(len(x) < 100 for x in lines[index:])
        ):
            return index
    return end


def facts(signature: str, author: str) -> SignatureFacts:
    """Return what *signature* says of *author*: name, function, phone, mobile, company."""
    lines = [line.strip(" \t*_|•") for line in signature[:4000].split("\n")]
    lines = [line for line in lines if line and not _DASHES.match(line) and not _CLOSING.match(line[:120])][
        :MAX_LINES
    ]
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
