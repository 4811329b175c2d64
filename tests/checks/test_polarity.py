"""Modality, opposites and quantity words: contradictions found, paraphrase left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks import antonym, modality, quantity
from toolkit.types import Finding, Pair

CHECKS: dict[str, Callable[[Pair], list[Finding]]] = {
    "modality": modality.check,
    "antonym": antonym.check,
    "quantity": quantity.check,
}


@pytest.mark.parametrize(
    ("kind", "source", "reference"),
    [
        ("modality", "قد يكون القاتل غادر البلاد", "The killer has certainly left the country."),
        ("modality", "يُحظر الصيد هنا", "You are advised not to fish here."),
        ("modality", "تعتزم الوزارة إلغاء الامتحان", "The ministry is obliged to abolish the exam."),
        ("modality", "ليس من الضروري أن يحضر", "He is barred from attending and must not come."),
        ("modality", "سيصل القطار غدا", "The train might arrive tomorrow."),
        ("modality", "يمكن استخدامه", "It must be used."),
        ("antonym", "ارتفعت الأسعار", "Prices fell."),
        ("antonym", "وافق المجلس على الخطة", "The council rejected the plan."),
        ("antonym", "قبل الانتخابات", "after the elections"),
        ("antonym", "تخفيف القيود", "tightening the controls"),
        ("antonym", "العرض يفوق الطلب", "Demand outstrips supply."),
        ("antonym", "باعت الشركة أسهمها", "The company bought its shares."),
        ("quantity", "معظم الناخبين", "some of the voters"),
        ("quantity", "جميع المباني", "almost all the buildings"),
        ("quantity", "لأسبوع على الأكثر", "for a week at least"),
        ("quantity", "أكثر من نصف القطع", "less than half of the pieces"),
        ("quantity", "نصف السكان", "a third of the population"),
        ("quantity", "كل الأطفال", "some children"),
        ("quantity", "قلما يشتكي الزبائن", "A few customers complain."),
    ],
)
def test_contradictions(kind: str, source: str, reference: str) -> None:
    assert [f.kind for f in CHECKS[kind](Pair(source, reference))] == [kind]


@pytest.mark.parametrize(
    ("kind", "source", "reference"),
    [
        ("modality", "قد يصل غدا", "He may arrive tomorrow."),
        ("modality", "وقد تم الاتفاق", "The deal has been done."),
        ("modality", "يجب أن يرحل", "He should leave."),
        ("modality", "يجب أن يرحل", "He has to leave."),
        ("modality", "من المرجح أن يفوز", "He may win."),
        ("modality", "لا يمكن أن نقبل", "We can't accept."),
        ("modality", "أصعب مما ينبغي", "too hard"),
        ("modality", "وصل في مايو", "He arrived in May."),
        ("antonym", "ارتفعت الأسعار", "Prices went up."),
        ("antonym", "لم يرفض العرض", "He accepted the offer."),
        ("antonym", "رفض العرض", "He did not accept the offer."),
        ("antonym", "ارتفعت الصادرات وانخفضت الواردات", "Exports rose while imports fell."),
        ("antonym", "قبل الحرب وبعدها", "before and after the war"),
        ("quantity", "معظم الناخبين", "the majority of voters"),
        ("quantity", "كل الأطفال", "every child"),
        ("quantity", "عدد من الأطفال", "several children"),
        ("quantity", "ليس كل الأطفال", "not all children"),
        ("quantity", "على الأقل ثلاثة", "no fewer than three"),
        ("quantity", "أحد أبرز الكتاب", "one of the most prominent writers"),
    ],
)
def test_no_contradiction(kind: str, source: str, reference: str) -> None:
    assert CHECKS[kind](Pair(source, reference)) == []


def test_spans_and_message() -> None:
    source, reference = "قالت إن الأسعار ارتفعت", "She said prices fell"
    (finding,) = antonym.check(Pair(source, reference))
    assert finding.source_span is not None and finding.source_span.of(source) == "ارتفعت"
    assert finding.reference_span is not None and finding.reference_span.of(reference) == "fell"
    assert finding.message == "the article says «ارتفعت», the original says the opposite: “fell”"


@given(st.text(), st.text())
def test_any_text(source: str, reference: str) -> None:
    for check in CHECKS.values():
        for finding in check(Pair(source, reference)):
            assert 0 < finding.weight <= 1
