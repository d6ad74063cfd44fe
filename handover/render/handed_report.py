"""What became of a packet, for people: status per deputy and item, the factual record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from handover.documents.record import Link, Matter, Record
from handover.i18n import N_
from handover.receipts import DeputyState, Handed, ItemState
from handover.render.matter import STEPS
from handover.render.output import clean, one_line
from handover.render.voice import Voice
from handover.render.width import cut, pad, wrap

COLUMNS = 80
LABEL = 14

SENT = {
    "intended": N_("begun, not finished: it is not known whether it went out"),
    "sent": N_("sent"),
    "failed": N_("not sent {detail}"),
    "perhaps_twice": N_("sent, perhaps twice"),
    "draft": N_("lies ready as a draft"),
}
ANSWERS = {
    "accepted": N_("accepted"),
    "by_word": N_("accepted by word (no proof)"),
    "objected": N_("objects"),
    "declined": N_("declines"),
    "question": N_("asks back"),
    "unclear": N_("replied, accepted nothing"),
    "auto_reply": N_("automatic reply: is away"),
}
ITEMS = {
    "accepted": N_("accepted"),
    "by_word": N_("by word"),
    "objected": N_("objected"),
    "open": N_("open"),
}
KINDS = {
    "built": N_("packet built"),
    "sending": N_("sending to {who} begun"),
    "sent": N_("sent to {who}"),
    "draft": N_("put among the drafts for {who}"),
    "received": N_("{who}: {what}"),
}
RECEIVED = {
    **ANSWERS,
    "opened": N_("read receipt"),
    "bounced": N_("bounce"),
    "stranger": N_("token from another address"),
    "forged": N_("mail with a forged sender"),
}


def status(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `packet status`."""
    if not data["packets"]:
        yield voice.say(N_("No packet has been built, or its absence is long over."))
    for handed in data["packets"]:
        yield from _packet(handed, voice)


