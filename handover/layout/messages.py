"""Turn a written mail into the bytes of an RFC 5322 message, the same ones each time (line ends are LF)."""

from __future__ import annotations

import base64
import hashlib
import quopri
import re
from email.header import Header
from email.message import Message
from email.utils import format_datetime, formataddr
from zoneinfo import ZoneInfo

from handover.layout.quotes import html_of, text_of
from handover.layout.threads import ADDRESSES, DIRECTIVES, Mail, addresses

SERVER = "fuggerfeld.example"
SERVER_ZONE = ZoneInfo("Europe/Berlin")
ATTACHMENT_CAP = 2048
LONGEST_LINE = 990  # RFC 5322, 2.1.1 allows 998
MAILERS = {
    "outlook": ("X-Mailer", "Microsoft Outlook 16.0"),
    "apple": ("X-Mailer", "Apple Mail (2.3774.600.62)"),
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
}
TRANSFER = {"outlook": "base64", "thunderbird": "8bit"}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "zip": "application/zip",
    "csv": "text/csv",
    "txt": "text/plain",
    "mp4": "video/mp4",
    "dwg": "image/vnd.dwg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
REPORT_TYPES = {
    "bounce": "delivery-status",
    "delivered": "delivery-status",
    "read": "disposition-notification",
}

_METHOD = re.compile(r"^METHOD:([A-Z]+)", re.MULTILINE)


def build(mail: Mail) -> bytes:
    """Return the whole message."""
    message = Message()
    for name, value in _headers(mail):
        message[name] = value
    headers = message.as_bytes().removesuffix(b"\n")
    return headers + _content(mail).as_bytes()


def _headers(mail: Mail) -> list[tuple[str, str]]:
    given = {name.lower() for name, _, _ in mail.headers}
    made = [] if mail.folder == "Sent" else [("Received", _received(mail))]
    made += [
        ("Message-ID", mail.message_id),
        ("In-Reply-To", mail.references[-1] if mail.references else ""),
        ("References", " ".join(mail.references)),
        ("Subject", mail.subject),
    ]
    written = [(name, value) for name, value, _ in mail.headers if name.lower() not in {*DIRECTIVES, "date"}]
    mailer = [MAILERS[mail.client[0]]] if mail.one("X-Client") and mail.client[0] in MAILERS else []
    headers = [pair for pair in made if pair[0].lower() not in given]
    headers += [("Date", format_datetime(mail.date)), *written, *mailer, ("MIME-Version", "1.0")]
    charset = mail.one("X-Charset", "utf-8")
    return [(name, _encoded(name, value, charset)) for name, value in headers if value]


def _encoded(name: str, value: str, charset: str) -> str:
    if name.lower() in ADDRESSES and not value.endswith(":;"):
        return ", ".join(formataddr(pair, charset) for pair in addresses(value))
    return value if value.isascii() else Header(value, charset, header_name=name).encode()


def _received(mail: Mail) -> str:
    receivers = (address for _, address in [*addresses(mail.one("To")), *addresses(mail.one("Cc"))])
    ours = next((f" for <{address}>" for address in receivers if address.endswith(f"@{SERVER}")), "")
    digest = _digest(mail, "received")
    host = f"mail.{mail.domain}"
    moment = format_datetime(mail.arrived.astimezone(SERVER_ZONE))
    hop = f"from {host} ({host} [192.0.2.{digest[0] % 254 + 1}])"
    return f"{hop} by mx.{SERVER} with ESMTPS id {digest.hex()[:12].upper()}{ours}; {moment}"


def _content(mail: Mail) -> Message:
    content = _body(mail)
    if report := mail.one("X-Report").split():
        parts = [content, _report_status(mail, report), _original_headers(mail.thread[report[1]])]
        return _multipart(mail, "report", parts, ("report-type", REPORT_TYPES[report[0]]))
    if attachments := mail.attachments():
        return _multipart(mail, "mixed", [content, *(_attachment(name, size) for name, size in attachments)])
    return content


