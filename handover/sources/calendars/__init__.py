"""Where events come from: `.ics` files, folders, feeds and CalDAV; nothing is ever written back.

`open_calendar` is the door. A calendar is read tolerantly and cheaply by our own line scanner (`component`),
its series are expanded by icalendar and recurring-ical-events (`series`), which see only checked values.
"""

from handover.sources.calendars.base import CalendarSource
from handover.sources.calendars.open import open_calendar

__all__ = ["CalendarSource", "open_calendar"]
