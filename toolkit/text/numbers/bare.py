"""Units without a number of their own: "a decade", "every other month", أسبوع, يومين; halves after units."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.numbers import english, forms, units
from toolkit.text.numbers.lexicon import cues, duals, singulars
from toolkit.text.numbers.reading import Reading, key_at, role
from toolkit.text.numbers.tokens import Token

_REGULAR = frozenset(("hour", "day", "week", "month", "year"))
_LONG = frozenset(("decade", "century", "generation", "fortnight", "millennium"))
_NO_UNIT_ALONE = frozenset(("times", "time", "second", "people", "points", "c", "$"))


def bare_unit(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    """One of the unit at `i`, or two of it for a dual; weight 0 unless the words stress the number."""
    if tokens[i].type != "word":
        return None
    return _arabic(tokens, i) if language == "ar" else _english(tokens, i)


def _arabic(tokens: Sequence[Token], i: int) -> Reading | None:
    key = tokens[i].key
    found = next((f for rest, _, _ in forms.strip(key) if (f := _unit_and_count(rest))), None)
    if found is None:
        return None
    (count, ids), end = found, i + 1
    one = forms.form(tokens, end)
    if count == 1 and one and one.plain and role(one.entries, "one"):  # مترا واحدا
        return Reading(1.0, end + 1, units=ids, weight=0.6)
    if count == 2 and "point" in ids and key_at(tokens, end) in ("ميويتين", "ميويتان"):
        return Reading(2.0, end + 1, units=("percentage_point",), weight=0.9)
    value, after = and_a_half(tokens, count, end, "ar", ids)
    if value != count:
        weight = 0.9
    elif count == 2:
        weight = 0.3 if key.startswith("ال") else 0.65  # العامين: the two years, but also "general"
    else:
        weight = 0.6 if key_at(tokens, i - 1) in ("كل", "وكل") and set(ids) & _REGULAR else 0.0
    return Reading(value, after, units=ids, weight=weight)


def _unit_and_count(rest: str) -> tuple[float, tuple[str, ...]] | None:
    """Two of a unit for its dual, one for its singular or its adverb (يوميا), None for any other word."""
    if rest in duals():
        return 2.0, duals()[rest]
    if rest in cues("period", "ar"):
        return 1.0, (cues("period", "ar")[rest],)
    return (1.0, singulars()[rest]) if rest in singulars() else None


def _english(tokens: Sequence[Token], i: int) -> Reading | None:
    key = tokens[i].key
    if key in cues("period", "en"):
        return Reading(1.0, i + 1, units=(cues("period", "en")[key],), weight=0.0)
    article = key in ("a", "an", "every", "each", "per")
    k, count = (i + 1 if article else i), 1.0
    if key == "every" and key_at(tokens, k) in ("other", "second", "single"):
        k, count = k + 1, (1.0 if key_at(tokens, k) == "single" else 2.0)  # every other month
    ids, end = units.unit_at(tokens, k, "en")
    plural = key_at(tokens, k).endswith("s") and len(key_at(tokens, k)) > 2
    if not ids or key_at(tokens, k) in _NO_UNIT_ALONE or (plural and not article):
        return None
    value, after = and_a_half(tokens, count, end, "en", ids)
    if value != count:
        weight = 0.9
    elif count == 2:
        weight = 0.65
    elif key in ("every", "each") and set(ids) & _REGULAR:
        weight = 0.6
    else:
        weight = 0.5 if article and set(ids) & _LONG else 0.0
    return Reading(value, after, units=ids, weight=weight)


def and_a_half(
    tokens: Sequence[Token], value: float, i: int, language: str, names: tuple[str, ...]
) -> tuple[float, int]:
    """ "an hour and a half", ثماني سنوات ونصف السنة: the fraction after the unit."""
    if language == "ar":
        form = forms.form(tokens, i)
        fraction = role(form.entries, "fraction") if form and form.joined else None
        if fraction is None:
            return value, i
        again, end = units.unit_at(tokens, i + 1, language)
        if again and not set(again) & set(names):  # a month and half a year
            return value, i
        return value + fraction.value, end if again else i + 1
    if key_at(tokens, i) != "and" or key_at(tokens, i + 1) != "a":
        return value, i
    found = english.read(tokens, i + 1)
    if found and found.kind == "share" and key_at(tokens, found.end) not in ("of", "dozen"):
        return value + found.value, found.end
    return value, i
