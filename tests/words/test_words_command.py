"""`handover words` from end to end: what a person adds and mutes changes what the checks say, from stored text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Handover, Run

NOW = "2026-11-19T16:00"
MAIL = """From: {name}
To: Anna Berger <anna@wir.example>
Subject: {number}. Anfrage
Date: Thu, 19 Nov 2026 {clock} +0100
Message-ID: <{number}@acme.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Berger,

{text}
"""


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """Return the options that ask about two requests, one of them urgent to everybody."""
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / part).mkdir(parents=True)
    texts = (
        ("Kim Keller <kim@acme.example>", "bei uns stockt der Wickler seit heute. Können Sie kommen?"),
        ("Lee Lang <lee@other.example>", "wir brauchen die Teile sofort, bitte!"),
    )
    for number, (name, text) in enumerate(texts):
        mail = MAIL.format(clock=f"1{number}:00:00", number=number, name=name, text=text)
        (tmp_path / "Maildir" / "cur" / f"{number}.mail:2,S").write_text(mail, encoding="utf-8")
    return ["--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--now", NOW]


@pytest.fixture
def urgent(handover: Handover, options: list[str]) -> Callable[..., list[str]]:
    """Return what asks for the messages that `check urgency` reports."""

    def ask(*more: str) -> list[str]:
        run = handover("check", "urgency", *options, "--json", *more)
        return sorted(finding["message"] for finding in run.json["findings"])

    return ask


@pytest.fixture
def words_file(home: Path) -> Path:
    path = home / ".config" / "handover" / "words.toml"
    path.parent.mkdir(parents=True)
    return path


def never_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, reading a mail from the mailbox is an error."""

    def refuse(*_: object) -> None:
        raise AssertionError("the mailbox was read again")

    monkeypatch.setattr("handover.parse.parse", refuse)


def test_a_word_changes_the_next_run_from_stored_text(
    handover: Handover, urgent: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = urgent()
    never_parse(monkeypatch)

    added = handover("words", "add", "--signal", "urgent", "--lang", "de", "Wickler")
    with_word = urgent()
    muted = handover("words", "mute", "sofort")
    without = urgent()
    handover("words", "remove", "Wickler")
    handover("words", "remove", "sofort")

    assert (added.code, muted.code) == (0, 0), added.err + muted.err
    assert before == ["1@acme.example"]
    assert with_word == ["0@acme.example", "1@acme.example"]
    assert without == ["0@acme.example"]
    assert urgent() == before


def test_a_word_reaches_notes_that_were_written_down(handover: Handover, options: list[str]) -> None:
    handover("note", "Hr. Wolf, Fa. Nordbau, 0821 555, Wickler stockt, bittet um Rückruf", *options)
    before = handover("check", "urgency", *options, "--json").json["findings"]

    handover("words", "add", "--signal", "urgent", "Wickler stockt")
    after = handover("check", "urgency", *options, "--json").json["findings"]

    assert len(after) == len(before) + 1


def test_a_word_changes_what_show_says(handover: Handover, options: list[str], tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": 1, "text": "Der Wickler stockt.", "lang": "de"}) + "\n", "utf-8")
    eml = next((tmp_path / "Maildir" / "cur").glob("0.mail*"))
    asked = (
        ["--jsonl", str(rows)],
        ["--eml", str(eml)],
        ["0@acme.example", *options],
    )

    before = [handover("show", "--json", *each).lines[0]["signals"]["urgent"] for each in asked]
    handover("words", "add", "--signal", "urgent", "--weight", "0.9", "Wickler")
    after = [handover("show", "--json", *each).lines[0]["signals"]["urgent"] for each in asked]

    assert max(before) < 0.5
    assert after == pytest.approx([0.9, 0.9, 0.9])


def test_without_reading_it_says_that_the_store_knows_other_words(
    handover: Handover, options: list[str], urgent: Callable[..., list[str]]
) -> None:
    urgent()
    handover("words", "add", "--signal", "urgent", "Wickler")

    run = handover("check", "urgency", *options, "--no-sync")

    assert run.code == 0
    assert "other words" in run.err
    assert "other words" not in handover("check", "urgency", *options).err
    assert "other words" not in handover("check", "urgency", *options, "--no-sync").err


BROKEN = {
    "syntax": "[[word",
    "signal": '[[word]]\nsignal = "nope"\ntext = "x"\n',
    "useless": '[[word]]\nsignal = "urgent"\ntext = "ab*"\n',
    "language": '[[mute]]\ntext = "asap"\nlang = "xx"\n',
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_never_passed_over(
    handover: Handover, options: list[str], words_file: Path, tmp_path: Path, kind: str
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": 1, "text": "x"}\n', "utf-8")
    handover("sync", *options)
    words_file.write_text(BROKEN[kind], "utf-8")

    runs = [
        handover("check", *options),
        handover("check", *options, "--no-sync"),
        handover("show", "--json", "--jsonl", str(rows)),
        handover("words"),
        handover("words", "show", "asap"),
        handover("words", "add", "--signal", "urgent", "Wickler"),
    ]

    assert [run.code for run in runs] == [2] * len(runs)
    assert all(str(words_file) in run.err for run in runs)
    assert words_file.read_text("utf-8") == BROKEN[kind]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "--signal", "dringlich", "Wickler"), "no signal"),
        (("add", "--signal", "urgent", ""), "holds no word"),
        (("add", "--signal", "urgent", "..."), "holds no word"),
        (("add", "--signal", "urgent", "--lang", "fr", "arrêt"), "de, en"),
        (("add", "--signal", "urgent", "--weight", "7", "Wickler"), "at most 0.97"),
        (("add", "--signal", "urgent", "bitte"), "nearly every mail"),
        (("add", "Wickler"), "--signal"),
        (("mute", "Wickler"), "nothing to mute"),
        (("remove", "Wickler"), "not among your own words"),
        (("show", " "), "holds no word"),
        (("show", "--lang", "xx", "Wickler"), "de, en"),
    ],
)
def test_bad_input_says_what_to_do(
    handover: Handover, words_file: Path, arguments: tuple[str, ...], told: str
) -> None:
    run = handover("words", *arguments)

    assert run.code == 2
    assert run.out == ""
    assert told in run.err
    assert not words_file.exists()


