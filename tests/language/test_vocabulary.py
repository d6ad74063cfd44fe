"""Languages are folders, and users add and mute words without touching them."""

import sys
import textwrap
from pathlib import Path

import pytest

import handover.language
from handover.language import MARKS, Vocabulary, read
from handover.language.families import FAMILIES
from handover.language.vocabulary import default, find_packs


def test_a_user_adds_a_word_to_a_family() -> None:
    words = default().with_user({"urgent": ["Wickler*"]})

    assert read("Der Wicklerkopf meldet sich.", lang="de").urgent < 0.5
    assert read("Der Wicklerkopf meldet sich.", lang="de", words=words).urgent >= 0.5


def test_a_user_mutes_a_phrase() -> None:
    words = default().with_user({"mute": ["dringend*"]})

    assert read("Das ist dringend.", lang="de", words=words).urgent < 0.5
    assert read("Das ist dringend.", lang="de").urgent >= 0.5


def test_a_user_mutes_a_word_of_tone() -> None:
    words = default().with_user({"mute": ["traurig"]})

    muted, heard = (read("Das ist traurig.", lang="de", words=w).negative for w in (words, default()))

    assert muted < heard


def test_an_unknown_family_is_named() -> None:
    with pytest.raises(ValueError, match="'dringlich'"):
        default().with_user({"dringlich": ["Wickler"]})


def test_a_phrase_that_no_word_could_find_is_refused() -> None:
    with pytest.raises(ValueError, match="phrase without a word"):
        default().with_user({"urgent": [".. ..."]})


def test_one_can_ask_what_a_word_does() -> None:
    words = default().with_user({"urgent": ["Bandstillstand jetzt"]})

    about = words.about("Bandstillstand")

    assert {(entry.language, entry.family, entry.own) for entry in about} >= {
        ("de", "outage", False),
        ("de", "urgent", True),
    }
    assert [entry.family for entry in words.about("traurig")] == ["tone"]


def test_ones_own_words_are_listed() -> None:
    words = default().with_user({"urgent": ["Wickler*"], "mute": ["eilt"]})

    assert words.own == {"urgent": ["Wickler*"], "mute": ["eilt"]}
    assert any(entry.own for entry in words.phrases("urgent"))


def test_every_mark_is_a_family_and_described() -> None:
    assert set(MARKS) <= set(FAMILIES)
    assert all(MARKS.values())


def test_every_rule_belongs_to_a_family() -> None:
    strays = (
        {rule.code for pack in find_packs() for rule in pack.rules} - set(FAMILIES) - {"no_ask", "no_promise"}
    )

    assert strays == set()


def test_a_new_language_is_a_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        textwrap.dedent('''
            """A sketch of Dutch."""

            from handover.language.rule import Pack, Rule

            PACK = Pack(
                code="nl",
                stop=frozenset("de het een en niet wij u kunt mij graag wanneer komt".split()),
                classes={"negation": "niet geen"},
                rules=(Rule("urgent", find="dringend|spoed", unless="niet dringend", yes="", no=""),),
                greetings=("beste",),
            )
        '''),
        "utf-8",
    )
    monkeypatch.setattr(handover.language, "__path__", [*handover.language.__path__, str(tmp_path)])
    try:
        words = Vocabulary(find_packs())

        signals = read("Beste Jan,\n\nhet is dringend. Wanneer komt de rol?", words=words)
    finally:
        sys.modules.pop("handover.language.nl", None)

    assert signals.language == "nl"
    assert signals.urgent >= 0.5
    assert [ask.quote for ask in signals.requests] == ["Wanneer komt de rol?"]


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = (
        "Guten Tag Frau Kögel,\n\nkönnen Sie uns bitte die Liste der Ersatzteile schicken?\n\n"
        "For my colleague in Leeds: could you please also send us the password of the panel?\n"
    )

    signals = read(text)

    assert len(signals.requests) == 2
