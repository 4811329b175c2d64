"""Statements without marks: a paragraph after a colon, answers in an interview, what a headline gives."""

from __future__ import annotations

import re
from bisect import bisect_left

from toolkit.quotes.found import Found
from toolkit.quotes.headlines import Headlines
from toolkit.quotes.labels import END
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Paragraph
from toolkit.quotes.phrases import Speaker
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue

_LONGEST_HEADLINE = 400
_LONGEST_TURN = 3000
"""Characters of a paragraph that is one statement after a colon."""
_BYLINE = re.compile("نشر|تم|كتب|منشور|بواسطه|حوار|حاور|ترجم|اعد|بقلم|الكاتب|تصوير|اجر")


class BlockReader(Headlines):
    """Goes through paragraphs without marks of their own."""

    def read(self, paragraph: Paragraph, here: list[Found], colon: Cue | None) -> list[Found]:
        """The statements of a paragraph; `colon` is the cue of a paragraph before that ends with a colon."""
        label = self.label(paragraph)
        if paragraph.number in self.answers:
            return [
                self.block(paragraph.start, paragraph.end, self.interviewee, "answer to a question", 0, 0)
            ]
        if label is not None and paragraph.number in range(1, 4) and self._is_byline(paragraph, label):
            return []
        if paragraph.number == 0 and paragraph.end - paragraph.start <= _LONGEST_HEADLINE:
            return self.headline(paragraph, here)
        if label is not None and label.end() < paragraph.end:
            key = fold(label.group()[:-1]).strip()
            name = self.last_word(label)
            if key in listed("answer"):
                return self._answer(paragraph, label, key, here)
            titled = any(k in listed("title") for k in self.page.keys(label.start(), label.end())[:1])
            if key in listed("questioner") or key in listed("notspeaker") or (self.asks(name) and not titled):
                return []
            if self._speaks_up(paragraph, label, name):
                return self._answer(paragraph, label, key, here)
            if colon is not None and not here:
                return self._after_colon(paragraph, colon)
        elif colon is not None and not here:
            return self._after_colon(paragraph, colon)
        elif not here and self.answers_dash(paragraph):
            start, end = self.page.trim(paragraph.start, paragraph.end, END, END)
            return [self.block(start, end, self.interviewee, "answer in a dialogue", 0, 0)]
        return self._inline(paragraph, here)

    def _is_byline(self, paragraph: Paragraph, label: re.Match[str]) -> bool:
        """Whether a short line under the headline says who wrote it: نشر من قبل : محرر العلوم."""
        short = self.page.word_count(paragraph.start, paragraph.end) <= 14
        return short and _BYLINE.match(fold(label.group())) is not None

    def _speaks_up(self, paragraph: Paragraph, label: re.Match[str], name: str) -> bool:
        """Whether a label names somebody (وزير الدفاع: ...): a title, an institution, a name that recurs."""
        first, last = self.page.word_at(label.start()), self.page.word_at(label.end() - 1)
        if not first < last <= first + 8 or any(
            c.kind != "noun" for c in paragraph.cues_between(label.start(), label.end())
        ):
            return False
        head = self.page.words[first].key
        known = head in listed("title") or head in listed("body") or self.speakers.is_name(name)
        return known or (self.turns[name] >= 2 and last <= first + 5)

    def _after_colon(self, paragraph: Paragraph, cue: Cue) -> list[Found]:
        previous = self.page.paragraphs[paragraph.number - 1]
        return [Found(
            paragraph.start, paragraph.end, "block", 0.85, "paragraph after a cue and a colon", cue,
            previous.sentences[-1][0],
        )]  # fmt: skip

    def _answer(self, paragraph: Paragraph, label: re.Match[str], key: str, here: list[Found]) -> list[Found]:
        start, end = self.page.trim(label.end(), paragraph.end, END, END)
        if any(f.start <= start + 2 for f in here):
            return []
        if key in listed("answer"):
            return [
                self.block(start, end, self.interviewee, "answer in an interview", label.start(), label.end())
            ]
        name_start, name_end = self.page.bare(label.start(), label.end() - 1)
        named = Speaker(name_start, name_end, self.page.word_at(name_start), self.page.word_at(name_end))
        return [self.block(start, end, named, "turn of a conversation", label.end() - 1, label.end())]

    def _inline(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        """Words after a cue and a colon within a paragraph, without marks."""
        page = self.page
        found: list[Found] = []
        taken = sorted((max(f.start, f.outer_start), max(f.end, f.outer_end)) for f in here)
        for begin, end in paragraph.sentences:
            at = page.content.find(":", begin, end)
            near = bisect_left(taken, (at, 0))
            if at < 0 or any(a < end and b > at for a, b in taken[max(0, near - 2) : near + 1]):
                continue
            cues = [
                c for c in paragraph.cues_between(begin, at) if c.kind in ("verb", "participle") and c.says
            ]
            cue = cues[-1] if cues else None
            if cue is None or page.word_count(cue.end, at) > 14:
                continue
            whole = (
                not here
                and paragraph.end - end <= _LONGEST_TURN
                and not paragraph.cues_between(end, paragraph.end)
            )
            stop = paragraph.end if whole else end
            start, stop = page.trim(at + 1, stop, END, END)
            if page.word_count(start, stop) < 3 or page.content[start] in '«»“”"„‹›‘’':
                continue
            stray = bisect_left(paragraph.strays, start)
            if stray < len(paragraph.strays) and start < paragraph.strays[stray] <= stop:
                stop = page.trim(start, paragraph.strays[stray], "", END)[1]
                reason = "after a cue and a colon, opening mark missing"
                found.append(Found(start, stop, "direct", 0.8, reason, cue, begin))
            else:
                found.append(Found(start, stop, "block", 0.75, "after a cue and a colon", cue, begin))
            if stop > end:
                break
        return found
