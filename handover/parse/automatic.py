"""Which mails no person wrote for us, and their kind: by headers first, by German and English words where those lack.

A person's answer through a mailing list, or from a CRM that adds List-Unsubscribe, is a person's mail. What a
kind means for the ledger is decided there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handover.model import Address, Automatic, CalendarReply
from handover.parse.headers import Fields, first
from handover.parse.sender import is_same_person

_BOUNCE_SENDER = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|mdaemon)(?:@|$)")
_MACHINE_SENDER = re.compile(
    r"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|keine[-_.]?antwort|notifications?|notify|alerts?|system|monitoring|"
    r"automailer|bounces?|jira|gitlab|github|cron|root|daemon|updates?|mailer)(?:[-_+.][^@]{0,60})?@|[-_.+](?:no-?reply|notifications?)@"
)
_NEWS_SENDER = re.compile(
    r"^(?:news(?:letter)?|marketing|mailing|info-?mail|aktuell|aktion(?:en)?|redaktion|presse|hello|shop|events?|angebote|offers?|digest|briefing|deals|promo(?:tions?)?|campaigns?)(?:[-_+.][^@]{0,60})?@"
)
_AUTO_SUBJECT = re.compile(
    r"^\s*(?:\[?(?:automatische (?:antwort|rückantwort|abwesenheitsnotiz|eingangsbestätigung)|automatic reply|auto(?:mated)?[- ]?(?:reply|response|antwort)|autoreply|"
    r"abwesenheits(?:notiz|meldung|nachricht|assistent|info)|abwesend\b|abwesenheit\b|out[- ]of[- ](?:the[- ])?office|ooo\b|urlaubsabwesenheit|"
    r"ich bin (?:derzeit |zur ?zeit )?(?:nicht im (?:büro|haus)|im urlaub|abwesend)|nicht im büro|away from (?:the |my )?(?:office|mail)|on (?:vacation|annual leave|holiday)\b|"
    r"eingangsbestätigung|your (?:request|ticket|message) has been received|ihre (?:anfrage|nachricht|e-?mail) ist (?:bei uns )?eingegangen))",
    re.I,
)
_BOUNCE_SUBJECT = re.compile(
    r"(?i)\b(?:undeliver(?:able|ed)|unzustellbar|delivery (?:status notification|has failed|failure|failed)|mail delivery (?:failed|subsystem|error)|returned mail|"
    r"failure notice|nicht zugestellt|zustellung fehlgeschlagen|zustellungsfehler|fehlgeschlagene zustellung|nachricht konnte nicht zugestellt|unzustellbare|message not delivered|non remis)"
)
_RECEIPT_SUBJECT = re.compile(
    r"^\s*(?:gelesen|read|lesebestätigung|read receipt|read-receipt|return receipt|empfangsbestätigung|übermittlungsbestätigung|"
    r"zugestellt|delivered|nicht gelesen|not read|ungelesen gelöscht|lu)\s*(?::|\(|$)|\bdisposition notification\b",
    re.I,
)
_CALENDAR_SUBJECT = re.compile(
    r"^\s*(?:zugesagt|angenommen|abgelehnt|abgesagt|mit vorbehalt|mit vorbehalt zugesagt|accepted|declined|tentative(?:ly accepted)?|canceled|cancelled|"
    r"aktualisierte einladung|updated invitation|neue zeit vorgeschlagen|new time proposed|termin abgesagt|einladung angenommen)\s*:",
    re.I,
)
_LIST_SUBJECT = re.compile(
    r"(?i)\bdigest,? vol(?:ume)? \d|\bmoderator request|\bmoderatoranfrage|welcome to the .{1,80} mailing list|willkommen (?:auf|bei) der .{0,60}mailingliste|mailing list memberships? reminder|"
    r"confirm (?:subscription|unsubscribe)|your confirmation is required to (?:join|leave)|you have been unsubscribed|posting .{0,40}awaits moderator|digest for .{1,80}@"
)


class Evidence(NamedTuple):
    """What the judgement looks at besides the headers."""

    from_: Address
    subject: str
    text: str
    root: str
    action: str
    calendar: tuple[CalendarReply, ...]
    absent: bool
    reply: bool
    footer: str = ""


class Judgement(NamedTuple):
    """The kind of an automatic mail and the stable word of the rule that decided; (None, "") for a person."""

    kind: Automatic | None
    why: str


PERSON = Judgement(None, "")


def judge(fields: Fields, seen: Evidence) -> Judgement:
    """Return what kind of machine wrote the mail, or `PERSON`."""
    for rule in (_report, _calendar, _auto_reply, _list, _newsletter, _notification, _machine_words):
        if found := rule(fields, seen):
            return found
    return PERSON


def _says(fields: Fields, name: bytes) -> str:
    return first(fields, name)[:200].strip().lower().decode("ascii", "replace")


def _report(fields: Fields, seen: Evidence) -> Judgement | None:
    value = _says(fields, b"content-type")
    if seen.root == "multipart/report":
        if "disposition-notification" in value:
            return Judgement("receipt", "disposition_notification")
        if seen.action in {"delivered", "relayed", "expanded"}:
            return Judgement("receipt", "delivered_report")
        if seen.action == "delayed":
            return Judgement("notification", "delayed_report")
        if seen.action or "delivery-status" in value:
            return Judgement("bounce", "delivery_status")
    if b"x-failed-recipients" in fields:
        return Judgement("bounce", "failed_recipients")
    daemon = _BOUNCE_SENDER.match(seen.from_.address) or _BOUNCE_SENDER.match(
        seen.from_.name.lower().replace(" ", "-")
    )
    if daemon and (_BOUNCE_SUBJECT.search(seen.subject) or _BOUNCE_SUBJECT.search(seen.text[:600])):
        return Judgement("bounce", "bounce_text")
    if not seen.reply and _says(fields, b"return-path") == "<>" and _BOUNCE_SUBJECT.search(seen.subject):
        return Judgement("bounce", "bounce_text")
    if _RECEIPT_SUBJECT.match(seen.subject) and len(seen.text) < 600 and _machine_header(fields):
        return Judgement("receipt", "receipt_subject")
    return None


def _machine_header(fields: Fields) -> bool:
    """Tell whether a header says that a machine sent this; ``Auto-Submitted: no`` says the opposite."""
    submitted = _says(fields, b"auto-submitted")
    return bool(submitted) and not submitted.startswith("no")


def _calendar(fields: Fields, seen: Evidence) -> Judgement | None:
    methods = {part.method for part in seen.calendar}
    if methods & {"REPLY", "REQUEST", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"}:
        return Judgement("calendar", "calendar_part")
    if _CALENDAR_SUBJECT.match(seen.subject) and len(seen.text) < 400 and not seen.reply:
        return Judgement("calendar", "calendar_subject")
    return None


def _auto_reply(fields: Fields, seen: Evidence) -> Judgement | None:
    submitted = _says(fields, b"auto-submitted")
    if submitted.startswith("no") and not submitted.startswith("not"):
        return None
    if (
        submitted.startswith("auto-replied")
        or (b"x-autoreply" in fields
        and _says(fields, b"x-autoreply") != "no")
    ):
        return Judgement("auto_reply", "auto_submitted")
    if (
        b"x-autorespond" in fields
        or b"x-autoresponder" in fields
        or _says(fields, b"precedence") in {"auto_reply", "auto-reply"}
    ):
        return Judgement("auto_reply", "autorespond_header")
    if _AUTO_SUBJECT.match(seen.subject):
        return Judgement("auto_reply", "auto_subject")
    if seen.absent:
        return Judgement("auto_reply", "absence_text")
    return None


def _list(fields: Fields, seen: Evidence) -> Judgement | None:
    if _says(fields, b"x-list-administrivia") == "yes":
        return Judgement("list", "list_administrivia")
    if seen.root == "multipart/digest":
        return Judgement("list", "digest")
    if not seen.reply and _LIST_SUBJECT.search(seen.subject[:300]):
        return Judgement("list", "list_subject")
    return None


def _newsletter(fields: Fields, seen: Evidence) -> Judgement | None:
    """Weigh the signs of a mass mailing against those of a person's letter sent through a mailing program."""
    if b"list-post" in fields or b"x-beenthere" in fields:
        return None
    listed = b"list-unsubscribe" in fields
    words = bool(_NEWSLETTER_WORDS.search(seen.text) or _NEWSLETTER_WORDS.search(seen.footer))
    if not listed and not words:
        return None
    score = int(listed) + (b"list-id" in fields)
    score += 2 * (_says(fields, b"precedence") in {"bulk", "junk"})
    score += any(name in fields for name in _CAMPAIGN_FIELDS)
    score += 2 * bool(_NEWS_SENDER.match(seen.from_.address) or _NEWS_DOMAIN.search(seen.from_.address))
    score += 2 * bool(_MACHINE_SENDER.search(seen.from_.address))
    score += 2 * words
    score += bool(_TO_EVERYBODY.search(seen.text[:200])) + bool(_OFFER.search(seen.text[:1500]))
    score += seen.text.count("http") > 6
    score -= 4 * (b"in-reply-to" in fields or seen.reply)
    score -= 3 * (_says(fields, b"precedence") == "list")
    score -= 2 * _says(fields, b"auto-submitted").startswith("no")
    person, greeted = is_same_person(seen.from_.name, seen.from_), bool(_PERSONAL.search(seen.text[:200]))
    score += 1 if not person and not greeted else -(person + 2 * greeted + 2 * (person and greeted))
    if score >= (2 if listed else 4):
        return Judgement("newsletter", "list_unsubscribe" if listed else "newsletter_words")
    return None


