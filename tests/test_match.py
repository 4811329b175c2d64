"""Finding the original of a quote, or saying that there is none."""

from __future__ import annotations

import json
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.match import match
from toolkit.match.features import clauses
from toolkit.types import Match, Quote, Reference, Translation

SHARED = Path(__file__).parents[1].parent / "shared"

REFERENCES = [
    Reference(id, text, speaker)
    for id, speaker, text in (
        ("sign", "Adel Mansour", "I will not sign any law that raises taxes on farmers."),
        ("flood", "Lina Haddad", "Three villages were flooded, and two bridges collapsed during the night."),
        ("talks", "Adel Mansour", "The talks were frank and constructive, and I thank our hosts for them."),
        ("jobs", "Peter Halvorsen", "The factory will create 450 jobs by the end of next year."),
        ("strike", "Donna Rivera", "We don't want a strike, but we are not afraid of one."),
        ("bread", "Lina Haddad", "The price of bread has doubled since March, and wages have not moved."),
        ("leak", "Adel Mansour", "I read the report, and I can confirm that our engineers found no leak."),
        ("school", "a ministry official", "Half of the schools in the province reopened on Sunday."),
    )
]


def found(text: str, *, speaker: str | None = None, translation: str = "", group: int | None = None) -> Match:
    quote = Quote("q", text, text, 0, len(text), "direct", speaker=speaker, group=group)
    return match([quote], [Translation(text, translation)], REFERENCES)[0]


FAITHFUL = [
    ("لن أوقع أي قانون يرفع الضرائب على المزارعين", "sign"),
    ("غمرت الفيضانات ثلاث قرى وانهار جسران خلال الليل", "flood"),
    ("صريحة وبناءة", "talks"),
    ("نحن لا نريد الإضراب ، لكننا لسنا خائفين منه", "strike"),
    ("تضاعف سعر الخبز منذ آذار/مارس ولم تتحرك الأجور", "bread"),
    ("سيوفر المصنع ٤٥٠ وظيفة بحلول نهاية العام المقبل", "jobs"),
    ("نصف مدارس المحافظة أعيد فتحها يوم الأحد", "school"),
]
MISTRANSLATED = [
    ("سأوقع أي قانون يرفع الضرائب على المزارعين", "sign"),
    ("سيوفر المصنع 540 وظيفة بحلول نهاية العام المقبل", "jobs"),
    ("نريد الإضراب ونحن خائفون منه", "strike"),
    ("انخفض سعر الخبز منذ آذار/مارس ولم تتحرك الأجور", "bread"),
    ("قرأت التقرير وأؤكد أن المهندسين عثروا على تسرب", "leak"),
]
NO_ORIGINAL = [
    "سنزور المستشفى غدا مع وفد من الأطباء",
    "الطقس في الجبال بارد جدا هذا الشتاء",
    "لم يسألني أحد عن رأيي في الفيلم",
    "هذه المرة الثالثة",
]


@pytest.mark.parametrize(("text", "original"), FAITHFUL)
def test_a_faithful_quote_finds_its_original(text: str, original: str) -> None:
    result = found(text)
    assert result.reference is not None and result.reference.id == original
    assert 0.5 < result.score <= 1.0 and result.margin > 0.4


@pytest.mark.parametrize(("text", "original"), MISTRANSLATED)
def test_a_false_quote_finds_it_too(text: str, original: str) -> None:
    result = found(text)
    assert result.reference is not None and result.reference.id == original


@pytest.mark.parametrize("text", NO_ORIGINAL)
def test_no_original_is_said(text: str) -> None:
    result = found(text)
    assert result.reference is None and result.candidate is not None


def test_the_words_of_another_speaker_still_find_their_original() -> None:
    result = found("نحن لا نريد الإضراب ، لكننا لسنا خائفين منه", speaker="بيتر هالفورسن")
    assert result.reference is not None and result.reference.id == "strike"


def test_the_speaker_helps_and_the_wrong_one_hurts() -> None:
    text = "لا نريد أن نضرب"
    own, none, other = (found(text, speaker=s).score for s in ("دونا ريفيرا", None, "بيتر هالفورسن"))
    assert own > none > other


def test_a_wrong_translation_does_not_carry_the_match() -> None:
    text = "لن أوقع أي قانون يرفع الضرائب على المزارعين"
    result = found(text, translation="Half of the schools reopened on Sunday.")
    assert result.candidate is not None and result.candidate.id == "sign"


def test_a_translation_with_problems_is_not_listened_to() -> None:
    text = "لن أوقع أي قانون"
    quote = Quote("q", text, text, 0, len(text), "direct")
    spoilt = Translation(text, "bread bread bread bread", problems=("repetition",))
    with_problems = match([quote], [spoilt], REFERENCES)[0]
    without = match([quote], [Translation(text, "")], REFERENCES)[0]
    assert with_problems.score == without.score


def test_the_rendered_part_is_named() -> None:
    result = found("المحادثات كانت صريحة وبناءة")
    assert result.reference is not None and result.reference_span is not None
    assert result.reference_span.of(result.reference.text) == "The talks were frank and constructive,"
    assert found("نحن لا نريد الإضراب ، لكننا لسنا خائفين منه").reference_span is None


