"""Measure the checks of negation, modality, opposites and quantity words.

    python scripts/bench_polarity.py [--threshold 0] [--half odd] [--shared ../shared]

False alarms are counted on correct pairs: FLORES-200 dev (professional, and the Arabic of translation
systems), the training pairs of news and of medicine, the faithful originals of `contrast.tsv`. Recall is
counted on the distorted originals of `contrast.tsv` and on FLORES with one word of the English changed by
plain rules that know nothing of the toolkit's lists. The lists were made with the even lines and rows in
view: report the odd.
"""

from __future__ import annotations

import argparse
import csv
import html
import lzma
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from toolkit.checks import antonym, modality, negation, quantity
from toolkit.types import Finding, Pair

CHECKS: dict[str, Callable[[Pair], list[Finding]]] = {
    "negation": negation.check,
    "modality": modality.check,
    "antonym": antonym.check,
    "quantity": quantity.check,
}
SYSTEMS = ("argos", "bergamot-base", "google", "microsoft", "nllb", "opusmt")
AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|may|has been|have been|had)\b(?! not|n't|')"
)
UNDENIED = (
    (r"\b(is|are|was|were|will|would|can|could|should|may|has|have|had|must)( not|n't)\b", r"\1"),
    (r"\b(?:did|does|do)( not|n't)\b ?", ""),
    (r"\bcan(?:not|'t)\b", "can"),
    (r"\bwon't\b", "will"),
    (r"\bnever ", ""),
)
MODALS = {"may": "must", "might": "must", "must": "may", "will": "may", "can": "must", "should": "may",
          "probably": "certainly", "likely": "certain", "possibly": "certainly", "perhaps": "certainly",
          "certainly": "perhaps", "definitely": "possibly", "allegedly": "certainly"}  # fmt: skip
OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "rose": "fell", "before": "after", "after": "before",
    "more": "fewer", "accepted": "rejected", "rejected": "accepted", "won": "lost", "north": "south",
    "south": "north", "east": "west", "west": "east", "northern": "southern", "southern": "northern",
    "eastern": "western", "western": "eastern", "support": "oppose", "supported": "opposed", "open": "closed",
    "first": "last", "early": "late", "high": "low", "higher": "lower", "large": "small", "small": "large",
    "old": "new", "new": "old", "began": "ended", "started": "ended", "success": "failure",
    "successful": "unsuccessful", "inside": "outside", "good": "bad", "strong": "weak", "public": "private",
    "safe": "dangerous", "long": "short", "always": "never", "often": "rarely", "men": "women",
    "father": "mother",
}  # fmt: skip
QUANTITIES = {
    "all": "some", "most": "few", "many": "few", "some": "all", "several": "all", "every": "hardly any",
    "half": "a third", "few": "many", "at least": "at most", "more than": "less than",
    "less than": "more than",
}  # fmt: skip
PAIRS = list[tuple[str, str]]


def denied(text: str) -> str | None:
    """`text` with a `not` after its first auxiliary."""
    match = AUXILIARY.search(text)
    return text[: match.end()] + " not" + text[match.end() :] if match else None


def undenied(text: str) -> str | None:
    """`text` without its first negator."""
    for pattern, instead in UNDENIED:
        changed = re.sub(pattern, instead, text, count=1)
        if changed != text:
            return changed
    return None


def replaced(text: str, table: dict[str, str]) -> str | None:
    """`text` with its first word of `table` replaced."""
    match = re.search(rf"\b({'|'.join(table)})\b", text)
    return text[: match.start()] + table[match.group()] + text[match.end() :] if match else None


CHANGES: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "not inserted": ("negation", denied),
    "negator removed": ("negation", undenied),
    "other modal": ("modality", lambda text: replaced(text, MODALS)),
    "opposite word": ("antonym", lambda text: replaced(text, OPPOSITES)),
    "other quantity": ("quantity", lambda text: replaced(text, QUANTITIES)),
}


def lines(path: Path) -> list[str]:
    """The lines of a file with HTML entities resolved."""
    return [html.unescape(line) for line in path.read_text(encoding="utf-8").splitlines()]


def training(path: Path, size: int) -> PAIRS:
    """A fixed sample of (Arabic, English) pairs."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    random.Random(1).shuffle(rows)
    return [(row[1], row[0]) for row in rows[:size] if len(row) > 1]


def correct_pairs(shared: Path, half: slice) -> Iterator[tuple[str, PAIRS]]:
    """The sets of correct pairs by name."""
    flores = shared / "dev" / "flores"
    english = lines(flores / "dev.en")
    yield "FLORES dev", list(zip(lines(flores / "dev.ar"), english, strict=True))[half]
    for system in SYSTEMS:
        arabic = lines(flores / f"dev.en-ar.{system}.ar")
        yield f"Arabic of {system}", list(zip(arabic, english, strict=True))[half]
    for name in ("news-translated", "tico19"):
        yield name, training(shared / "train" / f"{name}.tsv.xz", 3000)
    yield "contrast, faithful", [(row["source"], row["faithful"]) for row in contrast(shared)[half]]


def contrast(shared: Path) -> list[dict[str, str]]:
    """The rows of the contrast set."""
    with (shared / "dev" / "contrast.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def share(check: Callable[[Pair], list[Finding]], pairs: PAIRS, threshold: float) -> str:
    """The percentage of `pairs` with a finding that weighs at least `threshold`."""
    found = sum(any(f.weight >= threshold for f in check(Pair(*pair))) for pair in pairs)
    return f"{100 * found / max(1, len(pairs)):.2f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--threshold", type=float, default=0.0)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[1].parent / "shared")
    parser.add_argument("--half", choices=("all", "even", "odd"), default="odd", help="lines and rows to use")
    options = parser.parse_args()
    console = Console()
    if not (options.shared / "dev" / "contrast.tsv").exists():
        console.print(f"no data: {options.shared} has no dev/contrast.tsv; give the folder with --shared")
        return
    half = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}[options.half]
    sets = list(correct_pairs(options.shared, half))
    title = f"false alarms in %, weight {options.threshold} or more"
    table = Table("correct pairs", "pairs", *CHECKS, title=title)
    for name, pairs in sets:
        found = (share(check, pairs, options.threshold) for check in CHECKS.values())
        table.add_row(name, str(len(pairs)), *found)
    console.print(table)
    table = Table("FLORES, English changed", "pairs", "found by", "found %")
    for name, (kind, change) in CHANGES.items():
        pairs = [(source, new) for source, text in sets[0][1] if (new := change(text)) is not None]
        table.add_row(name, str(len(pairs)), kind, share(CHECKS[kind], pairs, options.threshold))
    console.print(table)
    table = Table("contrast, distorted", "pairs", *CHECKS, title="found in %")
    rows = contrast(options.shared)[half]
    for kind in sorted({row["kind"] for row in rows}):
        pairs = [(row["source"], row["distorted"]) for row in rows if row["kind"] == kind]
        found = (share(check, pairs, options.threshold) for check in CHECKS.values())
        table.add_row(kind, str(len(pairs)), *found)
    console.print(table)
    news = dict(sets)["news-translated"]
    began = time.perf_counter()
    for pair in news:
        for check in CHECKS.values():
            check(Pair(*pair))
    console.print(f"{len(news) / (time.perf_counter() - began):.0f} pairs a second, the four checks together")


if __name__ == "__main__":
    main()
