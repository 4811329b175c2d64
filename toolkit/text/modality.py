"""How sure or how binding a statement is: the modal words of a sentence.

Labels and words are those of `lexicon/modals.tsv`; a label with `~` marks a word that may render the notion
without expressing it by itself (`could` for قد, حق for `should`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from toolkit.text.phrases import Language, Mention, Token, lexicon, tokens

_IMPERFECT = "يتن"


@lru_cache(maxsize=512)
def modals(text: str, language: Language) -> tuple[Mention, ...]:
    """The modal words of `text` from left to right.

    قد before an imperfect is `may`, before a perfect it is no modal.

    >>> [m.label for m in modals("قد يصل غدا وقد تم الاتفاق", "ar")]
    ['may', 'none']
    >>> [m.label for m in modals("They might come in May, but must not", "en")]
    ['may', 'none', 'forbidden']
    """
    words = tokens(text, language)
    found = lexicon("modals", language).find(words)
    if language == "ar":
        found = sorted([*found, *_possibly(words, found)], key=lambda mention: mention.words)
    return tuple(found)


def _possibly(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """قد before an imperfect; what a listed phrase has taken already is left alone.

    With ن in front the verb may as well be a perfect (نجح); the common perfects in ت are in the list.
    """
    taken = {i for mention in found for i in mention.words}
    return [
        Mention(word.start, verb.end, ("may" if verb.key[0] in "يت" else "~may",), (i,))
        for i, (word, verb) in enumerate(pairwise(words))
        if i not in taken and word.bare[-1] == "قد" and verb.key[0] in _IMPERFECT and len(verb.key) > 2
    ]
