"""The contact's side of the book: a mail or call opens, continues, chases or closes."""

from __future__ import annotations

import re
from datetime import timedelta

from handover.ledger import higher, matter, peers, promises
from handover.ledger.book import TEXT_OVERLAP, YES, Book
from handover.ledger.entry import Entry
from handover.ledger.pledges import is_active
from handover.ledger.shelf import Open
from handover.ledger.talk import tone_of
from handover.model import RequestState

_THANKS_BUT = re.compile(
    r"\b(?:danke|dank|merci|thanks|thank you|cheers)\b[^.!?\n]{0,60}"
    r"\b(?:aber|leider|jedoch|nur|but|however|unfortunately)\b",
    re.I,
)
_ARRIVED = re.compile(
    r"\b(?:ist|sind|kam|kamen|wurde|wurden)\b(?:(?!\b(?:nicht|nie|noch|kein\w*)\b)[^.!?\n]){0,40}"
    r"\b(?:angekommen|eingetroffen|geliefert|da)\b"
    r"|\b(?:came|arrived|have received|were delivered|was delivered) (?:on|today|yesterday|this|last|at)\b",
    re.I,
)
_STILL_NOT = re.compile(
    r"\b(?:immer noch|weiterhin|nach wie vor)\b[^.!?\n]{0,60}\b(?:nicht|kein\w*|fehler|problem)\b"
    r"|\bstill\b[^.!?\n]{0,30}\b(?:not|no|same|fails?|error|problem|doesn.t|isn.t|won.t|can.t)\b"
    r"|\b(?:hat|das) (?:leider )?nicht geholfen\b|\bhat (?:leider )?nichts (?:gebracht|geändert|genützt|genutzt)\b"
    r"|\bohne erfolg\b|\b(?:it|that|this) (?:made no difference|did(?: not|n.t) help|does(?: not|n.t) help)\b",
    re.I,
)
NEEDS = ("callback", "offer_asked", "chaser", "higher_up", "problem", "service_fault", "outage")
SOME_THANKS, SOME_WORDS = 0.3, 0.3
QUESTION, BRIEF = 0.2, 600
"""In a brief mail a question mark asks, even where the mail as a whole does not."""
PLEASED = 0.3
SHORT = 200
SAME_DAY = timedelta(hours=12)
SAME_SITTING = timedelta(hours=2)
"""Somebody who writes twice within this time adds to what they said, they do not chase."""


def read_mail(book: Book, entry: Entry) -> None:
    """Take in one mail of a contact of this customer."""
    if entry.automatic is not None:
        if entry.out_of_office is not None:
            book.facts.away.append((entry.at, entry.out_of_office))
        return
    went_past = higher.goes_past_owner(book, entry)
    _remember(book, entry)
    waiting, answered = book.related(entry)
    if is_withdrawal(entry) and (book.knows(entry) or not asks(entry)):
        _withdraw(book, waiting, entry)
    elif is_thanks(entry):
        _confirm(book, entry)
        _thank(waiting, entry)
    elif peers.is_addressed(book, entry):
        peers.settle(waiting, entry)
        return
    elif not entry.to_us or _speaks_to_others(entry) or peers.is_guest(book, entry):
        return
    elif peers.tells_everybody(entry):
        _inform(book, entry)
        return
    elif waiting:
        _go_on(book, waiting, entry)
        higher.turn(waiting, entry, telling_words(entry), went_past=went_past)
    else:
        _begin(book, answered, entry, went_past)
    if _ARRIVED.search(entry.text[:1000]) or is_for_information(entry):
        _confirm(book, entry)
    if entry.signals.holding < YES:
        book.our_question.discard(entry.thread)
    book.heard += 1


def _confirm(book: Book, entry: Entry) -> None:
    """A contact who thanks, is pleased, or says that it came, confirms what had fallen due in this thread."""
    for promise in book.pledges.in_thread(entry.thread):
        if promise.due is not None and promise.due - SAME_DAY <= entry.at:
            promises.keep(promise, entry, "confirmed")


