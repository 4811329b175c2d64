"""Months, weekdays, decades, centuries and the time of day, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from toolkit.text.numbers import arabic, english
from toolkit.text.numbers.lexicon import calendar, words
from toolkit.text.numbers.reading import Reading, key_at, role
from toolkit.text.numbers.tokens import Token

_MONTH_NEIGHBOURS = frozenset("in of on since until till by early late mid last next this from through during".split())
_AM = frozenset(("am", "a"))
_PM = frozenset(("pm", "p"))
_MORNING = frozenset(("صباحا", "ص", "فجرا"))
_EVENING = frozenset(("مساء", "ظهرا", "عصرا", "ليلا", "م"))
_RELATIVE = frozenset("الماضي المنصرم الفايت الحالي الجاري".split())
_DAY_WORDS = frozenset("يوم مساء صباح ليله فجر ظهر عشيه ايام نهار".split())


def read(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    """The date or time that begins at token `i`, or None."""
    found = _clock(tokens, i, language) or _month_or_weekday(tokens, i, language)
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
        both = number == 1 and language == "ar" and key_at(tokens, i - 1) not in _DAY_WORDS
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
    rests = [tokens[i].key, *(tokens[i].key[n:] for n in (1, 2) if _is_particles(tokens[i].key[:n]))]
    for rest in (form for rest in rests for form in (rest, "ال" + rest[1:] if rest.startswith("لل") else rest)):
        for keys, size in (((rest, key_at(tokens, i + 1)), 2), ((rest,), 1)):
            if keys in table:
                return (*table[keys], i + size)
    return None


def _is_particles(prefix: str) -> bool:
    return prefix[0] in "وفبلك" and (len(prefix) == 1 or prefix[1] in "بلك" and prefix[0] in "وف")


def _dated(tokens: Sequence[Token], i: int, end: int, language: str, kind: str) -> bool:
    """Whether a word that only may be a month (May, مارس) or weekday has a date around it."""
    before, after = key_at(tokens, i - 1), key_at(tokens, end)
    if before in ("-", "‑"):
        before = key_at(tokens, i - 2)
    if kind == "weekday":
        return True
    if language == "ar" and tokens[i].key.startswith("ل"):
        return False
    figures = [tokens[k].type == "figure" for k in (i - 1, end) if 0 <= k < len(tokens)]
    if any(figures) or after in ("/", "(") or before in ("/", "("):
        return True
    if language == "en":
        ordinal = before in ("th", "st", "nd", "rd", "of") or after == "the"
        return ordinal or (before in _MONTH_NEIGHBOURS) or (
            tokens[i].key in ("march", "august") and i > 0 and tokens[i - 1].type != "mark")
    if before == "من" and (arabic.form(tokens, i - 2) or key_at(tokens, i - 2).isdigit()):
        return True
    if before == "شهر" or after in ("الماضي", "المقبل", "الجاري", "القادم", "المنصرم", "من"):
        return True
    found = arabic.form(tokens, i - 1)
    if found is not None and tokens[i].key not in ("اب", "ماي", "جوان"):
        return True
    return tokens[i].key == "مارس" and before in ("في", "منذ", "خلال", "حتي", "اوايل", "اواخر", "منتصف", "نهايه",
                                                  "بدايه", "بحلول", "الي")  # fmt: skip


def _clock(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    start = i
    hour_word = language == "ar" and tokens[i].key.endswith("الساعه")
    if hour_word:
        i += 1
    found = _hour(tokens, i, language, hour_word)
    if found is None:
        return None
    hours, i, exact = found
    if not 0 <= hours <= 24:
        return None
    half, end = _day_half(tokens, i, language)
    if not (exact or half or hour_word):
        return None
    if not exact and not half and hour_word and start > 0 and tokens[start].key == "الساعه" and key_at(
        tokens, start - 1) == "في" and hours == 1:
        return None  # في الساعة الواحدة is mostly "an hour"
    if half and 1 <= hours < 13:
        dotted = int(hours) + round(hours % 1 * 60) / 100
        hours = hours % 12 + (12 if half == "pm" else 0)
        return Reading(hours, end, "time", 0.9, ((hours + 12) % 24, dotted))
    readings = ((hours + 12) % 24,) if hours <= 12 else ()
    if hours != int(hours):
        minutes = round(hours % 1 * 60)
        readings = (*readings, int(hours) + minutes / 100)
    return Reading(hours, end, "time", 0.9, readings)


def _hour(tokens: Sequence[Token], i: int, language: str, hour_word: bool) -> tuple[float, int, bool] | None:
    """Hours (with minutes as a fraction), the end, and whether minutes were given in figures."""
    if not 0 <= i < len(tokens):
        return None
    token = tokens[i]
    if token.type == "figure":
        hours, j = token.values[0], i + 1
        if (key_at(tokens, j) == ":" and tokens[j].glued and j + 1 < len(tokens)
                and (tokens[j + 1].glued or language == "ar") and tokens[j + 1].type == "figure" and len(tokens[j + 1].raw) == 2):  # fmt: skip
            minutes = tokens[j + 1].values[0]
            if minutes < 60 and hours == int(hours):
                return hours + minutes / 60, j + 2, True
            return None
        if hours != int(hours) and len(token.raw) >= 4:  # 11.30
            hours = int(hours) + round(hours % 1 * 100) / 60
        elif hours != int(hours):
            return None
        if hour_word:
            return _with_minutes(tokens, hours, j)
        return hours, j, False
    if language == "en":
        if token.key in ("half", "quarter") and key_at(tokens, i + 1) in ("past", "to"):
            base = english.read(tokens, i + 2) if i + 2 < len(tokens) else None
            if base and 1 <= base.value <= 12:
                shift = 0.5 if token.key == "half" else 0.25
                return base.value + (shift if key_at(tokens, i + 1) == "past" else -shift), base.end, True
        entry = role(words("en").get(token.key, ()), "one", "unit", "teen")
        return (entry.value, i + 1, False) if entry and entry.value <= 12 else None
    if not hour_word and not (token.key.startswith("ال") or token.key.startswith("ل")):
        return None
    found = arabic.read(tokens, i)
    first = arabic.form(tokens, i)
    if found is None or first is None or not 1 <= found.value <= 12.99:
        return None
    entry = role(first.entries, "ordinal", "one")
    if entry is None:
        return None
    if not hour_word:  # الثالثة والنصف
        after = arabic.form(tokens, i + 1)
        half = after is not None and after.joined and after.definite and role(after.entries, "fraction")
        return (entry.value + half.value, i + 2, True) if half and tokens[i].key.endswith("ه") else None
    hours, end = entry.value, i + 1
    following = arabic.form(tokens, i + 1)
    if following and not following.joined and role(following.entries, "ten"):
        hours, end = hours + 10, i + 2
    return _with_minutes(tokens, hours, end)


def _with_minutes(tokens: Sequence[Token], hours: float, i: int) -> tuple[float, int, bool]:
    """الثالثة والنصف, الثالثة إلا ربعا, الثالثة وعشر دقائق"""
    found = arabic.form(tokens, i)
    fraction = role(found.entries, "fraction") if found and found.joined else None
    if fraction:
        return hours + fraction.value, i + 1, True
    if key_at(tokens, i) == "الا":
        found = arabic.form(tokens, i + 1)
        fraction = role(found.entries, "fraction") if found else None
        if fraction:
            return hours - fraction.value, i + 2, True
    k = i + 1 if key_at(tokens, i) == "و" else i
    if k < len(tokens) and (k > i or (found and found.joined)):
        minutes = arabic.read(tokens, k)
        if minutes and minutes.value < 60 and key_at(tokens, minutes.end) in ("دقيقه", "دقايق"):
            return hours + minutes.value / 60, minutes.end + 1, True
    return hours, i, False


def _day_half(tokens: Sequence[Token], i: int, language: str) -> tuple[str, int]:
    key = key_at(tokens, i)
    if language == "ar":
        if key in ("بعد", "قبل") and key_at(tokens, i + 1) == "الظهر":
            return ("pm" if key == "بعد" else "am"), i + 2
        if key in _MORNING or (key == "من" and key_at(tokens, i + 1) == "صباح"):
            return "am", i + 1
        return ("pm", i + 1) if key in _EVENING and key != "م" else ("", i)
    if key == "o" and key_at(tokens, i + 2) == "clock":
        half, end = _day_half(tokens, i + 3, language)
        return half or "either", end
    for names, half in ((_AM, "am"), (_PM, "pm")):
        if key in names:
            if len(key) == 2:
                return half, i + 1
            if key_at(tokens, i + 1) == "." and key_at(tokens, i + 2) == "m":
                return half, i + (4 if key_at(tokens, i + 3) == "." else 3)
    return "", i


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
    return {stem + ending: value for stem, value in tens.items() for ending in ("ينيات", "ينات", "يينات", "يينيات")}


def _arabic_era(tokens: Sequence[Token], i: int) -> Reading | None:
    if tokens[i].type != "word":
        return None
    for rest, _, definite in arabic.strip(tokens[i].key):
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
            named = 0.9 if tokens[end - 1].key not in _RELATIVE else 0.2
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
