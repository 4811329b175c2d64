"""Words and phrases of a word list found in running text, whatever their inflection.

Arabic hangs particles, pronouns and endings on a word, English adds endings; so each word of a text has
several *readings*, the keys under which a word list may hold it. A list gives the base form (perfect,
verbal noun, singular); readings that no list holds do no harm.

In a list, a phrase is words separated by blanks; `a/b` is the one or the other; `=word` asks for this word
without endings (as do words of one or two letters); `...` stands for up to ten words of the same sentence.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal

from toolkit.text import arabic, english

Language = Literal["ar", "en"]

_GAP = "..."
_GAP_WORDS = 10
_SENTENCE_END = re.compile(r"[.!?;؟؛](?!\d)|\n")
_CLAUSE_END = re.compile(r"[,،:—–«»“”\"]")

_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_ENDINGS = ("تان", "تين", "وا", "ون", "ين", "ان", "ات", "تا", "تم", "يه", "ت", "ا", "ه", "ن", "و", "نا", "ي")
_NO_STEMS = ("not", "nor", "non", "for", "and")
_PARTICLES = ("الا", "ليس", "سوي", "حتي", "كلا", "الن", "ان", "انه")
_CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its readings, those without particles only (`bare`), and the numbers of its sentence
    and clause.
    """

    start: int
    end: int
    key: str
    readings: tuple[str, ...]
    bare: tuple[str, ...]
    sentence: int
    clause: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of a word list found in a text: characters `start` to `end`, its words and its labels."""

    start: int
    end: int
    labels: tuple[str, ...]
    words: tuple[int, ...]

    @property
    def label(self) -> str:
        """The first (usually the only) label."""
        return self.labels[0]


@lru_cache(maxsize=1 << 16)
def bare_readings(key: str) -> tuple[str, ...]:
    """The folded Arabic word without the particles at its front, itself first.

    >>> bare_readings("ولم"), bare_readings("بدون")
    (('ولم', 'لم'), ('بدون', 'دون'))
    """
    fronts = dict.fromkeys(arabic.bare_forms(key))
    if len(key) > 2 and key[0] in "وف":
        fronts[key[1:]] = None
    return tuple(fronts)


@lru_cache(maxsize=1 << 16)
def arabic_readings(key: str) -> tuple[str, ...]:
    """The keys under which a word list may hold the folded Arabic word `key`, itself first.

    Particles are taken from the front (و ف ب ل ك س ال), pronouns and endings from the end; an imperfect is
    turned to its third person (ترتفع, نرتفع: يرتفع).

    >>> "يرتفع" in arabic_readings("وسترتفعان"), "زياده" in arabic_readings("للزياده")
    (True, True)
    """
    fronts = dict.fromkeys(bare_readings(key))
    found = dict(fronts)
    for front in fronts:
        for rest in _without_endings(front):
            found[rest] = None
    for front in list(fronts):
        verb = front[1:] if front[0] == "س" and len(front) > 4 and front[1] in "يتنا" else front
        if len(verb) > 3 and verb[0] in "يتنا":
            third = "ي" + verb[1:]
            found[third] = None
            for rest in _without_endings(third):
                found[rest] = None
    return tuple(found)


def _without_endings(word: str) -> Iterable[str]:
    """The word less a pronoun, less an ending, less both; feminine ت before a pronoun becomes ه again."""
    stems = [word]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 3:
            stem = word[: -len(pronoun)]
            stems.append(stem)
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"
            yield stem
    for stem in stems:
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                yield stem[: -len(ending)]


@lru_cache(maxsize=1 << 16)
def english_readings(key: str) -> tuple[str, ...]:
    """The keys under which a word list may hold the folded English word `key`, itself first.

    Endings (-s -es -ed -ing -er -est) are taken off with the usual changes of spelling; a contraction gives
    its parts (`can't`: can, not).

    >>> english_readings("can't")
    ("can't", 'can', 'not')
    >>> "drop" in english_readings("dropped"), "deny" in english_readings("denies")
    (True, True)
    """
    found = {key: None}
    if key == "cannot":
        return ("cannot", "can", "not")
    if key.endswith("n't"):
        return (key, _CONTRACTED.get(key, key[:-3]), "not")
    stem, mark, tail = key.partition("'")
    if mark:
        found[stem] = None
        found["'" + tail] = None
        if tail == "ll":
            found["will"] = None
        key = stem
    for ending in ("s", "es", "d", "ed", "ing", "er", "est"):
        stem = key[: -len(ending)]
        if not key.endswith(ending) or len(stem) < 3 or stem in _NO_STEMS or (ending == "d" and stem[-1] != "e"):
            continue
        found[stem] = None
        if ending in ("ed", "ing", "er", "est", "es"):
            if stem[-1] == stem[-2]:
                found[stem[:-1]] = None
            if stem[-1] == "i":
                found[stem[:-1] + "y"] = None
            if ending != "es":
                found[stem + "e"] = None
    return tuple(found)


@lru_cache(maxsize=512)
def tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The words of `text` with their readings.

    >>> [(t.key, t.clause) for t in tokens("No, he can't.", "en")]
    [('no', 0), ('he', 1), ("can't", 1)]
    """
    found: list[Token] = []
    sentence = clause = end = 0
    for word in arabic.words(text) if language == "ar" else english.words(text):
        between = text[end : word.start]
        if found and len(between) > 1:
            if _SENTENCE_END.search(between):
                sentence += 1
                clause += 1
            elif _CLAUSE_END.search(between):
                clause += 1
        end = word.end
        if language == "ar":
            key = _hamza(text[word.start : word.end], word.key)
            readings, bare = arabic_readings(key), bare_readings(key)
        else:
            key, readings, bare = word.key, english_readings(word.key), (word.key, word.key.split("'")[0])
        found.append(Token(word.start, word.end, key, readings, bare, sentence, clause))
    return tuple(found)


