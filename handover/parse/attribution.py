"""Where a mail program announces what it quotes: "On … wrote:", "Am … schrieb …:", header blocks, rule lines.

Works on lines; each question looks at a few lines only, with length caps. The quoted text itself is found
by `reply`.
"""

from __future__ import annotations

import re

MAX_LINE = 400
_VERBS = (
    r"wrote|writes|said|schrieb(?:en)?|hat geschrieben|schreibt|meinte|a écrit|escribió|ha scritto|scrisse|escreveu|schreef|"
    r"skrev|kirjoitti|napisał(?:\(a\))?|napsal\(?a?\)?|написал\(?а?\)?|пише|пишет|geschreven|heeft geschreven|írta|yazdı|sendte|"
    r"wrote the following|schrieb folgendes"
)
_OPENERS = r"on|am|le|el|il|op|em|den|på|på|dne|w dniu|dnia|at|in|a|quoting|zitat von|von|on behalf of"
_STAMP = re.compile(
    r"\d{1,2}[:.]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\b(?:19|20)\d\d\b|<[^<>\s]{1,200}@|\S@\S"
)
_ENDS_WITH_VERB = re.compile(
    rf"(?:\b(?:{_VERBS})\b[^:\n]{{0,160}}|在|写道|寫道|のメッセージ)\s?[:：]\s*$", re.I
)
_BROKEN_BRACKET = re.compile(rf"^>\s?(?:(?:{_VERBS})\s?)?:$", re.I)
_OPENING_INSIDE = re.compile(r"(?:(?<=[.!?])|\s{2,8})(?:On|Am)\s(?=.{0,12}\d)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "zu"})
_STARTS = re.compile(rf"^\W{{0,3}}(?:{_OPENERS})\b", re.I)
_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.I)
_RULE_WORDS = re.compile(
    r"^\W{0,4}(?:begin(?:ning of)? forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|"
    r"start of forwarded message|weitergeleitete nachricht)\W{0,6}$",
    re.I,
)
_RULE = re.compile(
    r"^[\s*>]{0,4}[-_=~—–]{2,60}\s*(?:forwarded|weitergeleitet|original|ursprüngliche|urspr\.|originalnachricht|original-nachricht|"
    r"reply separator|antwort|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|"
    r"doorgestuurd bericht|message transféré|исходное сообщение|původní|oprindelig|opprinnelig|ursprungligt|original appointment|"
    r"ursprünglicher termin|eredeti üzenet|alkuperäinen|wiadomość oryginalna|邮件原件|原始邮件|original-nachricht)[^\n]{0,160}$",
    re.I,
)
_ZOHO_RULE = re.compile(r"^\s*-{2,10}\s*(?:on|am) .{5,250}(?:wrote|schrieb)\s*-{2,10}\s*$", re.I)
_FIELD = re.compile(
    r"^[\s*_>=]{0,60}+(?:09){0,3}(from|to|cc|bcc|date|sent|subject|reply-to|importance|attachments?|von|an|datum|gesendet(?: am)?|betreff|kopie|"
    r"antwort an|wichtigkeit|anlagen?|de|à|a|para|envoyé|objet|asunto|enviado(?: el)?|fecha|da|inviato|oggetto|per|data|van|aan|"
    r"verzonden|onderwerp|från|till|skickat|ämne|fra|til|sendt|emne|от|кому|дата|тема|od|do|wysłano|temat|priority|priorität|"
    r"in-reply-to|message-id|mailed by|organization|newsgroups|gesendet von|sent by)\s?(?:\*{1,2}\s?)?[:：]\s?(.{0,300})",
    re.I,
)
_LABEL = re.compile(r"^[\s*_]{0,4}(?:[^\W\d_]{1,14}[. ]?){1,3}\s?\*{0,2}[:：]\*{0,2}\s{0,3}(\S.{0,300})")
_DAY_AND_CLOCK = re.compile(r"\d.{0,30}?\b\d{1,2}[:h]\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,12}?\b\d{1,2}\.\d\d\b")
_SENT_BY = re.compile(r"(?i)^(?:sent by|please respond to|gesendet von|bitte antwort an)\b")
_TO_FIELDS = frozenset({"to", "an"})
_SUBJECT_FIELDS = frozenset({"subject", "betreff", "thema"})
_FROM_FIELDS = frozenset("from von de da van från fra от od".split())
_OTHER_FIELDS = frozenset(
    "to sent date subject von an datum gesendet betreff à para envoyé objet asunto enviado fecha inviato oggetto verzonden "
    "onderwerp skickat ämne sendt emne дата тема wysłano temat cc kopie aan till til per data a".split()
)


def is_rule(line: str) -> bool:
    """Tell whether *line* says by itself that a quoted or forwarded mail follows."""
    if len(line) > 300:
        return False
    return bool(_RULE.match(line) or _RULE_WORDS.match(line) or _ZOHO_RULE.match(line))


