"""What Arabic words are called in English: a table learnt from text, and how far a pair explains itself.

The table holds, for light stems (`toolkit.text.stems`), the probabilities p(en|ar) and p(ar|en) of aligned
words (`scripts/build_wordtable.py`). A word that is missing is looked up by its root consonants, with less
weight. A word of one side is *explained* by the other as far as some word there translates it, or is the
same name in other letters. Weights are inverse document frequencies (Spärck Jones 1972) of the training text.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from toolkit.text import arabic, english
from toolkit.text.names import name_keys, same_name
from toolkit.text.rows import rows
from toolkit.text.stems import arabic_candidates, arabic_root, arabic_stem, english_stem

FULL = 0.2
"""A translation that takes this share of a word's links, in either direction, explains it fully."""
ROOT = 0.6
"""What an explanation by root consonants alone is worth."""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: `text[start:end]`, its stem as `key`, its idf `weight`, whether it may be a name.

    `name` is true for an English word with a capital, and for an Arabic word the table does not know.
    """

    start: int
    end: int
    key: str
    word: str
    weight: float
    name: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A content word and how far the other side explains it: `degree` 0 (not at all) to 1.

    `partner` is the index of the explaining word among the other side's terms, or None.
    """

    term: Term
    degree: float
    partner: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a source and a reference explain each other, word by word."""

    source: tuple[Explained, ...]
    reference: tuple[Explained, ...]

    @property
    def of_source(self) -> float:
        """The explained share of the source's weight, 0 to 1 (1 where there is no content word)."""
        return _share(self.source)

    @property
    def of_reference(self) -> float:
        """The explained share of the reference's weight, 0 to 1 (1 where there is no content word)."""
        return _share(self.reference)

    def unexplained(self, side: str, below: float = 0.3) -> list[Term]:
        """The words of `side` ("source" or "reference") that are explained by less than `below`."""
        rows = self.source if side == "source" else self.reference
        return [row.term for row in rows if row.degree < below]


def _share(rows: Sequence[Explained]) -> float:
    total = sum(row.term.weight for row in rows)
    return sum(row.term.weight * row.degree for row in rows) / total if total else 1.0


def _strength(forward: int, reverse: int) -> float:
    """How well one translation explains a word, 0 to 1, from its shares in thousandths."""
    return math.sqrt(min(1.0, max(forward, reverse) / (1000 * FULL)))


class WordTable:
    """The shipped table; get it from `word_table()`, which reads it once."""

    def __init__(self, text: str) -> None:
        head, _, body = text.partition("\n\n")
        first, *english_rows = head.split("\n")
        self._sentences = int(first)
        self._english = dict(row.split("\t") for row in english_rows)
        self._rows = dict(line.split("\t", 1) for line in body.split("\n") if line)
        self._roots: dict[str, list[str]] | None = None

    def stem(self, key: str) -> str:
        """The stem under which a folded Arabic word stands in the table; its plain stem where it does not.

        >>> [word_table().stem(arabic.fold(word)) for word in ("وبالمدارس", "المدارس", "بلبنان", "لبنان")]
        ['مدارس', 'مدارس', 'لبنان', 'لبنان']
        """
        forms = arabic.bare_forms(key)
        whole = next((f for f in forms if len(f) > 2 and f in self._rows and arabic_stem(f) == f), None)
        plain = whole or arabic_stem(key)
        if plain in self._rows:
            return plain
        others = [arabic_stem(form) for form in forms] + arabic_candidates(key)
        return next((form for form in others if form in self._rows), plain)

    @lru_cache(maxsize=20000)  # noqa: B019 - there is one table in a process
    def translations(self, stem: str) -> Mapping[str, float]:
        """English stems that explain an Arabic stem, each with its strength, 0 to 1.

        >>> best = word_table().translations(arabic_stem("سلاح"))
        >>> best["weapon"] > 0.9, "water" in best
        (True, False)
        """
        found = self._by_root(stem)
        row = self._rows.get(stem)
        if row:
            for cell in row.split("\t")[1].split(" "):
                word, forward, reverse = cell.rsplit(":", 2)
                found[word] = max(found.get(word, 0.0), _strength(int(forward), int(reverse)))
        return found

    def _by_root(self, stem: str) -> dict[str, float]:
        if self._roots is None:
            self._roots = {}
            for known in self._rows:
                root = arabic_root(known)
                if root:
                    self._roots.setdefault(root, []).append(known)
        found: dict[str, float] = {}
        for relative in self._roots.get(arabic_root(stem), ())[:40]:
            for cell in self._rows[relative].split("\t")[1].split(" "):
                word, forward, reverse = cell.rsplit(":", 2)
                # A rare relative proves little: both directions must speak for the word.
                strength = ROOT * _strength(min(int(forward), int(reverse)), 0)
                if strength > found.get(word, 0.1):
                    found[word] = strength
        return found

    def probability(self, stem: str, english_word: str) -> float:
        """p(en|ar): the share of an Arabic stem's links that go to an English stem.

        >>> word_table().probability(arabic_stem("وزير"), "minister") > 0.5
        True
        """
        cells = self._rows.get(stem, "").partition("\t")[2].split(" ")
        found = (cell.rsplit(":", 2) for cell in cells if cell.startswith(english_word + ":"))
        return max((int(forward) / 1000 for _, forward, _ in found), default=0.0)

    def knows(self, stem: str) -> bool:
        """Whether the table has the Arabic stem itself."""
        return stem in self._rows

    def source_weight(self, stem: str) -> float:
        """The idf of an Arabic stem, 0 to 1 (1: never seen)."""
        row = self._rows.get(stem)
        return self._idf(int(row.split("\t", 1)[0]) if row else 0)

    def reference_weight(self, stem: str) -> float:
        """The idf of an English stem, 0 to 1 (1: never seen)."""
        return self._idf(int(self._english.get(stem, 0)))

    def _idf(self, count: int) -> float:
        return math.log((self._sentences + 1) / (count + 1)) / math.log(self._sentences + 1)


