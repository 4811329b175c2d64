"""The writers: the same facts in every format, harmless in every program."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.report.csv import harmless, report_to_csv, to_csv
from toolkit.report.json import report_to_json
from toolkit.report.rows import COLUMNS
from toolkit.report.terminal import summary
from toolkit.types import Finding as F
from toolkit.types import Judgement, Match, Quote, Reference, Report, Scores, Span, Translation, Verdict

QUOTE = Quote("q1", "نعم", "نعم", 5, 8, "direct", speaker="=cmd|' /C calc'!A0", cue="قال")
TRANSLATION = Translation("نعم", "-yes", -0.2)
REFERENCE = Reference("r1", "+No\nnever", "J. Doe")
FINDING = F("negation", "major", "the article affirms it", Span(0, 3), Span(1, 3), 0.8)
JUDGEMENT = Judgement(
    "mistranslated", 0.91234, "major", TRANSLATION, Scores(10, 2, "s"), (FINDING,), ("why",)
)
MATCHED = Verdict(Match(QUOTE, TRANSLATION, REFERENCE, REFERENCE, 0.9, 0.5), JUDGEMENT)
UNMATCHED = Verdict(Match(QUOTE, TRANSLATION, None, None, 0.0, 0.0), None, ("none",))
REPORT = Report("a.txt", (UNMATCHED, MATCHED), (), "signature")


def test_csv_is_worst_first_and_runs_no_formula() -> None:
    found = list(csv.DictReader(io.StringIO(report_to_csv(REPORT), newline="")))
    assert tuple(found[0]) == COLUMNS
    assert [row["verdict"] for row in found] == ["mistranslated", "no_reference"]
    worst = found[0]
    assert worst["speaker"] == "'=cmd|' /C calc'!A0"
    assert (worst["translation"], worst["reference"]) == ("'-yes", "'+No\nnever")
    assert (worst["findings"], worst["evidence"], worst["p_mistranslated"]) == ("negation", "why", "0.912")
    assert (found[1]["p_mistranslated"], found[1]["reference_id"]) == ("", "")


def test_json_has_every_span() -> None:
    document = json.loads(report_to_json(REPORT))
    first = document["quotes"][0]
    assert first["judgement"]["findings"][0]["reference_span"] == [1, 3]
    assert first["quote"]["start"] == 5
    assert document["signature"] == "signature"


def test_summary_counts() -> None:
    assert summary(REPORT) == "a.txt: 2 statements: 1 mistranslated, 1 no reference"


@pytest.mark.parametrize("cell", [-3, 0.5, None, "", "a=b", "٣-"])
def test_harmless_cells_are_unchanged(cell: object) -> None:
    assert harmless(cell) == cell


@given(
    st.lists(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1)
)
def test_csv_reads_back(cells: list[str]) -> None:
    columns = [str(i) for i in range(len(cells))]
    text = to_csv([dict(zip(columns, cells, strict=True))], columns)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == [harmless(cell) for cell in cells]
