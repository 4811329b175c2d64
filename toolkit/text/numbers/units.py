"""The unit beside a number, its rate, and how units convert into one another."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers.lexicon import cues, duals, unit_forms, units
from toolkit.text.numbers.reading import key_at
from toolkit.text.numbers.tokens import Token

_DASHES = frozenset("-‐‑")


def unit_at(tokens: Sequence[Token], i: int, language: str) -> tuple[tuple[str, ...], int]:
    """The units the words from `i` on may name, and their end; nothing and `i` when there is no unit.

    >>> from toolkit.text.numbers.tokens import tokenise
    >>> unit_at(tokenise("square miles", "en"), 0, "en")
    (('square_mile',), 2)
    """
    table = unit_forms(language)
    key = key_at(tokens, i)
    if not key:
        return (), i
    starts = [key]
    if language == "ar" and key.startswith("ال") and len(key) > 4:
        starts.append(key[2:])
    for start in starts:
        for size in (3, 2, 1):
            following = [key_at(tokens, k) for k in range(i + 1, i + size)]
            if start != key:  # الكيلومترات المربعة
                following = [word[2:] if word.startswith("ال") else word for word in following]
            keys = (start, *following)
            if "" in keys or keys not in table:
                continue
            if (
                size == 1
                and key in cues("glued only", language)
                and not (tokens[i].glued and tokens[i - 1].type == "figure")
            ):
                continue
            return _squared(tokens, table[keys], i + size, language)
    if language == "ar":
        for start in starts:
            if start in duals():
                if "point" in duals()[start] and key_at(tokens, i + 1) in ("ميويتين", "ميويتان"):
                    return ("percentage_point",), i + 2
                return duals()[start], i + 1
    return (), i


def _squared(
    tokens: Sequence[Token], names: tuple[str, ...], end: int, language: str
) -> tuple[tuple[str, ...], int]:
    """The area in "كم 2", where the power stands on the line."""
    if (
        language == "ar"
        and end < len(tokens)
        and tokens[end].raw in ("2", "٢")
        and dimension(names[0]) == "length"
    ):
        square = "square_" + names[0]
        return ((square,) if square in units() else names), end + 1
    return names, end


def unit_after(tokens: Sequence[Token], i: int, language: str) -> tuple[tuple[str, ...], int]:
    """The unit of the number that ended before `i`: at once, or after a hyphen or one or two light words."""
    j = i
    if key_at(tokens, j) in _DASHES and tokens[j].glued:
        j += 1
    found, end = unit_at(tokens, j, language)
    if found:
        return found, end
    if language == "ar":
        if key_at(tokens, j) == "من" and key_at(tokens, j + 1).startswith("ال"):
            found, end = unit_at(tokens, j + 1, language)
        return (found, end) if found and "century" not in found else ((), i)
    for skip in (1, 2):
        word = key_at(tokens, j + skip - 1)
        if word not in cues("between", "en") and word not in cues("adjective", "en") and word not in _DASHES:
            break
        found, end = unit_at(tokens, j + skip, language)
        if found:
            return found, end
    return (), i


def period_after(tokens: Sequence[Token], i: int, language: str) -> tuple[str | None, int]:
    """The period of a rate after a quantity ("a day", "per hour", يوميا, في الساعة), and its end."""
    if language == "en":
        if key_at(tokens, i) in cues("period", "en"):
            return cues("period", "en")[key_at(tokens, i)], i + 1
        if key_at(tokens, i) in cues("per", "en"):
            found, end = unit_at(tokens, i + 1, language)
            return _time(found, end, i)
        for k in (i + 1, i + 2):  # 200 barrels leaking every hour
            if key_at(tokens, k) in ("every", "per", "each"):
                found, end = unit_at(tokens, k + 1, language)
                return _time(found, i, i)
        on = key_at(tokens, i + 1)
        if on in ("on", "over") and key_at(tokens, i) == key_at(tokens, i + 2):
            found, _ = unit_forms("en").get((key_at(tokens, i),), ()), i
            return _time(("quarter",) if key_at(tokens, i) == "quarter" else found, i + 3, i)
        return None, i
    key = key_at(tokens, i)
    if key in cues("period", "ar"):
        return cues("period", "ar")[key], i + 1
    if key == "علي" and key_at(tokens, i + 1) == "اساس" and key_at(tokens, i + 2) in cues("period", "ar"):
        return cues("period", "ar")[key_at(tokens, i + 2)], i + 3
    if key in cues("per", "ar"):
        word = key_at(tokens, i + 1)
        if key == "في" and not word.startswith("ال"):
            return None, i
        found, end = unit_at(tokens, i + 1, language)
        return _time(found, end, i)
    return None, i


def _time(found: tuple[str, ...], end: int, i: int) -> tuple[str | None, int]:
    for name in found:
        if units()[name].dimension == "time":
            return name, end
    return None, i


def dimension(unit: str) -> str:
    """The dimension of a unit id: `length`, `time`, `currency` ..."""
    return units()[unit].dimension


def in_base(value: float, unit: str) -> float | None:
    """`value` in the base unit of its dimension, or None when the unit cannot be converted.

    >>> round(in_base(62, "mile"), 1), int(in_base(140, "fahrenheit") * 10) / 10, in_base(3, "dollar")
    (99779.3, 333.1, None)
    """
    entry = units()[unit]
    return None if entry.factor is None else value * entry.factor + entry.offset
