"""Who speaks: the description after the verb or before it, or the last one who spoke.

Arabic agrees the verb with a subject that follows it (قالت الوزيرة), so the verb's gender chooses among those
already introduced when the verb stands alone (وأضافت).
"""

from __future__ import annotations

from toolkit.quotes.lists import CONJUNCTIONS, SO, is_addressee, listed
from toolkit.quotes.page import COMMAS, Page, Paragraph
from toolkit.quotes.phrases import Speaker, described, is_title
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue, Gender

_LEADING = frozenset(
    {"اما", "واما", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "بدوره", "بدورها", "غير", "ان", "فان", "حتي", "الا"}
)
_BETWEEN = frozenset({"عنه", "عنها", "عنهم", "لنا", "له", "لها", "لهم", "لي", "ايضا", "كذلك", "بدوره", "بدورها", "حينها", "لاحقا", "امس", "اليوم"})
_REMEMBERED = 40
_WITHIN = 600
"""Characters before a cue in which its main verb is looked for."""
_LOOK_BACK = 60
"""Words before a cue among which the first speaker of an article may have been introduced."""


class Speakers:
    """Those who have spoken so far, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._known: list[Speaker] = []
        self._names: dict[str, Gender | None] = {}

    def remember(self, speaker: Speaker) -> None:
        """Make `speaker` the last one who spoke."""
        self._known.append(speaker)
        if len(self._known) > _REMEMBERED:
            del self._known[: _REMEMBERED // 2]
        words = self.page.words[speaker.first : speaker.last]
        if words and not (words[-1].key in listed("title") or words[-1].key in listed("body")):
            self._names.setdefault(words[-1].key, speaker.gender)

    def last(self, gender: Gender | None) -> Speaker | None:
        """The last one who spoke and may be of this gender."""
        for speaker in reversed(self._known):
            if gender is None or speaker.gender is None or speaker.gender == gender:
                return speaker
        return None

    def is_name(self, key: str) -> bool:
        """Whether a folded word is the last word of the name of somebody who has spoken."""
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
        """The speaker of a cue in the sentence that begins at `begin`; None when nobody can be named."""
        if cue.person == 0:
            return None
        gender = cue.gender or _pronoun_gender(cue)
        if cue.kind == "own":
            return self.last(gender)
        if cue.kind == "noun":
            main = self._main_verb(cue, paragraph, begin)
            if main is not None and (named := self.after(main, paragraph)):
                return named
        found = None
        if cue.kind in ("verb", "source", "noun"):
            found = self.after(cue, paragraph)
        if found is None and cue.kind in ("verb", "participle") and cue.person == 3:
            found = self._before(cue, paragraph, begin)
        return found or self.last(gender) or self._introduced(cue, paragraph)

    def after(self, cue: Cue, paragraph: Paragraph) -> Speaker | None:
        """The description that follows a cue and is its subject."""
        if cue.person != 3 or (cue.kind == "noun" and _pronoun_gender(cue)):
            return None
        first = self._past_adverbs(cue.last + 1, paragraph)
        if cue.lemma == "نقل":
            first = self._quoted_from(cue, paragraph)
        found = described(
            self.page, paragraph, first, cue.gender, prefixed=cue.kind in ("source", "noun"), names=self._names
        )
        if found is not None and cue.kind == "verb" and is_addressee("ل" + self.page.words[found.first].key[1:]):
            return None
        return self._subject(cue, found, paragraph) if found and cue.complement and cue.kind == "verb" else found

    def _past_adverbs(self, index: int, paragraph: Paragraph) -> int:
        """The word after such as stand between a verb and its subject: أكد لنا صاحب القارب."""
        words = self.page.words
        while index + 1 < paragraph.last and words[index].key in _BETWEEN and not self.page.gap(index + 1).strip():
            index += 1
        return index

    def _quoted_from(self, cue: Cue, paragraph: Paragraph) -> int:
        """The word after عن in نقلت الوكالة عن المسؤول."""
        for index in range(cue.last + 1, min(cue.last + 8, paragraph.last - 1)):
            if self.page.words[index].key == "عن":
                return index + 1
        return cue.last + 1

    def _subject(self, cue: Cue, found: Speaker, paragraph: Paragraph) -> Speaker | None:
        """What of the words after a transitive verb is its subject: all, the first (نفى الدوسري وجود), or none."""
        words = self.page.words[found.first : found.last]
        head = words[0].key
        if any(word.key in self._names for word in words) or head in listed("title") or head in listed("body"):
            return found
        if cue.reports and self._before_conjunction(found.last, paragraph):
            return found
        if head.startswith("ال"):
            alone = len(words) >= 2 and not words[1].key.startswith("ال")
            return Speaker(found.start, words[0].end, found.first, found.first + 1, found.gender) if alone else None
        joined = self.page.words[cue.first].key != fold(cue.lemma) and not cue.lemma.startswith("و")
        goes_on = joined and self.page.words[cue.first].key[0] == "و" and "." not in self.page.gap(cue.first)
        if goes_on and cue.start > paragraph.start:
            return None
        return self._without_object(found) if len(words) >= 2 and not head.endswith(("هم", "ها", "هما", "ه")) else None

    def _before_conjunction(self, index: int, paragraph: Paragraph) -> bool:
        """Whether أن follows a little later: the clause is the object, so what stands before it is the subject."""
        for at in range(index, min(paragraph.last, index + 12)):
            key = self.page.words[at].key
            if key in CONJUNCTIONS:
                return not key.startswith("ب")
            if paragraph.starts_cue(at) or any(c in ".:؛\n" for c in self.page.gap(at)):
                return False
        return False

    def _before(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The subject at the head of the sentence, of its main verb, or a known name in it."""
        page = self.page
        first = page.word_at(begin)
        while first < cue.first and page.words[first].key in _LEADING:
            first += 1
        found = self._ending_at(cue.first, begin, paragraph) if cue.kind == "verb" else None
        if found is not None:
            return found
        head = self._head(cue, paragraph, first)
        main = self._main_verb(cue, paragraph, begin)
        if main is not None and head is None:
            found = self.after(main, paragraph) or self._ending_at(main.first, begin, paragraph)
            if found is not None and found.last <= cue.first and not (main.has_object and cue.kind == "verb"):
                return found
            if main.has_object and cue.kind == "verb":
                return None
        if head is not None:
            return head
        starts = [first, *self._past_comma(first, cue)]
        for start in starts[1:]:
            if found := self._head(cue, paragraph, start):
                return found
        for start in starts:
            if found := self._verb_subject(cue, paragraph, start, sure=True):
                return found
        found = self._titled(cue, paragraph, first) or self._known_name(cue, first)
        return found or next((f for s in starts if (f := self._verb_subject(cue, paragraph, s, sure=False))), None)

    def _past_comma(self, first: int, cue: Cue) -> list[int]:
        """The word after an opening such as من جهته، or وفي ختام اللقاء،"""
        for index in range(first + 1, min(first + 12, cue.first)):
            if not COMMAS.isdisjoint(self.page.gap(index)):
                return [index] if _cannot_head(self.page.words[first].key) else []
        return []

    def _titled(self, cue: Cue, paragraph: Paragraph, first: int) -> Speaker | None:
        """The nearest description with a title of the right gender before a cue: حين مثلت الممرضة ... وقالت."""
        for index in range(cue.first - 2, max(first, cue.first - _LOOK_BACK), -1):
            key, before = self.page.words[index].key, self.page.words[index - 1].key
            if key not in listed("title") or key.endswith("ه") != (cue.gender == "f"):
                continue
            if before in listed("stop") or before in ("في", "من") or before in listed("title") or len(before) < 3:
                continue
            found = described(self.page, paragraph, index, cue.gender, heads=True, names=self._names)
            if found is not None and 2 <= found.last - found.first and found.last <= cue.first:
                return found
        return None

    def _verb_subject(self, cue: Cue, paragraph: Paragraph, first: int, *, sure: bool) -> Speaker | None:
        """The subject of a sentence that starts with some other verb: وألقت كوريا الشمالية باللوم ...، قائلة."""
        key = self.page.words[first].key if first < cue.first else "ال"
        if key.startswith("ال") or key in listed("title") or key in listed("body") or _cannot_head(key):
            return None
        found = described(self.page, paragraph, first + 1, cue.gender, names=self._names)
        if found is None or found.last > cue.first:
            return None
        head = self.page.words[found.first].key
        if head in listed("title") or head in listed("body") or self.page.words[found.last - 1].key in self._names:
            return found
        if sure:
            return None
        if cue.kind == "participle" or (cue.gender == "f" and key.endswith("ت")):
            return self._without_object(found)
        return None

    def _without_object(self, found: Speaker) -> Speaker:
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

    def _head(self, cue: Cue, paragraph: Paragraph, first: int) -> Speaker | None:
        page = self.page
        if first >= cue.first or _cannot_head(page.words[first].key):
            return None
        found = described(page, paragraph, first, cue.gender, heads=True, names=self._names)
        return found if found is not None and found.last <= cue.first and self._heads(found, cue) else None

    def _main_verb(self, cue: Cue, paragraph: Paragraph, begin: int) -> Cue | None:
        """The nearest verb of saying with a subject before a cue in its sentence, outside marks."""
        begin = max(begin, cue.start - _WITHIN)
        before = [c for c in paragraph.cues_between(begin, cue.start)[-6:] if c.kind == "verb" and c.gender]
        inside = paragraph.marked_between(begin, cue.start)
        before = [c for c in before if not any(m.start <= c.start < m.end for m in inside)]
        named = [c for c in before if self.after(c, paragraph) is not None]
        return (named or before or [None])[-1]

    def _known_name(self, cue: Cue, first: int) -> Speaker | None:
        for index in range(cue.first - 1, max(first, cue.first - 40) - 1, -1):
            word = self.page.words[index]
            if word.key in self._names and self._names[word.key] in (None, cue.gender):
                return Speaker(word.start, word.end, index, index + 1, cue.gender)
        return None

    def _ending_at(self, index: int, begin: int, paragraph: Paragraph) -> Speaker | None:
        """The description right before a verb, as in translations: ريفيرا رفضت."""
        page = self.page
        first = index
        while first > 0 and index - first < 9 and page.words[first - 1].start >= begin:
            if any(c in "،,:.؛()«»“”\"" for c in page.gap(first)):
                break
            key = page.words[first - 1].key
            if key in SO or key in CONJUNCTIONS or key in _LEADING:
                break
            if key in listed("stop") or key in ("في", "وفي", "من"):
                return None
            first -= 1
        if first == index or not self._may_head(first, index):
            return None
        found = described(page, paragraph, first, None, heads=True, names=self._names)
        return found if found is not None and found.last == index else None

    def _may_head(self, first: int, index: int) -> bool:
        words = self.page.words[first:index]
        head = words[0].key
        return head in listed("title") or head in listed("body") or words[-1].key in self._names or (
            head.startswith("ال") and len(words) <= 4
        )

    def _heads(self, found: Speaker, cue: Cue) -> bool:
        """Whether a description at the head of a sentence is the subject of the cue."""
        page = self.page
        if found.last == cue.first:
            return found.last - found.first <= 8
        between = page.gap(found.last)
        key = page.words[found.last].key
        head = page.words[found.first].key
        definite = head.startswith("ال") or head in listed("title") or head in listed("body") or head in self._names
        definite = definite or (key in listed("title") and not COMMAS.isdisjoint(page.gap(cue.first)))
        return definite and (not COMMAS.isdisjoint(between) or key in ("الذي", "التي", "قد", "وهو", "وهي", "فقد"))

    def _introduced(self, cue: Cue, paragraph: Paragraph) -> Speaker | None:
        """Somebody with a title a little before the first cue of the article."""
        for index in range(cue.first - 1, max(0, cue.first - _LOOK_BACK) - 1, -1):
            if index < paragraph.first:
                break
            if is_title(self.page, index):
                found = described(self.page, paragraph, index, cue.gender, heads=True)
                if found is not None and found.last - found.first >= 2:
                    return found
        return None


def _pronoun_gender(cue: Cue) -> Gender | None:
    """The speaker's gender in the pronoun of على حد قولها or قوله."""
    if cue.kind not in ("own", "noun"):
        return None
    return "f" if cue.lemma.endswith("ها") else "m" if cue.lemma.endswith(("ه", "هم")) else None


def _cannot_head(key: str) -> bool:
    """Whether a sentence that starts with this word does not start with its subject."""
    return (
        key in listed("stop") or key in CONJUNCTIONS or key in ("في", "وفي", "من", "ومن", "وعن", "وردا", "ب", "وعند")
        or is_addressee(key)
    )  # fmt: skip
