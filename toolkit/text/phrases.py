"""Words and phrases of a word list found in running text, whatever their inflection.

Each word of a text has several *readings* (`toolkit.text.readings`), one of which the list may hold.

In a list, a phrase is words separated by blanks; `a/b` is the one or the other; `=word` asks for this word
without endings (as do words of one or two letters); `...` stands for up to ten words of the same sentence,
`..` for up to two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from toolkit.text import arabic, english
from toolkit.text.readings import arabic_readings, bare_readings, english_readings
from toolkit.text.rows import rows as file_rows

Language = Literal["ar", "en"]

_GAPS = {"...": 10, "..": 2}
_SENTENCE_END = re.compile(r"[.!?;؟؛](?!\d)|\n")

_PARTICLES = ("الا", "ألا", "ليس", "أليس", "سوي", "حتي", "كلا", "انه")
_WITH_HAMZA = ("الا", "والا", "بالا", "اليس", "اليست", "الن", "الم", "اولن")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its readings, those that only lack particles (`bare`), the number of its sentence."""

    start: int
    end: int
    key: str
    readings: tuple[str, ...]
    bare: tuple[str, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of a word list found in a text: characters `start` to `end`, its words and its labels."""

    start: int
    end: int
    labels: tuple[str, ...]
    words: tuple[int, ...]

    @property
    def label(self) -> str:
        """Its clear label (one without `~`); if it has none, the first."""
        return next((label for label in self.labels if label[0] != "~"), self.labels[0])


@lru_cache(maxsize=512)
def tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The words of `text` with their readings.

    >>> [(t.key, t.sentence) for t in tokens("No! He can't.", "en")]
    [('no', 0), ('he', 1), ("can't", 1)]
    """
    found: list[Token] = []
    sentence = end = 0
    for word in arabic.words(text) if language == "ar" else english.words(text):
        if found and word.start - end > 1 and _SENTENCE_END.search(text, end, word.start):
            sentence += 1
        end = word.end
        if language == "ar":
            key = _distinct(text[word.start : word.end], word.key)
            readings, bare = arabic_readings(key), bare_readings(key)
        else:
            key, readings, bare = word.key, english_readings(word.key), (word.key, word.key.split("'")[0])
        found.append(Token(word.start, word.end, key, readings, bare, sentence))
    return tuple(found)


def _distinct(written: str, key: str) -> str:
    """`key`, but words kept apart that folding makes one: ألا and إلا, أليس and إليس, لم and لمّ."""
    if key in _WITH_HAMZA and "أ" in written:
        return key.replace("ا", "أ", 1)
    return "لمم" if key == "لم" and "\u0651" in written else key


class Phrases:
    """A word list ready for finding.

    `entries` are (phrase, label) pairs; a phrase given with several labels carries them all. Matching goes
    from left to right and takes the phrase with the most words; a word belongs to one phrase.

    >>> few = Phrases([("no longer", "stop"), ("no", "denial"), ("not ... but", "swap")], "en")
    >>> [(m.label, m.words) for m in few.find(tokens("no, no longer this", "en"))]
    [('denial', (0,)), ('stop', (1, 2))]
    >>> [(m.label, m.words) for m in few.find(tokens("not red but blue", "en"))]
    [('swap', (0, 2))]
    """

    def __init__(self, entries: Iterable[tuple[str, str]], language: Language) -> None:
        labels: dict[tuple[str, ...], dict[str, None]] = {}
        for phrase, label in entries:
            for words in product(*(part.split("/") for part in phrase.split())):
                labels.setdefault(tuple(_part(word, language) for word in words), {})[label] = None
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]]] = {}
        for parts, given in labels.items():
            needed = frozenset(part.lstrip("=") for part in parts if part not in _GAPS)
            self._by_first.setdefault(parts[0].lstrip("="), []).append((parts, tuple(given), needed))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Token]) -> list[Mention]:
        """All phrases of the list in `words` (of one text), from left to right, no word used twice."""
        found: list[Mention] = []
        used: set[int] = set()
        there = {reading for word in words for reading in word.readings}
        for i, word in enumerate(words):
            if i in used:
                continue
            best: tuple[tuple[int, ...], tuple[str, ...]] | None = None
            for reading in word.readings:
                for parts, labels, needed in self._by_first.get(reading, ()):
                    if (best and len(parts) <= len(best[0])) or not needed <= there:
                        continue
                    at = _match(parts, words, i, used)
                    if at and (best is None or len(at) > len(best[0])):
                        best = at, labels
            if best:
                at, labels = best
                used.update(at)
                found.append(Mention(words[at[0]].start, words[at[-1]].end, labels, at))
        return found


def _part(part: str, language: Language) -> str:
    if part in _GAPS:
        return part
    word = part.removeprefix("=")
    if language == "en":
        return ("=" if word != part else "") + english.fold(word)
    key = _distinct(word, arabic.fold(word))
    return ("=" if word != part or len(key) < 3 or key in _PARTICLES else "") + key


def _match(parts: tuple[str, ...], words: Sequence[Token], i: int, used: set[int]) -> tuple[int, ...] | None:
    """The positions of `parts` in `words` from position `i` on, or None."""
    at: list[int] = []
    gap = 0
    for part in parts:
        if part in _GAPS:
            gap = _GAPS[part]
            continue
        last = min(len(words), i + gap + 1)
        while i < last and (i in used or not _fits(part, words[i])):
            i += 1
        if i >= last or (at and words[i].sentence != words[at[0]].sentence):
            return None
        at.append(i)
        i += 1
        gap = 0
    return tuple(at)


def _fits(part: str, word: Token) -> bool:
    return part[1:] in word.bare if part[0] == "=" else part in word.readings


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the word list `lexicon/<name>.tsv` without its heading and its `#` lines."""
    _, *listed = file_rows(f"{name}.tsv")
    return tuple(tuple(row) for row in listed)


@cache
def lexicon(name: str, language: Language) -> Phrases:
    """The list `lexicon/<name>.tsv` (columns language, label, phrases separated by `|`) for one language."""
    entries = [
        (phrase.strip(), label)
        for lang, label, phrases in (row[:3] for row in rows(name))
        if lang == language
        for phrase in phrases.split("|")
        if phrase.strip()
    ]
    return Phrases(entries, language)


@cache
def related(name: str, relation: str) -> frozenset[tuple[str, str]]:
    """The pairs of labels that the list `name` puts into `relation` (its rows with that word in column one).

    >>> ("most", "some") in related("quantity", "clash")
    True
    """
    return frozenset(
        (label, other)
        for first, label, others in (row[:3] for row in rows(name))
        if first == relation
        for other in others.split("|")
    )


def without_counterpart(side: Iterable[Mention], other: Iterable[Mention]) -> list[Mention]:
    """The mentions of `side` with a clear label that no mention of `other` has, not even with `~`."""
    there = labels(other)
    return [m for m in side if m.label != "none" and m.label[0] != "~" and not there & set(m.labels)]


def labels(mentions: Iterable[Mention]) -> set[str]:
    """All labels of `mentions`, those with `~` too, without it."""
    return {label.removeprefix("~") for mention in mentions for label in mention.labels}


def find(name: str, text: str, language: Language) -> list[Mention]:
    """The phrases of the list `name` in `text`.

    >>> [m.label for m in find("negators", "they are not here", "en")]
    ['no']
    """
    return lexicon(name, language).find(tokens(text, language))
