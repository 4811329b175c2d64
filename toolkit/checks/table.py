"""The table of checks: each looks at one pair for one kind of discrepancy and says what it saw.

A check is a function from a `Pair` to its `Finding`s; it decides nothing. To add one, write a module with a
`check` function and name it in `CHECKS`; then run `scripts/tune_verdict.py`, which learns what its findings
are worth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from toolkit.checks import (
    addition,
    antonym,
    condition,
    denial,
    modality,
    names,
    negation,
    numbers,
    omission,
    quantity,
    speaker,
)
from toolkit.text.wordtable import coverage, source_terms
from toolkit.types import Finding, Pair, Span

WHOLE = 0.5
"""A part of the reference of which this share has a counterpart in the source is rendered whole."""

CLAUSE = 4
"""A quote of fewer content words is a phrase: it cannot render a negation or a condition of the clause."""

Check = Callable[[Pair], list[Finding]]

CHECKS: dict[str, Check] = {
    "numbers": numbers.check,
    "names": names.check,
    "omission": omission.check,
    "condition": condition.check,
    "addition": addition.check,
    "speaker": speaker.check,
}
"""Checks that see the whole reference: what the source says may stand anywhere in it."""

RENDERED_CHECKS: dict[str, Check] = {
    "negation": negation.check,
    "modality": modality.check,
    "denial": denial.check,
    "antonym": antonym.check,
    "quantity": quantity.check,
}
"""Checks that see only the part of the reference that the source renders: "not" elsewhere says nothing."""


def run_checks(pair: Pair) -> list[Finding]:
    """The findings of all checks on `pair`, with spans in the whole source and the whole reference."""
    findings = [finding for check in CHECKS.values() for finding in check(pair)]
    rendered, start = _rendered(pair)
    phrase = pair.partial and len(source_terms(pair.source)) < CLAUSE
    if phrase:
        findings = [finding for finding in findings if finding.kind not in ("condition", "omission")]
    for check in RENDERED_CHECKS.values():
        for finding in check(rendered):
            rests_on_reference = finding.source_span is None
            if (not phrase) if rests_on_reference else (rendered is pair or _holds(check, pair)):
                findings.append(_moved(finding, start))
    return findings


def _holds(check: Check, pair: Pair) -> bool:
    """Whether the check finds fault with the source against the whole reference too.

    What the source says may stand in a part of the reference that was not taken for rendered.
    """
    return any(finding.source_span is not None for finding in check(pair))


def _rendered(pair: Pair) -> tuple[Pair, int]:
    """The pair with only the rendered part of the reference, and where that part starts.

    When most of that part has a counterpart in the source, the two are a whole pair.
    """
    if not pair.partial or pair.rendered is None:
        return pair, 0
    part = pair.rendered.of(pair.reference)
    whole = coverage(pair.source, part).of_reference >= WHOLE
    return replace(pair, reference=part, rendered=None, partial=not whole), pair.rendered.start


def _moved(finding: Finding, by: int) -> Finding:
    """The finding with its reference span moved."""
    span = finding.reference_span
    return replace(finding, reference_span=Span(span.start + by, span.end + by)) if span else finding