def test_pieces_of_one_quotation_support_each_other() -> None:
    pieces = ["قرأت التقرير", "وأستطيع أن أؤكد أن المهندسين لم يعثروا على أي تسرب"]
    references = [*REFERENCES, Reference("other", "The report was read aloud on Tuesday.")]

    def first(group: int | None) -> Match:
        quotes = [Quote(str(i), p, p, 0, len(p), "direct", group=group) for i, p in enumerate(pieces)]
        return match(quotes, [Translation(p, "") for p in pieces], references)[0]

    together, alone = first(1), first(None)
    assert together.reference is not None and together.reference.id == "leak"
    assert together.score > alone.score or alone.candidate != together.candidate


def test_no_references_at_all() -> None:
    quote = Quote("q", "نعم", "نعم", 0, 3, "direct")
    assert match([quote], [Translation("نعم", "Yes.")], [])[0].candidate is None
    assert match([], [], REFERENCES) == []


def test_one_match_a_quote_in_order() -> None:
    texts = [text for text, _ in FAITHFUL]
    quotes = [Quote(str(i), t, t, 0, len(t), "direct") for i, t in enumerate(texts)]
    results = match(quotes, [Translation(t, "") for t in texts], REFERENCES)
    assert [r.quote.id for r in results] == [q.id for q in quotes]


def test_clauses_cover_the_text_in_order() -> None:
    text = "We won. They lost, and left; nobody stayed"
    parts = ["We won.", "They lost,", "and left;", "nobody stayed"]
    assert [span.of(text) for span in clauses(text)] == parts


def test_twenty_quotes_among_two_thousand_references_are_quick() -> None:
    words = ["water", "road", "city", "bridge", "school", "tax", "vote", "law", "price", "wage", "army"]
    triples = product(words, repeat=3)
    many = [Reference(f"m{i}", f"The {a} near the {b} was {c}.") for i, (a, b, c) in enumerate(triples)]
    many += [Reference(f"m{i}", f"Number {i} came last.") for i in range(len(many), 2000)]
    texts = [text for text, _ in FAITHFUL + MISTRANSLATED]
    quotes = [Quote(str(i), t, t, 0, len(t), "direct") for i, t in enumerate((texts * 2)[:20])]
    begin = time.perf_counter()
    results = match(quotes, [Translation(q.source, "") for q in quotes], [*REFERENCES, *many])
    assert time.perf_counter() - begin < 10
    assert sum(r.reference is not None and r.reference.id[0] != "m" for r in results) >= 16


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=3), st.lists(st.text(max_size=40), max_size=4))
def test_any_text_is_taken(sources: list[str], originals: list[str]) -> None:
    quotes = [Quote(str(i), s, s, 0, len(s), "direct", group=1) for i, s in enumerate(sources)]
    references = [Reference(str(i), text) for i, text in enumerate(originals)]
    for result in match(quotes, [Translation(s, s) for s in sources], references):
        assert 0.0 <= result.margin <= result.score <= 1.0
        if result.reference_span and result.candidate:
            assert result.reference_span.end <= len(result.candidate.text)


SEEDS = [
    ("نحن ندين بشدة ونحذر بشدة من نشر مثل هذا الخطاب المعادي لكوريا الشمالية", "المسؤول", "kcna-2"),
    ("لم نقم مطلقًا بتصدير أسلحة أو ذخائر إلى روسيا من قبل ولن نخطط لتصديرها.", "المسؤول", "kcna-1"),
    ("بصدد شراء ملايين الصواريخ وقذائف المدفعية من كوريا الشمالية", "فيدانت باتيل", "patel-1"),
    ("لا توجد مؤشرات على اكتمال الشراء", "جون كيربي", "kirby-1"),
    ("التصريحات المتهورة", "المسؤول الكوري الشمالي", "kcna-3"),
    ("إبقاء فمها مغلقًا", "المسؤول الكوري الشمالي", "kcna-3"),
    ("سيوسعان العلاقات الثنائية الشاملة والبناءة بجهود مشتركة", "فلاديمير بوتين", "putin-1"),
    ("التعاون الاستراتيجي والتكتيكي والدعم والتضامن", "كيم", "kim-1"),
    ("سياسة الهيمنة", "كوريا الشمالية", None),
    ("حقها القانوني", None, None),
]


@pytest.mark.skipif(not (SHARED / "seeds" / "references.jsonl").exists(), reason="needs the first articles")
def test_the_quotes_of_the_first_article() -> None:
    lines = (SHARED / "seeds" / "references.jsonl").read_text(encoding="utf-8").splitlines()
    references = [Reference(**json.loads(line)) for line in lines]
    quotes = [Quote(str(i), t, t, 0, len(t), "direct", speaker=s) for i, (t, s, _) in enumerate(SEEDS)]
    results = match(quotes, [Translation(q.source, "") for q in quotes], references)
    assert [r.reference and r.reference.id for r in results] == [gold for _, _, gold in SEEDS]