def _body(mail: Mail) -> Message:
    layout = mail.one("X-Layout", "plain")
    charset = mail.one("X-Charset", "utf-8")
    parts = []
    if layout != "html":
        parts.append(_text(mail, "plain", "\n".join(text_of(mail)) + "\n", charset))
    if layout != "plain":
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        page = f"<html><head>\n{meta}\n</head>\n<body>\n{html_of(mail)}\n</body></html>\n"
        parts.append(_text(mail, "html", page, charset))
    for name in mail.all("X-Calendar"):
        parts.append(_calendar(mail, (mail.path.parent / name).read_text(encoding="utf-8")))
    return parts[0] if len(parts) == 1 else _multipart(mail, "alternative", parts)


def _calendar(mail: Mail, text: str) -> Message:
    part = _text(mail, "calendar", text, "utf-8")
    if method := _METHOD.search(text):
        part.set_param("method", method[1])
    return part


def _text(mail: Mail, subtype: str, text: str, charset: str) -> Message:
    raw = text.encode(charset)
    too_long = max(map(len, raw.split(b"\n"))) > LONGEST_LINE
    wanted = TRANSFER.get(mail.client[0], "quoted-printable") if mail.one("X-Client") else "quoted-printable"
    if raw.isascii() and not too_long:
        wanted = "7bit"
    elif (wanted == "8bit" and too_long) or (wanted == "base64" and charset != "utf-8"):
        wanted = "quoted-printable"
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(wanted, bytes)(raw)
    part = Message()
    part.add_header("Content-Type", f"text/{subtype}", charset=charset)
    part["Content-Transfer-Encoding"] = wanted
    part.set_payload(coded.decode("ascii", "surrogateescape"))
    return part


def _multipart(mail: Mail, subtype: str, parts: list[Message], *parameters: tuple[str, str]) -> Message:
    whole = Message()
    whole["Content-Type"] = f"multipart/{subtype}"
    for name, value in (*parameters, ("boundary", f"=_{_digest(mail, subtype).hex()[:24]}")):
        whole.set_param(name, value)
    for part in parts:
        whole.attach(part)
    return whole


def _attachment(name: str, size: int) -> Message:
    seed = hashlib.sha256(name.encode()).digest()
    wanted = min(size, ATTACHMENT_CAP)
    raw = (b"%PDF-1.4\n" if name.endswith(".pdf") else b"") + seed * (wanted // len(seed) + 1)
    kind = MEDIA_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    if kind.startswith("text/"):
        raw = f"{name};".encode() * (wanted // len(name) + 1)
    part = Message()
    part["Content-Type"] = kind
    part["Content-Transfer-Encoding"] = "base64"
    filename = name if name.isascii() else ("utf-8", "", name)
    part.add_header("Content-Disposition", "attachment", filename=filename)
    part.set_payload(base64.encodebytes(raw[:wanted]).decode("ascii"))
    return part


def _report_status(mail: Mail, report: list[str]) -> Message:
    """Return the machine part of a delivery (RFC 3464) or disposition report (RFC 8098)."""
    original = mail.thread[report[1]]
    part = Message()
    part["Content-Type"] = f"message/{REPORT_TYPES[report[0]]}"
    if report[0] == "read":
        fields = {
            "Final-Recipient": f"rfc822; {mail.sender[1]}",
            "Original-Message-ID": original.message_id,
            "Disposition": "manual-action/MDN-sent-manually; displayed",
        }
        part.set_payload("".join(f"{name}: {value}\n" for name, value in fields.items()))
        return part
    server, recipient = Message(), Message()
    server["Reporting-MTA"] = f"dns; mail.{mail.domain}"
    recipient["Final-Recipient"] = f"rfc822; {report[2]}"
    recipient["Action"] = "failed" if report[0] == "bounce" else "delivered"
    recipient["Status"] = "5.0.0" if report[0] == "bounce" else "2.0.0"
    if report[0] == "bounce":
        recipient["Diagnostic-Code"] = "smtp; 554 5.0.0 delivery failed"
    part.set_payload([server, recipient])
    return part


def _original_headers(original: Mail) -> Message:
    part = Message()
    part["Content-Type"] = "text/rfc822-headers"
    part.set_payload("".join(f"{name}: {value}\n" for name, value in _headers(original)))
    return part


def _digest(mail: Mail, salt: str) -> bytes:
    return hashlib.sha256(f"{mail.path.stem}.{mail.handle}/{salt}".encode()).digest()
