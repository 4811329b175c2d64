"""Negation and polarity: does the one side deny what the other affirms?

Compared are the negations of the source and of the reference (`toolkit.text.negation`). Denying words of the
same group explain each other (دون and `without`); a negator for which the other side has neither a negator
nor another denying word near enough is a finding. So is a chain such as `not fail to` against a single
denial: two denials cancel out, one does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from toolkit.text.negation import FLIPPING, SILENT, Negation, negations
from toolkit.types import Finding, Pair, Span

REACH = {"no": 1.0, "nor": 1.0, "weak": 0.15, "limit": 0.15}
"""How far off, in parts of the sentence, a counterpart of a group may stand; other groups: `REACH_FLIP`."""
REACH_FLIP, REACH_WORDS = 0.25, 2
DEARER = {"no": 0.0, "nor": 0.0, "weak": 0.3, "limit": 0.3}
"""Added to the distance when choosing, so that negators are paired first; other groups: `DEARER_FLIP`."""
DEARER_FLIP = 0.15

CHAINED = frozenset({"affix", "deny", "refuse", "fail", "prevent", "stop", "exclude"})
CHAIN_WORDS = 2
WEIGHT_CLEAR, WEIGHT_SOME, WEIGHT_COUNT, WEIGHT_CHAIN = 0.95, 0.8, 0.7, 0.45
SILENT_FACTOR = 0.5  # the other side has a negator that denies nothing: perhaps it was misread
CONTEXT = 28  # characters shown after a negator in a message


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `negation`, at most one: a denial without counterpart, or one denial against two.

    >>> found = check(Pair("لن نبيع الشركة", "We will sell the company."))
    >>> found[0].kind, found[0].message
    ('negation', 'the article denies it: «لن نبيع الشركة»; the original affirms it')
    >>> check(Pair("لا يزال الوضع هادئا", "The situation is still calm."))
    []
    """
    source, reference = negations(pair.source, "ar"), negations(pair.reference, "en")
    ours, theirs = _unexplained(source, reference)
    missing = _surplus(ours, theirs)
    if missing:
        return [_denied(pair, missing[0], source, reference, on_source=True)]
    added = _surplus(theirs, ours)
    if added:
        return [_denied(pair, added[0], reference, source, on_source=False)]
    return _odd_chain(pair, source, reference)


def _unexplained(
    source: Sequence[Negation], reference: Sequence[Negation]
) -> tuple[list[Negation], list[Negation]]:
    """Both sides without the denying words that have one of the same group on the other side."""
    ours, theirs = list(source), list(reference)
    for one in source:
        if one.group == "no" or one.group not in FLIPPING:
            continue
        same = [other for other in theirs if other.group == one.group]
        if same:
            ours.remove(one)
            theirs.remove(min(same, key=lambda other: abs(other.at - one.at)))
    return ours, theirs


def _surplus(side: Sequence[Negation], other: Sequence[Negation]) -> list[Negation]:
    """The negators of `side` that nothing on the other side can stand for.

    Each takes the nearest free negation of the other side, negators before denying words; what stands too far
    off in its sentence cannot be its counterpart. A double denial (لا نستبعد) affirms: it needs none where
    the other side denies nothing.
    """
    options = sorted(
        (abs(one.at - two.at) + DEARER.get(two.group, DEARER_FLIP), i, j)
        for i, one in enumerate(side)
        for j, two in enumerate(other)
        if one.demands and two.group not in SILENT and _near(one, two)
    )
    taken: dict[int, int] = {}
    for _, i, j in options:
        if i not in taken and j not in taken.values():
            taken[i] = j
    lonely = [one for i, one in enumerate(side) if one.demands and i not in taken]
    if any(two.flips for two in other):
        return lonely
    return [one for one in lonely if not _chain(side, one)]


def _near(one: Negation, two: Negation) -> bool:
    reach = max(REACH.get(two.group, REACH_FLIP), REACH_WORDS * max(one.step, two.step))
    return abs(one.at - two.at) <= reach


def _odd_chain(pair: Pair, source: Sequence[Negation], reference: Sequence[Negation]) -> list[Finding]:
    """A double denial on one side (`not rule out`) that the other side makes a single one.

    Counted are the words that turn a statement into its contrary; nothing is said where the other side has
    no denial at all (a double denial affirms) or where either has words that may be one.
    """
    if any(n.group in ("weak", "nor", "limit") for n in (*source, *reference)):
        return []
    for side, other, on_source in ((source, reference, True), (reference, source, False)):
        chain = _chain(side)
        single = [n for n in other if n.flips]
        if chain and single and sum(n.flips for n in side) == len(single) + 1:
            twice = Span(chain[0].start, chain[1].end)
            once = Span(single[0].start, single[0].end)
            if on_source:
                words = f"the article denies it twice: «{twice.of(pair.source)}»; the original once"
                return [Finding("negation", "critical", words, twice, once, WEIGHT_CHAIN)]
            words = f"the original denies it twice: “{twice.of(pair.reference)}”; the article once"
            return [Finding("negation", "critical", words, once, twice, WEIGHT_CHAIN)]
    return []


def _chain(side: Sequence[Negation], first: Negation | None = None) -> tuple[Negation, Negation] | None:
    """A negator (`first`, if given) with the denying word it bears on, at most one word between them."""
    for one, two in pairwise(side):
        near = two.words[0] - one.words[-1] <= CHAIN_WORDS
        if near and one.demands and two.group in CHAINED and first in (None, one):
            return one, two
    return None


def _denied(
    pair: Pair, lonely: Negation, side: Sequence[Negation], other: Sequence[Negation], *, on_source: bool
) -> Finding:
    weight = _weight(side, other)
    span = Span(lonely.start, lonely.end)
    if on_source:
        words = f"the article denies it: «{_words(pair.source, lonely)}»; the original affirms it"
        return Finding("negation", "critical", words, span, None, weight)
    if pair.partial:
        weight /= 2
    words = f"the original denies it: “{_words(pair.reference, lonely)}”; the article affirms it"
    return Finding("negation", "critical", words, None, span, weight)


def _weight(side: Sequence[Negation], other: Sequence[Negation]) -> float:
    if any(n.demands for n in other):
        weight = WEIGHT_COUNT
    else:
        weight = WEIGHT_SOME if any(n.group not in SILENT for n in other) else WEIGHT_CLEAR
    return weight * (SILENT_FACTOR if any(n.group in SILENT for n in other) else 1.0)


def _words(text: str, negation: Negation) -> str:
    end = text.find(" ", min(len(text), negation.end + CONTEXT))
    return text[negation.start : end if end >= 0 else len(text)].strip(" .،,;:")
