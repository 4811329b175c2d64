"""What a headline says somebody said: `فلان: ...`, in parts between dots."""

from __future__ import annotations

import re

from toolkit.quotes.found import Found
from toolkit.quotes.labels import END, LABEL, Labels
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Paragraph
from toolkit.quotes.phrases import Speaker, described
from toolkit.text.arabic import fold

_BREAK = re.compile(r"\.{2,}|…")
_RUBRIC = re.compile(r"[^-–—|]{2,30}\s[-–—|]\s")


class Headlines(Labels):
    """Reads the headline of one page."""

    def headline(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        """`فلان: ...`, each part between dots; a part with marks is given by its marks alone."""
        content = self.page.content
        found: list[Found] = []
        speaker: Speaker | None = None
        colon = 0
        for start, end in _parts(content, paragraph.start, paragraph.end):
            label = LABEL.match(content, start, end)
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
                        if self.page.trim(colon + 1, marked.start, END, END)[0] == marked.start
                        else "partial"
                    )
                elif not self._is_title(marked.start):
                    found.append(self.block(
                        marked.inner_start, marked.inner_end, speaker, "in marks in the headline",
                        colon, colon + 1,
                    ))  # fmt: skip
                    found[-1].kind = "partial"
            start, end = self.page.trim(start, end, END + "-–|", END)
            if label is None and content[start : start + 1] == "و" and end - start > 4:
                start += 1
            if marks or self.page.word_count(start, end) < 2:
                continue
            found.append(self.block(start, end, speaker, "statement of the headline", colon, colon + 1))
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
        attached = not _heads(joined) and (
            joined.startswith("وال") or (joined[0] == "و" and _heads(joined[1:]))
        )
        joined = joined[attached:]
        if not (_heads(joined) or self._in_body(first, min(last, named.last))):
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


def _heads(key: str) -> bool:
    """Whether a folded word is a title or an institution."""
    return key in listed("title") or key in listed("body")


def _parts(content: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    for gap in _BREAK.finditer(content, start, end):
        parts.append((start, gap.start()))
        start = gap.end()
    parts.append((start, end))
    return [(a + len(content[a:b]) - len(content[a:b].lstrip()), b) for a, b in parts if content[a:b].strip()]
