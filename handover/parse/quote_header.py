"""The header block or rule line that stands above a quoted or forwarded mail without quote marks.

"-----Ursprüngliche Nachricht-----", "From: … Sent: … To: … Subject: …", Notes' "NAME, date, To: …". Knows the
field names of many languages, and blocks in others by their shape: labels, an address, a date.
"""

from __future__ import annotations

import re

from handover.parse.introduction import DAY_AND_CLOCK, MAX_LINE

_REACH = 40
_REPEATS = 3
_LABEL = re.compile(
    r"[\s*_>=]{0,60}+(?:09){0,3}([^\W\d_](?:[\w.'’-]| (?=\S)){0,24}?)\s?\*{0,2}:\*{0,2}\s{0,3}(\S.{0,300})?"
)
_ROLES = {
    "from": "from von de da van från fra от od expéditeur gönderen kimden 发件人 寄件者 差出人|보낸 사람",
    "to": "to an à a para per aan till til кому do kime destinataire 收件人 宛先|받는 사람",
    "subject": "subject betreff thema objet asunto assunto oggetto onderwerp ämne emne тема temat konu "
    "主题 主旨 件名 제목",
    "date": "date sent datum gesendet envoyé enviado fecha inviato data verzonden skickat sendt дата wysłano "
    "发送时间 日期 "
    "tarih gönderilenler|gesendet am|envoyé le|enviado el|enviado em|보낸 날짜",
    "other": "cc bcc kopie kopi reply-to importance wichtigkeit priority priorität attachment attachments "
    "anlage anlagen "
    "organization newsgroups message-id in-reply-to 抄送 참조 kk|antwort an|sent by|gesendet von|mailed by|kopie an",
}
_FIELDS = {
    name: role for role, names in _ROLES.items() for part in names.split("|")[:1] for name in part.split()
} | {name: role for role, names in _ROLES.items() for name in names.split("|")[1:]}
_SENT_BY = re.compile(r"(?i)(?:sent by|please respond to|gesendet von|bitte antwort an)\b")
RULE_STARTS = frozenset("-_=~—–*#BbSsWwAa")
"""What the first character of a rule line may be."""
_RULE = re.compile(
    r"[\s*]{0,4}[-_=~—–]{2,60}\s*(?:forwarded|weitergeleitet|original|ursprüngliche|urspr\.|originalnachricht|"
    r"antwort|"
    r"reply separator|message d'origine|message transféré|mensaje original|messaggio originale|"
    r"oorspronkelijk bericht|"
    r"doorgestuurd bericht|mensagem original|исходное сообщение|původní|oprindelig|opprinnelig|ursprungligt|"
    r"mail original|ursprünglicher termin|eredeti üzenet|alkuperäinen|wiadomość oryginalna|邮件原件|"
    r"原始邮件)[^\n]{0,160}$"
    r"|\s*-{2,10}\s*(?:on|am) .{5,250}(?:wrote|schrieb)\s*-{2,10}\s*$",
    re.I,
)
REPLY_ABOVE = re.compile(
    r"(?i)[#\s-]{2,10}.{3,80}(?:above this line|oberhalb dieser zeile|über dieser zeile|over this line)"
)
"""The line of a ticket system above which answers are to be typed."""
_RULE_WORDS = re.compile(
    r"\W{0,4}(?:begin(?:ning of)? forwarded message|start of forwarded message|weitergeleitete nachricht|"
    r"anfang der weitergeleiteten (?:nachricht|e-?mail))\W{0,6}$",
    re.I,
)


def is_rule(bare: str) -> bool:
    """Tell whether the stripped line *bare* says by itself that a quoted or forwarded mail follows."""
    if bare[0] not in RULE_STARTS or len(bare) > 300:
        return False
    if bare[0] == "#":
        return REPLY_ABOVE.match(bare) is not None
    return (_RULE_WORDS if bare[0].isalpha() else _RULE).match(bare) is not None


def header_block(lines: list[str], at: int) -> int:
    """Return how many lines from *at* on are a quoted header ("From: … Sent: … Subject: …"), 0 when none."""
    first = _LABEL.match(lines[at][:MAX_LINE])
    if first is None:
        return 0
    role = _FIELDS.get(first[1].lower())
    if role is None:
        return _foreign_block(lines, at) if "@" in lines[at][:MAX_LINE] else 0
    names, roles, end = _labels(lines, at)
    if "from" in roles and names >= 3:
        return end - at
    if "to" not in roles:
        return end - at if names >= 4 else 0
    if role == "to" and "subject" in roles and (names >= 4 or name_and_date_above(lines, at)):
        return end - at
    return _foreign_block(lines, at) if "@" in lines[at][:MAX_LINE] else 0


def _labels(lines: list[str], at: int) -> tuple[int, set[str], int]:
    """Return how many different labels a block bears, their roles, and the line after the block."""
    names: set[str] = set()
    roles: set[str] = set()
    end = at
    blanks = repeated = 0
    for index in range(at, min(at + _REACH, len(lines))):
        line = lines[index]
        if not line.strip(" *>\t"):
            blanks += 1
            if blanks > 3:
                break
            continue
        match = _LABEL.match(line[:MAX_LINE])
        role = _FIELDS.get(match[1].lower()) if match else None
        if match and role:
            repeated += match[1].lower() in names
            if repeated > _REPEATS:
                break
            names.add(match[1].lower())
            roles.add(role)
        elif blanks or not (match or _is_folded(line, lines[index - 1])):
            break
        end = index + 1
    return len(names), roles, end


def _foreign_block(lines: list[str], at: int) -> int:
    """Return how many lines from *at* on are a quoted header in whatever language: labels, an address, a date."""
    labels = stamps = 0
    end = at
    for index in range(at, min(at + 8, len(lines))):
        line = lines[index]
        if match := _LABEL.match(line[:MAX_LINE]):
            labels += 1
            stamps += bool(DAY_AND_CLOCK.search(match[2] or ""))
            end = index + 1
        elif not line.strip() or not _is_folded(line, lines[index - 1]):
            break
    return end - at if labels >= 3 and stamps else 0


def _is_folded(line: str, before: str) -> bool:
    """Tell whether *line* goes on with the recipients or subject of the line *before* it."""
    return line[:1] in " \t" or before.rstrip()[-1:] in ";," or "@" in line[:200] or len(before) > 65


def begins_with_receiver(line: str) -> bool:
    """Tell whether a quoted header begins with its "To:" line, so that writer and moment stand above it."""
    match = _LABEL.match(line[:MAX_LINE])
    return match is not None and _FIELDS.get(match[1].lower()) == "to"


def name_and_date_above(lines: list[str], at: int) -> int:
    """Return how many lines above a "To: …" line name the writer and the moment, as Notes quotes; 0 when none."""
    top = at
    dated = False
    shown = 0
    for index in range(at - 1, max(at - 12, -1), -1):
        line = lines[index].strip(" \t*>=")
        if not line:
            continue
        shown += 1
        stamped = bool(DAY_AND_CLOCK.search(line[:200]))
        if shown > 5 or len(line) > 160 or not (stamped or _is_writer(line)) or (dated and stamped):
            break
        if dated and top - index > 2:
            break
        dated = dated or stamped
        if dated:
            top = index
    return at - top if dated else 0


def _is_writer(line: str) -> bool:
    if _SENT_BY.match(line):
        return True
    words = line.split()
    named = "@" in line or '"' in line or all(w[:1].isupper() for w in words)
    return len(words) <= 6 and named and line[-1] not in ".!?,:"
