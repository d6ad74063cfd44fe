"""Phone notes: a call written down, as a colleague's mail or as one line typed by the owner.

Knows the shorthand of the telephone desk (RR we call back, RWA calls again, KN no message, OK) in German and
English. A customer's own "please call me back" is no note: a note names a caller who is not its writer.
"""

from __future__ import annotations

import re
from datetime import datetime, time

from handover.model import PhoneNote
from handover.parse.caller import (
    MARK,
    PHONE,
    TITLED,
    find_caller,
    find_company,
    find_phone,
    find_receiver,
    is_company,
    titled_person,
)
from handover.parse.moments import clock, days
from handover.parse.stems import has_any

_READ = 2000
_SHORT = 700
_CALLED = re.compile(
    r"(?i)\b(?:hat|haben|hatte)\b.{0,60}\b(?:angerufen|telefoniert)\b|\brief\b.{0,40}\ban\b|\b(?:called|rang|"
    r"phoned|has called|telephoned)\b|\bam (?:telefon|apparat)\b|\banruf von\b|\bcall from\b|\btelefonat mit\b"
)
_STEMS = (
    "notiz",
    "vermerk",
    "rückruf",
    "anruf",
    "telefon",
    "phone",
    "call",
    "while you were",
    " rr",
    "(rr",
    "(rwa",
    "(kn",
    " rwa",
    " kn",
    "rr ",
    "rwa ",
    "r.r.",
    "kn.",
)
_SHORTHAND = re.compile(r"(?:^|[\s,.;:(–-])(RR|RWA|(?<!\d )KN|R\.R\.|R\.W\.A\.)(?=$|[\s,.;:)!–-])")
_SHORT_TITLE = re.compile(r"^(?:RR|RWA|KN)\b|[,:;(–-]\s?(?:RR|RWA|KN)\)?$")
_CALL_TITLE = re.compile(
    r"(?i:^(?:noch ein |neuer |weiterer )?anruf\b|\b(?:zweiter|dritter|vierter|fünfter|erneuter|\d\.) anruf\b|"
    r"^(?:another )?call (?:from|by)\b|\b(?:second|third|fourth|fifth|\d(?:nd|rd|th)) call\b(?! for\b))|"
    + _SHORT_TITLE.pattern
)
_CALLER_FIRST = re.compile(
    rf"(?:(?:Wieder|Noch ?mals?|Noch einmal|Erneut|Again|Once more)[,:]? )?{TITLED.pattern}"
)
_ONCE_MORE = re.compile(
    r"(?i)\b(?:zweit|dritt|viert|fünft|erneut)er anruf|\b\d\. anruf|\b(?:second|third|fourth|fifth) call"
)
_TITLE_REST = re.compile(r"[,:;–-]\s|\(\d\)")
_FIELD = re.compile(
    r"(?i)^\W{0,3}(anrufer(?:in)?|name|von|from|caller|firma|company|unternehmen|tel(?:efon)?(?:-?nr\.?|nummer)?|"
    r"phone(?: number)?|rückrufnummer|nummer|number|mobil|für|for|an|to|betreff|betrifft|grund|anliegen|"
    r"thema|nachricht|message|re|regarding|about|subject|rückruf bis|rückruf|call ?back(?: by)?|bis|by|frist|"
    r"e-?mail|mail)\s?[:=]\s{0,4}(\S.{0,300})$"
)
_CALLER_FIELD = re.compile(
    r"(?im)^\W{0,3}(?:anrufer(?:in)?|caller|(?:tel(?:efon)?|phone|rückrufnummer).{0,12}:.{0,6}\d)"
)
_FIELD_OF = {
    "anrufer": "caller", "anruferin": "caller", "name": "caller", "von": "caller", "from": "caller",
    "caller": "caller", "firma": "company", "company": "company", "unternehmen": "company", "für": "for_",
    "for": "for_", "an": "for_", "to": "for_", "betreff": "about", "betrifft": "about", "grund": "about",
    "anliegen": "about", "thema": "about", "nachricht": "about", "message": "about", "re": "about",
    "regarding": "about", "about": "about", "subject": "about", "rückruf bis": "due", "rückruf": "due",
    "callback by": "due", "call back by": "due", "callback": "due", "call back": "due", "bis": "due",
    "by": "due", "frist": "due", "e-mail": "address", "email": "address", "mail": "address",
}  # fmt: skip
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ABOUT = re.compile(
    r"(?i)(?:\b(?:wg\.|wegen|betr\.|betreffs?|bzgl\.|bezüglich|betrifft|grund:|regarding|concerning|re:|about|"
    r"it's about|es geht um)\s{0,3})([^\n]{3,240})"
)
_DONE = re.compile(
    r"(?i)\b(?:zurückgerufen|durchgestellt|put (?:him|her|them) through|erledigt|geklärt|gelöst|"
    r"rückruf (?:erfolgt|getätigt|gemacht)|angerufen und (?:geklärt|besprochen)|called (?:him|her|them|back)|"
    r"returned (?:the |his |her |their )?call|call returned|settled|sorted(?: out)?|resolved|all good)\b"
)
_NOT_DONE = re.compile(
    r"(?i)\b(?:nicht|noch nicht|nie|never|not|no one|nobody|niemand|bitte|please|erst wenn|sobald)\b[^.!?\n]{0,25}$"
)
_NOT_PROMISED = re.compile(r"(?i)[^.!?\n]{0,24}\b(?:nichts|nicht|kein\w*|nothing|not|no)\b")
_MISSED = re.compile(
    r"(?i)\b(?:nicht erreicht|niemanden erreicht|nicht abgenommen|geht (?:niemand|keiner|nicht) ran|besetzt|"
    r"anrufbeantworter|mailbox besprochen|auf (?:die )?mailbox|no answer|nobody (?:there|answered)|did(?:n't|"
    r" not) (?:reach|answer|pick up)|left (?:a )?voice ?mail|engaged)\b"
)
_AGAIN = re.compile(
    r"\bRWA\b|\bR\.W\.A\.|(?i:\bruft (?:wieder|nochmals?|noch einmal|erneut|selbst)\b.{0,30}\ban\b|"
    r"\bmeldet sich (?:wieder|nochmals?|erneut|selbst)|\b(?:calls|will call|calling|is going to call) (?:again|"
    r"back (?:himself|herself|later)))"
)
_NO_MESSAGE = re.compile(
    r"\bKN\b|(?i:\bkeine nachricht|\bno message|\bwithout (?:a )?message|\bhat nichts hinterlassen)"
)
_CALLBACK = re.compile(
    r"\bRR\b|\bR\.R\.|(?i:\brückruf|\bzurück(?:zu)?rufen|\bcall (?:him|her|them|me )?\s?back|\bcall-?back|"
    r"\bcall .{2,40} back|\breturn (?:his|her|their|the) call|\bbitte (?:\w+ ){0,2}anrufen|"
    r"\b(?:wollte|möchte|will|verlangt) .{0,20}sprechen\b|\bwant(?:s|ed) to (?:speak|talk)\b)"
)
_NOTHING_TO_DO = re.compile(
    r"(?:^|[\s.,])OK(?=$|[\s.,!])|(?i:\bnur (?:bescheid|zur info)|\bnichts zu tun|\bfor information|\bfyi\b|"
    r"\bno action)"
)
_PROMISED = re.compile(
    r"(?i)\b(?:zugesagt|versprochen|zugesichert|habe (?:ihm|ihr|ihnen) (?:gesagt|zugesagt)|promised|told (?:him|"
    r"her|them) (?:we|you|he|she)(?:'d| would|'ll| will)? call|assured|"
    r"hab(?:e|en)?\b[^.!?\n]{0,20}\bgesagt,? (?:dass )?(?:sie|du|er|wir|jemand|sich)\b[^!?\n]{0,60}?\b(?:meld|ruf)\w*|"
    r"(?:told|said)\b[^.!?\n]{0,20}\b(?:you|we|somebody|someone|i)(?:['’](?:d|ll)| would| will)? "
    r"(?:call|ring|phone|be in touch|get back))\b"
)


