"""Omission and addition: clauses, not words."""

from __future__ import annotations

from toolkit.checks import addition, omission
from toolkit.types import Pair

SHORT = "سندفع التعويضات للعائلات."
LONG = "سندفع التعويضات للعائلات إذا وافق البرلمان على الميزانية الجديدة قبل نهاية الشهر."
SHORT_ORIGINAL = "We will pay the families compensation."
LONG_ORIGINAL = (
    "We will pay the families compensation, provided that parliament approves the new budget before the end "
    "of the month."
)


def test_a_condition_left_out() -> None:
    findings = omission.check(Pair(SHORT, LONG_ORIGINAL))
    assert [finding.kind for finding in findings] == ["omission"]
    span = findings[0].reference_span
    assert span is not None
    assert "parliament approves the new budget" in span.of(LONG_ORIGINAL)
    assert addition.check(Pair(SHORT, LONG_ORIGINAL)) == []


def test_a_condition_put_in() -> None:
    findings = addition.check(Pair(LONG, SHORT_ORIGINAL))
    assert [finding.kind for finding in findings] == ["addition"]
    span = findings[0].source_span
    assert span is not None
    assert "البرلمان على الميزانية" in span.of(LONG)
    assert omission.check(Pair(LONG, SHORT_ORIGINAL)) == []


def test_whole_pairs_have_neither() -> None:
    for pair in (Pair(SHORT, SHORT_ORIGINAL), Pair(LONG, LONG_ORIGINAL)):
        assert omission.check(pair) == []
        assert addition.check(pair) == []


def test_a_sentence_that_is_not_quoted_is_no_omission() -> None:
    reference = f"The storm destroyed four bridges and a school last winter. {SHORT_ORIGINAL}"
    assert omission.check(Pair(SHORT, reference, partial=True)) == []
    assert omission.check(Pair(SHORT, reference)) != []
