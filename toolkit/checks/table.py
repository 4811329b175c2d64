"""The table of checks: each looks at one pair for one kind of discrepancy and says what it saw.

A check is a function from a `Pair` to its `Finding`s; it decides nothing. To add one, write a module with a
`check` function and name it in `CHECKS`; then run `scripts/tune_verdict.py`, which learns what its findings
are worth.
"""

from __future__ import annotations

from collections.abc import Callable

from toolkit.checks import addition, antonym, modality, names, negation, numbers, omission, quantity, speaker
from toolkit.types import Finding, Pair

Check = Callable[[Pair], list[Finding]]

CHECKS: dict[str, Check] = {
    "numbers": numbers.check,
    "negation": negation.check,
    "modality": modality.check,
    "antonym": antonym.check,
    "quantity": quantity.check,
    "names": names.check,
    "omission": omission.check,
    "addition": addition.check,
    "speaker": speaker.check,
}


def run_checks(pair: Pair) -> list[Finding]:
    """The findings of all checks on `pair`, without those on what the source does not render."""
    findings = [finding for check in CHECKS.values() for finding in check(pair)]
    return [finding for finding in findings if not _outside_rendered(finding, pair)]


def _outside_rendered(finding: Finding, pair: Pair) -> bool:
    """Whether a finding rests only on a part of the reference that the source does not render.

    A clause left out of a sentence lies outside of what is rendered by its nature: omissions stay.
    """
    span, part = finding.reference_span, pair.rendered
    if finding.kind == "omission" or finding.source_span is not None or span is None or part is None:
        return False
    return span.end <= part.start or part.end <= span.start
