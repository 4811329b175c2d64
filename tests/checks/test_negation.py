"""Denial against affirmation, and the many pairs that are no contradiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks.negation import check
from toolkit.types import Pair


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        ("لن نبيع الشركة", "We will sell the company."),
        ("سنبيع الشركة", "We will not sell the company."),
        ("لم أعد أثق بهم", "I still trust them."),
        ("لا نستبعد وجود ناجين", "We are ruling out survivors."),
        ("ليس من غير المألوف أن نرى ذلك", "It is uncommon to see that."),
        ("توقف الوالدان عن إرسال ابنتهما", "The parents never stopped sending their daughter."),
        ("ليس هناك أسوأ من الانتظار", "There is something worse than waiting."),
    ],
)
def test_contradictions(source: str, reference: str) -> None:
    assert [f.kind for f in check(Pair(source, reference))] == ["negation"]


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        ("لا يزال الوضع هادئا", "The situation is still calm."),
        ("لا شك أنه سيفوز", "He will certainly win."),
        ("لا تنطبق هذه القواعد إلا على الشركات الأجنبية", "These rules apply to foreign firms only."),
        ("لم يعد المصنع يلوث النهر", "The factory has stopped polluting the river."),
        ("هذا القرار غير قانوني", "This decision is not legal."),
        ("هذا القرار ليس قانونيا", "This decision is illegal."),
        ("خرجوا من دون بيان", "They left without a statement."),
        ("لا يقل عددهم عن ثلاثين", "There are at least thirty of them."),
        ("لا خبز ولا ماء", "There is neither bread nor water."),
        ("لم يكد يصل حتى انقطع التيار", "No sooner had he arrived than the power went."),
        ("لا بد من الحوار", "Dialogue is a must."),
        ("نفى الوزير النبأ", "The minister denied the report."),
        ("لا يسعنا إلا أن نعبر عن إعجابنا", "We can't help but express our admiration."),
        ("لا نستبعد وجود ناجين", "There may be survivors."),
        ("نادرا ما يشتكي الزبائن", "Customers hardly ever complain."),
    ],
)
def test_no_contradiction(source: str, reference: str) -> None:
    assert check(Pair(source, reference)) == []


def test_message_and_spans() -> None:
    source, reference = "قال إننا لن نبيع", "He said we would sell"
    (finding,) = check(Pair(source, reference))
    assert finding.source_span is not None and finding.source_span.of(source) == "لن"
    assert finding.message == "the article denies it: «لن نبيع»; the original affirms it"
    assert finding.weight > 0.9


def test_what_a_partial_quote_leaves_out_weighs_less() -> None:
    source, reference = "سنبيع الشركة", "We will not sell the company."
    whole, part = check(Pair(source, reference)), check(Pair(source, reference, partial=True))
    assert part[0].weight < whole[0].weight


@given(st.text(), st.text())
def test_any_text(source: str, reference: str) -> None:
    for finding in check(Pair(source, reference)):
        assert 0 < finding.weight <= 1
