"""Quantity words: `most` against `some`, `at least` against `at most`, `all` against `almost all`.

A finding needs both halves: a clear quantity word of the source that nothing in the reference renders, and a
clear one of a contradicting kind in the reference that nothing in the source accounts for.
"""

from __future__ import annotations

from toolkit.text.phrases import Mention, related, without_counterpart
from toolkit.text.quantity import quantities
from toolkit.types import Finding, Pair, Span

NAMES = {
    "almostall": "not quite all", "atleast": "at least", "atmost": "at most", "morethan": "more than",
    "lessthan": "less than", "twothirds": "two thirds", "threequarters": "three quarters",
    "approx": "about",
    "slight": "slightly", "sharp": "strongly", "third": "a third", "quarter": "a quarter", "triple": "threefold",
    "quadruple": "fourfold",
}  # fmt: skip
WEIGHT = 0.8


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `quantity`, at most one.

    >>> found = check(Pair("معظم الناخبين لم يقرروا", "Some of the voters have not decided."))
    >>> found[0].message
    'the article says “most” («معظم»), the original “some” (“Some”)'
    >>> check(Pair("معظم الناخبين", "The majority of voters"))
    []
    """
    source, reference = quantities(pair.source, "ar"), quantities(pair.reference, "en")
    clashes = related("quantity", "clash")
    for one in without_counterpart(source, reference):
        for two in without_counterpart(reference, source):
            if (one.label, two.label) in clashes or (two.label, one.label) in clashes:
                return [_finding(pair, one, two)]
    return []


def _finding(pair: Pair, one: Mention, two: Mention) -> Finding:
    ours, theirs = Span(one.start, one.end), Span(two.start, two.end)
    message = (
        f"the article says “{NAMES.get(one.label, one.label)}” («{ours.of(pair.source)}»), "
        f"the original “{NAMES.get(two.label, two.label)}” (“{theirs.of(pair.reference)}”)"
    )
    return Finding("quantity", "major", message, ours, theirs, WEIGHT)
