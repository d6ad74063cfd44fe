"""The briefing in the terminal when it is mailed: what went out, is kept, would go out, or why nothing did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.i18n import N_
from handover.render.briefing_report import briefed
from handover.render.coverage import coverage_lines
from handover.render.output import clean, one_line
from handover.render.voice import Voice
from handover.render.width import pad, wrap

COLUMNS = 80
LABEL = 14

STATES = {
    "sent": N_("{to}: mailed."),
    "perhaps_twice": N_("{to}: mailed, perhaps for the second time: the connection had broken off before."),
    "already": N_("{to}: mailed already on {at}; --again mails it once more."),
    "kept": N_("{to}: not delivered; the mail is kept and goes first the next time."),
    "intended": N_("{to}: it is not known whether it went out; it is kept and goes first the next time."),
    "failed": N_("{to}: not mailed, it could not be written down."),
    "given_up": N_("{to}: given up after 14 days."),
    "draft": N_("{to}: lies ready as a draft."),
    "lies_there": N_("{to}: lies there as a draft since {at}; --again makes another."),
    "waiting": N_("{to}: would go first, kept from an earlier run."),
    "ready": N_("{to}: would be mailed."),
}


def briefed_and_mailed(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield the briefing itself, unless what would be mailed is shown instead, or nothing is."""
    mailing = data.get("mailing") or {}
    is_shown = any(mail["text"] for mail in mailing.get("mails", ()))
    if data["briefing"] is not None and not mailing.get("heartbeat") and not is_shown:
        yield from briefed(data, voice)


def looked_at_and_mailed(data: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield what was looked at, and what became of each mail."""
    mailing = data.get("mailing")
    if not mailing or not mailing["heartbeat"]:
        yield from coverage_lines(data["coverage"], voice)
    if not mailing:
        return
    if mailing["mails"] and not mailing["heartbeat"]:
        yield ""
    for mail in mailing["mails"]:
        yield from _mail(mail, voice)
    if mailing["drafts"]:
        yield voice.say(N_("Folder: {folder}"), folder=one_line(mailing["drafts"]))
    if mailing["heartbeat"]:
        yield from wrap(_heartbeat(mailing["heartbeat"], voice), COLUMNS)
    if mailing["dry_run"]:
        yield voice.say(N_("Nothing was sent and nothing recorded (--dry-run)."))


def _mail(mail: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    state = voice.say(STATES[mail["state"]], to=one_line(mail["to"]), at=mail["at"])
    if mail["kept_since"]:
        words = N_("{state} ({subject}, kept since {day})")
        state = voice.say(words, state=state, subject=one_line(mail["subject"]), day=mail["kept_since"])
    yield from wrap(state, COLUMNS, 2)
    if mail["text"]:
        yield from _whole(mail, voice)


def _whole(mail: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """Yield everything that would go out."""
    rows = {N_("From"): mail["from"], N_("To"): mail["to"], N_("Subject"): mail["subject"]}
    for label, value in (*rows.items(), ("Message-ID", f"<{mail['message_id']}>")):
        yield pad(f"{voice.say(label)}:", LABEL) + one_line(value)
    for part in mail["parts"]:
        place = N_("shown in it") if part["inline"] else N_("attached")
        said = f"{part['type']}, {_size(part['size'], voice)}, {voice.say(place)}"
        yield pad("", LABEL) + one_line(f"{said}: {part['name']}" if part["name"] else said)
    yield pad(voice.say(N_("In all:")), LABEL) + _size(mail["size"], voice)
    yield ""
    for line in clean(mail["text"]).rstrip().split("\n"):
        yield f"  {line}".rstrip()
    yield ""


def _size(size: int, voice: Voice) -> str:
    return voice.say(N_("{size} kB"), size=max(size, 100) / 1000)


def _heartbeat(beat: Any, voice: Voice) -> str:
    week = int(beat.week.rpartition("W")[2])
    mails = voice.count("{count} mail", "{count} mails", beat.messages)
    folders = voice.count("{count} folder", "{count} folders", beat.folders)
    said = [voice.say(N_("No news in week {week}, so nothing was mailed."), week=week)]
    looked = N_("Looked at: {mails} in {folders}, the newest from {newest}.")
    if beat.newest is None:
        looked = N_("Looked at: {mails} in {folders}.")
    said.append(voice.say(looked, mails=mails, folders=folders, newest=beat.newest))
    if beat.last is None:
        said.append(voice.say(N_("No mail has gone out so far.")))
    else:
        said.append(voice.say(N_("The last mail went out on {at}."), at=beat.last))
    if beat.quiet > 1:
        said.append(voice.say(N_("Weeks without news in a row: {weeks}."), weeks=beat.quiet))
    return " ".join(said)
