"""The example mailbox becomes real messages: written as text, read back with the standard library."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from handover.layout import LayoutError, lay_out

PROJECT = Path(__file__).parent.parent

ASKED = """\
# what the thread tells
--- INBOX a
From: Petra Schulz <petra.schulz@klein.example>
To: Sabine Kögel <sabine@fuggerfeld.example>
Date: 2026-11-09 09:12 +0100
Subject: Rollenbahn für Halle 2
{extra}

Guten Tag,

wann kommt die Rollenbahn?
"""
ANSWERED = """\
--- Sent b re a
From: Sabine Kögel <sabine@fuggerfeld.example>
To: Petra Schulz <petra.schulz@klein.example>
Date: 2026-11-10 14:05 +0100
X-Client: {client}
X-Rule: {rule}
X-Layout: {layout}

Am Freitag.

{{{{quote a}}}}
"""

Lay = Callable[..., dict[str, EmailMessage]]


def asked(extra: str = "X-Layout: plain") -> str:
    return ASKED.format(extra=extra)


def answered(client: str, layout: str = "plain", rule: str = "none") -> str:
    return ANSWERED.format(client=client, layout=layout, rule=rule)


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay out one thread; answer its messages by handle."""

    def run(text: str, **beside: str) -> dict[str, EmailMessage]:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "07-rollenbahn.mail").write_text(text, encoding="utf-8")
        for name, content in beside.items():
            (source / f"{name}.ics").write_text(content, encoding="utf-8")
        lay_out(source, tmp_path / "target")
        found = (path for path in (tmp_path / "target").rglob("*") if path.is_file())
        return {path.name.split(":")[0].split(".")[2]: read(path) for path in found}

    return run


