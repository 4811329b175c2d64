"""Every statement of an Arabic article: what is in marks, what a label or a colon gives, what is reported."""

from __future__ import annotations

from toolkit.quotes.blocks import BlockReader
from toolkit.quotes.found import Found
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker, described
from toolkit.quotes.quotations import Quotations
from toolkit.quotes.reported import attributed, is_negligible, reported
from toolkit.quotes.speakers import Speakers
from toolkit.text.cues import Cue
from toolkit.types import Article, Quote

_REACH = 300
"""Characters before a quotation in which its cue is looked for."""
_BLANK = " \t\u00a0\u200e\u200f"


def find_quotes(article: Article) -> list[Quote]:
    """The statements of an Arabic article with their speakers, by position; never raises.

    Kinds and extents follow `types.Quote`. A quotation within a quotation and a quoted phrase within a
    reported clause are entries of their own. Spans of `article.furniture` hold none.

    >>> text = 'قال الوزير: «لن نتراجع».'
    >>> quote, = find_quotes(Article("a", text, content=text, origins=range(len(text) + 1)))
    >>> quote.text, quote.kind, quote.speaker, quote.cue
    ('لن نتراجع', 'direct', 'الوزير', 'قال')
    """
    found = _Finder(Page(article)).run()
    return [_quote(article, number, item) for number, item in enumerate(found, 1)]


