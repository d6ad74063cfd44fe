"""Which mails no person wrote for us, and their kind: by headers first, by German and English words where those lack.

A person's answer through a mailing list, or from a CRM that adds List-Unsubscribe, is a person's mail. What a
kind means for the ledger is decided there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from handover.model import Address, Automatic, CalendarReply
from handover.parse.greeting import greets_people
from handover.parse.headers import Fields, says
from handover.parse.newsletter import is_newsletter
from handover.parse.out_of_office import is_absence, says_absence
from handover.parse.stems import has_any

_BOUNCE_SENDER = re.compile(
    r"(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|mdaemon|mail-delivery-sys|mail-system|"
    r"microsoftexchange[0-9a-f]{8}|"
    r"microsoft-outlook|system-?administrator|system-attendant)"
)
_MACHINE_SENDER = re.compile(
    r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|keine[-_.]?antwort|notifications?|notify|"
    r"alerts?|system|"
    r"monitoring|automailer|bounces?|jira|gitlab|github|cron|root|daemon|updates?|mailer)(?:[-_+.][^@]{0,60})?@|"
    r"[^@]{1,60}[-_.+](?:no-?reply|notifications?)@"
)
_AUTO_SUBJECT = re.compile(
    r"\s*\[?(?:automatische (?:antwort|rückantwort|abwesenheitsnotiz|eingangsbestätigung)|automatic reply|"
    r"auto(?:mated)?[- ]?(?:reply|response|antwort)|abwesenheits(?:notiz|meldung|nachricht|assistent)|"
    r"out[- ]of[- ](?:the[- ])?office[- ](?:auto|reply|re:|aw:|notification)|urlaubsabwesenheit)"
)
_ABSENT_SUBJECT = re.compile(
    r"\s*\[?(?:abwesend|abwesenheit(?:sinfo)?|out[- ]of[- ](?:the[- ])?office|ooo|nicht im büro|im urlaub|urlaub|"
    r"on (?:vacation|annual leave|holiday|leave)|away (?:from (?:the |my )?(?:office|desk|mail))?|auto|re|"
    r"aw)\s*(?::|\]|$)"
)
_RECEIVED_SUBJECT = re.compile(
    r"\s*(?:eingangsbestätigung|your (?:request|ticket|message) has been received|"
    r"ihre (?:anfrage|nachricht|e-?mail) ist (?:bei uns )?eingegangen|we have received your (?:request|message))"
)
_BOUNCE_SUBJECT = re.compile(
    r"\b(?:undeliver(?:able|ed)|unzustellbar|delivery (?:status notification|has failed|failure|failed)|"
    r"returned mail|"
    r"mail delivery (?:failed|subsystem|error)|failure notice|nicht zugestellt|zustellung fehlgeschlagen|"
    r"zustellungsfehler|"
    r"fehlgeschlagene zustellung|nachricht konnte nicht zugestellt|message not delivered|non remis|"
    r"could not be delivered|nicht erreicht: (?:einige|alle) empfänger|hat einige oder alle empfänger nicht erreicht)"
)
_RECEIPT_SUBJECT = re.compile(
    r"\s*(?:gelesen|read|lesebestätigung|read receipt|read-receipt|return receipt|empfangsbestätigung|zugestellt|"
    r"delivered|"
    r"übermittlungsbestätigung|nicht gelesen|not read|ungelesen gelöscht|lu)\s*(?::|\(|$)"
)
_WAS_READ = re.compile(
    r"\b(?:wurde|was|ist)\b[^.]{0,80}\b(?:gelesen|angezeigt|geöffnet|gelöscht|read|displayed|opened|deleted)\b"
)
_CALENDAR_SUBJECT = re.compile(
    r"\s*(?:zugesagt|angenommen|abgelehnt|abgesagt|mit vorbehalt(?: zugesagt)?|accepted|declined|"
    r"tentative(?:ly accepted)?|"
    r"cancell?ed|aktualisierte einladung|updated invitation|neue zeit vorgeschlagen|new time proposed)\s*:"
)
_LIST_SUBJECT = re.compile(
    r"\bdigest,? vol(?:ume)? \d|\bmoderator request|\bmoderatoranfrage|welcome to the .{1,80} mailing list|"
    r"digest for \S{1,80}@|"
    r"willkommen (?:auf|bei) der .{0,60}mailingliste|mailing list memberships? reminder|you have been unsubscribed|"
    r"confirm (?:subscription|unsubscribe)|your confirmation is (?:required|needed) to (?:join|leave)|"
    r"awaits moderator"
)
_MADE_BY_MACHINE = re.compile(
    r"\bdies(?:e|es)? (?:e-?mail|mail|nachricht|antwort|schreiben) (?:wurde|ist|wird) (?:\w{1,20} )?(?:automatisch|"
    r"maschinell)|"
    r"\bdies ist eine (?:automatisch|maschinell)|nicht (?:direkt )?auf diese (?:automatische )?(?:e-?mail|mail|"
    r"nachricht)|"
    r"\bautomatisch (?:generierte|erstellte|erzeugte|versendete) (?:e-?mail|mail|nachricht|antwort|benachrichtigung)|"
    r"\bthis is an? (?:automated|automatic|auto-generated|automatically generated)|"
    r"\bthis (?:e-?mail|message|mail|response) (?:was|is|has been) (?:automatically|auto)|"
    r"\bdo not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|automated)"
)
_LIST_STEMS = ("digest", "moderat", "mailing", "subscri", "confirm")
_MACHINE_STEMS = (
    "tomatisch generiert", "tomatisch erstellt", "tomatisch erzeugt", "tomatisch versen", "automatische ", "maschinell",
    "automated", "automatic", "auto-gen", "auto generated", "not reply", "not respond", "auf diese ",
)  # fmt: skip
_ACKNOWLEDGES = re.compile(
    r"\b(?:ihre (?:anfrage|nachricht|e-?mail|meldung|reklamation) (?:ist|wurde|"
    r"haben wir) (?:bei uns )?(?:eingegangen|erhalten|"
    r"erfasst)|(?:haben|hat) ihre (?:anfrage|nachricht|e-?mail) erhalten|(?:ticket|vorgangs|anfrage)-?\s?(?:nummer|"
    r"nr|id)\b|"
    r"(?:we have|we've|has been) received(?: your)?|your (?:request|ticket|case) (?:number|id|has been)|"
    r"thank you for contacting|dank für ihre (?:anfrage|nachricht|kontaktaufnahme))"
)
_MEETING_METHODS = {"REPLY", "REQUEST", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"}
_READ = 4000


@dataclass(slots=True)
class Evidence:
    """What the judgement looks at: headers, writer, subject, own text and footers, root type, report, meetings."""

    fields: Fields
    from_: Address
    subject: str
    text: str
    footer: str
    root: str
    action: str
    calendar: tuple[CalendarReply, ...]
    reply: bool
    title: str = field(init=False)
    words: str = field(init=False)
    person: bool = field(init=False)

    def __post_init__(self) -> None:
        self.title = self.subject[:300].lower()
        self.words = self.text[:_READ].lower()
        self.person = says(self.fields, b"auto-submitted").startswith("no")


class Judgement(NamedTuple):
    """The kind of an automatic mail and the stable word of the rule that decided; (None, "") for a person."""

    kind: Automatic | None
    why: str


PERSON = Judgement(None, "")


def judge(seen: Evidence) -> Judgement:
    """Return what kind of machine wrote the mail, or `PERSON`."""
    for rule in (_report, _bounce, _calendar, _auto_reply, _list, _newsletter, _notification, _machine_words):
        if found := rule(seen):
            return found
    return PERSON


def _report(seen: Evidence) -> Judgement | None:
    """Judge a multipart/report (RFC 3462): by its report-type and the Action it states."""
    if seen.root == "multipart/report":
        value = says(seen.fields, b"content-type")
        if "disposition-notification" in value:
            return Judgement("receipt", "disposition_notification")
        if seen.action in {"delivered", "relayed", "expanded"}:
            return Judgement("receipt", "delivered_report")
        if seen.action == "delayed":
            return Judgement("notification", "delayed_report")
        if seen.action or "delivery-status" in value:
            return Judgement("bounce", "delivery_status")
    short = len(seen.text) < 600
    if short and _RECEIPT_SUBJECT.match(seen.title) and (_is_machine(seen) or _WAS_READ.search(seen.words)):
        return Judgement("receipt", "receipt_subject")
    return None


def _bounce(seen: Evidence) -> Judgement | None:
    if b"x-failed-recipients" in seen.fields:
        return Judgement("bounce", "failed_recipients")
    daemon = _BOUNCE_SENDER.match(seen.from_.address) or _BOUNCE_SENDER.match(
        seen.from_.name.lower().replace(" ", "-")
    )
    if daemon and (_BOUNCE_SUBJECT.search(seen.title) or _BOUNCE_SUBJECT.search(seen.words[:600])):
        return Judgement("bounce", "bounce_text")
    if not seen.reply and says(seen.fields, b"return-path") == "<>" and _BOUNCE_SUBJECT.search(seen.title):
        return Judgement("bounce", "bounce_text")
    return None


def _is_machine(seen: Evidence) -> bool:
    """Tell whether a header says that a machine sent this; ``Auto-Submitted: no`` says the opposite (RFC 3834)."""
    return not seen.person and b"auto-submitted" in seen.fields


def _calendar(seen: Evidence) -> Judgement | None:
    if any(part.method in _MEETING_METHODS for part in seen.calendar):
        return Judgement("calendar", "calendar_part")
    if _CALENDAR_SUBJECT.match(seen.title) and len(seen.text) < 400 and not seen.reply:
        return Judgement("calendar", "calendar_subject")
    return None


def _auto_reply(seen: Evidence) -> Judgement | None:
    if seen.person:
        return None
    fields = seen.fields
    if says(fields, b"auto-submitted").startswith("auto-replied") or says(fields, b"x-autoreply") not in {
        "",
        "no",
    }:
        return Judgement("auto_reply", "auto_submitted")
    if (
        b"x-autorespond" in fields
        or b"x-autoresponder" in fields
        or says(fields, b"precedence") in {"auto_reply", "auto-reply"}
    ):
        return Judgement("auto_reply", "autorespond_header")
    if _AUTO_SUBJECT.match(seen.title):
        return Judgement("auto_reply", "auto_subject")
    if not greets_people(seen.words) and (
        (_ABSENT_SUBJECT.match(seen.title) and not seen.reply and says_absence(seen.text))
        or (_RECEIVED_SUBJECT.match(seen.title) and len(seen.text) < 1500 and "?" not in seen.text)
    ):
        return Judgement("auto_reply", "auto_subject")
    if is_absence(seen.text, seen.subject):
        return Judgement("auto_reply", "absence_text")
    return None


def _list(seen: Evidence) -> Judgement | None:
    if says(seen.fields, b"x-list-administrivia") == "yes":
        return Judgement("list", "list_administrivia")
    if seen.root == "multipart/digest":
        return Judgement("list", "digest")
    answers = seen.reply or b"in-reply-to" in seen.fields
    if not answers and has_any(seen.title, _LIST_STEMS) and _LIST_SUBJECT.search(seen.title):
        return Judgement("list", "list_subject")
    return None


def _newsletter(seen: Evidence) -> Judgement | None:
    if is_newsletter(seen.fields, seen.from_, seen.words, seen.footer, reply=seen.reply):
        return Judgement(
            "newsletter", "list_unsubscribe" if b"list-unsubscribe" in seen.fields else "newsletter_words"
        )
    return None


def _notification(seen: Evidence) -> Judgement | None:
    if b"x-handover" in seen.fields:
        return Judgement("notification", "own_report")
    if seen.person:
        return None
    if _is_machine(seen):
        return Judgement("notification", "auto_submitted")
    if _MACHINE_SENDER.match(seen.from_.address) or _BOUNCE_SENDER.match(seen.from_.address):
        return Judgement("notification", "machine_sender")
    if says(seen.fields, b"precedence") in {"bulk", "junk"} and b"list-id" not in seen.fields:
        return Judgement("notification", "precedence")
    return None


def _machine_words(seen: Evidence) -> Judgement | None:
    """Judge by the words "this mail was generated automatically" where no header says so."""
    if seen.person or (seen.reply and len(seen.text) > 1500):
        return None
    words = f"{seen.words}\n{seen.footer}"
    if has_any(words, _MACHINE_STEMS) and _MADE_BY_MACHINE.search(words):
        kind: Automatic = "auto_reply" if _ACKNOWLEDGES.search(seen.words) else "notification"
        return Judgement(kind, "machine_words")
    return None
