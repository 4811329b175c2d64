"""Statements without marks: a paragraph after a colon, answers in an interview, what a headline gives."""

from __future__ import annotations

import re

from toolkit.quotes.found import Found
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.speakers import Speaker, Speakers
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue

_LABEL = re.compile(r"[^\W\d_][^:\n\r.!?؟«»“”\"]{0,60}?(?:[«“\"][^«»“”\":\n]{1,30}[»”\"])?[ \u00a0]?:(?=\s|\S)")
_BREAK = re.compile(r"\.{2,}|…")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]\s*$")
_END = " \t\u00a0.!،,؛…\u200e\u200f"


class BlockReader:
    """Goes through paragraphs without marks of their own."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers
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
        if colon is not None and not here:
            return self._after_colon(paragraph, colon)
        label = self._label(paragraph)
        if paragraph.number == 0:
            return self._headline(paragraph, here)
        if label is not None and label.end() < paragraph.end:
            found = self._answer(paragraph, label, here)
            if found:
                return found
        return self._inline(paragraph, here)

    def _after_colon(self, paragraph: Paragraph, cue: Cue) -> list[Found]:
        previous = self.page.paragraphs[paragraph.number - 1]
        begin = previous.sentences[-1][0]
        item = Found(paragraph.start, paragraph.end, "block", 0.85, ("paragraph after a cue and a colon",), cue,
                     cue.start, cue.end)  # fmt: skip
        item.speaker = self.speakers.of_cue(cue, previous, begin)
        if item.speaker is not None:
            self.speakers.remember(item.speaker)
        return [item]

    def _answer(self, paragraph: Paragraph, label: re.Match[str], here: list[Found]) -> list[Found]:
        key = fold(label.group()[:-1]).strip()
        start, end = self.page.trim(label.end(), paragraph.end, _END, _END)
        if key in listed("answer"):
            speaker = self.speakers.last(None)
            return [self._block(start, end, speaker, "answer in an interview", label.start(), label.end())]
        if key in listed("questioner") or key in listed("notspeaker") or self._labels.get(key, 0) < 2:
            return []
        if any(f.start <= start + 2 for f in here):
            return []
        first = self.page.word_at(label.start())
        last = self.page.word_at(label.end())
        named = Speaker(label.start(), self.page.bare(label.start(), label.end() - 1)[1], first, last, None)
        self.speakers.remember(named)
        return [self._block(start, end, named, "turn of a conversation", label.end() - 1, label.end())]

    def _block(self, start: int, end: int, speaker: Speaker | None, reason: str, cue_start: int, cue_end: int) -> Found:
        aside = _ASIDE.search(self.page.content, max(start, end - 40), end)
        if aside is not None:
            start, end = self.page.trim(start, aside.start(), _END, _END)
        return Found(start, end, "block", 0.85, (reason,), None, cue_start, cue_end, speaker)

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
            inside = [f for f in here if start <= f.start < end]
            for item in inside:
                if item.cue is None or item.cue.start < paragraph.start:
                    item.speaker, item.cue_start, item.cue_end = speaker, colon, colon + 1
            start, end = self.page.trim(start, end, _END + "-–|", _END)
            if label is None and content[start : start + 1] == "و" and end - start > 4:
                start += 1
            if inside or self.page.word_count(start, end) < 2:
                continue
            found.append(self._block(start, end, speaker, "statement of the headline", colon, colon + 1))
        return found

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
            cue = next((c for c in reversed(paragraph.cues_between(begin, at)) if c.kind in ("verb", "participle") and c.says), None)
            if cue is None or page.word_count(cue.end, at) > 14:
                continue
            stop = paragraph.end if not here and not paragraph.cues_between(end, paragraph.end) else end
            start, stop = page.trim(at + 1, stop, _END, _END)
            if page.word_count(start, stop) < 3 or page.content[start] in "«“”\"„":
                continue
            item = self._block(start, stop, self.speakers.of_cue(cue, paragraph, begin), "after a cue and a colon", cue.start, cue.end)
            item.confidence = 0.75
            if item.speaker is not None:
                self.speakers.remember(item.speaker)
            found.append(item)
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
