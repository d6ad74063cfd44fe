"""What must hold for any bytes, and against Python's own parser for ordinary mail."""

import email
import email.policy
from email.header import decode_header, make_header
from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st

from handover.model import FolderRole, Message, RawMessage, Skipped
from handover.parse import parse
from handover.parse.charset import clean, decode
from handover.parse.reply import split_reply
from handover.sources.reduce import reduce
from tests.parse.mails import read

FIELD_NAMES = st.sampled_from(
    "From To Cc Subject Date Message-ID References In-Reply-To Content-Type Content-Transfer-Encoding "
    "Content-Disposition Received Reply-To List-Id List-Unsubscribe Auto-Submitted Precedence X-Handover-Size".split()
)
VALUES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [
            b'multipart/mixed; boundary="b"',
            b"multipart/report; boundary=b; report-type=delivery-status",
            b"text/html; charset=utf-16",
            b"text/calendar; method=REPLY",
            b"message/rfc822",
            b"base64",
            b"quoted-printable",
            b"attachment; filename*0*=utf-8''%C3; filename*1=x",
            b"Mon, 02 Nov 2026 09:15:00 +0100",
            b"=?utf-8?q?=C3?= =?utf-8?b?vA=?= <a@b.example>",
            b"Jana via Liste <liste@x.example>",
            b"Telefonnotiz",
        ]
    ),
)
LINES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [
            b"--b",
            b"--b--",
            b"",
            b"> Zitat",
            b"-- ",
            b"Von: a@b.example",
            b"Am 2.11.2026 um 9:15 schrieb Jana:",
            b"BEGIN:VCALENDAR",
        ]
    ),
)


@st.composite
def odd_mails(draw: st.DrawFn) -> bytes:
    """Bytes that look enough like a mail to reach every stage."""
    fields = draw(st.lists(st.tuples(FIELD_NAMES, VALUES), max_size=8))
    body = draw(st.lists(LINES, max_size=12))
    end = draw(st.sampled_from([b"\n", b"\r\n"]))
    head = end.join(name.encode() + b": " + value for name, value in fields)
    return head + end + end + end.join(body)


def answer(data: bytes) -> Message | Skipped:
    return parse(RawMessage("1", "INBOX", FolderRole.INBOX, data))


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), odd_mails()))
def test_any_bytes_are_answered_always_the_same_way(data):
    found = answer(data)

    assert found == answer(data)
    assert not isinstance(found, Skipped) or found.reason != "unreadable"


@settings(max_examples=200, deadline=None)
@given(odd_mails())
def test_what_comes_out_is_clean_and_bounded(data):
    found = answer(data)

    if isinstance(found, Message):
        for text in (found.subject, found.new_text, found.quoted_text, found.signature, found.from_.name):
            text.encode()
            assert not any(ord(c) < 32 and c not in "\n\t" for c in text)
        assert len(found.new_text) <= 16_000
        assert found.date.tzinfo is not None


@settings(max_examples=200, deadline=None)
@given(odd_mails())
def test_a_reduced_mail_is_the_same_mail(data):
    one, other = answer(data), answer(reduce(data)[0])

    assert getattr(one, "key", one) == getattr(other, "key", other)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@settings(max_examples=150, deadline=None)
@given(
    WORDS,
    WORDS,
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from(["7bit", "quoted-printable", "base64", "8bit"]),
)
def test_ordinary_mail_reads_as_python_reads_it(subject, name, words, encoding):
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = email.headerregistry.Address(name, "jana", "kunde.example")
    mail["To"] = "anna@wir.example"
    mail["Subject"] = subject
    mail["Date"] = "Mon, 02 Nov 2026 09:15:00 +0100"
    text = " ".join(words)
    mail.set_content(text, cte=encoding if encoding != "7bit" or text.isascii() else "8bit")
    data = bytes(mail)

    found = read(data)

    reference = email.message_from_bytes(data, policy=email.policy.compat32)
    assert found.subject.split() == str(make_header(decode_header(reference["Subject"]))).split()
    payload = reference.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert found.key == read(data.replace(b"\r\n", b"\n")).key
    shown = found.new_text + found.quoted_text + found.signature
    assert "".join(shown.split()) == "".join(payload.decode().split())


FILE_NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30).map(
    lambda name: f"{name}.pdf"
)
FILES = st.lists(st.tuples(FILE_NAMES, st.binary(max_size=300)), max_size=3)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.booleans(), FILES)
def test_ordinary_parts_are_those_that_python_finds(word, html, files):
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = "jana@kunde.example"
    mail["Date"] = "Mon, 02 Nov 2026 09:15:00 +0100"
    mail.set_content(f"Siehe {word}")
    if html:
        mail.add_alternative("<p>HTML</p>", subtype="html")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)

    found = read(bytes(mail))

    reference = email.message_from_bytes(bytes(mail), policy=email.policy.default)
    assert isinstance(reference, EmailMessage)
    expected = [
        (part.get_filename(), len(part.get_payload(decode=True) or b""))
        for part in reference.iter_attachments()
    ]
    assert [(part.name, part.size) for part in found.attachments] == expected
    assert found.damage == ()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=15))
def test_bytes_and_text_are_cleaned_alike(text):
    encoded = f"Das Band steht seit acht Uhr still, bitte um Hilfe. {text}".encode("utf-8", "ignore")

    assert decode(encoded, "utf-8")[0] == clean(encoded.decode())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=60), max_size=20))
def test_no_line_of_a_text_is_lost_between_new_quoted_and_signature(lines):
    text = "\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines)

    split = split_reply(text)

    whole = f"{split.new}\n{split.quoted}\n{split.signature}"
    assert all(
        line.strip() in whole
        for line in text.split("\n")
        if line.strip("_=*-#~+·•—–. >\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
    )
