"""A report as a table: one row a quote, worst first, one fixed set of columns for every writer."""

from __future__ import annotations

from toolkit.types import LABELS, Judgement, Report, Verdict
from toolkit.verdict import NAMED

COLUMNS = (
    "article", "quote_id", "start", "end", "speaker", "cue", "kind", "source", "translation", "reference_id",
    "reference", "reference_speaker", "match_score", "match_margin", "chrf2", "bleu", "verdict",
    "p_mistranslated", "severity", "findings", "evidence", "signature",
)  # fmt: skip

Row = dict[str, str | int | float | None]


def rows(report: Report) -> list[Row]:
    """One row for each verdict of `report`, the ones that need a person first.

    `findings` are the kinds of finding joined by `;`, `evidence` the sentences that explain them joined by
    ` | `; both are in order of weight. A cell is None where there is nothing to say.
    """
    return [_row(report, verdict) for verdict in worst_first(report.verdicts)]


def worst_first(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    """The verdicts in the order in which a person should look at them."""
    return sorted(verdicts, key=lambda v: (LABELS.index(v.label), -(v.p_mistranslated or 0.0)))


def kinds(verdict: Verdict) -> list[str]:
    """The distinct kinds of finding of `verdict`, the weightiest first; none where it is not flagged."""
    return kinds_of(verdict.judgement) if verdict.judgement else []


def kinds_of(judgement: Judgement) -> list[str]:
    """The distinct kinds of finding behind a flagged judgement, the weightiest first.

    What a check noticed in a pair that was judged faithful, and what it was less than sure of, is in the JSON
    report only.
    """
    if judgement.label not in ("mistranslated", "check"):
        return []
    return list(dict.fromkeys(f.kind for f in judgement.findings if f.weight >= NAMED))


def reasons(verdict: Verdict) -> tuple[str, ...]:
    """The sentences that explain `verdict`."""
    return verdict.judgement.reasons if verdict.judgement else verdict.reasons


def _row(report: Report, verdict: Verdict) -> Row:
    match, quote, judgement = verdict.match, verdict.match.quote, verdict.judgement
    reference = match.reference
    return {
        "article": report.article,
        "quote_id": quote.id,
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker,
        "cue": quote.cue,
        "kind": quote.kind,
        "source": quote.source,
        "translation": match.translation.text,
        "reference_id": reference.id if reference else None,
        "reference": reference.text if reference else None,
        "reference_speaker": reference.speaker if reference else None,
        "match_score": round(match.score, 3),
        "match_margin": round(match.margin, 3),
        "chrf2": judgement.scores.chrf2 if judgement else None,
        "bleu": judgement.scores.bleu if judgement else None,
        "verdict": verdict.label,
        "p_mistranslated": round(judgement.p_mistranslated, 3) if judgement else None,
        "severity": judgement.severity if judgement else None,
        "findings": ";".join(kinds(verdict)),
        "evidence": " | ".join(reasons(verdict)),
        "signature": report.signature,
    }
