"""From evidence to a verdict: one calibrated probability, and thresholds with a stated false-alarm rate.

The checks say what they saw; only this module decides. The probability is that of a logistic regression over
a handful of features, each of which a person can name; its weights lie as readable data in
`weights/verdict.toml`, with the sets and figures that chose them (`scripts/tune_verdict.py` wrote them).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.text.wordtable import coverage
from toolkit.types import Finding, Judgement, Label, Opinion, Pair, Scores, Severity, Translation

WEIGHTS = Path(__file__).parent / "weights" / "verdict.toml"

_SEVERITIES: tuple[Severity, ...] = ("minor", "major", "critical")

SURE_MATCH = 0.8
"""A pairing at least this probable is taken for certain (of those, 2 to 4 % are wrong)."""

NAMED = 0.4
"""A finding whose weight is below this counts, but is not named as a reason."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The regression: `bias`, a weight for each feature, and the two thresholds on the probability."""

    bias: float
    features: Mapping[str, float]
    check: float
    mistranslated: float


@cache
def load_weights(partial: bool) -> Weights:
    """The weights that ship with the toolkit: for quotes (`partial`), or for whole pairs."""
    data = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["quote" if partial else "pair"]
    return Weights(data["bias"], data["features"], data["check"], data["mistranslated"])


def judge(
    pair: Pair, translation: Translation, findings: Sequence[Finding], scores: Scores, opinion: Opinion
) -> Judgement:
    """The judgement on one pair from all evidence there is.

    The probability is that the two belong together and the source misrenders the reference: a doubtful
    pairing accuses nobody.

    >>> f = Finding("number", "critical", "the article says 3 million, the original says 3 billion")
    >>> pair = Pair("باعوا ثلاثة ملايين", "They sold three billion")
    >>> opinion = Opinion(reference=-1.0, source=-1.0, translation=-0.8)
    >>> judgement = judge(pair, Translation(pair.source, ""), [f], Scores(60, 30, ""), opinion)
    >>> judgement.label, judgement.reasons
    ('mistranslated', ('the article says 3 million, the original says 3 billion',))
    """
    weights = load_weights(pair.partial)
    values = features(pair, findings, scores, opinion)
    p = min(1.0, pair.match_score / SURE_MATCH) * probability(values, weights)
    ordered = sorted(findings, key=lambda f: -f.weight * weights.features.get(f.kind, 0.0))
    named = [finding for finding in ordered if finding.weight >= NAMED]
    label = _label(p, [finding.kind for finding in named], translation, weights)
    reasons, severity = _reasons(label, named, translation, values), None
    if label in ("mistranslated", "check"):
        severity = max((finding.severity for finding in named), key=_SEVERITIES.index, default=None)
    return Judgement(label, p, severity, translation, scores, tuple(ordered), reasons)


def _reasons(
    label: Label, named: Sequence[Finding], translation: Translation, values: Mapping[str, float]
) -> tuple[str, ...]:
    """Plain sentences that explain the label; a faithful pair needs none."""
    if label == "unreliable":
        problems = ", ".join(translation.problems)
        return (f"our own translation cannot be trusted here ({problems})",)
    if label not in ("mistranslated", "check"):
        return ()
    return tuple(finding.message for finding in named) or (_without_finding(values),)


def probability(values: Mapping[str, float], weights: Weights) -> float:
    """The probability of a mistranslation, 0 to 1."""
    total = weights.bias + sum(weights.features.get(name, 0.0) * value for name, value in values.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def features(pair: Pair, findings: Sequence[Finding], scores: Scores, opinion: Opinion) -> dict[str, float]:
    """The evidence as named numbers.

    For each kind of finding the chance that at least one of that kind is real (noisy or of the weights);
    the share of each side that the other leaves unexplained, by the word table; the similarity of our
    translation to the reference; and how much less the model likes the reference than its own translation.
    """
    values: dict[str, float] = {}
    for finding in findings:
        values[finding.kind] = 1 - (1 - values.get(finding.kind, 0.0)) * (1 - finding.weight)
    covered = coverage(pair.source, pair.reference)
    values["unexplained_source"] = 1 - covered.of_source
    values["unexplained_reference"] = 0.0 if pair.partial else 1 - covered.of_reference
    values["dissimilar"] = 1 - scores.chrf2 / 100
    values["model_gap"] = min(5.0, max(0.0, opinion.translation - opinion.reference))
    values["model_doubt"] = min(8.0, -opinion.source)
    return values


def _label(p: float, kinds: Sequence[str], translation: Translation, weights: Weights) -> Label:
    """The label for a probability, given the kinds of finding that can be named as reasons.

    Nobody is accused without a reason that can be named, and without one a person is asked to look only at
    what would otherwise be an accusation. Another speaker is for a person to look at, however
    faithful the words: the article may be wrong, or we may have taken the wrong name for the speaker.
    """
    if p >= weights.mistranslated and kinds:
        return "mistranslated"
    if (p >= weights.check and kinds) or "misattribution" in kinds:
        return "check"
    if translation.problems:
        return "unreliable"
    return "check" if p >= weights.mistranslated else "faithful"


def _without_finding(values: Mapping[str, float]) -> str:
    if values["unexplained_source"] > values["unexplained_reference"]:
        return "much of what the article says has no counterpart in the original"
    if values["unexplained_reference"] > 0:
        return "much of what the original says has no counterpart in the article"
    return "the wording is further from the original than faithful translations usually are"
