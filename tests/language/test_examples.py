"""Every rule of every language carries sentences in which its family must, and must not, be found."""

import pytest

from handover.language.phrases import find
from handover.language.reading import sentences_of
from handover.language.rule import Rule, lines
from handover.language.vocabulary import default, find_packs


def _cases(wanted: str) -> list[object]:
    return [
        pytest.param(pack.code, rule, line, id=f"{pack.code}-{rule.code}-{line[:40]}")
        for pack in find_packs()
        for rule in pack.rules
        for line in lines(getattr(rule, wanted))
    ]


def _codes(lang: str, line: str) -> set[str]:
    vocabulary = default()
    return {
        hit.code for s in sentences_of(line, lang, vocabulary) for hit in find(s, vocabulary.lexicon(lang))
    }


@pytest.mark.parametrize(("lang", "rule", "line"), _cases("yes"))
def test_a_rule_finds_its_own_examples(lang: str, rule: Rule, line: str) -> None:
    assert rule.code in _codes(lang, line)


@pytest.mark.parametrize(("lang", "rule", "line"), _cases("no"))
def test_a_rule_is_silent_on_its_counterexamples(lang: str, rule: Rule, line: str) -> None:
    assert rule.code not in _codes(lang, line)


@pytest.mark.parametrize("pack", find_packs(), ids=lambda pack: pack.code)
def test_every_rule_has_examples_both_ways(pack: object) -> None:
    lacking = [rule.code for rule in pack.rules if not (lines(rule.yes) and lines(rule.no))]  # type: ignore[attr-defined]

    assert lacking == []
