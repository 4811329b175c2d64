"""Stems, the word table, and what a pair leaves unexplained."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.arabic import fold
from toolkit.text.stems import arabic_root, english_stem
from toolkit.text.wordtable import coverage, reference_terms, source_terms, word_table

ONE_STEM = [
    ("وزير", "الوزير"),
    ("وزير", "ووزيرها"),
    ("المدرسة", "بالمدرسة"),
    ("قانون", "القانونية"),
    ("لبنان", "بلبنان"),
    ("السد", "سد"),
    ("صحفيين", "للصحفيين"),
    ("قال", "وقالت"),
    ("الأسلحة", "أسلحة"),
]
TWO_STEMS = [("لبن", "لبنان"), ("بنك", "بن"), ("والد", "الدين"), ("وزير", "زير")]


@pytest.mark.parametrize(("one", "other"), ONE_STEM)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    table = word_table()
    assert table.stem(fold(one)) == table.stem(fold(other))


@pytest.mark.parametrize(("one", "other"), TWO_STEMS)
def test_two_words_stay_two(one: str, other: str) -> None:
    table = word_table()
    assert table.stem(fold(one)) != table.stem(fold(other))


def test_verbs_and_their_nouns_share_a_root() -> None:
    assert {arabic_root(stem) for stem in ("خفض", "انخفاض", "تخفيض", "ينخفض")} == {"خفض"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("weapons", "weapon"), ("agreed", "agree"), ("neighbours", "neighbor"), ("lost", "losing"),
     ("Women's".lower(), "woman"), ("stopped", "stop"), ("cities", "city"), ("organise", "organized")],
)  # fmt: skip
def test_english_forms_meet(one: str, other: str) -> None:
    assert english_stem(one) == english_stem(other)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("سلاح", "weapon"), ("مدفعية", "artillery"), ("جفاف", "drought"), ("رفض", "reject"),
     ("ضريبة", "tax"), ("روسيا", "russia"), ("استقال", "resign"), ("لقاح", "vaccine")],
)  # fmt: skip
def test_known_translations(arabic: str, english: str) -> None:
    table = word_table()
    assert table.translations(table.stem(fold(arabic)))[english_stem(english)] >= 0.7


STRIKE = "لا نريد الإضراب ، لكننا لسنا خائفين منه"


def test_a_faithful_pair_explains_itself() -> None:
    pair = coverage(STRIKE, "We don't want a strike, but we are not afraid of one.")
    assert pair.of_source > 0.9 and pair.of_reference > 0.9


def test_an_unrelated_pair_does_not() -> None:
    pair = coverage(STRIKE, "The river froze for the first time since 1963.")
    assert pair.of_source < 0.2 and pair.of_reference < 0.2


def test_what_was_left_out_and_added_is_named_with_its_place() -> None:
    source, reference = "قطعت الحكومة المياه عن القرية الفقيرة", "The government cut water and electricity."
    pair = coverage(source, reference)
    assert {source[t.start : t.end] for t in pair.unexplained("source")} == {"القرية", "الفقيرة"}
    assert {reference[t.start : t.end] for t in pair.unexplained("reference")} == {"electricity"}


def test_names_the_table_lacks_are_explained_by_sound() -> None:
    pair = coverage("التقى هالفورسن النقابة", "Halvorsen met the union")
    assert pair.unexplained("reference") == [] and pair.of_source > 0.9


def test_loading_and_looking_up_is_quick() -> None:
    begin = time.perf_counter()
    coverage("قطعت الحكومة المياه", "The government cut the water.")
    assert time.perf_counter() - begin < 2.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_taken(source: str, reference: str) -> None:
    pair = coverage(source, reference)
    assert 0.0 <= pair.of_source <= 1.0 and 0.0 <= pair.of_reference <= 1.0
    for text, terms in ((source, source_terms(source)), (reference, reference_terms(reference))):
        assert all(0 <= t.start < t.end <= len(text) and 0 <= t.weight <= 1 for t in terms)
