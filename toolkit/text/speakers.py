"""Whether an Arabic and an English description of a speaker can be the same person.

A speaker is given as a name, a name with a function, or a function alone; only names are compared. A word
is taken for part of a name when it is not in the list of titles, offices, bodies and places
(`lexicon/function-words.txt`), and the word table either lacks it or translates it by its sound.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from toolkit.text import arabic, english
from toolkit.text.names import english_name_words, same_name
from toolkit.text.wordtable import stop_words, word_table

_SAME = 0.7


@cache
def _function_words() -> frozenset[str]:
    return frozenset((files("toolkit.text") / "lexicon" / "function-words.txt").read_text("utf-8").split())


_IN_MARKS = re.compile(r"[«“\"][^»”\"]*[»”\"]")


def _arabic_name(text: str) -> list[str]:
    """The words of a person's name; what stands in marks is the name of a company or a paper."""
    plain = _IN_MARKS.sub(" ", text)
    return [word.key for word in arabic.words(plain) if _is_arabic_name(word.key)]


@lru_cache(maxsize=8192)
def _is_arabic_name(key: str) -> bool:
    if key in stop_words("ar") or not _function_words().isdisjoint(arabic.bare_forms(key)):
        return False
    translations = word_table().translations(word_table().stem(key))
    best = sorted(translations, key=lambda word: -translations[word])[:3]
    if not word_table().knows(word_table().stem(key)) or not best:
        return True
    return any(same_name(key, word) >= _SAME for word in best)


def _english_name(text: str) -> list[str]:
    capitals = {w.key for w in english.words(text) if text[w.start].isupper()}
    words = english_name_words(text)
    joined = {w for w in words if w not in capitals and w.startswith(("abd", "abu", "abou", "o", "d"))}
    named = [w for w in words if w in capitals or w in joined]
    others = [w for w in named if w not in _function_words()]
    # A family name may be a function word (Toby Grant), but not beside a function (Prime Minister).
    return named if others and others == named[:-1] and len(named) == len(words) else others


@lru_cache(maxsize=8192)
def same_speaker(source: str, reference: str) -> float | None:
    """How surely two descriptions mean one person, 0 to 1; None where one of them holds no name.

    The family name (the last one) decides; a first name alone proves little.

    >>> same_speaker("جون كيربي، منسق الاتصالات الاستراتيجية", "John Kirby") > 0.9
    True
    >>> same_speaker("نضال العبابنة، وزير المياه", "Samiha al-Fayez") < 0.1
    True
    >>> same_speaker("المسؤول", "John Kirby"), same_speaker("كيربي", "the official")
    (None, None)
    """
    en = _english_name(reference.split(",")[0]) or _english_name(reference)
    words = [word.key for word in arabic.words(source) if word.key not in stop_words("ar")]
    ar = _arabic_name(source)
    if not words or not en:
        return None
    whole = max(same_name(" ".join(words[i : i + len(en)]), " ".join(en)) for i in range(len(words)))
    likeness = [max(same_name(word, name) for word in words) for name in en]
    family, others = likeness[-1], likeness[:-1]
    if whole >= _SAME or (family >= _SAME and (len(ar) <= 1 or not others or max(others) >= _SAME)):
        return max(whole, family)
    if family >= _SAME:
        return 0.6  # the same family, perhaps another member
    if others and max(others) >= _SAME:
        return 0.5 if len(ar) <= 1 else 0.3
    return 0.05 if ar else None
