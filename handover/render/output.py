"""The one place that prints: text made safe for a terminal, JSON made safe for any reader.

Whatever a mail holds, nothing printed here moves a cursor, turns the reading direction or breaks UTF-8.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any, TextIO

_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_INVISIBLE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return *text* without control characters, escape sequences' lead-ins, and marks that turn text around.

    Line ends stay; other control characters become a space, so that words do not run together.
    """
    return _SURROGATE.sub("\ufffd", _UNSAFE.sub(_harmless, text))


def one_line(text: str) -> str:
    """Return *text* cleaned, on one line, with single spaces."""
    return " ".join(clean(text).split())


def json_text(value: Mapping[str, Any], *, indent: int | None = None) -> str:
    """Return *value* as JSON that no terminal obeys and every UTF-8 reader takes.

    Invisible characters are escaped (their meaning stays), halves of surrogate pairs become U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _SURROGATE.sub("\ufffd", _INVISIBLE_IN_JSON.sub(_escaped, text))


def write(text: str, stream: TextIO | None = None) -> None:
    """Print *text*, already clean, and a line end; in UTF-8 unless the terminal says otherwise."""
    stream = stream or sys.stdout
    if stream is None:
        return
    try:
        stream.write(text + "\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def write_json(value: Mapping[str, Any], *, indent: int | None = None) -> None:
    """Print *value* as JSON in UTF-8, whatever the locale."""
    out = getattr(sys.stdout, "buffer", None)
    line = json_text(value, indent=indent) + "\n"
    if out is None:
        sys.stdout.write(line)
    else:
        out.write(line.encode("utf-8"))


def _harmless(match: re.Match[str]) -> str:
    return " " if match[0] < "\xa0" else ""


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
