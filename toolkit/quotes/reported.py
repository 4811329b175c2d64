"""Indirect speech: the clause after إن or أن that a cue reports, and sentences that a source is given for."""

from __future__ import annotations

import re

from toolkit.quotes.found import Found
from toolkit.quotes.lists import CONJUNCTIONS, CONTINUING, SO, is_addressee, listed
from toolkit.quotes.page import COMMAS, Page, Paragraph
from toolkit.quotes.speakers import Speakers
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue, is_impersonal

_LONGEST = 3000
"""Characters after a cue that are looked at; a longer sentence is no sentence."""
_SO = re.compile("[،,]\\s*فإن(?:ه|ها|هم)?\\s")
_COMMA = re.compile("[،,]")
_REACH = 25
"""Words between a cue and its conjunction: a long description of the speaker, the place, the day."""

_STOPS = frozenset(":؛;")
_BREAKS = frozenset("،,؛;")
_SUPPOSED = frozenset({"اعتقد", "ظن", "زعم", "قدر", "توقع", "رجح", "افترض"})
"""In the present and without a subject these are passive (يُعتقد أن): nobody's statement."""

_BUT = frozenset(fold(word) for word in ["لكنه", "لكنها", "لكنهم", "لكن", "ولكنه", "ولكنها"])
"""After a comma and before another cue, these go back to the newspaper's own words."""


def reported(page: Page, paragraph: Paragraph, cue: Cue, begin: int, end: int) -> list[Found]:
    """The clauses that `cue` reports in its sentence, in order; empty when no conjunction belongs to it."""
    end = min(end, cue.end + _LONGEST)
    if not cue.reports or cue.kind not in ("verb", "participle", "noun"):
        return []
    first = _conjunction(page, paragraph, cue, end)
    found: list[Found] = []
    while first is not None:
        start = page.words[first].end
        stop, following = _clause_end(page, paragraph, start, end)
        start, stop = page.bare(start, stop)
        if stop > start and _own_words(page, paragraph, start, stop) >= 1:
            found.append(Found(
                start, stop, "indirect", 0.85, "clause after a cue and a conjunction", cue, begin
            ))  # fmt: skip
        first = following
    return found


def _conjunction(page: Page, paragraph: Paragraph, cue: Cue, end: int) -> int | None:
    """The number of the conjunction that belongs to a cue."""
    words = page.words
    near = paragraph.cues_between(cue.end, min(end, cue.end + 500))
    others = {c.first for c in near if c.reports or (c.complement and c.has_object)}
    for index in range(cue.last + 1, min(paragraph.last, cue.last + 1 + _REACH)):
        if words[index].start >= end or index in others:
            return None
        gap = page.gap(index)
        if not _STOPS.isdisjoint(gap):
            return None
        if words[index].key in CONJUNCTIONS and not words[index].key.startswith("و"):
            return None if words[index - 1].key in listed("noreport") else index
    return None


def _clause_end(page: Page, paragraph: Paragraph, start: int, end: int) -> tuple[int, int | None]:
    """Where the reported clause ends, and the number of the conjunction that goes on with the same report."""
    words = page.words
    inside = [(m.start, m.end) for m in paragraph.marked_between(start, end)]
    cues = {c.first: c for c in paragraph.cues_between(start, end)}
    first = page.word_at(start)
    for index in range(first, paragraph.last):
        word = words[index]
        if word.start >= end:
            break
        if any(a <= word.start < b for a, b in inside):
            opens = index > first and any(words[index - 1].end <= a <= word.start for a, _ in inside)
            if opens and words[index - 1].key in _BUT:
                return words[index - 2].end, None
            if opens and not _BREAKS.isdisjoint(page.gap(index)):
                return words[index - 1].end, None
            continue
        gap = page.gap(index)
        comma = index > first and not _BREAKS.isdisjoint(gap)
        key = word.key
        stop = words[index - 1].end if index > first else start
        stop = max([stop, *(b for _, b in inside if b <= word.start)])
        if key in CONTINUING and (comma or (stop > words[index - 1].end and index > first)):
            return stop, index
        if index > first and ":" in gap:
            return words[index - 1].end, None
        if comma and (_leaves(page, index) or ((key in _BUT or key == "ثم") and index + 1 in cues)):
            return stop, None
        cue = cues.get(index)
        if cue is not None and index > first:
            if comma and (cue.kind != "noun" and (cue.says or cue.complement)):
                return stop, None
            if cue.kind == "participle" and _leads_on(page, index, paragraph):
                return stop, None
            if cue.kind in ("own", "source"):
                return stop, None
            joined = key[0] in "وف" and not cue.lemma.startswith(("و", "ف"))
            if joined and cue.kind == "verb" and cue.says and _leads_on(page, index, paragraph):
                return stop, None
    return end - _trailing(page, end), None


def _leaves(page: Page, index: int) -> bool:
    """Whether a word after a comma goes back from the reported clause to the newspaper's own words."""
    key = page.words[index].key
    if key == "في" and index + 1 < len(page.words):
        return page.words[index + 1].key in ("حين", "وقت", "اعقاب", "اشاره", "رد")
    return key in listed("leaves")


def _leads_on(page: Page, index: int, paragraph: Paragraph) -> bool:
    """Whether a cue inside a clause has a conjunction or a colon of its own soon after it."""
    for at in range(index + 1, min(paragraph.last, index + 5)):
        if ":" in page.gap(at) or page.words[at].key in CONJUNCTIONS:
            return True
    return False


