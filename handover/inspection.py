"""Mails and sentences as the program understands them, one by one and without a store.

Behind `show --eml` and `show --jsonl`: whatever a file or row holds, it yields one line for it. Nothing is
decided here; the lines say what `parse` and `language` made of the bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from handover.config.dates import timestamp
from handover.config.settings import Settings
from handover.config.wordfile import vocabulary
from handover.errors import SourceError, UsageError
from handover.model import Address, FolderRole, Message, RawMessage, Signals, Skipped

MAX_FILE = 50 * 1024 * 1024
"""A larger file is read up to here; no mail server takes more."""

MAX_LINE = 4 * 1024 * 1024
"""A longer row is not a sentence or a mail."""

FIELDS = (
    "file", "key", "message", "thread", "subject", "from", "date", "language",
    "new_text", "quoted_text", "signature", "automatic", "skipped", "signals",
)  # fmt: skip


def show_files(path: Path, settings: Settings) -> Iterator[dict[str, Any]]:
    """Yield one line for each file at *path* (a file, or a folder with all below it), ordered by name.

    A fault of ours on one file is told in its line and hides no other; `--debug` lets it out.
    """
    if not os.path.lexists(path):
        raise SourceError(
            "not-found",
            "There is no file or folder “{path}”.",
            hint="Check the spelling.",
            source=str(path),
            path=str(path),
        )
    for file in _files(path):
        try:
            yield show_file(file, settings)
        except Exception as fault:
            if settings.debug:
                raise
            yield skipped_line(Skipped(str(file), "", "fault", type(fault).__name__), file=str(file))


def show_file(file: Path, settings: Settings) -> dict[str, Any]:
    """Return the line of one raw mail; what cannot be read says why in ``skipped``."""
    data = _content(file)
    if isinstance(data, Skipped):
        return skipped_line(data, file=str(file))
    from handover.parse import parse

    raw = RawMessage(str(file), "", FolderRole.OTHER, data)
    if len(data) > _max_whole():
        from handover.sources.reduce import reduce

        data, reduced = reduce(data)
        raw = RawMessage(str(file), "", FolderRole.OTHER, data, reduced=reduced)
    found = parse(raw)
    if isinstance(found, Skipped):
        return skipped_line(found, file=str(file), key=hashlib.sha256(data).hexdigest()[:32])
    return mail_line(found, _signals(found, settings), settings.zone, file=str(file))


def show_lines(path: Path, settings: Settings) -> Iterator[dict[str, Any]]:
    """Yield ``{"id", "language", "signals"}`` for each row of the JSON Lines file *path*, in its order.

    A row that is none answers with its reason in ``skipped``; due dates are relative to the row's ``now``,
    else to the moment of the run.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise SourceError(
            "unreadable",
            "“{path}” cannot be read: {reason}.",
            source=str(path),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
    with file:
        while line := file.readline(MAX_LINE + 1):
            if len(line) > MAX_LINE and not line.endswith(b"\n"):
                _skip_rest(file)
                yield _refused(None, "too-long")
            elif line.strip():
                yield _answered_row(line, settings)


def mail_line(
    message: Message,
    signals: Signals,
    zone: ZoneInfo,
    *,
    file: str | None = None,
    thread: str | None = None,
) -> dict[str, Any]:
    """Return what `show --json` tells about one mail; *thread* is its root where the store knows better."""
    return {
        "file": file,
        "key": message.key,
        "message": message.message_id,
        "thread": thread or _root(message),
        "subject": message.subject,
        "from": written(message.from_),
        "date": message.date.astimezone(zone).isoformat(),
        "language": signals.language,
        "new_text": message.new_text,
        "quoted_text": message.quoted_text,
        "signature": message.signature,
        "automatic": message.automatic,
        "skipped": None,
        "signals": signals_form(signals, zone),
    }


def skipped_line(skipped: Skipped, *, file: str | None, key: str | None = None) -> dict[str, Any]:
    """Return the line of a mail that could not be read."""
    reason = f"{skipped.reason}: {skipped.detail}" if skipped.detail else skipped.reason
    return dict.fromkeys(FIELDS) | {"file": file, "key": key or _key_of(skipped.locator), "skipped": reason}


def signals_form(signals: Signals, zone: ZoneInfo) -> dict[str, Any]:
    """Return *signals* as the contract writes them; due dates in *zone*."""
    return {
        "tone": round(signals.tone, 4),
        "negative": round(signals.negative, 4),
        "urgent": round(signals.urgent, 4),
        "complaint": round(signals.complaint, 4),
        "asks": round(signals.asks, 4),
        "holding": round(signals.holding, 4),
        "thanks": round(signals.thanks, 4),
        "promise": round(signals.promise, 4),
        "threat": round(signals.threat, 4),
        "promises": [
            {
                "quote": promise.quote,
                "due": promise.due.astimezone(zone).isoformat() if promise.due else None,
                "due_text": promise.due_text,
            }
            for promise in signals.promises
        ],
        "why": [
            {"signal": why.signal, "quote": why.quote, "weight": round(why.weight, 4)} for why in signals.why
        ],
    }


def written(address: Address) -> str:
    """Return *address* as people write it: ``Name <address>``, or whichever of the two there is."""
    if address.name and address.address:
        return f"{address.name} <{address.address}>"
    return address.address or address.name


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            yield Path(folder, name)


def _content(file: Path) -> bytes | Skipped:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return Skipped(str(file), "", "not-a-file")
        with file.open("rb") as stream:
            return stream.read(MAX_FILE)
    except OSError as error:
        return Skipped(str(file), "", "unreadable", error.strerror or str(error))


def _max_whole() -> int:
    from handover.sources.base import MAX_WHOLE

    return MAX_WHOLE


def _signals(message: Message, settings: Settings) -> Signals:
    from handover.language import read

    return read(
        message.new_text,
        now=message.date,
        zone=settings.zone,
        calendar=settings.work,
        words=vocabulary(settings),
    )


def _root(message: Message) -> str | None:
    for ids in (message.references, message.in_reply_to):
        if ids:
            return ids[0]
    return message.message_id


def _key_of(locator: str) -> str:
    return hashlib.sha256(os.fsencode(locator)).hexdigest()[:32]


def _answered_row(line: bytes, settings: Settings) -> dict[str, Any]:
    from handover.language import read

    try:
        row = json.loads(line.decode("utf-8", "replace"), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return _refused(None, "not-json")
    if not isinstance(row, dict):
        return _refused(None, "not-an-object")
    name, text, lang = row.get("id"), row.get("text"), row.get("lang")
    if not isinstance(name, str | int | float | None):
        return _refused(None, "id-is-no-name")
    if text is not None and not isinstance(text, str):
        return _refused(name, "text-is-no-text")
    try:
        now = timestamp(str(row["now"]), settings.zone) if row.get("now") else settings.now
    except UsageError:
        return _refused(name, "now-is-no-moment")
    signals = read(
        text or "",
        lang=lang[:2].lower() if isinstance(lang, str) else None,
        now=now,
        zone=settings.zone,
        calendar=settings.work,
        words=vocabulary(settings),
    )
    form = signals_form(signals, settings.zone)
    return {"id": name, "language": signals.language, "signals": form}


def _refused(identifier: object, reason: str) -> dict[str, Any]:
    return {"id": identifier, "language": None, "signals": None, "skipped": reason}


def _skip_rest(file: BinaryIO) -> None:
    while (piece := file.readline(MAX_LINE)) and not piece.endswith(b"\n"):
        pass
