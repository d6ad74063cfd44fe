"""The use cases: one function for each command, settings in, an `Answer` out.

They open sources, store and journal, ask the pure parts, and keep what a person decided. Nothing here prints,
knows click or reads the clock. A use case is loaded when it is first asked for, so that a warm question does not
wait for the packet.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from handover.app.briefing import weekly
    from handover.app.briefing_files import write_briefing
    from handover.app.calling import calls
    from handover.app.checking import check, sync
    from handover.app.delivery import packet_ack, packet_record, packet_status
    from handover.app.examples import demo
    from handover.app.learning import learn, lessons_kept
    from handover.app.naming import resolve
    from handover.app.notes import note_add, note_done, note_list
    from handover.app.packets import packet_build
    from handover.app.posting import send_weekly
    from handover.app.privacy import privacy, purge
    from handover.app.returning import welcome_back
    from handover.app.sending import packet_draft, packet_send
    from handover.app.showing import show
    from handover.app.verdicts import undo, verdict
    from handover.app.watching import mail_result, watch_now
    from handover.app.wording import words_add, words_list, words_remove, words_show

_HOME = {
    "calls": "calling",
    "check": "checking",
    "demo": "examples",
    "learn": "learning",
    "lessons_kept": "learning",
    "mail_result": "watching",
    "note_add": "notes",
    "note_done": "notes",
    "note_list": "notes",
    "packet_ack": "delivery",
    "packet_build": "packets",
    "packet_draft": "sending",
    "packet_record": "delivery",
    "packet_send": "sending",
    "packet_status": "delivery",
    "privacy": "privacy",
    "purge": "privacy",
    "resolve": "naming",
    "send_weekly": "posting",
    "show": "showing",
    "sync": "checking",
    "undo": "verdicts",
    "verdict": "verdicts",
    "watch_now": "watching",
    "weekly": "briefing",
    "welcome_back": "returning",
    "words_add": "wording",
    "words_list": "wording",
    "words_remove": "wording",
    "words_show": "wording",
    "write_briefing": "briefing_files",
}


def __getattr__(name: str) -> Any:
    """Load the use case *name* with its neighbours; each takes the place of a module of the same name."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f"{__name__}.{_HOME[name]}")
    for each in (each for each, module in _HOME.items() if module == _HOME[name]):
        globals()[each] = getattr(home, each)
    return globals()[name]


__all__ = [
    "calls",
    "check",
    "demo",
    "learn",
    "lessons_kept",
    "mail_result",
    "note_add",
    "note_done",
    "note_list",
    "packet_ack",
    "packet_build",
    "packet_draft",
    "packet_record",
    "packet_send",
    "packet_status",
    "privacy",
    "purge",
    "resolve",
    "send_weekly",
    "show",
    "sync",
    "undo",
    "verdict",
    "watch_now",
    "weekly",
    "welcome_back",
    "words_add",
    "words_list",
    "words_remove",
    "words_show",
    "write_briefing",
]
