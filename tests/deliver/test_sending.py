"""Sending a packet, what can go wrong, and what comes back: against a real SMTP server on loopback."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Handover
from tests.deliver.conftest import lay_mail
from tests.servers.smtp_sink import Sink

pytestmark = pytest.mark.slow

FRIDAY = ("--now", "2026-11-20T09:00")
PETER = "peter.lindner@fuggerfeld.example"
JENS = "jens.westermann@fuggerfeld.example"


def smtp(sink: Sink) -> list[str]:
    return ["--smtp", f"smtp://127.0.0.1:{sink.port}", "--yes"]


def mail_to(sink: Sink, address: str) -> EmailMessage:
    data = next(sent.data for sent in sink.sent if sent.recipients == (address,))
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def reply(sender: str, mail: EmailMessage, body: str, *more: str, at: str = "12:00") -> str:
    headers = [
        f"From: {sender}",
        "To: Sabine <sabine.koegel@fuggerfeld.example>",
        f"Date: Fri, 20 Nov 2026 {at}:00 +0100",
        f"Received: from x by y; Fri, 20 Nov 2026 {at}:01 +0100",
        f"Subject: AW: {str(mail['Subject']).encode('ascii', 'replace').decode()}",
        f"In-Reply-To: {mail['Message-ID']}",
        f"Message-ID: <{at.replace(':', '')}.{sender.partition('@')[0]}@reply.example>",
        "Content-Type: text/plain; charset=utf-8",
        *more,
    ]
    return "\n".join(headers) + "\n\n" + body + "\n"


def state_of(status: dict[str, Any], address: str) -> dict[str, Any]:
    (packet,) = status["data"]["packets"]
    return next(deputy for deputy in packet["deputies"] if deputy["address"] == address)


def test_each_deputy_gets_text_html_invitation_and_attachments(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink
):
    run = handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server))

    assert run.code == 0, run.err
    mail = mail_to(smtp_sink_server, PETER)
    types = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    assert types == [
        "text/plain",
        "text/html",
        "text/calendar",
        "text/html",
        "text/calendar",
        "application/zip",
    ]
    assert "[H-" in str(mail["Subject"])
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert calendar.get_param("method") == "REQUEST"
    assert {sent.recipients for sent in smtp_sink_server.sent} >= {(PETER,), (JENS,)}


def test_a_dry_run_shows_everything_and_sends_nothing(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink
):
    run = handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server), "--dry-run")

    assert run.code == 0
    assert PETER in run.out
    assert "ok, übernommen" in run.out
    assert "mails.zip" in run.out
    assert smtp_sink_server.sent == []


def test_nobody_is_mailed_unasked(handover: Handover, at_example: list[str], smtp_sink_server: Sink):
    run = handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server)[:2])

    assert run.code == 2
    assert smtp_sink_server.sent == []


def test_who_has_it_does_not_get_it_twice(handover: Handover, at_example: list[str], smtp_sink_server: Sink):
    handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server))
    before = len(smtp_sink_server.sent)

    run = handover("packet", "send", *at_example, "--now", "2026-11-20T10:00", *smtp(smtp_sink_server))

    assert run.code == 0
    assert len(smtp_sink_server.sent) == before


def test_a_refused_mail_is_exit_5_and_a_retry_reuses_the_message_id(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink
):
    smtp_sink_server.refused_recipients.add(PETER)
    refused = handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server), "--json")
    smtp_sink_server.refused_recipients.clear()

    again = handover(
        "packet", "send", *at_example, "--now", "2026-11-20T10:00", *smtp(smtp_sink_server), "--json"
    )

    assert refused.code == 5
    assert "550" in refused.json["errors"][-1]["text"]
    first = next(mail for mail in refused.json["data"]["mails"] if mail["to"] == PETER)
    (second,) = again.json["data"]["mails"]
    assert (first["state"], second["state"]) == ("failed", "sent")
    assert first["message_id"] == second["message_id"]
    assert mail_to(smtp_sink_server, PETER)["Message-ID"] == f"<{first['message_id']}>"


def test_a_connection_lost_at_the_very_end_is_called_perhaps_twice(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink
):
    smtp_sink_server.drop_after_data = True
    lost = handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server), "--json")
    smtp_sink_server.drop_after_data = False

    again = handover(
        "packet", "send", *at_example, "--now", "2026-11-20T10:00", *smtp(smtp_sink_server), "--json"
    )

    assert lost.code == 5
    assert {mail["state"] for mail in lost.json["data"]["mails"]} == {"intended"}
    assert {mail["state"] for mail in again.json["data"]["mails"]} == {"perhaps_twice"}
    ids = [mail["message_id"] for mail in lost.json["data"]["mails"]]
    assert ids == [mail["message_id"] for mail in again.json["data"]["mails"]]


def test_nobody_listening_is_exit_5(handover: Handover, at_example: list[str]):
    run = handover("packet", "send", *at_example, *FRIDAY, "--smtp", "smtp://127.0.0.1:9", "--yes")

    assert run.code == 5


def test_a_password_in_the_address_is_refused(handover: Handover, at_example: list[str]):
    run = handover("packet", "send", *at_example, *FRIDAY, "--smtp", "smtps://a:geheim@mail.example", "--yes")

    assert run.code == 2
    assert "geheim" not in run.err


def test_an_acceptance_an_objection_and_a_forged_one_are_told_apart(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink, mailbox: Path
):
    handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server))
    peter, jens = mail_to(smtp_sink_server, PETER), mail_to(smtp_sink_server, JENS)
    lay_mail(mailbox, "1", reply(PETER, peter, "Ok bis auf 4, den Rest übernehme ich."))
    lay_mail(mailbox, "2", reply("jens@fremd.example", jens, "ok, übernommen"))
    lay_mail(
        mailbox, "3", reply(JENS, jens, "ok", "Authentication-Results: mx.example; dmarc=fail", at="12:30")
    )

    run = handover("packet", "status", *at_example, "--now", "2026-11-20T14:00", "--json", "--fail-on", "red")

    status = run.json
    assert run.code == 1
    items = {item["part"]["number"]: item["state"] for item in state_of(status, PETER)["items"]}
    assert items.pop(4) == "objected"
    assert set(items.values()) == {"accepted"}
    assert {item["state"] for item in state_of(status, JENS)["items"]} == {"open"}
    (packet,) = status["data"]["packets"]
    assert {stranger["kind"] for stranger in packet["strangers"]} == {"stranger", "forged"}


def test_an_accepted_invitation_accepts_the_packet(
    handover: Handover, at_example: list[str], smtp_sink_server: Sink, mailbox: Path
):
    handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server))
    jens = mail_to(smtp_sink_server, JENS)
    calendar = next(part for part in jens.walk() if part.get_content_type() == "text/calendar")
    ics = calendar.get_content().replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED")
    answer = reply(JENS, jens, ics).replace(
        "text/plain; charset=utf-8", "text/calendar; charset=utf-8; method=REPLY"
    )
    answer = "\n".join(line for line in answer.split("\n") if not line.startswith(("Subject", "In-Reply-To")))
    lay_mail(mailbox, "1", answer.replace("\n\n", "\nSubject: Zugesagt: Vertretung\n\n", 1))

    run = handover("packet", "status", *at_example, "--now", "2026-11-20T14:00", "--json")

    assert {item["state"] for item in state_of(run.json, JENS)["items"]} == {"accepted"}


def test_a_word_given_is_shown_as_that_and_the_record_is_whole(handover: Handover, at_example: list[str]):
    handover("packet", "ack", "Westermann", *at_example, *FRIDAY, "--said", "am Telefon")

    status = handover("packet", "status", *at_example, "--now", "2026-11-20T14:00", "--json")
    record = handover("packet", "record", *at_example, "--now", "2026-12-07T08:00", "--json")

    assert {item["state"] for item in state_of(status.json, JENS)["items"]} == {"by_word"}
    data = record.json["data"]
    assert data["broken"] == []
    assert {link["kind"] for link in data["record"]["links"]} >= {"built", "received"}
    assert any(matter["customer"] == "kestrel.example" for matter in data["record"]["matters"])


OUTLOOK = """Passt, übernehme ich.

