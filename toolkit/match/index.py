"""A set of references made ready for comparing: their content words, and which reference holds which.

An inverted index (as every search engine has) finds the few references worth a closer look: each word of
the quote votes, through the word table, for the references that hold a translation of it.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from toolkit.text.names import name_keys
from toolkit.text.wordtable import Term, reference_terms, word_table
from toolkit.types import Reference

TRANSLATION_VOTE = 0.6
"""What a word of the machine translation counts beside a word of the source itself."""
NAME_VOTE = 0.5
"""What a name of the source counts that may, by its consonants, be a name of the reference."""
COMMON = 0.25
"""A word in more than this share of a large set of references decides nothing and is not looked up."""


class ReferenceIndex:
    """The references with their terms; build it with `index_of`, which keeps the last few."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.references = tuple(references)
        self.terms = [reference_terms(reference.text) for reference in references]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, set[int]] = defaultdict(set)
        for number, terms in enumerate(self.terms):
            for stem in {term.key for term in terms}:
                self._by_stem[stem].append(number)
            for term in terms:
                if term.name:
                    for key in name_keys(term.word):
                        if len(key) > 1:
                            self._by_name[key].add(number)

    def rarity(self, stem: str) -> float:
        """Inverse document frequency within this set, 0 (in all) to 1 (in at most one)."""
        total = len(self.references)
        return 1.0 - math.log(max(1, len(self._by_stem.get(stem, ())))) / math.log(total + 1)

    def nearest(self, source: Sequence[Term], translation: Sequence[Term], limit: int) -> list[int]:
        """The numbers of the `limit` references that the words of a quote vote for most."""
        total = len(self.references)
        if total <= limit:
            return list(range(total))
        votes: defaultdict[int, float] = defaultdict(float)
        for term in source:
            for number, strength in self._translations_of(term).items():
                votes[number] += strength * term.weight
        for stem in {term.key for term in translation}:
            vote = TRANSLATION_VOTE * self.rarity(stem)
            for number in self._by_stem.get(stem, ()):
                votes[number] += vote
        return heapq.nlargest(limit, votes, key=lambda number: (votes[number], -number))

    def _translations_of(self, term: Term) -> dict[int, float]:
        """For each reference the best vote of one source word."""
        best: dict[int, float] = {}
        for stem, strength in word_table().translations(term.key).items():
            holders = self._by_stem.get(stem, ())
            vote = strength * self.rarity(stem)
            if len(holders) <= 200 or len(holders) <= COMMON * len(self.references):
                for number in holders:
                    if vote > best.get(number, 0.0):
                        best[number] = vote
        if term.name:
            for key in name_keys(term.word):
                for number in self._by_name.get(key, ()):
                    best.setdefault(number, NAME_VOTE)
        return best


@lru_cache(maxsize=4)
def index_of(references: tuple[Reference, ...]) -> ReferenceIndex:
    """The index of a set of references."""
    return ReferenceIndex(references)
