"""The prepared pairs on disk, and the order in which training sees them.

A side is one run of piece numbers with offsets; beside it lie the links to the other side. An epoch visits
each pair as often as its set's `passes` say; it depends only on the seed and the epoch's number, so a resumed
run goes on with the very next batch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

PieceArray = npt.NDArray[np.uint16]
IndexArray = npt.NDArray[np.int16]
RowArray = npt.NDArray[np.int64]

MANIFEST = "manifest.json"
POOL = 20_000
"""Pairs sorted by length together: batches hold little padding, and lengths stay mixed over time."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language: the pieces of row i are `ids[offsets[i]:offsets[i + 1]]`."""

    ids: PieceArray
    offsets: RowArray

    def lengths(self) -> RowArray:
        """Pieces per row."""
        return np.diff(self.offsets)

    @staticmethod
    def of(rows: list[list[int]]) -> Side:
        """The side made of these rows of piece numbers."""
        offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
        flat = (piece for row in rows for piece in row)
        return Side(np.fromiter(flat, np.uint16, count=int(offsets[-1])), offsets)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Both sides and the links of their pieces by language, the passes of each row, and the manifest."""

    sides: dict[str, Side]
    links: dict[str, IndexArray]
    passes: npt.NDArray[np.float32]
    manifest: dict[str, Any]

    def __len__(self) -> int:
        return len(self.passes)


def save(data: Dataset, folder: Path) -> None:
    """Write the arrays and, last, the manifest: a folder with a manifest is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, side in data.sides.items():
        np.save(folder / f"{language}.ids.npy", side.ids)
        np.save(folder / f"{language}.offsets.npy", side.offsets)
        np.save(folder / f"{language}.links.npy", data.links[language])
    np.save(folder / "passes.npy", data.passes)
    text = json.dumps(data.manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def load(folder: Path) -> Dataset:
    """What `save` wrote."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    sides = {
        language: Side(np.load(folder / f"{language}.ids.npy"), np.load(folder / f"{language}.offsets.npy"))
        for language in ("en", "ar")
    }
    links = {language: np.load(folder / f"{language}.links.npy") for language in sides}
    return Dataset(sides, links, np.load(folder / "passes.npy"), manifest)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to be trained on together, towards the language `to`."""

    rows: RowArray
    to: str


def epoch(data: Dataset, number: int, *, seed: int, tokens: int, into_arabic: float) -> Iterator[Batch]:
    """The batches of one epoch: at most `tokens` places each (rows times the longest row, either side).

    `into_arabic` is the share of the batches that translate into Arabic.
    """
    rng = np.random.default_rng((seed, number))
    times = np.floor(data.passes + rng.random(len(data))).astype(np.int64)
    rows = rng.permutation(np.repeat(np.arange(len(data)), times))
    longest = np.maximum(data.sides["en"].lengths(), data.sides["ar"].lengths()) + 2
    for start in range(0, len(rows), POOL):
        pool = rows[start : start + POOL]
        pool = pool[np.argsort(longest[pool] + rng.random(len(pool)), kind="stable")]
        cuts = _cuts(longest[pool], tokens)
        for i in rng.permutation(len(cuts) - 1):
            yield Batch(pool[cuts[i] : cuts[i + 1]], "ar" if rng.random() < into_arabic else "en")


def _cuts(lengths: RowArray, tokens: int) -> list[int]:
    """Where to cut rows sorted by length into batches of at most `tokens` places (one row may exceed it)."""
    cuts = [0]
    for i, length in enumerate(lengths.tolist()):
        if i > cuts[-1] and bucket(length) * (i - cuts[-1] + 1) > tokens:
            cuts.append(i)
    return [*cuts, len(lengths)]


def bucket(length: int) -> int:
    """`length` rounded up to a multiple of four, so that few shapes occur and the allocator reuses them.

    >>> bucket(13)
    16
    """
    return -(-length // 4) * 4


def grid(values: npt.NDArray[Any], offsets: RowArray, rows: RowArray, width: int, filler: int) -> RowArray:
    """The values of `rows` as a matrix of `width` columns, filled up at the right.

    >>> grid(np.array([7, 8, 9]), np.array([0, 1, 3]), np.array([1, 0]), 3, -1).tolist()
    [[8, 9, -1], [7, -1, -1]]
    """
    starts = offsets[rows]
    columns = np.arange(width)
    inside = columns < (offsets[rows + 1] - starts)[:, None]
    matrix = np.full(inside.shape, filler, np.int64)
    matrix[inside] = values[(starts[:, None] + columns)[inside]]
    return matrix
