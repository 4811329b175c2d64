"""What is a negation, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.negation import negations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لن نبيع الشركة", ["no"]),
        ("ليست هذه نهاية الطريق", ["no"]),
        ("لا يزال الوضع هادئا", ["still"]),
        ("ما زالت الجثث تحت الطين", ["still"]),
        ("لا شك في ذلك", ["doubtless"]),
        ("لا بد من الحوار", ["doubtless"]),
        ("لا سيما في الشتاء", ["however"]),
        ("إلا أن الاتفاق صمد", ["however"]),
        ("لا تنطبق القواعد إلا على الأجانب", ["only"]),
        ("ليس هذا فقط بل أكثر", ["notonly"]),
        ("لم يكد الوفد يصل حتى انقطع التيار", ["soon", "stop"]),
        ("غير قانوني", ["affix"]),
        ("من دون أجر", ["without"]),
        ("عدم الالتزام", ["lack"]),
        ("نفت الوزارة النبأ", ["deny"]),
        ("رفضت المعارضة", ["refuse", "refuse"]),
        ("فشلت في منع الكارثة", ["fail", "prevent"]),
        ("لا يقل عن ثلاثين", ["limit"]),
        ("أتمنى ألا تتكرر المأساة", ["no"]),
        ("ما قاله الوزير مهم", []),
        ("لمّ الشمل", []),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert [n.group for n in negations(text, "ar")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We won't sell.", ["no"]),
        ("He cannot stay, and nobody knows why.", ["no", "no"]),
        ("not only this", ["notonly"]),
        ("There is no doubt about it.", ["doubtless"]),
        ("No sooner had he come than it rained.", ["soon"]),
        ("nothing but trouble", ["only"]),
        ("an unlawful, pointless act", ["affix", "weak"]),
        ("The United States under union rule understood.", []),
        ("He noted the note; No. 5 was noble.", []),
        ("It failed to prevent this.", ["fail", "prevent"]),
        ("no fewer than 30", ["limit"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [n.group for n in negations(text, "en")] == expected


def test_repeated_negator_does_not_count_twice() -> None:
    assert [n.demands for n in negations("لا خبز ولا ماء", "ar")] == [True, False]
    assert [n.demands for n in negations("no bread and no water", "en")] == [True, False]


@given(st.text())
def test_any_text(text: str) -> None:
    for found in (*negations(text, "ar"), *negations(text, "en")):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.at <= 1
