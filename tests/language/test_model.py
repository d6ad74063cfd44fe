"""The small models: their files are whole, small, explained, and need no numpy."""

import hashlib
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from handover.language import read
from handover.language.judging import Judgement
from handover.language.linear import load
from handover.language.reading import sentences_of
from handover.language.vocabulary import default, find_packs

MAX_BYTES = 300_000


@pytest.mark.parametrize("pack", [pack for pack in find_packs() if pack.model], ids=lambda pack: pack.code)
def test_a_model_is_small_and_the_text_beside_it_knows_its_checksum(pack: object) -> None:
    path = Path(pack.model)  # type: ignore[attr-defined]

    data = path.read_bytes()

    assert len(data) <= MAX_BYTES
    assert hashlib.sha256(data).hexdigest() in path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("pack", [pack for pack in find_packs() if pack.model], ids=lambda pack: pack.code)
def test_the_text_beside_a_model_names_seed_licences_and_figures(pack: object) -> None:
    text = Path(pack.model).with_suffix(".txt").read_text("utf-8")  # type: ignore[attr-defined]

    assert all(word in text for word in ("Seed", "Licence", "AUC", "sha256", "Recipe"))


def test_a_missing_model_is_no_error(tmp_path: Path) -> None:
    assert load(tmp_path / "model.bin") is None


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b'{"format": "something/9"}\n\x00')

    with pytest.raises(ValueError, match="no model file"):
        load(tmp_path / "model.bin")


def test_the_model_says_which_words_spoke() -> None:
    signals = read("This product is terrible and a complete waste of my money, I hate it.", lang="en")

    assert any(why.code.startswith("model: ") for why in signals.why)


def test_reading_loads_no_heavy_library() -> None:
    code = (
        "import sys; from handover.language import read; read('Wann kommt das?'); "
        "print(sorted({'numpy', 'pandas', 'holidays', 'babel', 'pydantic'} & set(sys.modules)))"
    )

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert out.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We never got the valves. Could you tell me when they will come? I am not pleased!"),
        ("de", "Die Ventile sind nie gekommen, das ist ein schlechter Witz. Wann kommen sie endlich?"),
    ],
)
def test_reading_weighs_what_training_saw(code: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    recipes = importlib.import_module("train_language").RECIPES[code]
    features = importlib.import_module("train_language").features
    model = default().lexicon(code).model
    assert model is not None

    read_as = Judgement(text, sentences_of(text, code, default()), code, default())
    odds = read_as._models()

    for recipe, task, table in zip(recipes, model.about, model._tables, strict=True):
        assert (recipe.name, recipe.bits, recipe.root, recipe.wide) == (
            task.name,
            task.bits,
            task.root,
            task.wide,
        )
        weights = memoryview(table).cast("b")
        seen = sum(value * weights[place] for place, value in features(text, code, recipe).items())
        assert odds[task.name] == pytest.approx(task.scale * seen + task.bias, rel=1e-9)
