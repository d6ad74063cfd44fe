from datetime import datetime, timedelta, timezone

import pytest

from handover.parse.phone_note import read_line, read_note
from tests.parse.mails import mail, read

AT_ELEVEN = datetime(2026, 11, 19, 11, 0, tzinfo=timezone(timedelta(hours=1)))


def at(hour: int, minute: int = 0, day: int = 19) -> datetime:
    return AT_ELEVEN.replace(day=day, hour=hour, minute=minute)


def test_the_one_line_of_the_assistant_is_read():
    note = read_note(
        "Telefonnotiz",
        "Rückrufbitte Fr. Schulz, Fa. Klein, 0821 99998-12, bis 15 Uhr, wg. Rollenbahn",
        AT_ELEVEN,
    )

    assert note is not None
    assert (note.caller, note.company, note.phone) == ("Frau Schulz", "Klein", "0821 99998-12")
    assert (note.outcome, note.about, note.due, note.promised) == ("callback", "Rollenbahn", at(15), False)


def test_a_note_in_the_subject_alone_is_read():
    note = read_note("Rückrufbitte Fr. Schulz, Fa. Klein, 0821 99998-12, bis 15 Uhr", "", AT_ELEVEN)

    assert note is not None
    assert (note.caller, note.company, note.due) == ("Frau Schulz", "Klein", at(15))


def test_an_english_note_is_read():
    note = read_note(
        "Phone message",
        "Please call back Mr Smith of Acme Tools, +44 20 7946 0111, by 3 pm, re invoice 4711.",
        AT_ELEVEN,
    )

    assert note is not None
    assert (note.caller, note.company, note.phone) == ("Mr Smith", "Acme Tools", "+44 20 7946 0111")
    assert (note.outcome, note.due) == ("callback", at(15))


def test_a_form_is_read():
    text = "Anrufer: Frau Dr. Meier\nFirma: Huber KG\nTelefon: 0171 5551234\nFür: Herrn Berg\n"
    text += "Grund: Angebot 4711\nRückruf bis: Freitag 10 Uhr"

    note = read_note("Anruf", text, AT_ELEVEN)

    assert note is not None
    assert (note.caller, note.company, note.phone) == ("Frau Dr. Meier", "Huber KG", "0171 5551234")
    assert (note.for_, note.about, note.due) == ("Herr Berg", "Angebot 4711", at(10, day=20))


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("RR", "callback"),
        ("bittet um Rückruf", "callback"),
        ("RWA", "calls_again"),
        ("ruft wieder an", "calls_again"),
        ("KN", "no_message"),
        ("keine Nachricht", "no_message"),
        ("zurückgerufen, erledigt", "done"),
        ("nicht erreicht", "missed"),
        ("nur zur Info, OK", "info"),
        ("will call again", "calls_again"),
        ("no message", "no_message"),
        ("called him back, settled", "done"),
        ("no answer", "missed"),
        ("ist noch nicht erledigt, bitte zurückrufen", "callback"),
    ],
)
def test_the_outcome_is_read_from_words_and_shorthand(words, outcome):
    note = read_note("Telefonnotiz", f"Hr. Meier, Fa. Huber, 0821 4711. {words}.", AT_ELEVEN)

    assert note is not None
    assert note.outcome == outcome


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("RR bis 15 Uhr", at(15)),
        ("RR bis 15:30 Uhr", at(15, 30)),
        ("RR vor 12 Uhr", at(12)),
        ("RR morgen Vormittag", at(12, day=20)),
        ("RR bis Freitag", at(17, day=20)),
        ("RR bis Montag 9 Uhr", at(9, day=23)),
        ("RR bis 23.11.", at(17, day=23)),
        ("please call back by 3 pm", at(15)),
        ("please call back before noon", at(12)),
        ("RR", None),
        ("Rief um 10:15 Uhr an. RR", None),
    ],
)
def test_a_wished_time_is_due(words, due):
    note = read_note("Telefonnotiz", f"Hr. Meier, Fa. Huber, 0821 4711. {words}", AT_ELEVEN)

    assert note is not None
    assert note.due == due


