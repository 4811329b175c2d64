"""Addition: the article says something that the original does not."""

from __future__ import annotations

from toolkit.text.gaps import find_gaps, sureness
from toolkit.text.wordtable import coverage
from toolkit.types import Finding, Pair, Span

_SHOWN = 0.25
"""Gaps less sure than this are in every free translation and are not mentioned."""


def check(pair: Pair) -> list[Finding]:
    """A finding of kind `addition` for the largest gap in the source.

    >>> source = "سنسدد الدين بعد موافقة البرلمانين المجاورين على الجدول"
    >>> [f.kind for f in check(Pair(source, "We will repay the debt"))]
    ['addition']
    """
    gaps = find_gaps(coverage(pair.source, pair.reference).source)
    gaps = [gap for gap in gaps if sureness(gap.weight) >= _SHOWN]
    if not gaps:
        return []
    start, end, weight = max(gaps, key=lambda gap: gap.weight)
    message = f"the original has nothing for «{pair.source[start:end]}»"
    sure = round(sureness(weight), 3)
    return [Finding("addition", "major", message, source_span=Span(start, end), weight=sure)]
