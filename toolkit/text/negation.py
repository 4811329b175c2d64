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

FLIPPING = frozenset({"no", "affix", "without", "lack", "deny", "refuse", "fail", "prevent", "stop", "exclude"})
"""Groups whose words turn a statement into its contrary."""

SILENT = frozenset({"still", "notonly", "doubtless", "soon", "only", "however"})
"""Groups whose negators deny nothing."""

_UN = re.compile(r"un(?!der|til|less|cle|i[ot]|ion|iv|if|iq)[a-z]{5,}")
_LESS = re.compile(r"[a-z]{3,}less(?:ly|ness)?")
_NOT_LESS = frozenset({"unless", "nevertheless", "nonetheless", "regardless", "doubtless", "wireless", "countless",
                       "endless", "priceless", "bless", "homeless"})  # fmt: skip
_NOT_UN = re.compile(r"unfortunate|unanim|unif")
_NUMBER_AFTER = re.compile(r"\W{0,2}\d")
_SUBJECTLESS = "يتنا"


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation: characters `start` to `end`, its group, whether it demands a counterpart.

    `words` are the positions of its words in the text, `at` is the relative position of the first (0 to 1).
    """

    start: int
    end: int
    group: str
    demands: bool
    words: tuple[int, ...]
    at: float

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
    found = _mentions(text, words, language)
    negations: list[Negation] = []
    for mention in found:
        group = mention.label
        demands = group == "no" and not _repeats(mention, words, negations, language)
        at = mention.words[0] / max(1, len(words) - 1)
        negations.append(Negation(mention.start, mention.end, group, demands, mention.words, at))
    return tuple(negations)


def _mentions(text: str, words: Sequence[Token], language: Language) -> list[Mention]:
    found = lexicon("negators", language).find(words)
    if language == "ar":
        return found
    found = [m for m in found if not (words[m.words[0]].key == "no" and _NUMBER_AFTER.match(text, m.end))]
    taken = {i for mention in found for i in mention.words}
    for i, word in enumerate(words):
        if i not in taken and _denies_by_affix(word.key):
            found.append(Mention(word.start, word.end, ("affix",), (i,)))
    return sorted(found, key=lambda mention: mention.words)


def _denies_by_affix(key: str) -> bool:
    return bool((_UN.fullmatch(key) and not _NOT_UN.match(key)) or (_LESS.fullmatch(key) and key not in _NOT_LESS))


def _repeats(mention: Mention, words: Sequence[Token], before: list[Negation], language: Language) -> bool:
    """Whether a negator only carries on an earlier one (ولا before a noun, `no bread, no water`)."""
    first = words[mention.words[0]]
    earlier = [n for n in before if n.flips and words[n.words[0]].sentence == first.sentence]
    if not earlier:
        return False
    if language == "ar":
        after = words[mention.words[-1] + 1].key if mention.words[-1] + 1 < len(words) else ""
        return first.key == "ولا" and after[:1] not in _SUBJECTLESS
    return first.key == "no" and words[mention.words[0] - 1].key in ("and", "or") or first.key == "neither"