def read(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not [defect for part in message.walk() for defect in part.defects]
    return message


def text(message: EmailMessage, kind: str = "plain") -> str:
    body = message.get_body((kind,))
    assert body is not None
    content = body.get_content()
    assert isinstance(content, str)
    return content


def test_a_mail_keeps_its_headers_and_its_words(lay: Lay) -> None:
    mail = lay(asked())["a"]

    assert mail["From"] == "Petra Schulz <petra.schulz@klein.example>"
    assert mail["To"].addresses[0].display_name == "Sabine Kögel"
    assert mail["Subject"] == "Rollenbahn für Halle 2"
    assert mail["Message-ID"] == "<07-rollenbahn.a@klein.example>"
    assert mail["Date"] == "Mon, 09 Nov 2026 09:12:00 +0100"
    assert text(mail) == "Guten Tag,\n\nwann kommt die Rollenbahn?\n"
    assert not [name for name in mail if name in {"X-Layout", "X-Client"}]


@pytest.mark.parametrize("written", ["Kögel, Sabine", '"Kögel, Sabine"'])
def test_a_name_may_hold_a_comma(lay: Lay, written: str) -> None:
    mail = lay(asked().replace("To: Sabine Kögel", f"To: {written}"))["a"]

    (receiver,) = mail["To"].addresses
    assert (receiver.display_name, receiver.addr_spec) == ("Kögel, Sabine", "sabine@fuggerfeld.example")


def test_an_answer_refers_to_what_it_answers(lay: Lay) -> None:
    mails = lay(asked() + answered("outlook-de") + answered("gmail-de").replace("b re a", "c re b"))

    assert mails["b"]["Subject"] == "AW: Rollenbahn für Halle 2"
    assert mails["b"]["In-Reply-To"] == mails["a"]["Message-ID"]
    assert mails["c"]["Subject"] == "Re: Rollenbahn für Halle 2"
    assert mails["c"]["References"].split() == [mails["a"]["Message-ID"], mails["b"]["Message-ID"]]


def test_only_incoming_mail_is_received_and_later_when_it_says_so(lay: Lay) -> None:
    mails = lay(asked("X-Arrived: 2026-11-09 11:40 +0100") + answered("outlook-de"))

    arrived = mails["a"]["Received"].rpartition(";")[2]
    assert parsedate_to_datetime(arrived).strftime("%H:%M") == "11:40"
    assert mails["b"]["Received"] is None


def test_files_say_when_they_arrived(lay: Lay, tmp_path: Path) -> None:
    mails = lay(asked("X-Arrived: 2026-11-09 11:40 +0100"))

    (path,) = (tmp_path / "target" / "cur").iterdir()
    assert (
        path.stat().st_mtime == parsedate_to_datetime(mails["a"]["Received"].rpartition(";")[2]).timestamp()
    )
    assert path.name.endswith(".07-rollenbahn.a:2,S")


def test_the_same_text_becomes_the_same_bytes(lay: Lay, tmp_path: Path) -> None:
    lay(asked("X-Attach: Skizze Tor 3.pdf 48 kB") + answered("outlook-de", "alternative"))
    lay_out(tmp_path / "source", tmp_path / "again")

    first, second = tmp_path / "target", tmp_path / "again"
    files = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert all((first / path).read_bytes() == (second / path).read_bytes() for path in files)
    assert all(b"\r" not in (first / path).read_bytes() for path in files)


def test_the_summary_counts_threads_messages_and_folders(lay: Lay, tmp_path: Path) -> None:
    lay(asked() + answered("outlook-de"))

    summary = lay_out(tmp_path / "source", tmp_path / "target")

    assert (summary.threads, summary.messages, summary.folders) == (1, 2, {"INBOX": 1, "Sent": 1})
    assert all((tmp_path / "target" / folder / "new").is_dir() for folder in ("", ".Sent", ".Projekt"))


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (
            "outlook-de",
            "Von: Petra Schulz <petra.schulz@klein.example>\nGesendet: Montag, 9. November 2026 09:12\n",
        ),
        ("outlook-en", "From: Petra Schulz <petra.schulz@klein.example>\nSent: 09 November 2026 09:12\n"),
        (
            "gmail-de",
            "Am Mo., 9. Nov. 2026 um 09:12 Uhr schrieb Petra Schulz <\npetra.schulz@klein.example>:\n\n> ",
        ),
        (
            "gmail-en",
            "On Mon, 9 Nov 2026 at 09:12, Petra Schulz <petra.schulz@klein.example> wrote:\n\n> Guten",
        ),
        ("apple-de", "Am 09.11.2026 um 09:12 schrieb Petra Schulz <petra.schulz@klein.example>:\n\n> Guten"),
        ("apple-en", "On 9 Nov 2026, at 09:12, Petra Schulz <petra.schulz@klein.example> wrote:\n\n> Guten"),
        ("thunderbird-de", "Am 09.11.26 um 09:12 schrieb Petra Schulz:\n> Guten Tag,\n>\n> wann"),
        ("thunderbird-en", "On 09/11/2026 09:12, Petra Schulz wrote:\n> Guten Tag,\n>\n> wann"),
    ],
)
def test_each_client_quotes_in_its_own_way(lay: Lay, client: str, expected: str) -> None:
    answer = text(lay(asked() + answered(client))["b"])

    assert answer.startswith("Am Freitag.\n\n" + expected)
    assert answer.count("wann kommt die Rollenbahn?") == 1


def test_an_american_sees_his_own_dates_and_his_own_clock(lay: Lay) -> None:
    reply = answered("gmail-en").replace("14:05 +0100", "14:05 -0600")

    assert "On Mon, Nov 9, 2026 at 2:12 AM Petra" in text(lay(asked() + reply)["b"])


@pytest.mark.parametrize(
    ("rule", "line"),
    [("line", "_" * 32), ("text", "-----Ursprüngliche Nachricht-----"), ("none", "Am Freitag.\n")],
)
def test_outlook_draws_the_rule_that_is_asked_for(lay: Lay, rule: str, line: str) -> None:
    assert f"{line}\nVon: Petra" in text(lay(asked() + answered("outlook-de", rule=rule))["b"])


def test_a_quote_holds_what_the_quoted_mail_quoted(lay: Lay) -> None:
    third = answered("thunderbird-de").replace("b re a", "c re b").replace("quote a", "quote b")

    answer = text(lay(asked() + answered("gmail-de") + third)["c"])

    assert "\n> Am Freitag.\n" in answer
    assert "\n>> wann kommt die Rollenbahn?\n" in answer


