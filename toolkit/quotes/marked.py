"""What surrounds a quotation: the cue before it, the cue after it, and how it is tied to them."""

from __future__ import annotations

from toolkit.quotes.found import Found
from toolkit.quotes.judge import RELATIVES, Context
from toolkit.quotes.lists import CONJUNCTIONS
from toolkit.quotes.page import COMMAS, Page, Paragraph
from toolkit.quotes.speakers import Speakers
from toolkit.text.cues import Cue
from toolkit.text.marks import Marked

_BLANK = " \t\u00a0\u200e\u200f\u202a\u202b\u202c"
_SHAPES = "«»“”\"'‘’‹›„"
_GOING_ON = frozenset({"قال", "أضاف", "تابع", "وصف", "أكد", "أوضح"})
_MANNERS = frozenset({"مازح", "مزح", "سخر", "علق", "عقب"})
_SO_SAID = frozenset({"هذا", "ما", "كل", "هكذا", "بهذه", "الكلمات", "هو"})


class MarkedReader:
    """Describes the surroundings of quotations on one page."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers

    def context(
        self, paragraph: Paragraph, marked: Marked, begin: int, end: int, cues: list[Cue], lead: Found | None,
        colon_cue: Cue | None, goes_on: bool,
    ) -> Context:  # fmt: skip
        """What surrounds `marked` between `begin` and `end` (its sentence, or the quotation it is in)."""
        page, content = self.page, self.page.content
        head = content[max(begin, marked.start - 4) : marked.start].rstrip(_BLANK + "\u0640")
        before = self._nearest([c for c in cues if c.end <= marked.start], marked, head.endswith(":"))
        subject = (
            self.speakers.after(before, paragraph) if before is not None and before.kind == "verb" else None
        )
        if subject is not None and subject.start <= marked.start < subject.end:
            cues, before, subject = [], None, None
        first = page.word_at(marked.start)
        keys_before = tuple(page.keys(max(begin, marked.start - 60), marked.start))
        touching = keys_before and not page.gap(first).strip(_BLANK + "\u0640" + _SHAPES)
        return Context(
            begin, end, before, self.cue_after(paragraph, marked, cues), head.endswith(":"), colon_cue,
            bool(touching and keys_before[-1] in CONJUNCTIONS), keys_before if touching else (),
            marked.start - begin < 20 and not content[begin : marked.start].strip(_BLANK + "،,.-–—"),
            end - marked.end < 20 and not content[marked.end : end].strip(_BLANK + "،,.!؟?؛…"), lead,
            next((c for c in cues if c.start >= marked.end and c.kind == "own"), None),
            subject.last - subject.first if subject is not None else 0,
            before is not None and page.words[before.first - 1].key == "ما", goes_on, paragraph.number == 0,
        )  # fmt: skip

    def _nearest(self, cues: list[Cue], marked: Marked, colon: bool) -> Cue | None:
        """The last verb or participle; a noun or a source only where there is none.

        A participle far from the mark describes the speaker (قال مشيرا إلى جاره: ...), so the verb counts.
        """
        verbs = [cue for cue in cues if cue.kind in ("verb", "participle")]
        if colon and len(verbs) > 1 and verbs[-1].kind == "participle" and verbs[-2].kind == "verb":
            between = self.page.keys(verbs[-1].end, marked.start)
            if (
                len(between) > 1
                and not any(key in CONJUNCTIONS for key in between)
                and verbs[-1].lemma not in _GOING_ON
            ):
                return verbs[-2]
        if (
            len(verbs) > 1
            and verbs[-1].lemma in _MANNERS
            and verbs[-1].kind == "participle"
            and verbs[-2].reports
        ):
            return verbs[-2]
        if (
            not colon
            and len(verbs) > 1
            and verbs[-1].kind == "verb"
            and verbs[-2].reports
            and self._is_within(verbs[-2], verbs[-1], marked)
        ):
            return verbs[-2]
        if verbs and cues[-1].kind == "noun" and cues[-1] is not verbs[-1] and not colon:
            between = self.page.keys(verbs[-1].end, cues[-1].start)
            if not any(key in CONJUNCTIONS for key in between):
                return cues[-1]
        if colon and len(verbs) > 1 and self.page.words[verbs[-1].first - 1].key in RELATIVES:
            return verbs[-2]
        others = [cue for cue in cues if cue.kind == "noun"] or [cue for cue in cues if cue.kind == "source"]
        nearest = verbs or others
        return nearest[-1] if nearest else None

    def _is_within(self, outer: Cue, inner: Cue, marked: Marked) -> bool:
        """Whether `inner` is only a verb of the clause that `outer` reports: قالت إن الأم رفضت ..."""
        keys = self.page.keys
        reported = any(key in CONJUNCTIONS for key in keys(outer.end, inner.start))
        after = keys(inner.end, marked.start)
        return reported and len(after) > 1 and not any(key in CONJUNCTIONS for key in after)

    def cue_after(self, paragraph: Paragraph, marked: Marked, cues: list[Cue]) -> Cue | None:
        """The cue that closes a quotation: «...»، قال الوزير."""
        page = self.page
        first = index = page.word_at(marked.end)
        while index < paragraph.last and page.words[index].key in _SO_SAID and index < first + 4:
            index += 1
        cue = next((c for c in cues if c.first == index), None)
        if cue is None or cue.kind in ("participle", "noun"):
            return None
        gap = page.content[marked.end : page.words[first].start].strip(_BLANK)
        if gap.strip("،,.-–—؛!؟?"):
            return None
        if cue.kind in ("source", "own"):
            return cue
        joined = page.words[cue.first].key[0] in "وف" and not cue.lemma.startswith(("و", "ف"))
        if joined and COMMAS.isdisjoint(gap):
            return None
        speaker = None if cue.has_object else self.speakers.after(cue, paragraph)
        after = speaker.end if speaker is not None else cue.end
        rest = page.content[after : after + 12].lstrip(_BLANK)
        following = page.word_at(after)
        reports = following < paragraph.last and page.words[following].key in CONJUNCTIONS
        if rest.startswith(":") or (reports and not rest.startswith(("،", ","))):
            return None
        if rest[:1] in '«“”"„‘' and rest[:1] and joined:
            return None
        if "." in gap and ".." not in gap and (joined or (rest and rest[0] not in ".،,؛")):
            return None
        return cue if not joined or speaker is not None else None
