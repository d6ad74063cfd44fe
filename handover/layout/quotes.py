"""How mail programs write a body and repeat the mail they answer: Outlook, Gmail, Apple Mail, Thunderbird.

Forms as the programs write them in German and English; west of Greenwich the English dates are American.
Times in a quote are told in the quoting writer's zone.
"""

from __future__ import annotations

import html
import re
from datetime import datetime
from itertools import groupby

from handover.layout.threads import Mail

TAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONATE = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember")  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
SHORT_MONATE = ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.",
                "Okt.", "Nov.", "Dez.")  # fmt: skip
LABELS = {"de": ("Von", "Gesendet", "An", "Cc", "Betreff"), "en": ("From", "Sent", "To", "Cc", "Subject")}
RULES = {
    "none": {"de": "", "en": ""},
    "line": {"de": "_" * 32, "en": "_" * 32},
    "text": {"de": "-----Ursprüngliche Nachricht-----", "en": "-----Original Message-----"},
}
FORWARDED = {
    "gmail": {"de": "---------- Forwarded message ---------", "en": "---------- Forwarded message ---------"},
    "apple": {"de": "Anfang der weitergeleiteten Nachricht:", "en": "Begin forwarded message:"},
    "thunderbird": {
        "de": "-------- Weitergeleitete Nachricht --------",
        "en": "-------- Forwarded Message --------",
    },
}
OUTLOOK_BORDER = '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
GMAIL_BORDER = 'class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)"'
WRAP = 78

_FORWARD = re.compile(r"(?:wg|fwd?): ", re.IGNORECASE)


def text_of(mail: Mail) -> list[str]:
    """Return the lines of *mail* as plain text, quotes included."""
    lines: list[str] = []
    for line in mail.lines:
        quoted = mail.quoted(line)
        lines += _quote_text(mail, quoted) if quoted else [line]
    return lines


def html_of(mail: Mail) -> str:
    """Return the body of *mail* as the HTML its client would write, quotes included."""
    parts = []
    for mark, lines in groupby(mail.lines, key=lambda line: line if mail.quoted(line) else ""):
        quoted = mail.quoted(mark)
        parts.append(_quote_html(mail, quoted) if quoted else _own_html(mail, list(lines)))
    return "\n".join(parts)


def _quote_text(mail: Mail, quoted: Mail) -> list[str]:
    lines = text_of(quoted)
    if _has_block(mail):
        return [*_lead(mail), *(f"{label}: {value}" for label, value in _block(mail, quoted)), "", *lines]
    marked = [f">{line}" if line.startswith(">") or not line else f"> {line}" for line in lines]
    gap = [] if mail.client[0] == "thunderbird" else [""]
    return [*_wrapped(_attribution(mail, quoted)), *gap, *marked]


def _quote_html(mail: Mail, quoted: Mail) -> str:
    family, _ = mail.client
    inner = html_of(quoted)
    if _has_block(mail):
        rows = "<br>\n".join(f"<b>{label}:</b> {html.escape(value)}" for label, value in _block(mail, quoted))
        lead = "".join(f"<p>{html.escape(line)}</p>\n" for line in _lead(mail) if not line.startswith("_"))
        if family == "outlook":
            return f'{lead}<div>{OUTLOOK_BORDER}<p class="MsoNormal">{rows}</p></div></div>\n{inner}'
        return f'<div class="{family}_quote">{lead}<p>{rows}</p>\n{inner}</div>'
    said = html.escape(_attribution(mail, quoted))
    if family == "gmail":
        attribution = f'<div dir="ltr" class="gmail_attr">{said}<br></div>'
        return f'<div class="gmail_quote">{attribution}<blockquote {GMAIL_BORDER}>{inner}</blockquote></div>'
    if family == "apple":
        return f'<div><blockquote type="cite"><div>{said}</div><br><div>{inner}</div></blockquote></div>'
    cite = html.escape(f"mid:{quoted.message_id.strip('<>')}")
    attribution = f'<div class="moz-cite-prefix">{said}<br></div>'
    return f'{attribution}\n<blockquote type="cite" cite="{cite}">{inner}</blockquote>'


