"""Fill the slots of the news corpus: `{MAN1} met {WOMAN1} on {DAY1}.` becomes a sentence on both sides.

A slot is a kind and a number; the same slot has the same value everywhere in a line, two slots of one kind
have different values. Kinds with a list (`slots/KIND.tsv`: English, Arabic) draw from it; others are made.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SLOT = re.compile(r"\{([A-Z]+)([0-9])\}")

LISTED = ("MAN", "WOMAN", "CITY", "COUNTRYF", "COUNTRYM", "ORGF", "ORGM")

Pair = tuple[str, str]
"""English and Arabic of one thing."""

_DAYS = [
    ("Monday", "الاثنين"), ("Tuesday", "الثلاثاء"), ("Wednesday", "الأربعاء"), ("Thursday", "الخميس"),
    ("Friday", "الجمعة"), ("Saturday", "السبت"), ("Sunday", "الأحد"),
]  # fmt: skip

_MONTHS = [
    ("January", "يناير", "كانون الثاني"), ("February", "فبراير", "شباط"), ("March", "مارس", "آذار"),
    ("April", "أبريل", "نيسان"), ("May", "مايو", "أيار"), ("June", "يونيو", "حزيران"),
    ("July", "يوليو", "تموز"), ("August", "أغسطس", "آب"), ("September", "سبتمبر", "أيلول"),
    ("October", "أكتوبر", "تشرين الأول"), ("November", "نوفمبر", "تشرين الثاني"),
    ("December", "ديسمبر", "كانون الأول"),
]  # fmt: skip

_CURRENCIES = [
    ("${}", "{} دولار"), ("€{}", "{} يورو"), ("£{}", "{} جنيه إسترليني"), ("{} dollars", "{} دولار"),
    ("{} euros", "{} يورو"), ("${}", "{} دولار أمريكي"),
]  # fmt: skip

_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def slots_of(text: str) -> list[str]:
    """The slots of `text`, each once, in order.

    >>> slots_of("{MAN1} met {MAN2}; {MAN1} left.")
    ['MAN1', 'MAN2']
    """
    return list(dict.fromkeys(m.group(1) + m.group(2) for m in SLOT.finditer(text)))


def read_lists(folder: Path) -> dict[str, list[Pair]]:
    """The lists of `folder` by kind: `KIND.tsv`, one pair a line, English and Arabic with a tab between."""
    lists: dict[str, list[Pair]] = {}
    for kind in LISTED:
        lines = (folder / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
        lists[kind] = [(en, ar) for en, ar in (line.split("\t") for line in lines if line.strip())]
    return lists


def fill(pair: Pair, lists: Mapping[str, Sequence[Pair]], rng: random.Random, *, indic: bool = False) -> Pair:
    """`pair` with every slot filled, both sides alike; `indic` writes the Arabic digits as ٠-٩.

    A لـ before a value with the article contracts with it (ل + البرلمان = للبرلمان), and the English sentence
    keeps its capital. Raises `KeyError` for a slot of an unknown kind.

    >>> lists = {"ORGM": [("the Security Council", "المجلس")]}
    >>> fill(("{ORGM1} met.", "عقد لـ{ORGM1} اجتماع."), lists, random.Random(0))
    ('The Security Council met.', 'عقد للمجلس اجتماع.')
    """
    english, arabic = pair
    values = _values(slots_of(english + arabic), lists, rng)
    for slot, (en, ar) in values.items():
        english = english.replace(f"{{{slot}}}", en)
        arabic = _put(arabic, slot, ar)
    if indic:
        arabic = arabic.translate(_INDIC)
    return _capital(english), arabic


def _values(names: Sequence[str], lists: Mapping[str, Sequence[Pair]], rng: random.Random) -> dict[str, Pair]:
    values: dict[str, Pair] = {}
    for name in names:
        kind = name[:-1]
        taken = {value for other, value in values.items() if other[:-1] == kind}
        for _ in range(100):
            value = rng.choice(lists[kind]) if kind in LISTED else _MADE[kind](rng)
            if value not in taken:
                break
        values[name] = value
    return values


def _put(arabic: str, slot: str, value: str) -> str:
    """Put `value` for `slot`, contracting a ل before its article: ل + الـ = لل, and ل + اللـ = لل."""
    mark = f"{{{slot}}}"
    if value.startswith("ال"):
        rest = value[3:] if value.startswith("الل") else value[2:]
        arabic = re.sub(rf"(?<![ء-غف-ي])([وف]?)لـ?{re.escape(mark)}", lambda m: f"{m[1]}لل{rest}", arabic)
    elif value[:1].isalpha():
        arabic = re.sub(rf"ـ(?={re.escape(mark)})", "", arabic)
    return arabic.replace(mark, value)


def _capital(english: str) -> str:
    found = re.search(r"[^\W_]", english)
    if found is None or not found.group().islower():
        return english
    at = found.start()
    return english[:at] + english[at].upper() + english[at + 1 :]


def _grouped(number: int) -> str:
    return f"{number:,}"


def _number(rng: random.Random) -> Pair:
    return (str(number := rng.randint(11, 99)), str(number))


def _big(rng: random.Random) -> Pair:
    number = rng.choice([rng.randint(1, 9) * 100, rng.randint(11, 99) * 100, rng.randint(3, 99) * 1000,
                         rng.randint(1, 9) * 100_000])  # fmt: skip
    if number >= 1000 and rng.random() < 0.25 and number % 1000 == 0 and number // 1000 > 10:
        return _grouped(number), f"{number // 1000} ألف"
    shown = _grouped(number)
    return shown, shown if rng.random() < 0.5 else str(number)


def _year(rng: random.Random) -> Pair:
    return (str(year := rng.randint(1950, 2026)), str(year))


def _percent(rng: random.Random) -> Pair:
    whole = rng.randint(1, 99)
    shown = f"{whole}.{rng.randint(1, 9)}" if rng.random() < 0.5 else str(whole)
    english = rng.choice(["{}%", "{} percent", "{} per cent"])
    arabic = rng.choice(["{}%", "{} في المئة", "{} بالمئة", "{} في المائة"])
    return english.format(shown), arabic.format(shown)


def _money(rng: random.Random) -> Pair:
    english, arabic = rng.choice(_CURRENCIES)
    kind = rng.random()
    if kind < 0.45:
        amount = str(rng.randint(11, 99) if rng.random() < 0.5 else rng.randint(1, 9) * 100)
        return english.format(f"{amount} million"), arabic.format(f"{amount} مليون")
    if kind < 0.65:
        whole, part = rng.randint(1, 9), rng.randint(1, 9)
        amount = f"{whole}.{part}" if rng.random() < 0.6 else str(10 * whole + part)
        return english.format(f"{amount} billion"), arabic.format(f"{amount} مليار")
    hundreds = rng.choice([rng.randint(1, 9), rng.randint(2, 9) * 10, rng.randint(11, 99) * 10])
    amount = _grouped(hundreds * 100)
    return english.format(amount), arabic.format(amount)


def _day(rng: random.Random) -> Pair:
    return rng.choice(_DAYS)


def _month(rng: random.Random) -> Pair:
    english, egyptian, levantine = rng.choice(_MONTHS)
    styles = [egyptian, egyptian, levantine, f"{levantine}/{egyptian}", f"{egyptian}/{levantine}"]
    return english, rng.choice(styles)


def _day_of_month(rng: random.Random) -> Pair:
    return (str(day := rng.randint(1, 28)), str(day))


def _hour(rng: random.Random) -> Pair:
    hour, minute = rng.randint(1, 12), rng.choice(["00", "15", "30", "45", "10", "50"])
    morning = rng.random() < 0.5
    half, arabic_half = ("a.m.", "صباحا") if morning else ("p.m.", "مساء")
    return f"{hour}:{minute} {half}", f"{hour}:{minute} {arabic_half}"


_MADE: dict[str, Callable[[random.Random], Pair]] = {
    "NUM": _number, "BIG": _big, "YEAR": _year, "PCT": _percent, "MONEY": _money, "DAY": _day,
    "MONTH": _month, "DOM": _day_of_month, "HOUR": _hour,
}  # fmt: skip

KINDS = frozenset(LISTED) | frozenset(_MADE)
"""Every kind of slot there is."""
