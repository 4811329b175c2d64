"""Who speaks: the description after the verb or before it, or the last one who spoke.

Arabic agrees the verb with a subject that follows it (قالت الوزيرة), so the verb's gender chooses among those
already introduced when the verb stands alone (وأضافت).
"""

from __future__ import annotations

from toolkit.quotes.following import pronoun_gender
from toolkit.quotes.lists import listed
from toolkit.quotes.page import Page, Paragraph
from toolkit.quotes.phrases import Speaker
from toolkit.quotes.preceding import PrecedingSubject
from toolkit.text.cues import Cue, Gender

_REMEMBERED = 40
"""How many speakers are kept in mind."""


class Speakers(PrecedingSubject):
    """Those who have spoken so far, in order."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._known: list[Speaker] = []

    def remember(self, speaker: Speaker) -> None:
        """Make `speaker` the last one who spoke, unless he is only a headline's ومخرجه (its director)."""
        words = self.page.words[speaker.first : speaker.last]
        attached = bool(words) and words[0].start < speaker.start and words[0].key[0] == "و"
        if attached and len(words) == 1:
            return
        self._known.append(speaker)
        if len(self._known) > _REMEMBERED:
            del self._known[: _REMEMBERED // 2]
        if words and not (words[-1].key in listed("title") or words[-1].key in listed("body")):
            self.names.setdefault(words[-1].key, speaker.gender)

    def last(self, gender: Gender | None) -> Speaker | None:
        """The last one who spoke and may be of this gender."""
        for speaker in reversed(self._known):
            if gender is None or speaker.gender is None or speaker.gender == gender:
                return speaker
        return None

    def is_name(self, key: str) -> bool:
        """Whether a folded word is the last word of the name of somebody who has spoken."""
        return key in self.names

    def named_between(self, start: int, end: int) -> Speaker | None:
        """The first one in a stretch of text whose name is known already."""
        first = self.page.word_at(start)
        for index in range(first, min(self.page.word_at(end), first + 40)):
            word = self.page.words[index]
            if word.key in self.names:
                return Speaker(word.start, word.end, index, index + 1, self.names[word.key])
        return None

    def of_cue(self, cue: Cue, paragraph: Paragraph, begin: int) -> Speaker | None:
        """The speaker of a cue in the sentence that begins at `begin`; None when nobody can be named."""
        if cue.person == 0:
            return None
        gender = cue.gender or pronoun_gender(cue)
        if cue.kind == "own":
            return self.last(gender)
        if cue.kind == "noun":
            main = self.main_verb(cue, paragraph, begin)
            if main is not None and (named := self.after(main, paragraph)):
                return named
        found = None
        if cue.kind in ("verb", "source", "noun"):
            found = self.subject_of(cue, paragraph, begin)
        if found is None and cue.kind == "noun" and pronoun_gender(cue) is None:
            found = self.before_noun(cue, paragraph, begin)
        if found is None and cue.kind in ("verb", "participle") and cue.person == 3:
            found = self.before(cue, paragraph, begin)
        return found or self.last(gender) or self.introduced(cue, paragraph)
