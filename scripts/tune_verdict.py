"""Learn what the evidence is worth, and write it to `toolkit/weights/verdict.toml`.

A logistic regression (scikit-learn) over the features of `toolkit.verdict.features`, fitted on the labelled
pairs of `scripts/goldsets.py` with every set weighted alike; figures by cross-validation over articles and
sentences. No feature may speak against its meaning: a finding never lowers the probability.

    python scripts/tune_verdict.py            # fit, print figures, write the weights
    python scripts/tune_verdict.py --dry-run  # figures only
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from scripts.goldsets import DEV, Labelled, contrast, flores, gold_articles
from toolkit.checks.table import run_checks
from toolkit.modelling import load_engine
from toolkit.pipeline import opinions
from toolkit.score import score
from toolkit.translate import translate
from toolkit.verdict import WEIGHTS, features

SET_WEIGHT = {"articles": 1.0, "contrast": 1.0, "flores": 0.7}
PENALTY = 0.02
FALSE_ALARMS = {"mistranslated": 0.02, "check": 0.10}
"""The share of faithful pairs that may reach each threshold."""
FREE = {"partial"}
"""Features whose weight may have either sign; all others are evidence of a mistranslation or nothing."""


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    items = [*gold_articles(DEV / "articles"), *contrast(), *flores()]
    rows = evidence(items)
    names = sorted({name for row in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    y = np.array([item.distorted for item in items], dtype=float)
    w = sample_weights(items)
    groups = np.array([hash(item.origin) for item in items])
    held_out = np.zeros(len(items))
    for train, test in GroupKFold(5).split(x, y, groups):
        held_out[test] = predict(fit(x[train], y[train], w[train], names), x[test])
    thresholds = {name: float(np.quantile(held_out[y == 0], 1 - rate)) for name, rate in FALSE_ALARMS.items()}
    figures = report(items, y, held_out, thresholds)
    print("\n".join(figures))
    coefficients = fit(x, y, w, names)
    for name, value in sorted(zip(names, coefficients[1:], strict=True), key=lambda item: -abs(item[1])):
        print(f"{name:24} {value:8.3f}   mean {x[:, names.index(name)].mean():.3f}")
    if not options.dry_run:
        write(WEIGHTS, names, coefficients, thresholds, figures)


def evidence(items: list[Labelled]) -> list[dict[str, float]]:
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


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, names: list[str]) -> np.ndarray:
    """Bias and weights of the regression, penalised (L2), evidence weights not below 0."""

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        z = beta[0] + x @ beta[1:]
        p = 1 / (1 + np.exp(-z))
        value = np.mean(w * (np.logaddexp(0, z) - y * z)) + PENALTY / 2 * beta[1:] @ beta[1:]
        error = w * (p - y) / len(y)
        gradient = np.concatenate([[error.sum()], x.T @ error + PENALTY * beta[1:]])
        return float(value), gradient

    bounds = [(None, None), *((None, None) if name in FREE else (0, None) for name in names)]
    return np.asarray(minimize(loss, np.zeros(len(names) + 1), jac=True, bounds=bounds).x)


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


def write(
    path: Path, names: list[str], coefficients: np.ndarray, thresholds: dict[str, float], figures: list[str]
) -> None:
    """Write the weights as TOML, the figures that chose them as comments."""
    lines = [
        f"# Written by scripts/tune_verdict.py on {date.today()}; do not edit by hand.",
        f"# Thresholds: the share of faithful pairs at or above is {FALSE_ALARMS}, cross-validated.",
        *(f"# {line}" for line in figures),
        f"bias = {coefficients[0]:.4f}",
        "",
        "[features]",
        *(f"{name} = {value:.4f}" for name, value in zip(names, coefficients[1:], strict=True)),
        "",
        "[thresholds]",
        *(f"{name} = {value:.4f}" for name, value in thresholds.items()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
