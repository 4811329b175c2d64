"""How well and how fast `find_quotes` finds the statements of annotated articles.

A folder holds `NNN.txt` and `NNN.quotes.json` (text, nth, kind, cue, speaker, speaker_canonical).
Printed for each kind: F1 of exact spans, F1 of spans that share 0.8 of their characters (intersection over
union); cue and speaker accuracy among found statements. A cue is right when it shares a word with the
annotated one, or both are absent; a speaker when all his words are among those of the annotated speaker's
description, or the other way round.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from toolkit.quotes import find_quotes
from toolkit.read import read_article
from toolkit.text.arabic import words
from toolkit.types import Article, Quote

KINDS = ("direct", "partial", "block", "indirect")


def main() -> None:
    """Print the figures of one folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/dev/articles"))
    parser.add_argument("--only", default="", help="names of articles, comma-separated; a-b for a range")
    parser.add_argument(
        "--differences", action="store_true", help="list what was missed, added and cut otherwise"
    )
    options = parser.parse_args()
    articles = [
        (path, load(path)) for path in sorted(options.folder.glob("*.txt")) if wanted(path.stem, options.only)
    ]
    if not articles:
        sys.exit(f"no articles in {options.folder}")
    accuracy(articles, options.differences)
    speed([article for _, article in articles])


def wanted(name: str, only: str) -> bool:
    """Whether an article is among those asked for."""
    if not only:
        return True
    ranges = [part.split("-") for part in only.split(",")]
    return any(bounds[0] <= name <= bounds[-1] for bounds in ranges)


def load(path: Path) -> Article:
    """The article, read as the program reads it."""
    return read_article(str(path))


def gold(path: Path, article: Article) -> list[dict[str, Any]]:
    """The annotated statements with their offsets in the file."""
    entries: list[dict[str, Any]] = json.loads(path.with_suffix(".quotes.json").read_text(encoding="utf-8"))
    for entry in entries:
        at = -1
        for _ in range(entry["nth"] + 1):
            at = article.text.find(entry["text"], at + 1)
        entry["start"], entry["end"] = at, at + len(entry["text"])
    return entries


def overlap(quote: Quote, entry: dict[str, Any]) -> float:
    """Shared characters over all characters of both."""
    shared = min(quote.end, entry["end"]) - max(quote.start, entry["start"])
    together = max(quote.end, entry["end"]) - min(quote.start, entry["start"])
    return float(max(0, shared) / together)


def aligned(quotes: list[Quote], entries: list[dict[str, Any]], least: float) -> dict[int, int]:
    """Entry -> quote, best pairs first, one to one."""
    pairs = sorted(
        ((overlap(q, e), i, j) for i, e in enumerate(entries) for j, q in enumerate(quotes)),
        key=lambda p: -p[0],
    )
    found: dict[int, int] = {}
    for share, i, j in pairs:
        if share >= least and i not in found and j not in found.values():
            found[i] = j
    return found


def keys(text: str | None) -> set[str]:
    """Words of a name without attached ل and ال."""
    return {w.key.removeprefix("ل").removeprefix("ال") for w in words(text or "")}


def cue_right(quote: Quote, entry: dict[str, Any]) -> bool:
    """Whether the cues share a word, attached و and ف apart."""
    if not entry["cue"] or not quote.cue:
        return entry["cue"] is None and quote.cue is None
    if entry["cue"].strip(": ") == "" or quote.cue.strip(": ") == "":
        return str(entry["cue"]).strip() == quote.cue.strip()
    ours, theirs = ({w.key.lstrip("وف") for w in words(cue)} for cue in (quote.cue, entry["cue"]))
    return bool(ours & theirs)


def speaker_right(quote: Quote, entry: dict[str, Any]) -> bool:
    """Whether one description holds all words of the other (or both are absent)."""
    if quote.speaker is None:
        return entry["speaker"] is None
    ours = keys(quote.speaker)
    for name in (entry["speaker"], entry["speaker_canonical"]):
        if name and (ours <= keys(name) or keys(name) <= ours):
            return True
    return False