def read_note(subject: str, text: str, written: datetime) -> PhoneNote | None:
    """Return the phone note that a mail with *subject* and new *text* is, None when it is none.

    Clock times are of the zone of *written*. A note needs a mark ("Telefonnotiz", "RR", "called") and a caller.
    """
    head = text[:_READ].strip()
    if not has_any(f" {subject}\n{head[:600]}".lower(), _STEMS):
        return None
    title = _subject_words(subject)
    reply = _is_reply(subject)
    titled = MARK.search(title) is not None or (not reply and _is_titled_call(title, head))
    if not (titled and not reply) and not (len(head) <= _SHORT and _is_note(head)):
        settles = reply and titled and _is_settled(head[:400])
        if not settles and not ("caller" in _fields(head) and _CALLER_FIELD.search(head)):
            return None
    note = _read(title if titled else "", head, written, reply=reply)
    return note if note.caller or note.company else None


def _is_titled_call(title: str, text: str) -> bool:
    """Tell whether *title* is "Firma, dritter Anruf" over a caller's name, or bears the shorthand of the desk."""
    if len(text) > _SHORT or not _CALL_TITLE.search(title):
        return False
    return _SHORT_TITLE.search(title) is not None or _CALLER_FIRST.match(text) is not None


def _is_note(text: str) -> bool:
    """Tell whether *text* is a note without a subject that says so: its opening bears the mark or the shorthand."""
    if MARK.search(text[:160].partition("\n\n")[0]):
        return True
    return _SHORTHAND.search(text) is not None and (
        find_phone(text) != "" or _CALLED.search(text) is not None
    )


