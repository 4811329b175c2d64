"""The table a person reads: worst first, English first on the line, since terminals do not turn Arabic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.report.rows import reasons, worst_first
from toolkit.types import LABELS, Report, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_STYLES = {
    "mistranslated": "bold red",
    "check": "yellow",
    "unreliable": "magenta",
    "no_reference": "dim",
    "faithful": "green",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LONGEST_CELL = 400


def print_report(report: Report, console: Console) -> None:
    """Print the notices, the table and one line of counts."""
    for notice in report.notices:
        console.print(safe_text(f"note: {notice.message}", "dim"))
    console.print(_table(report))
    console.print(safe_text(summary(report)))


def summary(report: Report) -> str:
    """One line that says how many quotes got which verdict."""
    labels = [verdict.label for verdict in report.verdicts]
    counts = [f"{labels.count(label)} {label.replace('_', ' ')}" for label in LABELS if label in labels]
    quotes = "1 statement" if len(labels) == 1 else f"{len(labels)} statements"
    return f"{report.article}: {quotes}: {', '.join(counts)}"


def _table(report: Report) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False, expand=True)
    table.add_column("verdict", width=13)
    table.add_column("English", ratio=5)
    table.add_column("Arabic", ratio=3)
    for verdict in worst_first(report.verdicts):
        table.add_row(_verdict_cell(verdict), _english_cell(verdict), _arabic_cell(verdict))
    return table


def _verdict_cell(verdict: Verdict) -> Text:
    cell = safe_text(verdict.label.replace("_", " "), _STYLES[verdict.label])
    if verdict.p_mistranslated is not None:
        cell.append(f"\np = {verdict.p_mistranslated:.2f}", "dim")
    cell.append(f"\n{verdict.match.quote.id} {verdict.match.quote.kind}", "dim")
    return cell


def _english_cell(verdict: Verdict) -> Text:
    match = verdict.match
    cell = safe_text("")
    if match.reference is not None:
        by = f"  ({match.reference.speaker}, {match.reference.id})" if match.reference.speaker else ""
        _add_line(cell, "original", match.reference.text)
        cell.append(_clean(by or f"  ({match.reference.id})"), "dim")
    _add_line(cell, "machine", match.translation.text or "(no translation)", "dim")
    for reason in reasons(verdict):
        _add_line(cell, "why", reason, _STYLES[verdict.label])
    return cell


def _arabic_cell(verdict: Verdict) -> Text:
    quote = verdict.match.quote
    cell = safe_text(quote.source)
    if quote.speaker:
        cell.append(_clean(f"\n({quote.speaker})"), "dim")
    return cell


def _add_line(cell: Text, label: str, content: str, style: str = "") -> None:
    if cell.plain:
        cell.append("\n")
    cell.append(f"{label:<9}", "dim")
    cell.append(_clean(content), style)


def safe_text(content: str, style: str = "") -> Text:
    """`content` as rich text that no character of an article can turn into a command to the terminal."""
    from rich.text import Text

    return Text(_clean(content), style)


def _clean(content: str) -> str:
    """Article text made safe for a terminal: no control characters, which could rewrite the screen."""
    short = content if len(content) <= _LONGEST_CELL else content[:_LONGEST_CELL] + "…"
    return "\n".join(_CONTROL.sub(" ", line) for line in short.split("\n"))
