"""Whether words in marks are a statement or a name: what a clause looks like without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.quotes.lists import listed


def clause_weight(keys: Sequence[str]) -> int:
    """How many folded words speak for a clause: particles, pronouns, forms that are most likely verbs.

    >>> clause_weight(["لن", "نعبر", "خط", "الاعتصام"]), clause_weight(["الملاجي", "الحراريه"])
    (1, 0)
    """
    return sum(1 for key in keys[:40] if key in listed("clause") or _like_verb(key))


def _like_verb(key: str) -> bool:
    """Whether a folded word has the look of a finite verb: سيفعل, نفعل, فعلنا, يفعلون."""
    if len(key) < 4 or key in listed("notverb"):
        return False
    if key.startswith(("سي", "سن", "ست", "وسي", "وسن", "وست", "فسي", "فسن", "فست", "لن")) and len(key) > 4:
        return True
    if key[0] == "ي" or (key[0] in "وف" and key[1] == "ي" and len(key) > 4):
        return True
    if key.endswith("وا") and len(key) > 4:
        return True
    return key.endswith(("نا", "ناه", "ناها", "تها", "تموها")) and not key.startswith("ال")
