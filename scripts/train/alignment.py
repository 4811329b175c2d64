"""Which piece translates which: links of eflomal, a target for the cross-attention (guided alignment).

Östling and Tiedemann 2016 (eflomal); Chen et al. 2016 (guided alignment). On a few million tokens a
Transformer does not find the source by itself; with these links it does within minutes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from scripts.train.dataset import IndexArray, PieceArray, Side

NO_LINK = -1

ENOUGH = 20_000
"""Pairs from which on eflomal chooses the number of its iterations by itself."""


def align(english: Side, arabic: Side) -> tuple[IndexArray, IndexArray]:
    """For each English piece the position of its Arabic piece in the sentence, and the other way round.

    Only links found in both directions count; a piece without one has `NO_LINK`.
    """
    import eflomal

    forward_links = np.full(len(english.ids), NO_LINK, np.int16)
    backward_links = np.full(len(arabic.ids), NO_LINK, np.int16)
    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = Path(folder) / "forward", Path(folder) / "reverse"
        eflomal.Aligner(model=3, rel_iterations=effort(len(english.offsets) - 1)).align(
            _lines(arabic), _lines(english),
            links_filename_fwd=str(forward), links_filename_rev=str(reverse), quiet=True,
        )  # fmt: skip
        with forward.open() as one, reverse.open() as other:
            for row, (a, b) in enumerate(zip(one, other, strict=True)):
                for link in set(a.split()) & set(b.split()):
                    ar, en = map(int, link.split("-"))
                    forward_links[english.offsets[row] + en] = ar
                    backward_links[arabic.offsets[row] + ar] = en
    return forward_links, backward_links


def effort(pairs: int) -> float:
    """The factor for eflomal's iterations: 1, less for a toy corpus (for which it would take very many).

    >>> effort(74_000), effort(800)
    (1.0, 0.2)
    """
    return float(min(1.0, (pairs / ENOUGH) ** 0.5))


def _lines(side: Side) -> list[str]:
    bounds = zip(side.offsets[:-1], side.offsets[1:], strict=True)
    return [" ".join(map(str, _row(side.ids, a, b))) + "\n" for a, b in bounds]


def _row(ids: PieceArray, start: int, end: int) -> list[int]:
    row: list[int] = ids[start:end].tolist()
    return row
