"""The weights of the matching model, read once from `toolkit/weights/match.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the conditional logit, one set for quotes with and one for quotes without a translation."""

    translated: dict[str, float]
    untranslated: dict[str, float]
    accept: float
    group: float


@cache
def match_weights() -> Weights:
    """The weights that ship with the toolkit."""
    table = tomllib.loads((files("toolkit") / "weights" / "match.toml").read_text("utf-8"))
    return Weights(table["translated"], table["untranslated"], table["accept"], table["group"])
