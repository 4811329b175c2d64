"""Whether two numbers come to the same: by value, through units and readings, with room for rounding."""

from __future__ import annotations

from typing import Literal, NamedTuple

from toolkit.text.numbers.units import dimension, in_base
from toolkit.text.numbers.values import Number, close

ROUNDED = 0.06
"""A conversion is usually rounded ("62 miles" is "100 km"): relative room for it."""
PERIODS = 0.11
"""Room between periods: four weeks are a month, 365 days a year."""
ABOUT = 0.05
"""Room when one side says "about"."""


class Relation(NamedTuple):
    """How two numbers stand to one another: `same`, or the same figure with another `unit`.

    `cost` orders the possible partners of a number, the surest first (0).
    """

    kind: Literal["same", "unit"]
    cost: float


def relation(a: Number, b: Number) -> Relation | None:
    """How `a` and `b` stand to one another, or None when they differ.

    >>> miles, km = Number(0, 1, 62, units=("mile",)), Number(0, 1, 100, units=("kilometre",))
    >>> relation(miles, km).kind
    'same'
    >>> relation(Number(0, 1, 3, units=("mile",)), Number(0, 1, 3, units=("kilometre",))).kind
    'unit'
    >>> relation(Number(0, 1, 3), Number(0, 1, 4)) is None
    True
    """
    cost = _kind_cost(a, b)
    if cost is None:
        return None
    if any(x.weight == 0 and not x.units and x.value <= 2 and _measured(y) for x, y in ((a, b), (b, a))):
        return None
    cost += 0.5 * ((a.weight == 0) + (b.weight == 0))
    if a.half and b.half and a.half != b.half:
        return None
    if a.kind == b.kind == "vague":
        high, low = max(a.value, b.value), min(a.value, b.value)
        return Relation("same", cost) if high < 7 * low else None
    equal = _equal_figures(a, b)
    shared = set(a.units) & set(b.units)
    if (not a.units or not b.units or shared) and equal is not None:
        if a.per and b.per and a.per != b.per and shared:
            return Relation("unit", cost + 0.2)
        return Relation("same", cost + equal + (0 if shared or a.units == b.units else 0.1))
    if {a.units, b.units} == {("percent",), ("percentage_point",)} and equal is not None:
        return Relation("unit", cost + 0.1)
    if not shared and _equal_in_base(a, b):
        return Relation("same", cost + 0.2)
    if shared or equal is None or equal > 0.05 or not a.units or not b.units:
        return None
    return Relation("unit", cost + 0.3)


def _measured(number: Number) -> bool:
    """Whether a number has a unit that a mere article or dual of another noun cannot stand for."""
    counted = {dimension(unit) for unit in number.units} & {"count", "ratio"}
    return bool(number.per or (number.units and not counted))


def _kind_cost(a: Number, b: Number) -> float | None:
    """What it costs to take a number of one kind for one of the other; None: they cannot be the same."""
    if a.kind == b.kind:
        return 0.0
    kinds = {a.kind, b.kind}
    if "weekday" in kinds:
        return 0.4 if any(n.kind == "weekday" and n.readings for n in (a, b)) else None
    if "month" in kinds:
        other = a if b.kind == "month" else b
        return 0.3 if other.kind == "amount" and other.weight == 1 and not other.units else None
    if "vague" in kinds:
        return 0.4
    if "name" in kinds:
        return 0.3
    return 0.15


def _equal_figures(a: Number, b: Number) -> float | None:
    """0 for equal values, a little more for equal readings or rounded values, None for others."""
    if close(a.value, b.value):
        return 0.0
    year = 1000 <= a.value < 2100 and 1000 <= b.value < 2100
    room = ABOUT if a.approximate != b.approximate and a.value > 20 and not year else 1e-6
    for x in a.readings if a.kind == "weekday" != b.kind else a.values:
        for y in b.values:
            if close(x, y):
                return 0.04
            if close(x, y, room) or ((a.scale > 1) != (b.scale > 1) and _rounded(x, y)):
                return 0.06
    return None


def _rounded(x: float, y: float) -> bool:
    """1.23 million told as 1.2 million: equal when the finer is rounded to two or three figures."""
    small, large = sorted((x, y))
    if small < 100 or large - small > 0.02 * large:
        return False
    return any(float(f"{p:.{n}g}") == q for p, q in ((x, y), (y, x)) for n in (2, 3)) and large > 10_000


def _bases(number: Number) -> list[tuple[str, float]]:
    """The number in base units, by dimension; a share is a ratio, a rate a dimension by time."""
    found: list[tuple[str, float]] = []
    for unit in number.units:
        for value in number.values:
            base = in_base(value, unit)
            if base is None:
                continue
            name = dimension(unit)
            period = in_base(1, number.per) if number.per else None
            if period is not None and name not in ("ratio", "time", "temperature"):
                found.append((name + "/time", base / period))
            found.append((name, base))
    if not number.units and number.kind == "share":
        found.append(("ratio", number.value))
    if number.units == ("times",):
        found.append(("ratio", number.value))
    return found


def _equal_in_base(a: Number, b: Number) -> bool:
    for name, x in _bases(a):
        for other, y in _bases(b):
            if name != other:
                continue
            if name == "temperature":
                if abs(x - y) <= 1.5:
                    return True
            elif close(x, y, PERIODS if name == "time" else ROUNDED if name != "ratio" else 0.02):
                return True
    return False
