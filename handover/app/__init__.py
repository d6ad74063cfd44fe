"""The use cases: one function for each command, settings in, an `Answer` out.

They open sources, store and journal, ask the pure parts, and keep what a person decided. Nothing here prints,
knows click or reads the clock.
"""

from handover.app.calling import calls
from handover.app.checking import check, sync
from handover.app.delivery import packet_ack, packet_record, packet_status
from handover.app.examples import demo
from handover.app.notes import note_add, note_done, note_list
from handover.app.packets import packet_build
from handover.app.privacy import privacy, purge
from handover.app.returning import welcome_back
from handover.app.sending import packet_draft, packet_send
from handover.app.showing import show
from handover.app.verdicts import undo, verdict
from handover.app.watching import mail_result, watching

__all__ = [
    "calls",
    "check",
    "demo",
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
    "show",
    "sync",
    "undo",
    "verdict",
    "watching",
    "welcome_back",
]