def _trailing(page: Page, end: int) -> int:
    """How many characters of closing punctuation stand before `end`."""
    at = end
    while at > 0 and page.content[at - 1] in " \t\u00a0.!?؟…،,؛":
        at -= 1
    return end - at


def _own_words(page: Page, paragraph: Paragraph, start: int, end: int) -> int:
    """Words of a clause outside marks."""
    inside = sum(
        page.word_count(max(m.start, start), min(m.end, end))
        for m in paragraph.marked_between(start, end)
        if m.depth == 0
    )
    return page.word_count(start, end) - inside


def attributed(
    page: Page, paragraph: Paragraph, speakers: Speakers, cue: Cue, begin: int, end: int
) -> Found | None:
    """The sentence that goes with a source (بحسب الوزير) or with a cue at its end (..., قال الجانبان.)."""
    speaker = speakers.after(cue, paragraph)
    after = speaker.end if speaker is not None else cue.end
    if cue.kind == "source" and after == cue.end:
        after = _past_pronoun(page, cue)
    first = page.word_at(begin)
    so = _SO.search(page.content, after, min(end, after + 80)) if cue.kind == "source" else None
    if so is not None:
        return _attributed(page, cue, begin, *page.bare(so.end(), end - _trailing(page, end)))
    rest_start, rest_end = page.bare(after, end - _trailing(page, end))
    if cue.kind == "verb" and speaker is not None and _when_or_where(page, rest_start, rest_end):
        rest_start = rest_end
    if cue.first == first:
        if cue.kind != "source" or page.word_count(rest_start, rest_end) < 3:
            return None
        comma = _COMMA.search(page.content, after, min(rest_end, after + 80))
        rest_start = page.bare(comma.end(), rest_end)[0] if comma else rest_start
        return _attributed(page, cue, begin, _past_conjunction(page, rest_start), rest_end)
    if page.word_count(rest_start, rest_end) > 0 and cue.kind == "source":
        key = page.words[page.word_at(rest_start)].key
        parted = not COMMAS.isdisjoint(page.content[after:rest_start])
        if key in SO and parted:
            return _attributed(page, cue, begin, _past_conjunction(page, rest_start), rest_end)
        if not parted and not _comma_before(page, cue):
            return None
    elif page.word_count(rest_start, rest_end) > 0:
        return None
    joined = page.words[cue.first].key[0] in "وف"
    if page.content[end - 1] == ":" or any(
        c.first == first and c.kind == "verb" for c in paragraph.cues_between(begin, begin + 40)
    ):
        return None
    if cue.kind == "verb" and (not cue.reports or speaker is None or not _comma_before(page, cue) or joined):
        return None
    start, stop = page.bare(begin, cue.start)
    if page.word_count(start, stop) < 3 or is_impersonal(page.words[page.word_at(start)].key):
        return None
    return _attributed(page, cue, begin, start, stop)


def _when_or_where(page: Page, start: int, end: int) -> bool:
    """Whether a few words after a speaker only say when, where or to whom he spoke."""
    keys = page.keys(start, end)
    if not 0 < len(keys) <= 5 or any(key in CONJUNCTIONS for key in keys) or ":" in page.content[start:end]:
        return False
    return keys[0] in listed("stop") or keys[0] == "في" or is_addressee(keys[0])


def _attributed(page: Page, cue: Cue, begin: int, start: int, end: int) -> Found | None:
    return (
        Found(start, end, "indirect", 0.75, "sentence with its source", cue, begin) if end > start else None
    )


def _past_pronoun(page: Page, cue: Cue) -> int:
    """The end of the cue with the pronoun after it (وفقا لها)."""
    following = cue.last + 1
    if following < len(page.words) and page.words[following].key in ("له", "لها", "لهم"):
        return page.words[following].end
    return cue.end


def _past_conjunction(page: Page, start: int) -> int:
    index = page.word_at(start)
    if index < len(page.words) and (page.words[index].key in CONJUNCTIONS or page.words[index].key in SO):
        return page.bare(page.words[index].end, len(page.content))[0]
    return start


def _comma_before(page: Page, cue: Cue) -> bool:
    return not COMMAS.isdisjoint(page.gap(cue.first))


def is_negligible(page: Page, cue: Cue) -> bool:
    """Whether a cue opens the newspaper's own reminder (يشار إلى أن) or is none here (كتب عليها)."""
    key = page.words[cue.first].key
    following = page.words[cue.last + 1].key if cue.last + 1 < len(page.words) else ""
    if is_impersonal(key) and following in ("الي", "ان", "بالذكر", "هنا"):
        return True
    if cue.lemma in ("رفض", "طلب", "اشترط") and following in ("الكشف", "عدم", "ذكر", "نشر", "التعليق"):
        return True
    if cue.lemma == "نقل":
        return not _soon(page, cue, "عن", 7)
    if (
        cue.lemma in _SUPPOSED
        and following in CONJUNCTIONS
        and key.lstrip("و").startswith("ي")
        and not following.startswith("ب")
    ):
        return True
    if cue.lemma == "عبر":
        return not _soon(page, cue, "عن", 5)
    if cue.lemma == "لفت" and cue.kind == "participle":
        return following != "الي"
    return cue.lemma == "كتب" and following in ("عليها", "عليه", "فيها")


def _soon(page: Page, cue: Cue, key: str, reach: int) -> bool:
    """Whether a word comes among the next few after a cue."""
    return any(word.key == key for word in page.words[cue.last + 1 : cue.last + 1 + reach])