def test_own_words_can_stand_below_the_quote(lay: Lay) -> None:
    below = answered("apple-de").replace("Am Freitag.\n\n", "") + "\n{{below}}\nAm Freitag.\n"

    answer = text(lay(asked() + below)["b"])

    assert answer.startswith("Am 09.11.2026")
    assert answer.endswith("> wann kommt die Rollenbahn?\n\nAm Freitag.\n")


def test_a_forwarded_mail_is_announced_instead_of_marked(lay: Lay) -> None:
    forward = answered("gmail-de").replace("X-Client", "Subject: WG: Rollenbahn\nX-Client")

    answer = text(lay(asked() + forward)["b"])

    assert "---------- Forwarded message ---------\nVon: Petra" in answer
    assert "> " not in answer.replace("example> ", "")


@pytest.mark.parametrize(
    ("client", "mark"),
    [
        ("gmail-de", '<blockquote class="gmail_quote"'),
        ("apple-de", '<blockquote type="cite">'),
        ("thunderbird-de", '<blockquote type="cite" cite="mid:07-rollenbahn.a@klein.example">'),
        ("outlook-de", '<div style="border:none;border-top:solid #E1E1E1'),
    ],
)
def test_html_marks_the_quote_as_its_client_does(lay: Lay, client: str, mark: str) -> None:
    mail = lay(asked() + answered(client, "alternative"))["b"]

    own, found, quote = text(mail, "html").partition(mark)
    assert found
    assert "Am Freitag." in own
    assert "wann kommt die Rollenbahn?" in quote
    assert "Am Freitag." in text(mail)


def test_html_alone_can_be_written_in_an_old_charset(lay: Lay) -> None:
    mail = lay(asked("X-Layout: html\nX-Charset: windows-1252"))["a"]

    assert mail.get_content_type() == "text/html"
    assert mail.get_content_charset() == "windows-1252"
    assert mail["Subject"] == "Rollenbahn für Halle 2"


@pytest.mark.parametrize(
    ("client", "transfer"),
    [("outlook-de", "base64"), ("gmail-de", "quoted-printable"), ("thunderbird-de", "8bit")],
)
def test_each_client_encodes_umlauts_in_its_own_way(lay: Lay, client: str, transfer: str) -> None:
    mail = lay(asked(f"X-Client: {client}").replace("wann", "für wann"))["a"]

    assert mail["Content-Transfer-Encoding"] == transfer
    assert "für wann" in text(mail)


def test_attachments_have_their_name_and_type_and_are_small(lay: Lay) -> None:
    mail = lay(asked("X-Attach: Maße Tor 3.pdf 2 MB\nX-Attach: liste.csv 300"))["a"]

    plan, table = mail.iter_attachments()
    assert (plan.get_filename(), plan.get_content_type()) == ("Maße Tor 3.pdf", "application/pdf")
    assert len(plan.get_content()) == 2048
    assert (table.get_filename(), len(table.get_content())) == ("liste.csv", 300)


def test_an_invitation_carries_its_calendar_and_method(lay: Lay) -> None:
    invitation = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n"

    mail = lay(asked("X-Calendar: termin.ics"), termin=invitation)["a"]

    part = mail.get_body(("calendar",)) or next(
        p for p in mail.walk() if p.get_content_subtype() == "calendar"
    )
    assert part.get_param("method") == "REQUEST"
    assert "METHOD:REQUEST" in part.get_content()


def test_a_bounce_names_whom_it_did_not_reach(lay: Lay) -> None:
    bounce = (
        asked("X-Report: bounce b petra.schulz@klein.example")
        .partition("\n")[2]
        .replace("INBOX a", "INBOX c")
    )

    mail = lay(asked() + answered("outlook-de") + bounce)["c"]

    status = next(part for part in mail.walk() if part.get_content_type() == "message/delivery-status")
    assert mail.get_content_type() == "multipart/report"
    assert mail.get_param("report-type") == "delivery-status"
    assert "Final-Recipient: rfc822; petra.schulz@klein.example" in status.as_string()
    assert "<07-rollenbahn.b@fuggerfeld.example>" in mail.as_string()


