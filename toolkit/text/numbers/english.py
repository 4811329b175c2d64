"""The grammar of English numbers: "two and a half million", "twenty-third", "three quarters", "dozens"."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers.lexicon import Entry, words
from toolkit.text.numbers.reading import Reading, Sum, key_at, ordinal, role
from toolkit.text.numbers.tokens import Token
from toolkit.text.numbers.units import unit_at

_DASHES = frozenset("-‐‑")
_SHORT_SCALES = frozenset(("k", "m", "b", "bn", "mn", "tn"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_PLURAL_SCALES = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
_HALF_OF = frozenset("of the a an his her its their our my this that these those".split())
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


def _entries(tokens: Sequence[Token], i: int) -> tuple[Entry, ...]:
    if not 0 <= i < len(tokens) or tokens[i].type != "word":
        return ()
    key = tokens[i].key
    if key in _SHORT_SCALES and not (tokens[i].glued and tokens[i - 1].type == "figure"):
        return ()
    return words("en").get(key, ())


def _undash(tokens: Sequence[Token], i: int) -> int:
    """`i`, or the token after it when `i` is a hyphen inside a compound."""
    return i + 1 if key_at(tokens, i) in _DASHES and i + 1 < len(tokens) else i


def _scale(tokens: Sequence[Token], i: int) -> tuple[float, int]:
    """The scale words from `i` on, multiplied ("hundred thousand"), and their end."""
    value = 1.0
    while True:
        j = _undash(tokens, i)
        entry = role(_entries(tokens, j), "scale", "hundred")
        if entry is None:
            return value, i
        value, i = value * entry.value, j + 1


def _figure(tokens: Sequence[Token], i: int) -> Reading:
    token, values, j = tokens[i], tokens[i].values, i + 1
    suffix = key_at(tokens, j)
    if suffix in _SUFFIXES and tokens[j].glued:
        return Reading(values[0], j + 1, "ordinal")
    if j + 2 < len(tokens) and not tokens[j].glued and tokens[j].type == "figure" and tokens[j + 1].key == "/":
        above, below = tokens[j].values[0], tokens[j + 2].values[:1]
        if tokens[j + 1].glued and below and below[0] in (2, 3, 4, 5, 8) and above < below[0]:  # 1 1/2
            return Reading(values[0] + above / below[0], j + 3)
    if suffix == "/" and j + 1 < len(tokens) and tokens[j].glued and tokens[j + 1].glued:
        below = tokens[j + 1].values
        if below and values[0] < below[0] <= 10 and below[0] in (2, 3, 4, 5, 8, 10):
            return Reading(values[0] / below[0], j + 2, "share")
        if (token.raw, below) == ("24", (7.0,)):
            return Reading(24.0, j + 2, weight=0.2)  # 24/7
    value, end = _plus_fraction(tokens, values[0], j)
    if key_at(tokens, end) in _PLURAL_SCALES:  # 17.5 millions
        scale = _PLURAL_SCALES[key_at(tokens, end)]
        return Reading(value * scale, end + 1, scale=scale)
    scale, after = _scale(tokens, end + 1 if key_at(tokens, end) == "+" else end)
    counted = unit_at(tokens, j + 1, "en")[0]  # 25m people: millions of them
    if suffix == "m" and tokens[j].glued and key_at(tokens, i - 1) not in _CURRENCY and not counted:
        return Reading(values[0], j, readings=(values[0] * 1e6,), scale=1.0)
    if scale > 1:
        total, after = _plus_fraction(tokens, value * scale, after, scale)
        total, after = _plus_figure(tokens, total, after, scale)
        letter = suffix in ("k", "b") and key_at(tokens, i - 1) not in _CURRENCY  # a 10K run, group 2B
        return Reading(total, after, scale=scale, readings=values[:1] if letter else ())
    readings = values[1:]
    if token.raw.isdigit() and len(token.raw) == 2 and key_at(tokens, i - 1) in ("'", "’", "‘"):
        readings = (1900 + value, 2000 + value)  # '49
    return Reading(value, end, readings=readings)


def _plus_fraction(tokens: Sequence[Token], value: float, i: int, of: float = 1.0) -> tuple[float, int]:
    """`value` with "and a half", "and three quarters", "½" added."""
    j = _undash(tokens, i)
    if key_at(tokens, j) == "and":
        j = _undash(tokens, j + 1)
        if key_at(tokens, j) == "half":  # two and half million
            return value + 0.5 * of, j + 1
        numerator = role(_entries(tokens, j), "unit")
        parts = role(_entries(tokens, _undash(tokens, j + 1)), "parts", "fraction", "ordinal")
        if parts is not None and parts.role == "parts" and numerator is not None:
            return value + numerator.value * parts.value * of, _undash(tokens, j + 1) + 1
        if parts is not None and key_at(tokens, j) in ("a", "one") and parts.role != "parts":
            part = parts.value if parts.role == "fraction" else 1 / parts.value
            return value + part * of, _undash(tokens, j + 1) + 1
        return value, i
    entry = role(_entries(tokens, i), "fraction")
    if entry is not None and "\u2044" in tokens[i].key:
        return value + entry.value * of, i + 1
    return value, i


def _plus_figure(tokens: Sequence[Token], value: float, i: int, scale: float) -> tuple[float, int]:
    """`value` with "200 thousand" added after "1 million"."""
    if i >= len(tokens) or tokens[i].type != "figure":
        return value, i
    below, end = _scale(tokens, i + 1)
    figure = tokens[i].values[0]
    return (value + figure * below, end) if 1 < below < scale and figure < 1000 else (value, i)


def _vague(tokens: Sequence[Token], i: int) -> Reading | None:
    entries = _entries(tokens, i)
    if key_at(tokens, i) == "by" and key_at(tokens, i + 1) == "the":
        scale = role(_entries(tokens, i + 2), "hundred", "scale", "dozen")
        return Reading(scale.value, i + 3, "vague", 0.5) if scale else None
    if tokens[i].key in ("couple", "pair") and key_at(tokens, i + 1) == "of":
        scale, end = _scale(tokens, i + 2)
        return Reading(2 * scale, end, "vague", 0.4) if scale > 1 else Reading(2.0, i + 1, weight=0.2)
    first = role(entries, "vague", "few")
    if first is None:
        return None
    value, j = first.value, i + 1
    while key_at(tokens, j) == "of":
        following = role(_entries(tokens, j + 1), "vague")
        if following is None:
            break
        value, j = value * following.value, j + 2
    if first.role == "few":
        scale, end = _scale(tokens, j)
        dozen = role(_entries(tokens, j), "dozen")
        if dozen is not None:
            return Reading(12.0, j + 1, "vague", 0.3)
        return Reading(scale, end, "vague", 0.6) if scale > 1 else None
    return Reading(value, j, "vague", 0.5)


def _fraction(tokens: Sequence[Token], i: int) -> Reading | None:
    """half, a third, one-fifth, two thirds, three quarters, half a million, a quarter of a million."""
    article = key_at(tokens, i) in ("a", "an", "one")
    j = _undash(tokens, i + 1) if article else i
    entries = _entries(tokens, j)
    half = role(entries, "fraction")
    numerator = role(_entries(tokens, i), "unit")
    readings: tuple[float, ...] = ()
    second = _entries(tokens, _undash(tokens, i + 1))
    third = role(second, "ordinal") if key_at(tokens, i + 1) in _DASHES else None  # two-third
    if third is not None and third.value > 2 and numerator is not None:
        value, j, weight = numerator.value / third.value, i + 3, 0.9
    elif numerator is not None and (parts := role(second, "parts")):
        value, j, weight = numerator.value * parts.value, _undash(tokens, i + 1) + 1, 0.9
        readings = (numerator.value,)  # the last three quarters
    elif half is not None and (article or half.value == 0.5):
        value, j, weight = half.value, j + 1, 0.7
        if half.value == 0.5:
            weight = 0.5 if article or key_at(tokens, j) in _HALF_OF else 0.1  # the first half, half-time
    elif article and (part := role(entries, "ordinal")) and part.value > 2:
        value, j, weight = 1 / part.value, j + 1, 0.7
        if key_at(tokens, j) != "of":
            readings = (part.value,)  # "a third man" is no fraction
    else:
        return None
    k = _undash(tokens, j)
    k = k + 1 if key_at(tokens, k) == "of" else k
    k = k + 1 if key_at(tokens, k) in ("a", "an") else k
    scale = role(_entries(tokens, k), "scale", "dozen")
    if scale is not None:
        return Reading(value * scale.value, k + 1, scale=scale.value)
    return Reading(value, j, "share", weight, readings)


def _compound_ordinal(tokens: Sequence[Token], i: int) -> Reading | None:
    entries = _entries(tokens, i)
    if (tens := role(entries, "tens")) is not None:
        unit = role(_entries(tokens, _undash(tokens, i + 1)), "ordinal")
        if unit is not None and unit.value < 10:
            return Reading(tens.value + unit.value, _undash(tokens, i + 1) + 1, "ordinal")
    if (single := role(entries, "ordinal")) is not None:
        if single.value > 2 and key_at(tokens, i + 1) == "of":  # the last third of it
            return ordinal(single.value, i + 1, (1 / single.value,))
        return ordinal(single.value, i + 1)
    return None


def _cardinal(tokens: Sequence[Token], i: int) -> Reading | None:
    total, j, count = Sum(), i, 0
    if key_at(tokens, i) in ("a", "an"):
        if role(_entries(tokens, i + 1), "hundred", "scale", "dozen") is None:
            return None
        total.group, j = 1.0, i + 1
    while True:
        k = _undash(tokens, j) if count else j
        group = total.group
        if count and key_at(tokens, k) == "and" and (group % 100 == 0 and total.value):
            k += 1
        entries = _entries(tokens, k)
        small = role(entries, "one", "unit", "teen", "tens")
        if small is not None:
            limit = group % 100 == 0 or (small.value < 10 and group % 10 == 0 and group % 100 >= 20)
            if not limit and not total.total and 13 <= group <= 20 and small.value >= 10:
                return _year(tokens, group, k)
            if not limit:
                break
            total.group += small.value
        elif role(entries, "hundred") and 0 < group < 100:
            total.group *= 100
        elif (scale := role(entries, "scale")) and group:
            if not total.close_group(scale.value, k + 1):
                return Reading(total.total, total.safe[1], scale=total.scale) if total.safe else None
        elif (scale := role(entries, "scale")) and total.safe and total.safe[1] == k and total.scale < scale.value:
            total.total, total.scale = total.total * scale.value, scale.value  # seven thousand million
            total.safe = (total.total, k + 1)
        elif role(entries, "dozen") and not total.total and group < 100 and group:
            return Reading(group * 12, k + 1, readings=(group * 10,) if group > 1 else ())
        else:
            break
        j, count = k + 1, count + 1
    if not count:
        return None
    return _finish(tokens, i, j, count, total)


def _finish(tokens: Sequence[Token], i: int, j: int, count: int, total: Sum) -> Reading:
    value, scale = total.value, (total.scale if total.group == 0 else 1.0)
    if key_at(tokens, j) == "point" and (digit := role(_entries(tokens, j + 1), "unit", "one", "zero")):
        value, j = value + digit.value / 10, j + 2
    value, end = _plus_fraction(tokens, value, j, scale)
    if end > j and scale == 1.0:
        scale, end = _scale(tokens, end)
        value *= scale
    elif scale == 1.0:
        more, end = _scale(tokens, end)
        value, scale = value * more, more
    alone = count == 1 and end == i + 1
    weight = 0.1 if alone and key_at(tokens, i) == "one" else 1.0
    if alone and i and tokens[i].raw[0].isupper() and tokens[i - 1].type == "word":
        weight = min(weight, 0.3)  # Six Flags, Channel Seven
    return Reading(value, end, weight=weight, scale=scale)


def _year(tokens: Sequence[Token], first: float, k: int) -> Reading:
    """nineteen eighty-four"""
    entry = role(_entries(tokens, k), "teen", "tens")
    value = first * 100 + (entry.value if entry else 0)
    unit = role(_entries(tokens, _undash(tokens, k + 1)), "unit", "one")
    if entry and entry.role == "tens" and unit:
        return Reading(value + unit.value, _undash(tokens, k + 1) + 1)
    return Reading(value, k + 1)


def _single(tokens: Sequence[Token], i: int) -> Reading | None:
    """Words that are a number by themselves, and words that only may stand for one."""
    entries = _entries(tokens, i)
    counted = len(tokens[i].raw) > 1 or (tokens[i].raw in "VX" and key_at(tokens, i - 1)[:1].isalpha()) or key_at(tokens, i - 1) in _DASHES | {"type", "phase", "stage", "class"}
    if counted and (roman := _roman(tokens[i].raw)):
        return Reading(roman, i + 1, "ordinal", 0.0)
    if (entry := role(entries, "twice")) is not None:
        return Reading(entry.value, i + 1, weight=0.8, units=("times",))
    if (entry := role(entries, "hint", "zero")) is not None:
        return Reading(entry.value, i + 1, weight=0.3 if entry.role == "zero" else 0.0)
    if (entry := role(entries, "hundred", "scale", "dozen")) is not None:
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
