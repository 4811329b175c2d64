"""Extent, kind, cue and speaker of statements: one sentence or two for each way of quoting."""

from __future__ import annotations

import pytest

from tests.quotes.cases import body, found

# text: (statement, kind, cue, speaker) in order
CASES = {
    "colon and marks": (
        "وقال الوزير سامي حداد: «لن نتراجع عن القرار».",
        [("لن نتراجع عن القرار", "direct", "وقال", "الوزير سامي حداد")],
    ),
    "cue after the marks, English order": (
        '"لن نترك بيوتنا" ، قالت المزارعة هدى النجار.',
        [("لن نترك بيوتنا", "direct", "قالت", "المزارعة هدى النجار")],
    ),
    "subject before the verb": (
        "عمدة البلدة جوليا بيانكي قالت أن السكان بخير.",
        [("السكان بخير", "indirect", "قالت", "عمدة البلدة جوليا بيانكي")],
    ),
    "indirect with the pronoun of the conjunction": (
        "أعلنت الوزارة أنها ستغلق المعبر.",
        [("ستغلق المعبر", "indirect", "أعلنت", "الوزارة")],
    ),
    "two clauses of one report": (
        "وأكدت مونتي أن الحل بسيط، وأن الأشغال ستبدأ غدا.",
        [
            ("الحل بسيط", "indirect", "وأكدت", "مونتي"),
            ("الأشغال ستبدأ غدا", "indirect", "وأكدت", "مونتي"),
        ],
    ),
    "indirect ends before a participle": (
        "قال المدير إن المصنع سيغلق، مضيفا أن العمال سيعوضون.",
        [
            ("المصنع سيغلق", "indirect", "قال", "المدير"),
            ("العمال سيعوضون", "indirect", "مضيفا", "المدير"),
        ],
    ),
    "phrase in a described object": (
        "ووصف الرئيس الاتفاق بأنه «خطوة أولى».",
        [("خطوة أولى", "partial", "ووصف", "الرئيس")],
    ),
    "phrase as object of a demand": (
        "ودعا وزير الخارجية إلى «ضبط النفس».",
        [("ضبط النفس", "partial", "ودعا", "وزير الخارجية")],
    ),
    "clause and the phrase in it": (
        "وقالت الوزيرة إن سعر القمح ارتفع هذا العام «أكثر مما توقعنا».",
        [
            ("سعر القمح ارتفع هذا العام «أكثر مما توقعنا»", "indirect", "وقالت", "الوزيرة"),
            ("أكثر مما توقعنا", "partial", "وقالت", "الوزيرة"),
        ],
    ),
    "according to, before": (
        "وبحسب وزير الزراعة، فإن المحصول تراجع هذا العام.",
        [("المحصول تراجع هذا العام", "indirect", "وبحسب", "وزير الزراعة")],
    ),
    "according to, after": (
        "تراجع المحصول هذا العام، وفقا لوزارة الزراعة.",
        [("تراجع المحصول هذا العام", "indirect", "وفقا", "وزارة الزراعة")],
    ),
    "cue at the end of a sentence, English order": (
        "توقفت المحادثات يوم الاثنين ، قال الجانبان.",
        [("توقفت المحادثات يوم الاثنين", "indirect", "قال", "الجانبان")],
    ),
    "paragraph after a colon": (
        "وأضاف المسؤول:\n\nلم نصدر أسلحة إلى أحد.",
        [("لم نصدر أسلحة إلى أحد.", "block", "وأضاف", "المسؤول")],
    ),
    "colon without marks": (
        "وقال رئيس المجلس نبيل حداد: القانون سيعود إلى اللجنة.",
        [("القانون سيعود إلى اللجنة", "block", "وقال", "رئيس المجلس نبيل حداد")],
    ),
    "nested": (
        'وقالت المهندسة: «سألني المدير: "هل نوقف الميناء؟" ثم خرج».',
        [
            ('سألني المدير: "هل نوقف الميناء؟" ثم خرج', "direct", "وقالت", "المهندسة"),
            ("هل نوقف الميناء؟", "direct", "سألني", "المدير"),
        ],
    ),
    "marks turned and glued": (
        "وأضاف المتحدث إن هذا الطلب”مؤشر على الوضع”، وتابع: “نحن نقدر أن الأمور صعبة”.",
        [
            ("هذا الطلب”مؤشر على الوضع”", "indirect", "وأضاف", "المتحدث"),
            ("مؤشر على الوضع", "partial", "وأضاف", "المتحدث"),
            ("نحن نقدر أن الأمور صعبة", "direct", "وتابع", "المتحدث"),
        ],
    ),
    "closing mark missing before the cue": (
        "“كان هذا عملا من ثلاث سنوات ، وقد كسر أجهزتنا ، مازح مينون.",
        [("كان هذا عملا من ثلاث سنوات ، وقد كسر أجهزتنا", "direct", "مازح", "مينون")],
    ),
    "quoted from somebody": (
        "ونقلت الوكالة عن مصدر أمني قوله إن الوضع هادئ.",
        [("الوضع هادئ", "indirect", "قوله", "مصدر أمني")],
    ),
    "nobody's statement": (
        "ويقال إن القرية كانت مزدهرة.",
        [("القرية كانت مزدهرة", "indirect", "ويقال", None)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_statement(name: str) -> None:
    text, expected = CASES[name]
    assert [(q.text, q.kind, q.cue, q.speaker) for q in body(text)] == expected


NONE = {
    "newspaper": "وكانت صحيفة “نيويورك تايمز” أول من نشر الخبر.",
    "book and film": "صدر كتاب «ملح» ثم فيلم «حدائق الملح».",
    "nickname": "يلقبه الجمهور بـ«الثعلب» منذ سنوات.",
    "known as": "في القاعة المعروفة بـ«غرفة الساعة» اجتمع الأعضاء.",
    "banner": "رفع الجمهور لافتة كتب عليها «شكرا من القلب».",
    "term": "ويعد الخليج واحدا من «الملاجئ الحرارية» القليلة.",
    "said to a newspaper": "وتحدث الوزير لـ«النهر» عن السدود.",
    "the newspaper's reminder": "يشار إلى أن السد بني في الستينيات.",
    "byline": "كتب: محرر القسم العلمي",
    "apostrophe and inches": "it's a 55\" TV",
}


@pytest.mark.parametrize("name", NONE)
def test_no_statement(name: str) -> None:
    assert body(NONE[name]) == []


def test_headline_with_its_speaker() -> None:
    text = "وزير الري: منسوب البحيرة لن ينخفض قبل نهاية الصيف\n\nعمان – وكالات"
    assert [(q.text, q.kind, q.cue, q.speaker) for q in found(text)] == [
        ("منسوب البحيرة لن ينخفض قبل نهاية الصيف", "block", ":", "وزير الري")
    ]


def test_rubric_of_a_headline_is_no_speaker() -> None:
    assert found("فيديو: العاصفة تضرب الساحل\n\nخبر قصير.") == []


def test_answers_of_an_interview() -> None:
    text = (
        "الروائية ندى شماس: أكتب لأنني لا أجيد الصمت\n\nس: لماذا تأخرت الرواية؟\nج: لأنني كتبتها مرتين.\n\n"
        "س: هل من رواية جديدة؟\nج: نعم، رواية عن أختي. (تضحك)"
    )
    answers = [q for q in found(text) if q.cue == "ج:"]
    assert [(q.text, q.kind) for q in answers] == [
        ("لأنني كتبتها مرتين", "block"),
        ("نعم، رواية عن أختي", "block"),
    ]
    assert {q.speaker for q in answers} == {"الروائية ندى شماس"}


def test_questions_of_an_interview_are_not_statements() -> None:
    text = (
        "مقابلة\n\nالمنارة: كيف تلقيت الخبر؟\nلوكاس: كنت نائمة.\n\n"
        "المنارة: وماذا فعلت؟\nلوكاس: عدت إلى النوم."
    )
    assert [(q.text, q.speaker) for q in found(text)] == [("كنت نائمة", "لوكاس"), ("عدت إلى النوم", "لوكاس")]


def test_quotation_over_several_paragraphs_is_one_group() -> None:
    quotes = body("وقالت ميغان ثورب: «نجت الشعاب من اختبار قاس.\n\n«نحن ننظر إلى أحفاد الناجين».")
    assert [q.text for q in quotes] == ["نجت الشعاب من اختبار قاس.", "نحن ننظر إلى أحفاد الناجين"]
    assert quotes[0].group is not None and quotes[0].group == quotes[1].group
    assert quotes[1].speaker == "ميغان ثورب"


def test_quotation_interrupted_by_its_cue_is_one_group() -> None:
    quotes = body('"الرياح هي عدونا الأول" ، أكد روسي ، "والماء ليس كافيا".')
    assert [(q.text, q.speaker) for q in quotes] == [
        ("الرياح هي عدونا الأول", "روسي"),
        ("والماء ليس كافيا", "روسي"),
    ]
    assert quotes[0].group is not None and quotes[0].group == quotes[1].group


def test_one_stray_mark_costs_one_quotation() -> None:
    quotes = body('قال الوزير: "نعم سنبدأ غدا". وفي " المساء خرج. وأضاف: "لن ننتظر أحدا".')
    assert [q.text for q in quotes] == ["نعم سنبدأ غدا", "لن ننتظر أحدا"]


def test_opening_mark_missing() -> None:
    quotes = body('وقال الوزير: سنبدأ العمل غدا". وأضاف: "لن ننتظر أحدا".')
    assert [(q.text, q.kind) for q in quotes] == [("سنبدأ العمل غدا", "direct"), ("لن ننتظر أحدا", "direct")]


def test_saying_with_the_speaker_below() -> None:
    quotes = body('"لم أكتب رواية وأنا سعيد".\n(الروائي الأيرلندي كولم براديغان)')
    assert [(q.text, q.speaker) for q in quotes] == [
        ("لم أكتب رواية وأنا سعيد", "الروائي الأيرلندي كولم براديغان")
    ]


def test_list_of_sayings() -> None:
    quotes = body(
        "ومن أبرز ما قالته الوزيرة:\n• «لا تراجع عن الكاميرات».\n• لن تفرض غرامة قبل ستة أشهر.\nانتهى."
    )
    assert [(q.text, q.kind, q.speaker) for q in quotes] == [
        ("لا تراجع عن الكاميرات", "direct", "الوزيرة"),
        ("لن تفرض غرامة قبل ستة أشهر.", "block", "الوزيرة"),
    ]