def read_note(book: Book, entry: Entry) -> None:
    """Take in one phone note whose caller belongs to this customer."""
    assert entry.note is not None
    note = entry.note
    book.facts.last_contact = entry.at
    if entry.signals.threat >= YES:
        book.facts.tones.append(tone_of(entry, telling_words(entry), (), asks=True))
    mine = [known for known in _callers(book, entry) if _is_their_matter(known, entry)]
    chased: list[Open] = []
    if note.outcome == "done":
        for known in mine:
            known.note("answered", entry, "phone_note")
        if not mine:
            book.open(entry, "called", *_caller(book, entry))[0].note("answered", entry, "phone_note")
        _keep_callbacks(book, entry)
    elif note.outcome == "missed":
        for known in mine:
            known.note("held", entry, "not_reached")
    elif note.outcome == "info" and (note.promised or not asks(entry)):
        for known in mine[-1:]:
            known.note("continued", entry, "phone_info")
        if not mine:
            book.open(entry, "called", *_caller(book, entry))[0].note("closed", entry, "for_information")
    elif chased := [known for known in mine if known.request.by_phone] or mine:
        for known in chased[-1:]:
            known.note("chased", entry, "called_again")
    else:
        chased = book.open(entry, "called", *_caller(book, entry))
        if note.outcome == "no_message":
            chased.pop().note("closed", entry, "no_message")
    due = promises.call_due(entry)
    if note.promised and due is not None:
        about = (chased or mine)[-1] if chased or mine else None
        if about is not None:
            about.note("promised", entry, "call_promised")
        promises.promise_call(book, entry, due, _caller(book, entry)[0], about)
    book.heard += 1


def _caller(book: Book, entry: Entry) -> tuple[str, str]:
    """Return identity and name of whoever called: `Entry.caller`, as `people` understood the note."""
    assert entry.note is not None
    return entry.caller or book.customer, entry.note.caller or entry.note.company or entry.note.phone


def _callers(book: Book, entry: Entry) -> list[Open]:
    """Return what waits for whoever called: the same identity, or the same name; anybody, where none is given."""
    assert entry.note is not None
    names = matter.telling(entry.note.caller)
    if not names and entry.note.outcome == "done":
        return book.shelf.waiting()
    return book.shelf.waiting_for(entry.caller, names)


def _is_their_matter(known: Open, entry: Entry) -> bool:
    """A call is about what they called for before, or what its note names; asking again means what waits."""
    assert entry.note is not None
    if known.request.by_phone or entry.signals.has("chaser") or entry.note.outcome in ("done", "missed"):
        return True
    spoken = frozenset(word for word in entry.words | entry.subject_words if len(word) > 4)
    names = matter.telling(f"{known.request.contact_name} {known.request.customer} {entry.note.caller}")
    words = spoken - names
    return matter.overlap(words, known.words) >= SOME_WORDS or bool(words & known.subject_words)


def _keep_callbacks(book: Book, entry: Entry) -> None:
    for promise in book.pledges.callbacks():
        promises.keep(promise, entry, "phone_note")


def _remember(book: Book, entry: Entry) -> None:
    facts = book.facts
    facts.first_contact = facts.first_contact or entry.at
    facts.last_contact = entry.at
    facts.tones.append(tone_of(entry, _worst(entry), book.meet(entry), asks=asks(entry)))


def telling_words(entry: Entry) -> str:
    """Return the clause of *entry* that says most plainly what is wrong; ``""`` where none stands out."""
    marks = {mark.code: mark.quote for mark in reversed(entry.signals.marks)}
    return next((marks[code] for code in ("higher_up", "threat", "chaser", "complaint") if code in marks), "")


def _worst(entry: Entry) -> str:
    told = [why for why in entry.signals.why if why.signal in ("threat", "complaint", "negative")]
    return max(told, key=lambda why: why.weight).quote if told else ""


