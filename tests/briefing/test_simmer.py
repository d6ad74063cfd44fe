"""Each part of the risk has words, and something that would calm it."""

from __future__ import annotations

from handover.documents.simmer import CALMS
from handover.render.briefing_said import CALM, PARTS
from handover.risk.weights import WEIGHTS


def test_every_part_of_the_risk_has_words_and_an_answer():
    assert WEIGHTS.keys() == PARTS.keys()
    assert WEIGHTS.keys() == CALMS.keys()
    assert set(CALMS.values()) <= CALM.keys()
