"""Words that introduce or close a statement: verbs of saying in all their forms, and phrases such as بحسب.

The verbs are in `lexicon/cues.tsv` with their past, present and participle; all other forms follow from
these by rule (person, number, gender, object pronouns, attached و and ف). Keys are folded as in
`text.arabic`, so one table serves every spelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from toolkit.text.arabic import Word, fold
from toolkit.text.rows import rows

CueKind = Literal["verb", "participle", "source", "own", "noun"]
Gender = Literal["m", "f"]

_OBJECTS = ("ه", "ها", "هم", "هما", "ني", "نا", "كم")
_OWN_FORMS = {"قلت": 1, "اقول": 1, "فقلت": 1, "وقلت": 1, "قلنا": 1, "نقول": 1, "قيل": 0, "يقال": 0, "وقيل": 0}
_LONGEST_PHRASE = 4
_OCCASIONS = frozenset({"في", "وفي", "خلال", "ضمن", "اثناء"})
"""Before these a noun of saying is where it was said (قال في تصريح), not the cue."""


class _Form(NamedTuple):
    """A form of a verb: `person` is 3, 1 (I said) or 0 (it is said)."""

    lemma: str
    kind: CueKind
    gender: Gender | None
    category: str
    says: bool
    reports: bool
    complement: bool
    has_object: bool = False
    person: int = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text: words `first` to `last` (inclusive) of the list it was found in, `text[start:end]`.

    `category` is that of the list of verbs (neutral, claim, denial, stress, warning, accusation, promise,
    question, reply). `says`: what is said may follow after a colon or in marks; `reports`: or after إن.
    `complement`: a phrase
    in marks may be its object. `gender` is that of the subject where the form shows it. `has_object`: a
    pronoun is attached (وصفه). `person` is 3, 1 (I said) or 0 (it is said).
    """

    start: int
    end: int
    first: int
    last: int
    kind: CueKind
    lemma: str
    category: str = "neutral"
    gender: Gender | None = None
    says: bool = True
    reports: bool = True
    complement: bool = False
    has_object: bool = False
    person: int = 3


def find_cues(words: Sequence[Word], first: int = 0, last: int | None = None) -> list[Cue]:
    """The cues among `words[first:last]`, in order; phrases come before single words.

    >>> from toolkit.text.arabic import words
    >>> [(cue.lemma, cue.kind) for cue in find_cues(words("وقالت الوزيرة، مؤكدة ذلك، بحسب الوكالة"))]
    [('قال', 'verb'), ('أكد', 'participle'), ('بحسب', 'source')]
    """
    last = len(words) if last is None else last
    verbs, phrases, never, negated = _verbs(), _phrases(), _keys("never"), _keys("negated")
    found: list[Cue] = []
    at = first
    while at < last:
        key = words[at].key
        head = key if key in phrases else key[1:] if key[0] in "وف" and key[1:] in phrases else ""
        length = _phrase_at(words, at, last, phrases[head]) if head else 0
        if length and not (
            length == 1 and at > first and words[at - 1].key in _OCCASIONS and head in _nouns()
        ):
            kind = phrases[head]["".join(" " + words[i].key for i in range(at + 1, at + length))]
            lemma = " ".join(words[i].key for i in range(at, at + length))
            found.append(Cue(
                words[at].start, words[at + length - 1].end, at, at + length - 1, kind, lemma
            ))  # fmt: skip
            at += length
            continue
        form = None if key in never else verbs.get(key)
        if (
            form is None
            and len(key) > 3
            and key[0] in "وف"
            and key[1:] not in never
            and key[:2] not in ("في", "فت")
        ):
            form = verbs.get(key[1:])
        if form is not None and not (at > first and _denied(words, at, form, negated)):
            found.append(Cue(
                words[at].start, words[at].end, at, at, form.kind, form.lemma, form.category, form.gender,
                form.says, form.reports, form.complement, form.has_object, form.person,
            ))  # fmt: skip
        at += 1
    return found


