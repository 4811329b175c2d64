"""The check of numbers: what the source counts, dates and measures against what the reference does.

Each number of the source looks for a partner of equal value in the reference, whatever it is written in.
What stays alone on both sides is a discrepancy; what stays alone on one side is a weaker one, because the
other may say it with words no list holds. The machine translation is not consulted.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

from toolkit.text.numbers import Number, find_numbers
from toolkit.text.numbers.compare import relation
from toolkit.text.numbers.units import dimension
from toolkit.text.numbers.values import in_english
from toolkit.types import Finding, Pair, Severity, Span

CHANGED, UNIT, LOST, ADDED = 0.95, 0.85, 0.75, 0.6
"""Weights of a difference when both numbers are sure: another figure, another unit, no partner in the
reference, no partner in the source. Measured with `scripts/bench_numbers.py`."""

_MANY = 40_000
"""Pairs of numbers from which on a partner is looked for only near the same relative place."""


def check(pair: Pair) -> list[Finding]:
    """The findings of kind `number` (figure, date, order of magnitude) and `unit` (unit, currency, period).

    >>> found = check(Pair("خسرنا ثلاثة ملايين دولار", "We lost 3 billion dollars."))
    >>> [(f.kind, f.message) for f in found]
    [('number', 'the article says “ثلاثة ملايين دولار” (3 million dollars), the original says “3 billion dollars”')]
    """  # noqa: E501
    source, reference = find_numbers(pair.source, "ar"), find_numbers(pair.reference, "en")
    if not (_ratio_alone(source, reference) and _ratio_alone(reference, source)):
        source, reference = _open_ratios(source, reference), _open_ratios(reference, source)
    matched = _partners(source, reference, "same")
    findings = [_other_limit(source[i], reference[j], pair) for i, j in matched]
    left, right = _rest(source, matched, 0), _rest(reference, matched, 1)
    lost, added = _alone(left, reference, right), _alone(right, source, left)
    units = _partners(lost, added, "unit")
    findings += [_other_unit(lost[i], added[j], pair) for i, j in units]
    lost = [number for number in _rest(lost, units, 0) if number.weight]
    added = [number for number in _rest(added, units, 1) if number.weight]
    changed = _closest(lost, added)
    findings += [_changed(lost[i], added[j], pair) for i, j in changed]
    findings += [_lost(number, pair) for number in _rest(lost, changed, 0)]
    if not pair.partial:
        findings += [_added(number, pair) for number in _rest(added, changed, 1)]
    return [finding for finding in findings if finding is not None]


def _rest(numbers: Sequence[Number], pairs: Sequence[tuple[int, int]], side: int) -> list[Number]:
    """The numbers that stand in none of the pairs of indices (side 0: the source, 1: the reference)."""
    used = {pair[side] for pair in pairs}
    return [number for i, number in enumerate(numbers) if i not in used]


def _same(a: Number, b: Number) -> bool:
    found = relation(a, b)
    return found is not None and found.kind == "same"


def _ratio_alone(numbers: Sequence[Number], others: Sequence[Number]) -> bool:
    """Whether the text states a ratio that the other does not state in any form."""
    return any(n.parts and not any(_same(n, other) for other in others if other.weight) for n in numbers)


def _open_ratios(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """The numbers, with each ratio ("five in twelve") the other text does not state as one taken apart."""
    result: list[Number] = []
    for number in numbers:
        stated = any(_same(number, other) for other in others if other.weight)
        apart = all(any(_same(part, other) for other in others if other.weight == 1) for part in number.parts)
        if not number.parts or (stated and not apart):
            result.append(number)
        else:
            result += number.parts
    return result


def _partners(left: Sequence[Number], right: Sequence[Number], kind: str) -> list[tuple[int, int]]:
    """Pairs of indices that stand in the relation `kind`, the surest first, each number once."""
    candidates: list[tuple[float, float, int, int]] = []
    many = len(left) * len(right) > _MANY
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            apart = abs(i / len(left) - j / len(right))
            if many and apart > 0.05:  # a whole speech: look near the same place only
                continue
            found = relation(a, b)
            if found is not None and found.kind == kind and (kind == "same" or a.weight or b.weight):
                candidates.append((found.cost, apart, i, j))
    pairs: list[tuple[int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in used_left and j not in used_right:
            pairs.append((i, j))
            used_left.add(i)
            used_right.add(j)
    return pairs


def _alone(numbers: Sequence[Number], others: Sequence[Number], rivals: Sequence[Number]) -> list[Number]:
    """The numbers without a partner that do not repeat what the other text says as well.

    A value given in two units ("220 km, 140 miles") repeats itself too, unless among the `rivals`, what the
    other text has left, is one of the same unit.
    """

    def repeats(number: Number, other: Number) -> bool:
        if not _same(number, other):
            return False
        converted = number.units and other.units and not set(number.units) & set(other.units)
        return not converted or not any(
            set(number.units) & set(rival.units) and rival.weight for rival in rivals
        )

    return [number for number in numbers if not any(repeats(number, other) for other in others)]


def _closest(lost: Sequence[Number], added: Sequence[Number]) -> list[tuple[int, int]]:
    """Which unmatched number of the reference most likely stands where one of the source does."""
    candidates = sorted(
        (_distance(a, b) + abs(i - j) * 0.1, i, j)
        for i, a in enumerate(lost) for j, b in enumerate(added) if _comparable(a, b)
    )  # fmt: skip
    pairs: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if all(i != k and j != m for k, m in pairs):
            pairs.append((i, j))
    return pairs


def _comparable(a: Number, b: Number) -> bool:
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 or not kinds & {"weekday", "month", "name"}


def _distance(a: Number, b: Number) -> float:
    apart = abs(log((a.value + 0.1) / (b.value + 0.1)))
    return min(apart, 5.0) + (0 if set(a.units) & set(b.units) else 1) + (a.kind != b.kind)


def _span(number: Number) -> Span:
    return Span(number.start, number.end)


def _said(number: Number, text: str) -> str:
    return f"“{text[number.start : number.end]}” ({in_english(number)})"


def _both(a: Number, b: Number, pair: Pair) -> str:
    original = pair.reference[b.start : b.end]
    return f"the article says {_said(a, pair.source)}, the original says “{original}”"


def _changed(a: Number, b: Number, pair: Pair) -> Finding:
    low, high = sorted((a.value + 0.1, b.value + 0.1))
    severity: Severity = "critical" if high > 5 * low else "major"
    kind = (
        "unit"
        if a.units and b.units and not set(a.units) & set(b.units) and _same_dimension(a, b)
        else "number"
    )
    return Finding(
        kind, severity, _both(a, b, pair), _span(a), _span(b), round(CHANGED * sqrt(a.weight * b.weight), 3)
    )


def _same_dimension(a: Number, b: Number) -> bool:
    return {dimension(u) for u in a.units} == {dimension(u) for u in b.units} != {"count"}


def _other_unit(a: Number, b: Number, pair: Pair) -> Finding:
    dimensions = [{dimension(u) for u in n.units} for n in (a, b)]
    same_rate = a.per == b.per
    counted = dimensions[0] == dimensions[1] == {"count"} or "ratio" in dimensions[0] & dimensions[1]
    weight = (0.6 if counted and same_rate else UNIT) * sqrt(max(a.weight, 0.2) * max(b.weight, 0.2))
    return Finding("unit", "major", _both(a, b, pair), _span(a), _span(b), round(weight, 3))


def _other_limit(a: Number, b: Number, pair: Pair) -> Finding | None:
    """The same figure, but "less than" for "more than", or "by" for "to"."""
    if a.bound and b.bound and a.bound != b.bound:
        words = {"<": "less", ">": "more"}
        limits = f"the article gives it as {words[a.bound]} than that, the original as {words[b.bound]}"
    elif a.direction and b.direction and a.direction != b.direction and "percent" in a.units:
        limits = f"the article has a change {a.direction} that figure, the original {b.direction} it"
    else:
        return None
    message = f"{_said(a, pair.source)} is “{pair.reference[b.start : b.end]}” in the original, but {limits}"
    return Finding("number", "major", message, _span(a), _span(b), 0.6)


def _lost(a: Number, pair: Pair) -> Finding:
    message = f"the article says {_said(a, pair.source)}, the original has no such number"
    return Finding("number", "major", message, _span(a), None, round(LOST * a.weight, 3))


def _added(b: Number, pair: Pair) -> Finding:
    weight = ADDED * b.weight * (0.5 if b.value == 2 else 1.0)  # an Arabic dual may hide anywhere
    message = f"the original says “{pair.reference[b.start : b.end]}”, the article has no such number"
    return Finding("number", "minor", message, None, _span(b), round(weight, 3))
