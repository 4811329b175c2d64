"""CSV (RFC 4180), with cells made harmless for spreadsheet programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from toolkit.report.rows import COLUMNS, rows
from toolkit.types import Report

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def report_to_csv(report: Report) -> str:
    """The report as CSV text, one row a quote, worst first."""
    return to_csv(rows(report), COLUMNS)


def to_csv(table: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """The rows as CSV text with a header; None is an empty cell.

    >>> to_csv([{"a": "=1+1", "b": None}], ["a", "b"])
    "a,b\\r\\n'=1+1,\\r\\n"
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([harmless(row.get(column)) for column in columns] for row in table)
    return text.getvalue()


def harmless(cell: object) -> object:
    """A text that a spreadsheet would run as a formula, with an apostrophe before it; all else unchanged.

    (OWASP, CSV injection.) Numbers are not texts and stay numbers.

    >>> harmless("@SUM(A1)"), harmless(-3), harmless("a-b")
    ("'@SUM(A1)", -3, 'a-b')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
