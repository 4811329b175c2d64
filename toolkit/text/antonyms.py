"""Opposites: words of the two poles of an opposition (rise and fall, accept and reject) in either language.

The list `lexicon/antonyms.tsv` has one opposition a line, with the words of each pole in English and Arabic.
A word may stand in several oppositions; its mention carries the labels of all (`3+`: first pole of line 3).
"""

from __future__ import annotations

from functools import cache, lru_cache

from toolkit.text.phrases import Language, Mention, Phrases, rows, tokens

_COLUMNS: dict[Language, tuple[int, int]] = {"en": (0, 1), "ar": (2, 3)}


@cache
def _lexicon(language: Language) -> Phrases:
    entries = [
        (phrase, f"{number}{pole}")
        for number, row in enumerate(rows("antonyms"))
        for column, pole in zip(_COLUMNS[language], "+-", strict=True)
        for phrase in row[column].split("|")
    ]
    return Phrases(entries, language)


@lru_cache(maxsize=512)
def poles(text: str, language: Language) -> tuple[Mention, ...]:
    """The words of `text` that stand at a pole of an opposition, from left to right.

    >>> [text[m.start:m.end] for text in ["Prices fell in the north"] for m in poles(text, "en")]
    ['fell', 'north']
    """
    return tuple(_lexicon(language).find(tokens(text, language)))
