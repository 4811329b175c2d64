"""Who speaks, over several sentences."""

from __future__ import annotations

import pytest

from tests.quotes.cases import body, found

CASES = {
    "carried by the verb alone": (
        "قال الوزير سامي حداد: «لا نقص في المياه». وأضاف: «سنوزع الحصص غدا».",
        ["الوزير سامي حداد", "الوزير سامي حداد"],
    ),
    "the verb's gender chooses": (
        "قالت الطبيبة هدى النجار إن المستشفى ممتلئ. وقال المدير خالد سليم إن الأسرّة كافية. "
        "وأضافت: «لسنا بخير».",
        ["الطبيبة هدى النجار", "المدير خالد سليم", "الطبيبة هدى النجار"],
    ),
    "name after the title, with a comma": (
        "قالت رئيسة الهيئة المشتركة، سميحة الفايز، إن الدول اتفقت.",
        ["رئيسة الهيئة المشتركة، سميحة الفايز"],
    ),
    "told to reporters": ("قال كيربي للصحفيين إن الأمر صعب.", ["كيربي"]),
    "told to a network": ("قال البيت الأبيض، لشبكة CNN، يوم الثلاثاء، إنه لا يعرف.", ["البيت الأبيض"]),
    "club in marks within the description": (
        "أما مدرب «النجمة» البرتغالي باولو سيرالفا، الذي تلقبه الجماهير بـ«الثعلب»، فرأى أن فريقه تفوق.",
        ["مدرب «النجمة» البرتغالي باولو سيرالفا"],
    ),
    "anonymous": ("قال مسؤول دفاعي رفض الكشف عن اسمه إن الصفقة تمت.", ["مسؤول دفاعي"]),
    "participle takes the subject of the sentence": (
        "وأثنى فان ديكن على الجمهور قائلا: «حضر أربعون ألفا تحت المطر».",
        ["فان ديكن"],
    ),
    "subject of an unknown verb": (
        "وحمّل مدرب الشعلة، الأرجنتيني دييغو فارياس، الملعب المسؤولية، قائلا: «كنا نلعب على حقل بطاطا».",
        ["مدرب الشعلة، الأرجنتيني دييغو فارياس"],
    ),
    "label in live coverage": (
        "10:20 وزير الداخلية: لا ضحايا حتى الآن\n10:45 قائد الإطفاء: السيطرة على الحريق قريبة",
        ["وزير الداخلية", "قائد الإطفاء"],
    ),
    "subject before the verb, object after it": (
        'الأم رفضت إرضاع الصغير قائلة: "لم أكن مستعدة لذلك".',
        ["الأم"],
    ),
    "plural object after a title": ('ونفى المدير الاتهامات: "لم يحدث شيء من هذا".', ["المدير"]),
    "verb and its object at the head, the name in apposition": (
        "ونعاه رفيق دربه، عازف البيانو سامي حداد، قائلا: «كنا نظن أننا نحن المخطئون».",
        ["عازف البيانو سامي حداد"],
    ),
    "concluded by saying": (
        "وقال مدير المنتجع أورس كيرن إن الشاطئ مغلق. وختم أوغست بالقول إن أحدا لن يغادر.",
        ["مدير المنتجع أورس كيرن", "أوغست"],
    ),
    "unknown": ("وقال: «الديمقراطية حق انتزعناه».", [None]),
}


@pytest.mark.parametrize("name", CASES)
def test_speaker(name: str) -> None:
    text, expected = CASES[name]
    assert [q.speaker for q in body(text)] == expected


def test_speaker_of_a_part_of_the_headline() -> None:
    quotes = found("وزارة الصحة تعلن السيطرة على الحصبة.. ومنظمة دولية: «الخطر لم يزل»\n\nنص.")
    assert [(q.text, q.speaker) for q in quotes] == [("الخطر لم يزل", "منظمة دولية")]
