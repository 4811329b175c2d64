"""Conditions that only one side has."""

from __future__ import annotations

import pytest

from toolkit.checks.condition import check
from toolkit.types import Pair, Span

LEFT_OUT = [
    ("سنعود في الربيع", "If we find the money, we would like to be back in spring."),
    ("لن يكون الميناء آليا بالكامل", "Unless traffic grows, the port will not be fully automated."),
    ("أكد أنه سيوقع الاتفاق غدا", "He'll sign tomorrow, provided that the lawyers agree."),
]


@pytest.mark.parametrize(("source", "reference"), LEFT_OUT)
def test_left_out(source: str, reference: str) -> None:
    findings = check(Pair(source, reference))
    assert [finding.kind for finding in findings] == ["condition"]
    assert findings[0].reference_span is not None


def test_put_in() -> None:
    findings = check(Pair("سنوقع شريطة أن يوافق المحامون", "We will sign."))
    assert [(finding.kind, finding.reference_span) for finding in findings] == [("condition", None)]


SAME = [
    ("سنعود إذا توفر المال", "If we find the money, we'll be back."),
    ("إن أراد المستثمرون الخروج فبإمكانهم ذلك", "If the investors want out, they're free to go."),
    ("لن نغلق الميناء إلا إذا طلب منا ذلك", "We won't close the port unless we are told to."),
    ("عندما نجد المال سنعود", "If we find the money, we'll be back."),
    ("سألته عن رأيه في الفيلم", "I asked if he liked the film."),
    ("كان يركض كالمجنون", "He ran as if he were mad."),
    ("إذاً سنعود غدا", "So we'll be back tomorrow."),
]


@pytest.mark.parametrize(("source", "reference"), SAME)
def test_same_on_both_sides(source: str, reference: str) -> None:
    assert check(Pair(source, reference)) == []


def test_a_condition_of_another_sentence_is_not_quoted() -> None:
    reference = "The bank is behind the curve. If they wait they will regret it."
    pair = Pair("المصرف متأخر عن المنحنى", reference, partial=True, rendered=Span(0, 29))
    assert check(pair) == []
