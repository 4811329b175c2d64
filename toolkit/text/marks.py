"""Which quotation mark closes which, in a paragraph where marks may be mixed, turned or missing.

A mark is read in its surroundings: an opening one has a space before it and a letter after it, a closing one
the other way round. Its shape (“ or ”) is only one more hint, because newspapers and translation programs
turn marks about. The cheapest reading of the whole paragraph is found by dynamic programming over the marks
still open (Viterbi, IEEE Trans. Inf. Theory 13, 1967), so a stray mark costs one quotation, not the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

Family = Literal["straight", "curly", "angle", "single"]

_MARK = re.compile(r"""''|``|<<|>>|["“”„‟＂«»‹›‘’‚']""")
_FAMILY: dict[str, tuple[Family, int]] = {
    '"': ("straight", 0), "＂": ("straight", 0), "''": ("straight", 0), "``": ("straight", 0),
    "“": ("curly", 1), "”": ("curly", -1), "„": ("curly", 1), "‟": ("curly", 0),
    "«": ("angle", 1), "»": ("angle", -1), "<<": ("angle", 1), ">>": ("angle", -1),
    "‹": ("single", 1), "›": ("single", -1), "‘": ("single", 1), "’": ("single", -1),
    "‚": ("single", 1), "'": ("single", 0),
}  # fmt: skip

_CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_OPENERS = "([{:–—-/|•*=،,؛;\u0640"
_STOPS = ".,!?؟،؛;…)]}%:"
_PREFIXES = "بلكوف"

# Costs, in units of "one thing out of the ordinary"; only their order of size matters.
_STRAY = 2.6
_UNCLOSED = 2.2
_TURNED = 1.0
_OTHER_FAMILY = 1.2
_NESTED_ALIKE = 2.0
_NESTED = 0.4
_DEEPEST = 3
_BEAM = 16


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between two marks: `text[start:end]` with the marks, `text[inner_start:inner_end]` without.

    `depth` is 0 for a quotation that is in no other. An unclosed one (`closed` false) ends with
    the paragraph.
    `turned` counts marks whose shape contradicts their place.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    family: Family
    closed: bool = True
    turned: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    opening: float
    closing: float
    shape: int


_Stack: TypeAlias = tuple[Family, ...]
_Path: TypeAlias = "tuple[_Path, str] | None"


def pair_marks(text: str, start: int = 0, end: int | None = None) -> tuple[list[Marked], list[int]]:
    """The quotations of the paragraph `text[start:end]` by position, and the offsets of marks left alone.

    >>> text = 'قال: ”نعم“، وأضاف: "لا'
    >>> found, _ = pair_marks(text)
    >>> [(text[m.inner_start:m.inner_end], m.closed) for m in found]
    [('نعم', True), ('لا', False)]
    """
    end = len(text) if end is None else end
    marks = [mark for m in _MARK.finditer(text, start, end) if (mark := _read(text, m, start, end))]
    return _assemble(marks, _cheapest_reading(marks), end) if marks else ([], [])


def _read(text: str, match: re.Match[str], start: int, end: int) -> _Mark | None:
    """What speaks against the mark opening and closing; None when it is an apostrophe."""
    family, shape = _FAMILY[match.group()]
    before = _neighbour(text, match.start() - 1, -1, start, end)
    after = _neighbour(text, match.end(), 1, start, end)
    left, right = text[before] if before >= 0 else "", text[after] if after >= 0 else ""
    if family == "single" and left.isalnum() and right.isalnum():
        return None
    opening, closing = _contexts(text, before, start, left, right)
    opening += _TURNED * (shape < 0)
    closing += _TURNED * (shape > 0)
    return _Mark(match.start(), match.end(), family, opening, closing, shape)


def _neighbour(text: str, at: int, step: int, start: int, end: int) -> int:
    """The offset of the next character that is no direction control, or -1 outside the paragraph."""
    for _ in range(4):
        if not start <= at < end:
            return -1
        if text[at] not in _CONTROLS:
            return at
        at += step
    return at if start <= at < end else -1


def _contexts(text: str, before: int, start: int, left: str, right: str) -> tuple[float, float]:
    free_left = not left or left.isspace()
    free_right = not right or right.isspace()
    opening = closing = 0.0
    if not left:
        closing += 4
    elif free_left:
        closing += 1
    elif left in _OPENERS or (left in _PREFIXES and _stands_alone(text, before, start)):
        closing += 1.5 if left not in "،,؛;" else 0.5
    elif left in _STOPS:
        opening += 0.8
    elif left.isalnum():
        opening += 1.5
    if not right:
        opening += 4
    elif free_right:
        opening += 1.5
    elif right in _STOPS:
        opening += 2
    elif right.isalnum():
        closing += 1.5
    return opening, closing


def _stands_alone(text: str, at: int, start: int) -> bool:
    """Whether the letter at `at` is a word by itself: the ب of ب«الثعلب»."""
    return at <= start or not text[at - 1].isalpha() or (at - 1 <= start or not text[at - 2].isalpha())


@lru_cache(maxsize=64)
def _closing_family(opened: Family, closing: Family) -> float:
    if opened == closing:
        return 0.0
    return _OTHER_FAMILY if "single" not in (opened, closing) else 2 * _OTHER_FAMILY


def _cheapest_reading(marks: list[_Mark]) -> str:
    """One letter for each mark: o opens, c closes, x is a stray."""
    states: dict[_Stack, tuple[float, _Path]] = {(): (0.0, None)}
    for mark in marks:
        following: dict[_Stack, tuple[float, _Path]] = {}
        for stack, (cost, path) in states.items():
            _offer(following, stack, cost + _STRAY, (path, "x"))
            if len(stack) < _DEEPEST:
                nested = 0.0 if not stack else _NESTED_ALIKE if stack[-1] == mark.family else _NESTED
                _offer(following, (*stack, mark.family), cost + mark.opening + nested, (path, "o"))
            if stack:
                other = _closing_family(stack[-1], mark.family)
                _offer(following, stack[:-1], cost + mark.closing + other, (path, "c"))
        states = following
        if len(states) > _BEAM:
            states = dict(sorted(states.items(), key=lambda item: item[1][0])[:_BEAM])
    _, best = min(states.items(), key=lambda item: item[1][0] + _UNCLOSED * len(item[0]))
    path, letters = best[1], []
    while path is not None:
        path, letter = path
        letters.append(letter)
    return "".join(reversed(letters))


def _offer(states: dict[_Stack, tuple[float, _Path]], stack: _Stack, cost: float, path: _Path) -> None:
    known = states.get(stack)
    if known is None or cost < known[0]:
        states[stack] = (cost, path)


def _assemble(marks: list[_Mark], reading: str, end: int) -> tuple[list[Marked], list[int]]:
    found: list[Marked] = []
    stray: list[int] = []
    opened: list[_Mark] = []
    for mark, role in zip(marks, reading, strict=True):
        if role == "x":
            stray.append(mark.start)
        elif role == "o":
            opened.append(mark)
        else:
            first = opened.pop()
            turned = (first.shape < 0) + (mark.shape > 0)
            found.append(Marked(
                first.start, mark.end, first.end, mark.start, len(opened), first.family, True, turned
            ))  # fmt: skip
    for depth, mark in enumerate(opened):
        found.append(Marked(mark.start, end, mark.end, end, depth, mark.family, False, int(mark.shape < 0)))
    return sorted(found, key=lambda m: (m.start, m.depth)), stray
