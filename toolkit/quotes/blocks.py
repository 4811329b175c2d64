"""Statements without marks: a paragraph after a colon, answers in an interview, what a headline gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from toolkit.quotes.found import Found
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker, described
from toolkit.quotes.speakers import Speakers
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue

_LABEL = re.compile(r"[^\W\d_][^:\n\r.!?؟]{0,90}?:")
_BREAK = re.compile(r"\.{2,}|…")
_LONGEST_HEADLINE = 400
_LONGEST_TURN = 3000
_BYLINES = tuple(
    fold(word)
    for word in [
        "نشر",
        "تم",
        "كتب",
        "منشور",
        "بواسطة",
        "حوار",
        "حاور",
        "ترجم",
        "أعد",
        "بقلم",
        "الكاتب",
        "تصوير",
        "أجر",
    ]
)
_RUBRIC = re.compile(r"[^-–—|]{2,30}\s[-–—|]\s")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]\s*$")
_END = " \t\u00a0.!،,؛…\u200e\u200f"


class BlockReader:
    """Goes through paragraphs without marks of their own."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers
        self.interviewee: Speaker | None = None
        self._turns, self._questions = self._count_labels()
        self._answers = self._answer_paragraphs()

    def _count_labels(self) -> tuple[Counter[str], Counter[str]]:
        """How many paragraphs have a label with this last word, and how many of these are questions."""
        turns: Counter[str] = Counter()
        questions: Counter[str] = Counter()
        for paragraph in self.page.paragraphs[1:]:
            label = self._label(paragraph)
            if label is not None and label.end() < paragraph.end:
                key = self._last_word(label)
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
            if self._label(lines[n]) and len(self._turns) > 1 and self._turns.most_common(1)[0][1] > 1
        ]
        return frozenset(answers) if len(answers) >= 3 and len(labelled) < len(answers) / 2 else frozenset()

    def _last_word(self, label: re.Match[str]) -> str:
        words = fold(label.group()[:-1]).split()
        return words[-1] if words else ""

    def _asks(self, key: str) -> bool:
        """Whether a label is the interviewer's: at least half of his turns are questions."""
        return self._questions[key] >= 2 and self._questions[key] * 2 >= self._turns[key]

    def _label(self, paragraph: Paragraph) -> re.Match[str] | None:
        return _LABEL.match(self.page.content, paragraph.start, min(paragraph.end, paragraph.start + 120))

    def read(self, paragraph: Paragraph, here: list[Found], colon: Cue | None) -> list[Found]:
        """The statements of a paragraph; `colon` is the cue of a paragraph before that ends with a colon."""
        label = self._label(paragraph)
        if paragraph.number in self._answers:
            return [
                self._block(paragraph.start, paragraph.end, self.interviewee, "answer to a question", 0, 0)
            ]
        if label is not None and paragraph.number in range(1, 4) and self._is_byline(paragraph, label):
            return []
        if paragraph.number == 0 and paragraph.end - paragraph.start <= _LONGEST_HEADLINE:
            return self._headline(paragraph, here)
        if label is not None and label.end() < paragraph.end:
            key = fold(label.group()[:-1]).strip()
            name = self._last_word(label)
            if key in listed("answer"):
                return self._answer(paragraph, label, key, here)
            titled = any(k in listed("title") for k in self.page.keys(label.start(), label.end())[:1])
            if (
                key in listed("questioner")
                or key in listed("notspeaker")
                or (self._asks(name) and not titled)
            ):
                return []
            if self._speaks_up(paragraph, label, name):
                return self._answer(paragraph, label, key, here)
            if colon is not None and not here:
                return self._after_colon(paragraph, colon)
        elif colon is not None and not here:
            return self._after_colon(paragraph, colon)
        elif not here and self._answers_dash(paragraph):
            start, end = self.page.trim(paragraph.start, paragraph.end, _END, _END)
            return [self._block(start, end, self.interviewee, "answer in a dialogue", 0, 0)]
        return self._inline(paragraph, here)

    def _is_byline(self, paragraph: Paragraph, label: re.Match[str]) -> bool:
        """Whether a short line under the headline says who wrote it: نشر من قبل : محرر العلوم."""
        short = self.page.word_count(paragraph.start, paragraph.end) <= 14
        return short and fold(label.group()).startswith(_BYLINES)

    def _answers_dash(self, paragraph: Paragraph) -> bool:
        """Whether the line before is a question and both start with a dash."""
        before = self.page.paragraphs[paragraph.number - 1]
        return paragraph.dash and before.dash and self.page.content[before.end - 1] in "؟?"

    def _speaks_up(self, paragraph: Paragraph, label: re.Match[str], name: str) -> bool:
        """Whether a label names somebody (وزير الدفاع: ...): a title, an institution, a name that recurs."""
        first, last = self.page.word_at(label.start()), self.page.word_at(label.end() - 1)
        if not first < last <= first + 8 or any(
            c.kind != "noun" for c in paragraph.cues_between(label.start(), label.end())
        ):
            return False
        head = self.page.words[first].key
        known = head in listed("title") or head in listed("body") or self.speakers.is_name(name)
        return known or (self._turns[name] >= 2 and last <= first + 5)

    def _after_colon(self, paragraph: Paragraph, cue: Cue) -> list[Found]:
        previous = self.page.paragraphs[paragraph.number - 1]
        return [Found(
            paragraph.start, paragraph.end, "block", 0.85, "paragraph after a cue and a colon", cue,
            previous.sentences[-1][0],
        )]  # fmt: skip

    def _answer(self, paragraph: Paragraph, label: re.Match[str], key: str, here: list[Found]) -> list[Found]:
        start, end = self.page.trim(label.end(), paragraph.end, _END, _END)
        if any(f.start <= start + 2 for f in here):
            return []
        if key in listed("answer"):
            return [
                self._block(
                    start, end, self.interviewee, "answer in an interview", label.start(), label.end()
                )
            ]
        name_start, name_end = self.page.bare(label.start(), label.end() - 1)
        named = Speaker(name_start, name_end, self.page.word_at(name_start), self.page.word_at(name_end))
        return [self._block(start, end, named, "turn of a conversation", label.end() - 1, label.end())]

    def _block(
        self, start: int, end: int, speaker: Speaker | None, reason: str, cue_start: int, cue_end: int
    ) -> Found:
        aside = _ASIDE.search(self.page.content, max(start, end - 40), end)
        if aside is not None:
            start, end = self.page.trim(start, aside.start(), _END, _END)
        return Found(
            start, end, "block", 0.85, reason,
            cue_start=cue_start, cue_end=cue_end, speaker=speaker, settled=True,
        )  # fmt: skip

    def _headline(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        """`فلان: ...`, each part between dots; a part with marks is given by its marks alone."""
        content = self.page.content
        found: list[Found] = []
        speaker: Speaker | None = None
        colon = 0
        for start, end in _parts(content, paragraph.start, paragraph.end):
            label = _LABEL.match(content, start, end)
            if label is not None:
                speaker, colon = self._label_speaker(label), label.end() - 1
                start = label.end()
            if speaker is None:
                continue
            marks = [m for m in paragraph.marked_between(start, end) if m.depth == 0 and m.closed]
            for marked in marks:
                known = next((f for f in here if f.outer_start == marked.start), None)
                if known is not None:
                    known.speaker, known.cue_start, known.cue_end, known.settled = (
                        speaker,
                        colon,
                        colon + 1,
                        True,
                    )
                    known.kind = (
                        "direct"
                        if self.page.trim(colon + 1, marked.start, _END, _END)[0] == marked.start
                        else "partial"
                    )
                elif not self._is_title(marked.start):
                    found.append(self._block(
                        marked.inner_start, marked.inner_end, speaker, "in marks in the headline",
                        colon, colon + 1,
                    ))  # fmt: skip
                    found[-1].kind = "partial"
            start, end = self.page.trim(start, end, _END + "-–|", _END)
            if label is None and content[start : start + 1] == "و" and end - start > 4:
                start += 1
            if marks or self.page.word_count(start, end) < 2:
                continue
            found.append(self._block(start, end, speaker, "statement of the headline", colon, colon + 1))
        if paragraph.number == 0:
            self.interviewee = speaker
        return found

    def _is_title(self, start: int) -> bool:
        """Whether the word before a mark announces a name."""
        index = self.page.word_at(start) - 1
        return index >= 0 and (
            self.page.words[index].key in listed("named") or self.page.words[index].key == "ل"
        )

    def _label_speaker(self, label: re.Match[str]) -> Speaker | None:
        """The speaker that a headline names before its colon; None when it is a rubric or a topic."""
        page = self.page
        text = label.group()[:-1]
        if fold(text).strip() in listed("notspeaker"):
            return None
        rubric = _RUBRIC.match(text)
        first, last = (
            page.word_at(label.start() + (rubric.end() if rubric else 0)),
            page.word_at(label.end() - 1),
        )
        for index in range(first, last):
            if page.words[index].key == "ل" or (
                page.words[index].key.startswith("ل") and "«" in page.gap(index + 1)
            ):
                last = index
                break
        named = (
            described(page, page.paragraphs[0], first, None, heads=True)
            if first < last <= first + 12
            else None
        )
        if named is None or named.first >= last:
            return None
        joined = page.words[first].key
        attached = joined.startswith("وال")
        joined = joined[attached:]
        if not (
            joined in listed("title")
            or joined in listed("body")
            or self._in_body(first, min(last, named.last))
        ):
            return None
        last = min(last, named.last)
        end = named.end if named.last <= last else page.words[last - 1].end
        return Speaker(page.words[first].start + attached, end, first, last)

    def _in_body(self, first: int, last: int) -> bool:
        """Whether the last word of a headline's label comes back near a cue in the article."""
        key = self.page.words[last - 1].key
        for paragraph in self.page.paragraphs[1:40]:
            for cue in paragraph.cues[:20]:
                near = self.page.words[max(0, cue.first - 1) : cue.last + 6]
                if any(word.key == key for word in near):
                    return True
        return False

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
            start, stop = page.trim(at + 1, stop, _END, _END)
            if page.word_count(start, stop) < 3 or page.content[start] in '«»“”"„‹›‘’':
                continue
            found.append(Found(start, stop, "block", 0.75, "after a cue and a colon", cue, begin))
            if stop > end:
                break
        return found


def _parts(content: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    for gap in _BREAK.finditer(content, start, end):
        parts.append((start, gap.start()))
        start = gap.end()
    parts.append((start, end))
    return [(a + len(content[a:b]) - len(content[a:b].lstrip()), b) for a, b in parts if content[a:b].strip()]
