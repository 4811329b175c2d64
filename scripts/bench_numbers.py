"""Measure the check of numbers: false alarms on correct pairs, recall on pairs with one number changed.

    python scripts/bench_numbers.py [--threshold 0.5] [--shared ../shared] [--half odd]

Data: FLORES-200 dev (997 professional pairs, also with Arabic-Indic digits and with the Arabic of translation
systems), `contrast.tsv` (faithful and distorted originals written by hand), the training pairs of news and
of medicine. The changes are made on the English by plain rules that know nothing of the toolkit's grammar.
"""

from __future__ import annotations

import argparse
import csv
import html
import lzma
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from toolkit.checks.numbers import check
from toolkit.types import Pair

SYSTEMS = ("argos", "bergamot-base", "google", "microsoft", "nllb", "opusmt")
ARABIC_DIGITS = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "fifteen", "twenty", "thirty", "forty", "fifty", "sixty")  # fmt: skip
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = {"thousand": "million", "million": "billion", "billion": "million", "hundred": "thousand"}
UNITS = {"kilometers": "miles", "km": "miles", "meters": "feet", "miles": "kilometers", "feet": "meters",
         "years": "months", "months": "weeks", "days": "weeks", "hours": "minutes", "minutes": "hours",
         "weeks": "days", "percent": "times", "inches": "centimeters", "dollars": "euros"}  # fmt: skip
FIGURE = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-]|[.,]\d)")
PAIRS = tuple[str, str]


def changed_digit(text: str, rng: random.Random) -> str | None:
    """One digit of one figure is another digit."""
    found = list(FIGURE.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    places = [i for i in range(match.start(), match.end()) if text[i].isdigit()]
    place = rng.choice(places)
    others = [d for d in "123456789" if d != text[place]]
    return text[:place] + rng.choice(others) + text[place + 1 :]


def changed_magnitude(text: str, rng: random.Random) -> str | None:
    """A zero more in a figure of two or more digits."""
    found = [
        m
        for m in FIGURE.finditer(text)
        if len(m.group()) > 1 and "," not in m.group() and "." not in m.group()
    ]
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.end()] + "0" + text[match.end() :]


def _swap(
    text: str, rng: random.Random, words: Iterable[str], other: Callable[[str], str], before: str = ""
) -> (
    str | None
):  # fmt: skip
    found = list(re.finditer(rf"{before}\b({'|'.join(words)})\b", text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start(1)] + other(match.group(1)) + text[match.end(1) :]


CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "a digit": changed_digit,
    "a zero more": changed_magnitude,
    "a number word": lambda t, r: _swap(t, r, WORDS, lambda w: r.choice([x for x in WORDS if x != w])),
    "million, billion": lambda t, r: _swap(t, r, SCALES, SCALES.__getitem__, r"(?<=[\da-z] )"),
    "a month": lambda t, r: _swap(t, r, MONTHS, lambda w: r.choice([x for x in MONTHS if x != w])),
    "a weekday": lambda t, r: _swap(t, r, DAYS, lambda w: r.choice([x for x in DAYS if x != w])),
    "a unit": lambda t, r: _swap(t, r, UNITS, UNITS.__getitem__, r"(?<=\d )"),
}


def alarm(source: str, reference: str, threshold: float) -> bool:
    """Whether any finding on the pair weighs at least `threshold`."""
    return any(finding.weight >= threshold for finding in check(Pair(source, reference)))


def lines(path: Path) -> list[str]:
    """The lines of a file with HTML entities resolved."""
    return [html.unescape(line) for line in path.read_text(encoding="utf-8").splitlines()]


def training(path: Path, size: int) -> list[PAIRS]:
    """A fixed sample of (Arabic, English) pairs."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    random.Random(1).shuffle(rows)
    return [(row[1], row[0]) for row in rows[:size] if len(row) > 1]


def false_alarms(shared: Path, half: slice) -> Iterator[tuple[str, list[PAIRS]]]:
    """The sets of correct pairs by name."""
    flores = shared / "dev" / "flores"
    english = lines(flores / "dev.en")
    arabic = lines(flores / "dev.ar")
    yield "FLORES dev", list(zip(arabic, english, strict=True))[half]
    yield "FLORES dev, Arabic-Indic digits", [
        (re.sub(r"\d+(?:[.,]\d+)*%?", lambda m: m.group().translate(ARABIC_DIGITS), a), e)
        for a, e in zip(arabic, english, strict=True)
    ][half]  # fmt: skip
    for system in SYSTEMS:
        yield (
            f"Arabic of {system}",
            list(zip(lines(flores / f"dev.en-ar.{system}.ar"), english, strict=True))[half],
        )
    for name in ("news-translated", "tico19"):
        yield f"{name}, 3,000 pairs", training(shared / "train" / f"{name}.tsv.xz", 3000)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[1].parent / "shared")
    parser.add_argument("--half", choices=("all", "even", "odd"), default="all", help="lines of FLORES")
    options = parser.parse_args()
    console = Console()
    if not (options.shared / "dev" / "flores" / "dev.ar").exists():
        console.print(f"no data: {options.shared} has no dev/flores/dev.ar; give the folder with --shared")
        return
    half = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}[options.half]
    table = Table("correct pairs", "pairs", "false alarms", "%", title=f"weight {options.threshold} or more")
    correct: list[PAIRS] = []
    for name, pairs in false_alarms(options.shared, half):
        correct = correct or pairs
        wrong = sum(alarm(source, reference, options.threshold) for source, reference in pairs)
        table.add_row(name, str(len(pairs)), str(wrong), f"{100 * wrong / len(pairs):.2f}")
    console.print(table)
    table = Table("one number changed in the English", "pairs", "found", "%")
    for name, change in CHANGES.items():
        rng = random.Random(7)
        altered = [(s, new) for s, r in correct if (new := change(r, rng)) is not None]
        found = sum(alarm(source, reference, options.threshold) for source, reference in altered)
        table.add_row(name, str(len(altered)), str(found), f"{100 * found / max(len(altered), 1):.1f}")
    console.print(table)
    console.print(contrast_table(options.shared / "dev" / "contrast.tsv", options.threshold))


def contrast_table(path: Path, threshold: float) -> Table:
    """Findings on the faithful and on the distorted originals of the contrast set, by kind of error."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    table = Table("contrast set", "items", "found in distorted", "false alarms in faithful")
    for kinds in (("number",), ("unit",), tuple(sorted({row["kind"] for row in rows} - {"number", "unit"}))):
        chosen = [row for row in rows if row["kind"] in kinds]
        found = sum(alarm(row["source"], row["distorted"], threshold) for row in chosen)
        wrong = sum(alarm(row["source"], row["faithful"], threshold) for row in chosen)
        name = kinds[0] if len(kinds) == 1 else "other kinds"
        table.add_row(name, str(len(chosen)), str(found), str(wrong))
    return table


if __name__ == "__main__":
    main()