def _own_html(mail: Mail, lines: list[str]) -> str:
    opening, closing, gap = {
        "outlook": ('<p class="MsoNormal">', "</p>", '\n<p class="MsoNormal">&nbsp;</p>\n'),
        "gmail": ("<div>", "</div>", "\n<div><br></div>\n"),
        "apple": ("<div>", "</div>", "\n<div><br></div>\n"),
        "thunderbird": ("<p>", "</p>", "\n"),
    }[mail.client[0]]
    paragraphs = []
    for (blank, is_quote), group in groupby(lines, key=lambda line: (not line.strip(), line.startswith(">"))):
        written = [html.escape(line[1:].lstrip(" ") if is_quote else line, quote=False) for line in group]
        if is_quote:
            paragraphs.append(f'<blockquote type="cite">{"<br>".join(written)}</blockquote>')
        elif not blank:
            paragraphs.append(opening + "<br>\n".join(written) + closing)
    return gap.join(paragraphs)


def _has_block(mail: Mail) -> bool:
    """Say whether the quote starts with header lines: always in Outlook, elsewhere when forwarding."""
    return mail.client[0] == "outlook" or bool(_FORWARD.match(mail.subject))


def _lead(mail: Mail) -> list[str]:
    family, language = mail.client
    if family != "outlook":
        return [FORWARDED[family][language]]
    # without a word in the file one writer's Outlook always draws the same rule
    rule = mail.one("X-Rule") or ("none", "line", "text")[sum(mail.sender[1].encode()) % 3]
    return [RULES[rule][language]] if RULES[rule][language] else []


def _block(mail: Mail, quoted: Mail) -> list[tuple[str, str]]:
    values = (quoted.one("From"), _moment(mail, quoted), quoted.one("To"), quoted.one("Cc"), quoted.subject)
    return [(label, value) for label, value in zip(LABELS[mail.client[1]], values, strict=True) if value]


def _attribution(mail: Mail, quoted: Mail) -> str:
    family, language = mail.client
    name, address = quoted.sender
    who = name or address
    if name and family != "thunderbird":
        who = f"{name} <{address}>"
    moment = _moment(mail, quoted)
    return f"Am {moment} schrieb {who}:" if language == "de" else f"On {moment} {who} wrote:"


def _wrapped(line: str) -> list[str]:
    head, bracket, rest = line.rpartition("<")
    return [head + bracket, rest] if len(line) > WRAP and bracket else [line]


def _moment(mail: Mail, quoted: Mail) -> str:
    family, language = mail.client
    when = quoted.date.astimezone(mail.date.tzinfo)
    if language == "de":
        return _german(family, when)
    return _american(family, when) if f"{when:%z}".startswith("-") else _british(family, when)


def _german(family: str, when: datetime) -> str:
    day, clock = TAGE[when.weekday()], f"{when:%H:%M}"
    return {
        "outlook": f"{day}, {when.day}. {MONATE[when.month - 1]} {when.year} {clock}",
        "gmail": f"{day[:2]}., {when.day}. {SHORT_MONATE[when.month - 1]} {when.year} um {clock} Uhr",
        "apple": f"{when:%d.%m.%Y} um {clock}",
        "thunderbird": f"{when:%d.%m.%y} um {clock}",
    }[family]


def _british(family: str, when: datetime) -> str:
    day, month, clock = DAYS[when.weekday()], MONTHS[when.month - 1], f"{when:%H:%M}"
    return {
        "outlook": f"{when:%d} {month} {when.year} {clock}",
        "gmail": f"{day[:3]}, {when.day} {month[:3]} {when.year} at {clock},",
        "apple": f"{when.day} {month[:3]} {when.year}, at {clock},",
        "thunderbird": f"{when:%d/%m/%Y} {clock},",
    }[family]


def _american(family: str, when: datetime) -> str:
    day, month = DAYS[when.weekday()], MONTHS[when.month - 1]
    clock = f"{when.hour % 12 or 12}:{when:%M} {'AM' if when.hour < 12 else 'PM'}"
    return {
        "outlook": f"{day}, {month} {when.day}, {when.year} {clock}",
        "gmail": f"{day[:3]}, {month[:3]} {when.day}, {when.year} at {clock}",
        "apple": f"{month[:3]} {when.day}, {when.year}, at {clock},",
        "thunderbird": f"{when.month}/{when.day}/{when:%y} {clock},",
    }[family]
