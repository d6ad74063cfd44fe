"""Which language a text is in, by its small words and, where it has none, by its letter groups.

Only the languages with a pack can win. Words of other languages that Latin script shares count against them,
so that a French mail is not read as English.
"""

from __future__ import annotations

from collections.abc import Iterable

from handover.language.rule import Pack

UNKNOWN = "und"
"""The language of a text that is in none of ours, or in none at all (BCP 47: undetermined)."""

MAX_WORDS = 220

_OTHERS = tuple(
    frozenset(words.split())
    for words in (
        "le la les des du un une et est pas que qui dans pour avec vous nous je il elle sur sont "
        "votre notre mais ou cette ce bonjour merci avez être très aux cordialement ",
        "el los las una y en que por para con no es su se lo como más pero usted nosotros gracias "
        "hola está muy del al este esta son saludos estimado puede ",
        "il lo gli una di che e è per non con del della sono questo anche più ma come grazie "
        "buongiorno si ho ci nel alla le saluti cordiali ",
        "het een en van is dat niet op te voor met zijn ik je wij u aan ook maar hebben bij naar deze "
        "wordt uw graag bedankt groeten kunt hebt geen ",
        "nie się na jest że z do to w jak ale czy pan pani dziękuję proszę za od tak już dla po "
        "pozdrawiam dzień dobry ",
        "och att det som en på är av för med den till inte jag har om ett men vi de var tack hej detta ",
        "og det er at på en til af for med den ikke jeg har som vi de hej tak venlig hilsen kan ",
        "o os um uma que não para com por mais como mas foi ao ele das tem seu sua você obrigado bom dia ",
        "ve bir bu için ile de da çok ama ben siz merhaba teşekkürler olarak var mı ne daha gibi ",
        "je se na to že v s z a do si ale jak jsem jsme pro za by dobrý den děkuji prosím ",
    )
)


def detect(words: Iterable[str], packs: tuple[Pack, ...]) -> tuple[str, float]:
    """Return the language of lower-case *words* and how sure that is, 0..1; `UNKNOWN` where none fits."""
    seen = set(words)
    votes = sorted([(len(seen & pack.stop), pack.code) for pack in packs], reverse=True)
    best, code = votes[0] if votes else (0, UNKNOWN)
    second = votes[1][0] if len(votes) > 1 else 0
    if best > second and (best >= 0.3 * len(seen) or (best > 5 and best > 2 * second)):
        return code, (best - second) / best
    rival = max(len(seen & other) for other in _OTHERS)
    if rival > best and rival >= 2:
        return UNKNOWN, (rival - best) / rival
    if best > second:
        return code, (best - second) / best
    return _by_letters(seen, packs)


def _by_letters(words: set[str], packs: tuple[Pack, ...]) -> tuple[str, float]:
    """Decide by letter groups typical of a language; words in another script decide for none."""
    votes: dict[str, int] = {}
    for word in words:
        padded = f" {word} "
        groups = {padded[i : i + 3] for i in range(len(padded) - 2)}
        for pack in packs:
            votes[pack.code] = votes.get(pack.code, 0) + len(groups & pack.trigrams)
    ranked = sorted(((count, code) for code, count in votes.items()), reverse=True)
    if not ranked or ranked[0][0] == 0 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return UNKNOWN, 0.0
    second = ranked[1][0] if len(ranked) > 1 else 0
    return ranked[0][1], 0.5 * (ranked[0][0] - second) / ranked[0][0]
