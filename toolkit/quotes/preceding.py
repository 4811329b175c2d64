"""The subject before a verb of saying, or of the sentence that a participle goes with."""

from __future__ import annotations

from toolkit.quotes.following import FollowingSubject
from toolkit.quotes.lists import CONJUNCTIONS, SO, is_addressee, listed
from toolkit.quotes.page import COMMAS, Paragraph
from toolkit.quotes.phrases import Speaker, described, is_title
from toolkit.text.cues import Cue

_PREPOSITIONS = frozenset({"في", "وفي", "من", "ومن", "وعن", "وردا", "ب", "وعند"})
_WITHIN = 600
"""Characters before a cue in which its main verb is looked for."""
_LOOK_BACK = 60
"""Words before a cue among which the first speaker of an article may have been introduced."""


class PrecedingSubject(FollowingSubject):
    """Finds who speaks before a cue in its sentence."""

    def before(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The subject at the head of the sentence, of its main verb, or a known name in it."""
        page = self.page
        first = page.word_at(begin)
        while first < cue.first and page.words[first].key in listed("leading"):
            first += 1
        found = self._ending_at(cue.first, begin, paragraph) if cue.kind == "verb" else None
        if found is not None:
            return found
        head = self._head(cue, paragraph, first)
        main = self.main_verb(cue, paragraph, begin)
        if main is not None and head is None:
            found = self.subject_of(main, paragraph, begin) or self._ending_at(main.first, begin, paragraph)
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
        return found or next(
            (f for s in starts if (f := self._verb_subject(cue, paragraph, s, sure=False))), None
        )

    def _past_comma(self, first: int, cue: Cue) -> list[int]:
        """The word after an opening such as من جهته، or وفي ختام اللقاء،"""
        for index in range(first + 1, min(first + 12, cue.first)):
            if not COMMAS.isdisjoint(self.page.gap(index)):
                return [index] if _cannot_head(self.page.words[first].key) else []
        return []

    def _titled(self, cue: Cue, paragraph: Paragraph, first: int) -> Speaker | None:
        """The nearest title of the right gender before a cue: حين مثلت الممرضة ... وقالت."""
        for index in range(cue.first - 2, max(first, cue.first - _LOOK_BACK), -1):
            key, before = self.page.words[index].key, self.page.words[index - 1].key
            if paragraph.in_marks(self.page.words[index].start):
                continue
            if key not in listed("title") or key.endswith("ه") != (cue.gender == "f"):
                continue
            if (
                before in listed("stop")
                or before in ("في", "من")
                or before in listed("title")
                or len(before) < 3
            ):
                continue
            found = described(self.page, paragraph, index, cue.gender, heads=True, names=self.names)
            if found is not None and found.last - found.first >= 2 and found.last <= cue.first:
                return found
        return None

    def _verb_subject(self, cue: Cue, paragraph: Paragraph, first: int, *, sure: bool) -> Speaker | None:
        """The subject of a sentence that starts with another verb: وألقت كوريا باللوم ...، قائلة."""
        key = self.page.words[first].key if first < cue.first else "ال"
        if key.startswith("ال") or key in listed("title") or key in listed("body") or _cannot_head(key):
            return None
        found = described(self.page, paragraph, first + 1, cue.gender, names=self.names)
        if found is None or found.last > cue.first:
            return None
        head = self.page.words[found.first].key
        if (
            head in listed("title")
            or head in listed("body")
            or self.page.words[found.last - 1].key in self.names
        ):
            return found
        if sure:
            return None
        if cue.kind == "participle" or (cue.gender == "f" and key.endswith("ت")):
            return self.without_object(found)
        return None

    def _head(self, cue: Cue, paragraph: Paragraph, first: int) -> Speaker | None:
        page = self.page
        if (
            first >= cue.first
            or _cannot_head(page.words[first].key)
            or paragraph.in_marks(page.words[first].start)
        ):
            return None
        found = described(page, paragraph, first, cue.gender, heads=True, names=self.names)
        return found if found is not None and found.last <= cue.first and self._heads(found, cue) else None

    def main_verb(self, cue: Cue, paragraph: Paragraph, begin: int) -> Cue | None:
        """The nearest verb of saying with a subject before a cue in its sentence, outside marks."""
        begin = max(begin, cue.start - _WITHIN)
        before = [c for c in paragraph.cues_between(begin, cue.start)[-6:] if c.kind == "verb" and c.gender]
        inside = paragraph.marked_between(begin, cue.start)
        before = [c for c in before if not any(m.start <= c.start < m.end for m in inside)]
        named = [c for c in before if self.after(c, paragraph) is not None]
        nearest = named or before
        return nearest[-1] if nearest else None

    def _known_name(self, cue: Cue, first: int) -> Speaker | None:
        for index in range(cue.first - 1, max(first, cue.first - 40) - 1, -1):
            word = self.page.words[index]
            if word.key in self.names and self.names[word.key] in (None, cue.gender):
                return Speaker(word.start, word.end, index, index + 1, cue.gender)
        return None

    def subject_of(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The subject after a cue; the one before it where a transitive verb has its object after it.

        In translations and headlines the subject comes first: الأم رفضت إرضاع الصغير.
        """
        found = self.after(cue, paragraph)
        if cue.kind != "verb" or not cue.complement or (found is not None and self._is_somebody(found)):
            return found
        return self._ending_at(cue.first, begin, paragraph) or found

    def before_noun(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The subject between a verb and a noun of saying: وختم أوغست بالقول إن ..."""
        first = self.page.word_at(begin)
        key = self.page.words[first].key
        if key in listed("leading"):  # أما راسل فاكتفت بالقول
            return self._known_name(cue, first)
        if first + 1 >= cue.first or key.startswith("ال") or key in listed("title") or _cannot_head(key):
            return None
        words = self.page.words
        found = described(self.page, paragraph, first + 1, None, names=self.names)
        if found is None or found.last not in (cue.first, cue.last + 1):
            return None
        return Speaker(found.start, words[cue.first - 1].end, found.first, cue.first)

    def _is_somebody(self, speaker: Speaker) -> bool:
        """Whether a description has a title, an institution or the name of somebody who has spoken."""
        head, last = self.page.words[speaker.first].key, self.page.words[speaker.last - 1].key
        return head in listed("title") or head in listed("body") or last in self.names

    def _ending_at(self, index: int, begin: int, paragraph: Paragraph) -> Speaker | None:
        """The description right before a verb, as in translations: ريفيرا رفضت."""
        page = self.page
        first = index
        while first > 0 and index - first < 9 and page.words[first - 1].start >= begin:
            if any(c in '،,:.؛()«»“”"' for c in page.gap(first)):
                break
            key = page.words[first - 1].key
            if key in SO or key in CONJUNCTIONS or key in listed("leading"):
                break
            if key in listed("stop") or key in ("في", "وفي", "من"):
                return None
            first -= 1
        if first == index or not self._may_head(first, index):
            return None
        found = described(page, paragraph, first, None, heads=True, names=self.names)
        return found if found is not None and found.last == index else None

    def _may_head(self, first: int, index: int) -> bool:
        words = self.page.words[first:index]
        head = words[0].key
        return (
            head in listed("title")
            or head in listed("body")
            or words[-1].key in self.names
            or (head.startswith("ال") and len(words) <= 4)
        )

    def _heads(self, found: Speaker, cue: Cue) -> bool:
        """Whether a description at the head of a sentence is the subject of the cue."""
        page = self.page
        if found.last == cue.first:
            return found.last - found.first <= 8
        if self._is_verb_with_object(found.first):
            return False
        between = page.gap(found.last)
        key = page.words[found.last].key
        head = page.words[found.first].key
        definite = (
            head.startswith("ال") or head in listed("title") or head in listed("body") or head in self.names
        )
        definite = definite or (key in listed("title") and not COMMAS.isdisjoint(page.gap(cue.first)))
        return definite and (
            not COMMAS.isdisjoint(between) or key in ("الذي", "التي", "قد", "وهو", "وهي", "فقد")
        )

    def _is_verb_with_object(self, index: int) -> bool:
        """Whether a sentence starts with و, a verb and its object: ونعاه رفيق دربه، عازف البيانو ..."""
        word = self.page.words[index]
        pronoun = self.page.content.endswith(("ه", "ها", "هم"), word.start, word.end)
        bare = word.key[1:].removesuffix("هم").removesuffix("ها").removesuffix("ه")
        titled = any(f"{bare}{end}" in listed("title") for end in ("", "ه")) or bare[-1:] == "ت"
        return pronoun and word.key[0] == "و" and len(bare) > 1 and not titled and word.key not in self.names

    def introduced(self, cue: Cue, paragraph: Paragraph) -> Speaker | None:
        """Somebody with a title a little before the first cue of the article."""
        for index in range(cue.first - 1, max(0, cue.first - _LOOK_BACK) - 1, -1):
            if index < paragraph.first:
                break
            if is_title(self.page, index):
                found = described(self.page, paragraph, index, cue.gender, heads=True)
                if found is not None and found.last - found.first >= 2:
                    return found
        return None


def _cannot_head(key: str) -> bool:
    """Whether a sentence that starts with this word does not start with its subject."""
    return (
        key in listed("stop") or key in CONJUNCTIONS or key in _PREPOSITIONS
        or is_addressee(key)
    )  # fmt: skip
