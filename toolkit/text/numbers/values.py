"""The value a text names: what a number, a date or an amount comes to, whatever it is written in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Kind = Literal["amount", "ordinal", "share", "vague", "time", "month", "weekday", "era", "name"]
"""What a number does: counts (`amount`), ranks (`ordinal`), is a part of a whole (`share`), an amount left
open (`vague`: dozens, thousands), the time of day, a month (1 to 12), a weekday (Monday is 1), a decade or
century (`era`, its first year), or a figure inside a name (F-16)."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text: `text[start:end]` names `value` (with its unit, when one was seen beside it).

    `readings` are other values the same words may have (1.500 in Arabic, 3:30 in the afternoon, the decade of
    a century not named). `units` are the ids of the units the words may name (see `lexicon/units.tsv`),
    `per` the period of a rate. `scale` is the last scale word (million: 1e6). `direction` is `to` or `by`
    when a change goes to or by this amount, `bound` is `<` or `>` when the text gives it as a limit; `half`
    is the half of the day of a time. `parts` are the two numbers of a ratio ("one in five").
    `weight`, 0 to 1, is how much the text really means a figure: 0 for a word that only may be one (an
    article, a dual), small for "one" and "first", 1 for digits.
    """

    start: int
    end: int
    value: float
    kind: Kind = "amount"
    units: tuple[str, ...] = ()
    per: str | None = None
    readings: tuple[float, ...] = ()
    scale: float = 1.0
    approximate: bool = False
    bound: Literal["", "<", ">"] = ""
    direction: Literal["", "to", "by"] = ""
    half: Literal["", "am", "pm"] = ""
    parts: tuple[Number, ...] = ()
    weight: float = 1.0

    @property
    def values(self) -> tuple[float, ...]:
        """The value and its other readings.

        >>> Number(0, 4, 3.5, "time", readings=(15.5,)).values
        (3.5, 15.5)
        """
        return (self.value, *self.readings)


def close(a: float, b: float, tolerance: float = 1e-6) -> bool:
    """Whether two values are equal within a relative `tolerance`.

    >>> close(2008, 2009), close(30, 31), close(30, 31, 0.05)
    (False, False, True)
    """
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=1e-12)


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_english(number: Number) -> str:
    """The number in English, for a reader who cannot read the Arabic.

    >>> in_english(Number(0, 1, 1.2e9, units=("dollar",)))
    '1.2 billion dollars'
    >>> in_english(Number(0, 1, 7, "month")), in_english(Number(0, 1, 2, units=("day",), per="week"))
    ('July', '2 days a week')
    """
    value = number.value
    if number.kind == "month":
        return _MONTHS[int(value) - 1]
    if number.kind == "weekday":
        return _WEEKDAYS[int(value) - 1]
    if number.kind == "era":
        return f"the {value:.0f}s"
    if number.kind == "time":
        return f"{int(value)}:{round(value % 1 * 60):02d}"
    if number.parts:
        return " in ".join(_figure(part.value) for part in number.parts)
    if number.kind == "vague":
        return f"an open number, about {_figure(value)}"
    words = _figure(value)
    if number.kind == "ordinal":
        words = f"number {words}"
    if number.units:
        words += " " + _unit_name(number.units[0], value)
    if number.per:
        words += " a " + number.per.replace("_", " ")
    return words


def _unit_name(unit: str, value: float) -> str:
    name = unit.replace("_", " ") if (unit, value) != ("times", 1) else "time"
    if unit in ("times", "percent", "celsius", "fahrenheit", "yen", "yuan", "won", "baht") or value == 1:
        return name
    irregular = {"foot": "feet", "square foot": "square feet", "inch": "inches", "century": "centuries",
                 "person": "people", "match": "matches"}  # fmt: skip
    return irregular.get(name, name + "s")


def _figure(value: float) -> str:
    for size, name in _SCALES:
        if value >= size:
            return f"{value / size:.6g} {name}"
    if value >= 10_000:
        return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return f"{value:.6g}"
