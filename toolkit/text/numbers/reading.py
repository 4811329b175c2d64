"""What a grammar hands back when it has read a number: the part both languages share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from toolkit.text.numbers.lexicon import Entry
from toolkit.text.numbers.tokens import Token
from toolkit.text.numbers.values import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that ends before token `end`; the other fields as in `Number`."""

    value: float
    end: int
    kind: Kind = "amount"
    weight: float = 1.0
    readings: tuple[float, ...] = ()
    scale: float = 1.0
    units: tuple[str, ...] = ()
    half: Literal["", "am", "pm"] = ""


ORDINAL_WEIGHTS = {1: 0.05, 2: 0.15, 3: 0.5}
"""How much "first" and "second" mean a figure: mostly they are idiom ("first of all", "second hand")."""


def ordinal(value: float, end: int, readings: tuple[float, ...] = (), *, ranked: bool = False) -> Reading:
    """The reading of an ordinal, weighed by how often it is idiom; `ranked` beside "quarter", "round" ..."""
    weight = 0.65 if ranked else ORDINAL_WEIGHTS.get(int(value), 0.65)
    return Reading(value, end, "ordinal", weight, readings)


def key_at(tokens: Sequence[Token], i: int) -> str:
    """The key of token `i`, or nothing beyond the end."""
    return tokens[i].key if 0 <= i < len(tokens) else ""


def role(entries: tuple[Entry, ...], *roles: str) -> Entry | None:
    """The first of the entries that plays one of the roles."""
    return next((entry for entry in entries if entry.role in roles), None)


class Sum:
    """Adds up the words of a cardinal: groups below a thousand, each with its scale, the scales falling."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.scale = 1.0  # the last scale seen
        self.lowest = float("inf")
        self.safe: tuple[float, int] | None = None  # total and end after the last scale

    def close_group(self, scale: float, end: int) -> bool:
        """Multiply the open group (an empty one counts as one) by `scale`; False when the scales rise."""
        if scale >= self.lowest:
            return False
        self.total += (self.group or 1) * scale
        self.group, self.scale, self.lowest = 0.0, scale, scale
        self.safe = (self.total, end)
        return True

    def add_scale(self, scale: float, k: int) -> bool:
        """Take the scale word at token `k`; False when it belongs to no group or to another number."""
        if self.group:
            return self.close_group(scale, k + 1)
        if self.safe and self.safe[1] == k and self.scale < scale:  # seven thousand million
            self.total, self.scale = self.total * scale, scale
            self.safe = (self.total, k + 1)
            return True
        return False

    @property
    def value(self) -> float:
        return self.total + self.group
