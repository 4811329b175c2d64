"""What may be trained on: a pair that looks like a translation, is new, and is in no development set."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.text.arabic import fold

ALIKE = 0.67
"""Share of agreeing consonants from which on two names are taken for one (chosen by eye)."""

_ARABIC = re.compile(r"[ء-غف-ي]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_KEPT = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")
SHORTEST_KEY = 12
"""A development sentence with fewer letters ("Yes.") bars nothing."""


def key(text: str) -> str:
    """Letters and digits of `text` only, folded: equal for two spellings of one sentence.

    >>> key("قال: «الأمم المتّحدة»!") == key("قال الامم المتحدة")
    True
    """
    return "".join(_KEPT.findall(fold(text).casefold()))


def mask(text: str) -> str:
    """`key` without digits: equal for two revisions of a sentence that differ in a number."""
    return re.sub(r"\d+", "", key(text))


def plausible(english: str, arabic: str) -> bool:
    """Whether the pair can be a translation: each side in its script, lengths not too far apart.

    >>> plausible("He left.", "غادر."), plausible("He left.", "He left."), plausible("", "نعم")
    (True, False, False)
    """
    if len(_ARABIC.findall(arabic)) <= len(_LATIN.findall(arabic)) or _ARABIC.search(english):
        return False
    en, ar = len(english), len(arabic)
    return bool(_LATIN.search(english)) and en <= 3 * ar + 20 and ar <= 3 * en + 20


_WRITTEN = {letter: latin for latin, letters in {
    "b": "ب", "t": "تط", "s": "ثسصشزظ", "j": "جغ", "k": "خكق", "d": "دضذ", "r": "ر", "f": "ف", "l": "ل",
    "m": "م", "n": "ن",
}.items() for letter in letters}  # fmt: skip
_HEARD = str.maketrans("pcqxvgz", "bkkkfjs", "aeiouwyh' -")
_DIGRAPHS = (("sh", "s"), ("ch", "s"), ("ph", "f"))


def sounds_alike(english: str, arabic: str) -> bool:
    """Whether an Arabic name can spell the English one: their consonants mostly agree.

    >>> sounds_alike("Steuben", "شتويبن"), sounds_alike("Elbert", "بيرترام")
    (True, False)
    """
    heard = english.casefold()
    for digraph, sound in _DIGRAPHS:
        heard = heard.replace(digraph, sound)
    heard = heard.translate(_HEARD)
    written = "".join(_WRITTEN.get(letter, "") for letter in arabic.replace("تش", "ش"))
    return difflib.SequenceMatcher(None, heard, written).ratio() >= ALIKE


def dev_keys(folder: Path) -> set[str]:
    """Keys of every text of the development sets: lines, sentences of lines, cells, strings of JSON files."""
    keys: set[str] = set()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        for text in _texts(path):
            keys.update(key(part) for part in (text, *_SENTENCE_END.split(text)))
    return {found for found in keys if len(found) >= SHORTEST_KEY}


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from _strings(json.loads(text))
        return
    for line in text.splitlines():
        if path.suffix == ".jsonl" and line.strip():
            yield from _strings(json.loads(line))
        else:
            yield from line.split("\t")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _many(value.values())
    elif isinstance(value, list):
        yield from _many(value)


def _many(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _strings(value)
