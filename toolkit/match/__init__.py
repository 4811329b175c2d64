"""Which reference is a quote's original, or is there none.

For each quote an inverted index offers the nearest references; a conditional logit (McFadden 1974) over the
features of each pair, with *no reference* as one more alternative, makes probabilities of them. A wrong
pairing accuses an innocent newspaper, so a reference below the threshold is kept as candidate only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from toolkit.match.features import Query, features_of
from toolkit.match.index import ReferenceIndex, index_of
from toolkit.types import Match, Quote, Reference, Span, Translation

__all__ = ["match"]

NEAREST = 30
"""References looked at closely for each quote."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the conditional logit, one set for quotes with and one for quotes without a translation."""

    translated: dict[str, float]
    untranslated: dict[str, float]
    accept: float
    group: float


@cache
def _weights() -> Weights:
    table = tomllib.loads((files("toolkit") / "weights" / "match.toml").read_text("utf-8"))
    return Weights(table["translated"], table["untranslated"], table["accept"], table["group"])


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    utility: float
    part: Span


def match(
    quotes: Sequence[Quote], translations: Sequence[Translation], references: Sequence[Reference]
) -> list[Match]:
    """One match per quote, in order; `translations` are those of the quotes (text "" where there is none).

    >>> from toolkit.types import Quote, Reference, Translation
    >>> quote = Quote("q1", "المحادثات صريحة وبناءة", "المحادثات صريحة وبناءة", 0, 22, "partial")
    >>> originals = [Reference("a", "The talks were frank and constructive."), Reference("b", "It rained.")]
    >>> match([quote], [Translation(quote.source, "")], originals)[0].reference.id
    'a'
    """
    index = index_of(tuple(references))
    found = [_candidates(q, t, index) for q, t in zip(quotes, translations, strict=True)]
    shared = _with_groups(quotes, found)
    return [
        _decide(quote, translation, candidates, index)
        for quote, translation, candidates in zip(quotes, translations, shared, strict=True)
    ]


def _candidates(quote: Quote, translation: Translation, index: ReferenceIndex) -> list[_Candidate]:
    query = Query.of(quote, translation)
    weights = _weights().translated if query.translation else _weights().untranslated
    found = []
    for number in index.nearest(query.terms, query.translation_terms, NEAREST):
        values, part = features_of(query, index, number)
        utility = weights["constant"] + sum(weights[name] * value for name, value in values.items())
        found.append(_Candidate(number, utility, part))
    return found


def _with_groups(quotes: Sequence[Quote], found: list[list[_Candidate]]) -> list[list[_Candidate]]:
    """Let the pieces of one quotation support each other: what speaks for a reference in one piece is, in
    part, added in the others.
    """
    support: dict[int, list[dict[int, float]]] = {}
    for quote, candidates in zip(quotes, found, strict=True):
        if quote.group is not None:
            support.setdefault(quote.group, []).append({c.number: c.utility for c in candidates})
    return [
        candidates if quote.group is None or len(support[quote.group]) < 2
        else [_supported(c, support[quote.group]) for c in candidates]
        for quote, candidates in zip(quotes, found, strict=True)
    ]  # fmt: skip


def _supported(candidate: _Candidate, pieces: list[dict[int, float]]) -> _Candidate:
    best = max(piece.get(candidate.number, 0.0) for piece in pieces)
    more = _weights().group * max(0.0, min(6.0, best) - max(0.0, candidate.utility))
    return _Candidate(candidate.number, candidate.utility + more, candidate.part)


def _decide(
    quote: Quote, translation: Translation, candidates: list[_Candidate], index: ReferenceIndex
) -> Match:
    if not candidates:
        return Match(quote, translation, None, None, 0.0, 0.0)
    ranked = sorted(candidates, key=lambda c: (-c.utility, c.number))
    top = max(0.0, ranked[0].utility)
    shares = [exp(c.utility - top) for c in ranked]
    total = exp(-top) + sum(shares)
    score = shares[0] / total
    margin = score - (shares[1] / total if len(shares) > 1 else 0.0)
    best = index.references[ranked[0].number]
    accepted = best if score >= _weights().accept else None
    part = ranked[0].part
    whole = len(part) >= len(best.text.strip())
    return Match(quote, translation, accepted, best, score, margin, None if whole else part)