def read_line(text: str, written: datetime) -> PhoneNote:
    """Return what the owner typed as a note, with whatever of caller, company and number it names."""
    return _read("", text[:_READ].strip(), written)


def _read(title: str, text: str, written: datetime, *, reply: bool = False) -> PhoneNote:
    fields = _fields(text)
    whole = f"{title}\n{text}" if title else text
    body = _SHORTHAND.sub(lambda found: found[0].removesuffix(found[1]), MARK.sub(" ", whole))
    caller = (
        titled_person(fields.get("caller", ""))
        or (find_caller("", title) if reply else "")
        or find_caller(title, text)
    )
    company = (
        fields.get("company", "")
        or _company_in_title(title)
        or _company_after_mark(title, caller)
        or find_company(body, caller)
    )
    mail = _MAIL.search(fields.get("address", "") or body)
    outcome = _outcome(text) or _outcome(title) or ("callback" if _CALLBACK.search(whole) else "info")
    if outcome == "info" and ((MARK.search(whole) and "?" in text) or _ONCE_MORE.search(title)):
        outcome = "callback"
    return PhoneNote(
        caller=caller[:120],
        company=company[:120],
        phone=find_phone(body),
        address=mail[0].lower() if mail else "",
        for_=titled_person(fields.get("for_", "")) or find_receiver(body),
        outcome=outcome,
        about=fields.get("about", "") or _about(title, text),
        due=_due(fields.get("due", ""), whole, written)
        if outcome in {"callback", "calls_again", "info", "missed"}
        else None,
        promised=_is_promised(whole),
    )


def _subject_words(subject: str) -> str:
    return re.sub(r"(?i)^(?:(?:re|aw|antw|fw|fwd|wg)\s?:\s{0,3}){1,5}", "", subject[:300]).strip()


def _company_in_title(title: str) -> str:
    """Return what the subject of a call names beside the call; ``""`` where it names the caller or nothing."""
    if _CALL_TITLE.search(title) and not TITLED.search(title):
        parts = (_CALL_TITLE.sub(" ", part).strip() for part in _TITLE_REST.split(MARK.sub(" ", title)))
        return next((part.strip(" :–-") for part in parts if part.strip(" :–-")), "")
    return ""


def _company_after_mark(title: str, caller: str) -> str:
    """Return the first name behind "Telefonnotiz:" that is not the caller's own, nor a word of urgency."""
    mark = MARK.search(title)
    if mark is None or _FIELD_OF.get(title[mark.end() :].strip().partition(":")[0].lower()):
        return ""
    for part in _TITLE_REST.split(title[mark.end() :].strip(" :–-")):
        part = part.strip(" :–-")
        if re.match(r"(?i)fa\.|firma\b", part):
            return ""
        if " " in part and is_company(part) and not TITLED.search(part) and titled_person(part) != caller:
            return part
    return ""


def _is_reply(subject: str) -> bool:
    return bool(re.match(r"(?i)\s{0,3}(?:re|aw|antw)\s?:", subject))


def _is_promised(text: str) -> bool:
    """Tell whether the note says that somebody promised the call, and not that nobody did."""
    match = _PROMISED.search(text)
    return match is not None and not _NOT_PROMISED.match(text[match.end() : match.end() + 40])


