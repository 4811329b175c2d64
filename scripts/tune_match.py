"""Choose the weights of `toolkit/weights/match.toml`.

`python scripts/tune_match.py ../shared` (needs scipy and numpy). A conditional logit is fitted by maximum
likelihood with a small ridge penalty; each feature may only speak for the side it stands for. Every quote
is shown twice: with its original among the candidates, and with the original taken away (the right
answer then is *none*). Translations are those of the shipped model and, where stored, of six others, so
that the weights suit translators of any quality.
"""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_match as bench

from toolkit.match import NEAREST, match
from toolkit.match.features import AGAINST, SOURCE_FEATURES, TRANSLATION_FEATURES, Query, features_of
from toolkit.match.index import index_of
from toolkit.types import Translation

WEIGHTS = bench.ROOT / "toolkit" / "weights" / "match.toml"
RIDGE = 0.5
REMOVED = 0.8
"""Weight of a quote shown without its original, beside 1 for the quote with it."""

Row = tuple[list[list[float]], int | None, float]
"""Features of the candidates, the number of the right one (None: none is right), and the weight."""


def rows_of(
    tasks: list[bench.Task], texts: dict[str, str], names: tuple[str, ...], weight: float
) -> list[Row]:
    """The training rows of some tasks."""
    rows: list[Row] = []
    for task in tasks:
        index = index_of(task.references)
        for case in task.cases:
            query = Query.of(case.quote, Translation(case.quote.source, texts.get(case.quote.source, "")))
            numbers = index.nearest(query.terms, query.translation_terms, NEAREST)
            found = [features_of(query, index, number)[0] for number in numbers]
            vectors = [[1.0, *(values.get(name, 0.0) for name in names)] for values in found]
            ids = [task.references[number].id for number in numbers]
            gold = ids.index(case.gold) if case.gold in ids else None
            if case.gold is None or gold is not None:
                rows.append((vectors, gold, weight))
            if gold is not None:
                rows.append((vectors[:gold] + vectors[gold + 1 :], None, weight * REMOVED))
    return rows


def fit(rows: list[Row], names: tuple[str, ...]) -> dict[str, float]:
    """The weights of greatest likelihood under the ridge penalty."""
    import numpy as np
    from scipy.optimize import minimize

    width = 1 + len(names)
    longest = max(len(vectors) for vectors, _, _ in rows)
    values = np.zeros((len(rows), longest + 1, width))
    there = np.zeros((len(rows), longest + 1), bool)
    there[:, 0] = True  # alternative 0: none
    gold = np.zeros(len(rows), int)
    weight = np.array([w for _, _, w in rows])
    for i, (vectors, right, _) in enumerate(rows):
        if len(vectors):
            values[i, 1 : len(vectors) + 1] = vectors
        there[i, 1 : len(vectors) + 1] = True
        gold[i] = 0 if right is None else right + 1

    def loss(w: Any) -> tuple[float, Any]:
        utility = np.where(there, values @ w, -1e9)
        utility -= utility.max(1, keepdims=True)
        share = np.exp(utility)
        share /= share.sum(1, keepdims=True)
        right = np.arange(len(rows)), gold
        difference = share.copy()
        difference[right] -= 1
        gradient = np.einsum("i,ij,ijk->k", weight, difference, values)
        penalty = RIDGE * (w[1:] @ w[1:])
        gradient[1:] += 2 * RIDGE * w[1:]
        return float(-(weight * np.log(share[right] + 1e-12)).sum() + penalty), gradient

    bounds = [(None, None)] + [(None, 0.0) if name in AGAINST else (0.0, None) for name in names]
    result = minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B", bounds=bounds)
    print(f"loss {result.fun / weight.sum():.4f}")
    return dict(zip(("constant", *names), (round(float(x), 3) for x in result.x), strict=True))


def with_systems(shared: Path, texts: dict[str, str]) -> dict[str, str]:
    """The translations, those of FLORES taken from a system drawn by lot (one in three from our own)."""
    folder = shared / "dev" / "flores"
    rng = random.Random(11)
    mixed = dict(texts)
    systems = [(folder / f"dev.ar-en.{s}.en").read_text("utf-8").splitlines() for s in bench.SYSTEMS]
    for i, source in enumerate((folder / "dev.ar").read_text("utf-8").splitlines()):
        if rng.random() > 0.34:
            mixed[" ".join(source.split())] = rng.choice(systems)[i]
    return mixed


def threshold_rows(shared: Path, texts: dict[str, str]) -> list[str]:
    """Comment lines: what each threshold gives on the articles tuned on (001-010) and the others."""
    lines = []
    for first, last in ((1, 10), (11, 15)):
        scored = []
        for task in (bench.article(shared / "dev", n) for n in range(first, last + 1)):
            quotes = [case.quote for case in task.cases]
            translated = [Translation(q.source, texts.get(q.source, "")) for q in quotes]
            for case, found in zip(task.cases, match(quotes, translated, task.references), strict=True):
                right = found.candidate is not None and found.candidate.id == case.gold
                scored.append((found.score, right, case.gold is not None))
        there = sum(gold for _, _, gold in scored)
        for threshold in (0.3, 0.5, 0.7, 0.9):
            accepted = [right for score, right, _ in scored if score >= threshold]
            lines.append(
                f"# articles {first:03}-{last:03}, at {threshold}: {100 * sum(accepted) / there:.1f} % of "
                f"{there} originals found, {100 * accepted.count(False) / len(scored):.1f} % wrong pairings"
            )
    return lines


def main(shared: Path) -> None:
    """Fit both sets of weights and write them."""
    dev = shared / "dev"
    half = range(0, 997, 2)
    speakers = ("speaker_canonical", "speaker", "")
    articles = [bench.article(dev, n, speaker) for n in range(1, 11) for speaker in speakers]
    groups = [
        (articles, 6.0),  # the domain itself, and full of near misses
        ([bench.contrast(shared, 3, 1000), bench.contrast(shared, 4, 1000)], 0.5),
        ([bench.flores(shared, 2000, half)], 0.5),
        ([bench.phrases(shared, 2000, half)], 0.5),
    ]
    texts = bench.translations(c.quote.source for tasks, _ in groups for t in tasks for c in t.cases)
    mixed = with_systems(shared, texts)
    text = [
        f"# Weights of the conditional logit in toolkit/match; by scripts/tune_match.py, {date.today()}.",
        "# Tuned on: articles 001-010, contrast.tsv, every other FLORES dev sentence, phrases cut out of",
        "# them, each with and without its original. scripts/bench_match.py prints the figures.",
        "",
        "accept = 0.5  # least probability of a pairing that is accepted",
        "group = 0.5  # share of what speaks for a reference in one piece that counts for its other pieces",
    ]
    for title, names, table in (
        ("translated", SOURCE_FEATURES + TRANSLATION_FEATURES, mixed),
        ("untranslated", SOURCE_FEATURES, {}),
    ):
        rows = [row for tasks, weight in groups for row in rows_of(tasks, table, names, weight)]
        found = fit(rows, names)
        text += ["", f"[{title}]  # {len(rows)} rows", *(f"{k} = {v}" for k, v in found.items())]
    WEIGHTS.write_text("\n".join(text) + "\n", "utf-8")
    text += ["", *threshold_rows(shared, texts)]
    WEIGHTS.write_text("\n".join(text) + "\n", "utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
