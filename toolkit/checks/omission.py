"""Omission: the original says something that the article leaves out."""

from __future__ import annotations

from toolkit.text.gaps import find_gaps, sureness, within_rendered
from toolkit.text.wordtable import coverage
from toolkit.types import Finding, Pair, Span

_SHOWN = 0.25
"""Gaps less sure than this are in every free translation and are not mentioned."""


def check(pair: Pair) -> list[Finding]:
    """A finding of kind `omission` for the largest gap in the reference.

    When the source may render only a part of the reference, sentences that are not rendered are no omission.

    >>> words = "We will repay the debt if the two neighbouring parliaments approve the schedule this autumn."
    >>> [f.kind for f in check(Pair("سنسدد الدين", words))]
    ['omission']
    """
    rows = coverage(pair.source, pair.reference).reference
    if pair.partial:
        rows = tuple(within_rendered(pair.reference, rows))
    gaps = [gap for gap in find_gaps(rows) if sureness(gap.weight, partial=pair.partial) >= _SHOWN]
    if not gaps:
        return []
    start, end, weight = max(gaps, key=lambda gap: gap.weight)
    message = f"the article leaves out “{pair.reference[start:end]}”"
    sure = round(sureness(weight, partial=pair.partial), 3)
    return [Finding("omission", "major", message, reference_span=Span(start, end), weight=sure)]
