"""The grammar of English numbers: "two and a half million", "twenty-third", "three quarters", "dozens"."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers.english_words import DASHES, entries_at, plus_fraction, scale_at, undash
from toolkit.text.numbers.lexicon import cues
from toolkit.text.numbers.reading import Reading, Sum, key_at, ordinal, role
from toolkit.text.numbers.tokens import Token
from toolkit.text.numbers.units import unit_at

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_CURRENCY = frozenset("$€£¥")


def read(tokens: Sequence[Token], i: int) -> Reading | None:
    """The number that begins at token `i`, or None."""
    token = tokens[i]
    if token.type == "figure":
        return _figure(tokens, i)
    if token.type == "mark":
        return None
    for rule in (_vague, _fraction, _compound_ordinal, _cardinal, _single):
        found = rule(tokens, i)
        if found is not None:
            return found
    return None


def _figure(tokens: Sequence[Token], i: int) -> Reading:
    token, values, j = tokens[i], tokens[i].values, i + 1
    suffix = key_at(tokens, j)
    if suffix in _SUFFIXES and tokens[j].glued:
        return Reading(values[0], j + 1, "ordinal")
    if key_at(tokens, j + 1) == "/" and tokens[j].type == "figure" and j + 2 < len(tokens):
        above, parts = tokens[j].values[0], tokens[j + 2].values[:1]
        apart = not tokens[j].glued and tokens[j + 1].glued
        if apart and parts and parts[0] in (2, 3, 4, 5, 8) and above < parts[0]:  # 1 1/2
            return Reading(values[0] + above / parts[0], j + 3)
    if suffix == "/" and j + 1 < len(tokens) and tokens[j].glued and tokens[j + 1].glued:
        below = tokens[j + 1].values
        if below and values[0] < below[0] <= 10 and below[0] in (2, 3, 4, 5, 8, 10):
            return Reading(values[0] / below[0], j + 2, "share")
        if (token.raw, below) == ("24", (7.0,)):
            return Reading(24.0, j + 2, weight=0.2)  # 24/7
    value, end = plus_fraction(tokens, values[0], j)
    if key_at(tokens, end) in cues("plural scale", "en"):  # 17.5 millions
        scale = float(cues("plural scale", "en")[key_at(tokens, end)])
        return Reading(value * scale, end + 1, scale=scale)
    scale, after = scale_at(tokens, end + 1 if key_at(tokens, end) == "+" else end)
    counted = unit_at(tokens, j + 1, "en")[0]  # 25m people: millions of them
    if suffix == "m" and tokens[j].glued and key_at(tokens, i - 1) not in _CURRENCY and not counted:
        return Reading(values[0], j, readings=(values[0] * 1e6,), scale=1.0)
    if scale > 1:
        total, after = plus_fraction(tokens, value * scale, after, scale)
        total, after = _plus_figure(tokens, total, after, scale)
        letter = suffix in ("k", "b") and key_at(tokens, i - 1) not in _CURRENCY  # a 10K run, group 2B
        return Reading(total, after, scale=scale, readings=values[:1] if letter else ())
    readings = values[1:]
    if token.raw.isdigit() and len(token.raw) == 2 and key_at(tokens, i - 1) in ("'", "’", "‘"):
        readings = (1900 + value, 2000 + value)  # '49
    return Reading(value, end, readings=readings)


def _plus_figure(tokens: Sequence[Token], value: float, i: int, scale: float) -> tuple[float, int]:
    """`value` with "200 thousand" added after "1 million"."""
    if i >= len(tokens) or tokens[i].type != "figure":
        return value, i
    below, end = scale_at(tokens, i + 1)
    figure = tokens[i].values[0]
    return (value + figure * below, end) if 1 < below < scale and figure < 1000 else (value, i)


def _vague(tokens: Sequence[Token], i: int) -> Reading | None:
    found = entries_at(tokens, i)
    if key_at(tokens, i) == "by" and key_at(tokens, i + 1) == "the":
        noun = role(entries_at(tokens, i + 2), "hundred", "scale", "dozen")
        return Reading(noun.value, i + 3, "vague", 0.5) if noun else None
    if tokens[i].key in ("couple", "pair") and key_at(tokens, i + 1) == "of":
        scale, end = scale_at(tokens, i + 2)
        return Reading(2 * scale, end, "vague", 0.4) if scale > 1 else Reading(2.0, i + 1, weight=0.2)
    first = role(found, "vague", "few")
    if first is None:
        return None
    value, j = first.value, i + 1
    while key_at(tokens, j) == "of":
        following = role(entries_at(tokens, j + 1), "vague")
        if following is None:
            break
        value, j = value * following.value, j + 2
    if first.role == "few":
        scale, end = scale_at(tokens, j)
        dozen = role(entries_at(tokens, j), "dozen")
        if dozen is not None:
            return Reading(12.0, j + 1, "vague", 0.3)
        return Reading(scale, end, "vague", 0.6) if scale > 1 else None
    return Reading(value, j, "vague", 0.55)


def _fraction(tokens: Sequence[Token], i: int) -> Reading | None:
    """half, a third, one-fifth, two thirds, three quarters, half a million, a quarter of a million."""
    article = key_at(tokens, i) in ("a", "an", "one")
    j = undash(tokens, i + 1) if article else i
    found = entries_at(tokens, j)
    half = role(found, "fraction")
    numerator = role(entries_at(tokens, i), "unit")
    readings: tuple[float, ...] = ()
    second = entries_at(tokens, undash(tokens, i + 1))
    third = role(second, "ordinal") if key_at(tokens, i + 1) in DASHES else None  # two-third
    if third is not None and third.value > 2 and numerator is not None:
        value, j, weight = numerator.value / third.value, i + 3, 0.9
    elif numerator is not None and (parts := role(second, "parts")):
        value, j, weight = numerator.value * parts.value, undash(tokens, i + 1) + 1, 0.9
        readings = (numerator.value,)  # the last three quarters
    elif half is not None and (article or half.value == 0.5):
        value, j, weight = half.value, j + 1, 0.7
        if half.value == 0.5:
            of_it = article or key_at(tokens, j) in cues("half of", "en")
            weight = 0.5 if of_it else 0.1  # the first half, half-time
    elif article and (part := role(found, "ordinal")) and part.value > 2:
        value, j, weight = 1 / part.value, j + 1, 0.7
        if key_at(tokens, j) != "of":
            readings = (part.value,)  # "a third man" is no fraction
    else:
        return None
    k = undash(tokens, j)
    k = k + 1 if key_at(tokens, k) == "of" else k
    k = k + 1 if key_at(tokens, k) in ("a", "an") else k
    scale = role(entries_at(tokens, k), "scale", "dozen")
    if scale is not None:
        return Reading(value * scale.value, k + 1, scale=scale.value)
    return Reading(value, j, "share", weight, readings)


def _compound_ordinal(tokens: Sequence[Token], i: int) -> Reading | None:
    found = entries_at(tokens, i)
    if (tens := role(found, "tens")) is not None:
        unit = role(entries_at(tokens, undash(tokens, i + 1)), "ordinal")
        if unit is not None and unit.value < 10:
            return Reading(tens.value + unit.value, undash(tokens, i + 1) + 1, "ordinal")
    if (single := role(found, "ordinal")) is not None:
        if single.value > 2 and key_at(tokens, i + 1) == "of":  # the last third of it
            return ordinal(single.value, i + 1, (1 / single.value,))
        return ordinal(single.value, i + 1, ranked=key_at(tokens, i + 1) in cues("ranked", "en"))
    return None


def _cardinal(tokens: Sequence[Token], i: int) -> Reading | None:
    total, j, count = Sum(), i, 0
    if key_at(tokens, i) in ("a", "an"):
        if role(entries_at(tokens, i + 1), "hundred", "scale", "dozen") is None:
            return None
        total.group, j = 1.0, i + 1
    while True:
        k = undash(tokens, j) if count else j
        group = total.group
        if count and key_at(tokens, k) == "and" and (group % 100 == 0 and total.value):
            k += 1
        found = entries_at(tokens, k)
        small = role(found, "one", "unit", "teen", "tens")
        if small is not None:
            limit = group % 100 == 0 or (small.value < 10 and group % 10 == 0 and group % 100 >= 20)
            if not limit and not total.total and 13 <= group <= 20 and small.value >= 10:
                return _year(tokens, group, k)
            if not limit:
                break
            total.group += small.value
        elif role(found, "hundred") and 0 < group < 100:
            total.group *= 100
        elif scale := role(found, "scale"):
            if not total.add_scale(scale.value, k):
                if total.group and total.safe:  # "two thousand and three thousand": two numbers
                    return Reading(total.total, total.safe[1], scale=total.scale)
                break
        elif role(found, "dozen") and not total.total and group < 100 and group:
            return Reading(group * 12, k + 1, readings=(group * 10,) if group > 1 else ())
        else:
            break
        j, count = k + 1, count + 1
    if not count:
        return None
    return _finish(tokens, i, j, count, total)


def _finish(tokens: Sequence[Token], i: int, j: int, count: int, total: Sum) -> Reading:
    value, scale = total.value, (total.scale if total.group == 0 else 1.0)
    if key_at(tokens, j) == "point" and (digit := role(entries_at(tokens, j + 1), "unit", "one", "zero")):
        value, j = value + digit.value / 10, j + 2
    value, end = plus_fraction(tokens, value, j, scale)
    if end > j and scale == 1.0:
        scale, end = scale_at(tokens, end)
        value *= scale
    elif scale == 1.0:
        more, end = scale_at(tokens, end)
        value, scale = value * more, more
    alone = count == 1 and end == i + 1
    weight = 0.1 if alone and key_at(tokens, i) == "one" else 1.0
    if alone and i and tokens[i].raw[0].isupper() and tokens[i - 1].type == "word":
        weight = min(weight, 0.3)  # Six Flags, Channel Seven
    return Reading(value, end, weight=weight, scale=scale)


def _year(tokens: Sequence[Token], first: float, k: int) -> Reading:
    """nineteen eighty-four"""
    entry = role(entries_at(tokens, k), "teen", "tens")
    value = first * 100 + (entry.value if entry else 0)
    unit = role(entries_at(tokens, undash(tokens, k + 1)), "unit", "one")
    if entry and entry.role == "tens" and unit:
        return Reading(value + unit.value, undash(tokens, k + 1) + 1)
    return Reading(value, k + 1)


def _single(tokens: Sequence[Token], i: int) -> Reading | None:
    """Words that are a number by themselves, and words that only may stand for one."""
    found = entries_at(tokens, i)
    counted = (
        len(tokens[i].raw) > 1
        or (tokens[i].raw in "VX" and key_at(tokens, i - 1)[:1].isalpha())
        or key_at(tokens, i - 1) in DASHES | {"type", "phase", "stage", "class"}
    )
    if counted and (roman := _roman(tokens[i].raw)):
        return Reading(roman, i + 1, "ordinal", 0.0)
    if (entry := role(found, "twice")) is not None:
        return Reading(entry.value, i + 1, weight=0.8, units=("times",))
    if tokens[i].key == "once":
        return Reading(1.0, i + 1, weight=0.0, units=("times",))
    if (entry := role(found, "hint", "zero")) is not None:
        return Reading(entry.value, i + 1, weight=0.3 if entry.role == "zero" else 0.0)
    if (entry := role(found, "hundred", "scale", "dozen")) is not None:
        return Reading(entry.value, i + 1, "vague", 0.2)
    return None


def _roman(word: str) -> int:
    """The value of a Roman numeral up to 39, 0 for any other word.

    >>> _roman("XIV"), _roman("III"), _roman("VIX"), _roman("CIA")
    (14, 3, 0, 0)
    """
    tens = len(word) - len(word.lstrip("X"))
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens * 10 + units.index(word[tens:]) if tens < 4 and word[tens:] in units else 0
