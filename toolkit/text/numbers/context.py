"""The words around numbers: about, more than, ranges (ten to fifteen million), ratios (one in five)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from toolkit.text.numbers.lexicon import cues, phrases
from toolkit.text.numbers.reading import key_at
from toolkit.text.numbers.tokens import Token
from toolkit.text.numbers.values import Number

Placed = tuple[Number, int, int]
"""A number with the tokens it covers: first, and one after the last."""


def is_approximate(tokens: Sequence[Token], i: int, end: int, language: str) -> bool:
    """Whether "about" or the like stands beside the number of tokens `i` to `end`."""
    about = cues("about", language)
    return key_at(tokens, i - 1) in about or key_at(tokens, i - 2) in about or key_at(tokens, end) in about


def bound_before(tokens: Sequence[Token], i: int, language: str) -> Literal["", "<", ">"]:
    """The limit a number is given as; nothing where a negation may turn it round."""
    j = i - 1 if i and tokens[i - 1].type == "mark" else i
    negations = cues("negation", language).keys()
    for phrase, sign in phrases("bound", language).items():
        if tuple(key_at(tokens, k) for k in range(j - len(phrase), j)) == phrase:
            before = {key_at(tokens, k) for k in range(j - len(phrase) - 9, j - len(phrase))}
            if before & negations:  # "not less than" turns "less than" round
                return ">" if sign == "<" and phrase[-1] == "عن" else ""
            return "<" if sign == "<" else ">"
    return ""


def direction_before(tokens: Sequence[Token], i: int, language: str) -> Literal["", "to", "by"]:
    """`to` or `by` when a change goes to or by this number."""
    j = i - 1
    if not {key_at(tokens, k) for k in range(i - 8, i)} & cues("change", language).keys():
        return ""
    while key_at(tokens, j) in cues("about", language) or key_at(tokens, j) in ("$", "£", "€"):
        j -= 1
    direction = cues("direction", language).get(key_at(tokens, j), "")
    return "to" if direction == "to" else "by" if direction == "by" else ""


def ranges(tokens: Sequence[Token], found: list[Placed], language: str) -> list[Placed]:
    """Give the first number of a range the scale and unit of the second: "ten to fifteen million dollars"."""
    result = list(found)
    for n in range(len(found) - 2, -1, -1):
        (a, first, end), (b, start, _) = result[n], result[n + 1]
        between = {key_at(tokens, k) for k in range(end, start)}
        joined = language == "ar" and key_at(tokens, start).startswith("و") and not between
        if not (joined or (start - end == 1 and between <= cues("range", language).keys())):
            continue
        if a.kind not in ("amount", "share") or a.weight == 0 or b.weight == 0 or b.kind == "vague":
            continue
        changes = a
        if a.scale == 1 and b.scale > 1 and a.value < 1000:
            changes = replace(changes, readings=(*a.readings, a.value * b.scale))
        if not a.units and b.units:
            changes = replace(changes, units=b.units, per=b.per)
        glued = start - end == 1 and key_at(tokens, end) in "-–/" and tokens[end].glued
        if glued and 1000 < a.value < 2100 and 10 <= b.value < 100:  # 1990-95
            year = a.value // 100 * 100 + b.value
            result[n + 1] = (replace(b, readings=(*b.readings, year)), *result[n + 1][1:])
        result[n] = (changes, first, end)
    return result


def ratios(tokens: Sequence[Token], found: list[Placed], language: str) -> list[Placed]:
    """Join "one in five", "three out of ten", ستة من كل عشرة to one number with two parts."""
    result: list[Placed] = []
    for placed in found:
        previous = _before(result)
        number, start, end = placed
        if previous is not None and number.kind in ("amount", "vague") and _usable(number):
            a, first, a_end = result[previous]
            between = tuple(key_at(tokens, k) for k in range(a_end, start))
            if (
                _is_ratio(between, tokens, a_end, start, language)
                and _usable(replace(a, units=()))
                and 0 < a.value < number.value
            ):
                ratio = Number(a.start, number.end, a.value / number.value, "share", parts=(a, number))
                result[previous:] = [(ratio, first, end)]
                continue
        result.append(placed)
    return result


def _before(result: list[Placed]) -> int | None:
    """The index of the last number that is more than a hint."""
    for n in range(len(result) - 1, max(-1, len(result) - 4), -1):
        if result[n][0].weight > 0 or result[n][0].value == 1:
            return n
    return None


def _usable(number: Number) -> bool:
    whole = number.value == int(number.value) and number.value <= 10_000
    return (
        number.kind == "amount" and whole and not number.parts and not set(number.units) - {"times", "person"}
    )


def _is_ratio(between: tuple[str, ...], tokens: Sequence[Token], a: int, b: int, language: str) -> bool:
    if language == "ar":
        figures = all(tokens[k].type == "figure" for k in (a - 1, b))
        return between in phrases("ratio", "ar") or (between == ("من",) and figures)
    if between[-1:] == ("in",) and len(between) <= 2 and not (between[:-1] and tokens[b].type == "figure"):
        return tokens[b].type == "word" or (tokens[b].raw.isdigit() and tokens[b].values[0] < 1000)
    return between in phrases("ratio", "en") or (
        between[:1] == ("times",) and between[1:] in phrases("ratio", "en")
    )
