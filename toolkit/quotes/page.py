"""An article laid out for reading: its words once, its paragraphs, sentences, cues and marks.

All offsets in this package count characters of `Article.content`; only `find.py` turns them into those of
the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from toolkit.text.arabic import Word, words
from toolkit.text.cues import Cue, find_cues
from toolkit.text.marks import Marked, pair_marks
from toolkit.types import Article

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"[.!?؟…]+")
_CLOCK = re.compile(r"[\d٠-٩]{1,2}[:.][\d٠-٩]{2}(?!\d)\s*[:|–—-]?\s*")
COMMAS = frozenset("،,")
_CLOSERS = "\"'”“«»’‘)]›‹"
_CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_SPACE = " \t\u00a0" + _CONTROLS
_BULLETS = "•*·▪●◦–—-" + _SPACE


@dataclass(slots=True)
class Paragraph:
    """A line of the page: `content[start:end]` without white space, words `first` to `last` (exclusive).

    `sentences` are (start, end) without gaps; a full stop inside a closed quotation ends none. `bullet`:
    the line is an item of a list; `dash`: it starts with a dash, as the turns of a dialogue do.
    """

    number: int
    start: int
    end: int
    first: int
    last: int
    bullet: bool
    dash: bool
    cues: list[Cue]
    marked: list[Marked]
    strays: list[int]
    sentences: list[tuple[int, int]] = field(default_factory=list)
    _cue_starts: list[int] = field(init=False)
    _cue_words: frozenset[int] = field(init=False)
    _mark_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._cue_starts = [cue.start for cue in self.cues]
        self._cue_words = frozenset(cue.first for cue in self.cues if cue.kind != "noun")
        self._mark_starts = [marked.start for marked in self.marked]

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """The cues that start between two offsets."""
        return self.cues[bisect_left(self._cue_starts, start) : bisect_left(self._cue_starts, end)]

    def marked_between(self, start: int, end: int) -> list[Marked]:
        """The quotations that start between two offsets."""
        return self.marked[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]

    def in_marks(self, offset: int) -> bool:
        """Whether an offset is inside a quotation that starts at most 1500 characters before it."""
        return any(offset < marked.end for marked in self.marked_between(offset - 1500, offset + 1)[-6:])

    def starts_cue(self, index: int) -> bool:
        """Whether a verb, a participle or a phrase of saying starts with word `index`."""
        return index in self._cue_words


class Page:
    """The content of an article with its words and paragraphs."""

    def __init__(self, article: Article) -> None:
        self.content = article.content
        self.words: list[Word] = words(article.content)
        self._starts = [word.start for word in self.words]
        self._blind = _furniture(article)
        self.paragraphs: list[Paragraph] = []
        for line in _LINE.finditer(self.content):
            self._add(line.start(), line.end())

    def _add(self, start: int, end: int) -> None:
        start, end = self.trim(start, end, _SPACE, _SPACE)
        if start >= end or any(start < stop and end > begin for begin, stop in self._blind):
            return
        bullet = self.content[start] in "•▪●◦*"
        dash = self.content[start] in "-–—"
        start, _ = self.trim(start, end, _BULLETS, "")
        if clock := _CLOCK.match(self.content, start, end):
            start, _ = self.trim(clock.end(), end, _BULLETS, "")
        first, last = self.word_at(start), self.word_at(end)
        marked, strays = pair_marks(self.content, start, end)
        paragraph = Paragraph(
            len(self.paragraphs),
            start,
            end,
            first,
            last,
            bullet,
            dash,
            find_cues(self.words, first, last),
            marked,
            strays,
        )
        paragraph.sentences = _sentences(self.content, paragraph)
        self.paragraphs.append(paragraph)

    def word_at(self, offset: int) -> int:
        """The number of the first word that starts at `offset` or after it."""
        return bisect_left(self._starts, offset)

    def word_count(self, start: int, end: int) -> int:
        """How many words start between two offsets."""
        return self.word_at(end) - self.word_at(start)

    def keys(self, start: int, end: int) -> list[str]:
        """The folded words that start between two offsets."""
        return [word.key for word in self.words[self.word_at(start) : self.word_at(end)]]

    def gap(self, index: int) -> str:
        """What stands between word `index` and the one before it."""
        if index == 0:
            return ""
        end = self.words[index].start if index < len(self.words) else len(self.content)
        return self.content[self.words[index - 1].end : end]

    def trim(self, start: int, end: int, left: str, right: str) -> tuple[int, int]:
        """The span without the characters of `left` at its start and of `right` at its end."""
        content = self.content
        while start < end and content[start] in left:
            start += 1
        while end > start and content[end - 1] in right:
            end -= 1
        return start, end

    def bare(self, start: int, end: int) -> tuple[int, int]:
        """The span without white space and commas around it."""
        return self.trim(start, end, _SPACE + "،,؛", _SPACE + "،,؛")


def _furniture(article: Article) -> list[tuple[int, int]]:
    """The parts of the content that are none, in offsets of the content."""
    origins = article.origins
    return [
        (bisect_left(origins, span.start), bisect_left(origins, span.end))
        for span in article.furniture
        if span.end > span.start
    ]


def _sentences(content: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where a full stop outside closed quotations ends a sentence; decimals and initials end none."""
    inside = [(m.start, m.end) for m in paragraph.marked if m.depth == 0 and m.closed]
    found, start, at = [], paragraph.start, 0
    for stop in _STOP.finditer(content, paragraph.start, paragraph.end):
        while at < len(inside) and inside[at][1] <= stop.start():
            at += 1
        if at < len(inside) and inside[at][0] < stop.start():
            continue
        end = stop.end()
        while end < paragraph.end and content[end] in _CLOSERS and not _opens(inside, at, end):
            end += 1
        following = content[end] if end < paragraph.end else " "
        if not stop.group().strip(".…") and stop.group() != "." and end < paragraph.end:
            continue  # dots of suspense, or the double dot of headlines
        if stop.group() == "." and (not following.isspace() or _initial(content, stop.start())):
            if following.isalnum() or following in ")،,":
                continue
            if _initial(content, stop.start()):
                continue
        found.append((start, end))
        start = end
    if start < paragraph.end:
        found.append((start, paragraph.end))
    return found


def _opens(inside: list[tuple[int, int]], at: int, offset: int) -> bool:
    return at < len(inside) and inside[at][0] == offset


def _initial(content: str, at: int) -> bool:
    """Whether the full stop at `at` follows a single letter, as in م. ع."""
    return at > 0 and content[at - 1].isalpha() and (at == 1 or not content[at - 2].isalpha())
