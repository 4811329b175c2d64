"""JSON: the whole report, with every span, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from toolkit import __version__
from toolkit.report.rows import reasons, worst_first
from toolkit.types import Report, Verdict


def report_to_json(report: Report) -> str:
    """The report as indented JSON (UTF-8, Arabic as it is); quotes worst first, spans as `[start, end]`."""
    document = {
        "article": report.article,
        "version": __version__,
        "signature": report.signature,
        "notices": [asdict(notice) for notice in report.notices],
        "quotes": [_quote(verdict) for verdict in worst_first(report.verdicts)],
    }
    return dumps(document)


def dumps(value: object) -> str:
    """`value` as indented JSON with a final newline; spans become pairs.

    >>> dumps({"span": {"start": 1, "end": 2}}).split()
    ['{', '"span":', '[', '1,', '2', ']', '}']
    """
    return json.dumps(_plain(value), ensure_ascii=False, indent=1) + "\n"


def _quote(verdict: Verdict) -> dict[str, object]:
    match = verdict.match
    return {
        "quote": asdict(match.quote),
        "translation": asdict(match.translation),
        "reference": asdict(match.reference) if match.reference else None,
        "candidate": asdict(match.candidate) if match.candidate else None,
        "match_score": match.score,
        "match_margin": match.margin,
        "reference_span": asdict(match.reference_span) if match.reference_span else None,
        "verdict": verdict.label,
        "judgement": asdict(verdict.judgement) if verdict.judgement else None,
        "reasons": list(reasons(verdict)),
    }


def _plain(value: object) -> object:
    """Spans as pairs, floats to six places, everything else as it is."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return [value["start"], value["end"]]
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return round(value, 6) if isinstance(value, float) else value