Gruß
Peter Lindner
Projektleiter Automotive

Von: Sabine Kögel <sabine.koegel@fuggerfeld.example>
Gesendet: Freitag, 20. November 2026 09:00
An: Peter Lindner <peter.lindner@fuggerfeld.example>
Betreff: Übergabe Sabine Kögel

Bitte antworte auf diese Mail mit „ok, übernommen“ – oder schreib mir, welche Nummern nicht gehen."""
GMAIL = """Alles außer 4, da bin ich in Ulm.

Am Fr., 20. Nov. 2026 um 09:00 Uhr schrieb Sabine Kögel <sabine.koegel@fuggerfeld.example>:

> Bitte antworte auf diese Mail mit „ok, übernommen“ – oder schreib mir,
> welche Nummern nicht gehen."""
APPLE = """Danke dir, lese ich heute Abend.

Von meinem iPhone gesendet

> Am 20.11.2026 um 09:00 schrieb Sabine Kögel <sabine.koegel@fuggerfeld.example>:
>
> Bitte antworte auf diese Mail mit „ok, übernommen“ – oder schreib mir, welche Nummern nicht gehen."""


@pytest.mark.parametrize(
    ("body", "four", "others"),
    [(OUTLOOK, "accepted", "accepted"), (GMAIL, "objected", "accepted"), (APPLE, "open", "open")],
    ids=["outlook", "gmail", "apple"],
)
def test_story_2_answers_from_three_mail_programs_are_understood(
    handover: Handover,
    at_example: list[str],
    smtp_sink_server: Sink,
    mailbox: Path,
    body: str,
    four: str,
    others: str,
):
    handover("packet", "send", *at_example, *FRIDAY, *smtp(smtp_sink_server))
    lay_mail(mailbox, "1", reply(PETER, mail_to(smtp_sink_server, PETER), body))

    run = handover("packet", "status", *at_example, "--now", "2026-11-20T14:00", "--json")

    items = {item["part"]["number"]: item["state"] for item in state_of(run.json, PETER)["items"]}
    assert items.pop(4) == four
    assert set(items.values()) == {others}
