"""Bytes to text, whatever a mail declares: decodes, mends line ends, drops control characters.

Declared charsets are believed only from a list of harmless codecs; single-byte declarations yield to valid
UTF-8, because that lie is the commonest. Guessing beyond UTF-8 and cp1252 is left out.
"""

from __future__ import annotations

import codecs
import re

_ALIASES = {
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "cp65001": "utf-8", "ascii": "cp1252",
    "us-ascii": "cp1252", "ansi_x3.4-1968": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "windows-1252": "cp1252",
    "x-ansi": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "macintosh": "mac-roman", "x-mac-roman": "mac-roman", "iso-8859-8-i": "iso-8859-8", "utf16": "utf-16",
    "utf-7": "utf-7",
}  # fmt: skip
_HARMLESS = frozenset(
    "utf-8 cp1252 cp1254 gb18030 cp949 cp932 mac-roman utf-16 utf-16le utf-16be utf-7 big5 euc-jp "
    "iso-2022-jp koi8-r koi8-u tis-620 cp850 cp437 cp852 cp866".split()
    + [f"iso-8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
    + [f"windows-{n}" for n in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)]
)
_SUPERSETS_OF_ASCII = _HARMLESS - {"utf-16", "utf-16le", "utf-16be", "utf-7", "iso-2022-jp"}
_SINGLE_BYTE = frozenset({"cp1252", "cp1254", "iso-8859-15", "iso-8859-2", "windows-1250", "mac-roman"})

_PLAIN = frozenset({None, "utf-8", "cp1252"})
"""Codecs in which control characters are single bytes that can be dropped before decoding."""
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_TO_LINE_END = bytes.maketrans(b"\x0b\x0c", b"\n\n")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200c\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ud800-\udfff\ue000\ue001\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_ASCII = bytes(range(128))
_ODD_UTF8 = re.compile(
    rb"\xc2[\x80-\xa0\xad]|\xe2(?:\x80[\x80-\x8c\x8e\x8f\xa8-\xaf]|\x81[\x9f-\xaf])|\xd8\x9c|\xe1(?:\x9a\x80|\xa0\x8e)|"
    rb"\xe3\x80\x80|\xee\x80[\x80\x81]|\xef(?:\xbb\xbf|\xbf[\xb9-\xbb])|\xf3\xa0"
)
"""The same characters in UTF-8; searched in what remains without ASCII, because that is short."""
_MEND = {
    **dict.fromkeys(
        [*range(9), *range(14, 32), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, 0xFEFF, 0xE000, 0xE001]
    ),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]),
    **dict.fromkeys([*range(0xD800, 0xE000), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000)]),
    **dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys([0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], "\n"),
    0x200D: "\u200d",
}


def decode(data: bytes, charset: str = "") -> tuple[str, bool]:
    """Return the clean text of *data* and whether its declared *charset* was wrong, unknown or broken."""
    codec = _codec(charset)
    if codec is None or codec in _SUPERSETS_OF_ASCII:
        return _decode_superset(data, codec)
    try:
        return clean(data.decode(codec)), False
    except (UnicodeError, LookupError):
        return _decode_superset(data, None)


def _decode_superset(data: bytes, codec: str | None) -> tuple[str, bool]:
    """Decode what should be ASCII and more: single-byte *codec* yields to valid UTF-8, None to that or cp1252."""
    if _is_utf16(data):
        return clean(data.decode("utf-16", "replace")), True
    if codec in _PLAIN:
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        data = data.translate(_TO_LINE_END, _CONTROLS)
        if data.isascii():
            return data.decode("ascii"), codec is None
    if codec in _PLAIN or codec in _SINGLE_BYTE:
        try:
            text = data.decode("utf-8")
            odd = codec not in _PLAIN or _ODD_UTF8.search(data.translate(None, _ASCII))
            return clean(text) if odd else text, codec is None
        except UnicodeDecodeError:
            if codec in {None, "cp1252"} or (codec == "utf-8" and _is_western(data)):
                return clean(_cp1252(data)), codec != "cp1252"
    return clean(data.decode(codec or "utf-8", "replace")), codec == "utf-8"


def _is_utf16(data: bytes) -> bool:
    nuls = data.count(b"\0", 0, 4096)
    return nuls > 0 and nuls * 3 > min(len(data), 4096)


def _is_western(data: bytes) -> bool:
    """Tell whether broken UTF-8 looks like cp1252 instead: no valid multi-byte sequence among the high bytes."""
    text = data[:65536].decode("utf-8", "replace").replace("\ufffd", "")
    return text.isascii()


def _cp1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _codec(charset: str) -> str | None:
    """Return the harmless codec for a declared *charset*: UTF-8 when none is declared, None when unknown."""
    if not charset:
        return "utf-8"
    name = charset.strip(" \t'\"").lower()
    name = _ALIASES.get(name, name)
    if name in _HARMLESS:
        return name
    if len(name) > 40 or not name.isascii():
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    found = _ALIASES.get(found, found)
    return found if found in _HARMLESS else None


def clean(text: str) -> str:
    """Return *text* with LF line ends, plain blanks, and without control, invisible or bidi characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\xa0" in text:
        text = text.replace("\xa0", " ")
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return text.translate(_MEND) if _ODD.search(text) else text


def one_line(text: str, limit: int) -> str:
    """Return *text* on one line, inner white space collapsed, at most *limit* characters."""
    return " ".join(clean(text[: limit * 4]).split())[:limit]
