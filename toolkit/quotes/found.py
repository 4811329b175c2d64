"""A statement while it is being found, in offsets of the content."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.quotes.phrases import Speaker
from toolkit.text.cues import Cue
from toolkit.types import QuoteKind


@dataclass(slots=True)
class Found:
    """`content[start:end]`, introduced by `cue` in the sentence that begins at `begin`.

    `outer_start` and `outer_end` include the marks. `lead` is the statement this one goes on from: it has
    his speaker and his cue, and is of one quotation with it when `joined`. `cue_start` and `cue_end` stand
    for a cue that is no word (a colon, a label). `chain` numbers the parts of one quotation.
    """

    start: int
    end: int
    kind: QuoteKind
    confidence: float
    reason: str
    cue: Cue | None = None
    begin: int = 0
    outer_start: int = 0
    outer_end: int = 0
    depth: int = 0
    lead: Found | None = None
    joined: bool = False
    cue_start: int = 0
    cue_end: int = 0
    speaker: Speaker | None = None
    settled: bool = False
    chain: int | None = None

    def cue_span(self) -> tuple[int, int] | None:
        """Where the cue stands."""
        if self.cue is not None:
            return self.cue.start, self.cue.end
        return (self.cue_start, self.cue_end) if self.cue_end > self.cue_start else None

    def order(self) -> tuple[int, int]:
        """Where the statement is introduced: speakers are carried over in this order."""
        span = self.cue_span()
        return (span[0] if span else self.start), self.start
