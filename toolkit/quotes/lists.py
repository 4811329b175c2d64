"""The word lists of this package: `text/lexicon/speaker-words.tsv`, folded, each word also with ال."""

from __future__ import annotations

from functools import cache

from toolkit.text.arabic import fold
from toolkit.text.rows import rows

CONJUNCTIONS = frozenset(
    fold(front + base + pronoun)
    for front in ("", "ب", "و", "وب")
    for base in ("إن", "أن")
    for pronoun in ("", "ه", "ها", "هم", "هما", "نا", "ني", "ي", "هن", "ك", "كم")
) - {"بانك", "واني"}
"""The particles that open a reported clause, folded, with pronouns and attached particles."""

SO = frozenset({"فان", "فانه", "فانها", "فانهم"})
"""فإن, folded: opens the clause after a source (بحسب الوزير، فإن ...). فان is also part of names."""

CONTINUING = frozenset(key for key in CONJUNCTIONS if key.startswith("و"))
"""Those that open one more clause of the same report: وأن, وإنه."""


@cache
def listed(kind: str) -> frozenset[str]:
    """The folded words of a kind, with and without ال.

    >>> "الوزيره" in listed("title"), "وزيره" in listed("title")
    (True, True)
    """
    found: set[str] = set()
    for name, listing in rows("speaker-words.tsv"):
        if name == kind:
            for word in listing.split("|"):
                key = fold(word)
                found |= {key, "ال" + key}
                if kind == "title" and not key.endswith("ه"):
                    found |= {key + "ه", "ال" + key + "ه"}
    return frozenset(found)


def announces(kind: str, key: str) -> bool:
    """Whether a folded word is of a kind, bare or with ب ل ك و ف attached: بصحيفة, لشركة, للوزير.

    >>> announces("named", "لصحيفه"), announces("named", "للصحيفه"), announces("named", "لصيق")
    (True, True, False)
    """
    known = listed(kind)
    return (
        key in known
        or (key[0] in "بلكوف" and key[1:] in known)
        or (key.startswith("لل") and key[2:] in known)
    )


def is_addressee(key: str) -> bool:
    """Whether a folded word says to whom something was said: للصحفيين, لشبكة.

    >>> is_addressee("للصحفيين"), is_addressee("لشبكه"), is_addressee("لندن")
    (True, True, False)
    """
    if not key.startswith("ل") or len(key) < 3:
        return False
    rest = key[2:] if key.startswith("لل") else key[1:]
    return rest in listed("addressee") or ("ال" + rest in listed("addressee") and key.startswith("لل"))
