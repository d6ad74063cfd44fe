"""One customer's data never stands in another's dossier, whatever a mail claims to answer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover import app
from handover.codec import dumps
from handover.documents.packet import Packet
from tests.packet.boxes import OWNER, PETER, Mail, settings_of
from tests.packet.test_build import FIRST, LAST

CUSTOMERS = ("alder", "birch", "cedar")
SECRET = {name: f"{name}geheim{number}7431" for number, name in enumerate(CUSTOMERS)}

WHO = st.sampled_from(CUSTOMERS)
TEXTS = st.sampled_from(
    [
        "When will you deliver {secret}? Please answer.",
        "Ich habe schon dreimal nach {secret} gefragt, wann kommt das endlich?",
        "We will cancel the contract if {secret} is not here on Friday.",
        "Danke für {secret}!",
    ]
)
OUR_TEXTS = st.sampled_from(
    [
        "You will get {secret} by Friday.",
        "Wir kümmern uns um {secret} und melden uns bis Montag.",
        "We give you a discount on {secret}.",
        "{secret} kostet 40 Euro und liegt bereit.",
    ]
)
REFERENCES = st.lists(st.integers(0, 11), max_size=3)


@st.composite
def mailboxes(draw: st.DrawFn) -> list[Mail]:
    """Mails of three customers, our replies, internal mails that name several, all with references forged at will."""
    mails = []
    for number in range(draw(st.integers(3, 10))):
        kind = draw(st.sampled_from(["theirs", "theirs", "ours", "internal"]))
        who = draw(WHO)
        references = tuple(f"n{other}@box.example" for other in draw(REFERENCES))
        address = f"Kim {who.title()} <kim@{who}.example>"
        secret = SECRET[who]
        subject = draw(st.sampled_from([f"Re: {secret}", secret, "Re: Order", "Order"]))
        id_ = f"n{number}@box.example"
        ago = 200 - number * 12
        if kind == "theirs":
            text = draw(TEXTS).format(secret=secret)
            mails.append(Mail(address, OWNER, ago, subject, text, id_, references))
        elif kind == "ours":
            text = draw(OUR_TEXTS).format(secret=secret)
            mails.append(Mail(OWNER, address, ago, subject, text, id_, references))
        else:
            text = (
                "Have you called " + " and ".join(f"{c.title()} ({SECRET[c]})" for c in CUSTOMERS) + " yet?"
            )
            sender = draw(st.sampled_from(["Chef <chef@wir.example>", f"Peter <{PETER}>"]))
            mails.append(Mail(sender, OWNER, ago, "Order", text, id_, references))
    return mails


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(mailboxes())
def test_no_dossier_holds_the_words_of_another_customer(mails: list[Mail]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen = settings_of(folder, mails, manager=("chef@wir.example",))
        packet: Packet = app.packet_build(chosen, FIRST, LAST, out=folder / "out", formats=("json",)).data[
            "packet"
        ]

    for dossier in packet.dossiers:
        items = [packet.item(number) for number in dossier.items]
        told = dumps(dossier) + "".join(dumps(item) for item in items if item is not None)
        foreign = [s for c, s in SECRET.items() if c not in dossier.customer and s in told]
        assert foreign == [], dossier.name


def test_a_forged_reference_brings_nothing_into_the_other_dossier(tmp_path: Path) -> None:
    mails = [
        Mail("Kim <kim@alder.example>", OWNER, 60, "Price", "What does aldersecret cost?", "a@x"),
        Mail(
            "Lee <lee@birch.example>",
            OWNER,
            40,
            "Re: Price",
            "And when do you deliver birchsecret?",
            "b@x",
            ("a@x",),
        ),
        Mail(
            "Chef <chef@wir.example>", OWNER, 30, "Re: Price", "Call them about aldersecret!", "c@x", ("b@x",)
        ),
    ]
    chosen = settings_of(tmp_path, mails, manager=("chef@wir.example",))

    packet: Packet = app.packet_build(chosen, FIRST, LAST, out=tmp_path / "out", formats=("json",)).data[
        "packet"
    ]

    told = {dossier.customer: dumps(dossier) for dossier in packet.dossiers}
    assert "birchsecret" in told["birch.example"]
    assert "aldersecret" not in told["birch.example"]
    assert "birchsecret" not in told["alder.example"]