_NEWSLETTER_WORDS = re.compile(
    r"(?i)im browser (?:ansehen|anzeigen|öffnen|lesen)|online-?version|view (?:this (?:e-?mail|message) )?(?:in (?:your )?browser|online)|"
    r"(?:hier|e-?mails?|newsletter) (?:wieder )?ab(?:zu)?(?:melden|bestellen)|unsubscribe|abmeldelink|manage (?:your )?preferences|keine weiteren (?:e-?mails|nachrichten)|"
    r"(?:weil sie sich|because you) (?:angemeldet|registriert|subscribed|signed up|opted)"
)
_CAMPAIGN_FIELDS = (b"list-unsubscribe-post", b"feedback-id", b"x-campaign", b"x-campaignid", b"x-mc-user", b"x-mailgun-tag")
_OFFER = re.compile(r"(?i)\b(?:rabatt|gutschein|sonderangebot|nur noch (?:heute|bis)|letzte chance|jetzt (?:zuschlagen|sichern|bestellen|anmelden)|webinar|last chance|% off|register (?:now|today|by)|sale ends|limited time|early bird)\b")
_NEWS_DOMAIN = re.compile(r"@(?:[\w-]{1,40}\.)*(?:[\w-]{0,30}(?:newsletter|mailing|digest|weekly)[\w-]{0,30})\.")
_TO_EVERYBODY = re.compile(
    r"(?i)\b(?:liebe(?:r)? (?:kund(?:inn?en|en|in|e)|leser|mitglieder|abonnent|freunde|newsletter|partner)|sehr geehrte (?:kund|mitglieder|abonnent|leser)|dear (?:customers?|subscribers?|readers?|members?|valued|friends?))\b"
)
_PERSONAL = re.compile(
    r"(?i)^\W*(?:sehr geehrte[r]? (?:frau|herr)|(?:hallo|liebe[r]?|guten (?:tag|morgen)|grüß gott),? (?:frau|herr) |(?:hi|hello|hallo|liebe[r]?|dear|moin) (?!kund|leser|mitglied|customer|subscriber|reader|member|team|all\b|alle|zusammen|there|friend|partner|abonnent|damen)[a-zäöü][\w.'-]{1,30}(?: [a-zäöü][\w'-]{1,30})?\s?[,!:\n-])"
)


