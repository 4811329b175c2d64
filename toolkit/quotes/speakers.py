"""Who speaks: the description after the verb or before it, or the last one who spoke.

Arabic agrees the verb with a subject that follows it (قالت الوزيرة), so the verb's gender chooses among those
already introduced when the verb stands alone (وأضافت).
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.quotes.lists import CONJUNCTIONS, is_addressee, listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.text.cues import Cue, Gender
from toolkit.text.marks import Marked

_LONGEST = 14
"""Words in a description of a speaker; a longer one is most likely misread."""

_HARD = ":.!?؟…;؛()[]|\n"
_LEADING = frozenset({"اما", "واما", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "بدوره", "بدورها", "غير", "ان", "فان", "حتي"})
_CARRIED = frozenset({"من", "جهته", "جهتها", "جانبه", "جانبها", "بدوره", "بدورها", "ناحيته", "ناحيتها"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A description of a speaker: `content[start:end]`, words `first` to `last` (exclusive)."""

    start: int
    end: int
    first: int
    last: int
    gender: Gender | None = None


class Speakers:
    """Those who have spoken so far, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._known: list[Speaker] = []
        self._names: dict[str, Gender | None] = {}

    def remember(self, speaker: Speaker) -> None:
        """Make `speaker` the last one who spoke."""
        self._known.append(speaker)
        if len(self._known) > 40:
            del self._known[:20]
        words = self.page.words[speaker.first : speaker.last]
        if words and words[-1].key not in listed("title") and words[-1].key not in listed("body"):
            self._names[words[-1].key] = speaker.gender

    def last(self, gender: Gender | None) -> Speaker | None:
        """The last one who spoke and may be of this gender."""
        for speaker in reversed(self._known):
            if gender is None or speaker.gender is None or speaker.gender == gender:
                return speaker
        return None

    def is_name(self, key: str) -> bool:
        """Whether a folded word is the last word of somebody's name so far."""
        return key in self._names

    def named_between(self, start: int, end: int) -> Speaker | None:
        """The first one in a stretch of text whose name is known already."""
        first = self.page.word_at(start)
        for index in range(first, min(self.page.word_at(end), first + 40)):
            word = self.page.words[index]
            if word.key in self._names:
                return Speaker(word.start, word.end, index, index + 1, self._names[word.key])
        return None

    def of_cue(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The speaker of a cue in the sentence that begins at `begin`; None when nobody is named."""
        if cue.person == 0 or cue.kind == "own":
            return self.last(_own_gender(cue)) if cue.kind == "own" else None
        found = None
        if cue.person == 3 and cue.kind in ("verb", "source", "noun") and not _pronoun_only(cue):
            found = self.after(cue, paragraph)
        if found is None and cue.kind in ("verb", "participle"):
            found = self._before(cue, paragraph, begin)
        return found or self.last(_own_gender(cue) if cue.kind == "noun" else cue.gender)

    def after(self, cue: Cue, paragraph: Paragraph) -> Speaker | None:
        """The description that follows a cue."""
        first = cue.last + 1
        return described(self.page, paragraph, first, cue.gender, prefixed=cue.kind in ("source", "noun"))

    def _before(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The subject at the head of the sentence, a named one in it, or the subject of the main verb."""
        page = self.page
        first = page.word_at(begin)
        while first < cue.first and page.words[first].key in _LEADING:
            first += 1
        main = next((c for c in paragraph.cues_between(begin, cue.start) if c.kind == "verb" and c.gender), None)
        if main is not None and not any(main.start < m.end for m in paragraph.marked_between(begin, main.start)):
            found = None if _pronoun_only(main) else self.after(main, paragraph)
            if found is not None and found.last <= cue.first:
                return found
        if first < cue.first and not _cannot_head(page.words[first].key):
            found = described(page, paragraph, first, cue.gender)
            if found is not None and found.last <= cue.first and self._heads(found, cue):
                return found
        for index in range(cue.first - 1, first - 1, -1):
            key = page.words[index].key
            if key in self._names and self._names[key] in (None, cue.gender):
                return Speaker(page.words[index].start, page.words[index].end, index, index + 1, cue.gender)
        return None

    def _heads(self, found: Speaker, cue: Cue) -> bool:
        """Whether a description at the head of a sentence is the subject of the cue."""
        page = self.page
        if found.last == cue.first:
            return found.last - found.first <= 8
        between = page.gap(found.last)
        key = page.words[found.last].key
        head = page.words[found.first].key
        definite = head.startswith("ال") or head in listed("title") or head in listed("body") or head in self._names
        return definite and (any(c in between for c in "،,") or key.startswith(("الذي", "التي", "قد", "وهو", "وهي")))


def _pronoun_only(cue: Cue) -> bool:
    return cue.kind == "noun" and " " not in cue.lemma and cue.lemma[-1] in "هم" or cue.lemma.endswith("ها")


def _own_gender(cue: Cue) -> Gender | None:
    return "f" if cue.lemma.endswith("ها") else "m" if cue.lemma.endswith("ه") else None


def _cannot_head(key: str) -> bool:
    """Whether a sentence that starts with this word does not start with its subject."""
    return key in listed("stop") or key in CONJUNCTIONS or key in ("في", "وفي", "من", "ومن", "وعن", "وردا", "ب", "وعند")


def described(
    page: Page, paragraph: Paragraph, first: int, gender: Gender | None, *, prefixed: bool = False
) -> Speaker | None:
    """The noun phrase of at most 14 words that starts with word `first`, with its apposition.

    `prefixed`: the first word may have ل attached (وفقا للوزير), which is not part of the name.
    """
    last = _phrase_end(page, paragraph, first)
    if last <= first:
        return None
    start = page.words[first].start
    if prefixed and page.words[first].key.startswith("ل") and not page.words[first].key.startswith("لل"):
        start += 1 if len(page.words[first].key) > 3 else 0
    elif prefixed and page.words[first].key.startswith("لل"):
        start += 1 if page.words[first].key not in listed("title") else 0
    if _is_title(page, first) and last < paragraph.last and "،" in page.gap(last).replace(",", "،"):
        second = _phrase_end(page, paragraph, last)
        if last < second <= last + 7 and not is_addressee(page.words[last].key) and _closed_off(page, paragraph, second):
            last = second
    return Speaker(start, _end_of(page, paragraph, last), first, last, gender)


def _end_of(page: Page, paragraph: Paragraph, last: int) -> int:
    """The end of word `last - 1`, with the mark that closes a name in marks there."""
    end = page.words[last - 1].end
    for marked in paragraph.marked_between(end - 80, end):
        if marked.closed and marked.inner_end == end:
            return marked.end
    return end


def _is_title(page: Page, index: int) -> bool:
    key = page.words[index].key
    return key in listed("title") or (key[0] in "لب" and key[1:] in listed("title"))


def _closed_off(page: Page, paragraph: Paragraph, index: int) -> bool:
    """Whether an apposition ends before word `index` as one does: at a comma, colon, mark or conjunction."""
    if index >= paragraph.last:
        return True
    if any(c in "،,:.؛\"“«”(" for c in page.gap(index)):
        return True
    key = page.words[index].key
    return key in CONJUNCTIONS or key in listed("stop") or key in ("في", "من") or is_addressee(key)


def _phrase_end(page: Page, paragraph: Paragraph, first: int) -> int:
    """The number of the word after the noun phrase that starts with word `first` (`first`: there is none)."""
    words = page.words
    limit = min(paragraph.last, first + _LONGEST)
    index = first
    while index < limit:
        key = words[index].key
        gap = page.gap(index)
        if any(c in _HARD for c in gap) and not (index > first and _abbreviated(page, index, gap)):
            break
        if index > first and any(c in "،," for c in gap):
            break
        opened = _opened_in(paragraph, words[index - 1].end if index else 0, words[index].start)
        if opened is not None:
            if index == first or not _names(page, paragraph, opened, index):
                break
            index = page.word_at(opened.end)
            continue
        if key in CONJUNCTIONS or key in listed("stop") or paragraph.starts_cue(index) or is_addressee(key):
            break
        if key in ("في", "من") and not _continues(page, first, index, limit):
            break
        if key == "ل" or (index == first and key in ("ب", "و", "في", "من", "قد")):
            break
        if index > first and key.startswith(("بال", "وال")) and index - first >= 2 and key.startswith("بال"):
            break
        index += 1
    while index > first and words[index - 1].key in ("في", "من", "و", "قد"):
        index -= 1
    return index


def _abbreviated(page: Page, index: int, gap: str) -> bool:
    """Whether the full stop before word `index` belongs to an initial (م. ع.)."""
    return gap.strip() == "." and len(page.words[index - 1].key) == 1


def _opened_in(paragraph: Paragraph, start: int, end: int) -> Marked | None:
    inside = paragraph.marked_between(start, end)
    return inside[0] if inside else None


def _names(page: Page, paragraph: Paragraph, marked: Marked, index: int) -> bool:
    """Whether marks within a description hold a name: مدرب «النجمة» البرتغالي."""
    if not marked.closed or page.word_count(marked.start, marked.end) > 4:
        return False
    before = page.words[index - 1].key
    if before in ("بان", "ان", "انه", "انها"):
        return False
    return before in listed("named") or before in listed("title") or before in ("في", "باسم", "ب")


def _continues(page: Page, first: int, index: int, limit: int) -> bool:
    """Whether في or من after a title goes on describing: كبير الاقتصاديين في بنك, واحد من السكان."""
    if index + 1 >= limit or not _is_title(page, first):
        return False
    following = page.words[index + 1].key
    return following not in listed("occasion") and following not in listed("stop") and following[:2] not in ("ان",)
