"""Turn the sets of the recipe into arrays to train on: `python -m scripts.train.prepare DATA OUT`.

Writes into OUT: joint.model, the pieces of both sides with offsets and links, and manifest.json with what was
read, dropped (and why) and kept of each set, and its licence.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scripts.train import alignment, clean, corpora, dataset, vocabulary
from scripts.train.slots import Pair
from toolkit.modelling.translator import normalise

MAX_PIECES = 96
"""Longer rows are dropped: they cost much and are mostly badly aligned."""

NAMES = "names"
"""The set of name words, not sentences."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with the passes it gets in an epoch."""

    english: str
    arabic: str
    passes: float


def select(
    corpus: corpora.Corpus, seen: set[str], barred: set[str], rng: random.Random
) -> tuple[list[Row], Counter[str]]:
    """The clean, new pairs of a set, and how many were read and dropped for which reason.

    `seen` grows with the keys of what is kept: a later set does not repeat an earlier one.
    """
    kept: list[Row] = []
    counts: Counter[str] = Counter()
    for (english, arabic), passes in corpora.read_pairs(corpus, rng):
        pair = normalise(english).strip(), normalise(arabic).strip()
        counts["read"] += 1
        reason = _objection(pair, corpus, seen, barred)
        if reason:
            counts[reason] += 1
        else:
            kept.append(Row(*pair, passes))
    if corpus.limit is not None and len(kept) > corpus.limit:
        counts["not in the sample"] = len(kept) - corpus.limit
        kept = rng.sample(kept, corpus.limit)
    return (_full_names(kept, rng) if corpus.name == NAMES else kept), counts


def _objection(pair: Pair, corpus: corpora.Corpus, seen: set[str], barred: set[str]) -> str | None:
    if not clean.plausible(*pair) or (corpus.name == NAMES and not clean.sounds_alike(*pair)):
        return "not a translation"
    if clean.key(pair[0]) in barred or clean.key(pair[1]) in barred:
        return "in a development set"
    # Fillings of one line differ in names and numbers only, so there only an equal pair is a repetition.
    mark = clean.key(pair[0]) + "|" + clean.key(pair[1]) if corpus.fillings else clean.mask(pair[0])
    if mark in seen:
        return "repeated"
    seen.add(mark)
    return None


def _full_names(words: list[Row], rng: random.Random) -> list[Row]:
    """Name words joined to names of one to three words."""
    names: list[Row] = []
    at = 0
    while at < len(words):
        group = words[at : at + rng.choice((1, 2, 2, 3))]
        english, arabic = " ".join(r.english for r in group), " ".join(r.arabic for r in group)
        names.append(Row(english, arabic, group[0].passes))
        at += len(group)
    return names


def prepare(
    sets: list[corpora.Corpus], out: Path, *, dev: Path | None, vocab: Path | None, size: int, seed: int
) -> None:
    """Write the folder `out`; with `vocab` its pieces are used, otherwise `size` pieces are learnt."""
    out.mkdir(parents=True, exist_ok=True)
    barred = clean.dev_keys(dev) if dev else set()
    seen: set[str] = set()
    rows: list[Row] = []
    report: list[dict[str, object]] = []
    for corpus in sets:
        chosen, counts = select(corpus, seen, barred, random.Random(f"{seed} {corpus.name}"))
        rows += chosen
        entry = {"name": corpus.name, "licence": corpus.licence, "passes": corpus.passes}
        report.append({**entry, **counts, "kept": len(chosen)})
        print(report[-1], flush=True)
    if vocab:
        shutil.copyfile(vocab, out / "joint.model")
    else:
        vocabulary.train(((row.english, row.arabic) for row in rows), out / "joint.model", size=size)
    pieces = vocabulary.load(out / "joint.model")
    english = pieces.encode([row.english for row in rows])
    arabic = pieces.encode([row.arabic for row in rows])
    lengths = [(len(en), len(ar)) for en, ar in zip(english, arabic, strict=True)]
    fits = [i for i, pair in enumerate(lengths) if min(pair) > 0 and max(pair) <= MAX_PIECES]
    texts = {"en": english, "ar": arabic}
    sides = {language: dataset.Side.of([side[i] for i in fits]) for language, side in texts.items()}
    start = time.monotonic()
    links = dict(zip(("en", "ar"), alignment.align(sides["en"], sides["ar"]), strict=True))
    linked = float((links["en"] != alignment.NO_LINK).mean())
    took = time.monotonic() - start
    print(f"aligned {len(fits)} pairs in {took:.0f} s, {linked:.0%} of the English pieces", flush=True)
    manifest = {
        "seed": seed,
        "vocabulary": pieces.get_piece_size(),
        "pairs": len(fits),
        "longer than the limit": len(rows) - len(fits),
        "pieces": {language: len(side.ids) for language, side in sides.items()},
        "sets": report,
    }
    passes = np.array([rows[i].passes for i in fits], np.float32)
    dataset.save(dataset.Dataset(sides, links, passes, manifest), out)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the sets named in the recipe")
    parser.add_argument("out", type=Path, help="folder to write")
    parser.add_argument("--recipe", type=Path, default=corpora.RECIPE)
    parser.add_argument("--dev", type=Path, help="development sets: no sentence of theirs is used")
    parser.add_argument("--vocab", type=Path, help="a joint.model to use (otherwise one is learnt)")
    parser.add_argument("--vocab-size", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    sets = corpora.read_recipe(a.recipe, a.data)
    prepare(sets, a.out, dev=a.dev, vocab=a.vocab, size=a.vocab_size, seed=a.seed)


if __name__ == "__main__":
    main()
