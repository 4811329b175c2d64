"""The grammar of Arabic numbers: ألفان وثلاثمئة وخمسة وستون, ثلاثة أرباع, عشرات الآلاف, الخامسة والخمسون.

A word may carry particles (و ف, then ب ل ك) and the article; و between two number words adds them.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers.forms import Form, form, strip
from toolkit.text.numbers.lexicon import cues
from toolkit.text.numbers.reading import Reading, Sum, key_at, ordinal, role
from toolkit.text.numbers.tokens import Token


def _at(tokens: Sequence[Token], i: int) -> tuple[Form | None, bool, int]:
    """The number word at `i`, whether it is joined by و (attached or a word of its own), and its index."""
    if key_at(tokens, i) == "و":
        return form(tokens, i + 1), True, i + 1
    found = form(tokens, i)
    return found, found is not None and found.joined, i


def read(tokens: Sequence[Token], i: int) -> Reading | None:
    """The number that begins at token `i`, or None."""
    if tokens[i].type == "figure":
        return _figure(tokens, i)
    found = form(tokens, i)
    if found is None:
        return None
    for rule in (_vague, _ordinal, _fraction, _cardinal, _single):
        result = rule(tokens, i, found)
        if result is not None:
            return result
    return None


def _figure(tokens: Sequence[Token], i: int) -> Reading:
    values, j = tokens[i].values, i + 1
    if key_at(tokens, j) == "/" and tokens[j].glued and j + 1 < len(tokens) and tokens[j + 1].glued:
        below = tokens[j + 1].values
        if (tokens[i].raw, below) == ("24", (7.0,)):
            return Reading(24.0, j + 2, weight=0.2)  # 24/7
        if below and values[0] < below[0] and below[0] in (2, 3, 4, 5, 8, 10):
            return Reading(values[0] / below[0], j + 2, "share")
    if key_at(tokens, i - 1) in cues("year word", "ar") and len(tokens[i].raw) == 4:
        return Reading(values[0], j)
    total = Sum()
    total.group = values[0]
    result = _continue(tokens, j, total, 1)
    readings = tuple(v * total.scale for v in values[1:])
    return Reading(result.value, result.end, readings=readings, scale=result.scale)


def _vague(tokens: Sequence[Token], i: int, first: Form) -> Reading | None:
    """عشرات, مئات الآلاف, آلاف, بضع مئات"""
    if key_at(tokens, i)[-1:] == "ا" and role(first.entries, "scale"):
        return None
    key = strip(tokens[i].key)[-1][0]
    if role(first.entries, "few") and not role(first.entries, "vague"):
        following = form(tokens, i + 1)
        scale = role(following.entries, "vague", "scale", "hundred") if following else None
        if scale is None:
            return None
        further = form(tokens, i + 2)
        times = role(further.entries, "scale") if further and not further.joined else None
        value = scale.value * (times.value if times else 1)
        return Reading(value, i + (3 if times else 2), "vague", 0.6)
    plural = role(first.entries, "vague") or (
        role(first.entries, "scale") if key in _PLURALS or key[1:] in _PLURALS else None
    )
    if plural is None:
        return None
    value, j = plural.value, i + 1
    while (following := form(tokens, j)) is not None and not following.joined:
        scale = role(following.entries, "scale", "vague")
        if scale is None:
            break
        value, j = value * scale.value, j + 1
    return Reading(value, j, "vague", 0.55)


_PLURALS = frozenset(("الاف", "ملايين", "مليارات", "بلايين", "تريليونات", "ترليونات", "الوف"))


def _ordinal(tokens: Sequence[Token], i: int, first: Form) -> Reading | None:
    """الثالث, الثالثة عشرة, الخامسة والخمسون"""
    entry = role(first.entries, "ordinal")
    if entry is None:
        return None
    if tokens[i].key.endswith("ا"):  # خامسا: fifthly
        return Reading(entry.value, i + 1, "ordinal", 0.1)
    following, joined, k = _at(tokens, i + 1)
    if following is not None:
        if not joined and role(following.entries, "ten") and not tokens[i].key.endswith(("اول", "اولي")):
            return Reading(entry.value + 10, k + 1, "ordinal")
        tens = role(following.entries, "tens")
        if joined and tens:
            return Reading(entry.value + tens.value, k + 1, "ordinal")
    ranked = key_at(tokens, i - 1).endswith(tuple(cues("ranked", "ar"))) and first.definite
    return ordinal(entry.value, i + 1, ranked=ranked)


def _fraction(tokens: Sequence[Token], i: int, first: Form) -> Reading | None:
    """نصف, ثلثا, ثلاثة أرباع, نصف مليون"""
    following = form(tokens, i + 1)
    numerator = role(first.entries, "unit")
    parts = role(following.entries, "parts") if following and not following.joined else None
    if numerator and parts:
        value, noun = numerator.value * parts.value, form(tokens, i + 2)
        scale = role(noun.entries, "scale") if noun and not noun.joined else None
        if scale:
            return Reading(value * scale.value, i + 3, scale=scale.value)
        return Reading(value, i + 2, "share", 0.9)
    fraction = role(first.entries, "fraction")
    if fraction is None:
        return None
    scale = role(following.entries, "scale") if following and not following.joined else None
    if scale:
        return Reading(fraction.value * scale.value, i + 2, scale=scale.value)
    dozen = role(following.entries, "dozen") if following else None
    if dozen:
        return Reading(fraction.value * dozen.value, i + 2)
    after = form(tokens, i + 1)
    if key_at(tokens, i + 1) in cues("half idiom", "ar") or (
        first.definite and after and role(after.entries, "ordinal")
    ):
        return Reading(fraction.value, i + 1, "share", 0.0)
    if first.definite and fraction.value == 0.25:  # the quarter of a year
        return Reading(fraction.value, i + 1, "share", 0.2)
    return Reading(fraction.value, i + 1, "share", 0.5 if fraction.value == 0.5 else 0.7)


def _cardinal(tokens: Sequence[Token], i: int, first: Form) -> Reading | None:
    total = Sum()
    if role(first.entries, "one") or role(
        first.entries, "teen", "unit", "ten", "tens", "hundred", "scale", "dual"
    ):
        result = _continue(tokens, i, total, 0)
        if key_at(tokens, i - 1) == "من" and key_at(tokens, i - 2) in (
            "جزء",
            "اجزاء",
        ):  # ثلاثة أجزاء من المئة
            before = form(tokens, i - 3)
            count = role(before.entries, "unit", "tens", "ten") if before else None
            return Reading((count.value if count else 1) / result.value, result.end, "share", 0.7)
        return result if result.end > i else None
    if dozen := role(first.entries, "dozen"):
        return Reading(dozen.value, i + 1, weight=0.8)
    return None


def _continue(tokens: Sequence[Token], i: int, total: Sum, count: int) -> Reading:
    """Add number words from token `i` on to `total`, as long as the grammar allows."""
    j, start = i, i
    while True:
        found, joined, k = _at(tokens, j) if count else (form(tokens, j), False, j)
        if found is None:
            end = _joined_figure(tokens, j, total) if count else j
            if end == j:
                break
            j, count = end, count + 1
            continue
        step = _step(tokens, k, found, joined, total, count)
        if step < 0:  # the scales rise: what came after the last scale is another number
            return Reading(total.safe[0], total.safe[1], scale=total.scale) if total.safe else Reading(
                total.value, j, scale=total.scale)  # fmt: skip
        if step == 0:
            break
        j, count = k + step, count + 1
    return _finish(tokens, start, j, count, total)


def _step(tokens: Sequence[Token], k: int, found: Form, joined: bool, total: Sum, count: int) -> int:
    """How many tokens the word at `k` takes into the sum: 0 when it does not belong, -1 when scales rise."""
    entries, group = found.entries, total.group
    free = (not count) or joined  # a new part is added: the first, or one after و
    below = group % 100
    open_unit = free and below == 0
    if (scale := role(entries, "scale")) and not role(entries, "hint"):
        if joined and group == 0 and total.total:
            return 1 if total.close_group(scale.value, k + 1) else 0
        if joined and group:
            return 0
        if group == 0 and total.total:
            total.total, total.scale = total.total * scale.value, scale.value
            total.lowest, total.safe = scale.value, (total.total * 1.0, k + 1)
            return 1
        return 1 if total.close_group(scale.value, k + 1) else -1
    if (dual := role(entries, "dual")) and free and group == 0 and 2 * dual.value < total.lowest:
        total.total += 2 * dual.value
        total.lowest = total.scale = dual.value
        total.safe = (total.total, k + 1)
        return 1
    if (hundred := role(entries, "hundred")) is not None:
        if found.plain and 0 < group < 10 and hundred.value == 100 and count:
            total.group *= 100
            return 1
        if free and group == 0:
            total.group = hundred.value
            return 1
        return 0
    if (unit := role(entries, "unit", "one", "teen")) and open_unit:
        following = form(tokens, k + 1)
        if following and not following.joined and role(following.entries, "ten"):
            total.group += unit.value + 10
            return 2
        compound = following or (form(tokens, k + 2) if key_at(tokens, k + 1) == "و" else None)
        if unit.role == "teen" and not (compound and role(compound.entries, "tens")):
            return 0
        total.group += unit.value
        return 1
    if (tens := role(entries, "tens")) and free and below < 10:
        total.group += tens.value
        return 1
    if (ten := role(entries, "ten")) and open_unit:
        total.group += ten.value
        return 1
    return 0


def _joined_figure(tokens: Sequence[Token], j: int, total: Sum) -> int:
    """The end after "و500" in "3 آلاف و500" or "و200 ألف" in "مليون و200 ألف"; `j` when nothing is added."""
    if key_at(tokens, j) != "و" or j + 1 >= len(tokens) or tokens[j + 1].type != "figure":
        return j
    value = tokens[j + 1].values[0]
    following = form(tokens, j + 2)
    scale = role(following.entries, "scale") if following and not following.joined else None
    if total.group or not total.total or value != int(value) or not 0 < value < 1000:
        return j
    if scale is None and total.scale == 1000:
        total.group = value
        return j + 2
    if scale is not None and scale.value < total.lowest:
        total.group = value
        total.close_group(scale.value, j + 3)
        return j + 3
    return j


def _finish(tokens: Sequence[Token], start: int, j: int, count: int, total: Sum) -> Reading:
    value = total.value
    scale = total.scale if total.group == 0 else 1.0
    following, joined, k = _at(tokens, j)
    fraction = role(following.entries, "fraction") if following and joined else None
    if fraction is not None and count:
        value, j = value + fraction.value * scale, k + 1
        same = form(tokens, j)
        repeated = role(same.entries, "scale") if same and not same.joined else None
        if repeated and repeated.value == scale:  # مليون ونصف المليون
            j += 1
        elif repeated and scale == 1.0:
            value, j, scale = value * repeated.value, j + 1, repeated.value
    readings: tuple[float, ...] = ()
    first = form(tokens, start)
    only = j - start == 1
    scaled = first is not None and role(first.entries, "scale") is not None
    if only and scaled and tokens[start].key.endswith("ا") and "ً" not in tokens[start].raw:
        readings = (2 * value,)  # ألفا شخص: two thousand, when no tanwin says one
    if only and first and first.definite and role(first.entries, "dual"):
        readings = (value / 2,)  # المليوني: of a million
    fifth = role(first.entries, "unit", "ten") if only and first else None
    if fifth and tokens[start].key[-1] in "سعنر" and fifth.value >= 4:
        readings = (1 / fifth.value,)  # خمس: five, or a fifth
    weight = 0.1 if only and first and role(first.entries, "one") else 1.0
    if only and tokens[start].key == "الفا" and readings:
        weight = 0.2  # may be alpha
    if only and tokens[start].key == "الف" and key_at(tokens, j).startswith("ال"):
        weight = 0.3  # ألف الموسيقار: he composed
    if only and tokens[start].key in cues("maybe", "ar"):
        weight = 0.5
    return Reading(value, j, weight=weight, readings=readings, scale=scale)


def _single(tokens: Sequence[Token], i: int, first: Form) -> Reading | None:
    """Words that only may stand for a number."""
    entry = role(first.entries, "hint", "zero", "multiple", "teen")
    if entry is None:
        return None
    return Reading(entry.value, i + 1, weight=0.3 if entry.role == "zero" else 0.0)
