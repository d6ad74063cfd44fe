"""Laying finished mails among the drafts of the owner's first IMAP mailbox."""

from __future__ import annotations

from collections.abc import Sequence

from handover.app.session import secret_of
from handover.config.settings import Settings
from handover.errors import DeliveryError, UsageError
from handover.i18n import N_


def lay_drafts(settings: Settings, mails: Sequence[bytes], hint: str) -> str:
    """Lay *mails* there and return the folder; *hint* says what to do where there is none."""
    from handover.deliver.draft import append_draft

    uri, folder = _drafts_folder(settings, hint)
    secret = secret_of(settings, uri)
    for data in mails:
        append_draft(uri, secret, folder, data, settings.now)
    return folder


def _drafts_folder(settings: Settings, hint: str) -> tuple[str, str]:
    """Return the first own IMAP account and its folder for drafts, found by the reading side."""
    from handover.model import FolderRole
    from handover.sources.imap import open_imap

    for account in settings.accounts:
        if account.kind == "own" and account.uri.startswith(("imap://", "imaps://")):
            with open_imap(account.uri, secret=secret_of(settings, account.uri)) as source:
                source.connect()
                folder = source.find_folder(FolderRole.DRAFTS)
            if folder:
                return account.uri, folder
            raise DeliveryError(
                "no-drafts-folder", N_("The mailbox has no folder for drafts."), hint=hint, source=account.uri
            )
    raise UsageError(
        "no-imap-account", N_("Drafts can only be laid into an IMAP mailbox, and none is given."), hint=hint
    )
