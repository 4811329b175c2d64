"""The project's own news corpus is whole, and its slots are filled as Arabic and English are written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scripts import check_news_parallel as check
from scripts.train import slots
from toolkit.text.arabic import fold

LINES = [
    tuple(line.split("\t"))
    for path in sorted(check.FOLDER.glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def test_there_are_no_problems() -> None:
    assert list(check.problems()) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("He left.\tغادر.\tx", "3 columns"),
        ("{MAN1} left {CITY1}.\tغادر {MAN1}.", "slots differ"),
        ("{MAN1} and {MAN2} left.\tغادر {MAN1}.", "slots differ"),
        ("{PLACE1} fell.\tسقطت {PLACE1}.", "not a slot: PLACE1"),
        ("{MAN1 left.\tغادر {MAN1}.", "slots differ"),
        ("He left {.\tغادر.", "a stray brace"),
        ("غادر.\tHe left.", "not English"),
        ("He left.\tHe left.", "not Arabic"),
        ("Two people died.\tقتل 3 أشخاص.", "only the Arabic has: 3"),
        ("Two people died.\tقتل ٣ أشخاص.", "only the Arabic has: 3"),
        (" He left.\tغادر.", "spaces"),
    ],
)
def test_a_bad_line_is_found(line: str, problem: str) -> None:
    assert any(problem in found for found in check.line_problems(line))


@pytest.mark.parametrize(
    "line",
    [
        "The 16th century.\tالقرن السادس عشر.",
        "{ORGM1} paid 1,200 dollars.\tدفع {ORGM1} ١٬٢٠٠ دولار.",
        "The drug was approved by the FDA.\tوافقت إدارة الغذاء والدواء (FDA) على الدواء.",
    ],
)
def test_a_good_line_passes(line: str) -> None:
    assert list(check.line_problems(line)) == []


def test_a_repeated_pair_is_found(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "slots").mkdir()
    for kind in slots.LISTED:
        (folder / "slots" / f"{kind}.tsv").write_text("Ann\tآن\n", encoding="utf-8")
    lines = "He left.\tغادر.\nHe left!\tغــادَر\n"
    (folder / "a.tsv").write_text(lines, encoding="utf-8")
    assert list(check.problems(folder)) == ["a.tsv:2: the same pair as a.tsv:1"]


LAM = [
    ("قال لـ{ORGM1} إن", "البرلمان", "قال للبرلمان إن"),
    ("قال ل{ORGM1} إن", "البرلمان", "قال للبرلمان إن"),
    ("ولـ{ORGM1} دور", "الجيش", "وللجيش دور"),
    ("تقرير لـ{ORGM1}", "اللجنة", "تقرير للجنة"),
    ("زيارة لـ{ORGM1}", "روسيا", "زيارة لروسيا"),
    ("في {ORGM1}", "البرلمان", "في البرلمان"),
    ("نقل {ORGM1}", "البرلمان", "نقل البرلمان"),
    ("من قبل {ORGM1}", "البرلمان", "من قبل البرلمان"),
    ("و{ORGM1}", "البرلمان", "والبرلمان"),
    ("ب{ORGM1}", "البرلمان", "بالبرلمان"),
]


@pytest.mark.parametrize(("arabic", "value", "expected"), LAM)
def test_lam_contracts_with_the_article(arabic: str, value: str, expected: str) -> None:
    filled = slots.fill(("{ORGM1}", arabic), {"ORGM": [("the body", value)]}, random.Random(0))
    assert filled == ("The body", expected)


def test_lam_before_digits_stays() -> None:
    _, arabic = slots.fill(("for {NUM1} days", "لـ{NUM1} يوما"), {}, random.Random(0))
    assert arabic.startswith("لـ") and arabic[2:4].isdigit()


def test_two_slots_of_a_kind_differ_and_one_slot_is_the_same_everywhere() -> None:
    lists = slots.read_lists(check.FOLDER / "slots")
    for seed in range(50):
        english, _ = slots.fill(("{MAN1}|{MAN2}|{MAN1}", "{MAN1} {MAN2}"), lists, random.Random(seed))
        first, second, third = english.split("|")
        assert first == third != second


@pytest.mark.parametrize("indic", [False, True])
def test_every_line_can_be_filled(indic: bool) -> None:
    lists = slots.read_lists(check.FOLDER / "slots")
    rng = random.Random(1)
    for english, arabic in LINES:
        filled = slots.fill((english, arabic), lists, rng, indic=indic)
        assert "{" not in "".join(filled) and "}" not in "".join(filled)
        digits = {c for c in filled[1] if c.isdigit()}
        assert not (indic and digits & set("0123456789"))
        assert set(fold("".join(digits))) <= set("0123456789")


def test_filling_is_the_same_for_the_same_seed() -> None:
    lists = slots.read_lists(check.FOLDER / "slots")
    line = ("{MAN1} paid {MONEY1} on {DAY1}.", "دفع {MAN1} {MONEY1} يوم {DAY1}.")
    assert slots.fill(line, lists, random.Random(7)) == slots.fill(line, lists, random.Random(7))
