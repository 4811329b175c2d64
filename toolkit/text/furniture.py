"""Lines of a page that are not the article: machine-translation notices, links, comments forms."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from toolkit.text.arabic import fold

_LONGEST_LINE = 200
"""A notice is a short line; a longer one is a paragraph of the article."""

# The expressions below see folded lines: see text.arabic.fold.
_TRANSLATED = re.compile(r"\b(?:تم|تمت) ترجم|\bترجم[هت]?\b|\bالترجمه\b|\bمترجم[ه]?\b|translat", re.IGNORECASE)
_BY_MACHINE = re.compile(
    r"google|جوجل|غوغل|قوقل|كوكل|bing|deepl|chatgpt|microsoft|مايكروسوفت|machine|automatic"
    r"|\b(?:ال)?الي[اه]\b|\bبشكل الي\b|\bاوتوماتيكيا\b|الترجمه الفوريه|الذكاء الاصطناعي",
    re.IGNORECASE,
)
_NOTICE_START = re.compile(
    r"^[\W_]*(?:تم|تمت|ترجم|مترجم|نص مترجم|هذا|هذه|ملاحظه|تنويه|تنبيه|المصدر)"
    r"|^[\W_]*(?:translat|this|note|automatic|machine)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"^\W*(?:اترك|اتركوا|اضف|كتابه|شاركنا) (?:لنا )?(?:تعليق|رد)|^\W*leave a (?:reply|comment)", re.IGNORECASE
)
_LINK = re.compile(
    r"^\W*(?:اقرا|اقراوا|شاهد|طالع|للمزيد|موضوعات ذات صله|اخبار ذات صله)(?: (?:ايضا|المزيد|كذلك))?\s*[:|]"
)


class Furniture(NamedTuple):
    """Characters `start` to `end` (exclusive) of the page that are not content, and why."""

    start: int
    end: int
    kind: Literal["machine-translated", "link", "comments"]


def find_furniture(text: str) -> list[Furniture]:
    """The lines of `text` that are not content, in order.

    A comments form goes on to the end of the page, or to the next line as long as a paragraph (when
    several articles stand in one file).

    >>> page = "خبر\\nاقرأ أيضا: خبر آخر\\nتمت ترجمة هذا الخبر آليا\\nاترك تعليقا\\nالاسم"
    >>> [line.kind for line in find_furniture(page)]
    ['link', 'machine-translated', 'comments']
    """
    found: list[Furniture] = []
    start = 0
    form: int | None = None
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        short = len(line) <= _LONGEST_LINE
        if form is not None and not short:
            found.append(Furniture(form, start, "comments"))
            form = None
        elif form is None and short:
            folded = " ".join(fold(line).split())
            if _COMMENTS.search(folded):
                form = start
            elif _is_translation_notice(folded):
                found.append(Furniture(start, end, "machine-translated"))
            elif _LINK.search(folded):
                found.append(Furniture(start, end, "link"))
        start += len(line)
    if form is not None:
        found.append(Furniture(form, len(text.rstrip()), "comments"))
    return found


def _is_translation_notice(folded: str) -> bool:
    return all(pattern.search(folded) for pattern in (_NOTICE_START, _TRANSLATED, _BY_MACHINE))