def test_a_promise_is_told_from_a_wish():
    note = read_note(
        "Telefonnotiz", "Frau Schulz von Klein Metallbau. Habe ihr Rückruf bis 16 Uhr zugesagt.", AT_ELEVEN
    )

    assert note is not None
    assert (note.promised, note.due, note.company) == (True, at(16), "Klein Metallbau")


def test_the_answer_to_a_note_settles_it_for_its_caller():
    note = read_note(
        "AW: Telefonnotiz Fr. Gruber, Sonnenbräu",
        "zurückgerufen, erledigt. Frau Ziegler schickt die Rechnung.",
        AT_ELEVEN,
    )

    assert note is not None
    assert (note.caller, note.outcome) == ("Frau Gruber", "done")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Bitte um Rückruf",
            "Guten Tag Frau Berg,\n\nbitte rufen Sie mich unter 0821 5555 zurück.\n\nPetra Schulz",
        ),
        ("Lieferung", "Hallo,\n\nHerr Müller hat heute angerufen und war sauer. Können wir das klären?"),
        ("AW: Telefonnotiz Fr. Gruber", "Kannst du das übernehmen?"),
        ("Traglast", "Sehr geehrter Herr Berg, trägt das Band 5 KN? Mein Telefon: 0821 5555"),
        ("Conference call", "Shall we have a call on Monday, Anna?"),
    ],
)
def test_a_letter_about_calls_is_no_note(subject, text):
    assert read_note(subject, text, AT_ELEVEN) is None


@pytest.mark.parametrize(
    ("subject", "text", "company", "outcome"),
    [
        ("Anruf Gärtnerei Sonnenhof", "Frau Blum wollte Sie sprechen, es geht um die Pumpe.", "Gärtnerei Sonnenhof",
         "callback"),
        ("RWA: Sonnenhof", "Frau Blum ruft noch einmal an wegen der Pumpe.", "Sonnenhof", "calls_again"),
        ("Sonnenhof, dritter Anruf", "Frau Blum. Gestern kam niemand.", "Sonnenhof", "callback"),
        ("Acme Tools, third call", "Again Mr Smith, nobody has come.", "Acme Tools", "callback"),
        ("Anruf Sonnenhof (2)", "Wieder Frau Blum, die Pumpe läuft, Sache erledigt.", "Sonnenhof", "done"),
    ],
)  # fmt: skip
def test_a_subject_that_names_firm_and_call_over_a_caller_is_a_note(subject, text, company, outcome):
    note = read_note(subject, text, AT_ELEVEN)

    assert note is not None
    assert (note.company, note.outcome) == (company, outcome)
    assert note.caller in ("Frau Blum", "Mr Smith")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Anruf heute Nachmittag", "Hallo Frau Blum, Herr Weiß ruft Sie heute um drei an."),
        ("AW: Anruf Gärtnerei Sonnenhof", "Frau Blum habe ich die Pumpe erklärt, Schlauch folgt."),
        ("Anrufbeantworter", "Frau Blum möchte wissen, ob der neue schon da ist."),
        ("Second call for papers", "Dr. Smith invites contributions."),
    ],
)
def test_a_mail_about_calls_names_its_reader_not_its_caller(subject, text):
    assert read_note(subject, text, AT_ELEVEN) is None


def test_a_typed_line_is_a_note_without_a_mark():
    note = read_line("Schulz, Klein, 0821 4711, Rückruf bis 15 Uhr versprochen", AT_ELEVEN)

    assert (note.phone, note.outcome, note.due, note.promised) == ("0821 4711", "callback", at(15), True)


def test_a_mail_carries_its_note():
    found = read(mail("Fr. Schulz, Fa. Klein, 0821 99998-12, RR", subject="Telefonnotiz"))

    assert found.note is not None
    assert found.note.caller == "Frau Schulz"


@pytest.mark.parametrize(
    "line", ["Hr. Wolf RWA", "Hr. Wolf, RR", "RR Hr. Wolf", "Herr Wolf called, KN", "Hr. Wolf OK"]
)
def test_the_shorthand_is_part_of_no_name(line: str) -> None:
    note = read_line(line, AT_ELEVEN)

    assert (note.caller, note.company) == ("Herr Wolf", "")


