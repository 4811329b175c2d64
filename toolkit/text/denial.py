"""How far a denial goes: "certainly no sign", "no sign", "no confirmed sign".

A word of certainty outside the negation makes the denial stronger ("there are certainly no signs"); the same
word inside it, as an adjective of what is denied, makes it weaker ("there are no confirmed signs": there may
be unconfirmed ones). Machine translation takes the one for the other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from toolkit.text import arabic, english
from toolkit.text.rows import rows

Strength = Literal["strong", "plain", "qualified"]

_REACH = 4
"""Words between a negation and the adjective that still qualifies what is denied."""

_SENTENCE = re.compile(r"[.!?؟;؛]")
_ENDINGS = ("", "ه", "ين", "ات", "ا")
"""Of an Arabic adjective, folded: feminine, plurals, accusative."""


class Denial(NamedTuple):
    """A negation, `text[start:end]` with the word that makes it stronger or weaker."""

    start: int
    end: int
    strength: Strength


class _Word(NamedTuple):
    start: int
    end: int
    negation: bool
    qualifier: bool
    sure_before: bool
    sure_after: bool
    stop: bool


def denials(text: str, language: Literal["ar", "en"]) -> list[Denial]:
    """The denials of a text, in order.

    >>> [d.strength for d in denials("There is no sign of that, and certainly no sign of this.", "en")]
    ['plain', 'strong']
    >>> [d.strength for d in denials("لا توجد مؤشرات مؤكدة على ذلك", "ar")]
    ['qualified']
    """
    words = _words(text, language)
    return [_denial(words, i) for i, word in enumerate(words) if word.negation]


def _denial(words: list[_Word], place: int) -> Denial:
    """The denial whose negation is `words[place]`."""
    word = words[place]
    for before in reversed(words[max(0, place - 3) : place]):
        if before.stop or before.negation:
            break
        if before.sure_before:
            return Denial(before.start, word.end, "strong")
    for after in words[place + 1 : place + 1 + 2 * _REACH]:
        if after.stop or after.negation:
            break
        near = after in words[place + 1 : place + 1 + _REACH]
        if after.qualifier and near:
            return Denial(word.start, after.end, "qualified")
        if after.sure_after:
            return Denial(word.start, after.end, "strong")
    return Denial(word.start, word.end, "plain")


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    """The word lists of a language by their role, folded."""
    listed = rows("denial.tsv")
    lists = {role: arabic.fold(words).split() for code, role, words in listed if code == language}
    if language == "ar":
        forms = [stem + ending for stem in lists["qualifier"] for ending in _ENDINGS]
        lists["qualifier"] = [*forms, *("ال" + form for form in forms)]
    return {role: frozenset(words) for role, words in lists.items()}


def _words(text: str, language: Literal["ar", "en"]) -> list[_Word]:
    lists = _lists(language)
    found = []
    previous = 0
    for word in arabic.words(text) if language == "ar" else english.words(text):
        key = word.key
        if language == "ar" and key[0] in "وف" and len(key) > 2:
            key = key[1:]
        negation = key in lists["negation"] or key.endswith("n't")
        stop = key in lists["break"] or _SENTENCE.search(text, previous, word.start) is not None
        qualifier, before, after = (key in lists[role] for role in ("qualifier", "before", "after"))
        found.append(_Word(word.start, word.end, negation, qualifier, before, after, stop))
        previous = word.end
    return found
