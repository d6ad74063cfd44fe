"""``words.toml``: written so that comments stay, read so that no mistake is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.config.file import ConfigurationError
from handover.config.wordfile import add_word, read_words, remove_words
from handover.errors import UsageError
from handover.language.own_words import OwnWord
from tests.conftest import Handover

BY_HAND = """# What our people say.

# the winder of hall 2
[[word]]
signal = "urgent"
text = "Wickler steht"
lang = "de"

[[mute]]   # everybody writes it
text = 'asap'

[[word]]
text = "third time"
signal = "complaint"
weight = 0.9
"""
WORDS = (
    OwnWord("Wickler steht", "urgent", "de"),
    OwnWord("third time", "complaint", sure=0.9),
    OwnWord("asap"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "words.toml"
    written.write_text(BY_HAND, "utf-8")
    return written


def test_what_was_written_by_hand_is_read(path: Path) -> None:
    assert set(read_words(path)) == set(WORDS)


def test_no_file_is_no_words(tmp_path: Path) -> None:
    assert read_words(tmp_path / "words.toml") == ()


def test_adding_keeps_every_line_that_was_there(path: Path) -> None:
    assert add_word(path, OwnWord('say "now"', "urgent"))

    assert path.read_text("utf-8").startswith(BY_HAND)
    assert set(read_words(path)) == {*WORDS, OwnWord('say "now"', "urgent")}


def test_adding_the_same_again_changes_nothing(path: Path) -> None:
    assert not add_word(path, WORDS[0])

    assert path.read_text("utf-8") == BY_HAND


def test_another_weight_takes_the_place_of_the_old(path: Path) -> None:
    heavier = OwnWord("third time", "complaint", sure=0.5)

    assert add_word(path, heavier)

    assert set(read_words(path)) == {WORDS[0], heavier, WORDS[2]}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.text)
def test_removing_leaves_the_others_and_the_comments(path: Path, word: OwnWord) -> None:
    remove_words(path, [word])

    assert set(read_words(path)) == set(WORDS) - {word}
    assert "# What our people say." in path.read_text("utf-8")


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.toml"
    link.symlink_to(path)

    add_word(link, OwnWord("Rampe voll", "urgent"))

    assert link.is_symlink()
    assert OwnWord("Rampe voll", "urgent") in read_words(path)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('[[word]]\nsignal = "urgnt"\ntext = "x"\n', ":1", "did you mean “urgent”"),
        ('\n[[word]]\ntext = "x"\n', ":2", "“signal” is missing"),
        ('[[word]]\nsignal = "urgent"\n', ":1", "“text” is missing"),
        ('[[mute]]\ntext = "x"\nsignal = "urgent"\n', ":1", "“signal” is no key"),
        ('[[word]]\nsignal = "urgent"\ntext = "x"\nweight = "much"\n', ":1", "“weight” has a value"),
        ('[[word]]\nsignal = "urgent"\ntext = "x"\nlang = 3\n', ":1", "“lang” has a value"),
        ('[word]\ntext = "x"\n', ":1", "[[word]]"),
        ('[[words]]\ntext = "x"\n', ":1", "not “words”"),
        ("word = [1]\n", ":1", "no key"),
    ],
)
def test_every_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: str, told: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(ConfigurationError) as caught:
        read_words(path)

    [mistake] = caught.value.mistakes
    assert mistake.source == f"{path}{line}"
    assert told in str(mistake)


@pytest.mark.parametrize(
    "data",
    [b"[[word", b"\xff\xfe", b"# x\n" * 300_000, b"word = " + b"9" * 5000],
    ids=["syntax", "bytes", "size", "digits"],
)
def test_a_broken_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(data)

    with pytest.raises(UsageError):
        read_words(path)


@pytest.mark.parametrize("weight", ["9" * 400, "-" + "9" * 400, "nan", "inf"])
def test_a_weight_beyond_all_measure_is_a_mistake(handover: Handover, home: Path, weight: str) -> None:
    path = home / ".config" / "handover" / "words.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'[[word]]\nsignal = "urgent"\ntext = "Band steht"\nweight = {weight}\n')
    run = handover("words")

    assert run.code == 2
    assert "words.toml:1" in run.err


def test_a_link_into_nowhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.symlink_to(tmp_path / "gone.toml")

    with pytest.raises(UsageError, match="cannot be read"):
        read_words(path)


texts = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)
made = st.builds(
    OwnWord,
    texts,
    st.sampled_from(["", "urgent", "complaint"]),
    st.sampled_from(["", "de", "en"]),
    st.none(),
).map(lambda word: word._replace(sure=0.5) if word.family and len(word.text) % 2 else word)


@given(st.lists(made, unique_by=lambda word: word[:3], max_size=6), st.data())
def test_what_is_added_and_removed_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, words: list[OwnWord], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("words") / "words.toml"
    for word in words:
        add_word(path, word)
    gone = data.draw(st.lists(st.sampled_from(words), unique=True)) if words else []

    remove_words(path, gone)

    assert set(read_words(path)) == set(words) - set(gone)
