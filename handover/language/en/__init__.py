"""English, as data."""

from pathlib import Path

from handover.language.emoticons import EMOTICONS
from handover.language.en import (
    announcing,
    answers,
    asking,
    closing,
    complaining,
    holding,
    knowing,
    pressing,
    promising,
    valence,
    words,
)
from handover.language.rule import Pack

PACK = Pack(
    code="en",
    stop=words.STOP,
    classes=words.CLASSES,
    rules=(
        *asking.RULES,
        *pressing.RULES,
        *complaining.RULES,
        *closing.RULES,
        *holding.RULES,
        *knowing.RULES,
        *answers.RULES,
        *announcing.RULES,
        *promising.RULES,
    ),
    valence=valence.VALENCE,
    emoticons=EMOTICONS,
    boosts=valence.BOOSTS,
    greetings=words.GREETINGS,
    signoffs=words.SIGNOFFS,
    disclaimers=words.DISCLAIMERS,
    frequent=words.FREQUENT,
    abbreviations=words.ABBREVIATIONS,
    kinds=promising.KINDS,
    endings=valence.ENDINGS,
    trigrams=words.TRIGRAMS,
    model=str(Path(__file__).with_name("model.bin")),
)
