"""Statements without marks: a paragraph after a colon, answers in an interview, what a headline gives."""

from __future__ import annotations

import re

from toolkit.quotes.found import Found
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue

_LABEL = re.compile(r"[^\W\d_][^:\n\r.!?؟«»“”\"]{0,60}?(?:[«“\"][^«»“”\":\n]{1,30}[»”\"])?[ \u00a0]?:(?=\s|\S)")
_BREAK = re.compile(r"\.{2,}|…")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]\s*$")
_END = " \t\u00a0.!،,؛…\u200e\u200f"


class BlockReader:
    """Goes through paragraphs without marks of their own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.interviewee: Speaker | None = None
        self._labels = self._repeated_labels()

    def _repeated_labels(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for paragraph in self.page.paragraphs:
            label = self._label(paragraph)
            if label is not None:
                key = fold(label.group()[:-1]).strip()
                counts[key] = counts.get(key, 0) + 1
        return counts

    def _label(self, paragraph: Paragraph) -> re.Match[str] | None:
        return _LABEL.match(self.page.content, paragraph.start, min(paragraph.end, paragraph.start + 120))

    def read(self, paragraph: Paragraph, here: list[Found], colon: Cue | None) -> list[Found]:
        """The statements of a paragraph; `colon` is the cue of the paragraph before when that ends with a colon."""
        label = self._label(paragraph)
        if paragraph.number == 0:
            return self._headline(paragraph, here)
        if label is not None and label.end() < paragraph.end:
            key = fold(label.group()[:-1]).strip()
            if key in listed("questioner"):
                return []
            if key in listed("answer") or self._labels.get(key, 0) >= 2 and key not in listed("notspeaker"):
                return self._answer(paragraph, label, key, here)
            if key in listed("notspeaker"):
                return []
            if colon is not None and not here:
                return self._after_colon(paragraph, colon)
            if self._speaks_up(paragraph, label):
                return self._headline(paragraph, here)
        elif colon is not None and not here:
            return self._after_colon(paragraph, colon)
        elif not here and self._answers_dash(paragraph):
            start, end = self.page.trim(paragraph.start, paragraph.end, _END, _END)
            return [self._block(start, end, self.interviewee, "answer in a dialogue", 0, 0)]
        return self._inline(paragraph, here)

    def _answers_dash(self, paragraph: Paragraph) -> bool:
        """Whether the line before is a question and both start with a dash."""
        before = self.page.paragraphs[paragraph.number - 1]
        return paragraph.dash and before.dash and self.page.content[before.end - 1] in "؟?"

    def _speaks_up(self, paragraph: Paragraph, label: re.Match[str]) -> bool:
        """Whether a paragraph is a short line such as وزير الدفاع: ..., as in live coverage."""
        first, last = self.page.word_at(label.start()), self.page.word_at(label.end() - 1)
        head = self.page.words[first].key if first < last <= first + 6 else ""
        known = head in listed("title") or head in listed("body")
        cues = any(c.kind != "noun" for c in paragraph.cues_between(label.start(), label.end()))
        return known and not cues and self.page.word_count(paragraph.start, paragraph.end) <= 40

    def _after_colon(self, paragraph: Paragraph, cue: Cue) -> list[Found]:
        previous = self.page.paragraphs[paragraph.number - 1]
        return [Found(
            paragraph.start, paragraph.end, "block", 0.85, "paragraph after a cue and a colon", cue, previous.sentences[-1][0]
        )]  # fmt: skip

    def _answer(self, paragraph: Paragraph, label: re.Match[str], key: str, here: list[Found]) -> list[Found]:
        start, end = self.page.trim(label.end(), paragraph.end, _END, _END)
        if any(f.start <= start + 2 for f in here):
            return []
        if key in listed("answer"):
            return [self._block(start, end, self.interviewee, "answer in an interview", label.start(), label.end())]
        name_start, name_end = self.page.bare(label.start(), label.end() - 1)
        named = Speaker(name_start, name_end, self.page.word_at(name_start), self.page.word_at(name_end))
        return [self._block(start, end, named, "turn of a conversation", label.end() - 1, label.end())]

    def _block(self, start: int, end: int, speaker: Speaker | None, reason: str, cue_start: int, cue_end: int) -> Found:
        aside = _ASIDE.search(self.page.content, max(start, end - 40), end)
        if aside is not None:
            start, end = self.page.trim(start, aside.start(), _END, _END)
        return Found(
            start, end, "block", 0.85, reason, cue_start=cue_start, cue_end=cue_end, speaker=speaker, settled=True
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
                    known.speaker, known.cue_start, known.cue_end, known.settled = speaker, colon, colon + 1, True
                    known.kind = "direct" if self.page.trim(colon + 1, marked.start, _END, _END)[0] == marked.start else "partial"
                elif not self._is_title(marked.start):
                    found.append(self._block(
                        marked.inner_start, marked.inner_end, speaker, "in marks in the headline", colon, colon + 1
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
        return index >= 0 and (self.page.words[index].key in listed("named") or self.page.words[index].key == "ل")

    def _label_speaker(self, label: re.Match[str]) -> Speaker | None:
        """The speaker that a headline names before its colon; None when it is a rubric or a topic."""
        page = self.page
        text = label.group()[:-1]
        key = fold(text).strip()
        if key in listed("notspeaker"):
            return None
        first, last = page.word_at(label.start()), page.word_at(label.end() - 1)
        for index in range(first, last):
            if page.words[index].key == "ل" or (page.words[index].key.startswith("ل") and "«" in page.gap(index + 1)):
                last = index
                break
        if first >= last or last - first > 8:
            return None
        start = page.words[first].start
        joined = page.words[first].key
        if joined.startswith("وال"):
            start += 1
            joined = joined[1:]
        if not (joined in listed("title") or joined in listed("body") or self._in_body(first, last)):
            return None
        return Speaker(start, page.words[last - 1].end, first, last, None)

    def _in_body(self, first: int, last: int) -> bool:
        """Whether the last word of a headline's label comes back near a cue in the article."""
        key = self.page.words[last - 1].key
        for paragraph in self.page.paragraphs[1:40]:
            for cue in paragraph.cues[:20]:
                near = self.page.words[max(0, cue.first - 6) : cue.last + 9]
                if any(word.key == key for word in near):
                    return True
        return False

    def _inline(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        """Words after a cue and a colon within a paragraph, without marks."""
        page = self.page
        found: list[Found] = []
        for begin, end in paragraph.sentences:
            at = page.content.find(":", begin, end)
            if at < 0 or any(f.outer_start <= at < f.outer_end or begin <= f.outer_start < end for f in here):
                continue
            cues = [c for c in paragraph.cues_between(begin, at) if c.kind in ("verb", "participle") and c.says]
            cue = cues[-1] if cues else None
            if cue is None or page.word_count(cue.end, at) > 14:
                continue
            stop = paragraph.end if not here and not paragraph.cues_between(end, paragraph.end) else end
            start, stop = page.trim(at + 1, stop, _END, _END)
            if page.word_count(start, stop) < 3 or page.content[start] in "«“”\"„":
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
