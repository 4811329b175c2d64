"""Arabic number words with the particles and the article taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.text.numbers.lexicon import Entry, words
from toolkit.text.numbers.tokens import Token


@dataclass(frozen=True, slots=True)
class Form:
    """A number word without its particles.

    `joined`: و stood before it; `definite`: it has the article; `plain`: nothing was taken off.
    """

    entries: tuple[Entry, ...]
    joined: bool = False
    definite: bool = False
    plain: bool = True


_NOT_NUMBERS = frozenset(
    ("كميه", "كميات", "بكميه", "بكميات", "وكميات", "وكميه")
)  # كمية: an amount, not "like a hundred"


def strip(key: str) -> list[tuple[str, bool, bool]]:
    """The readings of a folded word without particles: the rest, whether و was taken off, whether ال was.

    >>> strip("وبالخمسين")[-1]
    ('خمسين', True, True)
    """
    found = [(key, False, False)]
    if key in _NOT_NUMBERS:
        return found
    rest, joined = key, False
    if len(rest) > 2 and rest[0] in "وف":
        rest, joined = rest[1:], rest[0] == "و"
        found.append((rest, joined, False))
    bases = [rest]
    if (len(rest) > 3 and rest[0] in "بلك") or (len(rest) > 2 and rest[0] == "ب"):
        bases.append(rest[1:])
        found.append((rest[1:], joined, False))
    for base in bases:
        if (base.startswith("ال") and len(base) >= 4) or (base.startswith("لل") and len(base) > 4):
            found.append((base[2:], joined, True))
    return found


def form(tokens: Sequence[Token], i: int) -> Form | None:
    """The number word at token `i`, or None."""
    if not 0 <= i < len(tokens) or tokens[i].type != "word":
        return None
    table = words("ar")
    if tokens[i].key == "تسع" and i and tokens[i - 1].key in ("لم", "ولم"):
        return None  # did not seek
    if "ميت" in tokens[i].key and "ئ" not in tokens[i].raw and "ما" not in tokens[i].raw:
        return None  # ميت: no hundred without its hamza or alef
    for rest, joined, definite in strip(tokens[i].key):
        if rest in table and not (definite and tokens[i].raw.startswith("أل")):  # ألست: are you not
            return Form(table[rest], joined, definite, rest == tokens[i].key)
    return None
