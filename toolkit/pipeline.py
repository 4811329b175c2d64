"""The stages in their order, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit import __version__
from toolkit.checks.table import run_checks
from toolkit.errors import ArticleError
from toolkit.match import match
from toolkit.quotes import find_quotes
from toolkit.score import score
from toolkit.score import signature as score_signature
from toolkit.translate import Engine, translate
from toolkit.types import Article, Judgement, Match, Opinion, Pair, Reference, Report, Translation, Verdict
from toolkit.verdict import judge

MENTIONED = 0.2
"""A candidate less probable than this is not worth a look."""


def verify(article: Article, references: Sequence[Reference], engine: Engine) -> Report:
    """Find the quotes of `article`, the reference each one renders, and what was mistranslated.

    Raises `ArticleError` when the article quotes nobody.

    >>> from toolkit.read import make_article
    >>> from toolkit.translate import TableEngine
    >>> article = make_article("a.txt", "وقال الوزير: «لن نبيع أكثر من 30 طائرة للحكومة».")
    >>> words = "We will not sell more than 13 planes to the government."
    >>> report = verify(article, [Reference("r1", words)], TableEngine({}))
    >>> report.verdicts[0].label, [f.kind for f in report.verdicts[0].judgement.findings]
    ('mistranslated', ['number'])
    """
    quotes = find_quotes(article)
    if not quotes:
        message = f"no quoted statement found in {article.name}"
        raise ArticleError(message, hint="is it a news article in which somebody is quoted?")
    translations = translate([quote.source for quote in quotes], engine)
    matches = match(quotes, translations, references)
    verdicts = tuple(_verdicts(matches, engine))
    return Report(article.name, verdicts, article.notices, signature(engine))


def assess(pairs: Sequence[Pair], engine: Engine) -> list[Judgement]:
    """The judgement on each pair, in order; a pair without a translation gets one first."""
    missing = iter(translate([pair.source for pair in pairs if pair.translation is None], engine))
    translations = [pair.translation or next(missing) for pair in pairs]
    judgements = []
    for pair, translation, opinion in zip(
        pairs, translations, opinions(pairs, translations, engine), strict=True
    ):
        scores = score(translation.text, pair.reference)
        judgements.append(judge(pair, translation, run_checks(pair), scores, opinion))
    return judgements


def opinions(pairs: Sequence[Pair], translations: Sequence[Translation], engine: Engine) -> list[Opinion]:
    """The model's opinion of each pair, in order."""
    sources = [pair.source for pair in pairs]
    references = [pair.reference for pair in pairs]
    forward = engine.log_probs(sources, references, to="en")
    backward = engine.log_probs(references, sources, to="ar")
    return [
        Opinion(reference=f, source=b, translation=translation.log_prob)
        for f, b, translation in zip(forward, backward, translations, strict=True)
    ]


def signature(engine: Engine) -> str:
    """How every number of a report was made: version, model, settings, metrics."""
    return f"verbatim:{__version__}|{engine.signature};{score_signature()}"


def _verdicts(matches: Sequence[Match], engine: Engine) -> list[Verdict]:
    judged = [found for found in matches if found.reference is not None]
    judgements = iter(assess([_pair(found) for found in judged], engine))
    return [
        Verdict(found, next(judgements)) if found.reference else Verdict(found, None, _why_none(found))
        for found in matches
    ]


def _pair(found: Match) -> Pair:
    assert found.reference is not None
    return Pair(
        found.quote.source,
        found.reference.text,
        found.translation,
        partial=True,
        rendered=found.reference_span,
        match_score=found.score,
        speaker=found.quote.speaker,
        reference_speaker=found.reference.speaker,
    )


def _why_none(found: Match) -> tuple[str, ...]:
    if found.candidate is None:
        return ("there are no references to compare with",)
    if found.score < MENTIONED:
        return ("no reference is near enough",)
    return (f"no reference is near enough; the nearest is {found.candidate.id} ({found.score:.0%})",)
