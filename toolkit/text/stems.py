"""Light stems: keys under which the inflected forms of a word meet.

Arabic: the *light stemming* of Larkey, Ballesteros and Connell (2002, "Improving stemming for Arabic
information retrieval"), that is attached particles, article and common endings removed, with one list more:
words whose first letter looks like a particle and is none (وزير, بلاد), learnt from text by counting
(`scripts/build_wordtable.py`). English: steps 1 and 5 of Porter (1980, "An algorithm for suffix
stripping"), irregular forms from a list, British and American spelling made one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from toolkit.text.rows import rows

_ENDINGS = (
    "تهما", "تهم", "تها", "تنا", "اتها", "اتهم", "اتنا", "هما", "هم", "ها", "نا", "تين", "تان", "يون", "يين",
    "يات", "يه", "ات", "ان", "ون", "ين", "وا", "ته", "ه", "ي", "ت",
)  # fmt: skip
_LONGEST_FIRST = sorted(_ENDINGS, key=len, reverse=True)

_RADICAL_AL = frozenset(
    [
        "الغاء", "الغي", "القاء", "القي", "الهام", "الزام", "الزم", "التزام", "التزم", "التقاء",
        "التقي", "التق", "التحاق", "التحق", "التهاب", "التماس", "التفاف", "التفات", "الحاق", "الحاح",
        "المان", "المانيا", "الكترون", "العاب", "الاف", "الوان", "الله", "الان", "الذي", "الذ",
        "التي",
    ]
)  # fmt: skip
"""Words whose first letters ال are their own (إلغاء, التزام)."""

_ARTICLE = re.compile(r"[وف]?[بك]?(?:ال|(?<!ب)لل)")


def _without_ending(key: str) -> str:
    article = _ARTICLE.match(key)
    least = 3 + (article.end() if article else 0)
    for ending in _LONGEST_FIRST:
        # Three letters before ان or ون are more often part of the word (لبنان, قانون) than a stem.
        if key.endswith(ending) and len(key) - len(ending) >= least + (ending in ("ان", "ون")):
            return key[: -len(ending)]
    return key


def _takes_particle(key: str) -> bool:
    """Whether the first letter of `key` can be an attached particle at all."""
    if len(key) < 4:
        return False
    return key[0] in "وفبلك" or (key[0] == "س" and key[1] in "يتنا" and len(key) > 4)


def arabic_candidates(key: str) -> list[str]:
    """The stems a folded Arabic word may have, from the whole word to the one without any particle.

    >>> arabic_candidates("وبالمدارس")
    ['وبالمدارس', 'بالمدارس', 'المدارس', 'مدارس']
    """
    rest = _without_ending(key)
    found = [rest]
    for _ in range(3):
        if rest.startswith("لل") and len(rest) > 4:
            rest = rest[2:]
            found.append(rest)
            return found
        if rest.startswith("ال") and len(rest) >= 4 and rest not in _RADICAL_AL:
            found.append(rest[2:])
            return found
        if not _takes_particle(rest):
            break
        rest = rest[1:]
        found.append(rest)
    return found


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("whole-words.txt"))


@lru_cache(maxsize=65536)
def arabic_stem(key: str) -> str:
    """The light stem of a folded Arabic word.

    >>> [arabic_stem(key) for key in ("وزيرها", "الوزير", "وبالمدارس", "للصحفيين", "والد", "وقالت")]
    ['وزير', 'وزير', 'مدارس', 'صحف', 'والد', 'قال']
    """
    candidates = arabic_candidates(key)
    whole = _whole_words()
    return next((form for form in candidates if form in whole), candidates[-1])


_PREFIXES = ("مست", "است", "يست", "تست", "نست", "مت", "ان", "ي", "ت", "ن", "م", "ا")
_WEAK = str.maketrans("", "", "اويء")


@lru_cache(maxsize=65536)
def arabic_root(stem: str) -> str:
    """The three or more consonants that related words share, "" where too little is left.

    A rough key, for when the stem is unknown: verbs and their nouns meet (خفض, انخفاض, تخفيض, ينخفض).

    >>> [arabic_root(stem) for stem in ("انخفاض", "تخفيض", "ينخفض", "خفض", "باب")]
    ['خفض', 'خفض', 'خفض', 'خفض', '']
    """
    rest = stem
    for _ in range(2):
        for prefix in _PREFIXES:
            if rest.startswith(prefix) and len(rest.translate(_WEAK)) - len(prefix.translate(_WEAK)) >= 3:
                rest = rest[len(prefix) :]
                break
    rest = rest.translate(_WEAK)
    return rest if len(rest) >= 3 else ""


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in rows("english-irregular.tsv") for form in forms.split()}


_VOWELS = frozenset("aeiouy")


def _without_ed_ing(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 2 and _VOWELS.intersection(rest):
            doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _one_spelling(word: str) -> str:
    if len(word) > 4:
        if word.endswith("our"):
            word = word[:-3] + "or"
        elif word.endswith("tre"):
            word = word[:-2] + "er"
        word = word.replace("isation", "ization")
        if word.endswith(("ise", "yse")):
            word = word[:-2] + "ze"
        elif word.endswith("is") and len(word) > 5:
            word = word[:-1] + "z"
    return word


@lru_cache(maxsize=65536)
def english_stem(key: str) -> str:
    """The light stem of a folded English word (a key, not always a word).

    >>> [english_stem(key) for key in ("cities", "city", "agreed", "agree", "organised", "organizes", "went")]
    ['citi', 'citi', 'agre', 'agre', 'organiz', 'organiz', 'go']
    >>> [english_stem(key) for key in ("certainly", "stopped", "neighbours", "neighbor", "women's")]
    ['certain', 'stop', 'neighbor', 'neighbor', 'woman']
    """
    word = key.split("'")[0] if "'" in key[1:] else key
    word = _irregular().get(word, word)
    if len(word) <= 3:
        return word
    word = _singular(word)
    word = _irregular().get(word, word)
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    word = _one_spelling(_without_ed_ing(word))
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("ll"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
