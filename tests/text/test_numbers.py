"""Numbers by value: what a linguist expects of hard cases in both languages."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.numbers import Number, find_numbers
from toolkit.text.numbers.compare import relation


def values(text: str, language: str) -> list[float]:
    """The values of everything that surely is a number."""
    return [number.value for number in find_numbers(text, language) if number.weight > 0]


def only(text: str, language: str) -> Number:
    numbers = [number for number in find_numbers(text, language) if number.weight > 0]
    assert len(numbers) == 1, numbers
    return numbers[0]


ARABIC_VALUES = {
    "thousands, hundreds, units before tens": ("ألفان وثلاثمئة وخمسة وستون", [2365]),
    "old spelling of hundred": ("ثلاثمائة وأربعة عشر", [314]),
    "hundred in two words": ("ثلاث مئة رجل", [300]),
    "construct dual of hundred": ("مئتا مليون", [200e6]),
    "billion and two hundred million": ("مليار ومئتا مليون", [1.2e9]),
    "three million and a half": ("ثلاثة ملايين ونصف", [3.5e6]),
    "a million and half a million": ("مليونًا ونصف مليون", [1.5e6]),
    "two and a half million": ("مليونين ونصف المليون", [2.5e6]),
    "dual of trillion": ("تريليوني دولار", [2e12]),
    "scales rise: two numbers": ("بين عشرة ملايين وخمسة عشر مليون", [10e6, 15e6]),
    "feminine teen": ("أربع عشرة ساعة", [14]),
    "masculine teen": ("أحد عشر كيلوغرامًا", [11]),
    "oblique twelve": ("من أصل اثني عشر متسلقًا", [12]),
    "definite teen": ("السنوات الخمسة عشر الأخيرة", [15]),
    "particle ب": ("بثلاثة أهداف", [3]),
    "particle ل before a figure with tatweel": ("لـ20 دولة", [20]),
    "article before a figure": ("مجموعة الـ77", [77]),
    "و of a word of its own": ("خمسة و عشرون", [25]),
    "و that does not add": ("ثلاثة وأربعة", [3, 4]),
    "figure and words": ("45 ألف يورو", [45000]),
    "figure, scale, figure": ("3 آلاف و500 رجل", [3500]),
    "figure, million, figure, thousand": ("مليون و200 ألف بيزو", [1.2e6]),
    "year before a scale that is not its own": ("في عام 2020 مليونا شخص", [2020, 1e6]),
    "Arabic-Indic with ٬": ("١٬٢٠٠ قتيل", [1200]),
    "Arabic-Indic with ٫": ("٣٫٥ ملايين", [3.5e6]),
    "Persian digits": ("۱۹۸۷", [1987]),
    "European decimals": ("1.234,5 طن", [1234.5]),
    "groups in the order of Latin typing": ("تم بيع 000 24 نسخة", [24000]),
    "three quarters": ("ثلاثة أرباع السكان", [0.75]),
    "two thirds, construct": ("ثلثا السكان", [2 / 3]),
    "a quarter of them": ("ربعهم في الصناعة", [0.25]),
    "half a century": ("نصف قرن", [0.5]),
    "eight and a half years": ("ثماني سنوات ونصف السنة", [8.5]),
    "an hour and a half": ("على بعد ساعة ونصف", [1.5]),
    "a month and half a year are two things": ("شهر واحد ونصف السنة", [1, 0.5]),
    "ordinal with tens": ("في الخامسة والخمسين", [55]),
    "feminine ordinal teen": ("الذكرى الثالثة عشرة", [13]),
    "tens of thousands": ("عشرات الآلاف", [10000]),
    "a few hundred thousand": ("بضع مئات الآلاف", [100000]),
    "date in Levantine": ("في 7 كانون الثاني 2020", [7, 1, 2020]),
    "month written twice counts once": ("كانون الثاني/يناير", [1]),
    "the two autumn months": ("تشرين الأول وتشرين الثاني", [10, 11]),
    "Maghrebi months": ("25 جويلية و5 أوت", [25, 7, 5, 8]),
    "Ab, the month, not a father": ("4 آب", [4, 8]),
    "father, not August": ("لأب ألماني", []),
    "decade of a century": ("سبعينيات القرن الماضي", [1970]),
    "decade alone": ("في الثمانينات", [1980]),
    "century": ("القرن التاسع عشر", [1800]),
    "Monday": ("يوم الاثنين", [1]),
    "eleven, not Sunday": ("السياح الأحد عشر", [11]),
    "amount, not like a hundred": ("كمية كبيرة", []),
    "dead, not two hundred": ("كان ميتًا", []),
    "someone, not one": ("قال أحد المسؤولين", []),
    "I am not, not six": ("لست نادمة", []),
    "one or two letters are no words": ("ـ", []),
}


@pytest.mark.parametrize(("text", "expected"), ARABIC_VALUES.values(), ids=ARABIC_VALUES.keys())
def test_arabic_values(text: str, expected: list[float]) -> None:
    assert values(text, "ar") == pytest.approx(expected)


ENGLISH_VALUES = {
    "hyphens": ("twenty-one", [21]),
    "and": ("one hundred and fifty thousand", [150000]),
    "and between two numbers": ("two thousand and three thousand", [2000, 3000]),
    "two and a half million": ("two and a half million", [2.5e6]),
    "a million and a half": ("a million and a half doses", [1.5e6]),
    "half a million": ("half a million", [0.5e6]),
    "three-quarters of a million": ("three-quarters of a million", [0.75e6]),
    "seventeen hundred thousand": ("seventeen hundred thousand", [1.7e6]),
    "seven thousand million": ("seven thousand million dollars", [7e9]),
    "glued scale": ("$1.2bn", [1.2e9]),
    "mln": ("$960 mln", [960e6]),
    "m before people": ("1.7m people", [1.7e6]),
    "m of a race": ("the 100m final", [100]),
    "year in words": ("nineteen eighty-four", [1984]),
    "half a dozen": ("half a dozen", [6]),
    "two dozen": ("two dozen", [24]),
    "mixed fraction": ("1 1/2 months", [1.5]),
    "vulgar fraction": ("2½ hours", [2.5]),
    "two thirds": ("two-thirds", [2 / 3]),
    "a tenth of a second": ("a tenth of a second", [0.1]),
    "tens of thousands": ("tens of thousands", [10000]),
    "by the hundred": ("good films by the hundred", [100]),
    "ordinal": ("twenty-third on the list", [23]),
    "ordinal figure": ("the 23rd of them", [23]),
    "decade": ("the 1970s", [1970]),
    "decade in words": ("the seventies", [1970]),
    "century": ("the twenty-first century", [2000]),
    "date": ("May 5, 2020", [5, 5, 2020]),
    "may is a verb": ("She may go.", []),
    "march is a noun": ("They went on a march.", []),
    "twice": ("twice a month", [2]),
    "every other month": ("every other month", [2]),
    "a fortnight": ("a fortnight", [1]),
    "articles are no numbers": ("a man and an apple", []),
    "no one": ("both of them", []),
    "list of days": ("12.05.2020", [12, 5, 2020]),
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH_VALUES.values(), ids=ENGLISH_VALUES.keys())
def test_english_values(text: str, expected: list[float]) -> None:
    assert values(text, "en") == pytest.approx(expected)


UNITS = [
    ("مئتي كيلومتر في الساعة", "ar", 200, "kilometre", "hour"),
    ("نقطتين مئويتين", "ar", 2, "percentage_point", None),
    ("خمسين فدانًا", "ar", 50, "acre", None),
    ("2.2 مليون كيلومتر مربع", "ar", 2.2e6, "square_kilometre", None),
    ("ثلاثة في المئة", "ar", 3, "percent", None),
    ("٪٣", "ar", 3, None, None),
    ("الأشهر الثلاثة الماضية", "ar", 3, "month", None),
    ("خلال يومين", "ar", 2, "day", None),
    ("ألف لتر يوميًا", "ar", 1000, "litre", "day"),
    ("62 miles an hour", "en", 62, "mile", "hour"),
    ("£200,000", "en", 200000, "sterling", None),
    ("RMB120 billion", "en", 120e9, "yuan", None),
    ("a 70-year-old", "en", 70, "year", None),
    ("2.2 million km2", "en", 2.2e6, "square_kilometre", None),
    ("ten working days", "en", 10, "day", None),
    ("five per cent", "en", 5, "percent", None),
    ("200 barrels leaking every hour", "en", 200, "barrel", "hour"),
]


@pytest.mark.parametrize(("text", "language", "value", "unit", "per"), UNITS)
def test_units(text: str, language: str, value: float, unit: str | None, per: str | None) -> None:
    number = next(n for n in find_numbers(text, language) if n.weight > 0)
    assert number.value == pytest.approx(value)
    assert unit is None or unit in number.units
    assert number.per == per


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("في الساعة الثالثة والنصف مساء", "ar", 15.5),
        ("الساعة 8:46 صباحا", "ar", 8 + 46 / 60),
        ("الساعة العاشرة إلا ربعا", "ar", 9.75),
        ("في الثانية ظهرا", "ar", 14),
        ("3:30 pm", "en", 15.5),
        ("half past three", "en", 3.5),
        ("8:46 a.m.", "en", 8 + 46 / 60),
        ("two in the morning", "en", 2),
    ],
)
def test_time_of_day(text: str, language: str, hours: float) -> None:
    number = only(text, language)
    assert number.kind == "time"
    assert number.value == pytest.approx(hours)


@pytest.mark.parametrize("text", ["an F-16 jet", "COVID-19", "G7", "the S-400", "H1N1"])
def test_figures_of_names_weigh_little(text: str) -> None:
    assert all(number.weight <= 0.1 for number in find_numbers(text, "en"))


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("one in five", "en", 0.2),
        ("ninety-three times out of a hundred", "en", 0.93),
        ("ستة من كل عشرة مشاركين", "ar", 0.6),
        ("واحد من كل خمسة أطفال", "ar", 0.2),
    ],
)
def test_ratios(text: str, language: str, share: float) -> None:
    number = only(text, language)
    assert number.value == pytest.approx(share)
    assert len(number.parts) == 2


RELATIONS = [
    ("100 كيلومتر", "62 miles", "same"),
    ("أربعين درجة مئوية", "104 Fahrenheit", "same"),
    ("نصف قرن", "fifty years", "same"),
    ("ربع ساعة", "fifteen minutes", "same"),
    ("أسبوعين", "a fortnight", "same"),
    ("ثلث السكان", "33.3 per cent", "same"),
    ("ثلاثة كيلومترات", "three miles", "unit"),
    ("عشرة ملايين دولار", "ten million euros", "unit"),
    ("عام 1987", "1978", None),
    ("مئات الأشخاص", "thousands of people", None),
    ("عشرات الأشخاص", "dozens of people", "same"),
    ("يوم الثلاثاء", "Wednesday", None),
]


@pytest.mark.parametrize(("arabic", "english", "expected"), RELATIONS)
def test_relation(arabic: str, english: str, expected: str | None) -> None:
    a = next(n for n in find_numbers(arabic, "ar") if n.weight > 0)
    b = next(n for n in find_numbers(english, "en") if n.weight > 0)
    found = relation(a, b)
    assert (found.kind if found else None) == expected


TEXT = st.text(
    st.sampled_from("0123456789٠٣٩۵ .,٬٫،:/%-–'$€ abmhskofnd ثلاثةمئوعشرينألفبلكرص\u200f\u0640ًّ\n½²")
    | st.characters(),
    max_size=60,
)


@given(TEXT, st.sampled_from(["ar", "en"]))
def test_any_text_is_read_and_spans_lie_in_it(text: str, language: str) -> None:
    last = 0
    for number in find_numbers(text, language):
        assert 0 <= number.start < number.end <= len(text)
        assert 0 <= number.weight <= 1
        assert math.isfinite(number.value)
        assert number.start >= last
        last = number.start


PIECES = (
    "ثلاثة وخمسين مئة مئتا ألف آلاف مليون ملايين ونصف ربع الثالث عشر عشرة أحد اثني و 3 2.5 في من كل دولار"
    " ساعة سنتين القرن نصف أرباع يناير كانون الثاني الاثنين two three hundred and a half million dozen of"
    " twenty-one third per cent 5 1/2 : $ - May point in every"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=9), st.sampled_from(["ar", "en"]))
def test_any_order_of_words_is_read(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for number in find_numbers(text, language):
        assert text[number.start : number.end].strip()


@given(st.integers(0, 999_999))
def test_figures_of_both_scripts_are_equal(value: int) -> None:
    eastern = str(value).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert values(f"قال {eastern} كلمة", "ar") == values(f"said {value} words", "en") == [value]