def header_block(lines: list[str], at: int) -> int:
    """Return how many lines from *at* on are a quoted header ("From: … Sent: … Subject: …"), 0 when none."""
    seen: set[str] = set()
    end = at
    blanks = 0
    for index in range(at, min(at + 40, len(lines))):
        line = lines[index]
        if not line.strip(" *>\t"):
            blanks += 1
            if blanks > 3 or not seen:
                break
            continue
        match = _FIELD.match(line[:MAX_LINE])
        if match:
            seen.add(match[1].lower().split()[0])
            end = index + 1
        elif not seen or blanks or not (_is_folded(line, lines[index - 1]) or _LABEL.match(line[:MAX_LINE])):
            break
        else:
            end = index + 1
    others = len(seen & _OTHER_FIELDS)
    if (seen & _FROM_FIELDS and others >= 2) or (len(seen) >= 4 and others >= 3 and not seen & _TO_FIELDS):
        return end - at
    if seen & _TO_FIELDS and seen & _SUBJECT_FIELDS and (len(seen) >= 4 or name_and_date_above(lines, at)):
        return end - at
    return _foreign_block(lines, at) if "@" in lines[at][:MAX_LINE] else 0


def begins_with_receiver(line: str) -> bool:
    """Tell whether a quoted header begins with its "To:" line, so that writer and moment stand above it."""
    match = _FIELD.match(line[:MAX_LINE])
    return match is not None and match[1].lower() in _TO_FIELDS


def name_and_date_above(lines: list[str], at: int) -> int:
    """Return how many lines above a "To: … Subject: …" block name the writer and the moment, as Notes quotes; 0 when none."""
    top = at
    dated = False
    shown = 0
    for index in range(at - 1, max(at - 12, -1), -1):
        line = lines[index].strip(" \t*>=")
        if not line:
            continue
        shown += 1
        stamped = bool(_DAY_AND_CLOCK.search(line[:200]))
        if shown > 5 or len(line) > 160 or not (stamped or _is_name_of_writer(line)) or (dated and stamped):
            break
        if dated and top - index > 2:
            break
        dated = dated or stamped
        if dated:
            top = index
    return at - top if dated else 0


def _is_name_of_writer(line: str) -> bool:
    if _SENT_BY.match(line):
        return True
    words = line.split()
    return len(words) <= 6 and ("@" in line or '"' in line or all(w[:1].isupper() for w in words)) and line[-1] not in ".!?,:"


def _foreign_block(lines: list[str], at: int) -> int:
    """Return how many lines from *at* on are a quoted header in whatever language: labels, an address, a date."""
    labels = addresses = stamps = 0
    end = at
    for index in range(at, min(at + 8, len(lines))):
        line = lines[index]
        if not (match := _LABEL.match(line[:MAX_LINE])):
            if index == at or not line.strip() or not _is_folded(line, lines[index - 1]):
                break
            continue
        labels += 1
        addresses += "@" in match[1]
        stamps += bool(_DAY_AND_CLOCK.search(match[1]))
        end = index + 1
        if index == at and "@" not in match[1]:
            return 0
    return end - at if labels >= 3 and addresses and stamps else 0


def _is_folded(line: str, before: str) -> bool:
    """Tell whether *line* goes on with the recipients or subject of the line *before* it."""
    return line[:1] in " \t" or before.rstrip()[-1:] in ";," or "@" in line[:200] or len(before) > 65


def introduction(lines: list[str], at: int) -> int:
    """Return how many lines from *at* on are a sentence like "On … NAME wrote:", 0 when none."""
    line = lines[at].strip()
    if not line or len(line) > MAX_LINE:
        return 0
    if line[-1] in ":：" and _is_introduction(line, lines, at + 1):
        return 1
    if not (_STARTS.match(line) or _STAMP.search(line)):
        return 0
    joined = line
    for more in range(1, 4):
        if at + more >= len(lines):
            return 0
        following = lines[at + more].strip()
        if not following or (following.startswith(">") and not _BROKEN_BRACKET.match(following)):
            return 0
        joined = f"{joined} {following}"
        if len(joined) > MAX_LINE:
            return 0
        if joined[-1] in ":：" and _is_introduction(joined, lines, at + more + 1):
            return more + 1
    return 0


def words_before(line: str) -> str:
    """Return what stands before the "On … wrote:" of a line that some programs run into the writer's last sentence."""
    match = _OPENING_INSIDE.search(line[:MAX_LINE])
    return line[: match.start()].strip() if match and len(line[: match.start()].split()) >= 3 else ""


def _is_introduction(sentence: str, lines: list[str], after: int) -> bool:
    """Tell whether *sentence*, which ends with a colon, announces a quote; *after* is the line that follows it."""
    stamped = bool(_STAMP.search(sentence))
    mailbox = "@" in sentence
    clock = bool(_CLOCK.search(sentence))
    if mailbox and clock and _DAY_AND_CLOCK.search(sentence):
        return True
    if _ENDS_WITH_VERB.search(sentence[-240:]):
        if stamped:
            return True
        verb = _VERB.search(sentence)
        words = sentence[: verb.start()].split() if verb else []
        if 0 < len(words) <= 6 and all(w[:1].isupper() or w[:1] in "(\"'<" or w in _PARTICLES for w in words):
            return True
        return 0 < len(words) <= 8 and quotes_follow(lines, after)
    if (mailbox and "<" in sentence) or (clock and stamped):
        return len(sentence) < 200 and quotes_follow(lines, after)
    return False


def quotes_follow(lines: list[str], at: int) -> bool:
    """Tell whether the next line with words after *at* is marked with ``>``."""
    for line in lines[at : at + 4]:
        bare = line.lstrip()
        if bare:
            return bare.startswith(">")
    return False
