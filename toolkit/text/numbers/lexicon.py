"""The word lists of the numbers, read once when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from toolkit.text import arabic, english
from toolkit.text.rows import rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A number word: its part in the grammar (`unit`, `tens`, `scale` ...) and its value."""

    role: str
    value: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `factor` (None: cannot be converted) and `offset` lead to the base unit."""

    id: str
    dimension: str
    factor: float | None
    offset: float


def _fold(form: str, language: str) -> str:
    return arabic.fold(form).lower() if language == "ar" else english.fold(form)


@cache
def words(language: str) -> dict[str, tuple[Entry, ...]]:
    """The number words of a language by folded form; a form may have several parts.

    >>> words("ar")["ثلاثميه"]
    (Entry(role='hundred', value=300.0),)
    """
    table: dict[str, tuple[Entry, ...]] = {}
    for role, value, forms in rows(f"numbers-{language}.tsv"):
        for form in forms.split():
            key = _fold(form, language)
            entry = Entry(role, float(value))
            if entry not in table.get(key, ()):
                table[key] = (*table.get(key, ()), entry)
    return table


@cache
def cues(name: str, language: str) -> dict[str, str]:
    """The words of one list of `numbers-context.tsv`, folded, with their values; in a phrase "_" is a space.

    >>> cues("direction", "en")
    {'to': 'to', 'by': 'by'}
    """
    listed = [row for row in rows("numbers-context.tsv") if row[:2] == [name, language]]
    return {_fold(form, language): value for _, _, value, forms in listed for form in forms.split()}


@cache
def phrases(name: str, language: str) -> dict[tuple[str, ...], str]:
    """The entries of a list as sequences of words, the longest first."""
    found = {tuple(form.split("_")): value for form, value in cues(name, language).items()}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def calendar(language: str) -> dict[tuple[str, ...], tuple[str, int, bool]]:
    """Months and weekdays by their words: kind, number, and whether the word is sure to mean it.

    >>> calendar("ar")["تشرين", "الاول"]
    ('month', 10, True)
    """
    table: dict[tuple[str, ...], tuple[str, int, bool]] = {}
    for kind, number, *forms in rows("months.tsv"):
        for form in forms[language == "ar"].split():
            keys = tuple(_fold(part, language) for part in form.lstrip("?").split("_"))
            table[keys] = (kind, int(number), not form.startswith("?"))
    return table


@cache
def units() -> dict[str, Unit]:
    """All units by id."""
    table = {}
    for name, dimension, factor, offset, *_ in rows("units.tsv"):
        table[name] = Unit(name, dimension, None if factor == "-" else float(factor), float(offset))
    return table


@cache
def unit_forms(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The unit ids by their words (a sequence of folded words or marks).

    >>> unit_forms("ar")["نقطه", "مئويه".replace("ئ", "ي")], unit_forms("en")["pounds",]
    (('percentage_point',), ('pound', 'sterling', 'lira'))
    """
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, _, _, _, *columns in rows("units.tsv"):
        for form in columns[language == "ar"].split():
            keys = tuple(_fold(part, language) for part in form.split("_"))
            if form != "-" and name not in table.get(keys, ()):
                table[keys] = (*table.get(keys, ()), name)
    return table


@cache
def singulars() -> dict[str, tuple[str, ...]]:
    """The Arabic singulars of units, folded, with and without the accusative ending."""
    table: dict[str, tuple[str, ...]] = {}
    for name, dimension, _, _, _, forms in rows("units.tsv"):
        for singular in forms.split()[: 2 if name == "year" else 1]:
            key = _fold(singular, "ar")
            if "_" not in singular and dimension != "ratio" and len(key) > 2:
                for form in (key, key if key.endswith("ه") else key + "ا"):
                    if name not in table.get(form, ()):
                        table[form] = (*table.get(form, ()), name)
    return table


@cache
def duals() -> dict[str, tuple[str, ...]]:
    """The Arabic duals of units ("two days" in one word) and their unit ids, folded.

    >>> duals()["يومين"], duals()["ساعتان"]
    (('day',), ('hour',))
    """
    table: dict[str, tuple[str, ...]] = {}
    for name, dimension, _, _, _, forms in rows("units.tsv"):
        singulars = forms.split()[:2] if name == "year" else forms.split()[:1]
        for singular in singulars:
            if (
                "_" in singular
                or dimension == "ratio"
                or singular[-1] not in _LETTERS
                or singular in ("ين", "كوب")
            ):
                continue
            key = _fold(singular, "ar")
            stem = key[:-1] + "ت" if key.endswith("ه") else key
            endings = ("ان", "ين", "ي") if key.endswith("ه") else ("ان", "ين")
            for form in (stem + ending for ending in endings):
                if form in _NAMES:
                    continue
                table[form] = (*table.get(form, ()), name)
    return table


_NAMES = frozenset(("ميلان", "جيلين", "جيلان", "مرتي"))  # Milan, Jilin
_LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
