"""Labels at the head of a line (فلان: ...): whose they are, who asks, and which paragraphs answer."""

from __future__ import annotations

import re
from collections import Counter

from toolkit.quotes.found import Found
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker
from toolkit.quotes.speakers import Speakers
from toolkit.text.arabic import fold

LABEL = re.compile(r"[^\W\d_][^:\n\r.!?؟]{0,90}?:")
"""A line's first words up to a colon."""
END = " \t\u00a0.!،,؛…\u200e\u200f"
"""What is not part of a statement without marks at its ends."""
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]\s*$")


class Labels:
    """The labels of one page; `interviewee` is whom its headline quotes."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers
        self.interviewee: Speaker | None = None
        self.turns, self._questions = self._count_labels()
        self.answers = self._answer_paragraphs()

    def label(self, paragraph: Paragraph) -> re.Match[str] | None:
        return LABEL.match(self.page.content, paragraph.start, min(paragraph.end, paragraph.start + 120))

    def _count_labels(self) -> tuple[Counter[str], Counter[str]]:
        """How many paragraphs have a label with this last word, and how many of these are questions."""
        turns: Counter[str] = Counter()
        questions: Counter[str] = Counter()
        for paragraph in self.page.paragraphs[1:]:
            label = self.label(paragraph)
            if label is not None and label.end() < paragraph.end:
                key = self.last_word(label)
                turns[key] += 1
                questions[key] += self.page.content[paragraph.end - 1] in "؟?"
        return turns, questions

    def _answer_paragraphs(self) -> frozenset[int]:
        """The numbers of the paragraphs that answer a question paragraph; none unless there are three pairs.

        A question ends with its mark, or is an item in a list of which the others do.
        """
        lines = self.page.paragraphs
        asked = [
            p
            for p in lines[1:]
            if self.page.content[p.end - 1] in "؟?" and not p.marked and p.end - p.start < 250
        ]
        bulleted = sum(p.bullet or p.dash for p in asked) >= 3
        questions = {p.number for p in asked}
        if bulleted:
            questions = {p.number for p in lines[1:] if p.bullet or p.dash}
        answers = [n + 1 for n in sorted(questions) if n + 1 < len(lines) and n + 1 not in questions]
        labelled = [
            n
            for n in answers
            if self.label(lines[n]) and len(self.turns) > 1 and self.turns.most_common(1)[0][1] > 1
        ]
        return frozenset(answers) if len(answers) >= 3 and len(labelled) < len(answers) / 2 else frozenset()

    def last_word(self, label: re.Match[str]) -> str:
        words = fold(label.group()[:-1]).split()
        return words[-1] if words else ""

    def asks(self, key: str) -> bool:
        """Whether a label is the interviewer's: at least half of his turns are questions."""
        return self._questions[key] >= 2 and self._questions[key] * 2 >= self.turns[key]

    def answers_dash(self, paragraph: Paragraph) -> bool:
        """Whether the line before is a question and both start with a dash."""
        before = self.page.paragraphs[paragraph.number - 1]
        return paragraph.dash and before.dash and self.page.content[before.end - 1] in "؟?"

    def block(
        self, start: int, end: int, speaker: Speaker | None, reason: str, cue_start: int, cue_end: int
    ) -> Found:
        aside = _ASIDE.search(self.page.content, max(start, end - 40), end)
        if aside is not None:
            start, end = self.page.trim(start, aside.start(), END, END)
        return Found(
            start, end, "block", 0.85, reason,
            cue_start=cue_start, cue_end=cue_end, speaker=speaker, settled=True,
        )  # fmt: skip
