"""Conditions: if, unless, provided that; إذا، ما لم، شريطة."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from toolkit.text import arabic, english
from toolkit.text.rows import rows

_PREFIX = re.compile("^[وف]")
_TANWIN = "\u064b"
_IF = "=ان"
"""How the list writes إن, folded."""


class Condition(NamedTuple):
    """A word or phrase that makes a statement conditional: `text[start:end]`."""

    start: int
    end: int


@cache
def _phrases(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a language by their role, as folded words."""
    fold = arabic.fold if language == "ar" else english.fold
    return {
        role: tuple(tuple(fold(phrase).split()) for phrase in phrases.split("|"))
        for code, role, phrases in rows("conditions.tsv")
        if code == language
    }


def conditions(text: str, language: Literal["ar", "en"]) -> list[Condition]:
    """The clear conditions of a text, in order; "as if", "ask if" and the like are none.

    >>> [Condition(*c) for c in conditions("We'll come if they ask if we can, unless it rains.", "en")]
    [Condition(start=11, end=13), Condition(start=34, end=40)]
    """
    words = _words(text, language)
    phrases = _phrases(language)
    excluded = {place for found in phrases["not"] for place in _places(words, found)}
    clear = sorted({place for found in phrases["clear"] for place in _places(words, found)})
    return [
        Condition(*place) for place in clear if not any(s <= place[0] and place[1] <= e for s, e in excluded)
    ]


def may_be_conditional(text: str, language: Literal["ar", "en"]) -> bool:
    """Whether some word of a text may render a condition of the other language.

    >>> may_be_conditional("سنعود عندما يتوفر المال", "ar"), may_be_conditional("سنعود في الربيع", "ar")
    (True, False)
    """
    words = _words(text, language)
    return any(_places(words, phrase) for phrase in _phrases(language)["loose"])


def _words(text: str, language: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Start, end and the forms of each word: Arabic ones also without an attached و or ف.

    The Arabic إذاً (so, then) is no إذا (if) and is left out; إن (if, indeed) is told from أن (that) by its
    hamza, which folding removes.
    """
    if language == "en":
        return [(word.start, word.end, (word.key,)) for word in english.words(text)]
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for word in arabic.words(text):
        written = text[word.start : word.end]
        if _TANWIN not in written:
            forms = (word.key, _PREFIX.sub("", word.key))
            found.append((word.start, word.end, (*forms, _IF) if _PREFIX.sub("", written) == "إن" else forms))
    return found


def _places(words: list[tuple[int, int, tuple[str, ...]]], phrase: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words of `phrase` stand in a row."""
    found = []
    for i in range(len(words) - len(phrase) + 1):
        if all(wanted in words[i + k][2] for k, wanted in enumerate(phrase)):
            found.append((words[i][0], words[i + len(phrase) - 1][1]))
    return found
