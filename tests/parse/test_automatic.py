import pytest

from tests.parse.mails import mail, multipart, part, read

ABSENT = "Vielen Dank für Ihre Nachricht. Ich bin bis 27.11.2026 nicht im Büro. In dringenden Fällen hilft Frau Braun."
LETTER = (
    "Sehr geehrte Frau Berg,\n\nkönnen Sie mir das Angebot bis Freitag schicken?\n\nViele Grüße\nJana Schmidt"
)


def kind(body: str = "Hallo", **fields: str) -> str | None:
    return read(mail(body, **fields)).automatic


@pytest.mark.parametrize(
    "fields",
    [
        {"auto_submitted": "auto-replied"},
        {"auto_submitted": "auto-replied (vacation)"},
        {"x_autoreply": "yes"},
        {"precedence": "auto_reply"},
        {"subject": "Automatische Antwort: Angebot"},
        {"subject": "Abwesenheitsnotiz: Angebot"},
        {"subject": "Automatic reply: Quote"},
        {"subject": "Out of Office: Quote"},
        {"subject": "Re: Angebot"},
    ],
)
def test_an_absence_notice_is_an_auto_reply(fields):
    assert kind(ABSENT, **fields) == "auto_reply"


def test_a_receipt_of_a_ticket_system_is_an_auto_reply():
    assert (
        kind("Ihre Anfrage ist bei uns eingegangen. Dies ist eine automatisch erstellte Nachricht.")
        == "auto_reply"
    )
    assert (
        kind("We have received your request. This is an automated message.", subject="Ticket 4711")
        == "auto_reply"
    )


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("AW: Automatische Antwort: Angebot", "Gute Erholung! Wir sprechen dann im Dezember."),
        ("Re: Out of Office: Quote", "Thanks, no hurry. Can you call me on Monday?"),
        (
            "Urlaub",
            "Hallo Frau Berg,\n\nich bin ab morgen im Urlaub. Das Angebot schicke ich noch heute raus. Passt das?",
        ),
        ("AW: Termin", "Ich bin bis Mittwoch auf Dienstreise. Passt Ihnen Donnerstag, 10 Uhr?"),
        ("Angebot", "Wir haben Ihre Anfrage erhalten und melden uns bis Freitag mit einem Preis."),
        ("Band", "Die automatisch erstellte Rechnung ist falsch. Bitte prüfen Sie das."),
        ("Holiday", "I am on holiday next week, so please send the drawing before Friday."),
        (
            "Abwesenheit Herr Müller",
            "Hallo Anna, Herr Müller ist nächste Woche weg. Kannst du seine Termine übernehmen?",
        ),
        (
            "Urlaubsvertretung",
            "Hallo Peter, ich bin ab 23.11. im Urlaub, du vertrittst mich. Die Liste liegt bei.",
        ),
        (
            "Out of office next week",
            "Hi Anna, I will be out of office next week, please send the drawing by Friday.",
        ),
        (
            "Nicht im Büro",
            "Hallo zusammen,\n\nam Freitag bin ich nicht im Büro. Die Abnahme macht Peter, Unterlagen im Ordner.",
        ),
    ],
)
def test_a_person_who_writes_of_absences_and_machines_stays_a_person(subject, body):
    assert kind(body, subject=subject) is None


def test_auto_submitted_no_vetoes_the_words():
    assert kind(ABSENT, subject="Abwesenheitsnotiz", auto_submitted="no") is None


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (
            {"from_": "MAILER-DAEMON@mx.wir.example", "subject": "Undelivered Mail Returned to Sender"},
            "I'm sorry to have to inform you",
        ),
        (
            {"from_": "Mail Delivery System <mailer-daemon@mx.example>", "subject": "Mail delivery failed"},
            "A message could not be sent",
        ),
        (
            {"from_": "postmaster@kunde.example", "subject": "Unzustellbar: Angebot"},
            "Fehler bei der Zustellung",
        ),
        ({"x_failed_recipients": "jana@kunde.example"}, "Address not found"),
        (
            {
                "from_": "Microsoft Outlook <MicrosoftExchange329e71ec88ae@x.example>",
                "subject": "Unzustellbar: Angebot",
            },
            "x",
        ),
        (
            {"from_": "Systemadministrator <x@kunde.example>", "subject": "Unzustellbar: Angebot"},
            "Ihre Nachricht",
        ),
        (
            {
                "from_": "Mail System <x@mx.example>",
                "return_path": "<>",
                "subject": "Nachricht konnte nicht zugestellt werden",
            },
            "550",
        ),
    ],
)
def test_a_text_bounce_is_a_bounce(fields, body):
    assert kind(body, **fields) == "bounce"


def report(action: str, original: str = "Message-ID: <b@wir.example>\nSubject: Angebot\n") -> bytes:
    return multipart(
        "report",
        part("Report"),
        part(
            f"Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; jana@kunde.example\nAction: {action}\n",
            "message/delivery-status",
        ),
        part(original, "text/rfc822-headers"),
        parameters="report-type=delivery-status; ",
        from_="MAILER-DAEMON@mx.example",
    )


