"""The weekly briefing as a mail to one reader: in their language and zone, with the page attached."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handover.answer import Answer
from handover.app.packet_files import own_templates
from handover.config.settings import Settings
from handover.deliver.mail import File, Letter, compose
from handover.documents.briefing import Briefing
from handover.i18n import LANGUAGES
from handover.model import Address, Person
from handover.render.voice import Voice

LARGEST = 100_000
"""Bytes of a mail, encoded, that may carry the whole page; a larger one gets the short page."""


def weekly_letter(
    answer: Answer, told: Briefing, settings: Settings, sender: Address, address: str, message_id: str
) -> Letter:
    """Return the mail about *told* from *sender* to *address*; *answer* knows what was looked at."""
    from handover.render.briefing_letter import briefing_letter
    from handover.render.briefing_page import briefing_page

    reader = next((person for person in settings.team if address in person.addresses), None)
    voice = _voice(reader, answer, settings)
    own = own_templates()
    said = briefing_letter(told, answer.coverage, answer.errors, voice, own)
    stem = "wochenbericht" if voice.lang == "de" else "briefing"

    def with_page(brief: bool) -> Letter:
        page = briefing_page(
            told, answer.coverage, answer.errors, voice, now=answer.now, own=own, brief=brief
        )
        return Letter(
            sender,
            Address(reader.name if reader else "", address),
            said.subject,
            message_id,
            settings.now,
            said.text,
            said.html,
            files=[File(f"{stem}-{told.week}.html", "text/html", page.encode("utf-8", "replace"))],
            pictures=said.pictures,
            is_automatic=True,
        )

    whole = with_page(brief=False)
    return whole if len(compose(whole)) <= LARGEST else with_page(brief=True)


def _voice(reader: Person | None, answer: Answer, settings: Settings) -> Voice:
    zone = answer.now.tzinfo if isinstance(answer.now.tzinfo, ZoneInfo) else settings.zone
    if reader is None:
        return Voice(settings.lang, zone)
    language = reader.language if reader.language in LANGUAGES else settings.lang
    return Voice(language, ZoneInfo(reader.zone) if reader.zone else zone)
