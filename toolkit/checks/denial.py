"""The reach of a denial: "no confirmed signs" is not "certainly no signs"."""

from __future__ import annotations

from toolkit.text.denial import Denial, denials
from toolkit.types import Finding, Pair, Span

_AGAINST_STRONG = 0.9
"""One side denies for certain, the other only what is confirmed."""
_AGAINST_PLAIN = 0.45
"""One side qualifies what it denies, the other does not: free wording now and then."""


def check(pair: Pair) -> list[Finding]:
    """A finding of kind `modality` when one side qualifies a denial that the other makes without limit.

    >>> found = check(Pair("لا توجد مؤشرات مؤكدة على ذلك", "There are certainly no indications of that"))
    >>> found[0].message.partition(", ")[2]
    'the original denies it (“certainly no”)'
    >>> check(Pair("لا توجد مؤشرات مؤكدة على ذلك", "There are no firm indications of that"))
    []
    """
    source, reference = denials(pair.source, "ar"), denials(pair.reference, "en")
    if not source or not reference:
        return []
    ours, theirs = _qualified(source), _qualified(reference)
    if len(ours) == len(theirs):
        return []
    if len(ours) > len(theirs):
        one, two = ours[-1], _strongest(reference)
        words = (
            f"the article only denies what is confirmed («{_span(one).of(pair.source)}»), "
            f"the original denies it (“{_span(two).of(pair.reference)}”)"
        )
    else:
        one, two = _strongest(source), theirs[-1]
        words = (
            f"the article denies it («{_span(one).of(pair.source)}»), the original only denies what is "
            f"confirmed (“{_span(two).of(pair.reference)}”)"
        )
    strong = "strong" in (one.strength, two.strength)
    weight = _AGAINST_STRONG if strong else _AGAINST_PLAIN
    return [Finding("modality", "major", words, _span(one), _span(two), weight)]


def _qualified(found: list[Denial]) -> list[Denial]:
    return [denial for denial in found if denial.strength == "qualified"]


def _strongest(found: list[Denial]) -> Denial:
    """The strong denial, if there is one, else the last."""
    return next((denial for denial in found if denial.strength == "strong"), found[-1])


def _span(denial: Denial) -> Span:
    return Span(denial.start, denial.end)
