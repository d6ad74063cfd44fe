"""Laying a mail among the drafts of an IMAP mailbox: the only write there is, on a connection of its own.

The connection logs in and appends; it selects nothing and changes nothing else. Which folder holds the drafts, the
reading side has found out.
"""

from __future__ import annotations

import imaplib
from collections.abc import Callable
from datetime import datetime

from handover.credentials import Secret
from handover.errors import DeliveryError
from handover.i18n import N_
from handover.sources.imap_dial import tls_context
from handover.sources.imap_uri import Endpoint, parse_uri

TIMEOUT_S = 60.0


def append_draft(
    uri: str, secret: Callable[[str, str], Secret], folder: str, data: bytes, at: datetime
) -> None:
    """Append *data* to *folder* of the account *uri* as a draft; raise `DeliveryError` when it was not taken."""
    from imapclient import DRAFT, IMAPClient, SocketTimeout
    from imapclient.exceptions import IMAPClientError

    endpoint = parse_uri(uri)
    known = secret(endpoint.host, endpoint.user)
    try:
        context = tls_context(endpoint) if endpoint.security != "plain" else None
        client = IMAPClient(
            endpoint.host,
            endpoint.port,
            ssl=endpoint.security == "tls",
            ssl_context=context if endpoint.security == "tls" else None,
            timeout=SocketTimeout(TIMEOUT_S, TIMEOUT_S),
        )
        try:
            if endpoint.security == "starttls":
                client.starttls(context)
            _log_in(client, endpoint, known)
            client.append(folder, data, flags=(DRAFT,), msg_time=at)
        finally:
            client.shutdown()
    except (OSError, IMAPClientError, imaplib.IMAP4.error) as error:
        raise DeliveryError(
            "no-draft",
            N_("The draft could not be laid into “{folder}” at {host}: {why}."),
            hint=N_("Nothing was changed there. Send it by SMTP instead, or hand over files."),
            source=endpoint.uri,
            folder=folder,
            host=endpoint.host,
            why=" ".join(str(error).split())[:200],
        ) from error


def _log_in(client: object, endpoint: Endpoint, secret: Secret) -> None:
    from imapclient import IMAPClient

    assert isinstance(client, IMAPClient)
    if secret.kind == "token":
        client.oauth2_login(endpoint.user, secret.value)
    else:
        client.login(endpoint.user, secret.value)
