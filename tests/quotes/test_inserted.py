"""Cues inside the marks, as translation programs leave them, and speech that the speaker himself reports."""

from __future__ import annotations

import pytest

from tests.quotes.cases import body

# text: (statement, cue, speaker) in order; the parts of a text are one group
SPLIT = {
    "name that is new": (
        "عالمة الأحياء سامانثا كول كانت أقل تفاؤلا. "
        '"النفط يطفو ، قالت كول ، وهذا هو الخبر السار. الخبر السيئ هو أن السلاحف تطفو أيضا".',
        ["النفط يطفو", "وهذا هو الخبر السار. الخبر السيئ هو أن السلاحف تطفو أيضا"],
        "قالت",
        "كول",
    ),
    "never closed": (
        '"لقد حملت هذا الشيء في رأسي لمدة 22 عاما ، قالت سورنسن ، واليوم لم يعد لي.',
        ["لقد حملت هذا الشيء في رأسي لمدة 22 عاما", "واليوم لم يعد لي"],
        "قالت",
        "سورنسن",
    ),
    "present, marks turned": (
        "”الآن نحن نستمع ، يقول راو ، والأرض جار صاخب“.",
        ["الآن نحن نستمع", "والأرض جار صاخب"],
        "يقول",
        "راو",
    ),
    "title and name": (
        '"العمل صعب جدا ، قالت رئيسة الهيئة المشتركة سميحة الفايز ، ونحن مستعدون".',
        ["العمل صعب جدا", "ونحن مستعدون"],
        "قالت",
        "رئيسة الهيئة المشتركة سميحة الفايز",
    ),
    "title before a clause that looks like an apposition": (
        '"لا يمكننا الانتظار ، أكد الوزير ، فالوقت ينفد".',
        ["لا يمكننا الانتظار", "فالوقت ينفد"],
        "أكد",
        "الوزير",
    ),
    "full stop after it": (
        '"النفط يطفو على الماء ، قالت كول. السلاحف تطفو أيضا".',
        ["النفط يطفو على الماء", "السلاحف تطفو أيضا"],
        "قالت",
        "كول",
    ),
    "after a question": (
        '"هل نحن آمنون؟ سألت الطبيبة هدى النجار ، لا أعتقد ذلك".',
        ["هل نحن آمنون؟", "لا أعتقد ذلك"],
        "سألت",
        "الطبيبة هدى النجار",
    ),
    "twice": (
        '"العمل صعب جدا ، قالت كول ، ونحن مستعدون له ، أضافت ، فلا تقلقوا".',
        ["العمل صعب جدا", "ونحن مستعدون له", "فلا تقلقوا"],
        "قالت",
        "كول",
    ),
}


@pytest.mark.parametrize("name", SPLIT)
def test_split_by_the_cue_inside(name: str) -> None:
    text, parts, cue, speaker = SPLIT[name]
    quotes = body(text)
    assert [q.text for q in quotes] == parts
    assert {(q.kind, q.cue, q.speaker) for q in quotes} == {("direct", cue, speaker)}
    assert quotes[0].group is not None and len({q.group for q in quotes}) == 1


def test_verb_alone_takes_the_last_speaker() -> None:
    quotes = body('قالت المديرة هدى النجار إن العمل انتهى. "لقد تعبنا ، قالت ، لكننا نجحنا".')
    assert [(q.text, q.speaker) for q in quotes[1:]] == [
        ("لقد تعبنا", "المديرة هدى النجار"),
        ("لكننا نجحنا", "المديرة هدى النجار"),
    ]


CLOSED = {
    "closing mark before the full stop": '"لقد كسر أجهزة الكمبيوتر لدينا ، مازح مينون".',
    "closing mark after the full stop": '"لقد كسر أجهزة الكمبيوتر لدينا ، مازح مينون."',
    "closing mark missing": "“لقد كسر أجهزة الكمبيوتر لدينا ، مازح مينون.",
    "closing mark missing, the article goes on": (
        "“لقد كسر أجهزة الكمبيوتر لدينا ، مازح مينون. وغادر القاعة بعد ذلك مع زملائه إلى المحطة."
    ),
    "closing mark missing, marks in the next line": (
        "“لقد كسر أجهزة الكمبيوتر لدينا ، مازح مينون.\n“نحن سعداء جدا” ، قال حداد."
    ),
}


@pytest.mark.parametrize("name", CLOSED)
def test_quotation_ends_before_its_cue(name: str) -> None:
    quote = body("قال الوزير سامي حداد إن المدينة آمنة.\n" + CLOSED[name])[1]
    assert (quote.text, quote.cue, quote.speaker) == (
        "لقد كسر أجهزة الكمبيوتر لدينا",
        "مازح",
        "مينون",
    )


WHOLE = {
    "my father": "كنت صغيرة ، قال أبي ، اذهبي إلى المدرسة ، فذهبت",
    "my father to me": "كنت صغيرة ، قال لي أبي ، اذهبي إلى المدرسة ، فذهبت",
    "he asked me": "كنت صغيرة ، سألني المدير ، ماذا تريدين أن تفعلي ، فبكيت",
    "a conversation": "سألته عن السبب ، قال ، لا أعرف ، ثم خرج",
    "and he said": "جاء المدير ، وقال ، لا تذهبوا ، ثم خرج",
    "the proverb": "الصبر ، يقول المثل ، مفتاح الفرج ، ونحن صابرون",
    "some people": "المدينة ، يقول البعض ، لم تعد آمنة للعيش",
    "reported clause": "التقيت المدير أمس ، قال إنه سيعود ، لكنه لم يعد",
    "you see": "الأمر صعب علينا ، ترى ، ولا حل له",
}


@pytest.mark.parametrize("name", WHOLE)
def test_speech_reported_by_the_speaker_splits_nothing(name: str) -> None:
    quotes = body(f'قالت هدى النجار إن العمل انتهى. "{WHOLE[name]}".')
    assert [(q.text, q.speaker) for q in quotes[1:]] == [(WHOLE[name], "هدى النجار")]


def test_quotation_after_a_colon_has_its_speaker() -> None:
    text = "كنت صغيرة ، قال المدير ، اذهبي إلى المدرسة ، فذهبت"
    (quote,) = body(f'قالت هدى النجار: "{text}".')
    assert (quote.text, quote.speaker) == (text, "هدى النجار")
