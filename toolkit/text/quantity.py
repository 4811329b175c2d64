"""Quantity words: all, most, many, some, few, only, at least, more than, slightly, half, double.

Labels and words are those of `lexicon/quantity.tsv`; a label with `~` marks a word that may render the notion
without expressing it by itself. Numbers are not looked at here.
"""

from __future__ import annotations

from functools import lru_cache

from toolkit.text.phrases import Language, Mention, find


@lru_cache(maxsize=512)
def quantities(text: str, language: Language) -> tuple[Mention, ...]:
    """The quantity words of `text` from left to right.

    >>> [m.label for m in quantities("معظم الناس، بل كلهم", "ar")]
    ['most', 'all']
    >>> [m.label for m in quantities("Few agreed, a few did not, nearly all left", "en")]
    ['few', 'some', 'almostall']
    """
    return tuple(find("quantity", text, language))
