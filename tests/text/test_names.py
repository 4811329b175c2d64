"""Names across scripts, known names, and speakers."""

from __future__ import annotations

import lzma
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.names import find_names, name_keys, same_name
from toolkit.text.speakers import same_speaker

SHARED = Path(__file__).parents[2].parent / "shared"

SAME = [
    ("نتنياهو", "Netanyahu"),
    ("ماكرون", "Macron"),
    ("القذافي", "Gaddafi"),
    ("القذافي", "Qadhafi"),
    ("غوتيريش", "Guterres"),
    ("جوتيريش", "Guterres"),
    ("تشرشل", "Churchill"),
    ("بوتين", "Putin"),
    ("وبوتين", "Putin"),
    ("شي جين بينغ", "Xi Jinping"),
    ("عبد الرحمن السديس", "Abdul Rahman al-Sudais"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
    ("محمد بن سلمان", "Mohammed bin Salman"),
    ("جوزيب بوريل", "Josep Borrell"),
    ("أردوغان", "Erdoğan"),
    ("شولتس", "Scholz"),
    ("جورجيا ميلوني", "Giorgia Meloni"),
    ("أنغيلا ميركل", "Angela Merkel"),
    ("أنجيلا ميركل", "Angela Merkel"),
    ("كيربي", "John Kirby"),
    ("هالفورسن", "Peter Halvorsen"),
]

OTHER = [
    ("نتنياهو", "Gantz"),
    ("ماكرون", "Merkel"),
    ("كيربي", "Pat Ryder"),
    ("باتيل", "Price"),
    ("نضال العبابنة", "Samiha al-Fayez"),
    ("العراق", "Iran"),
    ("لبنان", "Libya"),
    ("النمسا", "Australia"),
    ("الأردن", "Sudan"),
    ("جون كيربي", "John Bolton"),
]


@pytest.mark.parametrize(("arabic", "english"), SAME)
def test_same_name(arabic: str, english: str) -> None:
    assert same_name(arabic, english) >= 0.72


@pytest.mark.parametrize(("arabic", "english"), OTHER)
def test_another_name(arabic: str, english: str) -> None:
    assert same_name(arabic, english) < 0.65


@pytest.mark.parametrize(("arabic", "english"), [pair for pair in SAME if " " not in pair[0] + pair[1]])
def test_keys_of_one_name_meet(arabic: str, english: str) -> None:
    from toolkit.text import arabic as ar
    from toolkit.text import english as en

    assert not name_keys(ar.fold(arabic)).isdisjoint(name_keys(en.fold(english)))


def test_known_names_lie_in_the_text() -> None:
    text = "وصل «بوتين» إلى بكين قادما من الولايات المتحدة، والتقى وفدا صينيا."
    assert [(n.kind, n.key, text[n.start : n.end]) for n in find_names(text, "ar")] == [
        ("city", "Beijing", "بكين"),
        ("country", "United States", "الولايات المتحدة"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("من القاهرة", "Cairo"),
        ("وبالقاهرة", "Cairo"),
        ("للعراق", "Iraq"),
        ("الرئيس الكوري الجنوبي", "South Korean"),
        ("ووزير روسي", "Russian"),
        ("ومجلس الأمن", "Security Council"),
        ("لأنغيلا ميركل", "Angela Merkel"),
    ],
)
def test_known_names_under_particles(text: str, key: str) -> None:
    assert key in [name.key for name in find_names(text, "ar")]


@pytest.mark.parametrize("text", ["التقط صورا كثيرة", "هدأ الليل", "في العين", "سرقة المصرف", "قم الآن"])
def test_common_words_are_no_names(text: str) -> None:
    assert find_names(text, "ar") == []


SPEAKERS_SAME = [
    ("جون كيربي، منسق الاتصالات الاستراتيجية", "John Kirby"),
    ("كيربي", "John Kirby, White House spokesman"),
    ("المتحدث باسم الأمن القومي جون كيربي", "John Kirby"),
    ("الرئيس الروسي فلاديمير بوتين", "Vladimir Putin"),
    ("وزير المياه والري نضال العبابنة", "Nidal Ababneh, minister of water and irrigation"),
    ("الفايز", "Samiha al-Fayez"),
]
SPEAKERS_OTHER = [
    ("نضال العبابنة، وزير المياه", "Samiha al-Fayez"),
    ("جون كيربي", "Vedant Patel"),
    ("فيدانت باتيل ، نائب المتحدث باسم وزارة الخارجية الأمريكية", "John Kirby"),
]
SPEAKERS_UNKNOWN = [
    ("المسؤول", "John Kirby"),
    ("الوزير", "Nidal Ababneh"),
    ("وزارة الخارجية الأميركية", "Vedant Patel"),
    ("كيربي", "the official"),
    ("المتحدث باسم الحكومة", "a government spokesman"),
    ("", ""),
]


@pytest.mark.parametrize(("arabic", "english"), SPEAKERS_SAME)
def test_same_speaker(arabic: str, english: str) -> None:
    found = same_speaker(arabic, english)
    assert found is not None and found >= 0.7


@pytest.mark.parametrize(("arabic", "english"), SPEAKERS_OTHER)
def test_another_speaker(arabic: str, english: str) -> None:
    found = same_speaker(arabic, english)
    assert found is not None and found <= 0.3


@pytest.mark.parametrize(("arabic", "english"), SPEAKERS_UNKNOWN)
def test_a_function_alone_tells_nothing(arabic: str, english: str) -> None:
    assert same_speaker(arabic, english) is None


def test_shared_first_name_is_no_agreement() -> None:
    found = same_speaker("جون كيربي", "John Bolton")
    assert found is not None and found <= 0.5


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_taken(one: str, other: str) -> None:
    assert 0.0 <= same_name(one, other) <= 1.0
    for language in ("ar", "en"):
        for name in find_names(one, language):  # type: ignore[arg-type]
            assert 0 <= name.start < name.end <= len(one)


@pytest.mark.skipif(not (SHARED / "train" / "names.tsv.xz").exists(), reason="needs the name pairs")
def test_true_partner_ranks_first_among_thirty() -> None:
    with lzma.open(SHARED / "train" / "names.tsv.xz", "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t") for line in lines]
    chosen = random.Random(1).sample(pairs, 60)
    first = 0
    for english, arabic in chosen:
        others = [same_name(arabic, other) for other, _ in chosen[:30] if other != english]
        first += same_name(arabic, english) > max(others)
    assert first >= 54  # the pairs themselves hold about one error in twenty
