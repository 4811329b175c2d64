"""The golden report: what `verify` says of the sample article, quote by quote.

The columns that depend on the exact weights of the model (translation, scores, probability) are left out.
After a change that is meant, run it with `VERBATIM_UPDATE_GOLDEN=1` and read the diff.
"""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from toolkit.modelling.translator import CTranslate2Engine
from toolkit.pipeline import verify
from toolkit.read import read_article
from toolkit.references import read_references
from toolkit.report.csv import to_csv
from toolkit.report.rows import COLUMNS, rows
from toolkit.types import Report

GOLDEN = Path(__file__).parent / "sample.csv"
HELD = ("quote_id", "start", "end", "speaker", "cue", "kind", "source", "reference_id", "verdict", "findings")


@pytest.fixture(scope="module")
def report(engine: CTranslate2Engine, sample: Path) -> Report:
    references = read_references([str(sample / "references.jsonl")])
    return verify(read_article(str(sample / "article.txt")), references.statements, engine)


def test_the_report_is_the_golden_one(report: Report) -> None:
    in_order = sorted(rows(report), key=lambda row: int(str(row["start"])))
    actual = to_csv(in_order, HELD)
    if os.environ.get("VERBATIM_UPDATE_GOLDEN"):
        GOLDEN.write_text(actual, encoding="utf-8", newline="")
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        expected = file.read()
    assert list(csv.reader(io.StringIO(actual))) == list(csv.reader(io.StringIO(expected)))


def test_every_cell_is_there_and_true_to_the_article(report: Report, sample: Path) -> None:
    text = (sample / "article.txt").read_text(encoding="utf-8")
    for verdict in report.verdicts:
        quote = verdict.match.quote
        assert text[quote.start : quote.end] == quote.text
    for row in rows(report):
        assert tuple(row) == COLUMNS
        assert row["p_mistranslated"] is None or 0 <= float(str(row["p_mistranslated"])) <= 1


def test_no_honest_quote_is_accused(report: Report, sample: Path) -> None:
    gold = {
        item["quote"]: item for item in json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    }
    for verdict in report.verdicts:
        item = gold.get(verdict.match.quote.text)
        if item and item["label"] != "mistranslated":
            assert verdict.label != "mistranslated", (item["quote"], verdict.reasons, verdict.judgement)


def test_the_false_quotes_that_are_paired_are_flagged(report: Report, sample: Path) -> None:
    """One of the five is a headline of three words, which is too little to find its original."""
    gold = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    false = {item["quote"] for item in gold if item["label"] == "mistranslated"}
    flagged = {v.match.quote.text for v in report.verdicts if v.label in ("mistranslated", "check")}
    assert len(false & flagged) >= 3