@pytest.mark.parametrize("subject", ["Rösterei Horn, RWA", "RWA Rösterei Horn", "Rösterei Horn (RWA)"])
def test_the_desks_shorthand_beside_the_company_makes_a_note(subject: str):
    note = read_note(subject, "Er hat noch nichts gehört. Ich habe ihm heute 16 Uhr versprochen.", AT_ELEVEN)

    assert note is not None
    assert (note.company, note.outcome, note.due, note.promised) == (
        "Rösterei Horn",
        "calls_again",
        at(16),
        True,
    )


def test_a_promised_hour_is_read_in_whatever_words_it_stands():
    text = "Ich habe ihr Freitag, 10 Uhr, fest zugesagt, bitte ruf wirklich an."
    note = read_note("Frau Horn, Rösterei Horn, RWA", text, AT_ELEVEN)

    assert note is not None
    assert (note.due, note.promised) == (at(10, day=20), True)


def test_an_hour_that_was_promised_yesterday_is_not_promised_again():
    note = read_note("Rösterei Horn, RWA", "Frau Horn: Ich hatte ihr gestern 16 Uhr versprochen.", AT_ELEVEN)

    assert note is not None
    assert note.due is None


@pytest.mark.parametrize(
    ("title", "text", "caller", "company"),
    [
        (
            "Bäckerei ter Horst, Bocholt",
            "Frau ter Horst: RR erbeten.",
            "Frau ter Horst",
            "Bäckerei ter Horst",
        ),
        ("Herr van der Velde, Blumen", "Er bittet um Rückruf.", "Herr van der Velde", "Blumen"),
        (
            "Obsthof Krahn, erledigt",
            "Frau Lohse hat mit Frau Krahn gesprochen.",
            "Frau Krahn",
            "Obsthof Krahn",
        ),
        ("Fr. Krahn", "Herr Feld hat sie zurückgerufen, Drossel ist verstellt.", "Frau Krahn", ""),
        ("Markthalle Oelde, SEHR DRINGEND", "Herr Aslan, bitte anrufen.", "Herr Aslan", "Markthalle Oelde"),
    ],
)
def test_names_with_particles_companies_and_colleagues_are_told_apart(
    title: str, text: str, caller: str, company: str
):
    note = read_note(f"Telefonnotiz: {title}", text, AT_ELEVEN)

    assert note is not None
    assert (note.caller, note.company) == (caller, company)


@pytest.mark.parametrize(
    "words",
    [
        "Habe gesagt, Sie melden sich heute.",
        "Ich habe gesagt, dass sich bis 17 Uhr jemand meldet.",
        "Ich habe gesagt, Sie oder Frau Dr. Reuter rufen heute an.",
        "I told her you would ring by 5 pm.",
    ],
)
def test_what_was_said_to_the_caller_is_a_promise(words: str):
    note = read_note("Telefonnotiz", f"Frau Krahn, Fa. Huber, 0821 4711. Bitte Rückruf. {words}", AT_ELEVEN)

    assert note is not None
    assert (note.promised, note.due) == (True, at(17))


@pytest.mark.parametrize(
    "words",
    [
        "Er hat gesagt, er ruft morgen wieder an.",
        "Sie sagte, sie meldet sich heute noch einmal.",
        "He said he would like a call by 5 pm.",
        "She said to ring her by 5 pm.",
    ],
)
def test_what_the_caller_said_is_no_promise_of_ours(words: str):
    note = read_note("Telefonnotiz", f"Herr Krahn, Fa. Huber, 0821 4711. {words}", AT_ELEVEN)

    assert note is not None
    assert not note.promised


def test_a_word_of_urgency_is_no_company():
    note = read_note("Telefonnotiz: van der Velde, WICHTIG", "Herr van der Velde: bitte anrufen.", AT_ELEVEN)

    assert note is not None
    assert (note.caller, note.company) == ("Herr van der Velde", "")


def test_a_third_call_of_somebody_with_a_particle_is_a_note():
    note = read_note("Blumen Velde, dritter Anruf", "Frau ter Horst wartet noch immer.", AT_ELEVEN)

    assert note is not None
    assert note.caller == "Frau ter Horst"
