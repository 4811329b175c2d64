"""Names: other people and places are found, other spellings of the same ones are not."""

from __future__ import annotations

import pytest

from toolkit.checks.names import check
from toolkit.types import Pair

OTHER = [
    ("a country", "وافق لبنان على استضافة المركز", "Jordan has agreed to host the centre.", "Jordan"),
    ("a near name", "فر الدكتاتور إلى باراغواي", "The dictator fled to Uruguay.", "Uruguay"),
    ("a longer name", "الوضع في شرق السودان صعب", "Things are hard in eastern South Sudan.", "South Sudan"),
    ("an organisation", "قالت منظمة الصحة العالمية", "said the World Food Programme", "World Food Programme"),
    ("with و and ب", "زار الوفد برلين وباريس", "The delegation went to Berlin and Madrid.", "Madrid"),
]


@pytest.mark.parametrize(
    ("source", "reference", "name"), [row[1:] for row in OTHER], ids=[r[0] for r in OTHER]
)
def test_another_name_is_found(source: str, reference: str, name: str) -> None:
    findings = check(Pair(source, reference))
    assert [finding.kind for finding in findings] == ["name"]
    assert name in findings[0].message
    assert findings[0].reference_span is not None
    assert findings[0].reference_span.of(reference) == name
    assert findings[0].weight > 0.8


SAME = [
    ("demonym", "الحكومة الأردنية وافقت", "Jordan's government agreed."),
    (
        "two names of one country",
        "قالت المملكة المتحدة إنها لن تشارك",
        "Britain said it would not take part.",
    ),
    ("another spelling", "وصل إلى جلاسكو أمس", "He arrived in Glasgow yesterday."),
    ("with attached ل and و", "وللأردن حدود مع العراق", "Jordan too borders Iraq."),
    ("tatweel and diacritics", "زارَ لبنـــان أمس", "He visited Lebanon yesterday."),
    ("Latin letters in Arabic", "أعلنت شركة NVTX النتائج", "NVTX announced its results."),
    ("a word that is also a name", "الوضع المالي سيئ", "The financial situation is bad."),
    ("unknown people", "قال تشونغهاي فيلهاور ذلك", "So said Chonghai Vielhauer."),
    ("pronoun for the name", "لن نغادر المدينة", "We won't leave Aleppo."),
]


@pytest.mark.parametrize(("source", "reference"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_the_same_name_is_left_alone(source: str, reference: str) -> None:
    assert not [finding for finding in check(Pair(source, reference)) if finding.weight > 0.3]
