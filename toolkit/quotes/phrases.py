"""The noun phrase that describes a speaker: title, institution, name, with an apposition after a comma."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from toolkit.quotes.lists import CONJUNCTIONS, announces, is_addressee, listed
from toolkit.quotes.page import COMMAS, Page, Paragraph
from toolkit.text.cues import Gender
from toolkit.text.marks import Marked

_LONGEST = 14
"""Words in a description of a speaker; a longer one is most likely misread."""
_HARD = frozenset(":.!?؟…;؛()[]|\n")
_NO_NAMES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speaker:
    """A description of a speaker: `content[start:end]`, words `first` to `last` (exclusive)."""

    start: int
    end: int
    first: int
    last: int
    gender: Gender | None = None


def described(
    page: Page,
    paragraph: Paragraph,
    first: int,
    gender: Gender | None,
    *,
    prefixed: bool = False,
    heads: bool = False,
    names: Container[str] = _NO_NAMES,
) -> Speaker | None:
    """The noun phrase of at most 14 words that starts with word `first`, with its apposition.

    `prefixed`: the first word may have ل attached (وفقا للوزير), which is not part of the name. `heads`: the
    phrase is looked for where a sentence starts, so what stands before it does not matter. `names` are
    last words of names known already: they end the phrase.
    """
    last = _phrase_end(page, paragraph, first, names, heads=heads)
    if last <= first or (not prefixed and is_addressee(page.words[first].key)):
        return None
    start = page.words[first].start
    key = page.words[first].key
    if prefixed and key.startswith("ل") and not key.startswith("لل") and len(key) > 3 and key not in names:
        start += 1
    comma = last < paragraph.last and not COMMAS.isdisjoint(page.gap(last))
    if comma and is_title(page, first) and not _is_remark(page.words[last].key):
        second = _phrase_end(page, paragraph, last, names, heads=True)
        if last < second <= last + 7 and _closed_off(page, paragraph, second, strictly=prefixed):
            last = second
    return Speaker(start, _end_of(page, paragraph, last), first, last, gender)


def _is_remark(key: str) -> bool:
    """Whether a comma and this word say to whom, or that a source wants no name (طلب عدم ذكر اسمه)."""
    return is_addressee(key) or key in ("طلب", "طلبت", "رفض", "رفضت", "فضل", "فضلت", "اشترط", "اشترطت")


def _end_of(page: Page, paragraph: Paragraph, last: int) -> int:
    """The end of word `last - 1`, with the mark that closes a name in marks there."""
    end = page.words[last - 1].end
    for marked in paragraph.marked_between(end - 80, end):
        if marked.closed and marked.inner_end == end:
            return marked.end
    return end


def is_title(page: Page, index: int) -> bool:
    """Whether a description of a person starts with word `index`."""
    key = page.words[index].key
    return key in listed("title") or (key[0] in "لب" and key[1:] in listed("title"))


def _closed_off(page: Page, paragraph: Paragraph, index: int, *, strictly: bool) -> bool:
    """Whether an apposition ends before word `index` as one does: at a comma, colon, mark or conjunction."""
    if index >= paragraph.last:
        return not strictly
    if any(c in '،,:؛"“«”(' for c in page.gap(index)):
        return True
    key = page.words[index].key
    return not strictly and (
        key in CONJUNCTIONS
        or key in listed("stop")
        or key == "في"
        or is_addressee(key)
        or paragraph.starts_cue(index)
    )


def _phrase_end(
    page: Page, paragraph: Paragraph, first: int, names: Container[str], *, heads: bool = False
) -> int:
    """The number of the word after the noun phrase that starts with word `first` (`first`: there is none)."""
    words = page.words
    limit = min(paragraph.last, first + _LONGEST)
    index = first
    while index < limit:
        key = words[index].key
        if _ends_before(page, paragraph, first, index, "" if heads and index == first else page.gap(index)):
            break
        opened = (
            None
            if heads and index == first
            else _opened_in(paragraph, words[index - 1].end, words[index].start)
        )
        if opened is not None:
            if index == first or not _holds_name(page, opened, index):
                break
            index = page.word_at(opened.end)
            continue
        if key in ("في", "من") and not _continues(page, first, index, limit):
            break
        index += 1
        if key in names and not (index < limit and _same_name(page, index, names)):
            break
    if (
        index < limit
        and words[index].key in ("عليها", "عليه", "لها", "له")
        and words[index - 1].key.endswith("ت")
    ):
        index -= 1
    while index > first and words[index - 1].key in ("في", "من", "و", "قد", "ب", "ل"):
        if page.content.startswith(".", words[index - 1].end):
            break
        index -= 1
    return index


def _same_name(page: Page, index: int, names: Container[str]) -> bool:
    return page.words[index].key in names and not page.gap(index).strip()


def _ends_before(page: Page, paragraph: Paragraph, first: int, index: int, gap: str) -> bool:
    """Whether a phrase that starts with word `first` cannot hold word `index` after `gap`."""
    key = page.words[index].key
    if not COMMAS.isdisjoint(gap):
        return True
    if not _HARD.isdisjoint(gap) and not (
        gap.strip() == "." and len(page.words[index - 1].key) == 1 and index > first
    ):
        return True
    if key in CONJUNCTIONS or (
        paragraph.starts_cue(index) and not (index == first and key in listed("title"))
    ):
        return True  # يقول طالب: after a verb of saying طالب is a student
    if key in listed("stop") and not page.content.startswith("إمام", page.words[index].start):
        return True
    if index == first:
        if (
            key.startswith("ب")
            and key.endswith(("ه", "ها"))
            and not page.content.startswith("ة", page.words[index].end - 1)
        ):
            return True
        return key in ("ب", "و", "في", "من", "قد", "ل") or page.content.startswith(
            "فإ", page.words[index].start
        )
    if (
        is_addressee(key)
        or key == "ل"
        or _like_participle(key)
        or (key[0] == "ف" and key[-1] == "ت" and len(key) > 4)
    ):
        return True
    return _is_recipient(page, first, index) or (key.startswith("بال") and index - first >= 2)


def _is_recipient(page: Page, first: int, index: int) -> bool:
    """Whether word `index` with ل says to whom, and does not go on with a title (المدير العام للشركة)."""
    key = page.words[index].key
    if not (key.startswith("لل") or (key.startswith("ل") and key[1:] in listed("body"))):
        return False
    head = page.words[first].key
    going_on = page.words[index - 1].key.startswith("ال") and (
        head in listed("title") or head in listed("body")
    )
    return not (going_on and index - first <= 3)


def _like_participle(key: str) -> bool:
    """Whether a folded word is a circumstance such as مستخدما or متجاهلا, and no name."""
    return len(key) > 5 and key.endswith("ا") and key.startswith(("مست", "مت"))


def _opened_in(paragraph: Paragraph, start: int, end: int) -> Marked | None:
    inside = paragraph.marked_between(start, end)
    return inside[0] if inside else None


def _holds_name(page: Page, marked: Marked, index: int) -> bool:
    """Whether marks within a description hold a name: مدرب «النجمة» البرتغالي."""
    if not marked.closed or not 0 < page.word_count(marked.start, marked.end) <= 4:
        return False
    before = page.words[index - 1].key
    if before in listed("title"):
        return not before.startswith("ال")
    return announces("named", before) or before in ("في", "باسم")


def _continues(page: Page, first: int, index: int, limit: int) -> bool:
    """Whether في or من after a title goes on describing: كبير الاقتصاديين في بنك, واحد من السكان."""
    if index + 1 >= limit or not is_title(page, first):
        return False
    following = page.words[index + 1].key
    return (
        following not in listed("occasion")
        and following not in listed("stop")
        and following not in CONJUNCTIONS
    )
