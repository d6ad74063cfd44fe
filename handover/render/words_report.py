"""What `words` says to people: their own words, and what is heard in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handover.i18n import N_
from handover.language.families import MARKS
from handover.render.output import one_line
from handover.render.voice import Voice
from handover.render.width import fit, pad, width, wrap

Lines = Iterator[str]

COLUMNS = 80
FAMILY = 16
INDENT = 2
MOST = 12
"""So many phrases that know a word are printed; the rest is counted, and ``--json`` has them all."""

LANGUAGES = {"de": N_("German"), "en": N_("English")}
GUARDS = {
    "negation": N_("a negation stands beside it"),
    "condition": N_("it stands under a condition"),
    "question": N_("it is a question"),
    "own_doing": N_("the writer speaks of what they do themselves"),
    "past": N_("it is over"),
    "exception": N_("other words of the sentence take it back"),
    "counted_already": N_("the same was counted in this clause already"),
    "muted": N_("you muted it"),
}
TONE = N_("a word with a tone of its own")


def listed(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say which words the user added and muted, and where they lie."""
    if not data["words"] and not data["muted"]:
        yield voice.say(N_("You have no words of your own yet."))
        yield from _example(N_("Add one:"), 'handover words add --signal urgent "Wickler steht"', voice)
        yield from _example(N_("See what is heard:"), 'handover words show "Das Band steht!"', voice)
        return
    if data["words"]:
        yield voice.say(N_("Your words:"))
        for word in data["words"]:
            yield from _word(word, voice)
    if data["muted"]:
        yield voice.say(N_("Muted:"))
        for word in data["muted"]:
            yield from _told("", _quoted(word["text"], voice) + _where(word["language"], voice))
    yield ""
    yield from wrap(voice.say(N_("They lie in {path}."), path=one_line(data["file"])), COLUMNS)


def _word(word: Mapping[str, Any], voice: Voice) -> Lines:
    text = _quoted(word["text"], voice) + _where(word["language"], voice)
    signals = _signals(word["signals"])
    yield from _told(word["signal"], f"{text} → {signals}" if signals else text)


