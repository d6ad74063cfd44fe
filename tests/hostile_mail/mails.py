"""Hostile mails, made in code: each has a name and says with its bytes what it attacks.

Small ones test that something is still read; bombs (20 MB) test time and memory.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

MEGABYTE = 1024 * 1024
BOMB = 20 * MEGABYTE
HEAD = (
    b"From: Jana Schmidt <jana.schmidt@kunde.example>\nTo: anna@wir.example\nSubject: Lieferung\n"
    b"Date: Mon, 02 Nov 2026 09:15:00 +0100\nMessage-ID: <m1@kunde.example>\n"
)
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
HTML = b"Content-Type: text/html; charset=utf-8\n\n"
MIXED = b'Content-Type: multipart/mixed; boundary="b"\n\n'


def _filled(piece: bytes, size: int = BOMB) -> bytes:
    return piece * (size // len(piece))


def _nested(depth: int) -> bytes:
    out = HEAD
    for level in range(depth):
        out += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    return out + PLAIN + b"ganz innen\n"


def _deep_and_large(depth: int) -> bytes:
    return _nested(depth) + _filled(b"Zeile ohne Grenze\n")


BOMBS: dict[str, Callable[[], bytes]] = {
    "one header field of 20 MB": lambda: b"Subject: " + _filled(b"a") + b"\n" + HEAD + PLAIN + b"Hallo",
    "a header that never ends": lambda: HEAD + _filled(b"X-A: b\n"),
    "folded for ever": lambda: HEAD + b"X-A: b\n" + _filled(b" c\n"),
    "header lines without colon": lambda: _filled(b"kein Doppelpunkt\n"),
    "twenty million recipients": lambda: HEAD + b"Cc: " + _filled(b"a@b.example,") + b"\n" + PLAIN + b"Hallo",
    "angle brackets in the sender": lambda: b"From: " + _filled(b"<") + b"\n" + HEAD + PLAIN + b"Hallo",
    "open comments in the sender": lambda: (
        b"From: " + _filled(b"(") + b" a@b.example\n" + HEAD + PLAIN + b"Hallo"
    ),
    "open quotes in the sender": lambda: b"From: " + _filled(b'"a ') + b"\n" + HEAD + PLAIN + b"Hallo",
    "encoded words without end": lambda: (
        HEAD + b"Comments: x\nSubject: " + _filled(b"=?utf-8?q?a") + b"\n" + PLAIN
    ),
    "references without end": lambda: HEAD + b"References: " + _filled(b"<a@b> ") + b"\n" + PLAIN + b"Hallo",
    "parameters without end": lambda: (
        HEAD + b"Content-Type: text/plain; " + _filled(b'a="b";') + b"\n\nHallo"
    ),
    "a parameter in a million pieces": lambda: (
        HEAD
        + b"Content-Type: text/plain; "
        + b"".join(b"name*%d=a;" % n for n in range(500_000))
        + b"\n\nHallo"
    ),
    "a million parts": lambda: HEAD + MIXED + _filled(b"--b\n\nx\n"),
    "boundary look-alikes": lambda: HEAD + MIXED + _filled(b"--bb\n"),
    "nested ten thousand deep": lambda: _nested(10_000),
    "nested deep and large": lambda: _deep_and_large(200),
    "one line of 20 MB": lambda: HEAD + PLAIN + _filled(b"a"),
    "only line ends": lambda: HEAD + PLAIN + _filled(b"\n"),
    "only carriage returns": lambda: HEAD.replace(b"\n", b"\r") + _filled(b"\r"),
    "only quote marks": lambda: HEAD + PLAIN + _filled(b">"),
    "quoted lines": lambda: HEAD + PLAIN + _filled(b"> Zitat\n"),
    "introductions that never end": lambda: HEAD + PLAIN + _filled(b"Am 2.11.2026 um 09:15 schrieb Jana\n"),
    "colons": lambda: HEAD + PLAIN + _filled(b"Von: a\n\nAm 2. schrieb x:\n"),
    "header labels": lambda: HEAD + PLAIN + _filled(b"An: anna@wir.example\n"),
    "rule lines": lambda: HEAD + PLAIN + _filled(b"----------------------------------------\n"),
    "signature dashes": lambda: HEAD + PLAIN + _filled(b"-- \n"),
    "closing formulas": lambda: HEAD + PLAIN + _filled(b"Mit freundlichen "),
    "phone numbers": lambda: HEAD + PLAIN + b"-- \n" + _filled(b"+49 821 12345 "),
    "absences": lambda: HEAD + PLAIN + _filled(b"ich bin nicht ich bin "),
    "mail addresses": lambda: HEAD + PLAIN + _filled(b"wenden Sie sich an a.b.c.d@e.f."),
    "base64 without padding": lambda: (
        HEAD + b"Content-Transfer-Encoding: base64\n" + PLAIN + _filled(b"QUFB!")
    ),
    "quoted-printable equals": lambda: (
        HEAD + b"Content-Transfer-Encoding: quoted-printable\n" + PLAIN + _filled(b"=")
    ),
    "an attachment of 20 MB": lambda: (
        HEAD
        + MIXED
        + b"--b\n"
        + PLAIN
        + b"siehe Anlage\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
        + _filled(b"QUFB" * 19 + b"\n")
        + b"--b--\n"
    ),
    "deep divs": lambda: HEAD + HTML + _filled(b"<div>"),
    "deep blockquotes": lambda: HEAD + HTML + _filled(b"<blockquote>x"),
    "unclosed fonts": lambda: HEAD + HTML + _filled(b'<p><font color="red">x', MEGABYTE),
    "attributes": lambda: HEAD + HTML + b"<div " + _filled(b'a="b" ') + b">x</div>",
    "open tags": lambda: HEAD + HTML + _filled(b"<"),
    "entities": lambda: HEAD + HTML + _filled(b"&amp;"),
    "comments": lambda: HEAD + HTML + _filled(b"<!--"),
    "tables": lambda: HEAD + HTML + _filled(b"<table><tr><td>", MEGABYTE),
    "line breaks": lambda: HEAD + HTML + _filled(b"<br>"),
    "styles": lambda: HEAD + HTML + _filled(b"<style>a{}"),
    "calendar lines": lambda: (
        HEAD
        + b"Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n"
        + _filled(b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\n")
    ),
    "delivery reports": lambda: (
        HEAD
        + b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        + _filled(b"--b\nContent-Type: message/delivery-status\n\nAction: failed\n\n")
    ),
    "NUL bytes": lambda: bytes(BOMB),
    "random-looking bytes": lambda: HEAD + PLAIN + bytes(range(256)) * (BOMB // 256),
    "combining marks": lambda: HEAD + PLAIN + b"Z" + _filled("\u0301".encode()),
}


def encoded(text: str) -> bytes:
    """Return *text* as a base64 body."""
    return base64.encodebytes(text.encode())
