"""The time of day: 3:30 pm, half past three, الساعة الثالثة والنصف مساء."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from toolkit.text.numbers import arabic, english, forms
from toolkit.text.numbers.lexicon import cues, words
from toolkit.text.numbers.reading import Reading, key_at, role
from toolkit.text.numbers.tokens import Token

_AM = frozenset(("am", "a"))
_PM = frozenset(("pm", "p"))
Half = Literal["", "am", "pm", "either"]


def read(tokens: Sequence[Token], i: int, language: str) -> Reading | None:
    """The time of day that begins at token `i` (hours, minutes as a fraction), or None."""
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
    if (
        not exact
        and not half
        and hour_word
        and start > 0
        and tokens[start].key == "الساعه"
        and key_at(tokens, start - 1) == "في"
        and hours == 1
    ):
        return None  # في الساعة الواحدة is mostly "an hour"
    if half in ("am", "pm") and 1 <= hours < 13:
        dotted = int(hours) + round(hours % 1 * 60) / 100
        hours = hours % 12 + (12 if half == "pm" else 0)
        named: Literal["", "am", "pm"] = "am" if half == "am" else "pm"
        return Reading(hours, end, "time", 0.9, ((hours + 12) % 24, dotted), half=named)
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
        colon = key_at(tokens, j) == ":" and tokens[j].glued and j + 1 < len(tokens)
        two = tokens[j + 1] if colon else None
        spaced = two is not None and (two.glued or language == "ar")  # "11: 29" in Arabic machine output
        if two is not None and spaced and two.type == "figure" and len(two.raw) == 2:
            minutes = two.values[0]
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
    first = forms.form(tokens, i)
    if found is None or first is None or not 1 <= found.value <= 12.99:
        return None
    entry = role(first.entries, "ordinal", "one")
    if entry is None:
        return None
    if not hour_word and tokens[i].key.endswith("ه") and _day_half(tokens, i + 1, "ar")[0]:
        return entry.value, i + 1, False  # الثانية ظهرا
    if not hour_word:  # الثالثة والنصف
        after = forms.form(tokens, i + 1)
        half = after is not None and after.joined and after.definite and role(after.entries, "fraction")
        return (entry.value + half.value, i + 2, True) if half and tokens[i].key.endswith("ه") else None
    hours, end = entry.value, i + 1
    following = forms.form(tokens, i + 1)
    if following and not following.joined and role(following.entries, "ten"):
        hours, end = hours + 10, i + 2
    return _with_minutes(tokens, hours, end)


def _with_minutes(tokens: Sequence[Token], hours: float, i: int) -> tuple[float, int, bool]:
    """الثالثة والنصف, الثالثة إلا ربعا, الثالثة وعشر دقائق"""
    found = forms.form(tokens, i)
    fraction = role(found.entries, "fraction") if found and found.joined else None
    if fraction:
        return hours + fraction.value, i + 1, True
    if key_at(tokens, i) == "الا":
        found = forms.form(tokens, i + 1)
        fraction = role(found.entries, "fraction") if found else None
        if fraction:
            return hours - fraction.value, i + 2, True
    k = i + 1 if key_at(tokens, i) == "و" else i
    if k < len(tokens) and (k > i or (found and found.joined)):
        minutes = arabic.read(tokens, k)
        if minutes and minutes.value < 60 and key_at(tokens, minutes.end) in ("دقيقه", "دقايق"):
            return hours + minutes.value / 60, minutes.end + 1, True
    return hours, i, False


_PHRASES: dict[str, Half] = {"in the morning": "am", "in the afternoon": "pm", "in the evening": "pm"}


def _day_half(tokens: Sequence[Token], i: int, language: str) -> tuple[Half, int]:
    key = key_at(tokens, i)
    if language == "ar":
        if key in ("بعد", "قبل") and key_at(tokens, i + 1) == "الظهر":
            return ("pm" if key == "بعد" else "am"), i + 2
        named = cues("half of day", "ar").get(key)
        if named == "am" or (key == "من" and key_at(tokens, i + 1) == "صباح"):
            return "am", i + 1
        if key == "ليلا":
            return "either", i + 1
        return ("pm", i + 1) if named else ("", i)
    phrase = " ".join(key_at(tokens, k) for k in range(i, i + 3))
    if phrase in _PHRASES:
        return _PHRASES[phrase], i + 3
    if phrase.startswith("at night"):
        return "either", i + 2
    if key == "o" and key_at(tokens, i + 2) == "clock":
        half, end = _day_half(tokens, i + 3, language)
        return half or "either", end
    halves: tuple[tuple[frozenset[str], Half], ...] = ((_AM, "am"), (_PM, "pm"))
    for names, half in halves:
        if key in names:
            if len(key) == 2:
                return half, i + 1
            if key_at(tokens, i + 1) == "." and key_at(tokens, i + 2) == "m":
                return half, i + (4 if key_at(tokens, i + 3) == "." else 3)
    return "", i
