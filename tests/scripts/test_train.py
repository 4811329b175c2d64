"""The training pipeline: what may be trained on, in which order, and that the whole of it runs.

The parts that need PyTorch are skipped where it is not installed (`pip install -e .[train]`).
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scripts.train import card, clean, corpora

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("english", "arabic", "expected"),
    [
        ("He said no.", "قال لا.", True),
        ("The FDA approved it.", "وافقت عليه إدارة الغذاء والدواء (FDA).", True),
        ("He said no.", "He said no.", False),
        ("قال لا.", "قال لا.", False),
        ("", "قال لا.", False),
        ("He said no.", "", False),
        ("12", "١٢", False),
        ("No.", "قال الرئيس إنه لن يفاوض أحدا قبل أن تنسحب القوات من المدينة ويعود السكان", False),
    ],
)
def test_plausible_pairs(english: str, arabic: str, expected: bool) -> None:
    assert clean.plausible(english, arabic) is expected


@pytest.mark.parametrize(
    ("english", "arabic", "expected"),
    [
        ("Winston", "ونستون", True),
        ("Charles", "تشارلز", True),
        ("Gandhi", "غاندي", True),
        ("Steuben", "شتويبن", True),
        ("Elbert", "بيرترام", False),
        ("Michael", "سليمان", False),
    ],
)
def test_a_name_sounds_like_its_spelling(english: str, arabic: str, expected: bool) -> None:
    assert clean.sounds_alike(english, arabic) is expected


def test_development_sentences_are_found_in_every_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "dev.ar").write_text("قال الرئيس إنه لن يستقيل.\n", encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("1\tThe bridge fell last night.\tentailment\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(
        '{"id": 1, "text": "We came home. We found nothing."}\n', encoding="utf-8"
    )
    (tmp_path / "b.json").write_text('[{"quotes": ["لن نتفاوض تحت النار أبدا"]}]', encoding="utf-8")
    keys = clean.dev_keys(tmp_path)
    for sentence in (
        "قال الرئيس انه لن يستقيل",
        "the bridge fell last night",
        "We found nothing.",
        "لن نتفاوض تحت النار أبداً",
    ):
        assert clean.key(sentence) in keys
    assert clean.key("entailment") not in keys


def test_the_recipe_names_a_licence_for_every_set() -> None:
    sets = corpora.read_recipe(corpora.RECIPE, ROOT.parent / "shared" / "train")
    assert all(corpus.licence and corpus.passes > 0 for corpus in sets)
    assert len({corpus.name for corpus in sets}) == len(sets)


def test_the_fillings_of_a_line_share_its_passes() -> None:
    folder = ROOT / "corpora" / "news-parallel"
    corpus = corpora.Corpus("news", folder, "CC0 1.0", passes=3.0, fillings=6)
    pairs = list(corpora.read_pairs(corpus, random.Random(1)))
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.glob("*.tsv"))
    assert sum(passes for _, passes in pairs) == pytest.approx(3.0 * lines)
    assert Counter(passes for _, passes in pairs).keys() == {3.0, 0.5}


def test_scores_are_put_into_a_card(tmp_path: Path) -> None:
    path = tmp_path / "card.toml"
    path.write_text('name = "x"\n\n[scores]\nold = 1\n\n[sha256]\n"model.bin" = "00"\n', encoding="utf-8")
    card.put_scores(path, {"ar_en_bleu": 7.4, "bleu_signature": 'nrefs:1|"x"'})
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert found == {
        "name": "x",
        "scores": {"ar_en_bleu": 7.4, "bleu_signature": 'nrefs:1|"x"'},
        "sha256": {"model.bin": "00"},
    }


def _toy_dataset() -> Any:
    np = pytest.importorskip("numpy")
    from scripts.train.dataset import Dataset, Side

    rng = random.Random(1)
    rows = {
        side: [[rng.randint(6, 40) for _ in range(rng.randint(1, 30))] for _ in range(500)]
        for side in ("en", "ar")
    }
    sides = {side: Side.of(found) for side, found in rows.items()}
    links = {side: np.full(len(found.ids), -1, np.int16) for side, found in sides.items()}
    passes = np.array([2.0] * 250 + [0.5] * 250, np.float32)
    return Dataset(sides, links, passes, {"vocabulary": 41})


def test_an_epoch_visits_each_pair_as_often_as_asked_and_can_be_repeated() -> None:
    data = _toy_dataset()
    from scripts.train.dataset import bucket, epoch

    batches = list(epoch(data, 3, seed=1, tokens=400, into_arabic=0.4))
    visits = Counter(int(row) for batch in batches for row in batch.rows)
    assert all(visits[row] == 2 for row in range(250))
    assert {visits[row] for row in range(250, 500)} == {0, 1}
    assert 90 < sum(visits[row] for row in range(250, 500)) < 160
    for batch in batches:
        longest = max(max(data.sides[s].lengths()[batch.rows]) for s in ("en", "ar")) + 2
        assert len(batch.rows) == 1 or bucket(int(longest)) * len(batch.rows) <= 400
    again = list(epoch(data, 3, seed=1, tokens=400, into_arabic=0.4))
    assert [(b.to, b.rows.tolist()) for b in batches] == [(b.to, b.rows.tolist()) for b in again]
    other = list(epoch(data, 4, seed=1, tokens=400, into_arabic=0.4))
    assert [b.rows.tolist() for b in batches] != [b.rows.tolist() for b in other]
    assert 0.2 < sum(b.to == "ar" for b in batches) / len(batches) < 0.6


def test_needs_torch_a_batch_holds_source_target_and_links() -> None:
    torch = pytest.importorskip("torch")
    np = pytest.importorskip("numpy")
    pytest.importorskip("transformers")
    from scripts.train.dataset import Batch, Dataset, Side
    from scripts.train.objective import tensors

    sides = {"en": Side.of([[10, 11], [12]]), "ar": Side.of([[20], [21, 22, 23]])}
    links = {"en": np.array([0, -1, 2], np.int16), "ar": np.array([0, -1, -1, 0], np.int16)}
    data = Dataset(sides, links, np.ones(2, np.float32), {})
    batch = tensors(data, Batch(np.array([1, 0]), "en"), torch.device("cpu"))
    assert batch.source.tolist() == [[4, 21, 22, 23, 3, 0, 0, 0], [4, 20, 3, 0, 0, 0, 0, 0]]
    assert batch.target.tolist() == [[12, 3, 0, 0], [10, 11, 3, 0]]
    assert batch.given.tolist() == [[3, 12, 3, 0], [3, 10, 11, 3]]
    assert batch.links.tolist() == [[3, -1, -1, -1], [1, -1, -1, -1]]


def test_needs_torch_a_grown_network_computes_the_same() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from scripts.train import network

    sizes = {"vocabulary": 50, "width": 16, "heads": 2, "dropout": 0.0}
    torch.manual_seed(1)
    small = network.build(encoder=2, decoder=1, **sizes).eval()
    large = network.build(encoder=5, decoder=3, **sizes).eval()
    network.start_from(large, network.slim(small))
    source, given = torch.randint(6, 50, (3, 7)), torch.randint(6, 50, (3, 5))
    with torch.inference_mode():
        one, other = (
            n(input_ids=source, decoder_input_ids=given, use_cache=False).logits for n in (small, large)
        )
    assert torch.allclose(one, other, atol=1e-5)
    with pytest.raises(ValueError, match="cannot hold"):
        network.start_from(small, network.slim(large))


def test_needs_torch_a_resumed_run_goes_on_exactly(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from scripts.train import dataset
    from scripts.train.run import Run
    from scripts.train.train import parse

    dataset.save(_toy_dataset(), tmp_path / "data")
    sizes = "--minutes 1 --encoder 1 --decoder 1 --width 16 --heads 2 --dropout 0.1 --tokens 300 --threads 1"
    arguments = [str(tmp_path / "data"), str(tmp_path), *sizes.split()]

    def go_on(run: Run, steps: int) -> None:
        for _, batch in zip(range(steps), run.batches(), strict=False):
            run.step(batch, 1e-3)

    straight = Run(parse(arguments))
    go_on(straight, 5)
    straight.save(tmp_path / "half.pt")
    go_on(straight, 5)
    resumed = Run(parse([*arguments, "--resume", str(tmp_path / "half.pt")]))
    assert resumed.position.step == 5
    go_on(resumed, 5)
    for one, other in zip(straight.network.parameters(), resumed.network.parameters(), strict=True):
        assert torch.equal(one, other)


def test_needs_torch_the_rate_rises_stays_and_falls_with_the_time() -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from scripts.train.train import Schedule, parse

    times = "--minutes 10 --decay 2 --rate 1 --warmup 100 --save-minutes 3"
    options = parse(["data", "out", *times.split()])
    schedule = Schedule(options, now=1000.0)
    cases = [(0, 0, 0.01), (60, 49, 0.5), (120, 200, 1.0), (479, 900, 1.0), (540, 950, 0.5), (600, 999, 0.02)]
    for seconds, step, expected in cases:
        assert schedule.rate_at(1000.0 + seconds, step) == pytest.approx(expected, abs=0.01)
    assert schedule.save_every(1100.0) == 180
    assert schedule.save_every(1500.0) == 15


def test_needs_torch_the_whole_pipeline_trains_from_nothing_on_a_cpu(tmp_path: Path) -> None:
    for module in ("torch", "transformers", "eflomal"):
        pytest.importorskip(module)
    command = [sys.executable, "-m", "scripts.train.toy", str(tmp_path), "--minutes", "0.25"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stderr
    losses = [float(found) for found in re.findall(r"loss ([0-9.]+)", result.stdout)]
    assert losses[-1] < losses[0] - 0.5
    from toolkit.modelling.folder import open_model
    from toolkit.modelling.translator import CTranslate2Engine

    engine = CTranslate2Engine(open_model(str(tmp_path / "model")), threads=1, beam=1)
    assert len(engine.translate(["قال الرئيس إنه لن يستقيل."], to="en")) == 1
    assert engine.log_probs(["لا"], ["No"], to="en")[0] < 0
