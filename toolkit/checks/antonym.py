"""Opposites: the one side says `rise` where the other says `fall`.

A finding needs both halves: a word of one pole in the source that the reference does not render, and a word
of the other pole in the reference that the source does not have. A negation beside the one or the other
(`did not reject` for قبل) explains the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from toolkit.text.antonyms import poles
from toolkit.text.negation import negations
from toolkit.text.phrases import Language, Mention
from toolkit.types import Finding, Pair, Span

NEGATED_WITHIN = 4  # words between a negation and the word it may bear on
WEIGHT_CLEAR, WEIGHT_MORE, WEIGHT_SWAP = 0.7, 0.45, 0.3

Mentions: TypeAlias = "dict[str, list[Mention]]"


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `antonym`, at most one for a word of the source.

    >>> found = check(Pair("ارتفعت الأسعار أمس", "Prices fell yesterday."))
    >>> found[0].message
    'the article says «ارتفعت», the original says the opposite: “fell”'
    >>> check(Pair("لم ترتفع الأسعار", "Prices fell."))
    []
    """
    ours, theirs = _by_label(poles(pair.source, "ar")), _by_label(poles(pair.reference, "en"))
    best: dict[tuple[int, ...], Finding] = {}
    for label, said in ours.items():
        other = label[:-1] + ("-" if label[-1] == "+" else "+")
        opposed = theirs.get(other, [])
        if not opposed or ours.get(other) or len(said) <= len(theirs.get(label, [])):
            continue
        weight = WEIGHT_MORE if theirs.get(label) else WEIGHT_CLEAR
        one = said[0]
        two = min(opposed, key=lambda m: abs(_at(pair.reference, m) - _at(pair.source, one)))
        if _negated(pair.source, "ar", one) != _negated(pair.reference, "en", two):
            continue
        if one.words not in best or best[one.words].weight < weight:
            best[one.words] = _finding(pair, one, two, weight)
    return list(best.values()) or _swapped(pair, ours, theirs)


def _swapped(pair: Pair, ours: Mentions, theirs: Mentions) -> list[Finding]:
    """Both poles on both sides, once each, but in the other order (`supply outstrips demand`)."""
    for label in (label for label in ours if label[-1] == "+"):
        other = label[:-1] + "-"
        counts = [len(side.get(pole, [])) for side in (ours, theirs) for pole in (label, other)]
        if counts != [1, 1, 1, 1]:
            continue
        source = sorted((ours[label][0], ours[other][0]), key=lambda m: m.words)
        reference = sorted((theirs[label][0], theirs[other][0]), key=lambda m: m.words)
        if source[0].words == source[1].words or reference[0].words == reference[1].words:
            continue
        if (source[0] is ours[label][0]) != (reference[0] is theirs[label][0]):
            first, second = (pair.reference[m.start : m.end] for m in reference)
            spans = Span(source[0].start, source[1].end), Span(reference[0].start, reference[1].end)
            message = f"the original has “{first}” and “{second}” the other way round"
            return [Finding("antonym", "major", message, *spans, WEIGHT_SWAP)]
    return []


def _by_label(mentions: Sequence[Mention]) -> Mentions:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for label in mention.labels:
            found[label].append(mention)
    return found


def _at(text: str, mention: Mention) -> float:
    return mention.start / max(1, len(text))


def _negated(text: str, language: Language, mention: Mention) -> bool:
    """Whether a negation stands at most a few words before the mention (and is not the mention itself)."""
    first = mention.words[0]
    return any(
        0 < first - n.words[-1] <= NEGATED_WITHIN
        for n in negations(text, language)
        if n.flips and not set(n.words) & set(mention.words)
    )


def _finding(pair: Pair, one: Mention, two: Mention, weight: float) -> Finding:
    ours, theirs = Span(one.start, one.end), Span(two.start, two.end)
    message = (
        f"the article says «{ours.of(pair.source)}», "
        f"the original says the opposite: “{theirs.of(pair.reference)}”"
    )
    return Finding("antonym", "critical", message, ours, theirs, weight)
