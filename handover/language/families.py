"""What each family of phrases means: which signals it feeds, how strongly, and what silences it.

The same for every language. Guards: ``n`` a negation beside the phrase, ``c`` a conditional clause, ``q`` a
question, ``o`` the writer speaks of what they themselves do or will do, ``p`` a past that is over.
"""

from __future__ import annotations

from typing import NamedTuple

from handover.i18n import N_


class Family(NamedTuple):
    """*signals* maps a signal to the probability that one phrase of the family alone gives it."""

    signals: dict[str, float]
    guards: str = ""


FAMILIES: dict[str, Family] = {
    "ask": Family({"asks": 0.85}),
    "ask_soft": Family({"asks": 0.62}),
    "order": Family({"asks": 0.75}, "ncq"),
    "pressure": Family({"asks": 0.5}),
    "problem": Family({"asks": 0.55, "negative": 0.12, "complaint": 0.2}, "c"),
    "callback": Family({"asks": 0.8}, "no"),
    "offer_asked": Family({"asks": 0.75}, "n"),
    "invites": Family({"asks": 0.55}, "n"),
    "question_back": Family({"asks": 0.6}),
    "manager_nudge": Family({"asks": 0.75, "urgent": 0.25}),
    "chaser": Family({"asks": 0.72, "complaint": 0.3, "negative": 0.15}, "c"),
    "urgent": Family({"urgent": 0.72, "asks": 0.3}, "nco"),
    "urgent_soft": Family({"urgent": 0.4, "asks": 0.2}, "nco"),
    "eased": Family({}),
    "deadline": Family({"urgent": 0.5, "asks": 0.3}, "nco"),
    "outage": Family({"urgent": 0.62, "negative": 0.15, "complaint": 0.15, "asks": 0.5}, "nc"),
    "incident": Family({"urgent": 0.55, "negative": 0.15, "asks": 0.4}, "nc"),
    "complaint": Family({"complaint": 0.78, "negative": 0.35, "asks": 0.45}, "nc"),
    "service_fault": Family({"complaint": 0.5, "negative": 0.25, "asks": 0.4}, "nc"),
    "angry": Family({"negative": 0.6, "complaint": 0.55}, "nc"),
    "threat": Family({"threat": 0.85, "complaint": 0.45, "negative": 0.3, "asks": 0.5}, "n"),
    "threat_soft": Family({"threat": 0.55, "complaint": 0.3, "negative": 0.2, "asks": 0.4}, "nq"),
    "higher_up": Family({"threat": 0.6, "complaint": 0.4, "negative": 0.15, "asks": 0.4}, "nq"),
    "thanks": Family({"thanks": 0.85}, "nc"),
    "calm": Family({"thanks": 0.5}, "nc"),
    "withdrawn": Family({"thanks": 0.5}, "cq"),
    "done": Family({}, "ncq"),
    "put_off": Family({}, "cq"),
    "patience": Family({}, "nc"),
    "away": Family({}, "cq"),
    "forwarded": Family({}, "ncq"),
    "holding": Family({}, "cq"),
    "ack": Family({}, "cq"),
    "apology": Family({}, "n"),
    "courtesy": Family({}),
    "substance": Family({}),
    "encloses": Family({}, "ncq"),
    "statement": Family({}),
    "reported": Family({}, "cq"),
    "asks_others": Family({}),
    "grant": Family({}, "nq"),
    "cannot": Family({}, "cq"),
    "moved": Family({}, "cq"),
    "fyi": Family({}, "n"),
    "announces": Family({}, "q"),
    "solicitation": Family({}, "n"),
    "promise": Family({}, "ncq"),
    "falls_due": Family({}, "ncq"),
}

MARKS: dict[str, str] = {
    "angry": N_("the writer is angry, in words or by sarcasm"),
    "announces": N_("tells everybody of an event, a release, something for sale"),
    "apology": N_("the writer apologises"),
    "ask": N_("asks in words, with or without a question mark"),
    "away": N_("says that somebody is away or busy"),
    "calm": N_("accepts, is satisfied, takes it easy"),
    "callback": N_("asks for a call"),
    "cannot": N_("a refusal, as a rule with its reason"),
    "chaser": N_("asks again for something that was not answered"),
    "complaint": N_("complains about a delivery, a service, a treatment"),
    "deadline": N_("sets a near deadline or names an event that cannot wait"),
    "done": N_("says that something has been done"),
    "forwarded": N_("says that the matter was passed on"),
    "eased": N_("says that it can wait, or that there is a way round it"),
    "encloses": N_("says that something comes with the mail"),
    "fyi": N_("only informs"),
    "grant": N_("grants something: a discount, a guarantee, a refund, work free of charge"),
    "higher_up": N_("turns to, or threatens with, somebody who outranks the reader or the writer"),
    "holding": N_("a phrase that puts off without substance"),
    "incident": N_("data, security or people are at risk"),
    "invites": N_("proposes a meeting or a call"),
    "manager_nudge": N_("a superior asks whether somebody has been served"),
    "moved": N_("an announced date is put off"),
    "offer_asked": N_("inquires for an offer, a price or a first meeting"),
    "order": N_("orders, or tells to go ahead"),
    "outage": N_("something stands still or is out of reach"),
    "patience": N_("thanks for patience: looks back where something is given, puts off where nothing is"),
    "pressure": N_("thanks in advance, reply expected"),
    "problem": N_("reports that something does not work"),
    "promise": N_("a promise in words without a first person"),
    "put_off": N_("has no information, passes on, asks for patience"),
    "question_back": N_("a specific question to the other side"),
    "service_fault": N_("names a fault of service: late, wrong, missing"),
    "solicitation": N_("offers goods, services or candidates unasked"),
    "thanks": N_("thanks, and by it closes"),
    "threat": N_("lawyer, cancellation, withheld payment, public review"),
    "threat_soft": N_("hints at such a consequence"),
    "urgent": N_("says that it is urgent"),
    "withdrawn": N_("the asker says that it is settled or needs no answer"),
}
"""The codes of `model.Mark` and what each says."""
