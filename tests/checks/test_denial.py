"""How far a denial goes, on both sides."""

from __future__ import annotations

import pytest

from toolkit.checks.denial import check
from toolkit.text.denial import denials
from toolkit.types import Pair

STRENGTHS = [
    ("en", "There are certainly no indications of that.", ["strong"]),
    ("en", "There is no sign whatsoever of that.", ["strong"]),
    ("en", "There are no confirmed indications.", ["qualified"]),
    ("en", "We haven't seen any conclusive evidence.", ["qualified"]),
    ("en", "It is clearly a mistake. We do not regret it.", ["plain"]),
    ("en", "We are confident, and that is clear.", []),
    ("ar", "بالتأكيد لا توجد مؤشرات على ذلك", ["strong"]),
    ("ar", "ولا مؤشرات مؤكَّدة على أنه وصل", ["qualified"]),
    ("ar", "لم نر أي دليل قاطع", ["qualified"]),
    ("ar", "لا دليل على ذلك إطلاقا", ["strong"]),
    ("ar", "ليس لدينا ما يشير إلى ذلك. الأمر مؤكد", ["plain"]),
    ("ar", "هذا أمر مؤكد", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), STRENGTHS, ids=[row[1] for row in STRENGTHS])
def test_strengths(language: str, text: str, expected: list[str]) -> None:
    assert [denial.strength for denial in denials(text, language)] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        (
            "لا توجد مؤشرات مؤكدة على استخدامها",
            "There are certainly no indications that they are used.",
        ),
        (
            "لا مؤشرات مؤكدة على أنه وصل إلى الماء",
            "There is certainly no sign that it reached the water.",
        ),
        (
            "بالتأكيد لا توجد مؤشرات على استخدامها",
            "There are no confirmed indications that they are used.",
        ),
    ],
)
def test_certainty_on_the_wrong_side_of_the_denial(source: str, reference: str) -> None:
    findings = check(Pair(source, reference))
    assert [(f.kind, f.weight > 0.8) for f in findings] == [("modality", True)]


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        (
            "وبالتأكيد لا توجد مؤشرات على استخدامها",
            "There are certainly no indications that they are used.",
        ),
        ("لا توجد مؤشرات مؤكدة", "There are no firm indications."),
        ("لا توجد مؤشرات على استخدامها", "There are certainly no indications that they are used."),
        ("هذا مؤكد", "That is certain."),
    ],
)
def test_the_same_reach(source: str, reference: str) -> None:
    assert check(Pair(source, reference)) == []
