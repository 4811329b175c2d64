"""The check of numbers: differences that must be found, free wordings that must not be accused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks.numbers import check
from toolkit.types import Finding, Pair

SHARED = Path(__file__).parents[2].parent / "shared"


def strong(source: str, reference: str, *, partial: bool = False) -> list[Finding]:
    return [f for f in check(Pair(source, reference, partial=partial)) if f.weight >= 0.5]


FAITHFUL = {
    "word for figure": ("فقدنا ثلاثين طبيبا", "We lost 30 doctors."),
    "months of another tradition": ("في 5 حزيران/يونيو", "on June 5th"),
    "decade": ("في سبعينيات القرن الماضي", "in the 1970s"),
    "per cent as nine in ten": ("تسعون في المئة من الأسماك", "Nine in ten fish"),
    "a third as one in three": ("ثلث السكان", "One person in three"),
    "dual": ("انتظرنا يومين", "We waited two days."),
    "dual of a noun that is no unit": ("طُرد لاعبان", "Two players were sent off."),
    "fifty years": ("قبل نصف قرن", "fifty years ago"),
    "conversion, rounded": ("على بعد 100 كيلومتر", "62 miles away"),
    "conversion added": ("على بعد 100 كيلومتر (62 ميلا)", "62 miles away"),
    "afternoon": ("في الساعة الثالثة والنصف مساء", "at 3:30 pm"),
    "score in words": ("خسروا بخمسة أهداف مقابل هدفين", "They lost 5-2."),
    "someone": ("قال أحد المسؤولين", "an official said"),
    "Monday, not two": ("يوم الاثنين المقبل", "next Monday"),
    "range with one scale": ("بين 10 و15 مليون دولار", "between ten and fifteen million dollars"),
    "Louis XIV": ("لويس الرابع عشر", "Louis XIV"),
    "repeated": ("قتل 12 شخصا، والقتلى الاثنا عشر", "12 people were killed"),
    "not less than": ("ما لا يقل عن 30 قتيلا", "at least 30 dead"),
    "names with figures": ("مقاتلات إف-16", "fighter jets"),
    "daily": ("كل يوم", "daily"),
    "hundreds": ("مئات القتلى", "hundreds of dead"),
}


@pytest.mark.parametrize(("source", "reference"), FAITHFUL.values(), ids=FAITHFUL.keys())
def test_faithful_wording_is_not_accused(source: str, reference: str) -> None:
    assert strong(source, reference) == []


CHANGED = {
    "another figure": ("فقدنا ثلاثين طبيبا", "We lost 13 doctors.", "number"),
    "million, billion": ("ثلاثة ملايين دولار", "3 billion dollars", "number"),
    "decimal point": ("مليار ومئتا مليون", "1.02 billion", "number"),
    "teen for ten": ("أربع عشرة ساعة", "forty hours", "number"),
    "years one apart": ("في عام 2008", "in 2009", "number"),
    "century": ("في القرن التاسع عشر", "in the 1900s", "number"),
    "ratio": ("واحد من كل خمسة أطفال", "Four in five children", "number"),
    "ratio, other whole": ("ستة من كل عشرة", "Six in a hundred", "number"),
    "weekday": ("يوم الثلاثاء", "on Wednesday", "number"),
    "month": ("في 4 آب", "on 4 July", "number"),
    "half of the day": ("في الثانية ظهرا", "at two in the morning", "number"),
    "limit": ("أكثر من 30 قتيلا", "fewer than 30 dead", "number"),
    "to for by": ("انخفضت الحصة إلى 20 في المئة", "the share is down by 20 per cent", "number"),
    "hundreds, thousands": ("بضع مئات", "a few thousand", "number"),
    "miles for kilometres": ("ثلاثة كيلومترات", "three miles", "unit"),
    "currency": ("مئتا ألف جنيه إسترليني", "$200,000", "unit"),
    "period": ("ستة أسابيع", "six months", "unit"),
    "rate": ("ألف برميل يوميا", "1,000 barrels a year", "unit"),
    "points for per cent": ("نقطتين مئويتين", "two per cent", "unit"),
    "twice a month for every two months": ("كل شهرين", "twice a month", "unit"),
    "wrong conversion": ("أربعين درجة مئوية", "140 Fahrenheit", "unit"),
    "one metre": ("مترًا واحدًا", "one foot", "unit"),
}


@pytest.mark.parametrize(("source", "reference", "kind"), CHANGED.values(), ids=CHANGED.keys())
def test_difference_is_found_once(source: str, reference: str, kind: str) -> None:
    found = [f for f in strong(source, reference) if f.source_span and f.reference_span]
    assert [f.kind for f in found] == [kind]
    assert "article" in found[0].message and not found[0].message.endswith(".")


def test_message_quotes_both_sides_and_gives_the_value() -> None:
    (finding,) = check(Pair("قتل مليونا شخص", "Two billion people were killed."))
    assert "“مليونا شخص”" in finding.message and "“Two billion people”" in finding.message
    assert finding.severity == "critical"


def test_partial_source_is_not_blamed_for_what_it_leaves_out() -> None:
    assert strong("فقدنا بيوتنا", "We lost 300 homes.") != []
    assert check(Pair("فقدنا بيوتنا", "We lost 300 homes.", partial=True)) == []


def test_number_without_counterpart_weighs_less_than_a_changed_one() -> None:
    (lost,) = check(Pair("فقدنا 300 بيت", "We lost our homes."))
    (changed,) = check(Pair("فقدنا 300 بيت", "We lost 500 homes."))
    assert lost.reference_span is None and 0 < lost.weight < changed.weight


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_pair_is_checked_and_spans_lie_in_the_texts(source: str, reference: str) -> None:
    for finding in check(Pair(source, reference)):
        assert 0 <= finding.weight <= 1
        if finding.source_span:
            assert finding.source_span.end <= len(source)
        if finding.reference_span:
            assert finding.reference_span.end <= len(reference)


@pytest.mark.skipif(not SHARED.exists(), reason="the development sets are not here")
def test_contrast_set() -> None:
    with (SHARED / "dev" / "contrast.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    accused = sum(bool(strong(row["source"], row["faithful"])) for row in rows)
    wrong = [row for row in rows if row["kind"] in ("number", "unit")]
    found = sum(bool(strong(row["source"], row["distorted"])) for row in wrong)
    assert accused <= 0.03 * len(rows)
    assert found >= 0.9 * len(wrong)
