"""How well `toolkit.match` finds the original of a quote, or says that there is none.

`python scripts/bench_match.py ../shared` prints one row for each set: articles whose gold names the original
(001-010 served the tuning, 011-015 did not), FLORES sentences among news sentences, and phrases cut
out of them. Each set is run as it is, and again with the originals taken away (then every accepted
pairing is wrong).
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from toolkit.match import match  # noqa: E402
from toolkit.types import Match, Quote, Reference, Translation  # noqa: E402

CACHE = Path("/tmp/verbatim-match-translations.json")
SYSTEMS = ("argos", "bergamot-base", "google", "microsoft", "nllb", "opusmt")


@dataclass(frozen=True, slots=True)
class Case:
    """A quote with the id of its original; None: there is none."""

    quote: Quote
    gold: str | None


@dataclass(frozen=True, slots=True)
class Task:
    """Cases that share their references; `translations` gives the translation of each case's quote."""

    name: str
    cases: tuple[Case, ...]
    references: tuple[Reference, ...]


def quote_of(text: str, name: str, speaker: str | None = None, group: int | None = None) -> Quote:
    """A quote that stands for itself."""
    return Quote(name, text, " ".join(text.split()), 0, len(text), "direct", speaker=speaker, group=group)


def article(folder: Path, number: int, speaker: str = "speaker_canonical") -> Task:
    """One annotated article; `speaker` is the key of quotes.json that names the speaker ("" for none)."""
    stem = folder / "articles" / f"{number:03}"
    gold = {}
    for item in json.loads(stem.with_suffix(".gold.json").read_text("utf-8")):
        for text in item.get("parts", [item["quote"]]):
            gold[text] = item["reference_id"]
    rows = json.loads(stem.with_suffix(".quotes.json").read_text("utf-8"))
    cases = tuple(
        Case(quote_of(r["text"], f"{number}-{i}", r.get(speaker), r.get("group")), gold[r["text"]])
        for i, r in enumerate(rows)
        if r["text"] in gold
    )
    lines = stem.with_suffix(".references.jsonl").read_text("utf-8").splitlines()
    references = (json.loads(line) for line in lines)
    return Task(
        f"article {number:03}", cases,
        tuple(Reference(r["id"], r["text"], r.get("speaker"), r.get("date")) for r in references),
    )  # fmt: skip


def news(shared: Path, count: int) -> list[Reference]:
    """English news sentences as distractors."""
    with lzma.open(shared / "train" / "english-news.txt.xz", "rt", encoding="utf-8") as lines:
        found = [line.strip() for line in lines if 30 < len(line) < 400]
    random.Random(7).shuffle(found)
    return [Reference(f"n{i}", text) for i, text in enumerate(found[:count])]


def flores(shared: Path, distractors: int, numbers: Iterable[int]) -> Task:
    """FLORES dev sentences among news sentences."""
    folder = shared / "dev" / "flores"
    ar, en = ((folder / f"dev.{lang}").read_text("utf-8").splitlines() for lang in ("ar", "en"))
    cases = tuple(Case(quote_of(ar[i], f"f{i}"), f"f{i}") for i in numbers)
    references = [Reference(f"f{i}", en[i]) for i in range(len(en))]
    return Task(f"flores +{distractors}", cases, tuple(references + news(shared, distractors)))


def phrases(shared: Path, distractors: int, numbers: Iterable[int]) -> Task:
    """Three to seven words cut out of FLORES sentences; the sentence is the original."""
    whole = flores(shared, distractors, numbers)
    rng = random.Random(5)
    cases = []
    for case in whole.cases:
        words = case.quote.text.split()
        length = min(rng.randint(3, 7), len(words))
        first = rng.randrange(len(words) - length + 1)
        text = " ".join(words[first : first + length]).strip('،,.؛:"«»()“” ')
        cases.append(Case(quote_of(text, case.quote.id), case.gold))
    return Task(f"phrases +{distractors}", tuple(cases), whole.references)


def contrast(shared: Path, column: int, distractors: int) -> Task:
    """Quotations with their faithful (column 3) or distorted (column 4) originals."""
    rows = [r.split("\t") for r in (shared / "dev" / "contrast.tsv").read_text("utf-8").splitlines()[1:]]
    cases = tuple(Case(quote_of(row[2], row[0]), row[0]) for row in rows)
    references = [Reference(row[0], row[column]) for row in rows]
    name = "faithful" if column == 3 else "distorted"
    return Task(f"contrast {name}", cases, tuple(references + news(shared, distractors)))


