"""Whether words in marks are a statement or a name: what a clause looks like without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.text.arabic import fold

_FUNCTION = frozenset(
    fold(word)
    for word in (
        "لا لم لن ليس ليست لسنا لست ليسوا ما لقد قد سوف كان كانت كنا كنت كانوا يكون تكون سيكون ستكون نحن أنا هو هي هم "
        "أنت أنتم هذا هذه ذلك تلك هناك إن أن إنه إنها إننا إنني أننا أنه أنها لكن لكنه لكنها لكننا ولكن ولكننا إذا لو هل كيف "
        "لماذا متى أين نعم كلا يجب ينبغي يمكن لأن لأنه لأننا عندما حين كل كلنا علينا لدينا لدي لي لنا بل فقط أبدا الآن اليوم "
        "أريد نريد أعتقد نعتقد أرى نرى أؤمن كنت كنا أصبح أصبحت يبدو تبدو بحاجة أي أحد الذي التي الذين ولم ولن ولا وليس وهو وهي "
        "ونحن وأنا وقد وهذا وهذه وسوف فقد فإن فلا فلم لقد إنني وأين وكيف وهل ولماذا ثم حتى لولا ليت لعل مثل كأن كأنه كأنها"
    ).split()
)
_NOT_VERBS = frozenset(
    fold(word) for word in "يوم يومين يناير يوليو يونيو يد يمين يسار نسبة نوع نقطة نظام نجم نهر نفط نادي ناد نص نساء نار".split()
)


def is_clause(keys: Sequence[str]) -> bool:
    """Whether folded words look like a clause and not like a name or a term.

    >>> is_clause([fold(w) for w in "لن نعبر خط الاعتصام".split()])
    True
    >>> is_clause([fold(w) for w in "الملاجئ الحرارية".split()])
    False
    """
    return clause_weight(keys) >= 1


def clause_weight(keys: Sequence[str]) -> int:
    """How many words speak for a clause: particles, pronouns, forms that are most likely verbs."""
    return sum(1 for key in keys[:40] if key in _FUNCTION or _like_verb(key))


def _like_verb(key: str) -> bool:
    """Whether a folded word has the look of a finite verb: سيفعل, نفعل, فعلنا, يفعلون."""
    if len(key) < 4 or key in _NOT_VERBS:
        return False
    if key.startswith(("سي", "سن", "ست", "وسي", "وسن", "وست", "فسي", "فسن", "فست", "لن")) and len(key) > 4:
        return True
    if key[0] == "ي" or (key[0] in "وف" and key[1] == "ي" and len(key) > 4):
        return True
    if key.endswith("وا") and len(key) > 4:
        return True
    return key.endswith(("ونا", "تنا", "ناه", "ناها", "تها", "تموها")) and not key.startswith("ال")
