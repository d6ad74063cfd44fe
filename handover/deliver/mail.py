"""A mail as mail programs expect it: text and HTML side by side, pictures in it, an invitation, attachments.

Puts bytes together; headers are refused by `email` when they hold a line break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from handover.errors import UsageError
from handover.i18n import N_
from handover.model import Address
from handover.render.output import one_line

if TYPE_CHECKING:
    from handover.render.briefing_letter import Picture


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: its name, media type and bytes."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent to one person. *invitation* is iCalendar with METHOD:REQUEST, or empty.

    The HTML shows the *pictures*. *is_automatic* says that no person wrote it (RFC 3834), so that absence notes do not
    answer.
    """

    sender: Address
    recipient: Address
    subject: str
    message_id: str
    date: datetime
    text: str
    html: str
    invitation: bytes = b""
    files: Sequence[File] = ()
    wants_receipt: bool = False
    pictures: Sequence[Picture] = ()
    is_automatic: bool = False


def compose(letter: Letter, *, draft: bool = False) -> bytes:
    """Return the mail as RFC 5322 bytes with CRLF; a draft is marked unsent for programs that open files."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _header(letter.sender)
    mail["To"] = _header(letter.recipient)
    mail["Subject"] = one_line(letter.subject)
    mail["Date"] = format_datetime(letter.date)
    mail["Message-ID"] = f"<{letter.message_id}>"
    if letter.wants_receipt:
        mail["Disposition-Notification-To"] = letter.sender.address
    if letter.is_automatic:
        mail["Auto-Submitted"] = "auto-generated"
    if draft:
        mail["X-Unsent"] = "1"
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.pictures:
        _add_pictures(mail, letter.pictures)
    if letter.invitation:
        mail.add_alternative(
            letter.invitation.decode("utf-8"), subtype="calendar", cte="base64", params={"method": "REQUEST"}
        )
    for file in letter.files:
        _attach(mail, file)
    return mail.as_bytes()


def _attach(mail: EmailMessage, file: File) -> None:
    """Attach *file*; a page as text, of which quoted-printable makes a tenth more and base64 a third."""
    main, _, sub = file.content_type.partition("/")
    if file.content_type == "text/html":
        page = file.data.decode("utf-8", "replace")
        mail.add_attachment(page, subtype=sub, filename=file.name, cte="quoted-printable")
    else:
        mail.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)


def _add_pictures(mail: EmailMessage, pictures: Sequence[Picture]) -> None:
    """Bind *pictures* to the HTML, the newest part of *mail*, as RFC 2387 has it."""
    *_text, html = mail.iter_parts()
    assert isinstance(html, EmailMessage)
    for picture in pictures:
        main, _, sub = picture.content_type.partition("/")
        cid = f"<{picture.cid}>"
        html.add_related(
            picture.data, maintype=main, subtype=sub, cid=cid, disposition="inline", filename=picture.name
        )
    html.set_param("type", "text/html")


def plain_letter(
    sender: Address, recipient: Address, subject: str, message_id: str, date: datetime, text: str
) -> bytes:
    """Return a mail of text alone, marked as written by a program (RFC 3834)."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _header(sender)
    mail["To"] = _header(recipient)
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = f"<{message_id}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text, cte="quoted-printable")
    return mail.as_bytes()


def verify_address(address: str) -> None:
    """Raise `UsageError` for an *address* that no mail can name without SMTPUTF8, or not at all (RFC 5322)."""
    try:
        if address.isascii():
            HeaderAddress(addr_spec=address)
            return
    except (ValueError, HeaderParseError):
        pass
    raise UsageError(
        "bad-address",
        N_("No mail can be sent with the address “{address}”."),
        hint=N_("Before the @ stand plain letters, digits and single dots; a domain with umlauts is written xn--…"),
        address=address,
    )


def _header(address: Address) -> HeaderAddress:
    verify_address(address.address)
    return HeaderAddress(display_name=one_line(address.name), addr_spec=address.address)
