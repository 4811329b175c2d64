"""Check a folder of annotated articles: does the gold say what the texts and the references hold?

    python scripts/check_gold.py tests/golden/articles corpora/sample

A folder holds either numbered articles (`101.txt`, `101.quotes.json`, `101.references.jsonl`,
`101.gold.json`) or one article (`article.txt`, `quotes.json`, `references.jsonl`, `expected.json`). Every
problem is one line; the exit status is 1 when there is any. The rules are those of
`tests/golden/articles/README.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

KINDS = frozenset({"direct", "partial", "block", "indirect"})
ERRORS = frozenset({"number", "unit", "quantity", "negation", "antonym", "modality", "tense"}) | frozenset(
    {"omission", "addition", "role", "name", "misattribution", "sense"}
)
NUMBERED = ("{}.txt", "{}.quotes.json", "{}.references.jsonl", "{}.gold.json")
SINGLE = ("article.txt", "quotes.json", "references.jsonl", "expected.json")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with its annotation, as read from the four files."""

    name: str
    text: str
    quotes: list[dict[str, Any]]
    references: list[dict[str, Any]]
    gold: list[dict[str, Any]]


def occurrence(text: str, part: str, nth: int) -> int:
    """Offset of occurrence `nth` (from 0, overlaps count) of `part` in `text`; -1 where there is none.

    >>> occurrence("aaa", "aa", 1)
    1
    >>> occurrence("aaa", "aa", 2)
    -1
    """
    start = -1
    for _ in range(nth + 1):
        start = text.find(part, start + 1)
        if start < 0:
            return -1
    return start


def read_folder(folder: Path) -> list[Annotated]:
    """The annotated articles of `folder`, in the order of their names."""
    layouts: list[tuple[str, tuple[str, ...]]] = []
    if (folder / SINGLE[0]).exists():
        layouts.append((folder.name, SINGLE))
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        layouts.append((name, tuple(pattern.format(name) for pattern in NUMBERED)))
    articles = []
    for name, files in layouts:
        text, quotes, references, gold = ((folder / file).read_text(encoding="utf-8") for file in files)
        rows = [json.loads(line) for line in references.splitlines() if line.strip()]
        articles.append(Annotated(name, text, json.loads(quotes), rows, json.loads(gold)))
    return articles


def check(article: Annotated) -> Iterator[str]:
    """The problems of one article, one sentence each; nothing where all is well."""
    yield from _check_references(article.references)
    yield from _check_quotes(article)
    yield from _check_gold(article)


def _check_references(references: list[dict[str, Any]]) -> Iterator[str]:
    for identifier, count in Counter(row["id"] for row in references).items():
        if count > 1:
            yield f"reference id {identifier} is used {count} times"
    for row in references:
        if not row["text"].strip() or not row["speaker"].strip():
            yield f"reference {row['id']} lacks its text or its speaker"
        try:
            date.fromisoformat(row["date"])
        except ValueError:
            yield f"reference {row['id']} has no ISO date: {row['date']!r}"


def _check_quotes(article: Annotated) -> Iterator[str]:
    previous = 0
    for quote in article.quotes:
        text = quote["text"]
        start = occurrence(article.text, text, quote["nth"])
        if start < 0:
            yield f"occurrence {quote['nth']} is not in the article: {text!r}"
        elif start < previous:
            yield f"out of order: {text!r}"
        previous = max(previous, start)
        if text != text.strip():
            yield f"white space around {text!r}"
        if quote["kind"] not in KINDS:
            yield f"unknown kind {quote['kind']!r} of {text!r}"
        for key in ("cue", "speaker"):
            if quote[key] is not None and (not quote[key] or quote[key] not in article.text):
                yield f"{key} {quote[key]!r} of {text!r} is not in the article"
        for key in ("speaker_canonical", "speaker_en"):
            if not quote[key]:
                yield f"{key} of {text!r} is empty"
    for (text, nth), count in Counter((q["text"], q["nth"]) for q in article.quotes).items():
        if count > 1:
            yield f"occurrence {nth} of {text!r} is listed {count} times"


def _check_gold(article: Annotated) -> Iterator[str]:
    known = {row["id"] for row in article.references}
    first: dict[Any, tuple[str, int]] = {}
    parts: dict[Any, list[str]] = {}
    for number, quote in enumerate(article.quotes):
        key = ("group", quote["group"]) if "group" in quote else ("alone", number)
        first.setdefault(key, (quote["text"], quote["nth"]))
        parts.setdefault(key, []).append(quote["text"])
    expected = {at: parts[key] for key, at in first.items()}
    listed = Counter((item["quote"], item["nth"]) for item in article.gold)
    for at in expected.keys() - listed.keys():
        yield f"no gold item for {at[0]!r}"
    for item in article.gold:
        at = (item["quote"], item["nth"])
        if at not in expected:
            yield f"gold item without a quote: {at[0]!r}"
        elif item.get("parts", [item["quote"]]) != expected[at]:
            yield f"the parts of {at[0]!r} are not those of its group"
        if listed[at] > 1:
            yield f"{listed[at]} gold items for {at[0]!r}"
        yield from _check_label(item, known)


def _check_label(item: dict[str, Any], known: set[str]) -> Iterator[str]:
    quote, reference, errors = item["quote"], item["reference_id"], item["errors"]
    if reference is not None and reference not in known:
        yield f"{quote!r} refers to the unknown reference {reference!r}"
    allowed = {None} if reference is None else {"faithful", "mistranslated"}
    if item["label"] not in allowed:
        yield f"label {item['label']!r} of {quote!r} does not go with reference {reference!r}"
    if bool(errors) != (item["label"] == "mistranslated"):
        yield f"label {item['label']!r} of {quote!r} does not go with the errors {errors}"
    if unknown := sorted(set(errors) - ERRORS):
        yield f"unknown kinds of error of {quote!r}: {', '.join(unknown)}"
    if len(set(errors)) < len(errors):
        yield f"an error of {quote!r} is named twice"
    if not item["note"].strip():
        yield f"no note for {quote!r}"


def summary(articles: Iterable[Annotated]) -> list[str]:
    """Counts in words: articles, entries by kind, gold items by label, errors by kind, unused references."""
    kinds: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    total = unused = 0
    for article in articles:
        total += 1
        kinds.update(quote["kind"] for quote in article.quotes)
        labels.update(str(item["label"]) for item in article.gold)
        errors.update(error for item in article.gold for error in item["errors"])
        used = {item["reference_id"] for item in article.gold}
        unused += sum(row["id"] not in used for row in article.references)
    rows = [f"{total} articles, {sum(kinds.values())} entries, {unused} references without a quote"]
    for title, counts in (("kinds", kinds), ("labels", labels), ("errors", errors)):
        rows.append(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Check the folders named on the command line; 0 when all is well, 1 when there are problems."""
    parser = argparse.ArgumentParser(description="Check folders of annotated articles.")
    parser.add_argument("folder", type=Path, nargs="+")
    problems = 0
    for folder in parser.parse_args(arguments).folder:
        articles = read_folder(folder)
        if not articles:
            print(f"{folder}: no annotated article")
            problems += 1
            continue
        for article in articles:
            for problem in check(article):
                print(f"{folder}/{article.name}: {problem}")
                problems += 1
        print("\n".join(f"{folder}: {row}" for row in summary(articles)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
