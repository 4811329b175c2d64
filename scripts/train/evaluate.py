"""Measure a model beside the six stored systems: `python -m scripts.train.evaluate MODEL FLORES`.

MODEL is a folder as `export` writes it, FLORES holds dev.ar, dev.en and dev.ar-en.SYSTEM.en,
dev.en-ar.SYSTEM.ar. Prints Markdown; with `--card` the scores go into the model's card as well. It runs what
ships: the toolkit's own engine, in the toolkit's environment.
"""

from __future__ import annotations

import argparse
import html
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu

from scripts.train import card
from toolkit.modelling.folder import open_model
from toolkit.modelling.translator import CTranslate2Engine
from toolkit.types import Language

SYSTEMS = ("google", "microsoft", "bergamot-base", "nllb", "opusmt", "argos")
DIRECTIONS: tuple[tuple[Language, Language], ...] = (("ar", "en"), ("en", "ar"))
SPEED_LINES = 200


@dataclass(frozen=True, slots=True)
class Quality:
    """BLEU and chrF2 of one output, each with its signature."""

    bleu: float
    chrf2: float
    signatures: tuple[str, str]


def quality(outputs: Sequence[str], references: Sequence[str]) -> Quality:
    """The scores of `outputs` by sacreBLEU (Post 2018; Popović 2015).

    >>> quality(["The cat sat on the mat."], ["The cat sat on the mat."]).bleu
    100.0
    """
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    scores = [metric.corpus_score(list(outputs), [list(references)]).score for metric in (bleu, chrf)]
    signatures = (str(bleu.get_signature()), str(chrf.get_signature()))
    return Quality(round(scores[0], 1), round(scores[1], 1), signatures)


def lines(path: Path) -> list[str]:
    """The lines of a stored text; the web services' outputs came with HTML entities."""
    text = path.read_text(encoding="utf-8").removesuffix("\n")
    return [html.unescape(line) for line in text.split("\n")]


def stored(folder: Path) -> dict[str, dict[str, Quality]]:
    """By system and direction ("ar-en"), the scores of the outputs that lie in `folder`."""
    return {
        system: {
            f"{source}-{target}": quality(
                lines(folder / f"dev.{source}-{target}.{system}.{target}"), lines(folder / f"dev.{target}")
            )
            for source, target in DIRECTIONS
        }
        for system in SYSTEMS
    }


def measured(engine: CTranslate2Engine, folder: Path, count: int | None) -> dict[str, Quality]:
    """By direction, the scores of the model on the first `count` lines (None: all)."""
    found = {}
    for source, target in DIRECTIONS:
        outputs = [h.text for h in engine.translate(lines(folder / f"dev.{source}")[:count], to=target)]
        found[f"{source}-{target}"] = quality(outputs, lines(folder / f"dev.{target}")[:count])
    return found


def speed(engine: CTranslate2Engine, sources: Sequence[str]) -> float:
    """Sentences a second, Arabic to English."""
    engine.translate(sources[:8], to="en")
    start = time.perf_counter()
    engine.translate(sources, to="en")
    return len(sources) / (time.perf_counter() - start)


def table(rows: dict[str, dict[str, Quality]]) -> str:
    """A Markdown table, one system a row."""
    head = "| system | ar→en BLEU | ar→en chrF2 | en→ar BLEU | en→ar chrF2 |\n|---|---|---|---|---|\n"
    cells = (
        [name, *(f"{value:.1f}" for q in scores.values() for value in (q.bleu, q.chrf2))]
        for name, scores in rows.items()
    )
    return head + "".join(f"| {' | '.join(row)} |\n" for row in cells)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="folder of a model")
    parser.add_argument("flores", type=Path, help="folder of the development set")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--lines", type=int, help="only the first lines (the stored systems: all)")
    parser.add_argument("--no-speed", action="store_true", help="skip the speed, where other work goes on")
    parser.add_argument("--card", action="store_true", help="write the scores into the model's card")
    a = parser.parse_args()
    folder = open_model(a.model)
    ours = measured(CTranslate2Engine(folder, beam=a.beam), a.flores, a.lines)
    name = f"**{folder.name}** (beam {a.beam})"
    print(table({name: ours, **stored(a.flores)}))
    bleu_signature, chrf_signature = ours["ar-en"].signatures
    print(f"BLEU {bleu_signature}\nchrF2 {chrf_signature}")
    rates = {} if a.no_speed else _rates(a.model, a.flores)
    print(f"{sum(p.stat().st_size for p in folder.path.iterdir()) / 1e6:.1f} MB on disk")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")
    if a.card:
        scores: dict[str, str | float] = {"set": f"FLORES-200 dev, {a.lines or 'all'} lines, beam {a.beam}"}
        for direction, found in ours.items():
            key = direction.replace("-", "_")
            scores |= {f"{key}_bleu": found.bleu, f"{key}_chrf2": found.chrf2}
        scores |= {"bleu_signature": bleu_signature, "chrf2_signature": chrf_signature}
        scores |= rates
        card.put_scores(folder.path / card.FILE, scores)


def _rates(model: str, flores: Path) -> dict[str, float]:
    sources = lines(flores / "dev.ar")[:SPEED_LINES]
    rates = {}
    for beam in (1, 4):
        rates[f"sentences_per_second_beam_{beam}"] = round(
            speed(CTranslate2Engine(open_model(model), beam=beam), sources), 1
        )
        print(f"beam {beam}: {rates[f'sentences_per_second_beam_{beam}']} sentences/s, ar→en")
    return rates


if __name__ == "__main__":
    main()