class _Finder:
    """Reads one page; the speakers of a paragraph are settled when all its statements are known."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.speakers = Speakers(page)
        self.marks = Quotations(page, self.speakers)
        self.blocks = BlockReader(page, self.speakers)
        self.chains = 0

    def run(self) -> list[Found]:
        """Paragraph by paragraph."""
        found: list[Found] = []
        for paragraph in self.page.paragraphs:
            here = self.marks.read(paragraph)
            here += self._reported(paragraph, here)
            here += self.blocks.read(paragraph, here, self.marks.colon)
            following = self._closing_colon(paragraph)
            if following is None and paragraph.bullet and self._bullet_follows(paragraph):
                following = self.marks.colon
            self.marks.colon = following
            self._settle(paragraph, here)
            found += here
        found = [item for item in found if item.end > item.start]
        return sorted(found, key=lambda item: (item.start, -item.end))

    def _bullet_follows(self, paragraph: Paragraph) -> bool:
        following = self.page.paragraphs[paragraph.number + 1 : paragraph.number + 2]
        return bool(following) and following[0].bullet

    def _closing_colon(self, paragraph: Paragraph) -> Cue | None:
        """The cue of a paragraph that ends with a colon."""
        if self.page.content[paragraph.end - 1] != ":":
            return None
        cues = [c for c in paragraph.cues_between(paragraph.sentences[-1][0], paragraph.end) if c.says]
        cues = [c for c in cues if not is_negligible(self.page, c)]
        verbs = [c for c in cues if c.kind in ("verb", "participle")]
        nearest = verbs or cues
        return nearest[-1] if nearest else None

    def _reported(self, paragraph: Paragraph, here: list[Found]) -> list[Found]:
        """The reported clauses of a paragraph, and sentences whose source is given."""
        found: list[Found] = []
        at = 0
        for begin, end in paragraph.sentences:
            while at < len(here) and here[at].outer_end <= begin:
                at += 1
            quoted = [f for f in here[at : at + 12] if f.depth == 0 and f.outer_start < end]
            closed = self._closed_by_cue(paragraph, begin, end) if not quoted else None
            if closed is not None:
                found.append(closed)
                continue
            for cue in paragraph.cues_between(begin, end):
                if any(f.outer_start <= cue.start < f.outer_end for f in quoted) or is_negligible(
                    self.page, cue
                ):
                    continue
                if any(f.start <= cue.start < f.end for f in found[-4:]):
                    continue
                items = reported(self.page, paragraph, cue, begin, end)
                free = not items and not quoted and not (found and found[-1].start >= begin)
                if free and cue.kind in ("source", "verb", "own"):
                    item = attributed(self.page, paragraph, self.speakers, cue, begin, end)
                    items = [item] if item is not None else []
                found += [
                    i
                    for i in items
                    if not any(f.outer_start <= i.start and i.end <= f.outer_end for f in quoted)
                ]
        return found

    def _closed_by_cue(self, paragraph: Paragraph, begin: int, end: int) -> Found | None:
        """A sentence whose last words name its speaker: ..., قال الجانبان يوم الثلاثاء."""
        cues = paragraph.cues_between(max(begin, end - 120), end)
        last = next((c for c in reversed(cues) if c.kind == "verb"), None)
        if last is None or is_negligible(self.page, last):
            return None
        return attributed(self.page, paragraph, self.speakers, last, begin, end)

    def _settle(self, paragraph: Paragraph, here: list[Found]) -> None:
        """Name the speakers in the order in which the statements are introduced."""
        for item in sorted(here, key=Found.order):
            if item.lead is not None:
                item.speaker, item.cue = item.lead.speaker, item.lead.cue
                if item.joined:
                    self._chain(item, item.lead)
                continue
            if not item.settled:
                item.speaker = self._speaker(paragraph, item)
            if item.speaker is not None and item.depth == 0:
                self.speakers.remember(item.speaker)

    def _chain(self, item: Found, lead: Found) -> None:
        if lead.chain is None:
            self.chains += 1
            lead.chain = self.chains
        item.chain = lead.chain

    def _speaker(self, paragraph: Paragraph, item: Found) -> Speaker | None:
        cue = item.cue
        if cue is not None and cue.person == 1 and paragraph.number and self.blocks.interviewee is not None:
            return self.blocks.interviewee
        if cue is not None:
            if cue.start < paragraph.start:
                while paragraph.number and paragraph.start > cue.start:
                    paragraph = self.page.paragraphs[paragraph.number - 1]
                return self.speakers.of_cue(cue, paragraph, paragraph.sentences[-1][0])
            return self.speakers.of_cue(cue, paragraph, min(item.begin, cue.start))
        return (
            self._label(paragraph, item)
            or self._signature(paragraph, item)
            or self.speakers.named_between(item.begin, item.outer_start)
            or self.speakers.last(None)
        )

    def _signature(self, paragraph: Paragraph, item: Found) -> Speaker | None:
        """The speaker in the line below a quotation that stands alone: (وزير الدفاع، في مؤتمر) or – فلان."""
        following = self.page.paragraphs[paragraph.number + 1 : paragraph.number + 2]
        if not following or item.outer_start != paragraph.start:
            return None
        below = following[0]
        signs = below.dash or self.page.content[below.start] in "(["
        if not signs or below.marked or self.page.word_count(below.start, below.end) > 20:
            return None
        return described(self.page, below, below.first, None, heads=True)

    def _label(self, paragraph: Paragraph, item: Found) -> Speaker | None:
        """The speaker named by himself before a colon: المدرب: «...»."""
        if not 0 < item.outer_start - item.begin < 120:
            return None
        first = self.page.word_at(item.begin)
        named = described(self.page, paragraph, first, None, heads=True)
        if named is None or named.end > item.outer_start:
            return None
        rest = self.page.content[named.end : item.outer_start].strip(_BLANK)
        head = self.page.words[first].key
        known = (
            head in listed("title")
            or head in listed("body")
            or self.speakers.is_name(self.page.words[named.last - 1].key)
        )
        if rest == ":" and (known or named.last - named.first <= 3):
            item.cue_start = self.page.content.rfind(":", named.end, item.outer_start)
            item.cue_end = item.cue_start + 1
            return named
        return named if known and rest.endswith(":") else None


def _quote(article: Article, number: int, found: Found) -> Quote:
    span = article.span(found.start, found.end)
    speaker = article.span(found.speaker.start, found.speaker.end) if found.speaker else None
    place = found.cue_span()
    cue = article.span(*place) if place else None
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
        reasons=(found.reason,),
        group=found.chain,
    )
