"""The subject after a verb of saying: all of the words that follow, the first of them, or none."""

from __future__ import annotations

from toolkit.quotes.lists import CONJUNCTIONS, is_addressee, listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker, described
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue, Gender

_PRONOUNS = frozenset({"لكنها", "لكنه", "لكنهم", "انها", "انه", "وهي", "وهو", "ولكنه", "ولكنها"})
"""Before a verb, these are its subject."""
_ENDS = frozenset("،,:.")
_TOLD = frozenset({"أخبر", "أبلغ", "خاطب", "طمأن", "صارح"})


class FollowingSubject:
    """Finds who speaks after a cue; `names` are last words of names known so far, with their gender."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: dict[str, Gender | None] = {}

    def after(self, cue: Cue, paragraph: Paragraph) -> Speaker | None:
        """The description that follows a cue and is its subject."""
        if cue.person != 3 or (cue.kind == "noun" and pronoun_gender(cue)):
            return None
        first = self._past_adverbs(cue.last + 1, paragraph)
        if cue.lemma == "نقل":
            first = self._quoted_from(cue, paragraph)
        found = described(
            self.page,
            paragraph,
            first,
            cue.gender,
            prefixed=cue.kind in ("source", "noun"),
            names=self.names,
        )
        if found is not None and cue.kind == "verb" and self._is_object(cue, found):
            return None
        return (
            self._subject(cue, found, paragraph) if found and cue.complement and cue.kind == "verb" else found
        )

    def _is_object(self, cue: Cue, found: Speaker) -> bool:
        """Whether the words after a verb are whom it was said to or about: أخبر الصحفيين, هنأ منافسه."""
        word = self.page.words[found.first]
        if cue.lemma in _TOLD and is_addressee("ل" + word.key[1:]):
            return True
        alone = found.last == found.first + 1 and word.key not in listed("title")
        return alone and self.page.content.endswith(("ه", "ها", "هم"), word.start, word.end)

    def _past_adverbs(self, index: int, paragraph: Paragraph) -> int:
        """The word after such as stand between a verb and its subject: أكد لنا صاحب القارب."""
        words = self.page.words
        while (
            index + 1 < paragraph.last
            and words[index].key in listed("between")
            and not self.page.gap(index + 1).strip()
        ):
            index += 1
        return index

    def _quoted_from(self, cue: Cue, paragraph: Paragraph) -> int:
        """The word after عن in نقلت الوكالة عن المسؤول."""
        for index in range(cue.last + 1, min(cue.last + 8, paragraph.last - 1)):
            if self.page.words[index].key == "عن":
                return index + 1
        return cue.last + 1

    def _subject(self, cue: Cue, found: Speaker, paragraph: Paragraph) -> Speaker | None:
        """What of the words after a transitive verb is its subject: all, one (نفى الدوسري وجود), none."""
        words = self.page.words[found.first : found.last]
        head = words[0].key
        if any(word.key in self.names for word in words) or head in listed("title") or head in listed("body"):
            plural = words[-1].key.endswith("ات") and not head.endswith("ات")  # نفى المدير الاتهامات
            adjacent = head in listed("title") and (plural or not cue.reports)
            return self._without_adjacent(found) if adjacent else found
        alone = found.last >= paragraph.last or not _ENDS.isdisjoint(self.page.gap(found.last))
        if cue.reports and alone and not head.startswith("ال") and len(words) <= 3:
            return found
        if cue.reports and self._before_conjunction(found.last, paragraph):
            return found
        if head.startswith("ال"):
            alone = len(words) >= 2 and not words[1].key.startswith("ال")
            return (
                Speaker(found.start, words[0].end, found.first, found.first + 1, found.gender)
                if alone
                else None
            )
        joined = self.page.words[cue.first].key != fold(cue.lemma) and not cue.lemma.startswith("و")
        if cue.first > paragraph.first and self.page.words[cue.first - 1].key in _PRONOUNS:
            return None
        goes_on = joined and self.page.words[cue.first].key[0] == "و" and "." not in self.page.gap(cue.first)
        if goes_on and cue.start > paragraph.start:
            return None
        return (
            self.without_object(found)
            if len(words) >= 2 and not head.endswith(("هم", "ها", "هما", "ه"))
            else None
        )

    def _without_adjacent(self, found: Speaker) -> Speaker:
        """A title without the definite object right after it: وصف الرئيس الاتفاق (but: الرئيس الروسي)."""
        words = self.page.words[found.first : found.last]
        if len(words) == 2 and all(w.key.startswith("ال") for w in words) and words[1].key[-1] not in "يهن":
            return Speaker(found.start, words[0].end, found.first, found.first + 1, found.gender)
        return found

    def _before_conjunction(self, index: int, paragraph: Paragraph) -> bool:
        """Whether أن follows a little later: the clause is the object, what stands before it the subject."""
        for at in range(index, min(paragraph.last, index + 12)):
            key = self.page.words[at].key
            if key in CONJUNCTIONS:
                return not key.startswith("ب")
            if paragraph.starts_cue(at) or any(c in ".:؛\n" for c in self.page.gap(at)):
                return False
        return False

    def without_object(self, found: Speaker) -> Speaker:
        """A name without the object that follows it: تحدى دانيال ريتشموند السلطات, هز الخطيب كتفيه."""
        words = self.page.words
        definite = words[found.first].key.startswith("ال")
        for index in range(found.first + 1, found.last):
            article = words[index].key.startswith("ال")
            if words[index].key.endswith(("ها", "هم", "هما")):
                return Speaker(found.start, words[index - 1].end, found.first, index, found.gender)
            if (definite and not article) or (not definite and article and index > found.first + 1):
                return Speaker(found.start, words[index - 1].end, found.first, index, found.gender)
        return found


def pronoun_gender(cue: Cue) -> Gender | None:
    """The speaker's gender in the pronoun of على حد قولها or قوله."""
    if cue.kind not in ("own", "noun"):
        return None
    return "f" if cue.lemma.endswith("ها") else "m" if cue.lemma.endswith(("ه", "هم")) else None
