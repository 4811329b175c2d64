"""Certainty and modality: may, must, should, certainly, reportedly, hopes to.

Each side's clear modal words need a counterpart of a kind that translators do use for them. A finding is a
clear word of the one side with none on the other; surer, when the other side has a clear one of another kind
that the first side lacks.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.modality import modals
from toolkit.text.phrases import Mention, related, without_counterpart
from toolkit.types import Finding, Pair, Span

NAMES = {
    "may": "possible", "can": "able to", "must": "necessary", "should": "advisable", "certain": "certain",
    "probable": "likely", "want": "intended or hoped for", "alleged": "alleged", "allowed": "allowed",
    "forbidden": "forbidden", "cannot": "impossible", "optional": "not necessary", "almost": "only almost so",
}  # fmt: skip
WEIGHT_CONFLICT, WEIGHT_ADDED, WEIGHT_MISSING = 0.8, 0.35, 0.3
TELLING = frozenset({"may", "must", "should", "certain", "forbidden", "cannot", "optional"})
"""Kinds that translators seldom add or drop: a finding even without a conflicting word on the other side."""


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `modality`, at most one.

    >>> found = check(Pair("قد يضطر المصنع إلى الإغلاق", "The factory will certainly close."))
    >>> found[0].message
    'the article calls it possible («قد يضطر»), the original certain (“certainly”)'
    >>> check(Pair("قد يغلق المصنع", "The factory may close."))
    []
    """
    source, reference = modals(pair.source, "ar"), modals(pair.reference, "en")
    for one in without_counterpart(source, reference):
        for two in without_counterpart(reference, source):
            if frozenset((one.label, two.label)) not in related("modals", "near"):
                return [_conflict(pair, one, two)]
    added = _unrendered(reference, source)
    if added:
        span = Span(added[0].start, added[0].end)
        words = f"{NAMES[added[0].label]} (“{span.of(pair.reference)}”)"
        weight = WEIGHT_ADDED / (2 if pair.partial else 1)
        return [Finding("modality", "major", f"only the original calls it {words}", None, span, weight)]
    missing = _unrendered(source, reference)
    if missing:
        span = Span(missing[0].start, missing[0].end)
        words = f"{NAMES[missing[0].label]} («{span.of(pair.source)}»)"
        return [Finding("modality", "major", f"only the article calls it {words}", span, None, WEIGHT_MISSING)]
    return []


def _unrendered(side: Sequence[Mention], other: Sequence[Mention]) -> list[Mention]:
    """The telling modals of `side` that no modal of `other` can render, not even loosely."""
    there = {label.removeprefix("~") for mention in other for label in mention.labels}
    rendered = related("modals", "rendered")
    return [
        mention
        for mention in without_counterpart(side, other)
        if mention.label in TELLING and not any(frozenset((mention.label, label)) in rendered for label in there)
    ]


def _conflict(pair: Pair, one: Mention, two: Mention) -> Finding:
    ours, theirs = Span(one.start, one.end), Span(two.start, two.end)
    message = (
        f"the article calls it {NAMES[one.label]} («{ours.of(pair.source)}»), "
        f"the original {NAMES[two.label]} (“{theirs.of(pair.reference)}”)"
    )
    return Finding("modality", "major", message, ours, theirs, WEIGHT_CONFLICT)
