"""English number words at a place of a text, with the steps that every rule of the grammar shares."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers.lexicon import Entry, words
from toolkit.text.numbers.reading import key_at, role
from toolkit.text.numbers.tokens import Token

DASHES = frozenset("-‐‑")
SHORT_SCALES = frozenset(("k", "m", "b", "bn", "mn", "tn"))


def entries_at(tokens: Sequence[Token], i: int) -> tuple[Entry, ...]:
    """What the word at `i` may be in the grammar; a letter such as the k of 5k only after a figure."""
    if not 0 <= i < len(tokens) or tokens[i].type != "word":
        return ()
    key = tokens[i].key
    if key in SHORT_SCALES and not (tokens[i].glued and tokens[i - 1].type == "figure"):
        return ()
    return words("en").get(key, ())


def undash(tokens: Sequence[Token], i: int) -> int:
    """`i`, or the token after it when `i` is a hyphen inside a compound."""
    return i + 1 if key_at(tokens, i) in DASHES and i + 1 < len(tokens) else i


def scale_at(tokens: Sequence[Token], i: int) -> tuple[float, int]:
    """The scale words from `i` on, multiplied ("hundred thousand"), and their end."""
    value = 1.0
    while True:
        j = undash(tokens, i)
        entry = role(entries_at(tokens, j), "scale", "hundred")
        if entry is None:
            return value, i
        value, i = value * entry.value, j + 1


def plus_fraction(tokens: Sequence[Token], value: float, i: int, of: float = 1.0) -> tuple[float, int]:
    """`value` with "and a half", "and three quarters", "½" added."""
    j = undash(tokens, i)
    if key_at(tokens, j) == "and":
        j = undash(tokens, j + 1)
        if key_at(tokens, j) == "half":  # two and half million
            return value + 0.5 * of, j + 1
        numerator = role(entries_at(tokens, j), "unit")
        parts = role(entries_at(tokens, undash(tokens, j + 1)), "parts", "fraction", "ordinal")
        if parts is not None and parts.role == "parts" and numerator is not None:
            return value + numerator.value * parts.value * of, undash(tokens, j + 1) + 1
        if parts is not None and key_at(tokens, j) in ("a", "one") and parts.role != "parts":
            part = parts.value if parts.role == "fraction" else 1 / parts.value
            return value + part * of, undash(tokens, j + 1) + 1
        return value, i
    entry = role(entries_at(tokens, i), "fraction")
    if entry is not None and "\u2044" in tokens[i].key:
        return value + entry.value * of, i + 1
    return value, i
