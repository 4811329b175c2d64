"""The records, in the order in which they flow through the pipeline.

```
Article ─▶ Quote ─▶ Translation ─▶ Match ─▶ Score, Finding ─▶ Verdict ─▶ Report
                    Reference ──────┘
```

Every record is frozen and holds the one it came from, so that any finding walks back to characters of
the article. Offsets are counted in Unicode characters of the text as read, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

QuoteKind = Literal["direct", "partial", "block", "indirect"]
Severity = Literal["minor", "major", "critical"]
Label = Literal["faithful", "mistranslated", "check", "no_reference", "unreliable"]
Language = Literal["ar", "en"]

LABELS: tuple[Label, ...] = ("mistranslated", "check", "unreliable", "no_reference", "faithful")
"""All verdict labels, the ones that need a person first."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of a text.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement the article attributes to somebody.

    `text` is exactly `article[start:end]`, without the marks around it. `source` is the same words ready for
    comparing and translating (HTML entities resolved, white space made single). `kind` is `direct` (a clause
    or more inside marks), `partial` (a phrase inside marks, built into the journalist's sentence), `block`
    (words without marks of their own after a cue and a colon) or `indirect` (a reported clause).
    `confidence` is between 0 and 1; `reasons` name what spoke for and against, in a few words each.
    `group` numbers the pieces of one interrupted quotation alike (None: it stands alone).
    """

    id: str
    text: str
    source: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    cue: str | None = None
    speaker_span: Span | None = None
    cue_span: Span | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One original English statement that a quote may render; only `id` and `text` are always there."""

    id: str
    text: str
    speaker: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """Our own machine translation of `source`: a bridge for finding and comparing, never evidence by itself.

    `log_prob` is the model's mean log-probability per target token (natural logarithm, at most 0).
    `problems` names what the guards saw (`repetition`, `copied`, `empty`, `too short`, `too long`); a
    translation with problems cannot be trusted.
    """

    source: str
    text: str
    log_prob: float = 0.0
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A quote with the reference it most likely renders, or with none.

    `score` is the estimated probability (0 to 1) that `reference` is what the quote renders; `margin` is its
    distance to the runner-up's. `candidate` is the best reference even when it was not good enough to be
    accepted (then `reference` is None); it is None only when there were no references at all.
    `reference_span` says which part of the reference the quote renders.
    """

    quote: Quote
    translation: Translation
    reference: Reference | None
    candidate: Reference | None
    score: float
    margin: float
    reference_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its reference, as the checks see them.

    `partial` is true when the source may render only a part of the reference (a quote): then what the
    reference says and the source does not is no evidence by itself; `rendered` is that part, where it is
    known (None: all of it). `match_score` is the probability that the two belong together. The speakers are
    those the article and the reference name, where they do.
    """

    source: str
    reference: str
    translation: Translation | None = None
    partial: bool = False
    rendered: Span | None = None
    match_score: float = 1.0
    speaker: str | None = None
    reference_speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One observed discrepancy between a source and its reference.

    `kind` is the name of the check's kind (`number`, `negation` ...); the spans count characters of
    `Pair.source` and `Pair.reference` (None: nothing there to point at); `message` is one plain English
    sentence without a full stop ("the article says 3 million, the original says 3 billion"). `weight`, 0 to
    1, is how sure the check is that the difference is real.
    """

    kind: str
    severity: Severity
    message: str
    source_span: Span | None = None
    reference_span: Span | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Similarity of our translation to the reference, both 0 to 100, with sacreBLEU's signatures."""

    chrf2: float
    bleu: float
    signature: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """The model's own opinion of a pair, by forced decoding: mean log-probabilities per piece (at most 0).

    `reference` is that of the reference given the source, `source` that of the source given the reference,
    `translation` that of the model's own translation given the source.
    """

    reference: float
    source: float
    translation: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a pair in the end, and why.

    `p_mistranslated` is a calibrated probability (0 to 1). `severity` is that of the worst finding that
    counted, or None. `findings` come weightiest first; `reasons` are plain sentences.
    """

    label: Label
    p_mistranslated: float
    severity: Severity | None
    translation: Translation
    scores: Scores
    findings: tuple[Finding, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A quote's match and the judgement on it; `judgement` is None when there is no reference to judge by."""

    match: Match
    judgement: Judgement | None
    reasons: tuple[str, ...] = ()

    @property
    def label(self) -> Label:
        """The verdict in one word."""
        return self.judgement.label if self.judgement else "no_reference"

    @property
    def p_mistranslated(self) -> float | None:
        """The calibrated probability, or None where there is nothing to judge."""
        return self.judgement.p_mistranslated if self.judgement else None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the article as a whole that the reader of the report should know.

    `kind` is a short name (`encoding`, `machine-translated`, `entities`); `start` and `end` are None when it
    belongs to no place in particular.
    """

    kind: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text as published.

    `text` is the decoded file, unchanged: all offsets count its characters. `content` is what a reader sees:
    HTML entities resolved; `origins[i]` is the offset in `text` of character i of `content`, with one more
    entry for the end. `notices` say what was noticed in reading; `furniture` are spans of `text` that are not
    content (a machine-translation notice, a comments footer).
    """

    name: str
    text: str
    content: str
    origins: tuple[int, ...] | range = field(repr=False)
    encoding: str = "utf-8"
    notices: tuple[Notice, ...] = ()
    furniture: tuple[Span, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of `text` behind characters `start` to `end` of `content`."""
        if start == end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end])


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about one article; `signature` says how every number in it was made."""

    article: str
    verdicts: tuple[Verdict, ...]
    notices: tuple[Notice, ...]
    signature: str

    @property
    def labels(self) -> frozenset[Label]:
        """The labels that occur."""
        return frozenset(verdict.label for verdict in self.verdicts)
