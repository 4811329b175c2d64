"""Words, figures and marks of a text, with the figures read: the ground the two grammars stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from toolkit.text import arabic, english

_DIGIT = "[0-9٠-٩۰-۹]"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f"
_TOKEN = re.compile(
    rf"(?P<figure>{_DIGIT}{{1,3}}(?:[ \u00a0\u202f\u2009'’]{_DIGIT}{{3}})+(?!{_DIGIT})(?:[.,٫]{_DIGIT}+)?"
    rf"|(?<![\d.,]){_DIGIT}{{3}}(?:[ \u00a0]{_DIGIT}{{3}})*[ \u00a0]{_DIGIT}{{1,3}}(?![\d.,:/])(?=\s+[ء-ي])"
    rf"|{_DIGIT}+(?:[.,٫٬]{_DIGIT}+|،{_DIGIT}{{3}}(?!{_DIGIT}))*)"
    r"|(?P<power>(?<!\w)(?:km|cm|mm|mi|ft|m|كم|كلم|م)[23٢٣²³](?!\w))"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)"
    r"|(?P<mark>[^\s\w]|_)"
)
_INVISIBLE = re.compile(r"[\u061c\u200b-\u200f\ufeff\u202a-\u202e\u2066-\u2069\u0640\u064b-\u065f]")
_SEPARATOR = re.compile("[ \u00a0\u202f\u2009'’.,٫٬،]")
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: a `word` and its folded key, a `figure` and its values, or a `mark`.

    `glued` says that nothing stands between it and the token before.
    """

    start: int
    end: int
    type: Literal["word", "figure", "mark"]
    key: str
    glued: bool = False
    values: tuple[float, ...] = ()
    raw: str = ""


def tokenise(text: str, language: str) -> list[Token]:
    """All tokens of `text`, in order.

    >>> [(t.key, t.values) for t in tokenise("بـ ١٬٢٠٠ كم", "ar")]
    [('ب', ()), ('1200', (1200.0,)), ('كم', ())]
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end, raw = match.start(), match.end(), match.group()
        if match.lastgroup == "mark" and _INVISIBLE.fullmatch(raw):
            continue
        glued = bool(tokens) and not _INVISIBLE.sub("", text[tokens[-1].end : start])
        if match.lastgroup == "figure":
            tokens += _figure_tokens(raw, start, glued, language)
        elif match.lastgroup in ("word", "power"):
            key = arabic.fold(english.fold(raw))
            if key:  # a lone tatweel is nothing
                tokens.append(Token(start, end, "word", key.lower(), glued, raw=raw))
        else:
            tokens.append(Token(start, end, "mark", raw, glued, raw=raw))
    return tokens


def _figure_tokens(raw: str, start: int, glued: bool, language: str) -> list[Token]:
    values = figure_values(raw, language)
    if values:
        key = f"{values[0]:g}" if values[0] != int(values[0]) else str(int(values[0]))
        return [Token(start, start + len(raw), "figure", key, glued, values, raw)]
    pieces = list(re.finditer(f"{_DIGIT}+", raw))  # "12.05.2020", "1,2,3": each figure for itself
    return [
        Token(start + m.start(), start + m.end(), "figure", _western(m.group()), glued or i > 0,
              (float(_western(m.group())),), m.group())
        for i, m in enumerate(pieces)
    ]  # fmt: skip


def _western(digits: str) -> str:
    return digits.translate(_FIGURES)


def _backwards(groups: list[str], marks: list[str]) -> bool:
    """Whether the groups of thousands stand in the order of Latin typing ("000 24" for 24,000)."""
    whole = all(len(group) == 3 for group in groups[:-1]) and len(set(marks)) == 1
    return whole and (groups[0] == "000" or (len(groups[-1]) < 3 and marks[0] in " \u00a0"))


def figure_values(raw: str, language: str) -> tuple[float, ...]:
    """What a figure may come to, likeliest first; nothing when it is no single number.

    Both traditions are known: 1,500.25 and 1.500,25, the Arabic ٬ (thousands) and ٫ (decimals), spaces. One
    dot before three digits is a decimal point in English and may be either in Arabic.

    >>> figure_values("1,500", "en"), figure_values("1.500", "ar"), figure_values("٣٫٥", "ar")
    ((1500.0,), (1.5, 1500.0), (3.5,))
    >>> figure_values("12.05.2020", "en")
    ()
    """
    text = _western(raw)
    marks = _SEPARATOR.findall(text)
    groups = _SEPARATOR.split(text)
    if marks and language == "ar" and _backwards(groups, marks):
        groups.reverse()
        return (float("".join(groups)),)
    if len(text) > 40:
        return ()
    if not marks:
        return (float(text),)
    in_threes = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and text[0] != "0"
    joined = float("".join(groups))
    as_decimal = float("".join(groups[:-1]) + "." + groups[-1])
    last = marks[-1]
    if len(set(marks)) > 1:
        thousands = set(marks[:-1])
        well_formed = len(thousands) == 1 and last not in thousands and last in ".,٫"
        return (as_decimal,) if well_formed else ()
    if last == "٫":
        return (as_decimal,) if len(marks) == 1 else ()
    if not in_threes:
        return (as_decimal,) if len(marks) == 1 and last in ".,٬" else ()
    if last == "." and len(marks) == 1:
        return (as_decimal, joined) if language == "ar" or groups[1] == "000" else (as_decimal,)
    if last == "," and len(marks) == 1 and language == "ar":
        return (joined, as_decimal)
    if last in " \u00a0" and language == "ar" and len(groups[0]) == 3:
        return (joined, float("".join(reversed(groups))))
    return (joined,)
