"""The chain on real articles, and on anything at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.errors import ArticleError
from toolkit.modelling.translator import CTranslate2Engine
from toolkit.pipeline import assess, verify
from toolkit.read import make_article, read_article
from toolkit.references import read_references
from toolkit.translate import TableEngine
from toolkit.types import LABELS, Pair, Reference, Report


def _check_whole(report: Report, text: str) -> None:
    for verdict in report.verdicts:
        quote = verdict.match.quote
        assert text[quote.start : quote.end] == quote.text
        assert verdict.label in LABELS
        assert (verdict.p_mistranslated is None) == (verdict.label == "no_reference")
        for finding in verdict.judgement.findings if verdict.judgement else ():
            assert finding.message
            assert verdict.match.reference is not None
            if finding.source_span:
                assert finding.source_span.end <= len(quote.source)
            if finding.reference_span:
                assert finding.reference_span.end <= len(verdict.match.reference.text)


def test_the_seed_articles(shared: Path, engine: CTranslate2Engine) -> None:
    references = read_references([str(shared / "seeds" / "references.jsonl")]).statements
    found = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        report = verify(read_article(str(path)), references, engine)
        _check_whole(report, path.read_bytes().decode())
        found.update({v.match.quote.text: v for v in report.verdicts})
    block = found["لم نقم مطلقًا بتصدير أسلحة أو ذخائر إلى روسيا من قبل ولن نخطط لتصديرها."]
    assert block.match.reference is not None
    assert (block.match.reference.id, block.match.quote.kind) == ("kcna-1", "block")
    half_turned = "مؤشر على الوضع الذي تجد روسيا نفسها فيه في حرب أوكرانيا"
    assert found[half_turned].match.quote.speaker is not None
    assert "نيويورك تايمز" not in found
    references_found = {v.match.reference.id for v in found.values() if v.match.reference}
    assert {"kcna-1", "kcna-2", "patel-1", "kirby-1", "putin-1"} <= references_found
    assert not references_found & {"other-1", "other-2"}


def test_the_development_articles(shared: Path, engine: CTranslate2Engine) -> None:
    paths = sorted((shared / "dev" / "articles").glob("*.txt"))
    assert len(paths) == 15
    for path in paths:
        references = read_references([str(path.with_suffix(".references.jsonl"))]).statements
        _check_whole(verify(read_article(str(path)), references, engine), path.read_bytes().decode())


def test_an_article_that_quotes_nobody() -> None:
    with pytest.raises(ArticleError, match="no quoted statement"):
        verify(make_article("a", "تساقطت الأمطار على المدينة طوال الليل."), (), TableEngine({}))


_WORDS = st.sampled_from(
    [
        "قال",
        "الوزير",
        ":",
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "وأضاف",
        "إن",
        "لن",
        "نبيع",
        "30",
        "٣",
        "طائرة",
        "للحكومة",
        "،",
        ".",
        "؟",
        "\n",
        "&quot;",
        "علي",
        "محمد",
        "‹",
        "›",
        "(",
        ")",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(_WORDS, max_size=40), st.text(max_size=60))
def test_any_article_gets_a_report_or_a_reason(words: list[str], reference: str) -> None:
    article_text = "قال " + " ".join(words)
    article = make_article("a", article_text)
    try:
        report = verify(article, [Reference("r", reference)], TableEngine({}))
    except ArticleError:
        return
    _check_whole(report, article_text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.booleans())
def test_any_pair_gets_a_probability(source: str, reference: str, partial: bool) -> None:
    judgement = assess([Pair(source, reference, partial=partial)], TableEngine({}))[0]
    assert 0 <= judgement.p_mistranslated <= 1