def sent(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answers of `packet send` and `packet draft`; a dry run shows everything."""
    for one in data.get("already", ()):
        words = N_("{to} has packet {token} already, since {at}.")
        yield from wrap(voice.say(words, to=one["to"], token=data["packet"], at=one["at"]), COLUMNS)
    if not data["mails"] and not data.get("already"):
        yield voice.say(N_("There is nobody to send it to."))
    for number, mail in enumerate(data["mails"]):
        if data.get("dry_run"):
            yield from _whole(mail, voice)
        else:
            state = "draft" if "places" in data else mail["state"]
            yield from wrap(f"{mail['to']}: {voice.say(SENT.get(state, state), detail='')}", COLUMNS)
            if "places" in data:
                yield "  " + one_line(data["places"][number])
    if data.get("dry_run") and data["mails"]:
        yield voice.say(N_("Nothing was sent (--dry-run)."))


def _whole(mail: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    for label, value in (
        ("From", mail["from"]),
        ("To", f"{mail['name']} <{mail['to']}>"),
        ("Subject", mail["subject"]),
    ):
        yield one_line(f"{label}: {value}")
    yield f"Message-ID: <{one_line(mail['message_id'])}>"
    yield ""
    yield from (
        one_line(line) if not line.startswith(" ") else clean(line) for line in mail["text"].splitlines()
    )
    for file in mail["files"]:
        yield one_line(f"[{file['name']}, {file['type']}, {file['size'] // 1024 + 1} kB]")
    if mail["invitation"]:
        yield voice.say(N_("[invitation for the days of the absence]"))
    yield "-" * 72


def acknowledged(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the lines for the answer of `packet ack`."""
    what = ", ".join(map(str, data["items"]))
    text = N_("Noted: {deputy} accepted no. {items} of packet {token} by word.")
    whole = N_("Noted: {deputy} accepted packet {token} by word.")
    yield from wrap(
        voice.say(text if what else whole, deputy=data["deputy"], items=what, token=data["packet"]), COLUMNS
    )


def _packet(handed: Handed, voice: Voice) -> Iterator[str]:
    text = N_("Packet {token}, absence {first} to {last}")
    yield voice.say(text, token=handed.token, first=handed.first, last=handed.last)
    for deputy in handed.deputies:
        yield ""
        yield from _deputy(deputy, voice)
    for stranger in handed.strangers:
        what = voice.say(RECEIVED[stranger.kind])
        line = voice.say(
            N_("! {what}: {who}, {at} – counts for nothing"), what=what, who=stranger.by, at=stranger.at
        )
        yield ""
        yield from wrap(one_line(line), COLUMNS)
    yield ""


def _deputy(deputy: DeputyState, voice: Voice) -> Iterator[str]:
    yield one_line(f"{deputy.name} <{deputy.address}>" if deputy.name != deputy.address else deputy.address)
    rows = [(N_("sent"), _sent(deputy, voice)), (N_("delivered"), _delivered(deputy, voice))]
    rows.append((N_("read"), voice.moment(deputy.opened.at) if deputy.opened else voice.say(N_("not known"))))
    rows.append((N_("answer"), _answer(deputy, voice)))
    for label, text in rows:
        for number, part in enumerate(wrap(one_line(text), COLUMNS - LABEL - 2, 3)):
            yield "  " + pad(voice.say(label) if number == 0 else "", LABEL) + part
    for item in deputy.items:
        yield _item(item, voice)


def _sent(deputy: DeputyState, voice: Voice) -> str:
    if deputy.delivery is None:
        return voice.say(N_("not yet"))
    word = voice.say(SENT.get(deputy.delivery.state, deputy.delivery.state), detail=deputy.delivery.detail)
    return f"{voice.moment(deputy.delivery.at)}, {word}"


def _delivered(deputy: DeputyState, voice: Voice) -> str:
    if deputy.bounced:
        return voice.say(N_("no, it came back: “{words}”"), words=cut(deputy.bounced.quote, 120))
    if deputy.delivery is None or deputy.delivery.state not in ("sent", "perhaps_twice"):
        return "–"
    return voice.say(N_("no bounce"))


def _answer(deputy: DeputyState, voice: Voice) -> str:
    if deputy.answer is None:
        return voice.say(N_("none yet"))
    text = (
        f"{voice.moment(deputy.answer.at)}, {voice.say(ANSWERS.get(deputy.answer.kind, deputy.answer.kind))}"
    )
    if deputy.answer.quote:
        text += ": " + voice.say(N_("“{words}”"), words=cut(one_line(deputy.answer.quote), 100))
    if deputy.answer.kind != "by_word":
        verified = deputy.answer.verified
        proof = N_("sender verified by {server}") if verified else N_("sender not verified")
        text += f" ({voice.say(proof, server=verified)})"
    return text


def _item(item: ItemState, voice: Voice) -> str:
    state = voice.say(ITEMS[item.state])
    title = one_line(item.part.title)
    return f"  {item.part.number:>3}  {pad(state, 12)} {cut(title, COLUMNS - 20)}"


def record(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the factual record: the chain, what was confirmed, which customer got which answer when."""
    told: Record = data["record"]
    handed = told.handed
    yield voice.say(
        N_("Record of packet {token}, absence {first} to {last}"),
        token=handed.token,
        first=handed.first,
        last=handed.last,
    )
    yield ""
    for link in told.links:
        yield from wrap(_link(link, voice), COLUMNS)
    yield ""
    for matter in told.matters:
        yield from _matter(matter, voice)
    if data["broken"]:
        numbers = ", ".join(map(str, data["broken"]))
        yield from wrap(voice.say(N_("! The chain is broken at link {numbers}."), numbers=numbers), COLUMNS)
    else:
        yield voice.say(N_("The chain is whole. Its head:"))
    yield data["head"]


def _link(link: Link, voice: Voice) -> str:
    content = link.content or {}
    who = str(content.get("by") or content.get("recipient") or "")
    what = voice.say(RECEIVED.get(str(content.get("kind")), str(content.get("kind", ""))))
    text = voice.say(KINDS.get(link.kind, link.kind), who=who, what=what)
    if link.content is None:
        text += voice.say(N_(" (content deleted)"))
    at = content.get("at")
    moment = datetime.fromisoformat(at) if isinstance(at, str) else link.at
    tail = f" <{content['message_id']}>" if content.get("message_id") else ""
    quote = voice.say(N_(": “{words}”"), words=cut(str(content["quote"]), 90)) if content.get("quote") else ""
    return one_line(f"{voice.moment(moment)}  {text}{quote}{tail}")


def _matter(matter: Matter, voice: Voice) -> Iterator[str]:
    yield from wrap(one_line(f"{matter.customer_name}, {matter.contact}: {matter.subject}"), COLUMNS, 2)
    for step in matter.steps:
        word = voice.say(STEPS.get(step.kind, step.kind))
        words = voice.say(N_("“{words}”"), words=cut(one_line(step.quote.quote), 90))
        line = f"{voice.moment(step.at)}  {word}: {one_line(step.by)} {words}"
        if step.quote.message:
            line += f" <{one_line(step.quote.message)}>"
        for number, part in enumerate(wrap(line, COLUMNS - 4)):
            yield ("  " if number == 0 else "    ") + part
    yield ""