def _is_settled(text: str) -> bool:
    """Tell whether *text* says that the call was returned or its matter settled, and does not deny it."""
    match = _DONE.search(text)
    return match is not None and not _NOT_DONE.search(text[max(0, match.start() - 40) : match.start()])


def _outcome(text: str) -> str:
    """Return the outcome that *text* states, ``""`` when it states none."""
    if _is_settled(text):
        return "done"
    for pattern, outcome in (
        (_AGAIN, "calls_again"),
        (_NO_MESSAGE, "no_message"),
        (_CALLBACK, "callback"),
        (_MISSED, "missed"),
        (_NOTHING_TO_DO, "info"),
    ):
        if pattern.search(text):
            return outcome
    return ""


def _fields(text: str) -> dict[str, str]:
    """Return the labelled lines of a note ("Anrufer: …") by meaning, the first of each."""
    found: dict[str, str] = {}
    for line in text.split("\n")[:40]:
        if match := _FIELD.match(line[:400]):
            label = match[1].lower()
            meaning = _FIELD_OF.get(label, "")
            if meaning:
                found.setdefault(meaning, match[2].strip()[:240])
    return found


def _about(title: str, text: str) -> str:
    """Return what the call was about: after "wegen", after the number, else the first sentence that says anything."""
    match = _ABOUT.search(text) or _ABOUT.search(title)
    if match:
        return re.split(r"(?:[.;](?:\s|$)|,\s(?:bis|bitte|RR|by|please))", match[1])[0].strip(" .,")[:200]
    for sentence in _sentences(text):
        phone = PHONE.search(sentence)
        told = sentence[phone.end() :].lstrip(" ,.:–-)") if phone else sentence
        if (
            len(told.split()) > 3
            and not _GREETING.match(told)
            and not re.match(r"(?i)(?:bis|um|by|before)\b", told)
        ):
            return told.strip()[:200]
    return ""


_ABBREVIATION = re.compile(
    r"\b(Fr|Hr|Hrn|Fa|Dr|Prof|Mag|Ing|Tel|wg|betr|bzgl|Mr|Mrs|Ms|ca|inkl|evtl|\d)\.(?=\s)"
)


def _sentences(text: str) -> list[str]:
    held = _ABBREVIATION.sub("\\1\u2024", text)
    found = re.split(r"\n+|(?<=[.!?])\s+|(?<=\d):\s", held)
    return [s.replace("\u2024", ".").strip() for s in found if s.strip()]


_GREETING = re.compile(r"(?i)^\W*(?:hallo|hi\b|liebe[r]?\b|guten|dear|lg\b|viele|beste|gruß|kind|best)")


def _due(stated: str, text: str, written: datetime) -> datetime | None:
    """Return the moment until which a callback is wanted or promised, None when none is named."""
    asked = [s for s in _sentences(text) if _CALLBACK.search(s) or MARK.search(s)]
    pieces = [match[0] for s in asked for match in _BY.finditer(s)]
    pieces += [match[0] for s in asked for match in _AT.finditer(s) if _CALLBACK.search(s)]
    pieces += [s.replace(",", " ") for s in _sentences(text) if _is_promised(s) and not _PAST.search(s)]
    for piece in [stated, *pieces]:
        at = clock(re.split(r"[,;](?:\s|$)", piece)[0])
        named = days(piece[:60], written)
        if not piece or (at is None and not named and not _PART_OF_DAY.search(piece)):
            continue
        day = named[0].day if named else written.date()
        moment = datetime.combine(day, at or _part_of_day(piece), tzinfo=written.tzinfo)
        if moment > written or (named and day >= written.date()):
            return moment
    return None


_BY = re.compile(r"(?i)\b(?:bis|vor|spätestens|by|before|until|no later than)\b[^\n;]{0,60}")
_AT = re.compile(
    r"(?i)\b(?:um|gegen|ab|at|heute|morgen|übermorgen|today|tomorrow|this (?:morning|afternoon)|vormittags?|"
    r"nachmittags?)\b[^\n;]{0,60}"
)
_PAST = re.compile(r"(?i)\b(?:gestern|vorgestern|hatte|hatten|war|yesterday|had|last)\b")
_PART_OF_DAY = re.compile(r"(?i)vormittag|nachmittag|morning|afternoon")


def _part_of_day(piece: str) -> time:
    if re.search(r"(?i)vormittag|morning", piece):
        return time(12)
    return time(17)