def _speaks_to_others(entry: Entry) -> bool:
    """A mail to another contact with us or a list in copy asks that contact, not us."""
    others = entry.to_customers - {entry.customer}
    direct = entry.first_to & entry.lists
    return bool(others) and not direct and not entry.to_manager and entry.first_to.isdisjoint(entry.ours)


def asks(entry: Entry) -> bool:
    """Tell whether *entry* asks, reports a problem, or cannot be closed without us."""
    signals = entry.signals
    if max(signals.asks, signals.complaint, signals.urgent, signals.threat) >= YES:
        return True
    if signals.asks >= QUESTION and len(entry.text) <= BRIEF and peers.QUESTION_MARK.search(entry.text):
        return True
    return any(signals.has(code) for code in NEEDS)


def is_withdrawal(entry: Entry) -> bool:
    """Tell whether *entry* says that its matter is settled, asks nothing else and threatens nothing."""
    said = entry.signals
    return said.has("withdrawn") and said.threat < YES and (said.asks < YES or "?" not in entry.text)


def is_settled_by_the_way(entry: Entry) -> bool:
    """Tell whether *entry* wants nothing now: thanks and tells what becomes of it, or only will try and come back."""
    acts = any(entry.signals.has(code) for code in ("done", "calm", "promise"))
    return (entry.signals.holding >= YES or (entry.signals.thanks >= SOME_THANKS and acts)) and not asks(
        entry
    )


def is_thanks(entry: Entry) -> bool:
    """Tell whether *entry* only thanks or confirms."""
    return entry.signals.thanks >= YES and not asks(entry)


def _withdraw(book: Book, waiting: list[Open], entry: Entry) -> None:
    """Close what waits; nobody need keep a promise about it. A first mail of this kind only informs."""
    for known in waiting:
        known.note("closed", entry, "withdrawn")
        promises.withdraw(book, entry, [p for p in known.request.promises if is_active(p)])
    if not waiting:
        _inform(book, entry)


def _inform(book: Book, entry: Entry) -> None:
    """What begins a matter and wants nothing is kept as one that is closed."""
    if opens_thread(book, entry):
        for opened in book.open(entry, "opens_thread", entry.sender, entry.name):
            opened.note("closed", entry, "for_information")


def _thank(waiting: list[Open], entry: Entry) -> None:
    """Thanks close what nobody answered, or what was promised and came; after a put-off they say that it was read."""
    for known in waiting:
        confirms = any(p.steps and p.steps[-1].evidence.key == entry.key for p in known.request.promises)
        if known.state is RequestState.OPEN or entry.signals.has("withdrawn") or confirms:
            known.note("closed", entry, "thanks")


def _go_on(book: Book, waiting: list[Open], entry: Entry) -> None:
    """A contact who waits writes again: a chaser, more on the same matter, or a second matter."""
    latest = waiting[-1]
    if latest.request.opened.because == "opens_thread" and asks(entry) and not entry.signals.has("chaser"):
        latest.note("closed", entry, "for_information")
        book.open(entry, _why_opened(entry), entry.sender, entry.name)
        return
    mine = [known for known in waiting if known.request.contact == entry.sender] or waiting
    if asks(entry) and _begins_another(latest, entry):
        book.open(entry, _why_opened(entry), entry.sender, entry.name)
    elif is_chaser(latest, entry):
        plain = entry.signals.has("chaser") or len(entry.text) < SHORT
        for known in mine:
            known.note("chased", entry, "asked_again" if plain else "asked_alike", telling_words(entry))
    elif asks(entry) and _is_new_matter(latest, entry):
        book.open(entry, _why_opened(entry), entry.sender, entry.name)
    else:
        latest.note("continued", entry, "more_on_it")


def is_chaser(known: Open, entry: Entry) -> bool:
    """Tell whether *entry* asks again for what *known* asked."""
    if entry.signals.has("chaser"):
        return True
    sitting = SAME_SITTING / 4 if known.request.urgent >= YES else SAME_SITTING
    if not asks(entry) or entry.at - known.last < sitting:
        return False
    if entry.thread in known.threads and entry.signals.complaint >= YES:
        return True
    if known.request.opened.at == known.last and len(entry.text) < SHORT:
        return True
    return matter.overlap(known.asks_words or known.words, entry.words) >= TEXT_OVERLAP


