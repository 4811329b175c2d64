"""Quantity words: `most` against `some`, `at least` against `at most`, `all` against `almost all`.

A finding is a clear quantity word of the source that nothing in the reference renders, with a clear one of
a contradicting kind in the reference that nothing in the source accounts for; a telling one alone weighs
less.
"""

from __future__ import annotations

from toolkit.text.phrases import Mention, related, without_counterpart
from toolkit.text.quantity import quantities
from toolkit.types import Finding, Pair, Span

NAMES = {
    "almostall": "not quite all", "atleast": "at least", "atmost": "at most", "morethan": "more than",
    "lessthan": "less than", "twothirds": "two thirds", "threequarters": "three quarters",
    "approx": "about",
    "slight": "slightly", "sharp": "strongly", "third": "a third", "quarter": "a quarter",
    "triple": "threefold", "oneof": "one of", "sole": "only one", "quadruple": "fourfold",
}  # fmt: skip
WEIGHT, WEIGHT_ALONE = 0.8, 0.35
TELLING = frozenset(
    {
        "most", "half", "third", "quarter", "twothirds", "threequarters", "triple", "quadruple", "dozens",
        "sole", "oneof", "rarely", "weekly", "monthly", "yearly",
    }
)  # fmt: skip
"""Kinds that translators seldom add or drop: a finding even without a clashing word on the other side."""


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `quantity`, at most one.

    >>> found = check(Pair("معظم الناخبين لم يقرروا", "Some of the voters have not decided."))
    >>> found[0].message
    'the article says “most” («معظم»), the original “some” (“Some”)'
    >>> check(Pair("معظم الناخبين", "The majority of voters"))
    []
    """
    source, reference = quantities(pair.source, "ar"), quantities(pair.reference, "en")
    ours, theirs = without_counterpart(source, reference), without_counterpart(reference, source)
    clashes = related("quantity", "clash")
    for one in ours:
        for two in theirs:
            if (one.label, two.label) in clashes or (two.label, one.label) in clashes:
                return [_clash(pair, one, two)]
    for two in theirs:
        if two.label in TELLING:
            span = Span(two.start, two.end)
            words = f"only the original says “{_name(two)}” (“{span.of(pair.reference)}”)"
            weight = WEIGHT_ALONE / (2 if pair.partial else 1)
            return [Finding("quantity", "minor", words, None, span, weight)]
    for one in ours:
        if one.label in TELLING:
            span = Span(one.start, one.end)
            words = f"only the article says “{_name(one)}” («{span.of(pair.source)}»)"
            return [Finding("quantity", "minor", words, span, None, WEIGHT_ALONE)]
    return []


def _name(mention: Mention) -> str:
    return NAMES.get(mention.label, mention.label)


def _clash(pair: Pair, one: Mention, two: Mention) -> Finding:
    ours, theirs = Span(one.start, one.end), Span(two.start, two.end)
    message = (
        f"the article says “{_name(one)}” («{ours.of(pair.source)}»), "
        f"the original “{_name(two)}” (“{theirs.of(pair.reference)}”)"
    )
    return Finding("quantity", "major", message, ours, theirs, WEIGHT)
