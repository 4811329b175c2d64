"""Bilingual pairs in bulk: a table with a source and a reference in each row, judged row by row."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError
from toolkit.files import STDIO, open_whole, shown
from toolkit.pipeline import assess
from toolkit.report.csv import harmless
from toolkit.report.rows import kinds_of
from toolkit.translate import Engine
from toolkit.types import Judgement, Pair

if TYPE_CHECKING:
    from pandas import DataFrame

NEEDED = ("id", "source", "reference")
ADDED = ("translation", "chrf2", "bleu", "p_mistranslated", "verdict", "findings", "evidence")
BLOCK = 2000
"""Rows judged at a time: enough to fill the engine, and what bounds the memory."""

EMPTY_P = 0.5
"""The probability written for a row whose source or reference is empty: nothing can be known of it."""


def score_pairs(path: str, output: str, engine: Engine) -> dict[str, int]:
    """Judge every row of the table at `path`, write it with the added columns; how often each verdict came.

    Tables are tab-separated (quotes are text), or comma-separated when the name ends in `.csv`. All columns
    are kept, rows stay in order; a row with an empty side gets the verdict `unreliable`.

    Raises `InputError` for a table that cannot be read, and `OutputError`.
    """
    counts: dict[str, int] = {}
    blocks = _read_blocks(path)
    with open_whole(output) as file:
        writer = csv.writer(file)
        for number, block in enumerate(blocks):
            if number == 0:
                kept = [column for column in block.columns if column not in ADDED]
                writer.writerow([*kept, *ADDED])
            for row in _judged(block, kept, engine):
                writer.writerow([harmless(cell) for cell in row])
                verdict = row[len(kept) + ADDED.index("verdict")]
                counts[verdict] = counts.get(verdict, 0) + 1
    return counts


def _read_blocks(path: str) -> Iterator[DataFrame]:
    import pandas as pd

    name = shown(path)
    tabs = not name.lower().endswith(".csv")
    try:
        reader: Any = pd.read_csv(
            path if path != STDIO else _stdin(),
            sep="\t" if tabs else ",",
            quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
            dtype=str,
            keep_default_na=False,
            index_col=False,
            encoding="utf-8-sig",
            chunksize=BLOCK,
        )
        with reader, warnings.catch_warnings():
            # A row with more cells than the header has would lose them.
            warnings.simplefilter("error", pd.errors.ParserWarning)
            for number, block in enumerate(reader):
                if number == 0:
                    _check_header(name, list(block.columns))
                yield block.fillna("")
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}", hint="check the name and the folder") from error
    except pd.errors.EmptyDataError as error:
        raise InputError(f"{name} is empty", hint=_HINT) from error
    except (pd.errors.ParserError, pd.errors.ParserWarning, OSError, ValueError) as error:
        reason = str(error).strip().removeprefix("Error tokenizing data. C error: ")
        raise InputError(f"{name} cannot be read: {reason}", hint=_HINT) from error


_HINT = "a tab-separated table in UTF-8 whose first line is: id, source, reference"


def _stdin() -> Any:
    import sys

    return sys.stdin.buffer


def _check_header(name: str, columns: list[str]) -> None:
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise InputError(f"{name} has no column {', '.join(missing)}", hint=_HINT)


def _judged(block: DataFrame, kept: list[str], engine: Engine) -> Iterator[list[Any]]:
    rows = block.to_dict("records")
    pairs = [Pair(" ".join(row["source"].split()), " ".join(row["reference"].split())) for row in rows]
    full = [pair for pair in pairs if _has_words(pair.source) and _has_words(pair.reference)]
    judgements = iter(assess(full, engine))
    for row, pair in zip(rows, pairs, strict=True):
        judgement = next(judgements) if _has_words(pair.source) and _has_words(pair.reference) else None
        yield [*(row[column] for column in kept), *_cells(judgement)]


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _cells(judgement: Judgement | None) -> list[Any]:
    if judgement is None:
        return ["", "", "", EMPTY_P, "unreliable", "empty", "one side of the pair is empty"]
    return [
        judgement.translation.text,
        judgement.scores.chrf2,
        judgement.scores.bleu,
        round(judgement.p_mistranslated, 4),
        judgement.label,
        ";".join(kinds_of(judgement)),
        " | ".join(judgement.reasons),
    ]
