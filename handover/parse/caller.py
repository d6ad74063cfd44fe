"""Who called, from which company, under which number: the people in a phone note.

Finds names by their title, their place after the note's mark, or the words "called" and "hat angerufen". Whom
the name belongs to is for `people` to say.
"""

from __future__ import annotations

import re

MARK = re.compile(
    r"(?i)\b(?:tel(?:efon)?\.?-?\s?notiz(?:en)?|telefon-?vermerk|gesprächsnotiz|anruf-?notiz|anrufnotiz|"
    r"rückruf-?bitte|rückruf (?:erbeten|gewünscht)|bitte(?: um)? rückruf|"
    r"phone (?:message|note|memo)|telephone (?:message|note)|call (?:note|memo)|missed call|call-?back request|"
    r"while you were out|message from a call(?:er)?)\b"
)
_TITLES = {
    "fr": "Frau", "frau": "Frau", "hr": "Herr", "herr": "Herr", "herrn": "Herr", "hn": "Herr", "mr": "Mr", "mrs": "Mrs",
    "ms": "Ms", "mag": "Mag.",
}  # fmt: skip
_PARTICLES = r"(?:(?:van|von|vom|zu|zum|zur|de|den|der|des|di|da|del|la|le|ten|ter|te|op|al|el|bin|Mc)\s){0,3}"
"""What may stand before a surname in small letters: ten Hagen, van der Meulen, von Borries, de la Cruz."""
_PERSON = re.compile(
    r"(?:\b(?P<title>Fr|Frau|Hr|Herrn?|Hn|Mr|Mrs|Ms|Mag|FRAU|HERR)\b\.?\s{0,2})?(?P<doctor>(?:(?:Dr|Prof|Mag|"
    r"Ing)\.?\s){0,3})"
    rf"(?P<name>{_PARTICLES}[A-ZÄÖÜ][\wäöüß'’-]{{1,30}}(?:"
    rf"\s(?!(?:RR|RWA|KN|OK)\b)(?:(?:van|de|der|den|ten|ter|la|Mc)\s){{0,2}}[A-ZÄÖÜ][\wäöüß'’-]{{1,30}}){{0,2}})"
)
TITLED = re.compile(
    r"\b(?:Fr\.|Frau|Hr\.|Herrn?|Hn\.|Mr\.?|Mrs\.?|Ms\.?|Mag\.|Dr\.|Prof\.)\s{0,2}"
    rf"(?={_PARTICLES}[A-ZÄÖÜ])"
)
_SPOKEN_WITH = re.compile(
    r"(?i)^[^.!?\n]{3,80}\b(?:mit|with|to)\s{1,2}(?=(?:Fr\.|Frau|Hr\.|Herrn?|Mr\.?|Mrs\.?|Ms\.?|Dr\.)\s)"
    r"(?P<who>[^.!?\n]{3,60}?)\s(?:gesprochen|telefoniert|geredet)\b|\b(?:spoke|spoken|talked) (?:to|with) "
    r"(?=(?:Mr|Mrs|Ms|Dr)\b)(?P<whom>[^.!?\n,]{3,60})"
)
_CALL_OUT = re.compile(r"(?i)\b(?:wichtig|dringend|eilt|eilig|urgent|important|asap|erledigt|zurückgerufen|done)\b")
_OF_A_NAME = frozenset(
    "und and & of für the van von vom de den der ten ter te am im an bei in zu zur zum la le".split()
)
_WHO_CALLED = re.compile(
    r"\b([A-ZÄÖÜ][\w'’-]{1,30}(?: [A-ZÄÖÜ][\w'’-]{1,30}){0,2})(?: \([^)\n]{2,60}\)| (?:of|from|"
    r"von) [^,\n]{2,50}?)?,? "
    r"(?:called|rang|phoned|zurückgerufen|nicht erreicht|bittet|ruft|RR\b|RWA\b|KN\b|hat (?:heute |eben |"
    r"gerade )?(?:\S+ ){0,3}angerufen)"
)
_COMPANY = re.compile(
    r"(?:\b(?:Fa\.|Firma|FA\.?)\s{0,2}(?P<fa>[^,;:\n()–]{2,60})|\b(?:von (?:der |den )?|vom |of |from |"
    r"bei )(?P<of>[A-ZÄÖÜ](?:[\w&-]|\.(?=\w)){1,30}(?:\s[A-ZÄÖÜ&](?:[\w&-]|\.(?=\w)){0,30}){0,3})|"
    r"\((?P<paren>(?:Fa\.\s)?[A-ZÄÖÜ][^()\n]{2,60})\))"
)
_AFTER_COMPANY = re.compile(r"(?i)\s(?:hat|bittet|called|wegen|wg\.)(?=\s|$)")
_LEGAL_FORM = re.compile(r"\b(?:GmbH|AG|KG|OHG|SE|e\.V\.|Ltd|Inc|LLC|Corp|plc|UG|mbH)\b")
PHONE = re.compile(r"(?<![\w./-])(?:\+|00?)\s?\(?\d[\d\s()/.–-]{4,24}\d(?!\w)")
_RECEIVER = re.compile(
    r"\b(?:[Ff]ür|[Ff]or)\s+((?:Fr\.|Frau|Hr\.|Herrn?|Mr\.?|Mrs\.?|Ms\.?)\s?"
    r"[A-ZÄÖÜ][\wäöüß-]{1,30}(?:\s[A-ZÄÖÜ][\wäöüß-]{1,30})?)"
)
_NOT_CALLER = re.compile(r"(?i)(?:für|for|hallo|liebe[r]?|geehrte[rn]?|hi|dear|guten (?:tag|morgen))\s{0,3}$")
_BEFORE_NAME = re.compile(
    r"(?i)^(?:(?:bitte |please )?(?:call(?:ing)?(?: back)?|von|from|an|to|mit|zurückrufen|for)\s{1,3})?"
    r"(?:\d{1,2}[:.]\d\d(?: Uhr)?,?\s{0,3})?"
)
_NO_PERSON = frozenset(
    "hallo hi dear liebe lieber guten bitte please rückruf telefon neue call message note er sie he she "
    "they ich we wir es it der die das the nachtrag lg vg gruß viele beste".split()
)