def _hamza(written: str, key: str) -> str:
    """`key`, but ألا (that not) kept apart from إلا (except), which folding would make one."""
    return key.replace("الا", "أن_لا") if key in ("الا", "والا", "بالا") and "أ" in written else key


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
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for parts, given in labels.items():
            self._by_first.setdefault(parts[0].lstrip("="), []).append((parts, tuple(given)))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Token]) -> list[Mention]:
        """All phrases of the list in `words` (of one text), from left to right, no word used twice."""
        found: list[Mention] = []
        used: set[int] = set()
        for i, word in enumerate(words):
            if i in used:
                continue
            best: tuple[tuple[int, ...], tuple[str, ...]] | None = None
            for reading in word.readings:
                for parts, labels in self._by_first.get(reading, ()):
                    if best and len(parts) <= len(best[0]):
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
    if part == _GAP:
        return part
    word = part.removeprefix("=")
    if language == "en":
        return ("=" if word != part else "") + english.fold(word)
    key = _hamza(word, arabic.fold(word))
    return ("=" if word != part or len(key) < 3 or key in _PARTICLES else "") + key


def _match(parts: tuple[str, ...], words: Sequence[Token], i: int, used: set[int]) -> tuple[int, ...] | None:
    """The positions of `parts` in `words` from position `i` on, or None."""
    at: list[int] = []
    gap = False
    for part in parts:
        if part == _GAP:
            gap = True
            continue
        last = min(len(words), i + _GAP_WORDS + 1) if gap else min(len(words), i + 1)
        while i < last and (i in used or not _fits(part, words[i])):
            i += 1
        if i >= last or (at and words[i].sentence != words[at[0]].sentence):
            return None
        at.append(i)
        i += 1
        gap = False
    return tuple(at)


def _fits(part: str, word: Token) -> bool:
    return part[1:] in word.bare if part[0] == "=" else part in word.readings


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the word list `lexicon/<name>.tsv` without its heading and its `#` lines."""
    text = files("toolkit.text.lexicon").joinpath(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(row) for row in csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


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


def find(name: str, text: str, language: Language) -> list[Mention]:
    """The phrases of the list `name` in `text`.

    >>> [m.label for m in find("negators", "they are not here", "en")]
    ['no']
    """
    return lexicon(name, language).find(tokens(text, language))
