"""Certainty and modality: may, must, should, certainly, reportedly, hopes to.

A finding is a clear modal word of the one side that has no counterpart of its kind on the other; surer, when
the other side has a clear one of another kind that the first side lacks.
"""

from __future__ import annotations

from toolkit.text.modality import modals
from toolkit.text.phrases import Mention, labels, related, without_counterpart
from toolkit.types import Finding, Pair, Span

NAMES = {
    "may": "possible", "can": "able to", "must": "necessary", "should": "advisable", "certain": "certain",
    "probable": "likely", "want": "intended or hoped for", "alleged": "alleged", "allowed": "allowed",
    "forbidden": "forbidden", "cannot": "impossible", "optional": "not necessary", "almost": "only almost so",
    "try": "attempted", "manage": "achieved", "refuse": "refused", "promise": "promised",
}  # fmt: skip
WEIGHT_CONFLICT, WEIGHT_ADDED, WEIGHT_MISSING = 0.8, 0.35, 0.3
ADDED = frozenset({"may", "must", "should", "certain", "forbidden", "cannot", "optional", "alleged"})
"""Kinds of the reference that translators seldom drop: a finding even without a conflicting word."""
MISSING = frozenset({"may", "should", "certain", "forbidden", "alleged", "allowed"})
"""Kinds of the source that translators seldom add."""


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `modality`, at most one.

    >>> found = check(Pair("قد يضطر المصنع إلى الإغلاق", "The factory will certainly close."))
    >>> found[0].message
    'the article calls it possible («قد يضطر»), the original certain (“certainly”)'
    >>> check(Pair("قد يغلق المصنع", "The factory may close."))
    []
    """
    source, reference = modals(pair.source, "ar"), modals(pair.reference, "en")
    near = related("modals", "near")
    ours, theirs = without_counterpart(source, reference), without_counterpart(reference, source)
    for one in ours:
        for two in theirs:
            if (one.label, two.label) not in near:
                return [_conflict(pair, one, two)]
    said, meant = labels(source), labels(reference)
    for two in theirs:
        if two.label in ADDED and not any((label, two.label) in near for label in said):
            span = Span(two.start, two.end)
            words = f"only the original calls it {NAMES[two.label]} (“{span.of(pair.reference)}”)"
            weight = WEIGHT_ADDED / (2 if pair.partial else 1)
            return [Finding("modality", "major", words, None, span, weight)]
    for one in ours:
        if one.label in MISSING and not any((one.label, label) in near for label in meant):
            span = Span(one.start, one.end)
            words = f"only the article calls it {NAMES[one.label]} («{span.of(pair.source)}»)"
            return [Finding("modality", "major", words, span, None, WEIGHT_MISSING)]
    return []


def _conflict(pair: Pair, one: Mention, two: Mention) -> Finding:
    ours, theirs = Span(one.start, one.end), Span(two.start, two.end)
    message = (
        f"the article calls it {NAMES[one.label]} («{ours.of(pair.source)}»), "
        f"the original {NAMES[two.label]} (“{theirs.of(pair.reference)}”)"
    )
    return Finding("modality", "major", message, ours, theirs, WEIGHT_CONFLICT)