def find_caller(title: str, text: str) -> str:
    """Return the caller: a titled name in the subject or text, else the name after the mark or before "called"."""
    return (
        _first_titled(title)
        or _spoken_with(text)
        or _first_titled(text)
        or _after_mark(title)
        or _after_mark(text)
        or _first_in_list(text)
        or _before_called(text)
    )


def _first_titled(text: str) -> str:
    """Return the first "Frau …" or "Mr …" that is neither greeted nor the one whom the note is for."""
    plain = MARK.sub(" ", text[:900])[:600]
    for found in TITLED.finditer(plain):
        if _NOT_CALLER.search(plain[max(0, found.start() - 14) : found.start()]):
            continue
        if match := _PERSON.match(plain, found.start()):
            return _shown(match)
    return ""


def _spoken_with(text: str) -> str:
    """Return with whom one of ours spoke: in "Frau Lohse hat mit Herrn Kranz gesprochen" the second is the caller."""
    if match := _SPOKEN_WITH.search(text[:300]):
        return titled_person(match["who"] or match["whom"])
    return ""


def _after_mark(text: str) -> str:
    mark = MARK.search(text[:300])
    if mark is None:
        return ""
    rest = text[mark.end() : mark.end() + 200].lstrip(" :–-,\n")
    rest = _BEFORE_NAME.sub("", rest)
    match = None if re.match(r"(?i)(?:fa|firma)\b", rest) else _PERSON.match(rest)
    return _shown(match) if match and _is_person(match["name"]) else ""


def _first_in_list(text: str) -> str:
    """Return the full name that opens a line like "Hanna Fröhlich, Textil Fröhlich, …"."""
    for line in text.split("\n")[:6]:
        match = _PERSON.match(line.strip())
        if (
            match
            and " " in match["name"]
            and line.strip()[match.end() :].startswith(",")
            and _is_person(match["name"])
        ):
            return _shown(match)
    return ""


def _before_called(text: str) -> str:
    called = _WHO_CALLED.search(text[:600])
    return called[1] if called and _is_person(called[1]) else ""


def _is_person(name: str) -> bool:
    return name.split()[0].lower() not in _NO_PERSON


def titled_person(words: str) -> str:
    """Return the name that *words* begin with, its title written out."""
    match = _PERSON.match(words.strip())
    return _shown(match) if match else words.strip()[:80]


def _shown(match: re.Match[str]) -> str:
    title = _TITLES.get((match["title"] or "").lower(), "")
    return " ".join(f"{title} {match['doctor']}{match['name']}".split())


def find_company(text: str, caller: str) -> str:
    """Return the caller's company: after "Fa.", in brackets, after "von", or beside the name in a list."""
    near = text[:600]
    for match in _COMPANY.finditer(near):
        name = (match["fa"] or match["of"] or match["paren"] or "").strip(" .").removeprefix("Fa. ")
        if name and _is_person(name) and not PHONE.search(name) and name not in caller:
            return _AFTER_COMPANY.split(name)[0]
    return _company_in_list(near, caller.split()[-1] if caller else "")


def _company_in_list(text: str, family: str) -> str:
    """Return the part of a comma list that bears a legal form or follows the caller's *family* name."""
    for line in text.split("\n"):
        parts = [part.strip() for part in re.split(r"[,–]", line) if part.strip()]
        for index, part in enumerate(parts):
            if _LEGAL_FORM.search(part) and len(part) < 60:
                return part
            if family and family in part and index + 1 < len(parts):
                following = re.split(r"[:.](?:\s|$)", parts[index + 1])[0]
                if is_company(following):
                    return following
    return ""


def find_phone(text: str) -> str:
    """Return the first telephone number of *text*."""
    for match in PHONE.finditer(text):
        if 5 <= sum(c.isdigit() for c in match[0]) <= 16:
            return " ".join(match[0].split()).strip(" .-/–")[:40]
    return ""


def find_receiver(text: str) -> str:
    """Return whom the note is for ("für Herrn Berg")."""
    match = _RECEIVER.search(text[:600])
    return titled_person(match[1]) if match else ""


def is_company(words: str) -> bool:
    """Tell whether *words* may be a company's name: short, each word like a name's, and no "SEHR DRINGEND"."""
    named = all(not word[:1].islower() or word in _OF_A_NAME for word in words.split())
    is_name = words[:1].isupper() and len(words) < 50 and named
    return is_name and not PHONE.search(words) and not _CALL_OUT.search(words)
