"""Every statement of an Arabic article, in order: marks first, then labels and headlines, then reported clauses."""

from __future__ import annotations

from toolkit.quotes.blocks import BlockReader
from toolkit.quotes.found import Found
from toolkit.quotes.marked import MarkedReader, judge
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.reported import attributed, is_negligible, reported
from toolkit.quotes.speakers import Speakers
from toolkit.text.cues import Cue
from toolkit.text.marks import Marked
from toolkit.types import Article, Quote, Span


def find_quotes(article: Article) -> list[Quote]:
    """The statements of an Arabic article with their speakers, by position; never raises.

    Kinds and extents follow `types.Quote`. A quotation within a quotation and a quoted phrase within a
    reported clause are entries of their own. Spans of `article.furniture` hold none.

    >>> text = 'قال الوزير: «لن نتراجع».'
    >>> quote, = find_quotes(Article("a", text, content=text, origins=range(len(text) + 1)))
    >>> quote.text, quote.kind, quote.speaker, quote.cue
    ('لن نتراجع', 'direct', 'الوزير', 'قال')
    """
    found = _Finder(article).run()
    return [_quote(article, number, item) for number, item in enumerate(found, 1)]


class _Finder:
    def __init__(self, article: Article) -> None:
        self.page = Page(article)
        self.speakers = Speakers(self.page)
        self.marks = MarkedReader(self.page, self.speakers)
        self.blocks = BlockReader(self.page, self.speakers)
        self.found: list[Found] = []
        self.chains = 0
        self.open_chain: Found | None = None
        self.colon: Cue | None = None

    def run(self) -> list[Found]:
        """Paragraph by paragraph."""
        for paragraph in self.page.paragraphs:
            self.found += self._paragraph(paragraph)
        self.found = [item for item in self.found if item.end > item.start]
        self.found.sort(key=lambda item: (item.start, -item.end))
        return self.found

    def _paragraph(self, paragraph: Paragraph) -> list[Found]:
        here = self._marked(paragraph)
        here += self._reported(paragraph, here)
        here += self.blocks.read(paragraph, here, self.colon)
        self.colon = self._closing_colon(paragraph)
        return here

    def _closing_colon(self, paragraph: Paragraph) -> Cue | None:
        """The cue of a paragraph that ends with a colon."""
        if not self.page.content[: paragraph.end].endswith(":", paragraph.start):
            return None
        begin = paragraph.sentences[-1][0]
        cues = [c for c in paragraph.cues_between(begin, paragraph.end) if c.says]
        verbs = [c for c in cues if c.kind in ("verb", "participle")]
        return (verbs or cues or [None])[-1]

    def _marked(self, paragraph: Paragraph) -> list[Found]:
        here: list[Found] = []
        begin_of: dict[int, Found] = {}
        sentence = 0
        for marked in paragraph.marked:
            while sentence + 1 < len(paragraph.sentences) and paragraph.sentences[sentence][1] <= marked.start:
                sentence += 1
            begin, end = paragraph.sentences[sentence]
            if marked.depth:
                parent = begin_of.get(marked.depth - 1)
                if parent is None or not parent.outer_start < marked.start < parent.outer_end:
                    continue
                begin, end = parent.start, parent.end
            if not marked.closed:
                end = paragraph.end
            item = self._judge(paragraph, marked, begin, max(end, marked.end), here)
            if item is None:
                begin_of.pop(marked.depth, None)
                continue
            begin_of[marked.depth] = item
            here.append(item)
        return here

    def _judge(self, paragraph: Paragraph, marked: Marked, begin: int, end: int, here: list[Found]) -> Found | None:
        page = self.page
        cues = [c for c in self._cues(paragraph, begin, end, marked) if not is_negligible(page, c)]
        lead = next((f for f in reversed(here) if f.depth == marked.depth and f.outer_start >= begin), None)
        start, stop = page.trim(marked.inner_start, marked.inner_end, " \t\u00a0", " \t\u00a0،,")
        previous = self.colon if marked.start == paragraph.start else None
        context = self.marks.context(paragraph, marked, begin, end, cues, lead, previous)
        continued = self.open_chain if marked.start == paragraph.start else None
        verdict = judge(page, marked, page.keys(start, stop), context)
        if marked.depth == 0:
            self.open_chain = None
        if continued is not None:
            item = Found(start, stop, "direct", 0.9, ("goes on from the paragraph before",), continued.cue,
                         continued.cue_start, continued.cue_end, continued.speaker, marked.start, marked.end,
                         continued.chain)  # fmt: skip
        elif verdict is None:
            return None
        else:
            kind, cue, confidence, reason = verdict
            item = Found(start, stop, kind, confidence, (reason,), cue, outer_start=marked.start,
                         outer_end=marked.end, depth=marked.depth)  # fmt: skip
            if cue is not None:
                item.cue_start, item.cue_end = cue.start, cue.end
            self._attribute(item, paragraph, begin, lead)
        if not marked.closed and not self._unclosed(paragraph, marked, item, context.colon or context.opens_sentence or previous is not None):
            return None
        return item

    def _cues(self, paragraph: Paragraph, begin: int, end: int, marked: Marked) -> list[Cue]:
        """The cues of a sentence outside other quotations of the same depth."""
        others = [m for m in paragraph.marked_between(begin, end) if m.depth == marked.depth]
        near = paragraph.cues_between(max(begin, marked.start - 400), min(end, marked.end + 200))
        return [c for c in near if not any(m.start <= c.start < m.end for m in others)]

    def _attribute(self, item: Found, paragraph: Paragraph, begin: int, lead: Found | None) -> None:
        """Set the speaker of a statement in marks and make him the last one."""
        cue = item.cue
        if lead is not None and cue is lead.cue and cue is not None:
            item.speaker = lead.speaker
            if lead.kind == "direct" and item.kind == "direct":
                if lead.chain is None:
                    self.chains += 1
                    lead.chain = self.chains
                item.chain = lead.chain
            return
        if cue is not None:
            item.speaker = self.speakers.of_cue(cue, paragraph, begin if begin <= cue.start else cue.start)
        else:
            item.speaker = self.speakers.named_between(begin, item.outer_start) or self.speakers.last(None)
        if item.speaker is not None and item.depth == 0:
            self.speakers.remember(item.speaker)

    def _unclosed(self, paragraph: Paragraph, marked: Marked, item: Found, introduced: bool) -> bool:
        """Settle where a quotation without a closing mark ends; false when it is a stray mark."""
        following = self.page.paragraphs[paragraph.number + 1 : paragraph.number + 2]
        if following and following[0].marked and following[0].marked[0].start == following[0].start:
            if item.chain is None:
                self.chains += 1
                item.chain = self.chains
            self.open_chain = item
            return introduced or item.cue is not None
        closing = self._closing_cue(paragraph, marked)
        if closing is not None:
            start, stop = self.page.bare(item.start, closing.start)
            item.end, item.outer_end = stop, stop
            item.cue, item.cue_start, item.cue_end = closing, closing.start, closing.end
            item.speaker = self.speakers.of_cue(closing, paragraph, closing.start)
            if item.speaker is not None:
                self.speakers.remember(item.speaker)
            item.kind = "direct"
        item.confidence *= 0.8
        item.reasons = (*item.reasons, "closing mark missing")
        return introduced and item.end > item.start

    def _closing_cue(self, paragraph: Paragraph, marked: Marked) -> Cue | None:
        """The cue with its speaker that ends the paragraph: ..., مازح مينون."""
        for cue in reversed(paragraph.cues_between(max(marked.start, paragraph.end - 120), paragraph.end)):
            if cue.kind != "verb" or not any(c in "،," for c in self.page.gap(cue.first)):
                continue
            speaker = self.speakers.after(cue, paragraph)
            end = speaker.end if speaker is not None else cue.end
            if not self.page.content[end : paragraph.end].strip(" .،\u200f\u200e"):
                return cue
        return None

    def _reported(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        found: list[Found] = []
        for begin, end in paragraph.sentences:
            quoted = [f for f in here if f.depth == 0 and begin <= f.outer_start < end]
            for cue in paragraph.cues_between(begin, end):
                if any(f.outer_start <= cue.start < f.outer_end and f.kind == "direct" for f in quoted):
                    continue
                if is_negligible(self.page, cue) or any(f.start <= cue.start < f.end for f in found[-4:]):
                    continue
                items: list[Found] = []
                if cue.kind in ("verb", "participle", "noun") and (cue.says or cue.complement):
                    items = reported(self.page, paragraph, self.speakers, cue, begin, end)
                    for item in items:
                        item.speaker = self.speakers.of_cue(cue, paragraph, begin)
                closing = cue.kind in ("source", "verb", "own") and not items and not quoted and not any(
                    f.outer_start == 0 and f.start >= begin for f in found
                )
                if closing and (item := attributed(self.page, paragraph, self.speakers, cue, begin, end)):
                    items = [item]
                for item in items:
                    if item.speaker is not None:
                        self.speakers.remember(item.speaker)
                found += [item for item in items if not any(
                    f.outer_start <= item.start and item.end <= f.outer_end for f in quoted
                )]  # fmt: skip
        return found


def _quote(article: Article, number: int, found: Found) -> Quote:
    span = article.span(found.start, found.end)
    speaker = article.span(found.speaker.start, found.speaker.end) if found.speaker else None
    cue: Span | None = None
    if found.cue_end > found.cue_start:
        cue = article.span(found.cue_start, found.cue_end)
    return Quote(
        id=f"q{number}",
        text=span.of(article.text),
        source=" ".join(article.content[found.start : found.end].split()),
        start=span.start,
        end=span.end,
        kind=found.kind,
        speaker=speaker.of(article.text) if speaker else None,
        cue=cue.of(article.text) if cue else None,
        speaker_span=speaker,
        cue_span=cue,
        confidence=round(found.confidence, 2),
        reasons=found.reasons,
        group=found.chain,
    )
