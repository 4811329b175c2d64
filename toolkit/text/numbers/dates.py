"""Months, weekdays, decades and centuries, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from toolkit.text.numbers import arabic, clock, english, forms
from toolkit.text.numbers.lexicon import calendar, cues, words
from toolkit.text.numbers.reading import Reading, key_at, role
from toolkit.text.numbers.tokens import Token


def read(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    """The date or time that begins at token `i`, or None."""
    found = clock.read(tokens, i, language) or _month_or_weekday(tokens, i, language)
    if found is not None:
        return found
    return _arabic_era(tokens, i) if language == "ar" else _english_era(tokens, i)


def _month_or_weekday(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    if tokens[i].type != "word":
        return None
    found = _calendar_word(tokens, i, language)
    if found is None:
        return None
    kind, number, sure, end = found
    if kind == "weekday" and key_at(tokens, end).startswith("عشر"):
        return None  # الأحد عشر: the eleven
    if not sure and not _dated(tokens, i, end, language, kind):
        return None
    again = end
    while kind == "month" and key_at(tokens, again) in ("/", "(", "-", "–"):  # كانون الثاني/يناير
        other = _calendar_word(tokens, again + 1, language)
        if other is None or other[:2] != (kind, number):
            break
        again = end = other[3]
        if key_at(tokens, end) == ")":
            again = end = end + 1
    if kind == "weekday":
        both = number == 1 and language == "ar" and key_at(tokens, i - 1) not in cues("day word", "ar")
        readings = (2.0,) if both else ()
        vague = language == "ar" and "ال" not in tokens[i].key and "لل" not in tokens[i].key
        return Reading(number, end, "weekday", 0.0 if vague else 0.9, readings)
    beside = any(tokens[k].type == "figure" for k in (i - 1, end) if 0 <= k < len(tokens))
    return Reading(number, end, "month", 0.9 if beside else 0.6)


def _calendar_word(tokens: Sequence[Token], i: int, language: str) -> tuple[str, int, bool, int] | None:
    if not 0 <= i < len(tokens):
        return None
    table = calendar(language)
    if language == "en":
        raw = tokens[i].raw
        beside = any(tokens[k].type == "figure" for k in (i - 1, i + 1) if 0 <= k < len(tokens))
        found = table.get((tokens[i].key,))
        if found and not raw[:1].isupper() and not (beside and found[0] == "month" and found[2]):
            return None
        return (*found, i + 1) if found else None
    key = tokens[i].key
    rests = [key, *(key[n:] for n in (1, 2) if _is_particles(key[:n]))]
    rests += ["ال" + rest[2:] for rest in rests if rest.startswith("لل")]
    for rest in rests:
        for keys, size in (((rest, key_at(tokens, i + 1)), 2), ((rest,), 1)):
            if keys in table:
                return (*table[keys], i + size)
    return None


def _is_particles(prefix: str) -> bool:
    return prefix[0] in "وفبلك" and (len(prefix) == 1 or (prefix[1] in "بلك" and prefix[0] in "وف"))


def _dated(tokens: Sequence[Token], i: int, end: int, language: str, kind: str) -> bool:
    """Whether a word that only may be a month (May, مارس) or weekday has a date around it."""
    before, after = key_at(tokens, i - 1), key_at(tokens, end)
    if before in ("-", "‑"):
        before = key_at(tokens, i - 2)
    if kind == "weekday":
        one = tokens[i].key in ("احد", "واحد")  # يوم أحد, not "one of"
        return not one or ("أحد" in tokens[i].raw and before in {*cues("day word", "ar"), "كل", "سبت"})
    if language == "ar" and tokens[i].key.startswith("ل"):
        return False
    figures = [tokens[k].type == "figure" for k in (i - 1, end) if 0 <= k < len(tokens)]
    if any(figures) or after in ("/", "(") or before in ("/", "("):
        return True
    if language == "en":
        ordinal = before in ("th", "st", "nd", "rd", "of") or after == "the"
        return (
            ordinal
            or (before in cues("month neighbour", "en"))
            or (tokens[i].key in ("march", "august") and i > 0 and tokens[i - 1].type != "mark")
        )
    if before == "من" and (forms.form(tokens, i - 2) or key_at(tokens, i - 2).isdigit()):
        return True
    if before == "شهر" or after in cues("month after", "ar"):
        return True
    found = forms.form(tokens, i - 1)
    if found is not None and tokens[i].key not in ("اب", "ماي", "جوان"):
        return True
    return tokens[i].key == "مارس" and before in cues("month before", "ar")


def _english_era(tokens: Sequence[Token], i: int) -> Reading | None:
    token = tokens[i]
    if token.type == "figure" and token.raw.isdigit():
        k = i + 2 if key_at(tokens, i + 1) in ("'", "’") and tokens[i + 1].glued else i + 1
        if key_at(tokens, k) == "s" and tokens[k].glued and token.values[0] % 10 == 0:
            return _decade(token.values[0], k + 1)
        return _century(tokens, i)
    for base, value in _DECADES_EN:
        if token.key == base:
            return _decade(value, i + 1)
    if key_at(tokens, i) == "last" and key_at(tokens, i + 1) == "century":
        return Reading(1900, i + 2, "era", 0.1)
    return _century(tokens, i) if token.type == "word" else None


_DECADES_EN = tuple(zip(
    ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
    range(20, 100, 10), strict=True))  # fmt: skip


def _decade(value: float, end: int) -> Reading:
    if value < 100:
        return Reading(1900 + value, end, "era", 0.7, (value, 1800 + value, 2000 + value))
    return Reading(value, end, "era", 0.8, (value % 100,) if value % 100 else ())


def _century(tokens: Sequence[Token], i: int) -> Reading | None:
    found = english.read(tokens, i)
    if found is None or found.kind != "ordinal":
        return None
    k = found.end + (key_at(tokens, found.end) in ("-", "‑", "‐"))
    if key_at(tokens, k) in ("century", "centuries"):
        return Reading((found.value - 1) * 100, k + 1, "era", 0.9, (found.value,))
    return None


@cache
def _arabic_decades() -> dict[str, float]:
    tens = {form[:-2]: entry.value for form, entries in words("ar").items() if form.endswith("ين")
            and (entry := role(entries, "tens"))}  # fmt: skip
    return {
        stem + ending: value
        for stem, value in tens.items()
        for ending in ("ينيات", "ينات", "يينات", "يينيات")
    }


def _arabic_era(tokens: Sequence[Token], i: int) -> Reading | None:
    if tokens[i].type != "word":
        return None
    for rest, _, definite in forms.strip(tokens[i].key):
        if rest in _arabic_decades():
            value = _arabic_decades()[rest]
            century, end = _named_century(tokens, i + 1)
            if century is None:
                return _decade(value, end)
            return Reading(century + value, end, "era", 0.9, (value,))
        if rest == "قرن":
            century, end = _named_century(tokens, i)
            if century is None:
                return None
            of_year = key_at(tokens, i - 1) == "من" and i > 1 and tokens[i - 2].type == "figure"
            named = 0.9 if tokens[end - 1].key not in cues("this or last", "ar") else 0.2
            return Reading(century, end, "era", 0.0 if of_year else named, (century / 100 + 1,))
        if rest == "عقد" and definite:
            nth = arabic.read(tokens, i + 1) if i + 1 < len(tokens) else None
            if nth and nth.kind == "ordinal":
                century, end = _named_century(tokens, nth.end)
                if century is not None:
                    return Reading(century + (nth.value - 1) * 10, end, "era", 0.6)
    return None


def _named_century(tokens: Sequence[Token], i: int) -> tuple[float | None, int]:
    """The first year of the century named at `i` (القرن الماضي, من القرن التاسع عشر), and its end."""
    j = i + 1 if key_at(tokens, i) == "من" else i
    if not key_at(tokens, j).endswith("القرن"):
        return None, i
    if key_at(tokens, j + 1) in ("الماضي", "المنصرم", "الفايت"):
        return 1900.0, j + 2
    if key_at(tokens, j + 1) in ("الحالي", "الجاري"):
        return 2000.0, j + 2
    k = j + 1 + (key_at(tokens, j + 1) in ("ال", "الـ"))
    found = arabic.read(tokens, k) if k < len(tokens) and not key_at(tokens, k).startswith("و") else None
    if found is None or not 1 <= found.value <= 30:
        return None, i
    return (found.value - 1) * 100, found.end
