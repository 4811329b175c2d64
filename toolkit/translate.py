"""Translate sources: sentence by sentence, each distinct one once, and do not trust what looks wrong.

A small model fails loudly: it repeats itself, copies the source, stops early or runs on. Each such output
is tried once more with other decoding settings; what is still wrong is marked in `Translation.problems`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from toolkit.text.arabic import ARABIC_LETTER
from toolkit.types import Language, Translation

LONGEST_CHUNK = 260
"""Characters of a sentence translated as one; a longer one is cut at its clause marks."""

_CLAUSE_END = re.compile(r"(?<=[،؛;,:])\s+")


class Hypothesis(NamedTuple):
    """What an engine makes of one sentence; `log_prob` is the mean per target piece (at most 0)."""

    text: str
    log_prob: float


class Engine(Protocol):
    """Anything that translates sentences: the shipped model, or a table of human translations."""

    signature: str
    """How its output was made: model, hash, beam."""

    def translate(self, sentences: Sequence[str], *, to: Language, careful: bool = False) -> list[Hypothesis]:
        """One hypothesis per sentence, in order; `careful` asks for another try at a failed sentence."""
        ...

    def log_probs(self, sources: Sequence[str], targets: Sequence[str], *, to: Language) -> list[float]:
        """The mean log-probability per piece of each target given its source."""
        ...


@dataclass(frozen=True, slots=True)
class TableEngine:
    """An engine that looks translations up: for tests, and for translations made by people.

    >>> TableEngine({"نعم": "yes"}).translate(["نعم"], to="en")[0].text
    'yes'
    """

    table: Mapping[str, str]
    signature: str = "model:table"

    def translate(self, sentences: Sequence[str], *, to: Language, careful: bool = False) -> list[Hypothesis]:
        """The entry of each sentence; an empty text where there is none."""
        return [Hypothesis(self.table.get(sentence, ""), -0.1) for sentence in sentences]

    def log_probs(self, sources: Sequence[str], targets: Sequence[str], *, to: Language) -> list[float]:
        """-0.1 where the table has this very target, -5 elsewhere."""
        return [
            -0.1 if self.table.get(source) == target else -5.0
            for source, target in zip(sources, targets, strict=True)
        ]


def translate(
    sources: Sequence[str], engine: Engine, *, origin: Language = "ar", to: Language = "en"
) -> list[Translation]:
    """Translate each source (one or several sentences); the result is in the same order.

    >>> translate(["نعم. لا."], TableEngine({"نعم.": "Yes.", "لا.": "No."}))[0].text
    'Yes. No.'
    """
    chunks = [split(source, origin) for source in sources]
    distinct = list(dict.fromkeys(chunk for pieces in chunks for chunk in pieces))
    hypotheses = _translate_guarded(distinct, engine, to)
    return [_join(source, pieces, hypotheses, to) for source, pieces in zip(sources, chunks, strict=True)]


def split(text: str, language: Language) -> list[str]:
    """The sentences of `text`, long ones cut at clause marks; no empty ones."""
    from sentencex import segment

    sentences = (str(s).strip() for line in text.splitlines() for s in segment(language, line))
    return [chunk for sentence in sentences if sentence for chunk in _chunks(sentence)]


def _chunks(sentence: str) -> list[str]:
    if len(sentence) <= LONGEST_CHUNK:
        return [sentence]
    chunks = [""]
    for clause in _CLAUSE_END.split(sentence):
        for piece in _hard_split(clause):
            if chunks[-1] and len(chunks[-1]) + len(piece) >= LONGEST_CHUNK:
                chunks.append(piece)
            else:
                chunks[-1] = f"{chunks[-1]} {piece}".strip()
    return [chunk for chunk in chunks if chunk]


def _hard_split(clause: str) -> list[str]:
    """A clause without marks that is still too long, cut between words (a word is never that long)."""
    pieces = [""]
    for word in clause.split():
        if pieces[-1] and len(pieces[-1]) + len(word) >= LONGEST_CHUNK:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {word[:LONGEST_CHUNK]}".strip()
    return pieces


def _translate_guarded(
    sentences: list[str], engine: Engine, to: Language
) -> dict[str, tuple[Hypothesis, tuple[str, ...]]]:
    """Each sentence's hypothesis with its problems, after a second try for those that had any."""
    wanted = [s for s in sentences if any(c.isalnum() for c in s)]
    if not wanted:
        return {}
    first = engine.translate(wanted, to=to)
    results = {s: (h, problems_of(s, h.text, to)) for s, h in zip(wanted, first, strict=True)}
    failed = [s for s, (_, problems) in results.items() if problems]
    if failed:
        for sentence, second in zip(failed, engine.translate(failed, to=to, careful=True), strict=True):
            problems = problems_of(sentence, second.text, to)
            if len(problems) < len(results[sentence][1]):
                results[sentence] = (second, problems)
    return results


def _join(
    source: str,
    chunks: list[str],
    hypotheses: Mapping[str, tuple[Hypothesis, tuple[str, ...]]],
    to: Language,
) -> Translation:
    parts = [hypotheses[chunk] for chunk in chunks if chunk in hypotheses]
    text = " ".join(hypothesis.text for hypothesis, _ in parts if hypothesis.text)
    length = sum(len(hypothesis.text) + 1 for hypothesis, _ in parts)
    log_prob = sum(h.log_prob * (len(h.text) + 1) for h, _ in parts) / length if length else 0.0
    problems = dict.fromkeys(problem for _, found in parts for problem in found)
    return Translation(source, text, log_prob, tuple(problems))


def problems_of(source: str, output: str, to: Language) -> tuple[str, ...]:
    """What the guards see in `output`: `empty`, `copied`, `repetition`, `too short`, `too long`.

    >>> problems_of("قال الوزير إن المفاوضات مستمرة", "the the the the the the", "en")
    ('repetition',)
    >>> problems_of("نعم", "Yes.", "en")
    ()
    """
    words = output.split()
    expected = max(1, len(source.split()))
    if not words:
        return ("empty",)
    problems = []
    letters = sum(c.isalpha() for c in output)
    foreign = len(ARABIC_LETTER.findall(output))
    if (to == "en" and foreign > letters * 0.2) or (to == "ar" and letters and foreign < letters * 0.5):
        problems.append("copied")
    if _stutters(output) and not _stutters(source):
        problems.append("repetition")
    # English has about 1.4 words for one of Arabic; short sentences vary more.
    ratio = len(words) / expected if to == "en" else expected / len(words)
    if expected >= 5 and ratio < (0.5 if to == "en" else 0.4):
        problems.append("too short" if to == "en" else "too long")
    if ratio > 3.5 and max(len(words), expected) > 8:
        problems.append("too long" if to == "en" else "too short")
    return tuple(problems)


_STUTTER = re.compile(r"([^\W\d]{2,6})\1{2,}")


def _stutters(text: str) -> bool:
    """Whether words come again and again, or syllables do inside a word (monarchyardardardard)."""
    return _STUTTER.search(text) is not None or _repeats(text.split())


def _repeats(words: Sequence[str]) -> bool:
    """Whether some one to four words come three times running (four times for a single word)."""
    folded = [word.lower() for word in words]
    for size in range(1, 5):
        times = 4 if size == 1 else 3
        run = 0
        for i in range(size, len(folded)):
            run = run + 1 if folded[i] == folded[i - size] else 0
            if run >= size * (times - 1):
                return True
    return False
