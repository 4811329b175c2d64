"""Names across scripts: is this Arabic word that English name, and which known names does a text hold.

Arabic writes consonants and long vowels; English spells the same sounds in many ways. `same_name` aligns the
letters of both by the cheapest path (edit distance, Wagner and Fischer 1974), where a table of sounds
(`lexicon/sounds.tsv`) says what each Arabic letter may become and at what cost. `name_keys` are consonant
skeletons, in the way of Soundex (Russell 1918), that let unlike names be skipped without aligning them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from toolkit.text import arabic, english
from toolkit.text.rows import rows

NameKind = Literal["person", "city", "country", "organisation", "demonym"]

SHORT_VOWEL = 0.08
"""Cost of an English vowel that Arabic does not write."""
LONG_VOWEL = 0.3
"""Cost of an Arabic long vowel that English does not write."""
OTHER = 1.0
"""Cost of a consonant without partner."""

_PARTICLES = frozenset(
    ["al", "el", "ul", "ad", "ash", "bin", "ben", "ibn", "bint", "de", "la", "le", "van", "von", "der", "den",
     "di", "da", "dos", "the", "abu"]
)  # fmt: skip
_ARABIC_PARTICLES = frozenset(["بن", "ابن", "بنت", "دي", "دو", "فان", "فون", "دا", "لا", "ال", "ديل", "دير"])


@dataclass(frozen=True, slots=True)
class Name:
    """A known name found in a text: `text[start:end]`; `key` is the same for both languages."""

    start: int
    end: int
    kind: NameKind
    key: str


@cache
def _sounds() -> dict[str, tuple[tuple[str, float], ...]]:
    """Arabic letters (one or two), each with the English spellings it may have and their costs."""
    table: dict[str, list[tuple[str, float]]] = {}
    for letters, cost, spellings in rows("sounds.tsv"):
        table.setdefault(arabic.fold(letters), []).extend((s, float(cost)) for s in spellings.split())
    return {letters: tuple(found) for letters, found in table.items()}


_LETTERS = re.compile(r"[^a-z]")
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1")


@lru_cache(maxsize=32768)
def _english_letters(word: str) -> str:
    return _DOUBLE.sub(r"\1", _LETTERS.sub("", english.fold(word).removesuffix("'s")))


def _path_cost(source: str, target: str) -> float:
    """The cheapest alignment of folded Arabic letters with English letters."""
    sounds = _sounds()
    width = len(target) + 1
    best = [[99.0] * width for _ in range(len(source) + 1)]
    best[0][0] = 0.0
    for i in range(len(source) + 1):
        row = best[i]
        moves = [(n, sounds.get(source[i : i + n], ())) for n in (1, 2) if i + n <= len(source)]
        skip = LONG_VOWEL if source[i : i + 1] in "اويهع" else OTHER
        for j in range(width):
            cost = row[j]
            if cost > 6:
                continue
            if j + 1 < width:
                letter = target[j]
                step = SHORT_VOWEL if letter in "aeiou" else 0.4 if letter in "hyw" else OTHER
                row[j + 1] = min(row[j + 1], cost + step)
            if i < len(source):
                best[i + 1][j] = min(best[i + 1][j], cost + skip)
            for n, spellings in moves:
                for spelling, price in spellings:
                    if target.startswith(spelling, j):
                        k = j + len(spelling)
                        best[i + n][k] = min(best[i + n][k], cost + price)
    return best[-1][-1]


def _weight(source: str, target: str) -> float:
    """How much sound there is to compare: consonants count fully, vowels a little."""
    ar = sum(0.35 if c in "اويهع" else 1.0 for c in source)
    en = sum(0.2 if c in "aeiou" else 1.0 for c in target)
    return max(1.5, (ar + en) / 2)


@lru_cache(maxsize=65536)
def _same_word(source: str, target: str) -> float:
    forms = {source, *arabic.bare_forms(source)} if len(source) > 3 else {source}
    letters = _english_letters(target)
    if not letters:
        return 0.0
    return max(max(0.0, 1 - 1.6 * _path_cost(form, letters) / _weight(form, letters)) for form in forms)


def _arabic_words(text: str) -> list[str]:
    """The folded words of a name, عبد joined to what follows, بن and the like left out."""
    found: list[str] = []
    for word in arabic.words(text):
        if found and found[-1] in ("عبد", "ابو"):
            found[-1] += word.key
        elif word.key not in _ARABIC_PARTICLES:
            found.append(word.key)
    return found


_ABD = re.compile(r"\b(abd|abdul|abdel|abdal|abu|abou)[ -]+(?:(?:al|el|ul|ar|as|ad|ash)[ -]+)?(?=\w)", re.I)


def english_name_words(text: str) -> list[str]:
    """The folded words of an English name, Abd and Abu joined to what follows, al-, bin and such left out.

    >>> english_name_words("Abd al-Rahman bin Saleh")
    ['abdrahman', 'saleh']
    """
    joined = _ABD.sub(r"\1", text)
    joined = re.sub(r"\b[OD]['’](?=[A-Z])", lambda m: m.group()[0], joined)
    return [w.key for w in english.words(joined) if w.key not in _PARTICLES]


def same_name(source: str, target: str) -> float:
    """How surely an Arabic name and an English one are the same, 0 to 1.

    Words are compared in order; a family name alone may stand for the full name, a first name alone less
    surely. Around 0.75 the answer is doubtful.

    >>> same_name("نتنياهو", "Netanyahu") > 0.9, same_name("كيربي", "John Kirby") > 0.9
    (True, True)
    >>> same_name("كيربي", "Pat Ryder") < 0.5, same_name("القذافي", "Gaddafi") > 0.8
    (True, True)
    """
    ar, en = _arabic_words(source), english_name_words(target)
    if not ar or not en:
        return 0.0
    if len(ar) == len(en) == 1:
        return _same_word(ar[0], en[0])
    whole = _same_word("".join(ar), "".join(en))
    few, many = min(len(ar), len(en)), max(len(ar), len(en))
    best = 0.0
    for chosen in itertools.combinations(range(many), few):
        likeness = [
            _same_word(*((a, en[i]) if len(ar) == few else (ar[i], a)))
            for a, i in zip(ar if len(ar) == few else en, chosen, strict=True)
        ]
        family = few > 1 or chosen[-1] == many - 1
        best = max(best, (1.0 if family else 0.75) * (min(likeness) + sum(likeness) / few) / 2)
        if few > 3:
            break
    return max(whole, best)


_SKELETON = {
    **dict.fromkeys("بpb", "b"), **dict.fromkeys("تطدضtd", "t"), **dict.fromkeys("سصزشszش", "s"),
    **dict.fromkeys("كقخغkqgx", "k"), **dict.fromkeys("رr", "r"), **dict.fromkeys("لl", "l"),
    **dict.fromkeys("مm", "m"), **dict.fromkeys("نn", "n"), **dict.fromkeys("فfv", "f"),
    **dict.fromkeys("ثذظ", "ts"), **dict.fromkeys("جjc", "ks"),
}  # fmt: skip


@lru_cache(maxsize=65536)
def name_keys(word: str) -> frozenset[str]:
    """Coarse keys of a folded word, Arabic or English: names that share none are not the same.

    >>> name_keys("كيربي").isdisjoint(name_keys("kirby")), name_keys("كيربي").isdisjoint(name_keys("ryder"))
    (False, True)
    """
    if not arabic.has_arabic(word):
        plain = re.sub("tch|tsch|ch", "c", _english_letters(word).replace("ph", "f").replace("sch", "s"))
        plain = plain.replace("th", "ث").replace("dh", "ذ").replace("g", "j")
        return _skeletons(plain) | _skeletons(plain.replace("z", "ts"))
    forms = arabic.bare_forms(word) if len(word) > 3 else [word]
    return frozenset().union(*(_skeletons(form.replace("تش", "ج").replace("غ", "ج")) for form in forms))


def _skeletons(letters: str) -> frozenset[str]:
    classes = [_SKELETON[c] for c in letters if c in _SKELETON][:3]
    return frozenset("".join(way) for way in itertools.product(*classes)) if classes else frozenset({""})


@cache
def _known(language: str) -> dict[str, list[tuple[tuple[str, ...], NameKind, str]]]:
    """Known names by their first word: the words of each, its kind and key."""
    table: dict[str, list[tuple[tuple[str, ...], NameKind, str]]] = {}
    kinds: dict[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
    aliases = {name: names for names in rows("name-aliases.tsv") for name in names}
    for kind, listed, *forms in rows("names.tsv"):
        also = aliases.get(listed, [listed])
        name = also[0]
        for form in forms if language == "ar" else also:
            words = tuple(key for _, _, key in _words(form, language))
            table.setdefault(words[0], []).append((words, kinds[kind], name))
            if kind == "demonym" and language == "ar":
                words = tuple("ال" + word for word in words)
                table.setdefault(words[0], []).append((words, kinds[kind], name))
    for same_start in table.values():
        same_start.sort(key=lambda entry: -len(entry[0]))
    return table


def _words(text: str, language: str) -> list[tuple[int, int, str]]:
    if language == "ar":
        return [(word.start, word.end, word.key) for word in arabic.words(text)]
    return [(word.start, word.end, word.key.removesuffix("'s")) for word in english.words(text)]


def _forms(key: str, language: str) -> list[str]:
    """The word, and what it is without attached particles; the article stays, it is part of the name."""
    if language == "en" or len(key) < 4:
        return [key]
    forms = arabic.bare_forms(key)
    return [form for form in forms if "ال" + form not in forms and "س" + form not in forms]


def find_names(text: str, language: Literal["ar", "en"]) -> list[Name]:
    """The known names of a text, longest first where two begin at one word, none inside another.

    >>> [(name.kind, name.key) for name in find_names("وزار بوتين بكين والولايات المتحدة", "ar")]
    [('city', 'Beijing'), ('country', 'United States')]
    >>> [name.key for name in find_names("Beijing warned the United States.", "en")]
    ['Beijing', 'United States']
    """
    table, found, skip_to = _known(language), [], 0
    words = _words(text, language)
    for number, (start, _, first) in enumerate(words):
        if number < skip_to or (language == "en" and not text[start].isupper()):
            continue
        following = [key for _, _, key in words[number + 1 : number + 8]]
        names = (_name_at(table.get(form, ()), following) for form in _forms(first, language))
        best = next((name for name in names if name), None)
        if best:
            length, kind, name = best
            skip_to = number + length
            found.append(Name(start, words[skip_to - 1][1], kind, name))
    return found


def _name_at(
    names: Sequence[tuple[tuple[str, ...], NameKind, str]], following: Sequence[str]
) -> tuple[int, NameKind, str] | None:
    for words, kind, key in names:
        if list(words[1:]) == list(following[: len(words) - 1]):
            return len(words), kind, key
    return None
