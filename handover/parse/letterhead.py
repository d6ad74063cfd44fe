"""The lines of a signature: what they look like, and what they say of the writer.

A name, a function, a company, telephone numbers. Whether they are true is not asked; fax numbers are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handover.model import SignatureFacts

MAX_LINES = 25
ORNAMENTS = " \t*_|•·"
_PARTICLES = frozenset("von van de der den zu del la le di da dos y und & bin al ten ter".split())
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d[\d\s()/.–-]{5,24}\d(?!\w)")
_GROUPED = re.compile(r"[+(0]|\d[\d]*[ ./()-]+\d")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d")
_PHONE_LABEL = re.compile(
    r"(?i)\b(?:tel(?:efon|ephone)?|fon|phone|ph|t|office|büro|direct|durchwahl|direkt|p|o)\b\.?\s*[:.)|]?\s*$"
)
_MOBILE_LABEL = re.compile(r"(?i)\b(?:mobil(?:e|telefon|funk)?|mob|handy|cell|m|c)\b\.?\s*[:.)|]?\s*$")
_FAX_LABEL = re.compile(r"(?i)\b(?:(?:tele)?fax|f)\b\.?\s*(?:no\.?|nr\.?)?\s*[:.)|]?\s*$")
_MOBILE_PREFIXES = ("+491", "01", "00491", "+436", "+417")
_LABELLED = re.compile(
    r"(?i)^\W{0,3}(?:tel(?:efon|ephone)?|fon|phone|ph|mobil(?:e|telefon)?|mob|handy|cell|fax|telefax|facsimile|"
    r"e-?mail|mail|web(?:site)?|www|internet|skype|direct|durchwahl|office|[tmfpeow])\b[.:+|(# -]|"
    r"(?<![\w.])(?:tel|fon|fax|mobil|mobile|phone|telefon)\b\.?:?\s{0,3}[+(\d]|"
    r"\((?:phone|fax|cell|office|mobile|w|h|direct)\)$"
)
_CONTENT = re.compile(r"\d{3}|\d\d[ -/]\d\d|@|www\.|https?:")
_MAIL_LINE = re.compile(
    r"(?i)\W{0,2}(?:mailto:)?\w[\w.+-]{0,60}@[\w.-]{3,80}(?:\s{0,3}<\S{1,200}>)?\W{0,3}(?:\(.{1,30}\))?$"
)
_LINK_LINE = re.compile(
    r"(?i)\W{0,2}(?:https?://|www\.)\S{3,300}(?:\s{1,8}<?(?:https?://|www\.)\S{3,300})*+\s*$"
)
_PIECES = re.compile(r"\s*[|·•;]\s*|,\s+(?!(?:Inc|Ltd|LLC)\b)|\s{3,}")
_NO_NAME = re.compile(r"[\d@:/!?]")
_DIGIT = re.compile(r"[\d@]")
_EXTENSION = re.compile(r"(?i)(?:x|ext\.?|apparat|dw)\s?-?\d{2,6}$")
_PLACE = re.compile(
    r"(?i)\b(?:straße|strasse|str\.|street|avenue|ave\.?|road|rd\.|drive|suite|building|platz|allee|weg) ?\d|"
    r"\d{1,5} \w{3,20} (?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|lane|blvd)\b|"
    r"\b(?:D-|A-|CH-)?\d{4,5}\s+[A-ZÄÖÜ][a-zäöüß]{2}|\b[A-Z]{2}\s+\d{5}\b"
)
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|OHG|SE|e\.V\.|e\.K\.|mbH|UG|Inc|Ltd|LLC|Corp|plc|PLC|S\.A\.|B\.V\.|s\.r\.o\.|S\.p\.A\.|"
    r"University|Universität|Institut|Institute|Laborator(?:y|ies)|Company)(?!\w)"
)
_FUNCTIONS = frozenset(
    "leiter leiterin leitung manager managerin director head engineer ingenieur ingenieurin vertrieb "
    "sales einkauf purchasing procurement assistent assistentin assistenz assistant geschäftsführer "
    "geschäftsführerin geschäftsführung ceo cto cfo coo president consultant berater beraterin developer "
    "entwickler entwicklerin support service sachbearbeiter sachbearbeiterin professor analyst specialist "
    "spezialist spezialistin officer coordinator koordinator koordinatorin referent referentin "
    "sekretariat secretary techniker technikerin disponent disponentin disposition kundenbetreuung "
    "kundendienst account teamlead lead architect architekt architektin buchhaltung accounting logistik "
    "logistics meister meisterin prokurist prokuristin leader chief vice fellow postdoc student principal "
    "expert experte expertin representative administrator fachmann fachfrau sachgebiet geschäftsstelle "
    "auszubildende auszubildender werkstudent werkstudentin inhaber inhaberin owner partner researcher "
    "scientist projektingenieur projektingenieurin instandhaltung maintenance produktion technik "
    "qualitätssicherung marketing controlling".split()
)
_FUNCTION_ENDINGS = (
    "leiter",
    "leiterin",
    "leitung",
    "ingenieur",
    "ingenieurin",
    "manager",
    "managerin",
    "berater",
    "beraterin",
)


def evidence(line: str) -> int:
    """Return how much *line* looks like contact data: 2 for a number or address, 1 for a function or company."""
    if len(line) > 110:
        return 0
    if _CONTENT.search(line):
        if _LABELLED.search(line) or _MAIL_LINE.match(line) or _EXTENSION.match(line):
            return 2
        if (phone := _PHONE.search(line)) and _is_number_line(line, phone[0]):
            return 2
    elif _EXTENSION.match(line):
        return 2
    return 1 if len(line) <= 70 and (is_function(line) or _COMPANY.search(line) or _PLACE.search(line)) else 0


def _is_number_line(line: str, number: str) -> bool:
    """Tell whether *line* is hardly more than a telephone *number* and not a sentence that names one."""
    if not 7 <= _digits(number) <= 15 or not _GROUPED.match(number) or _DATE.search(number):
        return False
    words = line.replace(number, " ").split()
    return len(line) - len(number) < 25 and sum(word[:1].islower() for word in words) < 2


def is_function(line: str) -> bool:
    """Tell whether *line* names what somebody does in a company."""
    words = [word.strip(".,;:()/-") for word in line.lower().split()[:12]]
    return any(word in _FUNCTIONS or word.endswith(_FUNCTION_ENDINGS) for word in words)


def is_link(line: str) -> bool:
    """Tell whether *line* is nothing but web addresses."""
    return ("http" in line or "www." in line) and _LINK_LINE.match(line) is not None


def is_labelled(line: str) -> bool:
    """Tell whether *line* begins like a line of contact data: "Tel.", "E-Mail:"."""
    return _LABELLED.search(line) is not None


def is_full_name(line: str, author: str) -> bool:
    """Tell whether *line* is *author* or looks like a first and a family name."""
    if author and line.lower() == author.lower():
        return True
    words = line.split()
    if not 2 <= len(words) <= 5 or len(line) > 50 or _NO_NAME.search(line):
        return False
    return all(word[:1].isupper() or word in _PARTICLES for word in words)


@lru_cache(maxsize=1024)
def facts(letterhead: str, author: str) -> SignatureFacts:
    """Return what the lines of a signature say of *author*: name, function, telephones, company."""
    if not letterhead:
        return SignatureFacts()
    lines = [
        line for raw in letterhead[:4000].split("\n")[:MAX_LINES] if (line := raw.strip(ORNAMENTS + "-–—"))
    ]
    numbers: dict[str, str] = {}
    name = function = company = ""
    for line in lines:
        short = line[:200]
        if _DIGIT.search(short):
            _collect_numbers(short, numbers)
        for piece in _PIECES.split(short)[:5]:
            if len(piece) > 90 or _DIGIT.search(piece):
                continue
            if not name and _is_name(piece, author):
                name = piece
            elif not company and _COMPANY.search(piece):
                company = piece
            elif not function and is_function(piece):
                function = piece
    return SignatureFacts(
        name[:100],
        function[:100],
        numbers.get("phone", "")[:40],
        numbers.get("mobile", "")[:40],
        company[:100],
    )


def _is_name(line: str, author: str) -> bool:
    words = line.split()
    if not 1 <= len(words) <= 5 or len(line) > 60 or _NO_NAME.search(line):
        return False
    if author:
        known = author.lower().replace(",", " ").split()
        return words[-1].lower() in known or words[0].lower() in known
    return len(words) >= 2 and all(word[:1].isupper() for word in words)


def _collect_numbers(line: str, numbers: dict[str, str]) -> None:
    """Put the first telephone and mobile numbers of *line* into *numbers*; fax numbers are none."""
    at = 0
    for match in _PHONE.finditer(line):
        before = line[at : match.start()]
        at = match.end()
        if not 6 <= _digits(match[0]) <= 16 or _FAX_LABEL.search(before) or _DATE.search(match[0]):
            continue
        number = " ".join(match[0].split()).strip(" .-/–")
        plain = number.replace(" ", "").replace("(0)", "")
        if _MOBILE_LABEL.search(before) or plain.startswith(_MOBILE_PREFIXES):
            numbers.setdefault("mobile", number)
        elif _PHONE_LABEL.search(before) or number[0] in "+0(" or not before.strip():
            numbers.setdefault("phone", number)


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)