def translations(sources: Iterable[str]) -> dict[str, str]:
    """Translations by the shipped model, kept in a file between runs."""
    known: dict[str, str] = json.loads(CACHE.read_text("utf-8")) if CACHE.exists() else {}
    missing = sorted(set(sources) - known.keys())
    if missing:
        import ctranslate2
        import sentencepiece

        model = ROOT / "models" / "ar-en"
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(model / "joint.model"))
        translator = ctranslate2.Translator(str(model), compute_type="int8", intra_threads=2)
        plain = (re.sub("[\u0640\u064b-\u0652\u0670]", "", unicodedata.normalize("NFKC", s)) for s in missing)
        tokens = [["<2en>", *pieces.encode(s, out_type=str)[:200]] for s in plain]
        results = translator.translate_batch(
            tokens, beam_size=2, max_batch_size=1500, batch_type="tokens", max_decoding_length=150
        )
        known.update(zip(missing, (pieces.decode(r.hypotheses[0]) for r in results), strict=True))
        CACHE.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    return known


@dataclass
class Tally:
    """Counts over the cases of a task."""

    cases: int = 0
    with_original: int = 0
    first: int = 0
    accepted_right: int = 0
    accepted_wrong: int = 0
    silent: int = 0

    def add(self, found: Match, gold: str | None) -> None:
        """Count one result."""
        self.cases += 1
        self.with_original += gold is not None
        self.first += gold is not None and found.candidate is not None and found.candidate.id == gold
        if found.reference is None:
            self.silent += gold is None
        elif found.reference.id == gold:
            self.accepted_right += 1
        else:
            self.accepted_wrong += 1

    def row(self) -> str:
        """The shares, in per cent."""
        there, gone = self.with_original, self.cases - self.with_original
        return (
            f"P@1 {100 * self.first / max(1, there):5.1f}  "
            f"accepted {100 * self.accepted_right / max(1, there):5.1f}  "
            f"wrong {100 * self.accepted_wrong / max(1, self.cases):4.1f}  "
            f"none found {100 * self.silent / max(1, gone):5.1f} of {gone}"
        )


def run(task: Task, texts: dict[str, str], tally: Tally, *, without_original: bool = False) -> None:
    """Match the cases of a task and count; `texts` are the translations (missing: none)."""
    quotes = [case.quote for case in task.cases]
    translated = [Translation(q.source, texts.get(q.source, "")) for q in quotes]
    if not without_original:
        for case, found in zip(task.cases, match(quotes, translated, task.references), strict=True):
            tally.add(found, case.gold)
        return
    # Taking one original at a time away would build an index each time: take a fifth of them at once.
    for part in range(5):
        gone = {r.id for i, r in enumerate(task.references) if i % 5 == part}
        rest = [r for r in task.references if r.id not in gone]
        chosen = [i for i, case in enumerate(task.cases) if case.gold in gone]
        found = match([quotes[i] for i in chosen], [translated[i] for i in chosen], rest)
        for one in found:
            tally.add(one, None)


def main(shared: Path) -> None:
    """Print the table."""
    held_out = range(1, 997, 2)
    dev = shared / "dev"
    sets: dict[str, Sequence[Task]] = {
        "articles 001-010": [article(dev, n) for n in range(1, 11)],
        "articles 011-015": [article(dev, n) for n in range(11, 16)],
        "articles 011-015, no speakers": [article(dev, n, "") for n in range(11, 16)],
        "contrast faithful": [contrast(shared, 3, 1000)],
        "contrast distorted": [contrast(shared, 4, 1000)],
        "flores +1,000": [flores(shared, 1000, held_out)],
        "flores +10,000": [flores(shared, 10000, held_out)],
        "phrases +1,000": [phrases(shared, 1000, held_out)],
    }
    texts = translations(c.quote.source for tasks in sets.values() for task in tasks for c in task.cases)
    for name, tasks in sets.items():
        for what, table in (("with translation", texts), ("without", {})):
            begin = time.perf_counter()
            there, gone = Tally(), Tally()
            for task in tasks:
                run(task, table, there)
            spent = time.perf_counter() - begin
            for task in tasks:
                run(task, table, gone, without_original=True)
            print(f"{name:30} {what:17} {there.cases:4} quotes {spent:5.1f} s  {there.row()}", flush=True)
            print(f"{'':30} originals removed {gone.cases:4}          {gone.row()}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
