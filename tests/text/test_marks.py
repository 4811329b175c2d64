"""Pairing of quotation marks: hard cases by name, and properties of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.marks import pair_marks

CASES = {
    "straight": ('قال "نعم" ثم "لا"', ["نعم", "لا"]),
    "angle": ("قال «نعم» ثم «لا»", ["نعم", "لا"]),
    "curly": ("قال “نعم” ثم “لا”", ["نعم", "لا"]),
    "both turned": ("قال ”نعم“ ثم ”لا“", ["نعم", "لا"]),
    "opening mark turned and glued": (
        "إن هذا الطلب”مؤشر على الوضع”، وتابع: “نعم”.",
        ["مؤشر على الوضع", "نعم"],
    ),
    "closed by another kind": ('قال “نعم“ و”لا" اليوم', ["نعم", "لا"]),
    "nested, other marks": ('قالت: «سألني: "لماذا؟". فسكت»', ['سألني: "لماذا؟". فسكت', "لماذا؟"]),
    "nested, same marks": ('قال: "قال لي "نعم" أمس" ثم خرج', ['قال لي "نعم" أمس', "نعم"]),
    "attached letters": ('وصفها بـ«الكارثة» و«العار» وب"الخطأ"', ["الكارثة", "العار", "الخطأ"]),
    "spaces inside": ('قال " نعم " ، ثم " لا " .', [" نعم ", " لا "]),
    "inches": ('شاشة 55" جديدة، قال: "جيدة"', ["جيدة"]),
    "feet and inches": ('طوله 5\'11" تقريبا، قال: "نعم"', ["نعم"]),
    "apostrophe": ("it's a workers' rock, قال 'نعم' أمس", ["نعم"]),
    "one stray mark": ('قال "نعم" في " المساء ثم "لا".', ["نعم", "لا"]),
    "direction controls": ("قال \u200f«\u200fنعم\u200f»\u200f ثم «لا»", ["\u200fنعم\u200f", "لا"]),
    "closing mark missing": ("قال: «نعم ولن نعود", ["نعم ولن نعود"]),
    "empty": ('قال ""', [""]),
}


@pytest.mark.parametrize("name", CASES)
def test_pairs(name: str) -> None:
    text, expected = CASES[name]
    found, _ = pair_marks(text)
    assert [text[m.inner_start : m.inner_end] for m in found] == expected


def test_missing_closing_mark_is_told() -> None:
    found, _ = pair_marks("قال: «نعم ولن نعود")
    assert [m.closed for m in found] == [False]


def test_turned_marks_are_counted() -> None:
    found, _ = pair_marks("قال ”نعم“ و“لا”")
    assert [m.turned for m in found] == [2, 0]


def test_depth_of_nested_marks() -> None:
    found, _ = pair_marks('قالت: «قال لي "نعم" أمس»')
    assert [m.depth for m in found] == [0, 1]


def test_only_the_given_paragraph_is_read() -> None:
    text = 'قال: "نعم\nقال: "لا"'
    found, _ = pair_marks(text, text.index("\n") + 1)
    assert [text[m.inner_start : m.inner_end] for m in found] == ["لا"]


MARKS = st.text(alphabet="«»“”\"'‘’„‹› .،:؟ابwx5\u200f\n", max_size=60)


@given(st.one_of(MARKS, st.text(max_size=60)))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    found, stray = pair_marks(text)
    for m in found:
        assert 0 <= m.start < m.inner_start <= m.inner_end <= m.end <= len(text)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(0 <= at < len(text) for at in stray)


@given(MARKS)
def test_pairs_do_not_cross(text: str) -> None:
    found, _ = pair_marks(text)
    for first in found:
        for second in found:
            inside = first.start <= second.start and second.end <= first.end
            around = second.start <= first.start and first.end <= second.end
            assert inside or around or first.end <= second.start or second.end <= first.start
