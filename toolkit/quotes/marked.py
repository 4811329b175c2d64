"""Statements in marks: which quotations are somebody's words, whose, and of which kind.

A quotation is a statement when something ties it to a cue: a colon, the cue right before or after it, a
conjunction (إن «...»), a reported clause around it, or a verb that takes a phrase (وصفه بـ«...»). What no cue
reaches is a name, a title or irony, unless it stands as a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.quotes.clauses import clause_weight, is_clause
from toolkit.quotes.found import Found
from toolkit.quotes.lists import CONJUNCTIONS, listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.speakers import Speakers
from toolkit.text.cues import Cue
from toolkit.text.marks import Marked
from toolkit.types import QuoteKind

_REACH = 30
"""Words between a cue and a phrase in the clause that it reports."""
_OBJECT_REACH = 12
"""Words between a verb and a phrase in marks that is its object."""


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a quotation: its sentence, the nearest cue before it there, the one right after it."""

    begin: int
    end: int
    before: Cue | None
    after: Cue | None
    colon: bool
    previous_colon: Cue | None
    conjunction: bool
    keys_before: tuple[str, ...]
    opens_sentence: bool
    closes_sentence: bool
    lead: Found | None


def judge(page: Page, marked: Marked, keys: list[str], context: Context) -> tuple[QuoteKind, Cue | None, float, str] | None:
    """Kind, cue, confidence and reason of a quotation that is a statement; None for a name or a title."""
    before = context.before
    last = context.keys_before[-1] if context.keys_before else ""
    named = any(key in listed("named") for key in context.keys_before[-1:]) or last in ("ل", "المعروفه", "ب") and any(
        key in listed("named") for key in context.keys_before[-3:]
    )
    weight, size = clause_weight(keys), len(keys)
    if not size:
        return None
    if context.colon:
        cue = before or context.previous_colon
        if cue is not None:
            return "direct", cue, 0.97, "after a cue and a colon"
        if size >= 4 or weight:
            return "direct", None, 0.75, "after a colon"
        return None
    if context.previous_colon is not None and context.opens_sentence and before is None:
        return "direct", context.previous_colon, 0.95, "paragraph after a cue and a colon"
    if last == "ل" and not weight:
        return None
    if context.after is not None and (before is None or context.opens_sentence or size >= 4):
        if size >= 3 or weight or context.opens_sentence:
            kind: QuoteKind = "direct" if size >= 3 or context.opens_sentence else "partial"
            return (kind if context.opens_sentence or context.after.kind == "verb" else "partial"), context.after, 0.95, "before a cue"
    if before is not None:
        if before.kind == "participle" or page.word_count(before.end, marked.start) <= 4:
            if before.says and before.last + 1 == page.word_at(marked.start) and not before.has_object:
                return ("direct" if size >= 3 else "partial"), before, 0.93, "right after a cue"
        if context.conjunction:
            direct = size >= 4 and weight > 0 and before.says and before.category != "neutral" or (
                size >= 6 and weight > 1 and before.says
            )
            return ("direct" if direct else "partial"), before, 0.92, "after a cue and a conjunction"
        reported = any(key in CONJUNCTIONS for key in page.keys(before.end, marked.start))
        if named and not (weight and size >= 4):
            return None
        if context.lead is not None and context.lead.kind == "direct" and is_clause(keys):
            return "direct", context.lead.cue, 0.85, "goes on after an interruption"
        distance = page.word_count(before.end, marked.start)
        if reported and before.says and distance <= _REACH:
            return "partial", before, 0.85, "in a reported clause"
        if before.complement and distance <= _OBJECT_REACH and not named:
            return "partial", before, 0.8, "object of a cue"
        if before.says and weight and size >= 5:
            return "direct", before, 0.75, "clause after a cue"
    if context.opens_sentence and context.closes_sentence and size >= 5 and weight:
        return "direct", None, 0.6, "a sentence of its own"
    if (context.opens_sentence or context.closes_sentence) and size >= 6 and weight >= 2 and not named:
        return "direct", None, 0.5, "reads as a statement"
    return None


class MarkedReader:
    """Goes through the marks of a paragraph and keeps what are statements."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers

    def context(
        self, paragraph: Paragraph, marked: Marked, begin: int, end: int, cues: list[Cue], lead: Found | None,
        colon_cue: Cue | None,
    ) -> Context:  # fmt: skip
        """What surrounds `marked` between `begin` and `end` (its sentence, or the quotation it is in)."""
        page = self.page
        content = page.content
        left = begin if lead is None else max(begin, lead.outer_end)
        head = content[max(left, marked.start - 4) : marked.start].rstrip(" \t\u00a0\u200e\u200f\u202a\u202b\u202c\u0640")
        near = [cue for cue in cues if begin <= cue.start and cue.end <= marked.start]
        before = near[-1] if near else None
        first = page.word_at(marked.start)
        keys_before = tuple(page.keys(max(begin, marked.start - 60), marked.start))
        touching = first > 0 and page.words[first - 1].start >= begin and not page.gap(first).strip(" \u00a0\u0640«»“”\"'‘’‹›„")
        return Context(
            begin, end, before, self.cue_after(paragraph, marked, end, cues), head.endswith(":"), colon_cue,
            bool(touching and keys_before and keys_before[-1] in CONJUNCTIONS), keys_before,
            not content[begin : marked.start].strip(" \t\u00a0\u200e\u200f\u202b\u202c،,.-–—"),
            not content[marked.end : end].strip(" \t\u00a0\u200e\u200f\u202b\u202c،,.!؟?؛…"), lead,
        )  # fmt: skip

    def cue_after(self, paragraph: Paragraph, marked: Marked, end: int, cues: list[Cue]) -> Cue | None:
        """The cue that closes a quotation: «...»، قال الوزير."""
        page = self.page
        index = page.word_at(marked.end)
        cue = next((c for c in cues if c.first == index), None)
        if cue is None or cue.kind in ("participle", "noun"):
            return None
        gap = page.content[marked.end : cue.start].strip(" \t\u00a0\u200e\u200f")
        if gap.strip("،,.-–—؛!؟?"):
            return None
        if cue.kind in ("source", "own"):
            return cue
        joined = page.words[cue.first].key[0] in "وف" and not cue.lemma.startswith(("و", "ف"))
        if joined and not any(c in "،," for c in gap):
            return None
        speaker = None if cue.has_object else self.speakers.after(cue, paragraph)
        after = speaker.end if speaker is not None else cue.end
        rest = page.content[after : after + 12].lstrip(" \t\u00a0\u200e\u200f")
        following = page.word_at(after)
        if rest.startswith(":") or (following < paragraph.last and page.words[following].key in CONJUNCTIONS and not rest.startswith(("،", ","))):
            return None
        if rest[:1] in "«“”\"„‘" and rest[:1] and joined:
            return None
        if "." in gap and (joined or (rest and rest[0] not in ".،,؛")):
            return None
        return cue if not joined or speaker is not None else None
