"""The statements in marks of a paragraph: nested, over several paragraphs, unclosed, split by their cue."""

from __future__ import annotations

from dataclasses import replace

from toolkit.quotes.found import Found
from toolkit.quotes.inserted import Insertion, InsertionReader
from toolkit.quotes.judge import judge
from toolkit.quotes.lists import CONJUNCTIONS
from toolkit.quotes.marked import MarkedReader
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.reported import is_negligible
from toolkit.quotes.speakers import Speakers
from toolkit.text.cues import Cue
from toolkit.text.marks import Marked

_REACH = 300
"""Characters before a quotation in which its cue is looked for."""
_BLANK = " \t\u00a0\u200e\u200f"
_PARTS = 8
"""Parts into which inserted cues may split a quotation, after the first."""


class Quotations(MarkedReader):
    """Reads the marks of one paragraph after the other.

    `colon` is the cue of the paragraph before, where that ends with a colon; `unfinished` is a statement that
    goes on in the next paragraph.
    """

    def __init__(self, page: Page, speakers: Speakers) -> None:
        super().__init__(page, speakers)
        self.insertions = InsertionReader(page, speakers)
        self.colon: Cue | None = None
        self.unfinished: Found | None = None

    def read(self, paragraph: Paragraph) -> list[Found]:
        """The statements in marks of a paragraph."""
        here: list[Found] = []
        parents: dict[int, Found] = {}
        sentence = 0
        for marked in paragraph.marked:
            while (
                sentence + 1 < len(paragraph.sentences) and paragraph.sentences[sentence][1] <= marked.start
            ):
                sentence += 1
            begin, end = paragraph.sentences[sentence]
            if marked.depth:
                parent = parents.get(marked.depth - 1)
                if parent is None or not parent.outer_start < marked.start < parent.outer_end:
                    continue
                begin, end = parent.start, parent.end
            item = self._judge(paragraph, marked, begin, max(end, marked.end), here)
            parents.pop(marked.depth, None)
            if item is not None:
                parents[marked.depth] = item
                here.append(item)
            if item is not None and item.kind == "direct" and marked.depth == 0:
                here += self._split(paragraph, item)
        return here

    def _split(self, paragraph: Paragraph, item: Found) -> list[Found]:
        """The further parts of a quotation whose cue stands inside its marks: "... ، قالت ستون ، ..." """
        led = item.cue is not None
        if item.cue is not None and self._is_settled_by(item.cue, item, paragraph):
            return []
        parts: list[Found] = []
        part, end = item, item.end
        while len(parts) < _PARTS:
            inserted = self.insertions.find(paragraph, part.start, end, sure=led)
            if inserted is None:
                break
            part.end = self.page.bare(part.start, inserted.cue.start)[1]
            if not parts:
                self._introduce(item, inserted)
            start = self.page.trim(inserted.end, end, _BLANK + "،,.", "")[0]
            if start >= end:
                break
            part = replace(item, start=start, end=end, lead=item, joined=True)
            parts.append(part)
        return parts

    def _is_settled_by(self, cue: Cue, item: Found, paragraph: Paragraph) -> bool:
        """Whether a cue belongs to a quotation for certain: one with a colon before it, or one after it."""
        head = self.page.content[max(0, item.outer_start - 4) : item.outer_start].rstrip(_BLANK)
        return head.endswith(":") or cue.start < paragraph.start or cue.start >= item.end

    def _introduce(self, item: Found, inserted: Insertion) -> None:
        """Give a quotation the cue and the speaker that were found inside it."""
        item.cue, item.begin = inserted.cue, inserted.cue.start
        item.kind, item.reason, item.confidence = "direct", "cue inside the marks", 0.85
        if not item.joined:
            item.lead = None
        if inserted.speaker is not None:
            item.speaker, item.settled = inserted.speaker, True

    def _judge(
        self, paragraph: Paragraph, marked: Marked, begin: int, end: int, here: list[Found]
    ) -> Found | None:
        page = self.page
        start, stop = page.trim(marked.inner_start, marked.inner_end, _BLANK, _BLANK + "،,")
        lead = next(
            (f for f in reversed(here[-3:]) if f.depth == marked.depth and f.outer_start >= begin), None
        )
        at_start = marked.start == paragraph.start
        context = self.context(
            paragraph, marked, begin, end, self._cues(paragraph, begin, end, marked), lead,
            self.colon if at_start else None,
            marked.depth == 0 and bool(here or paragraph.cues_between(paragraph.start, begin)),
        )  # fmt: skip
        unfinished = self.unfinished if at_start else None
        if unfinished is not None and unfinished.cue is None and context.after is not None:
            unfinished = None  # its own cue says more than a speaker carried over
        if marked.depth == 0:
            self.unfinished = None
        if unfinished is not None:
            item = Found(
                start, stop, "direct", 0.9, "goes on from the paragraph before", lead=unfinished, joined=True
            )
        else:
            verdict = judge(page, marked, page.keys(start, stop), context)
            if marked.depth == 0 and (verdict is None or (verdict[0] == "partial" and verdict[1] is None)):
                inserted = self.insertions.find(paragraph, start, stop)
                verdict = ("direct", None, 0.7, "cue inside the marks") if inserted else verdict
            if verdict is None:
                return None
            kind, cue, confidence, reason = verdict
            item = Found(start, stop, kind, confidence, reason, cue, begin)
            if lead is not None and cue is not None and lead.cue is cue:
                item.lead, item.joined = lead, lead.kind == kind == "direct"
            elif (
                cue is None
                and here
                and marked.depth == 0
                and context.opens_sentence
                and here[-1].cue is not None
            ):
                item.lead = here[-1]
        item.outer_start, item.outer_end, item.depth = marked.start, marked.end, marked.depth
        if marked.turned:
            item.reason += ", marks turned"
        introduced = context.colon or context.opens_sentence or context.conjunction or at_start
        if not marked.closed and not self._unclosed(paragraph, marked, item, introduced):
            return None
        return item

    def _cues(self, paragraph: Paragraph, begin: int, end: int, marked: Marked) -> list[Cue]:
        """The cues around a quotation outside others of the same depth."""
        begin, end = max(begin, marked.start - _REACH), min(end, marked.end + 120)
        others = [m for m in paragraph.marked_between(begin, end) if m.depth == marked.depth]
        near = [c for c in paragraph.cues_between(begin, end) if not is_negligible(self.page, c)]
        return [c for c in near if not any(m.start <= c.start < m.end for m in others)]

    def _unclosed(self, paragraph: Paragraph, marked: Marked, item: Found, introduced: bool) -> bool:
        """Settle where a quotation without a closing mark ends; false when it is a stray mark."""
        inserted = None
        if item.cue is None or not self._is_settled_by(item.cue, item, paragraph):
            inserted = self.insertions.find(paragraph, item.start, item.end, sure=item.cue is not None)
        if inserted is not None and inserted.closes:
            item.end = item.outer_end = self.page.bare(item.start, inserted.cue.start)[1]
            self._introduce(item, inserted)
            item.confidence *= 0.8
            item.reason += ", closing mark missing"
            return item.end > item.start
        following = self.page.paragraphs[paragraph.number + 1 : paragraph.number + 2]
        if following and following[0].marked and following[0].marked[0].start == following[0].start:
            self.unfinished = item
            return introduced or item.cue is not None
        closing = self._closing_cue(paragraph, marked) if inserted is None else None
        if closing is not None:
            item.end = item.outer_end = self.page.bare(item.start, closing.start)[1]
            item.cue, item.begin, item.kind, item.lead = closing, closing.start, "direct", None
        elif item.lead is None:
            item.end = self.page.trim(item.start, item.end, "", _BLANK + ".")[1]
        item.confidence *= 0.8
        item.reason += ", closing mark missing"
        return (introduced or inserted is not None) and item.end > item.start

    def _closing_cue(self, paragraph: Paragraph, marked: Marked) -> Cue | None:
        """The cue with its speaker that ends the paragraph: ..., مازح مينون."""
        for cue in reversed(paragraph.cues_between(max(marked.start, paragraph.end - 120), paragraph.end)):
            if cue.kind == "verb" and any(c in "،,." for c in self.page.gap(cue.first)):
                speaker = self.speakers.after(cue, paragraph)
                end = speaker.end if speaker is not None else cue.end
                rest = self.page.content[end : paragraph.end].strip(_BLANK + ".،")
                reports = self.page.words[self.page.word_at(end)].key in CONJUNCTIONS if rest else False
                if not rest or (
                    not reports and len(rest.split()) <= 6 and not any(c in rest for c in ":،.«“")
                ):
                    return cue
        return None