def test_what_is_added_cannot_be_muted_as_well(handover: Handover) -> None:
    handover("words", "mute", "asap")

    run = handover("words", "add", "--signal", "urgent", "asap")

    assert run.code == 2
    assert 'handover words remove "asap"' in run.err


def test_words_are_listed_and_part_of_the_configuration(handover: Handover) -> None:
    handover("words", "add", "--signal", "complaint", "--lang", "de", "zum dritten Mal!")
    handover("words", "mute", "asap")

    data = handover("words", "--json").json["data"]
    shown = handover("config", "show", "--json").json["data"]["settings"]

    assert [(word["signal"], word["text"], word["language"]) for word in data["words"]] == [
        ("complaint", "zum dritten Mal", "de")
    ]
    assert [word["text"] for word in data["muted"]] == ["asap"]
    row = next(row for row in shown if row["key"] == "words")
    assert row["value"] == ["complaint: zum dritten Mal (de)", "mute: asap"]
    assert row["origin"] == data["file"]


def test_words_lie_beside_the_configuration_that_is_named(handover: Handover, tmp_path: Path) -> None:
    config = tmp_path / "here" / "handover.toml"
    config.parent.mkdir()
    config.write_text('me = ["anna@wir.example"]\n[[owner]]\nname = "A"\n[[owner]]\nname = "B"\n', "utf-8")

    run = handover("words", "add", "--signal", "urgent", "Wickler", "-c", config)

    assert run.code == 0, run.err
    assert (config.parent / "words.toml").exists()
    assert handover("words", "--json").json["data"]["words"] == []


def test_the_language_of_a_word_is_not_that_of_the_output(handover: Handover) -> None:
    run = handover("words", "add", "--signal", "urgent", "--lang", "de", "Wickler")
    german = handover("--lang", "de", "words", "show", "--lang", "en", "asap")

    assert "The next run" in run.out
    assert "Signale" in german.out


LONG = (
    "Ich habe nun schon zweimal nachgefragt und warte noch immer auf die Ersatzteillieferung; wenn das so "
    "weitergeht, wenden wir uns an Ihre Geschäftsführung! Es ist nicht dringend, aber unverschämt."
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_everything_fits_80_columns(handover: Handover, language: str) -> None:
    def run(*arguments: str) -> Run:
        return handover("--lang", language, "words", *arguments)

    runs = [
        run(),
        run(
            "add", "--signal", "service_fault", "Ersatzteillieferung zum wiederholten Male verschoben worden"
        ),
        run("mute", "nicht dringend"),
        run(),
        run("show", LONG),
        run("show", "dringend"),
        run("remove", "nicht dringend"),
    ]

    assert [each.code for each in runs] == [0] * len(runs), [each.err for each in runs]
    long = [line for each in runs for line in each.out.splitlines() if len(line) > 80]
    assert [line for line in long if "handover words" not in line and "words.toml" not in line] == []


def test_show_tells_which_words_are_heard_and_what_silences_the_rest(handover: Handover) -> None:
    run = handover("words", "show", LONG, "--lang", "de")

    counts, found = run.out.split("Found, but does not count:")
    assert "higher_up" in counts
    assert "“Ihre Geschäftsführung”" in counts
    assert "“dringend”: a negation stands beside it" in found


def test_a_single_word_is_shown_with_the_phrases_that_know_it(handover: Handover) -> None:
    data = handover("words", "show", "dringend", "--json").json["data"]

    assert {"de"} == {phrase["language"] for phrase in data["phrases"]}
    urgent = next(phrase for phrase in data["phrases"] if phrase["family"] == "urgent")
    assert urgent["signals"]["urgent"] == pytest.approx(0.72)
    assert "negation" in urgent["guards"]


def test_words_that_made_dismissed_findings_urgent_are_proposed_for_muting(
    handover: Handover, tmp_path: Path
) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / part).mkdir(parents=True)
    for number in range(4):
        text = (
            f"bitte ASAP die Preisliste {number} schicken."
            if number < 3
            else "der Ausfall ist ein Notfall, bitte!"
        )
        mail = MAIL.format(
            clock="10:00:00", number=number, name=f"Kunde <k@firma{number}.example>", text=text
        )
        (tmp_path / "Maildir" / "cur" / f"{number}.mail:2,S").write_text(mail, encoding="utf-8")
    options = ["--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--now", NOW]
    found = handover("check", "urgency", *options, "--json").json["findings"]
    for finding in found:
        handover("dismiss", finding["id"], *options)

    run = handover("learn", *options)

    assert len(found) == 4
    assert 'handover words mute "asap"  (3 findings)' in run.out
    assert "notfall" not in run.out
