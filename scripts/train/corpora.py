"""The recipe: which sets of pairs there are, where they lie, and how they are read."""

from __future__ import annotations

import lzma
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.train import slots

ROOT = Path(__file__).parents[2]
RECIPE = Path(__file__).parent / "recipe.toml"
INDIC_SHARE = 0.15
"""Share of the filled lines whose Arabic digits are ٠-٩."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of the recipe; the fields are explained at the top of `recipe.toml`."""

    name: str
    path: Path
    licence: str
    passes: float
    limit: int | None = None
    fillings: int = 0


def read_recipe(path: Path, data: Path) -> list[Corpus]:
    """The sets of a recipe, their files under `data` (or in the project). A misspelt field is an error."""
    sets = tomllib.loads(path.read_text(encoding="utf-8"))["set"]
    return [_corpus(entry, data) for entry in sets]


def _corpus(entry: dict[str, Any], data: Path) -> Corpus:
    fields = dict(entry)
    root = ROOT if fields.pop("project", False) else data
    return Corpus(path=root / fields.pop("file"), **fields)


def read_pairs(corpus: Corpus, rng: random.Random) -> Iterator[tuple[slots.Pair, float]]:
    """The pairs of a set, English first, each with its passes.

    A line with slots is filled `corpus.fillings` times, and its fillings share the passes of one line.
    """
    if not corpus.path.is_dir():
        for pair in _lines(corpus.path):
            yield pair, corpus.passes
        return
    lists = slots.read_lists(corpus.path / "slots")
    for file in sorted(corpus.path.glob("*.tsv")):
        for pair in _lines(file):
            times = corpus.fillings if slots.slots_of(pair[0]) else 1
            for _ in range(times):
                filled = slots.fill(pair, lists, rng, indic=rng.random() < INDIC_SHARE)
                yield filled, corpus.passes / times


def _lines(path: Path) -> Iterator[slots.Pair]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            english, tab, arabic = line.rstrip("\n").partition("\t")
            if tab and "\t" not in arabic:
                yield english, arabic
