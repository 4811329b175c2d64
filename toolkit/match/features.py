"""What speaks for a reference being the original of a quote, as numbers of one pair.

All are shares or bounded sums, larger is better unless the name says otherwise. They are computed from
the quote's own words through the word table, and from its machine translation: two witnesses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from toolkit.match.index import ReferenceIndex
from toolkit.text import arabic
from toolkit.text.speakers import same_speaker
from toolkit.text.wordtable import Explained, Term, explain, reference_terms, source_terms
from toolkit.types import Quote, Span, Translation

NEEDED = 0.35
"""A clause belongs to the rendered part when this share of its weight is explained by the quote."""

LENGTH_RATIO = 0.82
"""Arabic characters for each English one in news (median of the training pairs)."""

_CLAUSE = re.compile(r"[.!?;:,\u2026\u2014\u2013]+[\"'”’)]*\s+")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """A quote made ready for comparing."""

    source: str
    speaker: str | None
    terms: tuple[Term, ...]
    translation: str
    translation_terms: tuple[Term, ...]
    digits: frozenset[str]

    @classmethod
    def of(cls, quote: Quote, translation: Translation) -> Query:
        """The query of a quote; a translation with problems is not listened to."""
        text = "" if translation.problems else translation.text
        return cls(
            quote.source, quote.speaker, source_terms(quote.source), text, reference_terms(text),
            _numbers(arabic.fold(quote.source)),
        )  # fmt: skip


def _numbers(text: str) -> frozenset[str]:
    return frozenset(m.group().replace(",", "") for m in _DIGITS.finditer(text))


@lru_cache(maxsize=16384)
def _reference_numbers(text: str) -> frozenset[str]:
    words = text.lower().split()
    return _numbers(text) | {str(i) for i, word in enumerate(_NUMBER_WORDS) if word in words}


@lru_cache(maxsize=16384)
def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of an English text, cut after marks.

    >>> [span.of("We won. They lost, and left.") for span in clauses("We won. They lost, and left.")]
    ['We won.', 'They lost,', 'and left.']
    """
    ends = [m.end() for m in _CLAUSE.finditer(text)] + [len(text)]
    starts = [0, *ends[:-1]]
    spans = (Span(s, s + len(text[s:e].rstrip())) for s, e in zip(starts, ends, strict=True))
    return tuple(span for span in spans if len(span))


def rendered_part(text: str, rows: Sequence[Explained]) -> Span:
    """The run of clauses of a reference that a quote renders best: the largest sum of explained weight
    beyond `NEEDED` (Kadane's maximum subarray); the whole where nothing is explained.
    """
    spans = clauses(text)
    best, best_sum, run, start = (0, len(spans) - 1), 0.0, 0.0, 0
    for number, span in enumerate(spans):
        if run <= 0:
            run, start = 0.0, number
        run += sum(r.term.weight * (r.degree - NEEDED) for r in rows if span.start <= r.term.start < span.end)
        if run > best_sum + 1e-9:
            best_sum, best = run, (start, number)
    return Span(spans[best[0]].start, spans[best[1]].end) if spans else Span(0, len(text))


@lru_cache(maxsize=16384)
def _grams(text: str) -> Counter[str]:
    squeezed = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return Counter(squeezed[i : i + 4] for i in range(max(0, len(squeezed) - 3)))


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    """The share of the first's character 4-grams that the second has (chrF's precision; Popović 2015)."""
    total = sum(one.values())
    return sum((one & other).values()) / total if total else 0.0


def _mass(weights: Iterable[float]) -> float:
    """How much evidence there is: the logarithm of the sum of weights, at most 2.5."""
    return min(2.5, log(1 + sum(weights)))


def _share(rows: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for weight, _ in rows)
    return sum(weight * degree for weight, degree in rows) / total if total else 0.0


SOURCE_FEATURES = (
    "source_rare_share", "source_mass_rare", "source_left", "part_left", "part_low", "whole_share",
    "adjacent", "adjacent_mass", "numbers_found", "numbers_missing", "speaker_same", "speaker_other",
    "too_short", "too_long",
)  # fmt: skip
TRANSLATION_FEATURES = ("grams_share", "part_grams_share")
AGAINST = frozenset(
    ["source_left", "part_left", "part_low", "numbers_missing", "speaker_other", "too_short", "too_long"]
)
"""Features that speak against a pair."""


def features_of(query: Query, index: ReferenceIndex, number: int) -> tuple[dict[str, float], Span]:
    """The features of a quote and reference `number`, and the part of the reference it would render."""
    text = index.references[number].text
    seen = explain(query.terms, index.terms[number])
    part = rendered_part(text, seen.reference)
    inside = [r for r in seen.reference if part.start <= r.term.start < part.end]
    found = _from_source(query, index, number, seen.source)
    found["part_left"] = _mass(r.term.weight * (1 - r.degree) for r in inside)
    found["part_low"] = max(0.0, 0.5 - _share([(r.term.weight, r.degree) for r in inside]))
    found["whole_share"] = seen.of_reference if seen.reference else 0.0
    ratio = log((len(query.source) + 5) / (LENGTH_RATIO * len(part) + 5))
    found["too_long"] = max(0.0, ratio - 0.3)
    found["too_short"] = max(0.0, -ratio - 0.3)
    found |= _from_numbers(query.digits, _reference_numbers(text))
    found |= _from_speaker(query.speaker, index.references[number].speaker)
    if query.translation:
        grams = _grams(query.translation)
        found["grams_share"] = _overlap(grams, _grams(text))
        found["part_grams_share"] = _overlap(_grams(part.of(text)), grams)
    return found, part


def _close(one: Explained, two: Explained) -> bool:
    """Whether the partners of two neighbouring words are neighbours too."""
    return one.partner is not None and two.partner is not None and 0 < abs(one.partner - two.partner) <= 2


def _from_source(
    query: Query, index: ReferenceIndex, number: int, rows: Sequence[Explained]
) -> dict[str, float]:
    """How much of the quote the reference explains; words that many references hold count for less."""
    terms = index.terms[number]
    rare = [
        (r.term.weight, r.degree * (index.rarity(terms[r.partner].key) if r.partner is not None else 1.0))
        for r in rows
    ]
    near = [
        (min(one.term.weight, two.term.weight), min(one.degree, two.degree) * _close(one, two))
        for one, two in pairwise(rows)
    ]
    return {
        "source_rare_share": _share(rare),
        "source_mass_rare": _mass(w * d for w, d in rare),
        "source_left": _mass(r.term.weight * (1 - r.degree) for r in rows),
        "adjacent": _share(near),
        "adjacent_mass": _mass(w * d for w, d in near),
    }


def _from_numbers(source: frozenset[str], reference: frozenset[str]) -> dict[str, float]:
    return {
        "numbers_found": min(2.0, len(source & reference)),
        "numbers_missing": min(2.0, len(source - reference)),
    }


def _from_speaker(source: str | None, reference: str | None) -> dict[str, float]:
    likeness = same_speaker(source, reference) if source and reference else None
    if likeness is None:
        return {"speaker_same": 0.0, "speaker_other": 0.0}
    return {"speaker_same": max(0.0, 2 * likeness - 1), "speaker_other": max(0.0, 1 - 2 * likeness)}
