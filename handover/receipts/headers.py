"""What the headers of an answer tell: which packet it belongs to, and whether a server vouches for its sender.

Only ``Authentication-Results`` of a configured server verifies; a result that speaks against the sender counts
whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from handover.model import Message

TOKEN = re.compile(r"\[?\b(H-[A-HJ-NP-Z2-9]{4})\b\]?")


def is_answer_to(message: Message, token: str, message_ids: Collection[str]) -> bool:
    """Tell whether *message* belongs to the packet *token*: by its subject, or by what it refers to."""
    if token in TOKEN.findall(message.subject[:500].upper()):
        return True
    referred = {name.strip("<>") for name in (*message.in_reply_to, *message.references)}
    return not referred.isdisjoint(message_ids)


def is_forwarded(message: Message) -> bool:
    """Tell whether *message* passes something on rather than answers it, by its subject."""
    return bool(re.match(r"\s*(?:wg|fw|fwd|tr)\s*:", message.subject[:100], re.I))


def vouched_by(results: str, servers: Iterable[str], sender: str) -> str:
    """Return the server of *servers* that vouches in *results* for the domain of *sender*, or ``""``.

    *results* is the topmost ``Authentication-Results`` (RFC 8601). It counts DMARC that passed, or DKIM that
    passed for the sender's own domain; SPF says nothing about the From that people see.
    """
    clean = _without_comments(results)
    head, *parts = clean.split(";")
    server = (head.split() or [""])[0].casefold()
    domain = sender.rpartition("@")[2].casefold()
    if not domain or server not in {one.casefold() for one in servers if one}:
        return ""
    return server if any(_passes(part.split(), domain) for part in parts[:40]) else ""


def is_disowned(results: str, sender: str) -> bool:
    """Tell whether *results* say that the mail does not come from the domain of *sender*, whoever says so.

    DMARC that failed does; without DMARC, SPF or DKIM that failed where nothing passed for that domain.
    """
    domain = sender.rpartition("@")[2].casefold()
    parts = [part.split() for part in _without_comments(results).split(";")[1:40]]
    told = [dict(pair.casefold().split("=", 1) for pair in part if "=" in pair) for part in parts]
    for each in told:
        if "dmarc" in each:
            return each["dmarc"] == "fail"
    if any(_passes(part, domain) for part in parts):
        return False
    return any(each.get("spf") in ("fail", "softfail") or each.get("dkim") == "fail" for each in told)


def _passes(pairs: Sequence[str], domain: str) -> bool:
    told = dict(pair.casefold().split("=", 1) for pair in pairs if "=" in pair)
    if told.get("dmarc") == "pass":
        return told.get("header.from", domain).rpartition("@")[2] == domain
    if told.get("dkim") == "pass":
        signer = told.get("header.d") or told.get("header.i", "").rpartition("@")[2]
        return bool(signer) and (domain == signer or domain.endswith("." + signer))
    return False


def _without_comments(text: str) -> str:
    """Return *text* without what stands in brackets, where anybody may write anything."""
    kept, depth = [], 0
    for sign in text[:4000]:
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(sign)
    return "".join(kept)
