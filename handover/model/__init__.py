"""The words of the trade as types: what sources hand over, what parsing finds, what the ledger decides.

All moments are aware datetimes; stored and compared in UTC, shown in the reader's zone. Nothing here reads,
writes or computes; modules below import these types and not each other's.
"""

from handover.model.mail import (
    Address,
    Attachment,
    Automatic,
    CalendarReply,
    Coverage,
    FolderRole,
    Message,
    OutOfOffice,
    PhoneNote,
    RawMessage,
    SignatureFacts,
    Skipped,
)
from handover.model.matters import (
    Assignee,
    Finding,
    Promise,
    PromiseState,
    Quote,
    Reason,
    Request,
    RequestState,
    Severity,
    Step,
    Verdict,
    VerdictKind,
)
from handover.model.people import Absence, Customer, Event, Person, Role
from handover.model.signals import Ask, Language, Mark, PromiseText, Signals, Why

__all__ = [
    "Absence",
    "Address",
    "Ask",
    "Assignee",
    "Attachment",
    "Automatic",
    "CalendarReply",
    "Coverage",
    "Customer",
    "Event",
    "Finding",
    "FolderRole",
    "Language",
    "Mark",
    "Message",
    "OutOfOffice",
    "Person",
    "PhoneNote",
    "Promise",
    "PromiseState",
    "PromiseText",
    "Quote",
    "RawMessage",
    "Reason",
    "Request",
    "RequestState",
    "Role",
    "Severity",
    "Signals",
    "SignatureFacts",
    "Skipped",
    "Step",
    "Verdict",
    "VerdictKind",
    "Why",
]
