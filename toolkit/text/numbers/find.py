"""Finding all numbers of a text: the grammars, then the units, rates, ranges and ratios around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.text.numbers import arabic, dates, english, forms, units
from toolkit.text.numbers.bare import and_a_half, bare_unit
from toolkit.text.numbers.context import bound_before, direction_before, is_approximate, ranges, ratios
from toolkit.text.numbers.lexicon import cues, unit_forms
from toolkit.text.numbers.reading import Reading, key_at
from toolkit.text.numbers.tokens import Token, tokenise
from toolkit.text.numbers.values import Number

_CURRENCY = {"$": "dollar", "€": "euro", "£": "sterling", "¥": "yen"}


def find_numbers(text: str, language: str) -> list[Number]:
    """Every number of an Arabic (`ar`) or English (`en`) text, in order, also those in words.

    Words that only may stand for a number (articles, duals) are listed with weight 0.

    >>> [(n.value, n.units) for n in find_numbers("دفعنا مليارًا ومئتي مليون دولار خلال يومين", "ar")]
    [(1200000000.0, ('dollar',)), (2.0, ('day',))]
    >>> [n.value for n in find_numbers("two and a half million, up by 12%", "en") if n.weight]
    [2500000.0, 12.0]
    """
    tokens = tokenise(text, language)
    found: list[tuple[Number, int, int]] = []
    i = 0
    while i < len(tokens):
        result = _at(tokens, i, language)
        if result is None:
            i += 1
            continue
        number, end = result
        found.append((number, i, end))
        i = max(end, i + 1)
    numbers = ratios(tokens, ranges(tokens, found, language), language)
    return [number for number, _, _ in numbers]


def _at(tokens: Sequence[Token], i: int, language: str) -> tuple[Number, int] | None:
    if _in_name(tokens, i, language):
        return Number(tokens[i].start, tokens[i].end, tokens[i].values[0], "name", weight=0.1), i + 1
    dated = dates.read(tokens, i, language)
    if dated is not None:
        return _number(tokens, i, dated, language, dated.end), dated.end
    grammar = arabic.read if language == "ar" else english.read
    reading = grammar(tokens, i)
    bare = bare_unit(tokens, i, language) if reading is None or reading.weight == 0.0 else None
    if bare is not None:
        end = bare.end
        period, rated = units.period_after(tokens, end, language) if _rated(bare) else (None, end)
        weight = 0.6 if period and not bare.weight else bare.weight  # مرة في الأسبوع
        number = _number(tokens, i, replace(bare, weight=weight), language, rated)
        return replace(number, per=period), rated
    if reading is None:
        return _dual(tokens, i) if language == "ar" else None
    return _with_unit(tokens, i, reading, language)


def _rated(bare: Reading) -> bool:
    """Whether a rate may follow a unit without a number: two of it, or once."""
    return bare.value == 2 or "times" in bare.units


def _number(tokens: Sequence[Token], i: int, reading: Reading, language: str, end: int) -> Number:
    return Number(
        tokens[i].start, tokens[end - 1].end, reading.value, reading.kind, reading.units,
        readings=reading.readings, scale=reading.scale, half=reading.half, weight=reading.weight,
        approximate=is_approximate(tokens, i, end, language), bound=bound_before(tokens, i, language),
        direction=direction_before(tokens, i, language),
    )  # fmt: skip


def _with_unit(tokens: Sequence[Token], i: int, reading: Reading, language: str) -> tuple[Number, int]:
    end, names = reading.end, reading.units
    if not names:
        names, end = units.unit_after(tokens, reading.end, language)
        if not names and language == "ar":
            names = _unit_before(tokens, i)
        if reading.kind == "ordinal" or (reading.kind == "amount" and reading.weight == 0.0):
            names, end = (), reading.end
    value, readings = reading.value, reading.readings
    if language == "ar" and "دور" in (
        key_at(tokens, i - 1),
        key_at(tokens, i - 2),
        key_at(tokens, i - 1)[2:],
    ):
        reading = replace(reading, weight=min(reading.weight, 0.3))  # دور الثمانية: quarter-finals
    symbol = _CURRENCY.get(key_at(tokens, i - 1)) or _currency_code(tokens, i, language)
    if symbol:
        names = (symbol,)
        if readings and reading.end < len(tokens) and key_at(tokens, reading.end) == "m":
            value, readings, end = readings[-1], (), reading.end + 1
    if names and "times" not in names:
        value, end = and_a_half(tokens, value, end, language, names)
    period, after = units.period_after(tokens, end, language) if names else (None, end)
    if not names:
        period, _ = units.period_after(tokens, end + 1, language)
    if period and names == (period,):
        period, after = None, end
    number = _number(tokens, i, replace(reading, value=value, readings=readings, units=names), language,
                     after if names and period else end)  # fmt: skip
    if symbol:
        number = replace(number, start=tokens[i - 1].start)
    if names and number.weight == 0.1:
        number = replace(number, weight=1.0 if "percent" in names else 0.6)  # "one week", not "one of them"
    if period and reading.units == ("times",) and number.weight == 0:
        number = replace(number, weight=0.6)  # once a month
    return replace(number, per=period), max(end, after if names and period else end)


def _currency_code(tokens: Sequence[Token], i: int, language: str) -> str | None:
    """The currency of a code before a figure: RMB120, CZK 50."""
    if language == "ar" or not i or tokens[i].type != "figure" or len(tokens[i - 1].raw) < 2:
        return None
    code = tokens[i - 1]
    names = unit_forms("en").get((code.key,), ()) if code.raw.isupper() or code.raw == "Rs" else ()
    return next((name for name in names if units.dimension(name) == "currency"), None)


def _unit_before(tokens: Sequence[Token], i: int) -> tuple[str, ...]:
    """The unit in السنوات الخمس الماضية, الساعات الـ48: the noun before its definite number."""
    article = key_at(tokens, i - 1) == "ال"
    noun = key_at(tokens, i - 2 if article else i - 1)
    if not article and not key_at(tokens, i).startswith("ال"):
        return ()
    return next((unit_forms("ar")[(rest,)] for rest, _, definite in forms.strip(noun)
                 if definite and (rest,) in unit_forms("ar")), ())  # fmt: skip


def _dual(tokens: Sequence[Token], i: int) -> tuple[Number, int] | None:
    """A noun that may be a dual ("two players" in one word)."""
    key = tokens[i].key
    if (
        tokens[i].type == "word"
        and len(key) > 3
        and (key.endswith(("ان", "ين", "تا", "تي", "يها", "هما", "كما")))
    ):
        return Number(tokens[i].start, tokens[i].end, 2.0, weight=0.0), i + 1
    return None


def _in_name(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a figure is part of a name: F-16, G7, COVID-19, H1N1."""
    if tokens[i].type != "figure":
        return False
    if _currency_code(tokens, i, language):
        return False
    if i and tokens[i].glued and tokens[i - 1].type == "word":
        return tokens[i - 1].key not in cues("particle", "ar") and tokens[i - 1].key not in (
            "us",
            "a",
            "x",
            "rs",
        )
    if i > 1 and tokens[i].glued and tokens[i - 1].key in ("-", "‑", "‐") and tokens[i - 1].glued:
        before = tokens[i - 2]
        if before.type == "word" and before.key not in cues("particle", "ar"):
            return not (language == "en" and (before.key in cues("no name", "en") or not _name_like(before)))
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.glued and following.type == "word" and i + 2 < len(tokens):
        return tokens[i + 2].glued and tokens[i + 2].type == "figure" and language == "en"
    return False


def _name_like(token: Token) -> bool:
    return token.raw[:1].isupper() and (len(token.raw) < 6 or token.raw.isupper())
