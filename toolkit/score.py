"""Score our translation against the reference: sacreBLEU's sentence chrF2 and BLEU, with their signatures.

chrF2: Popović 2015 and 2017 (character n-grams up to 6, beta 2). BLEU: Papineni et al. 2002, for single
sentences with effective order, so that a short sentence without a 4-gram does not score 0 for that alone.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from toolkit.types import Scores


@cache
def _metrics() -> tuple[Any, Any]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(), BLEU(effective_order=True)


def score(translation: str, reference: str) -> Scores:
    """How alike `translation` and `reference` are, 0 to 100.

    >>> score("We will not negotiate.", "We will not negotiate.").chrf2
    100.0
    """
    chrf, bleu = _metrics()
    return Scores(
        chrf2=round(chrf.sentence_score(translation, [reference]).score, 2),
        bleu=round(bleu.sentence_score(translation, [reference]).score, 2),
        signature=signature(),
    )


@cache
def signature() -> str:
    """sacreBLEU's signatures of both metrics.

    >>> signature().startswith("chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:")
    True
    """
    chrf, bleu = _metrics()
    chrf.sentence_score("a", ["a"])
    bleu.sentence_score("a", ["a"])
    return f"chrF2|{chrf.get_signature().format()};BLEU|{bleu.get_signature().format()}"