def _begins_another(known: Open, entry: Entry) -> bool:
    """Tell whether *entry* starts a thread of its own, under another subject, without asking again."""
    if entry.thread in known.threads or entry.answers_subject or entry.signals.has("chaser"):
        return False
    return known.request.subject.casefold() != entry.subject.casefold()


def _is_new_matter(known: Open, entry: Entry) -> bool:
    """Tell whether *entry* asks for something else than *known*, which is held; in doubt, two requests."""
    asked = matter.telling(" ".join(ask.quote for ask in entry.signals.requests)) or entry.words
    held = known.state is RequestState.HELD
    return held and matter.overlap(known.asks_words | known.words, asked) < TEXT_OVERLAP


def _begin(book: Book, answered: Open | None, entry: Entry, went_past: bool) -> None:
    """Nothing of theirs waits: a new matter, an old one that was not settled, or the answer to our question."""
    if _is_seller(book, entry):
        for offer in book.open(entry, _why_opened(entry), entry.sender, entry.name):
            offer.note("closed", entry, "solicitation")
        return
    if answered and says_it_did_not_help(entry):
        answered.note("reopened", entry, "not_settled")
    elif asks(entry):
        opened = book.open(entry, _why_opened(entry), entry.sender, entry.name)
        if entry.signals.has("chaser"):
            higher.turn(opened[:1], entry, telling_words(entry), went_past=went_past)
    elif answered and entry.thread in book.our_question and not is_settled_by_the_way(entry):
        book.open(entry, "answers_our_question", entry.sender, entry.name)
    elif opens_thread(book, entry):
        opened = book.open(entry, "opens_thread", entry.sender, entry.name)
        if is_for_information(entry):
            for known in opened:
                known.note("closed", entry, "for_information")


def _is_seller(book: Book, entry: Entry) -> bool:
    """Somebody who offers unasked, and whom nobody here ever asked for anything, stays one when they write again."""
    before = book.shelf.first.get(entry.sender)
    if before is not None:
        second = before.steps[1:2] if before.is_solicitation else []
        return any(step.because == "solicitation" for step in (before.steps[-1], *second))
    return entry.signals.has("solicitation") and not book.ours


def says_it_did_not_help(entry: Entry) -> bool:
    """Tell whether *entry* turns our answer down: "Danke, aber …", "still the same", asked again in anger."""
    beginning = entry.text[:300]
    if _THANKS_BUT.search(beginning) or _STILL_NOT.search(beginning):
        return True
    return entry.signals.has("chaser") and entry.signals.complaint >= YES


def opens_thread(book: Book, entry: Entry) -> bool:
    """Tell whether *entry* begins a matter with us: the first of its thread, no reply's subject, we in ``To``.

    Its references do not count: some programs put one into every new mail.
    """
    first = entry.thread not in book.seen and not book.is_guest(entry.thread)
    return first and not entry.answers_subject and bool(entry.first_to & (entry.ours | entry.lists))


def is_for_information(entry: Entry) -> bool:
    """Tell whether *entry* wants nothing: it says so, or only tells in few words how pleased its writer is."""
    said = entry.signals
    pleased = said.tone >= PLEASED and max(said.negative, said.complaint, said.asks) < QUESTION
    brief = len(entry.text) <= BRIEF and not peers.QUESTION_MARK.search(entry.text)
    return said.has("fyi") or said.thanks >= YES or (pleased and brief)


def _why_opened(entry: Entry) -> str:
    signals = entry.signals
    ranked = {
        "asks": signals.asks,
        "complains": signals.complaint,
        "is_urgent": signals.urgent,
        "threatens": signals.threat,
    }
    best = max(ranked, key=lambda code: ranked[code])
    return best if ranked[best] >= YES else "wants_contact"
