"""Data protection: what is stored of a person, and forgetting it; retention."""

from __future__ import annotations

from datetime import timedelta

from handover.answer import Answer
from handover.app.session import session
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_


def purge(settings: Settings) -> Answer:
    """Forget mail and entries older than the retention time."""
    before = settings.now - timedelta(days=settings.retention_days)
    with session(settings, sync=False, lock=True) as opened:
        mails = opened.store.purge(before)
        entries = opened.journal.purge(before)
        answer = opened.answer("purge")
        answer.data = {"before": before, "messages": mails, "entries": entries}
        return answer


def privacy(settings: Settings, what: str, address: str) -> Answer:
    """Report, export or delete (*what*) all that is stored of *address*."""
    address = address.strip().strip("<>").lower()
    if "@" not in address:
        raise UsageError(
            "no-address",
            N_("“{address}” is no mail address."),
            hint=N_("Give the person's address, such as kim@acme.example."),
            address=address,
        )
    with session(settings, sync=False, lock=True, refresh=False) as opened:
        answer = opened.answer(f"privacy {what}")
        held = opened.store.export(address)
        names = sorted(
            {name for use in opened.store.address_book() if use.address == address for name in use.names}
        )
        noted = opened.journal.export(address, names)
        if what == "delete":
            answer.data = {
                "address": address,
                "messages": opened.store.delete(address),
                "entries": opened.journal.delete(address, names),
            }
        elif what == "export":
            answer.data = {"address": address, "mail": held, "journal": noted}
        else:
            dates = [message["date"] for message in held["messages"] if message.get("date")]
            answer.data = {
                "address": address,
                "names": names,
                "role": held["role"],
                "customer": held["customer"],
                "messages": len(held["messages"]),
                "oldest": min(dates, default=None),
                "newest": max(dates, default=None),
                "entries": {kind: len(entries) for kind, entries in noted.items()},
                "files": [opened.store.path, opened.journal.path],
            }
        return answer
