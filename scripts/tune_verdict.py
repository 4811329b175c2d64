"""Learn what the evidence is worth, and write it to `toolkit/weights/verdict.toml`.

A logistic regression (scikit-learn) over the features of `toolkit.verdict.features`, fitted on the labelled
pairs of `scripts/goldsets.py`; figures by cross-validation over articles and sentences. No feature may speak
against its meaning: a finding never lowers the probability. Whole pairs and quotes (which may render only a
part of their reference) have weights of their own.

    python -m scripts.tune_verdict            # fit, print figures, write the weights
    python -m scripts.tune_verdict --dry-run  # figures only
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from datetime import date

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from scripts.goldsets import (
    DEV,
    GOLDEN,
    UNSEEN_FROM,
    Labelled,
    as_quotes,
    contrast,
    flores,
    gold_articles,
)
from toolkit.checks.table import run_checks
from toolkit.modelling import load_engine
from toolkit.pipeline import opinions
from toolkit.score import score
from toolkit.translate import translate
from toolkit.verdict import WEIGHTS, features

SET_WEIGHT = {"articles": 2.0, "contrast": 1.0, "flores": 0.5}
PENALTY = 0.0003
PRIOR = 2.5
"""What a finding is worth before any pair is seen: about 9 to 1 at a weight of 0.9."""
MEASURES = {"dissimilar", "model_doubt", "model_gap", "unexplained_reference", "unexplained_source"}
"""The features that are no findings."""
FALSE_ALARMS = {"mistranslated": 0.025, "check": 0.09}
"""The share of faithful pairs that may reach each threshold."""

Rows = list[dict[str, float]]


def main() -> None:
    """Fit both modes, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    pairs = [*contrast(), *flores()]
    articles = [*gold_articles(DEV / "articles"), *gold_articles(GOLDEN, last=UNSEEN_FROM - 1)]
    quotes = [*articles, *as_quotes([*contrast()]), *as_quotes([*flores()][::2])]
    sections = []
    for mode, items in (("pair", pairs), ("quote", quotes)):
        rows = evidence(items)
        names = sorted({name for row in rows for name in row})
        coefficients, thresholds, figures = tune(items, rows, names)
        print(f"== {mode}", *figures, sep="\n")
        print("  ".join(f"{n} {v:.2f}" for n, v in zip(["bias", *names], coefficients, strict=True)))
        sections.append(section(mode, names, coefficients, thresholds, figures))
        if mode == "quote":
            unseen = list(gold_articles(GOLDEN, first=UNSEEN_FROM))
            p = predict(coefficients, matrix(evidence(unseen), names))
            y = np.array([item.distorted for item in unseen], dtype=float)
            print("== unseen", *report(unseen, y, p, thresholds), sep="\n")
    if not options.dry_run:
        head = f"# Written by scripts/tune_verdict.py on {date.today()}; do not edit by hand.\n"
        WEIGHTS.write_text(head + "\n".join(sections), encoding="utf-8")


def tune(
    items: list[Labelled], rows: Rows, names: list[str]
) -> tuple[np.ndarray, dict[str, float], list[str]]:
    """Weights fitted on everything; thresholds and figures by five-fold cross-validation over origins."""
    x = matrix(rows, names)
    y = np.array([item.distorted for item in items], dtype=float)
    w = sample_weights(items)
    prior = np.array([0.0 if name in MEASURES else PRIOR for name in names])
    groups = np.unique([item.origin for item in items], return_inverse=True)[1]
    held_out = np.zeros(len(items))
    for train, test in GroupKFold(5).split(x, y, groups):
        held_out[test] = predict(fit(x[train], y[train], w[train], prior), x[test])
    thresholds = {
        name: weighted_quantile(held_out[y == 0], w[y == 0], 1 - rate) for name, rate in FALSE_ALARMS.items()
    }
    return fit(x, y, w, prior), thresholds, report(items, y, held_out, thresholds)