@cache
def word_table() -> WordTable:
    """The table that ships with the package."""
    data = (files("toolkit.text") / "lexicon" / "wordtable.tsv.gz").read_bytes()
    return WordTable(gzip.decompress(data).decode("utf-8"))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Folded words of `language` ("ar" or "en") without content of their own."""
    listed = rows("stopwords.tsv")
    return frozenset(word for row in listed if row[0] == language for word in row[1].split())


@lru_cache(maxsize=4096)
def source_terms(text: str) -> tuple[Term, ...]:
    """The content words of an Arabic text.

    >>> [text_term.word for text_term in source_terms("إن المحادثات كانت صريحة")]
    ['المحادثات', 'صريحه']
    """
    table, stop = word_table(), stop_words("ar")
    found = []
    for word in arabic.words(text):
        rest = word.key[1:] if word.key[0] in "وف" else word.key
        if word.key not in stop and rest not in stop and len(word.key) > 1:
            stem = table.stem(word.key)
            known = table.knows(stem)
            found.append(Term(word.start, word.end, stem, word.key, table.source_weight(stem), not known))
    return tuple(found)


@lru_cache(maxsize=16384)
def reference_terms(text: str) -> tuple[Term, ...]:
    """The content words of an English text.

    >>> [term.key for term in reference_terms("The talks were frank.")]
    ['talk', 'frank']
    """
    table, stop = word_table(), stop_words("en")
    found = []
    for word in english.words(text):
        key = word.key.split("'")[0] if "'" in word.key[1:] else word.key
        stem = english_stem(word.key)
        if key not in stop and stem not in stop and len(key) > 1:
            capital = text[word.start].isupper()
            found.append(Term(word.start, word.end, stem, key, table.reference_weight(stem), capital))
    return tuple(found)


def coverage(source: str, reference: str) -> Coverage:
    """How far the words of `source` (Arabic) and `reference` (English) explain each other.

    >>> pair = coverage("المحادثات صريحة وبناءة في دمشق", "The talks were frank and constructive.")
    >>> [term.word for term in pair.unexplained("source")], pair.of_reference > 0.9
    (['دمشق'], True)
    """
    return explain(source_terms(source), reference_terms(reference))


def explain(source: Sequence[Term], reference: Sequence[Term]) -> Coverage:
    """The same for terms already found."""
    table = word_table()
    best_source: list[tuple[float, int | None]] = [(0.0, None)] * len(source)
    best_reference: list[tuple[float, int | None]] = [(0.0, None)] * len(reference)
    for i, term in enumerate(source):
        known = table.translations(term.key)
        for j, other in enumerate(reference):
            degree = known.get(other.key, 0.0)
            if degree < 0.5 and other.name and _may_be_one_name(term.word, other.word):
                degree = max(degree, _name_degree(term.word, other.word))
            if degree > best_source[i][0]:
                best_source[i] = (degree, j)
            if degree > best_reference[j][0]:
                best_reference[j] = (degree, i)
    return Coverage(
        tuple(Explained(t, d, p) for t, (d, p) in zip(source, best_source, strict=True)),
        tuple(Explained(t, d, p) for t, (d, p) in zip(reference, best_reference, strict=True)),
    )


def _may_be_one_name(arabic_word: str, english_word: str) -> bool:
    return not name_keys(arabic_word).isdisjoint(name_keys(english_word))


@lru_cache(maxsize=65536)
def _name_degree(arabic_word: str, english_word: str) -> float:
    likeness = same_name(arabic_word, english_word)
    return likeness if likeness >= 0.75 else 0.0
