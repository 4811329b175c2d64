"""The quotes of an article by themselves: as JSON, or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from toolkit.report.json import dumps
from toolkit.report.terminal import safe_text
from toolkit.types import Quote

if TYPE_CHECKING:
    from rich.console import Console


def quotes_json(quotes: Sequence[Quote]) -> str:
    """A JSON list: `text`, `start`, `end`, `speaker`, `cue`, `kind` of each quote, then the rest."""
    first = ("text", "start", "end", "speaker", "cue", "kind")
    records = (asdict(quote) for quote in quotes)
    return dumps([{key: record[key] for key in first} | record for record in records])


def print_quotes(quotes: Sequence[Quote], console: Console) -> None:
    """Print one row for each quote, in order of position."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.HORIZONTALS, pad_edge=False, expand=True)
    table.add_column("quote", width=14)
    table.add_column("said by, cue", ratio=2)
    table.add_column("statement", ratio=5)
    for quote in quotes:
        place = safe_text(f"{quote.id} {quote.kind}")
        place.append(f"\n{quote.start}-{quote.end}", "dim")
        said = safe_text(quote.speaker or "(unknown)")
        if quote.cue:
            said.append_text(safe_text(f"\n{quote.cue}", "dim"))
        table.add_row(place, said, safe_text(quote.source))
    console.print(table)
    console.print(f"{len(quotes)} statements")
