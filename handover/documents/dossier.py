"""A dossier for each customer: people, what is open, tone and trend, the last exchange, files, what to say.

Made from that customer's own facts and mails only (`Material.own`), so that nothing of another gets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from handover.documents.advice import never, to_say
from handover.documents.agenda import Dated, meetings
from handover.documents.material import Material
from handover.documents.packet import Contact, Dossier, Exchange, Item, Said, Where
from handover.ledger import Facts
from handover.model import Customer, Message, Quote, Role
from handover.questions import substance
from handover.risk import Risk

RECENT = timedelta(days=45)
"""Who wrote within these days may well call during the absence."""
MAX_DOSSIERS = 150
MAX_CONTACTS = 6
MAX_FILES = 12
WORDS = 420
TONES = 3
_LINK = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]{4,300}")
_DECORATION = re.compile(r"(?:image\d{3}|logo|signature|smime|winmail|att\d{5})", re.I)
_PICTURE = 60_000
"""An inline picture below this size is part of somebody's signature."""


def dossiers(items: Sequence[Item], dated: Sequence[Dated], material: Material) -> list[Dossier]:
    """Return the dossiers of all customers who have an item or may call, the most pressing first."""
    by_customer: dict[str, list[Item]] = {}
    for item in items:
        if item.customer:
            by_customer.setdefault(item.customer, []).append(item)
    facts = {each.customer: each for each in material.facts}
    wanted = list(by_customer) + [c for c in facts if c not in by_customer and _may_call(facts[c], material)]
    if len(wanted) > MAX_DOSSIERS:
        wanted = _most_pressing(wanted, by_customer, material)
    weighed = [_weighed(facts.get(customer) or Facts(customer), material) for customer in wanted]
    weighed.sort(key=lambda each: _rank(each, by_customer.get(each.facts.customer, ()), material))
    mails = material.mails(wanted)
    return [
        _dossier(
            each,
            mails.get(each.facts.customer, ()),
            by_customer.get(each.facts.customer, []),
            dated,
            material,
        )
        for each in weighed
    ]


def _most_pressing(
    wanted: Sequence[str], by_customer: Mapping[str, Sequence[Item]], material: Material
) -> list[str]:
    """Return all who have an item, and of those who may only call the ones whose patience was found short."""
    scores = {f.customer: f.score for f in material.findings.values() if f.check == "escalations"}
    idle = sorted((c for c in wanted if c not in by_customer), key=lambda c: (-scores.get(c, 0.0), c))
    return [*by_customer, *idle[: max(MAX_DOSSIERS - len(by_customer), 0)]]


class _Weighed(NamedTuple):
    """A customer's facts, and how close they are to losing patience."""

    facts: Facts
    risk: Risk


def _weighed(facts: Facts, material: Material) -> _Weighed:
    return _Weighed(facts, material.context.risk(facts))


def _rank(each: _Weighed, items: Iterable[Item], material: Material) -> tuple[int, float, str]:
    order = {"red": 0, "amber": 1, "info": 2}
    name = material.name_of(each.facts.customer).casefold()
    return min((order[item.severity] for item in items), default=3), -each.risk.score, name


def _may_call(facts: Facts, material: Material) -> bool:
    """A customer without anything open: wrote lately about something, or is a VIP."""
    customer = material.context.customer(facts.customer)
    if customer.vip:
        return True
    if not facts.tones or facts.tones[-1].at < material.now - RECENT:
        return False
    return any(not r.is_solicitation and r.opened.at >= material.now - 2 * RECENT for r in facts.requests)


def _dossier(
    weighed: _Weighed,
    mails: Sequence[Message],
    items: Sequence[Item],
    dated: Sequence[Dated],
    material: Material,
) -> Dossier:
    facts, risk = weighed
    customer_id = facts.customer
    customer = material.context.customer(customer_id)
    taker = material.roster.for_customer(customer_id)
    contacts = tuple(_contacts(customer_id, mails, facts, material))
    return Dossier(
        customer=customer_id,
        name=customer.name if customer.name != customer_id else customer_id,
        assignee=taker.address,
        because=taker.because,
        area=customer.area,
        language=_language(customer, contacts, facts),
        zone=customer.zone,
        phone=customer.phone,
        vip=customer.vip,
        interrupt=customer.interrupt,
        answer_hours=customer.answer_hours,
        contacts=contacts,
        items=tuple(item.number for item in items),
        meetings=meetings(customer_id, dated, material),
        score=risk.score,
        rising=risk.is_rising,
        trend=tuple(score for _, score in risk.trend),
        tone=_tone(facts, material.now),
        risks=tuple(_risks(risk)),
        say=tuple(to_say(items, risk, material)),
        never=tuple(never(items, risk, material)),
        last=_last(mails, material),
        where=_files(customer_id, mails, material),
    )


