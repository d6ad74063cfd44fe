"""Large mails made small before they are handed on: all headers and all text stay, attachments become empty.

Works on bytes and decodes nothing, so the parser reads from the reduced mail what it would read from the
whole one. The size of what was left out is noted in the part's header.
"""

from __future__ import annotations

from handover.parse import headers, mime

SIZE_HEADER = b"X-Handover-Size"
_KEPT = (
    "text/",
    "message/delivery-status",
    "message/disposition-notification",
    "message/global-delivery-status",
)
_KEPT_ATTACHED = frozenset({"text/calendar", "message/delivery-status", "message/disposition-notification"})
_SMALL = 1024


def reduce(data: bytes) -> tuple[bytes, bool]:
    """Return the mail *data* with left-out leaves empty, and whether anything was left out.

    Kept are the leaves of text, calendars and reports; of text leaves at most what the parser reads.
    """
    fields, start, _damaged = headers.split(data)
    parts = mime.walk(data, fields, start)
    pieces: list[bytes] = []
    at = 0
    for leaf in sorted(parts.leaves, key=lambda leaf: leaf.start):
        kept = _kept_bytes(leaf)
        if leaf.start < at or leaf.end - leaf.start <= kept:
            continue
        if kept:
            pieces.append(data[at : leaf.start + kept])
        else:
            note = SIZE_HEADER + b": %d" % mime.size_of(data, leaf)
            pieces.append(_with_note(data[at : leaf.start], note))
        at = leaf.end
    pieces.append(data[at:])
    return (b"".join(pieces), True) if len(pieces) > 1 else (data, False)


def _kept_bytes(leaf: mime.Leaf) -> int:
    """Return how many bytes of *leaf* are kept."""
    if leaf.attached and leaf.content_type not in _KEPT_ATTACHED:
        return 0
    if leaf.content_type.startswith(_KEPT):
        return 2 * mime.MAX_TEXT
    if leaf.content_type == "message/rfc822" and leaf.parent == "multipart/report":
        return 16 * _SMALL
    return 0


def _with_note(before: bytes, note: bytes) -> bytes:
    """Return *before*, which ends with a part's header and blank line, with *note* as that header's last field."""
    for blank in (b"\r\n\r\n", b"\n\n"):
        if before.endswith(blank):
            end = blank[: len(blank) // 2]
            return before[: -len(end)] + note + end + end
    return before
