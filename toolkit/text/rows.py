"""The word lists of `lexicon/` as rows: the one place that knows their format."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(file: str) -> Iterator[list[str]]:
    """The rows of the list `lexicon/<file>`, split at tabs; empty lines and `#` lines are no rows.

    >>> next(rows("denial.tsv"))[:2]
    ['ar', 'negation']
    """
    text = files("toolkit.text").joinpath("lexicon", file).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
