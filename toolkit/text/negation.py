"""What a sentence denies: negators, words that deny by meaning, and negators that deny nothing.

The groups are those of the list `lexicon/negators.tsv`. A negation *demands* a counterpart in a translation
when it is a negator proper (لا, not). A word such as `refuse`, `without`, غير may stand for one, or be
rendered by a synonym; it only *absorbs* a negator of the other side. Fixed phrases in which a negator denies
nothing (لا يزال: still; not only; لا ... إلا: only) do neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.text.phrases import Language, Mention, Token, lexicon, tokens

FLIPPING = frozenset(
    {"no", "affix", "without", "lack", "deny", "refuse", "fail", "prevent", "stop", "exclude"}
)
"""Groups whose words turn a statement into its contrary."""

SILENT = frozenset({"still", "notonly", "doubtless", "soon", "only", "however"})
"""Groups whose negators deny nothing."""

_UN = re.compile(r"un(?!der|til|less|cles?$|i(?![nmd])|to$|fortunate|anim)[a-z]{4,}")
_LESS = re.compile(r"(?!unl|neverth|noneth|regard|doubt|count|end|price|home)[a-z]{3,}less(?:ly|ness)?")
_NUMBER_AFTER = re.compile(r"\W{0,2}\d")
_CARRIED_ON = 8  # words within which ولا, `or no` go on with a denial


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation: characters `start` to `end`, its group, whether it demands a counterpart.

    `words` are the positions of its words in the text, `at` is the relative position of the first (0 to 1),
    `step` the distance from one word to the next.
    """

    start: int
    end: int
    group: str
    demands: bool
    words: tuple[int, ...]
    at: float
    step: float

    @property
    def flips(self) -> bool:
        """Whether it turns the statement into its contrary."""
        return self.group in FLIPPING


@lru_cache(maxsize=512)
def negations(text: str, language: Language) -> tuple[Negation, ...]:
    """The negations of `text` and their look-alikes, from left to right.

    >>> [(n.group, n.demands) for n in negations("لا يزال يقول إنه لن يبيع", "ar")]
    [('still', False), ('no', True)]
    >>> [(n.group, n.demands) for n in negations("Not only that: it's unlawful, isn't it?", "en")]
    [('notonly', False), ('affix', False), ('no', True)]
    """
    words = tokens(text, language)
    step = 1 / max(1, len(words) - 1)
    found: list[Negation] = []
    for mention in _mentions(text, words, language):
        group = mention.label
        demands = group == "no" and not _repeats(mention, words, found)
        at = mention.words[0] * step
        found.append(Negation(mention.start, mention.end, group, demands, mention.words, at, step))
    return tuple(found)


def _mentions(text: str, words: Sequence[Token], language: Language) -> list[Mention]:
    found = lexicon("negators", language).find(words)
    if language == "ar":
        return found
    found = [m for m in found if not (text[m.start : m.end] == "No" and _NUMBER_AFTER.match(text, m.end))]
    taken = {i for mention in found for i in mention.words}
    for i, word in enumerate(words):
        if i not in taken and _denies_by_affix(word.key):
            found.append(Mention(word.start, word.end, ("affix",), (i,)))
    return sorted(found, key=lambda mention: mention.words)


def _denies_by_affix(key: str) -> bool:
    return bool(_UN.fullmatch(key) or _LESS.fullmatch(key))


def _repeats(mention: Mention, words: Sequence[Token], before: list[Negation]) -> bool:
    """Whether a negator only carries on an earlier one (لا خبز ولا ماء, `no bread and no water`)."""
    at = mention.words[0]
    if not any(n.demands and at - n.words[-1] <= _CARRIED_ON for n in before):
        return False
    if words[at].key in ("no", "not"):
        return words[at - 1].key in ("and", "or")
    return words[at].key in ("ولا", "ولم", "ولن")