def _denied(words: Sequence[Word], at: int, form: _Form, negated: frozenset[str]) -> bool:
    """Whether the word before makes a verb no cue: لم يقل, مما يشير, كان متوقعا (but هذا ما قاله is one)."""
    before = words[at - 1].key
    if before == "ما" and (form.has_object or (at > 1 and words[at - 2].key in ("هذا", "كل", "هو"))):
        return False
    return before in negated or (
        form.kind == "participle" and before in ("كان", "كانت", "يكون", "تكون", "كانوا")
    )


def _phrase_at(words: Sequence[Word], at: int, last: int, rests: dict[str, CueKind]) -> int:
    """How many words the longest phrase with one of these rests has, or 0."""
    rest, best = "", 1 if "" in rests else 0
    for length in range(2, _LONGEST_PHRASE + 1):
        if at + length > last:
            break
        rest += " " + words[at + length - 1].key
        if rest in rests:
            best = length
    return best


@cache
def _keys(kind: str) -> frozenset[str]:
    """The folded words of one line of the list of phrases."""
    return frozenset(
        fold(phrase)
        for name, phrases in rows("cue-phrases.tsv")
        if name == kind
        for phrase in phrases.split("|")
    )


def is_impersonal(key: str) -> bool:
    """Whether a folded word opens the newspaper's own reminder, as يشار (it is noted that).

    >>> is_impersonal(fold("ويُذكر"))
    True
    """
    return key in _keys("impersonal")


def _nouns() -> frozenset[str]:
    return _keys("noun")


@cache
def _phrases() -> dict[str, dict[str, CueKind]]:
    """First word of a phrase -> the rest of it -> its kind."""
    table: dict[str, dict[str, CueKind]] = {}
    kinds: tuple[CueKind, ...] = ("noun", "source", "own")
    for kind in kinds:
        for phrase in _keys(kind):
            head, space, tail = phrase.partition(" ")
            table.setdefault(head, {}).setdefault(space + tail, kind)
    return table


@cache
def _verbs() -> dict[str, _Form]:
    """Every form of every verb, folded."""
    table: dict[str, _Form] = {}
    for past, present, participle, category, flags in rows("cues.tsv"):
        reports, complement = "s" in flags, "c" in flags
        says = reports or "q" in flags
        for key, kind, gender, has_object in _forms(past, present, participle):
            table.setdefault(key, _Form(past, kind, gender, category, says, reports, complement, has_object))
    for key, person in _OWN_FORMS.items():
        table[key] = _Form("قال", "verb", None, "neutral", True, True, False, False, person)
    return table


def _forms(past: str, present: str, participle: str) -> Iterator[tuple[str, CueKind, Gender | None, bool]]:
    """Folded form, kind, gender of the subject, and whether an object pronoun is attached."""
    root = fold(past)
    weak = past[-1] in "ىا"
    stem = root[:-1] if weak else root
    simple: list[tuple[str, Gender | None]] = [
        (root, "m"), (stem + "ت", "f"), (stem + "وا", "m"),
        (stem + ("يا" if weak else "ا"), "m"), (stem + "تا", "f"),
    ]  # fmt: skip
    if present != "-":
        tail = fold(present)[1:]
        short = tail[:-1] if tail[-1] in "يوا" else tail
        simple += [("ي" + tail, "m"), ("ت" + tail, "f")]
        simple += [("ي" + short + "ون", "m"), ("ت" + tail + "ان", "f"), ("ي" + tail + "ان", "m")]
    for form, gender in simple:
        yield form, "verb", gender, False
    for form, gender in simple[:3] + simple[5:7]:
        base = form[:-1] if form.endswith("وا") else form
        base = base[:-1] + "ا" if weak and base == root else base
        noun = (
            len(stem) == 4 and stem[0] == stem[2] == "ا" and base.startswith(stem)
        )  # أفاده looks like إفادة
        if noun and form.endswith("ت"):
            continue  # إفادته is a noun too
        for pronoun in _OBJECTS[noun:]:
            yield base + pronoun, "verb", gender, True
    if participle != "-":
        base = fold(participle)[:-1]
        yield base + "ا", "participle", "m", False
        yield base + "ه", "participle", "f", False
        yield base + "ين", "participle", "m", False
