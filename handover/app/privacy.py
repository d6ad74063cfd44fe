"""Data protection: what is stored of a person, and forgetting it; retention."""

from __future__ import annotations

from datetime import timedelta

from handover.answer import Answer
from handover.app.session import session
from handover.config.settings import Settings
from handover.deliver.outbox import KEPT_FOR, Outbox, outboxes
from handover.errors import UsageError
from handover.i18n import N_
from handover.journal.removal import needles


def purge(settings: Settings) -> Answer:
    """Forget mail and entries older than the retention time."""
    before = settings.now - timedelta(days=settings.retention_days)
    with session(settings, sync=False, lock=True) as opened:
        mails = opened.store.purge(before)
        entries = opened.journal.purge(before)
        for outbox in filter(Outbox.all, outboxes(str(settings.state_dir))):
            with outbox.locked():
                entries += outbox.remove_written(max(before, settings.now - KEPT_FOR))
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
        firm = (held["customer"] or "").casefold()  # a mail may name its people by their firm alone
        words = [*needles(address, names), *([firm] if firm else [])]
        told = [(outbox, kept) for outbox in outboxes(str(settings.state_dir)) if (kept := outbox.about(words))]
        waiting = [each for _, kept in told for each in kept]
        if what == "delete":
            for outbox, kept in told:
                with outbox.locked():
                    for each in kept:
                        outbox.drop(each)
            answer.data = {
                "address": address,
                "messages": opened.store.delete(address),
                "entries": opened.journal.delete(address, names) + len(waiting),
            }
        elif what == "export":
            unsent = [each.data.decode("utf-8", "replace") for each in waiting]
            answer.data = {"address": address, "mail": held, "journal": noted, "outbox": unsent}
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
                "entries": {kind: len(entries) for kind, entries in noted.items()}
                | ({"outbox": len(waiting)} if waiting else {}),
                "files": [opened.store.path, opened.journal.path, *(outbox.folder for outbox, _ in told)],
            }
        return answer
