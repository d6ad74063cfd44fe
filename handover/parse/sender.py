"""Who wrote a mail: the person behind a From that a list or relay rewrote ("NAME via LIST <list@…>").

The writer's own address is taken only from a field that names the same person; else it stays unknown.
"""

from __future__ import annotations

import re

from handover.model import Address
from handover.parse.addresses import addresses
from handover.parse.headers import Fields, first

_VIA = re.compile(
    r"^['\"]?(?P<name>.{1,150}?)['\"]?\s+(?:via|über|durch)\s+\S.{0,150}$|"
    r"^['\"]?(?P<paren>.{1,150}?)['\"]?\s+\((?:via|über)\s.{1,150}\)$",
    re.I,
)
_ORIGINALS = (
    b"x-original-from",
    b"x-original-sender",
    b"x-google-original-from",
    b"original-from",
    b"x-mailfrom",
    b"author",
    b"reply-to",
    b"cc",
)


def writer(fields: Fields) -> tuple[Address, str]:
    """Return the person who wrote the mail and the address that rewrote From (``""`` when none did)."""
    senders = (
        addresses(fields.get(b"from"))
        or addresses(fields.get(b"sender"))
        or addresses(fields.get(b"return-path"))
    )
    if not senders:
        return Address("", ""), ""
    from_ = next((a for a in senders if a.address), senders[0])
    if not (match := _VIA.match(from_.name)):
        if from_.address and from_.address in _list_addresses(fields):
            return _behind(fields, from_, from_.name)
        return from_, ""
    return _behind(fields, from_, (match["name"] or match["paren"]).strip(" '\""))


def _behind(fields: Fields, from_: Address, name: str) -> tuple[Address, str]:
    lists = _list_addresses(fields) | {from_.address}
    for header in _ORIGINALS:
        for candidate in addresses(fields.get(header)):
            if candidate.address and candidate.address not in lists and is_same_person(name, candidate):
                return Address(name, candidate.address), from_.address
    return Address(name, ""), from_.address


def _list_addresses(fields: Fields) -> set[str]:
    post = first(fields, b"list-post")[:1000]
    found = {
        post.partition(b"mailto:")[2].partition(b">")[0].partition(b"?")[0].decode("ascii", "replace").lower()
    }
    identity = (
        first(fields, b"list-id")[:1000]
        .rpartition(b"<")[2]
        .partition(b">")[0]
        .decode("ascii", "replace")
        .lower()
    )
    found.add(identity.replace(".", "@", 1))
    found.update(a.address for a in addresses(fields.get(b"x-beenthere")))
    found.discard("")
    return found


def is_same_person(name: str, candidate: Address) -> bool:
    """Tell whether *candidate* bears *name*: equal words of the display name, or the name in the local part."""
    words = _words(name)
    if not words:
        return False
    shown = "" if "@" in candidate.name else re.sub(r"\bvia\b.*", "", candidate.name, flags=re.I | re.S)
    theirs = _words(shown)
    if theirs and (words <= theirs or theirs <= words):
        return True
    if theirs:
        return len(words & theirs) >= 2
    local = candidate.address.partition("@")[0]
    if any(len(word) > 3 and word in local for word in words):
        return True
    letters = re.sub(r"[\W\d_]", "", local)
    return len(letters) > 4 and any(word.startswith(letters) for word in words)


def _words(name: str) -> set[str]:
    return {w for w in re.split(r"[\s,.\"'()\\-]+", name.lower()) if len(w) > 1 or w.isalpha()} - {
        "",
        "dr",
        "prof",
        "herr",
        "frau",
        "mr",
        "mrs",
    }
