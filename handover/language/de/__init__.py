"""German, as data."""

from pathlib import Path

from handover.language.de import (
    announcing,
    answers,
    asking,
    chasing,
    closing,
    complaining,
    holding,
    knowing,
    pressing,
    promising,
    valence,
    words,
)
from handover.language.emoticons import EMOTICONS
from handover.language.rule import Pack

PACK = Pack(
    code="de",
    stop=words.STOP,
    classes=words.CLASSES,
    rules=(
        *asking.RULES,
        *chasing.RULES,
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
    heads=valence.HEADS,
    greetings=words.GREETINGS,
    signoffs=words.SIGNOFFS,
    disclaimers=words.DISCLAIMERS,
    frequent=words.FREQUENT,
    abbreviations=words.ABBREVIATIONS,
    counted=words.COUNTED,
    kinds=promising.KINDS,
    endings=valence.ENDINGS,
    trigrams=words.TRIGRAMS,
    model=str(Path(__file__).with_name("model.bin")),
)
