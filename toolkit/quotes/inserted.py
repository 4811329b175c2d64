"""A cue that stands inside the marks: "النفط يطفو ، قالت كول ، وهذا هو الخبر السار".

English puts the verb of saying between two quotations (Quirk et al., A Comprehensive Grammar of the English
Language, 1985, 14.28: reporting clauses in medial and final position); a translation program loses the two
inner marks. Speakers also report others (سألت أبي، قال لي ...), so only a parenthesis counts: a verb in the
third person with nothing but its subject, between a comma and a comma or the end.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.quotes.lists import CONJUNCTIONS, is_addressee, listed
from toolkit.quotes.page import COMMAS, Page, Paragraph
from toolkit.quotes.phrases import Speaker
from toolkit.quotes.speakers import Speakers
from toolkit.text.arabic import fold
from toolkit.text.cues import Cue

_BLANK = " \t\u00a0\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_STOPS = ".؟!…"
_LONGEST = 4
"""Words of a subject of which nothing else is known."""
_LONGEST_SURE = 8
"""Words of a subject with a title or a known name."""
_CIRCUMSTANCE = 6
"""Words that may follow the subject: قالت وهي تشير إلى الشرفات."""
_TRIED = 12
"""Verbs of a quotation that are looked at."""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_ANYBODY = _folded(
    "البعض بعض الناس الجميع الكل كل أحدهم أحد كثيرون الكثيرون الكثير آخرون الآخرون المثل الشاعر الله تعالى "
    "النبي الرسول القرآن الكتاب القانون العلم التاريخ العلماء الخبراء الأطباء الأجداد القدماء"
)
"""Subjects of what is commonly said: the speaker of the quotation appeals to them."""
_MINE = _folded("أبي أمي أخي أختي والدي والدتي جدي جدتي زوجي زوجتي ابني ابنتي عمي عمتي خالي خالتي أولادي")
_MINE |= _folded("جاري جارتي زميلي زميلتي صديقي صديقتي طبيبي معلمي أبونا والدنا أمنا جدنا صديقنا")
"""My father, our friend: said by the speaker of the quotation himself."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A cue inside a quotation; `content[cue.start:end]` are the journalist's words.

    `speaker` is None where the verb stands alone. `closes`: a full stop or nothing follows.
    """

    cue: Cue
    speaker: Speaker | None
    end: int
    closes: bool


class InsertionReader:
    """Finds insertions on one page."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers

    def find(self, paragraph: Paragraph, start: int, end: int, *, sure: bool = False) -> Insertion | None:
        """The first insertion in a quotation `content[start:end]`.

        `sure`: only one whose subject has a title or a known name, because the quotation has a cue already.
        """
        told = False
        for cue in paragraph.cues_between(start, end)[:_TRIED]:
            if self._may_be_inserted(cue, start):
                found = self._read(cue, paragraph, end, sure=sure or told)
                if found is not None:
                    return found
            # After سألته or قلت له the speaker tells of a conversation: قال، ... is its other side.
            told = told or cue.person == 1 or cue.has_object
        return None

    def _may_be_inserted(self, cue: Cue, start: int) -> bool:
        word = self.page.words[cue.first].key
        joined = word[0] in "وف" and not fold(cue.lemma).startswith(word[0])
        plain = cue.kind == "verb" and cue.says and cue.person == 3 and not cue.has_object and not joined
        return plain and self.page.words[cue.first - 1].start >= start

    def _read(self, cue: Cue, paragraph: Paragraph, end: int, *, sure: bool) -> Insertion | None:
        page = self.page
        before = page.gap(cue.first).strip(_BLANK)
        speaker = self._subject(cue, paragraph, end)
        known = speaker is not None and self._is_known(speaker)
        if not before or (before[-1] not in "،," and not (known and before[-1] in _STOPS)):
            return None
        addressed = page.words[cue.first].key[0] == "ت" and not fold(cue.lemma).startswith("ت")
        if speaker is None and addressed:
            return None  # ترى, تقول by themselves are more likely said to the listener: you see
        if not known and (sure or (speaker is not None and not self._may_be_named(speaker))):
            return None
        at = speaker.end if speaker is not None else cue.end
        at = self._past_circumstance(paragraph, at, end)
        rest = page.content[at:end].lstrip(_BLANK)
        closes = not rest.strip(_BLANK + _STOPS + "،,")
        if closes or rest[0] in COMMAS:
            return Insertion(cue, speaker, at, closes)
        return Insertion(cue, speaker, at, True) if rest[0] == "." and speaker is not None else None

    def _subject(self, cue: Cue, paragraph: Paragraph, end: int) -> Speaker | None:
        """The subject right after the verb, up to a comma: what follows that is the quotation again."""
        found = self.speakers.after(cue, paragraph)
        if found is None or found.first != cue.last + 1:
            return None
        words, last = self.page.words, found.last
        if not self.speakers.is_name(words[last - 1].key):
            commas = (
                index for index in range(found.first + 1, last) if not COMMAS.isdisjoint(self.page.gap(index))
            )
            last = next(commas, last)
        stop = words[last - 1].end
        return Speaker(found.start, stop, found.first, last, found.gender) if stop <= end else None

    def _is_known(self, speaker: Speaker) -> bool:
        """Whether a subject has a title, or the name of somebody who has spoken."""
        words = self.page.words[speaker.first : speaker.last]
        titled = words[0].key in listed("title") and words[0].key not in _ANYBODY | _MINE
        return len(words) <= _LONGEST_SURE and (titled or self.speakers.is_name(words[-1].key))

    def _may_be_named(self, speaker: Speaker) -> bool:
        words = self.page.words[speaker.first : speaker.last]
        return len(words) <= _LONGEST and not any(w.key in _ANYBODY or w.key in _MINE for w in words)

    def _past_circumstance(self, paragraph: Paragraph, at: int, end: int) -> int:
        """The end of what is said about the saying: قالت وهي تبتسم, قال راو للصحفيين."""
        page = self.page
        first = page.word_at(at)
        if first >= paragraph.last or page.words[first].start >= end or page.gap(first).strip(_BLANK):
            return at
        if page.words[first].key not in ("وهو", "وهي") and not is_addressee(page.words[first].key):
            return at
        for index in range(first + 1, first + _CIRCUMSTANCE + 1):
            past = index >= paragraph.last or page.words[index].start >= end
            if past or page.gap(index).strip(_BLANK):
                return page.words[index - 1].end
            if page.words[index].key in CONJUNCTIONS:
                break
        return at
