"""The out-of-office texts of a packet: German and English, for inside and outside, with who covers what."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from handover.documents.packet import Deputy, Packet
from handover.i18n import N_
from handover.render.output import one_line
from handover.render.voice import Voice

LANGUAGES = ("de", "en")


class OutOfOfficeText(NamedTuple):
    """A text to paste into the mail program. *audience* is ``internal`` or ``external``."""

    language: str
    audience: str
    subject: str
    text: str


def out_of_office(packet: Packet, zone_of: Voice) -> list[OutOfOfficeText]:
    """Return the four texts; days are the owner's, in the zone of *zone_of*."""
    return [
        _text(packet, Voice(language, zone_of.zone), audience)
        for language in LANGUAGES
        for audience in ("external", "internal")
    ]


def _text(packet: Packet, voice: Voice, audience: str) -> OutOfOfficeText:
    absent = packet.absent
    days = {
        "first": _day(absent.first, voice),
        "last": _day(absent.last, voice),
        "back": _day(absent.back, voice),
    }
    if absent.first.year == absent.last.year:
        days["first"] = days["first"].removesuffix(f" {absent.first.year}")
    subject = voice.say(N_("Out of office until {last}"), **days)
    named = [deputy for deputy in packet.deputies if deputy.areas] or list(packet.deputies[:3])
    greeting = N_("Hello, and thank you for your message.") if audience == "external" else N_("Hello,")
    away = (
        N_(
            "I am away from {first} to {last} and will be back on {back}. Mails are not read during this time."
        )
        if audience == "external"
        else N_("I am away from {first} to {last} and back on {back}.")
    )
    lines = [
        voice.say(greeting),
        "",
        voice.say(away, **days),
        "",
    ]
    if named:
        lines.append(
            voice.say(N_("These colleagues are there for you:") if len(named) > 1 else N_("Covering for me:"))
        )
        lines += [_deputy(deputy, voice) for deputy in named]
        lines.append("")
    if audience == "internal":
        lines += [
            voice.say(N_("What is open, who takes it and what was promised stands in the handover.")),
            "",
        ]
        lines += _escalation(packet, voice)
    lines += [voice.say(N_("Kind regards")), absent.owner.name]
    return OutOfOfficeText(voice.lang, audience, subject, "\n".join(lines))


MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def _day(day: date, voice: Voice) -> str:
    """Write a day out as in a letter."""
    dot = "." if voice.lang == "de" else ""
    return f"{day.day}{dot} {MONTHS[voice.lang][day.month - 1]} {day.year}"


def _deputy(deputy: Deputy, voice: Voice) -> str:
    who = deputy.who
    about = ", ".join(deputy.areas)
    name = f"{who.name}, {who.function}" if who.function else who.name
    reach = ", ".join(part for part in (who.phone, who.address) if part)
    line = voice.say(N_("For {area}: {name} ({reach})"), area=about, name=name, reach=reach)
    return "– " + one_line(line if about else f"{name} ({reach})")


def _escalation(packet: Packet, voice: Voice) -> list[str]:
    managers = [who for who in packet.escalation if who.manager][:1]
    if not managers:
        return []
    who = managers[0]
    reach = ", ".join(part for part in (who.phone, who.address) if part)
    return [voice.say(N_("If nobody else can decide: {name} ({reach})."), name=who.name, reach=reach), ""]
