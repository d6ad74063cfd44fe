"""Train the small linear models of the language layer and write them beside the words of their language.

    python benchmarks/train_language.py DATA [--lang en|de] [--rows even --out DIR]

Only sets whose licence lets a trained model ship are used (`SOURCES`). The features are those of
`handover.language.linear`; the fit is a logistic regression with an L2 penalty by L-BFGS in numpy, without any
randomness but the folds' seed. Where a recipe says so, each feature is first scaled by the root of how far it leans
to one side (S. Wang and C. Manning, ACL 2012). For every task the figures of a cross-validation are written: each
row is judged by a model that saw neither it nor its thread. The weights that ship are fitted on all rows.
With ``--rows even --out DIR`` a verification model is made, for `language_signals.py --models DIR --rows odd`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from language_signals import figures

import handover.language
from handover.language import promises
from handover.language.evidence import facts
from handover.language.linear import (
    EDGE,
    FACT,
    LETTER_WEIGHT,
    LETTERS,
    MAGIC,
    PAIR_WEIGHT,
    TRIPLE_WEIGHT,
    Task,
    features_of,
    hashed,
    joints_of,
)
from handover.language.phrases import find
from handover.language.reading import sentences_of
from handover.language.tone import tone
from handover.language.vocabulary import default

SEED = 2026
FOLDS = 5
TONES = (f"{FACT}good", f"{FACT}bad")
Row = dict[str, Any]


class Source(NamedTuple):
    """A set that may train: where it lies, under which licence, and how its attribution reads."""

    path: str
    licence: str
    attribution: str


SOURCES = {
    "vader_gt": Source(
        "signals/en_vader_gt/dev.jsonl",
        "MIT",
        "VADER ground truth, C.J. Hutto and E.E. Gilbert, ICWSM 2014, github.com/cjhutto/vaderSentiment",
    ),
    "goemotions": Source(
        "signals/en_goemotions/dev.jsonl",
        "CC BY 4.0 / Apache-2.0",
        "GoEmotions, D. Demszky et al., ACL 2020, Google Research",
    ),
    "issue_incivility": Source(
        "signals/en_issue_incivility/dev.jsonl",
        "MIT",
        "Incivility dataset, VCU SWIM lab, github.com/vcu-swim-lab/incivility-dataset",
    ),
    "parakweet": Source(
        "signals/en_parakweet_intent/dev.jsonl",
        "Apache-2.0",
        "Email Intent Data Set, Parakweet Labs, github.com/ParakweetLabs/EmailIntentDataSet",
    ),
    "germeval2018": Source(
        "signals/de_germeval2018_offense/dev.jsonl",
        "CC BY 4.0",
        "GermEval 2018 shared task on offensive language, M. Wiegand, M. Siegel, J. Ruppenhofer, "
        "github.com/uds-lsv/GermEval-2018-Data",
    ),
}


class Recipe(NamedTuple):
    """A model: its sources with the weight of a row and which rows are positive (None: left out).

    *root* and *wide* are those of `handover.language.linear.Task`; without *toned* the tone of the words is
    no feature, with *leaning* features are scaled by how far they lean.
    """

    name: str
    parts: tuple[tuple[str, float, Callable[[Row], bool | None]], ...]
    penalty: float
    bits: int = 16
    root: float = 0.5
    wide: bool = False
    toned: bool = True
    leaning: bool = False


RECIPES = {
    "en": (
        Recipe("negative", (("vader_gt", 1.0, lambda r: r["score"] <= -0.5),), 1.0),
        Recipe(
            "displeased",
            (
                ("goemotions", 0.2, lambda r: r["label"] == "angry"),
                ("issue_incivility", 1.0, lambda r: r["label"] != "civil"),
            ),
            0.8,
        ),
        Recipe("uncivil", (("issue_incivility", 1.0, lambda r: r["label"] != "civil"),), 2.0, bits=15),
        Recipe(
            "asks",
            (("parakweet", 1.0, lambda r: r["label"] == "intent"),),
            0.5,
            bits=17,
            root=0.4,
            wide=True,
            toned=False,
            leaning=True,
        ),
    ),
    "de": (
        Recipe(
            "negative",
            (("germeval2018", 1.0, lambda r: r["label"] == "OFFENSE"),),
            0.7,
            root=0.3,
            toned=False,
            leaning=True,
        ),
    ),
}


class Matrix(NamedTuple):
    """Sparse rows: features, values, and where each row begins; *size* is how many features there can be."""

    places: np.ndarray
    values: np.ndarray
    starts: np.ndarray
    size: int

    def dot(self, weights: np.ndarray) -> np.ndarray:
        return np.add.reduceat(weights[self.places] * self.values, self.starts)

    def back(self, residuals: np.ndarray) -> np.ndarray:
        spread = np.repeat(residuals, np.diff(np.append(self.starts, len(self.places))))
        return np.bincount(self.places, weights=spread * self.values, minlength=self.size)

    def scaled(self, by: np.ndarray) -> Matrix:
        return self._replace(values=self.values * by[self.places])

    def take(self, chosen: np.ndarray) -> Matrix:
        ends = np.append(self.starts, len(self.places))
        pieces = [np.arange(ends[i], ends[i + 1]) for i in chosen]
        index = np.concatenate(pieces)
        lengths = np.array([len(piece) for piece in pieces])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        return Matrix(self.places[index], self.values[index], starts, self.size)


def features(text: str, lang: str, recipe: Recipe) -> dict[int, float]:
    """Return the hashed features of *text*, as the language layer will see them."""
    found: dict[int, float] = {}
    count = 0
    read_as = sentences_of(text, lang, default())
    hits, promised = [], False

    def add(feature: str, value: float) -> None:
        place = hashed(feature, recipe.bits)
        found[place] = found.get(place, 0.0) + value

    for sentence in read_as:
        norms = [EDGE, *(word.norm for word in sentence.words), sentence.stop or EDGE]
        count += len(sentence.words)
        here = list(find(sentence, default().lexicon(sentence.lang)))
        hits += here
        promised = promised or bool(promises.find(sentence, here))
        for norm in norms[1:]:
            for feature, value in features_of(norm):
                add(feature, value)
        for feature, value in joints_of(norms, recipe.wide):
            add(feature, value)
    length = max(1, count) ** recipe.root
    found = {place: value / length for place, value in found.items()}
    asked = any(sentence.is_question for sentence in read_as)
    for name, value in facts(hits, asked, promised, tone(read_as) if recipe.toned else None, count).items():
        add(name, value)
    return found or {0: 0.0}


def matrix(rows: list[dict[int, float]], bits: int) -> Matrix:
    lengths = np.array([len(row) for row in rows])
    places = np.fromiter((p for row in rows for p in row), dtype=np.int64, count=int(lengths.sum()))
    values = np.fromiter(
        (v for row in rows for v in row.values()), dtype=np.float64, count=int(lengths.sum())
    )
    return Matrix(places, values, np.concatenate([[0], np.cumsum(lengths)[:-1]]), 1 << bits)


def learn(x: Matrix, y: np.ndarray, rate: np.ndarray, recipe: Recipe) -> np.ndarray:
    """Return weights and bias of *recipe* for the features as they are, leaning undone."""
    lean = leaning(x, y) if recipe.leaning else np.ones(x.size)
    theta = fit(x.scaled(lean), y, rate, recipe.penalty)
    theta[:-1] *= lean
    return theta


def leaning(x: Matrix, y: np.ndarray) -> np.ndarray:
    """Return a scale for each feature: the root of its log-ratio between positive and other rows, and a little."""
    size = np.abs(x.values)
    side = np.repeat(y, np.diff(np.append(x.starts, len(x.places))))
    for_ = 1 + np.bincount(x.places, weights=side * size, minlength=x.size)
    against = 1 + np.bincount(x.places, weights=(1 - side) * size, minlength=x.size)
    return np.sqrt(np.abs(np.log(for_ / for_.sum() / (against / against.sum()))) + 0.1)


def fit(x: Matrix, y: np.ndarray, rate: np.ndarray, penalty: float, rounds: int = 60) -> np.ndarray:
    """Return weights and, last, the bias of a logistic regression, by L-BFGS with ten memories."""
    theta = np.zeros(x.size + 1)
    memory: list[tuple[np.ndarray, np.ndarray]] = []

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        margin = x.dot(at[:-1]) + at[-1]
        chance = 1 / (1 + np.exp(-np.clip(margin, -30, 30)))
        cost = float(
            np.sum(rate * (np.logaddexp(0, margin) - y * margin)) + 0.5 * penalty * at[:-1] @ at[:-1]
        )
        residual = rate * (chance - y)
        slope = np.append(x.back(residual) + penalty * at[:-1], residual.sum())
        return cost, slope

    cost, slope = loss(theta)
    for _ in range(rounds):
        step = -_direction(slope, memory)
        length = 1.0 if memory else 1.0 / max(1.0, float(np.abs(slope).max()))
        while True:
            new = theta + length * step
            new_cost, new_slope = loss(new)
            if new_cost <= cost + 1e-4 * length * float(slope @ step) or length < 1e-6:
                break
            length /= 2
        memory = [*memory[-9:], (new - theta, new_slope - slope)]
        done = cost - new_cost < 1e-5 * abs(cost)
        theta, cost, slope = new, new_cost, new_slope
        if done:
            break
    return theta


def _direction(slope: np.ndarray, memory: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    q, kept = slope.copy(), []
    for s, g in reversed(memory):
        share = float(s @ q) / float(s @ g)
        q -= share * g
        kept.append(share)
    if memory:
        s, g = memory[-1]
        q *= float(s @ g) / float(g @ g)
    for (s, g), share in zip(memory, reversed(kept), strict=True):
        q += s * (share - float(g @ q) / float(s @ g))
    return q


def folds(rows: list[Row]) -> np.ndarray:
    """Return a fold for each row; rows of one thread stay together."""
    keys = [str(row.get("thread", row["id"])) for row in rows]
    return np.array([int(hashlib.sha256(f"{SEED}{key}".encode()).hexdigest(), 16) % FOLDS for key in keys])


def quantise(theta: np.ndarray) -> tuple[np.ndarray, float]:
    """Return int8 weights and the scale by which they are multiplied."""
    scale = float(np.quantile(np.abs(theta[:-1][theta[:-1] != 0]), 0.9995)) / 127
    return np.clip(np.round(theta[:-1] / scale), -127, 127).astype(np.int8), scale


def train(data: Path, lang: str, recipe: Recipe, part: str) -> tuple[np.ndarray, Task, list[str]]:
    """Fit *recipe*; return its int8 weights, what stands about it in the file, and lines that say how good it is."""
    rows, labels, rates, names = [], [], [], []
    for name, rate, positive in recipe.parts:
        texts = (data / SOURCES[name].path).read_text("utf-8").splitlines()
        for line in texts if part == "all" else texts[part == "odd" :: 2]:
            row = json.loads(line)
            if (label := positive(row)) is not None:
                rows.append(row)
                labels.append(label)
                rates.append(rate)
                names.append(name)
    x = matrix([features(row["text"], lang, recipe) for row in rows], recipe.bits)
    y, rate = np.array(labels, float), np.array(rates)
    fold, judged = folds(rows), np.zeros(len(rows))
    for k in range(FOLDS):
        inside = np.flatnonzero(fold != k)
        theta = learn(x.take(inside), y[inside], rate[inside], recipe)
        judged[fold == k] = (x.dot(theta[:-1]) + theta[-1])[fold == k]
    report = []
    for name in dict.fromkeys(names):
        chosen = [i for i, n in enumerate(names) if n == name]
        found = figures([bool(y[i]) for i in chosen], [1 / (1 + np.exp(-judged[i])) for i in chosen])
        report.append(
            f"{recipe.name:12}{name:18}{FOLDS}-fold  n {found['n']}  AUC {found['auc']}  macro-F1 {found['macro_f1']}"
        )
    theta = learn(x, y, rate, recipe)
    if not recipe.toned:
        theta[[hashed(name, recipe.bits) for name in TONES]] = 0.0
    weights, scale = quantise(theta)
    exact, rough = x.dot(theta[:-1]), x.dot(weights * scale)
    report.append(f"{recipe.name:12}int8 against float: correlation {np.corrcoef(exact, rough)[0, 1]:.5f}")
    about = Task(recipe.name, recipe.bits, scale, float(theta[-1]), recipe.root, recipe.wide)
    return weights, about, report


def write(data: Path, lang: str, out: Path, part: str) -> None:
    """Train the models of *lang* on *part* of the rows and write ``model.bin`` and ``model.txt`` to *out*."""
    trained = [train(data, lang, recipe, part) for recipe in RECIPES[lang]]
    for *_, report in trained:
        print("\n".join(report))
    folder = out / lang
    folder.mkdir(parents=True, exist_ok=True)
    head = {"format": MAGIC, "tasks": [task._asdict() for _, task, _ in trained]}
    body = json.dumps(head).encode() + b"\n" + b"".join(weights.tobytes() for weights, *_ in trained)
    (folder / "model.bin").write_bytes(body)
    (folder / "model.txt").write_text("\n".join(about(data, lang, trained, body)) + "\n", "utf-8")


def about(data: Path, lang: str, trained: list[Any], body: bytes) -> Iterator[str]:
    """Yield the lines of the text beside the weights: recipe, sources with checksums, figures, attribution."""
    yield f"model.bin of the language {lang}: {len(body)} bytes, sha256 {hashlib.sha256(body).hexdigest()}"
    yield "Made by: python benchmarks/train_language.py DATA"
    yield f"Recipe: words, pairs of neighbours (weight {PAIR_WEIGHT}), letter groups of {LETTERS} within a word"
    yield f"(weight {LETTER_WEIGHT}), where wide triples ({TRIPLE_WEIGHT}), all divided by a root of the number of"
    yield "words; the codes of the rules that were found and, where toned, the tone of the words; hashed by CRC-32;"
    yield "where leaning scaled by the root of the log-ratio of the feature, plus 0.1;"
    yield f"logistic regression with an L2 penalty, L-BFGS from zero; int8. Seed of the folds: {SEED}."
    for recipe in RECIPES[lang]:
        ways = [way for way in ("wide", "toned", "leaning") if getattr(recipe, way)]
        yield (
            f"{recipe.name:12}2**{recipe.bits} places, root {recipe.root}, penalty {recipe.penalty}"
            f"{''.join(f', {way}' for way in ways)}"
        )
    yield ""
    yield "Figures of the cross-validation (the weights themselves are fitted on all rows of the sets):"
    for *_, report in trained:
        yield from report
    yield ""
    yield "Trained on (texts are not included, the weights are derived from them):"
    for name in dict.fromkeys(part[0] for recipe in RECIPES[lang] for part in recipe.parts):
        source = SOURCES[name]
        digest = hashlib.sha256((data / source.path).read_bytes()).hexdigest()
        share = ", ".join(
            f"{r.name} x{part[1]}" for r in RECIPES[lang] for part in r.parts if part[0] == name
        )
        yield f"- {source.attribution}. Licence: {source.licence}. For: {share}. sha256 {digest}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--lang", choices=tuple(RECIPES))
    parser.add_argument("--rows", choices=("odd", "even", "all"), default="all")
    parser.add_argument("--out", type=Path, default=Path(handover.language.__path__[0]))
    args = parser.parse_args()
    for lang in (args.lang,) if args.lang else RECIPES:
        write(args.data, lang, args.out, args.rows)


if __name__ == "__main__":
    main()
