"""Misattribution: the article gives one person's words to another."""

from __future__ import annotations

from toolkit.text.speakers import same_speaker
from toolkit.types import Finding, Pair

_CLEARLY_OTHER = 0.35
"""Below this similarity two names are not spellings of one name (see `text.speakers.same_speaker`)."""


def check(pair: Pair) -> list[Finding]:
    """A finding of kind `misattribution` when the article's speaker is clearly not the reference's.

    Nothing is said when either side names nobody, or only a function ("the official").

    >>> pair = Pair("لن نتفاوض", "We won't negotiate", speaker="جون كيربي", reference_speaker="Vedant Patel")
    >>> [finding.message for finding in check(pair)]
    ['the article attributes this to جون كيربي, the original is by Vedant Patel']
    """
    if not pair.speaker or not pair.reference_speaker:
        return []
    similarity = same_speaker(pair.speaker, pair.reference_speaker)
    if similarity is None or similarity >= _CLEARLY_OTHER:
        return []
    message = f"the article attributes this to {pair.speaker}, the original is by {pair.reference_speaker}"
    return [Finding("misattribution", "major", message, weight=round(1 - similarity, 3))]
