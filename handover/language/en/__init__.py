"""English, as data."""

from handover.language.emoticons import EMOTICONS
from handover.language.en import answering, asking, pressing, valence, words
from handover.language.rule import Pack

PACK = Pack(
    code="en",
    stop=words.STOP,
    classes=words.CLASSES,
    rules=(*asking.RULES, *pressing.RULES, *answering.RULES),
    valence=valence.VALENCE,
    emoticons=EMOTICONS,
    boosts=valence.BOOSTS,
    greetings=words.GREETINGS,
    signoffs=words.SIGNOFFS,
    disclaimers=words.DISCLAIMERS,
    abbreviations=words.ABBREVIATIONS,
    kinds=answering.KINDS,
    endings=valence.ENDINGS,
    trigrams=words.TRIGRAMS,
)