def _tone(facts: Facts, now: datetime) -> float | None:
    tones = [tone.tone for tone in facts.tones if tone.at <= now][-TONES:]
    return round(sum(tones) / len(tones), 2) if tones else None


def _language(customer: Customer, contacts: Sequence[Contact], facts: Facts) -> str:
    if customer.language:
        return customer.language
    spoken = [contact.language for contact in contacts if contact.language]
    spoken += [request.language for request in facts.requests[-3:]]
    return max(set(spoken), key=spoken.count) if spoken else ""


def _risks(risk: Risk) -> Iterator[Said]:
    for part in risk.components[:5]:
        values: dict[str, str | int | float] = {
            name: value for name, value in part.values.items() if isinstance(value, int | float)
        }
        yield Said(f"escalations.{part.code}", values)


def _contacts(customer: str, mails: Sequence[Message], facts: Facts, material: Material) -> Iterator[Contact]:
    """Yield the people at a customer, who wrote last first, with what their newest signatures say."""
    known: dict[str, Contact] = {}
    for mail in reversed(mails):
        who = material.context.people.who(mail.from_, mail.via)
        if who.role is not Role.CONTACT or who.customer != customer or mail.automatic:
            continue
        old = known.get(who.identity)
        facts_ = mail.facts
        known[who.identity] = Contact(
            name=(old.name if old else "") or mail.from_.name or facts_.name,
            address=mail.from_.address,
            function=(old.function if old else "") or facts_.function,
            phone=(old.phone if old else "") or facts_.phone,
            mobile=(old.mobile if old else "") or facts_.mobile,
            language=old.language if old else "",
            last=old.last if old else mail.date,
        )
    languages = {request.contact: request.language for request in facts.requests}
    for identity, contact in list(known.items())[:MAX_CONTACTS]:
        yield contact._replace(language=languages.get(identity, ""))


def _last(mails: Sequence[Message], material: Material) -> tuple[Exchange, ...]:
    """Return the last mail of theirs with our answer to it, or our last with what it answered, oldest first."""
    spoken = [mail for mail in mails if not mail.automatic and mail.new_text.strip()]
    theirs = [mail for mail in spoken if not _is_ours(mail, material)][-1:]
    ours = [mail for mail in spoken if _is_ours(mail, material)][-1:]
    pair = sorted([*theirs, *ours], key=lambda mail: (mail.date, mail.key))
    return tuple(
        Exchange(_is_ours(mail, material), _quote(mail), material.languages.get(mail.key, ""))
        for mail in pair
    )


def _is_ours(mail: Message, material: Material) -> bool:
    if mail.note is not None:
        return False
    return material.context.people.who(mail.from_, mail.via).role is not Role.CONTACT


def _quote(mail: Message) -> Quote:
    text = substance(mail.new_text, WORDS)
    return Quote(mail.key, mail.message_id, mail.date, mail.from_.name or mail.from_.address, text)


def _files(customer: str, mails: Sequence[Message], material: Material) -> tuple[Where, ...]:
    """Return the files and links exchanged, newest first, each name once."""
    found: dict[str, Where] = {}
    for mail in reversed(mails):
        ours = _is_ours(mail, material)
        names = [
            (a.name, a.size, False) for a in mail.attachments if _is_file(a.name, a.content_type, a.size)
        ]
        names += [(link.rstrip(".,;:!?"), -1, True) for link in _LINK.findall(mail.new_text[:8000])[:5]]
        for name, size, is_link in names:
            if name not in found and len(found) < MAX_FILES:
                sender = mail.from_.name or mail.from_.address
                found[name] = Where(
                    name[:200], customer, mail.date, sender, ours, mail.key, mail.message_id, size, is_link
                )
    return tuple(found.values())


def _is_file(name: str, content_type: str, size: int) -> bool:
    if not name or content_type in ("text/calendar", "message/rfc822", "application/ics"):
        return False
    return not (_DECORATION.match(name) and content_type.startswith("image/") and size < _PICTURE)
