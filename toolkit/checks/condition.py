"""Conditions: an "if" or "unless" that only one side has."""

from __future__ import annotations

from toolkit.text.condition import Condition, conditions, may_be_conditional
from toolkit.text.gaps import sentences
from toolkit.types import Finding, Pair, Span

_LEFT_OUT = 0.85
_PUT_IN = 0.7
_SHOWN_WORDS = 6


def check(pair: Pair) -> list[Finding]:
    """A finding of kind `condition` when a clear condition has nothing on the other side that may render it.

    Of a reference that is rendered in part only the sentences count of which something is rendered.

    >>> pair = Pair("سنعود في الربيع إلى الجزيرة", "If we find the money we will be back on the island.")
    >>> [finding.message for finding in check(pair)]
    ['the article leaves out the condition “If we find the money we”']
    """
    part = _sentences_rendered(pair)
    theirs = [found for found in conditions(pair.reference, "en") if part.start <= found.start < part.end]
    if theirs and not may_be_conditional(pair.source, "ar"):
        span = _with_words(pair.reference, theirs[0])
        message = f"the article leaves out the condition “{span.of(pair.reference)}”"
        return [Finding("condition", "major", message, reference_span=span, weight=_LEFT_OUT)]
    ours = conditions(pair.source, "ar")
    if ours and not may_be_conditional(pair.reference, "en"):
        span = _with_words(pair.source, ours[0])
        message = f"the original has no such condition as «{span.of(pair.source)}»"
        return [Finding("condition", "major", message, source_span=span, weight=_PUT_IN)]
    return []


def _sentences_rendered(pair: Pair) -> Span:
    """The sentences of the reference of which the source renders something."""
    part = pair.rendered
    if part is None:
        return Span(0, len(pair.reference))
    inside = [s for s in sentences(pair.reference) if s[0] < part.end and part.start < s[1]]
    return Span(inside[0][0], inside[-1][1]) if inside else part


def _with_words(text: str, condition: Condition) -> Span:
    """The condition with the first words of its clause."""
    words = text[condition.start :].split(" ")[:_SHOWN_WORDS]
    return Span(condition.start, min(len(text), condition.start + len(" ".join(words).rstrip(" ,.;،؛"))))
