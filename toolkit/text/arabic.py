"""Arabic letters and words: keys for comparing, never a changed text.

A *key* of a word is what is left when everything is removed that Arabic typing leaves to taste: tatweel,
vowel marks, hamza on alef, final ya and ta marbuta, direction controls. Two spellings of a word have one key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ARABIC_LETTER = re.compile(r"[ء-غف-يٱ-ۓ]")

_DELETED = dict.fromkeys(
    [
        0x0640,  # tatweel
        *range(0x064B, 0x0660),  # vowel marks, shadda, sukun, hamza above and below
        0x0670,  # superscript alef
        *range(0x0610, 0x061B),  # signs
        *range(0x06D6, 0x06EE),  # Koranic marks
        0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF,  # direction and joining controls
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)  # fmt: skip

_FOLDED = {
    ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ٱ"): "ا",
    ord("ى"): "ي", ord("ی"): "ي", ord("ئ"): "ي", ord("ؤ"): "و",
    ord("ة"): "ه", ord("ک"): "ك", ord("ڤ"): "ف", ord("چ"): "ج", ord("پ"): "ب", ord("گ"): "ك",
}  # fmt: skip

_DIGITS = {0x0660 + i: str(i) for i in range(10)} | {0x06F0 + i: str(i) for i in range(10)}

_KEY = _DELETED | _FOLDED | _DIGITS

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f])*")


def fold(text: str) -> str:
    """The key of `text` for comparing; not the same length, so never use its offsets.

    >>> fold("الأُمّة") == fold("الامـــه")
    True
    >>> fold("١٢٣")
    '123'
    """
    return text.translate(_KEY)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`, with its folded `key`."""

    start: int
    end: int
    key: str


def words(text: str) -> list[Word]:
    """The words of an Arabic (or mixed) text with their spans and folded, lower-case keys.

    A word is a run of letters with their vowel marks; digits and marks are not words.

    >>> [w.key for w in words("قالتْ: «المدرســة»، و CNN")]
    ['قالت', 'المدرسه', 'و', 'cnn']
    """
    found = (Word(m.start(), m.end(), _key(m.group())) for m in _WORD.finditer(text))
    return [word for word in found if word.key]


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold(word).lower()


def has_arabic(text: str) -> bool:
    """Whether `text` holds at least one Arabic letter.

    >>> has_arabic("CNN: نعم"), has_arabic("123 ،")
    (True, False)
    """
    return ARABIC_LETTER.search(text) is not None


def bare_forms(key: str) -> list[str]:
    """The folded word without each chain of particles that may be attached to its front, longest rest first.

    `key` must be folded. The word itself comes first; a rest shorter than two letters is not given. Which
    reading is right only a lexicon can tell, so all are listed.

    >>> bare_forms("وبالقاهره")
    ['وبالقاهره', 'بالقاهره', 'القاهره', 'قاهره']
    >>> bare_forms("للصحفيين")
    ['للصحفيين', 'لصحفيين', 'الصحفيين', 'صحفيين']
    """
    forms: dict[str, None] = {key: None}
    rest = key
    for particles in ("وف", "بلكس"):
        if len(rest) > 3 and rest[0] in particles:
            if rest.startswith("لل"):
                forms[rest[1:]] = None
                forms["ال" + rest[2:]] = None
                forms[rest[2:]] = None
                return list(forms)
            rest = rest[1:]
            forms[rest] = None
    if rest.startswith("ال") and len(rest) > 4:
        forms[rest[2:]] = None
    return list(forms)