def test_a_read_receipt_names_the_mail_that_was_read(lay: Lay) -> None:
    receipt = asked("X-Report: read b").partition("\n")[2].replace("INBOX a", "INBOX c")

    mail = lay(asked() + answered("outlook-de") + receipt)["c"]

    assert mail.get_param("report-type") == "disposition-notification"
    assert "Original-Message-ID: <07-rollenbahn.b@fuggerfeld.example>" in mail.as_string()


def test_a_header_given_empty_is_left_out(lay: Lay) -> None:
    mail = lay(asked("Message-ID:").replace("Rollenbahn für Halle 2", ""))["a"]

    assert mail["Message-ID"] is None
    assert mail["Subject"] is None


@pytest.mark.parametrize(
    ("wrong", "right", "line", "reason"),
    [
        ("--- Inbox a", "--- INBOX a", 2, "unknown folder 'Inbox'"),
        ("2026-11-31 09:12 +0100", "2026-11-09 09:12 +0100", 5, "Date wants the form"),
        ("2026-11-09 09:12", "2026-11-09 09:12 +0100", 5, "Date wants the form"),
        (
            "To: Sabine Kögel",
            "To: Sabine Kögel <sabine@fuggerfeld.example>",
            4,
            "no list of addresses",
        ),
        ("X-Layout: fancy", "X-Layout: plain", 7, "x-layout is one of plain, html, alternative"),
        ("X-Attach: Plan.pdf", "X-Layout: plain", 7, "NAME SIZE"),
        ("X-Calendar: nowhere.ics", "X-Layout: plain", 7, "no calendar file"),
        ("X-Report: bounce a", "X-Layout: plain", 7, "X-Report is"),
        ("no header at all", "X-Layout: plain", 7, "is no header"),
        ("{{quote z}}", "wann kommt die Rollenbahn?", 11, "does not stand above"),
        ("{{Quote a}}", "wann kommt die Rollenbahn?", 11, "is neither"),
        ("hello", "# what the thread tells", 1, "only comments"),
    ],
)
def test_a_mistake_is_named_with_its_line(lay: Lay, wrong: str, right: str, line: int, reason: str) -> None:
    with pytest.raises(LayoutError, match=reason) as caught:
        lay(asked().replace(right, wrong))

    assert caught.value.line == line
    assert f"07-rollenbahn.mail:{line}: " in str(caught.value)


def test_a_letter_that_its_charset_lacks_is_a_mistake(lay: Lay) -> None:
    with pytest.raises(LayoutError, match="cannot be written in windows-1252") as caught:
        lay(asked("X-Charset: windows-1252").replace("wann", "привет"))

    assert caught.value.line == 11


@pytest.mark.parametrize("second", ["--- INBOX a", "--- INBOX b re z"])
def test_handles_are_unique_and_known(lay: Lay, second: str) -> None:
    with pytest.raises(LayoutError, match=r"'a' is taken|'re z' answers"):
        lay(asked() + second + "\nFrom: a@b.example\n")


def test_nothing_is_written_when_one_thread_holds_a_mistake(lay: Lay, tmp_path: Path) -> None:
    with pytest.raises(LayoutError):
        lay(asked().replace("INBOX", "Nowhere"))

    assert not (tmp_path / "target").exists()


def test_the_example_mailbox_is_without_mistakes_and_its_key_names_its_mails(tmp_path: Path) -> None:
    keys = sorted((PROJECT / "tests" / "demo").glob("key-*.jsonl"))
    lines = [json.loads(line) for key in keys for line in key.read_text(encoding="utf-8").splitlines()]

    summary = lay_out(PROJECT / "examples" / "mailbox", tmp_path / "mail")

    files = [path for path in (tmp_path / "mail").rglob("*") if path.is_file()]
    handles = {path.name.partition(":")[0].partition(".")[2] for path in files}
    assert len(files) == len(handles) == summary.messages
    assert all(read(path)["Date"] for path in files)
    assert {line[name] for line in lines for name in ("opened", "made") if name in line} <= handles
