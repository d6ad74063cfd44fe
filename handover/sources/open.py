"""From what people write after ``--mail`` to a source of mail."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from handover.credentials import Secret, find_secret
from handover.errors import UsageError
from handover.sources.base import MailSource
from handover.sources.detect import KINDS, detect


@dataclass(frozen=True, slots=True)
class MailOptions:
    """How to open a source: which folders (shell patterns over their names), and for servers how to log in.

    *secret* is asked with host and user and returns a `credentials.Secret`. None leaves a limit at its default.
    """

    folders_allow: tuple[str, ...] = ()
    folders_deny: tuple[str, ...] = ()
    secret: Callable[[str, str], Secret] | None = None
    deadline_s: float | None = None
    byte_budget: int | None = None


def open_mail(uri: str, *, options: MailOptions | None = None) -> MailSource:
    """Open the mail at *uri*: a path whose kind is found by looking, or ``imaps://user@host[:port]``.

    Raises `SourceError` when nothing readable lies there, `UsageError` for an unknown kind of address.
    """
    options = options or MailOptions()
    scheme, colon, rest = uri.partition(":")
    if scheme.lower() in ("imap", "imaps") and rest.startswith("//"):
        return _open_imap(uri, options)
    if rest.startswith("//") and scheme.lower() != "file":
        raise UsageError(
            "unknown_scheme",
            "cannot read mail from {source}: unknown kind of address",
            hint="give a path, or imaps://user@host",
            source=uri,
        )
    if colon and scheme in (*KINDS, "file") and not os.path.lexists(uri):
        path = os.path.expanduser(rest.removeprefix("//"))
        return _open_files(path, detect(path) if scheme == "file" else scheme, options)
    path = os.path.expanduser(uri)
    return _open_files(path, detect(path), options)


def _open_files(path: str, kind: str, options: MailOptions) -> MailSource:
    if not os.path.exists(path):
        detect(path)  # tells what is wrong
    allow, deny = options.folders_allow, options.folders_deny
    if kind == "maildir":
        from handover.sources.maildir import MaildirSource

        return MaildirSource(path, allow=allow, deny=deny)
    if kind == "mbox":
        from handover.sources.mbox import MboxSource

        return MboxSource(path, allow=allow, deny=deny)
    from handover.sources.eml import EmlSource

    return EmlSource(path, allow=allow, deny=deny)


def _open_imap(uri: str, options: MailOptions) -> MailSource:
    from handover.sources.imap import open_imap
    from handover.sources.imap_limits import BYTE_BUDGET, DEADLINE_S

    return open_imap(
        uri,
        secret=options.secret or find_secret(),
        folders_allow=options.folders_allow,
        folders_deny=options.folders_deny,
        deadline_s=options.deadline_s or DEADLINE_S,
        byte_budget=options.byte_budget or BYTE_BUDGET,
    )
