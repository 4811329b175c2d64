"""Negation and polarity: does the one side deny what the other affirms?

Compared are the negations of the source and of the reference (`toolkit.text.negation`). Words of the same
group on both sides explain each other (دون and `without`); a negator that finds neither a negator nor any
other denying word on the other side is a finding. So is a chain such as `not fail to` against a single
denial: two denials cancel out, one does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.negation import SILENT, Negation, negations
from toolkit.types import Finding, Pair, Span

NO, FLIP, WEAK = (0.0, 1.0), (0.15, 0.4), (0.3, 0.25)
CHAIN, CHAIN_WORDS = 0.4, 2
CHAINED = frozenset({"affix", "deny", "refuse", "fail", "prevent", "stop", "exclude"})
_CONTEXT = 28  # characters shown after a negator in a message


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `negation`: a denial without counterpart, or one denial against two.

    >>> found = check(Pair("لن نبيع الشركة", "We will sell the company."))
    >>> found[0].kind, found[0].message
    ('negation', 'the article denies it: «لن نبيع الشركة»; the original affirms it')
    >>> check(Pair("لا يزال الوضع هادئا", "The situation is still calm."))
    []
    """
    source = negations(pair.source, "ar")
    reference = negations(pair.reference, "en")
    ours, theirs = _unexplained(source, reference)
    missing = _surplus(ours, theirs)
    added = _surplus(theirs, ours)
    found = []
    if missing:
        found.append(_finding(pair, missing[0], len(source), len(reference), on_source=True))
    elif added:
        found.append(_finding(pair, added[0], len(reference), len(source), on_source=False))
    else:
        odd = _odd_chain(pair, source, reference)
        if odd:
            found.append(odd)
    return found


def _unexplained(source: Sequence[Negation], reference: Sequence[Negation]) -> tuple[list[Negation], list[Negation]]:
    """Both sides without the denying words that have one of the same group on the other side."""
    ours, theirs = list(source), list(reference)
    for one in source:
        if one.group == "no" or one.group in SILENT:
            continue
        same = [other for other in theirs if other.group == one.group]
        if same:
            ours.remove(one)
            theirs.remove(min(same, key=lambda other: abs(other.at - one.at)))
    return ours, theirs


def _surplus(side: Sequence[Negation], other: Sequence[Negation]) -> list[Negation]:
    """The negators of `side` that nothing on the other side can stand for, the loneliest first.

    Each takes the nearest free negation of the other side, negators before denying words; what stands too
    far off in its sentence cannot be its counterpart.
    """
    options = sorted(
        (abs(one.at - two.at) + _reach(two)[0], i, j)
        for i, one in enumerate(side)
        for j, two in enumerate(other)
        if one.demands and two.group not in SILENT and abs(one.at - two.at) <= _reach(two)[1]
    )
    taken: dict[int, int] = {}
    for _, i, j in options:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [one for i, one in enumerate(side) if one.demands and i not in taken]


def _reach(negation: Negation) -> tuple[float, float]:
    """How dear it is to take `negation` for a negator's counterpart, and how far off (0 to 1) it may stand."""
    if negation.group in ("no", "nor"):
        return NO
    return FLIP if negation.flips else WEAK


def _odd_chain(pair: Pair, source: Sequence[Negation], reference: Sequence[Negation]) -> Finding | None:
    """A double denial on one side (`not rule out`) that the other side makes a single one.

    Counted are the words that turn a statement into its contrary; nothing is said where the other side has
    no denial at all (a double denial affirms) or words that may be one.
    """
    for side, other, on_source in ((source, reference, True), (reference, source, False)):
        chain = _chain(side)
        flips, others = sum(n.flips for n in side), sum(n.flips for n in other)
        vague = any(n.group in ("weak", "nor", "limit") for n in (*side, *other))
        if chain and flips == others + 1 and others and not vague:
            text = pair.source if on_source else pair.reference
            words = text[chain[0].start : chain[1].end]
            if on_source:
                message = f"the article denies twice, which affirms: «{words}»; the original denies once"
            else:
                message = f"the original denies twice, which affirms: “{words}”; the article denies once"
            ours, theirs = Span(chain[0].start, chain[1].end), Span(other[0].start, other[0].end)
            spans = (ours, theirs) if on_source else (theirs, ours)
            return Finding("negation", "critical", message, *spans, CHAIN)
    return None


def _chain(side: Sequence[Negation]) -> tuple[Negation, Negation] | None:
    """A negator with the denying word it bears on, not more than one word between them."""
    for one, two in zip(side, side[1:], strict=False):
        if one.demands and two.group in CHAINED and two.words[0] - one.words[-1] <= CHAIN_WORDS:
            return one, two
    return None


def _finding(pair: Pair, negation: Negation, same: int, other: int, *, on_source: bool) -> Finding:
    text = pair.source if on_source else pair.reference
    end = text.find(" ", min(len(text), negation.end + _CONTEXT))
    words = text[negation.start : end if end >= 0 else len(text)].strip(" .،,;:")
    weight = 0.9 if same == 1 and other == 0 else 0.8 if other == 0 else 0.6
    if pair.partial and not on_source:
        weight *= 0.5
    span = Span(negation.start, negation.end)
    if on_source:
        message = f"the article denies it: «{words}»; the original affirms it"
        return Finding("negation", "critical", message, span, None, weight)
    message = f"the original denies it: “{words}”; the article affirms it"
    return Finding("negation", "critical", message, None, span, weight)
