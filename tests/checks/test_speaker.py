"""Misattribution: only where both sides name somebody, and clearly not the same."""

from __future__ import annotations

import pytest

from toolkit.checks.speaker import check
from toolkit.types import Pair


@pytest.mark.parametrize(
    ("speaker", "reference_speaker", "expected"),
    [
        ("جون كيربي", "Vedant Patel", True),
        ("وزيرة البيئة إنغريد ماسلو", "Hugo Delaney", True),
        ("كيربي", "John Kirby", False),
        ("منسق الاتصالات الاستراتيجية جون كيربي", "John Kirby", False),
        ("المتحدث", "John Kirby", False),
        ("جون كيربي", "a White House official", False),
        ("جون كيربي", None, False),
        (None, "John Kirby", False),
    ],
)
def test_speakers(speaker: str | None, reference_speaker: str | None, expected: bool) -> None:
    pair = Pair("لن نتفاوض", "We won't negotiate", speaker=speaker, reference_speaker=reference_speaker)
    assert [f.kind for f in check(pair)] == (["misattribution"] if expected else [])
