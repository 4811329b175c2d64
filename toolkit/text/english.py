"""English words: keys for comparing, never a changed text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`, with its folded `key`."""

    start: int
    end: int
    key: str


def fold(text: str) -> str:
    """The key of `text` for comparing: lower case, accents removed, straight apostrophes.

    >>> fold("Erdoğan\u2019s café")
    "erdogan's cafe"
    """
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def words(text: str) -> list[Word]:
    """The words of an English text with their spans and folded keys; contractions stay one word.

    >>> [w.key for w in words("We've “certainly” no plans—none.")]
    ["we've", 'certainly', 'no', 'plans', 'none']
    """
    return [Word(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]