def accuracy(articles: list[tuple[Path, Article]], differences: bool) -> None:
    """Print the table and, if asked, every difference."""
    counts: Counter[tuple[str, str]] = Counter()
    for path, article in articles:
        entries, quotes = gold(path, article), find_quotes(article)
        exact, loose = aligned(quotes, entries, 1.0), aligned(quotes, entries, 0.8)
        for kind in KINDS:
            counts[kind, "gold"] += sum(e["kind"] == kind for e in entries)
            counts[kind, "found"] += sum(q.kind == kind for q in quotes)
            counts[kind, "exact"] += sum(
                entries[i]["kind"] == quotes[j].kind == kind for i, j in exact.items()
            )
            counts[kind, "loose"] += sum(
                entries[i]["kind"] == quotes[j].kind == kind for i, j in loose.items()
            )
        counts["any", "gold"] += len(entries)
        counts["any", "found"] += len(quotes)
        counts["any", "exact"] += len(exact)
        counts["any", "loose"] += len(loose)
        for i, j in loose.items():
            counts["any", "cue"] += cue_right(quotes[j], entries[i])
            counts["any", "speaker"] += speaker_right(quotes[j], entries[i])
        if differences:
            show(path.stem, entries, quotes, loose)
    print(f"{'kind':10}{'gold':>6}{'found':>7}{'exact F1':>10}{'0.8 F1':>8}")
    for kind in (*KINDS, "any"):
        total = counts[kind, "gold"] + counts[kind, "found"]
        exact_f1, loose_f1 = (200 * counts[kind, name] / max(1, total) for name in ("exact", "loose"))
        print(
            f"{kind:10}{counts[kind, 'gold']:>6}{counts[kind, 'found']:>7}{exact_f1:>10.1f}{loose_f1:>8.1f}"
        )
    pairs = max(1, counts["any", "loose"])
    cue, speaker = (100 * counts["any", name] / pairs for name in ("cue", "speaker"))
    print(f"cue {cue:.1f}  speaker {speaker:.1f}"
          f"  (of {pairs} found statements)")  # fmt: skip


def show(name: str, entries: list[dict[str, Any]], quotes: list[Quote], loose: dict[int, int]) -> None:
    """Print what differs from the annotation in one article."""
    for i, entry in enumerate(entries):
        if i not in loose:
            print(f"{name} MISSED {entry['kind']:8} [{entry['cue']}] {entry['text']}")
            continue
        quote = quotes[loose[i]]
        if quote.text != entry["text"] or quote.kind != entry["kind"]:
            print(f"{name} CUT    {entry['kind']:8} {entry['text']}\n{'':11}{quote.kind:8} {quote.text}")
        if not cue_right(quote, entry):
            print(f"{name} CUE    {entry['cue']} | {quote.cue} | {entry['text'][:50]}")
        if not speaker_right(quote, entry):
            print(f"{name} WHO    {entry['speaker']} | {quote.speaker} | {entry['text'][:50]}")
    for j, quote in enumerate(quotes):
        if j not in loose.values():
            print(
                f"{name} ADDED  {quote.kind:8} [{quote.cue}] ({quote.speaker}) {quote.text} {quote.reasons}"
            )


def speed(articles: list[Article]) -> None:
    """Print articles a second, and the time for ten times the length."""
    began = time.perf_counter()
    rounds = 0
    while time.perf_counter() - began < 1.5:
        for article in articles:
            find_quotes(article)
        rounds += 1
    seconds = (time.perf_counter() - began) / (rounds * len(articles))
    characters = sum(len(a.content) for a in articles) / len(articles)
    print(f"{1 / seconds:.0f} articles a second (of {characters:.0f} characters)")
    text = "\n".join(a.content for a in articles)
    times = []
    for copies in (1, 10):
        long = "\n".join([text] * copies)
        article = Article("long", long, content=long, origins=range(len(long) + 1))
        began = time.perf_counter()
        find_quotes(article)
        times.append(time.perf_counter() - began)
        print(f"{len(long):>9} characters: {times[-1]:.2f} s")
    print(f"ten times the length takes {times[1] / times[0]:.1f} times as long")


if __name__ == "__main__":
    main()
