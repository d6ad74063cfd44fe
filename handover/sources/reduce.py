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
_RETURNED_HEAD = 16 * 1024
"""So much stays of a returned mail: its header names the message-id that came back."""
_REST = 1024
_LONG_REST = 64 * 1024
"""What lies behind the last part that is read is cut to *_REST* when it is longer than this."""


def reduce(data: bytes) -> tuple[bytes, bool]:
    """Return the mail *data* with left-out leaves empty, and whether anything was left out.

    Kept are the leaves of text, calendars and reports; of text leaves and headers at most what the parser reads.
    """
    fields, start, _damaged = headers.split(data)
    if start > headers.MAX_BLOCK + _LONG_REST:
        shortened = data[: headers.MAX_BLOCK] + b"\n\n" + data[start:]
        if headers.split(shortened)[1] == headers.MAX_BLOCK + 2:
            return reduce(shortened)[0], True
    leaves = mime.walk(data, fields, start).leaves
    pieces, at = _pieces(data, leaves)
    stop = max([start, *(leaf.end for leaf in leaves)])
    long = len(data) - stop > _LONG_REST
    if not pieces and not long:
        return data, False
    pieces.append(data[at : stop + _REST] if long else data[at:])
    return b"".join(pieces), True


def _pieces(data: bytes, leaves: list[mime.Leaf]) -> tuple[list[bytes], int]:
    """Return what stays of *data* up to the last shortened leaf, and where that leaf ends."""
    pieces: list[bytes] = []
    at = 0
    for leaf in sorted(leaves, key=lambda leaf: leaf.start):
        kept = _kept_bytes(leaf)
        if leaf.start < at or leaf.end - leaf.start <= kept:
            continue
        if kept:
            pieces.append(data[at : leaf.start + kept])
        else:
            note = SIZE_HEADER + b": %d" % mime.size_of(data, leaf)
            pieces.append(_with_note(data[at : leaf.start], note))
        at = leaf.end
    return pieces, at


def _kept_bytes(leaf: mime.Leaf) -> int:
    if leaf.attached and leaf.content_type not in _KEPT_ATTACHED:
        return 0
    if leaf.content_type.startswith(_KEPT):
        return 2 * mime.MAX_TEXT
    return (
        _RETURNED_HEAD if leaf.content_type == "message/rfc822" and leaf.parent == "multipart/report" else 0
    )


def _with_note(before: bytes, note: bytes) -> bytes:
    """Return *before*, which ends with a part's header and blank line, with *note* as that header's last field."""
    for blank in (b"\r\n\r\n", b"\n\n"):
        if before.endswith(blank):
            end = blank[: len(blank) // 2]
            return before[: -len(end)] + note + end + end
    return before
