"""Statements in marks: which quotations are somebody's words, whose, and of which kind.

A quotation is a statement when something ties it to a cue: a colon, the cue right before or after it, a
conjunction (إن «...»), a reported clause around it, or a verb that takes a phrase (وصفه بـ«...»). What no cue
reaches is a name, a title or irony, unless it stands as a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.quotes.clauses import clause_weight
from toolkit.quotes.found import Found
from toolkit.quotes.lists import CONJUNCTIONS, announces
from toolkit.quotes.page import Page
from toolkit.text.cues import Cue
from toolkit.text.marks import Marked
from toolkit.types import QuoteKind

_REACH = 30
"""Words between a cue and a phrase in the clause that it reports."""
_OBJECT_REACH = 8
"""Words between a verb (with its subject) and a phrase in marks that is its object."""
_WRITTEN = frozenset(
    {"كتب", "كتبت", "نقش", "نقشت", "لافته", "لافتات", "شعار", "عنوان", "بعنوان", "عليها", "اللافته", "شعارات"}
)
_PREPOSITIONS = frozenset({"الي", "علي", "عن", "من", "ب", "في"})
_NAMING = frozenset({"سمى", "أسمى"})
_DEMANDS = _NAMING | {
    "أعرب",
    "عبر",
    "أبدى",
    "تحدث",
    "عزا",
    "شبه",
    "أشاد",
    "أثنى",
    "رحب",
    "طلب",
    "طالب",
    "دعا",
}
_DEMANDS |= {"حث", "ناشد", "وصف", "اعتبر", "عد"}
"""Verbs whose object may well be a bare noun phrase in marks."""
RELATIVES = frozenset({"ما", "الذي", "التي", "الذين", "مما", "بما", "حيث"})
"""Words that open a clause about the noun before them, folded."""


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
    source_after: Cue | None
    subject_words: int
    so_called: bool
    goes_on: bool
    headline: bool


Verdict = tuple[QuoteKind, Cue | None, float, str]


def judge(page: Page, marked: Marked, keys: list[str], context: Context) -> Verdict | None:
    """Kind, cue, confidence and reason of a quotation that is a statement; None for a name or a title."""
    if not keys:
        return None
    weight, size = clause_weight(keys), len(keys)
    if context.colon:
        cue = context.before or context.previous_colon
        if cue is not None:
            return "direct", cue, 0.97, "after a cue and a colon"
        written = any(key in _WRITTEN for key in context.keys_before[-10:])
        return ("direct", None, 0.75, "after a colon") if not written and (size >= 3 or weight) else None
    if context.previous_colon is not None and context.opens_sentence and context.before is None:
        return "direct", context.previous_colon, 0.95, "paragraph after a cue and a colon"
    named = _is_named(context)
    if named and not (weight and size >= 4):
        return None
    return (
        _closed_by_cue(context, size, weight)
        or (context.before and _led_by_cue(page, marked, context, context.before, size, weight))
        or _alone(context, size, weight)
    )


def _is_named(context: Context) -> bool:
    """Whether the word before announces a name: صحيفة «...», المعروف بـ«...», لـ«...»."""
    before = context.keys_before
    if not before:
        return False
    if before[-1] == "ل" or announces("named", before[-1]) or announces("naming", before[-1]):
        return True
    return before[-1] == "ب" and any(announces("naming", key) for key in before[-4:-1])


def _closed_by_cue(context: Context, size: int, weight: int) -> Verdict | None:
    cue = context.after
    if cue is None or not (context.before is None or context.opens_sentence or size >= 4):
        return None
    if cue.kind == "verb" and (size >= 3 or weight or context.opens_sentence):
        return ("direct" if size >= 3 or context.opens_sentence else "partial"), cue, 0.95, "before a cue"
    if cue.kind != "verb":
        return ("direct" if context.opens_sentence else "partial"), cue, 0.9, "before a cue"
    return None


def _led_by_cue(
    page: Page, marked: Marked, context: Context, before: Cue, size: int, weight: int
) -> Verdict | None:
    if before.says and before.last + 1 == page.word_at(marked.start) and not before.has_object:
        return ("direct" if size >= 3 else "partial"), before, 0.93, "right after a cue"
    between = page.keys(before.end, marked.start)
    lead = context.lead
    if lead is not None and lead.kind == "direct" and lead.cue is not None and weight:
        aside = before.kind == "participle" and before.start >= lead.outer_end
        if lead.cue is before or (aside and not any(key in CONJUNCTIONS for key in between)):
            return "direct", lead.cue, 0.85, "goes on after an interruption"
    if context.conjunction and len(between) <= _REACH:
        bare = context.keys_before[-1].lstrip("وب") in ("ان", "ن")
        clause = before.reports and weight > 0 and size >= (4 if bare else 6)
        return ("direct" if clause else "partial"), before, 0.92, "after a cue and a conjunction"
    if before.reports and len(between) <= _REACH and any(key in CONJUNCTIONS for key in between):
        return "partial", before, 0.85, "in a reported clause"
    if before.complement and _is_object(context, between, before, weight):
        return "partial", before, 0.8, "object of a cue"
    if before.says and weight and size >= 5 and len(between) <= _REACH:
        return "direct", before, 0.75, "clause after a cue"
    near = len(between) - context.subject_words <= 1
    if before.says and near and (size >= 3 or weight) and "في" not in between[-3:]:
        return ("direct" if weight else "partial"), before, 0.7, "clause after a cue"
    if before.kind == "source":
        return ("direct" if weight and size >= 4 else "partial"), before, 0.75, "after a source"
    if context.source_after is not None:
        return "partial", context.source_after, 0.75, "in a sentence with its source"
    return None


def _is_object(context: Context, between: list[str], cue: Cue, weight: int) -> bool:
    """Whether a phrase is what a verb takes: دعا إلى «...», استبعد «...»."""
    if cue.lemma in _NAMING and not context.so_called:
        return False
    after_subject = between[context.subject_words :]
    if between and between[-1] in _PREPOSITIONS and cue.lemma in _DEMANDS and len(between) <= 14:
        return True
    if len(after_subject) > _OBJECT_REACH or any(key in RELATIVES for key in after_subject):
        return False
    return len(after_subject) <= 1 or weight > 0 or cue.category != "neutral" or cue.lemma in _DEMANDS


def _alone(context: Context, size: int, weight: int) -> Verdict | None:
    """A quotation that no cue reaches."""
    if context.source_after is not None:
        return "partial", context.source_after, 0.75, "in a sentence with its source"
    if (
        context.opens_sentence
        and context.closes_sentence
        and weight
        and size >= (3 if context.goes_on else 5)
    ):
        return "direct", None, 0.6, "a sentence of its own"
    reads_well = (weight >= 1 and size >= 3) if context.headline else (weight >= 2 and size >= 6)
    if reads_well and (context.opens_sentence or context.closes_sentence):
        return ("direct" if context.opens_sentence else "partial"), None, 0.5, "reads as a statement"
    return None