@pytest.mark.parametrize(
    ("action", "expected"),
    [("failed", "bounce"), ("delayed", "notification"), ("delivered", "receipt"), ("relayed", "receipt")],
)
def test_a_delivery_report_is_what_its_action_says(action, expected):
    assert read(report(action)).automatic == expected


def test_a_bounce_names_the_mail_that_came_back():
    assert read(report("failed")).bounce_of == ("b@wir.example",)
    assert read(report("delayed")).bounce_of == ()


def test_a_text_bounce_finds_the_mail_in_what_it_quotes():
    body = "Failed: jana@kunde.example\n\n--- A copy of your message\n\nMessage-ID: <b@wir.example>\nSubject: Angebot\n"

    assert read(mail(body, x_failed_recipients="jana@kunde.example")).bounce_of == ("b@wir.example",)


def test_a_bounce_without_a_copy_is_tied_by_its_thread():
    assert read(mail("550", x_failed_recipients="x@y.example", in_reply_to="<b@wir.example>")).bounce_of == (
        "b@wir.example",
    )


def test_a_read_receipt_is_a_receipt():
    data = multipart(
        "report",
        part("Gelesen"),
        part(
            "Disposition: automatic-action/MDN-sent-automatically; displayed",
            "message/disposition-notification",
        ),
        parameters="report-type=disposition-notification; ",
    )

    assert read(data).automatic == "receipt"


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Gelesen: Angebot", "Ihre Nachricht an Jana, gesendet am 2.11., wurde am Montag gelesen."),
        ("Read: Quote", "Your message to Jana was read on Monday."),
    ],
)
def test_a_read_receipt_in_words_is_a_receipt(subject, body):
    assert kind(body, subject=subject) == "receipt"
    assert kind("Gelesen habe ich es, aber nicht verstanden. Was kostet das?", subject=subject) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"list_unsubscribe": "<https://x.example/ab>", "precedence": "bulk"},
        {"list_unsubscribe": "<https://x.example/ab>", "from_": "Rundblick <newsletter@x.example>"},
        {"list_unsubscribe": "<https://x.example/ab>", "list_unsubscribe_post": "List-Unsubscribe=One-Click"},
    ],
)
def test_a_mass_mailing_is_a_newsletter(fields):
    body = "Liebe Leser,\n\nnur noch heute 20 % Rabatt!\n\nSie lesen dies, weil Sie sich angemeldet haben. Abmelden"

    assert kind(body, **({"from_": "Rundblick <info@x.example>"} | fields)) == "newsletter"


def test_a_letter_with_list_unsubscribe_is_still_a_persons():
    fields = {
        "list_unsubscribe": "<https://crm.example/u/1>",
        "list_unsubscribe_post": "List-Unsubscribe=One-Click",
    }

    assert kind(LETTER, **fields) is None
    assert (
        kind(
            "Kurze Rückfrage: Gilt der Preis noch?",
            subject="AW: Angebot",
            in_reply_to="<b@wir.example>",
            **fields,
        )
        is None
    )


def test_a_person_on_a_mailing_list_is_a_person():
    fields = {
        "list_id": "<stammtisch.listen.example>",
        "list_unsubscribe": "<mailto:ab@listen.example>",
        "list_post": "<mailto:stammtisch@listen.example>",
        "precedence": "list",
    }

    assert kind("Hat jemand Erfahrung mit Edelstahlketten?", **fields) is None
    assert kind("Nimm vernickelte.", **(fields | {"list_post": ""})) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "Stammtisch Digest, Vol 12, Issue 3"},
        {"subject": "3 Stammtisch moderator request(s) waiting"},
        {"x_list_administrivia": "yes"},
        {"subject": 'Welcome to the "Stammtisch" mailing list'},
    ],
)
def test_digests_and_list_administration_are_list_mail(fields):
    assert kind("1. Edelstahlketten", **fields) == "list"


def test_an_answer_to_a_digest_is_a_persons():
    assert kind("Nimm vernickelte.", subject="[Stammtisch] Re: Stammtisch Digest, Vol 12, Issue 3") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"auto_submitted": "auto-generated"},
        {"from_": "noreply@portal.example"},
        {"from_": "Portal <no-reply@portal.example>"},
        {"from_": "do_not_reply@portal.example"},
        {"from_": "notifications+17@portal.example"},
        {"from_": "portal-noreply@portal.example"},
        {"precedence": "bulk"},
    ],
)
def test_machines_without_a_better_name_send_notifications(fields):
    assert kind("Ihr Kennwort läuft ab.", **fields) == "notification"


def test_ordinary_mail_is_nobodys_machine():
    assert kind(LETTER) is None
    assert (
        kind("Dear Ms Berg,\n\ncould you send the quotation by Friday?\n\nBest\nJana", subject="Quotation")
        is None
    )
