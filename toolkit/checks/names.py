"""Names: another person, place, country or organisation than in the original."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.text import arabic, english
from toolkit.text.gaps import UNEXPLAINED, within_rendered
from toolkit.text.names import Name, find_names, same_name
from toolkit.text.wordtable import Coverage, Explained, coverage, reference_terms, source_terms, word_table
from toolkit.types import Finding, Pair, Span

_SAME_GROUP = 0.9
"""A known name against another known name of its kind: hardly ever free wording."""
_UNKNOWN = 0.25
"""A word that looks like a name against another: it may be a spelling that was not recognised."""
_ALONE = 0.25
"""A known name without counterpart: often a pronoun, "the kingdom", "our country" on the other side."""

_SOUNDS_ALIKE = 0.45
"""Below this two words are certainly not one name (see `text.names.same_name`)."""


def check(pair: Pair) -> list[Finding]:
    """Findings of kind `name`: names of one side that the other side does not have.

    A name has a counterpart when the other side has the same known name, a word that translates it
    (a demonym for a country), or a word that sounds like it.

    >>> pair = Pair("وافق لبنان على استضافة المركز", "Jordan has agreed to host the centre")
    >>> [finding.message for finding in check(pair)]
    ['the article says Lebanon («لبنان»), the original says Jordan']
    """
    rows = coverage(pair.source, pair.reference)
    reference_rows: Sequence[Explained] = rows.reference
    if pair.partial:
        reference_rows = within_rendered(pair.reference, rows.reference)
    in_source, in_reference = find_names(pair.source, "ar"), find_names(pair.reference, "en")
    findings = list(
        _exchanged(pair, rows, _other_keys(in_source, in_reference), _other_keys(in_reference, in_source))
    )
    if findings:
        return findings
    unknown = _unknown_names(pair, rows.source, reference_rows)
    return unknown or [_missing(pair, name) for name in _unexplained(in_source, rows.source)]


def _other_keys(names: Iterable[Name], others: Iterable[Name]) -> list[Name]:
    """The names that the other side does not have under the same key."""
    keys = {other.key for other in others}
    return [name for name in names if name.key not in keys]


def _unexplained(names: Iterable[Name], rows: Sequence[Explained]) -> list[Name]:
    """The names none of whose words has a counterpart."""
    found = []
    for name in names:
        degrees = [row.degree for row in rows if name.start <= row.term.start < name.end]
        if degrees and max(degrees) < UNEXPLAINED:
            found.append(name)
    return found


def _exchanged(
    pair: Pair, rows: Coverage, source: Sequence[Name], reference: Sequence[Name]
) -> Iterable[Finding]:
    """A name of the article and one of the same kind in the original that are not one thing, in order."""
    left = list(reference)
    for name in source:
        other = next((o for o in left if _differ(pair, rows, name, o)), None)
        if other is not None:
            left.remove(other)
            written = _span(name).of(pair.source)
            message = f"the article says {name.key} («{written}»), the original says {other.key}"
            yield Finding("name", "critical", message, _span(name), _span(other), weight=_SAME_GROUP)


def _differ(pair: Pair, rows: Coverage, name: Name, other: Name) -> bool:
    """Whether two known names of one kind, under unlike keys, stand for one another and are not one thing.

    "Britain" may be rendered by «المملكة المتحدة»: the word table knows that. Sound does not count here:
    Paraguay sounds like Uruguay. A name that has its counterpart elsewhere in the sentence is not exchanged.
    """
    if name.kind != other.kind:
        return False
    if _explained_elsewhere(name, other, rows.source, rows.reference):
        return False
    if _explained_elsewhere(other, name, rows.reference, rows.source):
        return False
    translations = [word_table().translations(term.key) for term in source_terms(_span(name).of(pair.source))]
    words = reference_terms(_span(other).of(pair.reference))
    return any(all(known.get(word.key, 0.0) < UNEXPLAINED for known in translations) for word in words)


def _explained_elsewhere(
    name: Name, other: Name, rows: Sequence[Explained], other_rows: Sequence[Explained]
) -> bool:
    """Whether every word of `name` has its counterpart on the other side outside of `other`."""
    inside = [row for row in rows if name.start <= row.term.start < name.end]
    partners = [
        other_rows[row.partner].term.start
        for row in inside
        if row.partner is not None and row.degree >= UNEXPLAINED
    ]
    outside = [start for start in partners if not other.start <= start < other.end]
    return bool(inside) and len(outside) == len(inside)


def _unknown_names(pair: Pair, source: Sequence[Explained], reference: Sequence[Explained]) -> list[Finding]:
    """A name nobody listed on each side, neither of which sounds like anything on the other."""
    here = [
        row.term
        for row in source
        if row.term.name and row.degree < UNEXPLAINED and not _has_sound(row.term.word, pair.reference)
    ]
    there = [
        row.term
        for row in reference
        if row.term.name
        and row.degree < UNEXPLAINED
        and not _begins_sentence(pair.reference, row.term.start)
        and not _is_sounded(row.term.word, pair.source)
    ]
    if not here or not there:
        return []
    one, other = here[0], there[0]
    spans = Span(one.start, one.end), Span(other.start, other.end)
    message = (
        f"the original names {spans[1].of(pair.reference)}, the article has «{spans[0].of(pair.source)}»"
    )
    return [Finding("name", "major", message, *spans, weight=_UNKNOWN)]


def _has_sound(word: str, reference: str) -> bool:
    """Whether some English word sounds at all like an Arabic one."""
    return any(same_name(word, other.key) >= _SOUNDS_ALIKE for other in english.words(reference))


def _is_sounded(word: str, source: str) -> bool:
    """Whether some Arabic word (or the same letters) sounds at all like an English one."""
    others = arabic.words(source)
    return any(other.key == word or same_name(other.key, word) >= _SOUNDS_ALIKE for other in others)


def _missing(pair: Pair, name: Name) -> Finding:
    message = f"the article names {name.key} («{_span(name).of(pair.source)}»), the original does not"
    return Finding("name", "minor", message, source_span=_span(name), weight=_ALONE)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:;"


def _span(name: Name) -> Span:
    return Span(name.start, name.end)