def matrix(rows: Rows, names: list[str]) -> np.ndarray:
    """One line a pair, one column a feature."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def weighted_quantile(values: np.ndarray, weights: np.ndarray, q: float) -> float:
    """The value below which the share `q` of the weight lies."""
    order = np.argsort(values)
    share = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(share, q)])


def evidence(items: list[Labelled]) -> Rows:
    """The features of each pair."""
    engine = load_engine()
    pairs = [item.pair for item in items]
    translations = translate([pair.source for pair in pairs], engine)
    rows = []
    for pair, translation, opinion in zip(
        pairs, translations, opinions(pairs, translations, engine), strict=True
    ):
        scores = score(translation.text, pair.reference)
        rows.append(features(pair, run_checks(pair), scores, opinion))
    return rows


def sample_weights(items: list[Labelled]) -> np.ndarray:
    """Each set counts as `SET_WEIGHT` says, half for its faithful and half for its distorted pairs."""
    counts: dict[tuple[str, bool], int] = defaultdict(int)
    for item in items:
        counts[item.origin.split("/")[0], item.distorted] += 1
    weights = [
        SET_WEIGHT[i.origin.split("/")[0]] / counts[i.origin.split("/")[0], i.distorted] for i in items
    ]
    return np.array(weights) * len(items) / sum(weights)


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """Bias and weights of the regression; no weight is below 0.

    The penalty (L2) pulls the weight of a kind of finding to `PRIOR`, that of any other feature to 0.
    """

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        z = beta[0] + x @ beta[1:]
        value = np.mean(w * (np.logaddexp(0, z) - y * z)) + PENALTY / 2 * np.sum((beta[1:] - prior) ** 2)
        error = w * (1 / (1 + np.exp(-z)) - y) / len(y)
        return float(value), np.concatenate([[error.sum()], x.T @ error + PENALTY * (beta[1:] - prior)])

    start = np.zeros(x.shape[1] + 1)
    bounds = [(None, None), *[(0, None)] * x.shape[1]]
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds).x)


def predict(coefficients: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The probabilities."""
    return np.asarray(1 / (1 + np.exp(-(coefficients[0] + x @ coefficients[1:]))))


def report(items: list[Labelled], y: np.ndarray, p: np.ndarray, thresholds: dict[str, float]) -> list[str]:
    """Lines of figures: AUC, false alarms and recall, by set and by kind."""
    lines = []
    for name in sorted({item.origin.split("/")[0] for item in items}):
        mask = np.array([item.origin.startswith(name + "/") for item in items])
        lines.append(f"{name}: {_figures(y[mask], p[mask], thresholds)}")
        for kind in sorted({item.kind for item in items}):
            chosen = mask & np.array([item.kind == kind for item in items])
            if chosen.sum() >= 5:
                at = ", ".join(f"{label} {np.mean(p[chosen] >= t):.0%}" for label, t in thresholds.items())
                lines.append(f"  {kind} ({chosen.sum()}): {at}")
    return lines


def _figures(y: np.ndarray, p: np.ndarray, thresholds: dict[str, float]) -> str:
    parts = [f"{len(y)} pairs, AUC {roc_auc_score(y, p):.3f}"]
    for label, threshold in thresholds.items():
        alarms, recall = np.mean(p[y == 0] >= threshold), np.mean(p[y == 1] >= threshold)
        parts.append(f"{label}: false alarms {alarms:.1%}, recall {recall:.1%}")
    return "; ".join(parts)


def section(
    mode: str, names: list[str], coefficients: np.ndarray, thresholds: dict[str, float], figures: list[str]
) -> str:
    """The weights of one mode as TOML, the figures that chose them as comments."""
    lines = [
        f"# Thresholds: the share of faithful pairs at or above is {FALSE_ALARMS}, cross-validated.",
        *(f"# {line}" for line in figures),
        f"[{mode}]",
        f"bias = {coefficients[0]:.4f}",
        *(f"{name} = {value:.4f}" for name, value in thresholds.items()),
        "",
        f"[{mode}.features]",
        *(f"{name} = {value:.4f}" for name, value in zip(names, coefficients[1:], strict=True)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