def _notification(fields: Fields, seen: Evidence) -> Judgement | None:
    if b"x-handover" in fields:
        return Judgement("notification", "own_report")
    if _says(fields, b"auto-submitted").startswith("no"):
        return None
    if _machine_header(fields):
        return Judgement("notification", "auto_submitted")
    if _MACHINE_SENDER.search(seen.from_.address):
        return Judgement("notification", "machine_sender")
    if _BOUNCE_SENDER.match(seen.from_.address):
        return Judgement("notification", "machine_sender")
    if _says(fields, b"precedence") in {"bulk", "junk"} and b"list-id" not in fields:
        return Judgement("notification", "precedence")
    return None


_MADE_BY_MACHINE = re.compile(
    r"(?i)\b(?:dies(?:e|es)? (?:e-?mail|mail|nachricht|antwort|schreiben) (?:wurde|ist|wird) (?:\w{1,20} )?(?:automatisch|maschinell)|dies ist eine (?:automatisch|maschinell)|automatisch (?:generierte|erstellte|erzeugte|versendete) (?:e-?mail|mail|nachricht|antwort|benachrichtigung)|"
    r"this (?:is an? (?:automated|automatic|auto-generated|automatically generated)|(?:e-?mail|message|mail|response) (?:was|is|has been) (?:automatically|auto-?)\s?(?:generated|sent|created)?)|(?:bitte )?(?:antworten sie )?(?:bitte )?nicht (?:direkt )?auf diese (?:automatische )?(?:e-?mail|mail|nachricht)(?: zu antworten)?|"
    r"please do not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|automated)|do not reply to this (?:e-?mail|message))"
)
_ACKNOWLEDGES = re.compile(
    r"(?i)\b(?:ihre (?:anfrage|nachricht|e-?mail|meldung|reklamation) (?:ist|wurde|haben wir) (?:bei uns )?(?:eingegangen|erhalten|erfasst)|(?:haben|hat) ihre (?:anfrage|nachricht|e-?mail) erhalten|(?:ticket|vorgangs|anfrage)-?\s?(?:nummer|nr|id)\b|"
    r"(?:we have|we've|has been) received(?: your)?|your (?:request|ticket|case) (?:number|id|has been)|thank you for contacting|dank für ihre (?:anfrage|nachricht|kontaktaufnahme))"
)


def _machine_words(fields: Fields, seen: Evidence) -> Judgement | None:
    """Judge by the words "this mail was generated automatically" where no header says so."""
    if _says(fields, b"auto-submitted").startswith("no"):
        return None
    if not (_MADE_BY_MACHINE.search(seen.text[:4000]) or _MADE_BY_MACHINE.search(seen.footer)):
        return None
    if seen.reply and len(seen.text) > 1500:
        return None
    kind: Automatic = "auto_reply" if _ACKNOWLEDGES.search(seen.text[:2000]) else "notification"
    return Judgement(kind, "machine_words")