def added(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say what a new word does from now on, and how it is taken back."""
    word = data["word"]
    text = one_line(word["text"])
    where = _where(word["language"], voice)
    if not data["new"]:
        yield voice.say(N_("“{word}” is among your words already{where}."), word=text, where=where)
        return
    if word["signal"]:
        said = N_("“{word}”{where} now counts as {signal}: {meaning}.")
        meaning = voice.say(MARKS[word["signal"]])
        told = voice.say(said, word=text, where=where, signal=word["signal"], meaning=meaning)
        yield from wrap(told + (f" ({_signals(word['signals'])})" if word["signals"] else ""), COLUMNS)
    else:
        told = N_("“{word}”{where} is muted: where a phrase finds exactly these words, it no longer counts.")
        yield from wrap(voice.say(told, word=text, where=where), COLUMNS)
    yield from _next_run(voice)
    yield from _example(N_("To take it back:"), f'handover words remove "{text}"', voice)


def removed(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say which words were taken back."""
    for word in data["removed"]:
        said = N_("Taken back: “{word}”{where}.")
        yield from wrap(
            voice.say(said, word=one_line(word["text"]), where=_where(word["language"], voice)), COLUMNS
        )
    yield from _next_run(voice)


def shown(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Say what is heard in a text, what is found and does not count, and the rest of the reasons."""
    signals = data["signals"]
    language = voice.say(LANGUAGES.get(data["language"], N_("language not recognised")))
    yield from wrap(f"{_quoted(data['text'], voice)} ({language})", COLUMNS, 3)
    names = [name for name, value in signals.items() if isinstance(value, float) and name != "tone"]
    strong = {name: signals[name] for name in names if signals[name] >= 0.3}
    yield (
        voice.say(N_("Signals"))
        + ": "
        + ", ".join([_signals(strong), f"tone {signals['tone']:+.2f}"]).strip(", ")
    )
    yield from _heard(N_("Counts:"), [each for each in data["heard"] if each["counts"]], voice)
    yield from _heard(N_("Found, but does not count:"), [e for e in data["heard"] if not e["counts"]], voice)
    if data["toned"]:
        yield ""
        yield voice.say(N_("Words with a tone of their own, from −4 to +4:"))
        yield from _told("", ", ".join(_toned(word, voice) for word in data["toned"]))
    yield from _others(data, voice)
    if data["phrases"]:
        yield from _phrases(data["phrases"], voice)
    elif not data["heard"] and not data["toned"]:
        yield voice.say(N_("No phrase hears anything in it."))


def _heard(title: str, heard: Sequence[Mapping[str, Any]], voice: Voice) -> Lines:
    if not heard:
        return
    yield ""
    yield voice.say(title)
    for each in heard:
        text = _quoted(each["quote"], voice)
        if not each["counts"]:
            text += ": " + voice.say(GUARDS[each["guard"]])
        elif each["signals"]:
            text += " → " + _signals(each["signals"])
        yield from _told(each["family"], text)
        whose = N_("your phrase: {phrase}") if each["own"] else N_("phrase: {phrase}")
        yield from _told("", voice.say(whose, phrase=one_line(each["phrase"])))


def _others(data: Mapping[str, Any], voice: Voice) -> Lines:
    """Name what else speaks for the signals: questions, first persons, the models."""
    known = {f"{each['family']}: {each['phrase']}" for each in data["heard"]}
    rest = [
        (why, code)
        for why, code in zip(data["signals"]["why"], data["because"], strict=True)
        if code not in known and why["signal"] != "text" and not code.startswith("words: ")
    ]
    if rest:
        yield ""
        yield voice.say(N_("Also speaks for it:"))
    for why, code in rest:
        yield from _told(why["signal"], f"{why['weight']:.2f}  {one_line(code)}")


def _phrases(phrases: Sequence[Mapping[str, Any]], voice: Voice) -> Lines:
    yield ""
    yield voice.count("{count} phrase knows this word:", "{count} phrases know this word:", len(phrases))
    for each in phrases[:MOST]:
        if each["valence"]:
            told = f"{voice.say(TONE)} ({each['valence']:+g})"
        else:
            told = one_line(each["phrase"])
            told += f" → {_signals(each['signals'])}" if each["signals"] else ""
        yield from _told(f"{each['language']} {each['family']}", told)
        if each["guards"]:
            reasons = "; ".join(voice.say(GUARDS[guard]) for guard in each["guards"])
            yield from _told("", voice.say(N_("not where {reasons}"), reasons=reasons))
    if (left := len(phrases) - MOST) > 0:
        yield voice.count(
            "… and {count} more; --json lists it.", "… and {count} more; --json lists them.", left
        )


def _told(label: str, text: str) -> Lines:
    """Yield *text* behind its *label*, in two columns."""
    body = COLUMNS - INDENT - FAMILY
    head = label if width(label) < FAMILY else label[: FAMILY - 2] + "…"
    for number, part in enumerate(wrap(text, body, 4)):
        yield " " * INDENT + (fit(head, FAMILY) if number == 0 else pad("", FAMILY)) + part


def _signals(signals: Mapping[str, float]) -> str:
    ordered = sorted(signals.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {value:.2f}" for name, value in ordered)


def _toned(word: Mapping[str, Any], voice: Voice) -> str:
    muted = f" ({voice.say(GUARDS['muted'])})" if word["muted"] else ""
    return f"{one_line(word['word'])} {word['valence']:+g}{muted}"


def _quoted(text: str, voice: Voice) -> str:
    return voice.say(N_("“{words}”"), words=one_line(text))


def _where(language: str | None, voice: Voice) -> str:
    return f" ({voice.say(LANGUAGES.get(language, language))})" if language else ""


def _next_run(voice: Voice) -> Lines:
    text = N_("The next run reads all stored mail anew with it; the mailbox itself is not read again.")
    yield from wrap(voice.say(text), COLUMNS)


def _example(label: str, line: str, voice: Voice) -> Lines:
    yield f"{voice.say(label)} {line}"
