"""Whether a mail is a mass mailing, weighed against the signs of a person's letter sent through a mailing program.

A header alone decides nothing: customer systems add List-Unsubscribe to single letters, and mailing lists carry
people. What a newsletter sells is not asked.
"""

from __future__ import annotations

import re

from handover.model import Address
from handover.parse.greeting import greets_one
from handover.parse.headers import Fields, says
from handover.parse.sender import is_same_person
from handover.parse.stems import has_any

_STEMS = (
    "browser", "newsletter", "nsubscribe", "abmeld", "abbestell", "abzu", "online-version", "onlineversion",
    "preferences", "keine weiteren", "angemeldet", "registriert", "subscribed", "signed up", "opted",
)  # fmt: skip
_SENDER = re.compile(
    r"(?:news(?:letter)?|marketing|mailing|info-?mail|aktuell|aktion(?:en)?|redaktion|presse|hello|shop|events?|"
    r"angebote|"
    r"offers?|digest|briefing|deals|promo(?:tions?)?|campaigns?)(?:[-_+.][^@]{0,60})?@"
)
_DOMAIN = re.compile(r"@(?:[\w-]{1,40}\.){0,4}[\w-]{0,30}(?:newsletter|mailing|digest|weekly)[\w-]{0,30}\.")
_WORDS = re.compile(
    r"im browser (?:ansehen|anzeigen|öffnen|lesen)|online-?version|newsletter|unsubscribe|abmeldelink|"
    r"view (?:this (?:e-?mail|message) )?(?:in (?:your )?browser|online)|manage (?:your )?preferences|"
    r"(?:hier|e-?mails?|newsletter) (?:wieder )?ab(?:zu)?(?:melden|bestellen)|keine weiteren (?:e-?mails|"
    r"nachrichten)|"
    r"(?:weil sie sich|because you) (?:angemeldet|registriert|subscribed|signed up|opted)"
)
_TO_EVERYBODY = re.compile(
    r"\b(?:liebe(?:r)? (?:kund(?:inn?en|en|in|e)|leser|mitglieder|abonnent|freunde|newsletter|partner)|"
    r"sehr geehrte (?:kund|mitglieder|abonnent|leser)|dear (?:customers?|subscribers?|readers?|members?|valued|"
    r"friends?))\b"
)
_OFFER = re.compile(
    r"\b(?:rabatt|gutschein|sonderangebot|nur noch (?:heute|bis)|letzte chance|webinar|last chance|limited time|"
    r"sale ends|"
    r"jetzt (?:zuschlagen|sichern|bestellen|anmelden)|register (?:now|today|by)|early bird)\b|% off\b"
)
_CAMPAIGN = (
    b"list-unsubscribe-post",
    b"feedback-id",
    b"x-campaign",
    b"x-campaignid",
    b"x-mc-user",
    b"x-mailgun-tag",
)
_ENOUGH = 2
_ENOUGH_WITHOUT_HEADER = 4


def is_newsletter(fields: Fields, from_: Address, text: str, footer: str, *, reply: bool) -> bool:
    """Tell whether a mail is a mass mailing; *text* and *footer* are in lower case, *reply* as the subject says."""
    if b"list-post" in fields or b"x-beenthere" in fields:
        return False
    listed = b"list-unsubscribe" in fields
    answers = reply or b"in-reply-to" in fields
    if answers and not listed:
        return False
    whole = f"{text}\n{footer}"
    words = has_any(whole, _STEMS) and _WORDS.search(whole) is not None
    if not listed and not words:
        return False
    score = _weight_of_headers(fields, from_) + _weight_of_text(from_, text) + 2 * words
    score -= 4 * answers
    return score >= (_ENOUGH if listed else _ENOUGH_WITHOUT_HEADER)


def _weight_of_headers(fields: Fields, from_: Address) -> int:
    precedence = says(fields, b"precedence")
    return (
        (b"list-unsubscribe" in fields)
        + (b"list-id" in fields)
        + 2 * (precedence in {"bulk", "junk"})
        + any(name in fields for name in _CAMPAIGN)
        + 2 * bool(_SENDER.match(from_.address) or _DOMAIN.search(from_.address))
        - 3 * (precedence == "list")
        - 2 * says(fields, b"auto-submitted").startswith("no")
    )


def _weight_of_text(from_: Address, text: str) -> int:
    """Weigh the words: offers to everybody count for a mass mailing, one person greeting another against it."""
    everybody = (
        bool(_TO_EVERYBODY.search(text[:200])) + bool(_OFFER.search(text[:1500])) + (text.count("http") > 6)
    )
    person, greeted = is_same_person(from_.name, from_), greets_one(text)
    if not person and not greeted:
        return everybody + 1
    return everybody - person - 2 * greeted - 2 * (person and greeted)
