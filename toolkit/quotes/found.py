"""A statement while it is being found, in offsets of the content."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.quotes.speakers import Speaker
from toolkit.text.cues import Cue
from toolkit.types import QuoteKind


@dataclass(slots=True)
class Found:
    """`content[start:end]` said by `speaker`, introduced by `content[cue_start:cue_end]`.

    `outer_start` and `outer_end` include the marks. `chain` is shared by the parts of one quotation.
    """

    start: int
    end: int
    kind: QuoteKind
    confidence: float
    reasons: tuple[str, ...]
    cue: Cue | None = None
    cue_start: int = 0
    cue_end: int = 0
    speaker: Speaker | None = None
    outer_start: int = 0
    outer_end: int = 0
    chain: int | None = None
    depth: int = 0
    doubts: list[str] = field(default_factory=list)
