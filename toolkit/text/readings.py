"""The readings of an inflected word: the keys under which a word list may hold it.

Arabic hangs particles, pronouns and endings on a word, English adds endings. A list gives the base form
(perfect, verbal noun, singular); readings that no list holds do no harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from toolkit.text import arabic

_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_ENDINGS = ("تان", "تين", "وا", "ون", "ين", "ان", "ات", "تا", "تم", "يه", "ت", "ا", "ه", "ن", "و", "نا", "ي")
_NO_STEMS = ("not", "nor", "non", "for", "and")
_CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}


@lru_cache(maxsize=1 << 16)
def bare_readings(key: str) -> tuple[str, ...]:
    """The folded Arabic word without the particles at its front, itself first.

    >>> bare_readings("ولم"), bare_readings("بدون")
    (('ولم', 'لم'), ('بدون', 'دون'))
    """
    fronts = dict.fromkeys(arabic.bare_forms(key))
    if len(key) > 2 and key[0] in "وف":
        fronts[key[1:]] = None
    return tuple(fronts)


@lru_cache(maxsize=1 << 16)
def arabic_readings(key: str) -> tuple[str, ...]:
    """The keys under which a word list may hold the folded Arabic word `key`, itself first.

    Particles are taken from the front (و ف ب ل ك س ال), pronouns and endings from the end; an imperfect is
    turned to its third person (ترتفع, نرتفع: يرتفع).

    >>> "يرتفع" in arabic_readings("وسترتفعان"), "زياده" in arabic_readings("للزياده")
    (True, True)
    """
    fronts = dict.fromkeys(bare_readings(key))
    found = dict(fronts)
    for front in fronts:
        for rest in _without_endings(front):
            found[rest] = None
    for verb in _verbs(key):
        third = "ي" + verb[1:]
        found[third] = None
        for rest in _without_endings(third):
            found[rest] = None
    return tuple(found)


def _verbs(key: str) -> Iterable[str]:
    """What of `key` may be an imperfect: less و ف, less ل (that it may), less س (will)."""
    verb = key[1:] if len(key) > 4 and key[0] in "وف" else key
    for front in ("", "س", "ل"):
        rest = verb.removeprefix(front)
        persons = "يتن" if front == "ل" else "يتنا"
        if verb.startswith(front) and len(rest) > 3 and rest[0] in persons:
            yield rest


def _without_endings(word: str) -> Iterable[str]:
    """The word less a pronoun, less an ending, less both; feminine ت before a pronoun becomes ه again."""
    stems = [word]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 3:
            stem = word[: -len(pronoun)]
            stems.append(stem)
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"
            yield stem
    for stem in stems:
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                yield stem[: -len(ending)]


@lru_cache(maxsize=1 << 16)
def english_readings(key: str) -> tuple[str, ...]:
    """The keys under which a word list may hold the folded English word `key`, itself first.

    Endings (-s -es -ed -ing -er -est) are taken off with the usual changes of spelling; a contraction gives
    its parts (`can't`: can, not).

    >>> english_readings("can't")
    ("can't", 'can', 'not')
    >>> "drop" in english_readings("dropped"), "deny" in english_readings("denies")
    (True, True)
    """
    found = {key: None}
    if key == "cannot":
        return ("cannot", "can", "not")
    if key.endswith("n't"):
        return (key, _CONTRACTED.get(key, key[:-3]), "not")
    stem, mark, tail = key.partition("'")
    if mark:
        found[stem] = None
        found["'" + tail] = None
        if tail == "ll":
            found["will"] = None
        key = stem
    for ending in ("s", "es", "d", "ed", "ing", "er", "est"):
        stem = key[: -len(ending)]
        if not key.endswith(ending) or len(stem) < 3 or stem in _NO_STEMS:
            continue
        if ending == "d" and stem[-1] != "e":
            continue
        found[stem] = None
        if ending in ("ed", "ing", "er", "est", "es"):
            if stem[-1] == stem[-2]:
                found[stem[:-1]] = None
            if stem[-1] == "i":
                found[stem[:-1] + "y"] = None
            if ending != "es":
                found[stem + "e"] = None
    return tuple(found)
