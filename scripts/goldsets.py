"""The sets on which verdicts are tuned and measured, as labelled pairs.

* gold articles (`../shared/dev/articles`, `tests/golden/articles`): quotes with their originals;
* `../shared/dev/contrast.tsv`: hand-written faithful and distorted originals of one Arabic quotation;
* `../shared/dev/flores`: professional pairs, as they are (faithful), and with one fact of the English
  changed by rule (distorted): a number, a negation, a clause left out on either side, or another sentence.
"""

from __future__ import annotations

import csv
import html
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.match.features import rendered_part
from toolkit.text.wordtable import coverage
from toolkit.types import Pair

ROOT = Path(__file__).parents[1]
DEV = ROOT.parent / "shared" / "dev"
GOLDEN = ROOT / "tests" / "golden" / "articles"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair, whether it is a mistranslation, and what kind; `origin` names the set."""

    pair: Pair
    distorted: bool
    kind: str
    origin: str


UNSEEN_FROM = 121
"""The golden articles from this number on are measured on, and never fitted on."""


def gold_articles(folder: Path, first: int = 0, last: int = 999) -> Iterator[Labelled]:
    """The pairs of the gold quotes that have an original (the quotes as annotated, not as found).

    Of the articles numbered `first` to `last`.
    """
    for path in sorted(folder.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        if not first <= int(stem) <= last:
            continue
        quotes = json.loads((folder / f"{stem}.quotes.json").read_text(encoding="utf-8"))
        speakers = {(q["text"], q["nth"]): q["speaker"] for q in quotes}
        lines = (folder / f"{stem}.references.jsonl").read_text(encoding="utf-8").splitlines()
        references = {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}
        for item in json.loads(path.read_text(encoding="utf-8")):
            if item["reference_id"] is None:
                continue
            row = references[item["reference_id"]]
            text = " ".join(item.get("parts") or [item["quote"]])
            pair = Pair(
                " ".join(html.unescape(text).split()),
                row["text"],
                partial=True,
                speaker=speakers.get((item["quote"], item["nth"])),
                reference_speaker=row.get("speaker"),
            )
            distorted = item["label"] == "mistranslated"
            kind = "+".join(item["errors"]) or "faithful"
            yield Labelled(_with_rendered(pair), distorted, kind, folder.name + "/" + stem)


def contrast() -> Iterator[Labelled]:
    """Both sides of every row of the contrast set."""
    with (DEV / "contrast.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for column, distorted in (("faithful", False), ("distorted", True)):
                kind = row["kind"] if distorted else "faithful"
                yield Labelled(Pair(row["source"], row[column]), distorted, kind, "contrast/" + row["id"])


def flores(seed: int = 7) -> Iterator[Labelled]:
    """Every professional pair, its two machine-translated sisters, and one distorted version."""
    random_ = random.Random(seed)
    english = _lines("dev.en")
    arabic = _lines("dev.ar")
    machine = [_lines(f"dev.en-ar.{system}.ar") for system in ("google", "microsoft")]
    for number, (en, ar) in enumerate(zip(english, arabic, strict=True)):
        origin = f"flores/{number:04}"
        yield Labelled(Pair(ar, en), False, "faithful", origin)
        yield Labelled(Pair(machine[number % 2][number], en), False, "faithful-machine", origin)
        changes = list(distortions(en, random_))
        if changes:
            kind, changed = random_.choice(changes)
            yield Labelled(Pair(ar, changed), True, kind, origin)
        if number % 3 == 0 and (cut := _AR_CLAUSE.search(ar)):
            yield Labelled(Pair(ar[: cut.start()] + ar[cut.end() :], en), True, "omission", origin)
        if number % 10 == 0:
            other = english[(number + random_.randrange(1, len(english))) % len(english)]
            yield Labelled(Pair(ar, other), True, "other", origin)


def as_quotes(items: Sequence[Labelled], seed: int = 11) -> Iterator[Labelled]:
    """The same pairs as a quote meets them: the reference has another sentence before it, or after it.

    The other sentence is the faithful original of another item of the same set.
    """
    random_ = random.Random(seed)
    others = [item.pair.reference for item in items if not item.distorted]
    for item in items:
        parts = [item.pair.reference, random_.choice(others)]
        random_.shuffle(parts)
        reference = item.pair.reference if random_.random() < 0.5 else " ".join(parts)
        pair = replace(item.pair, reference=reference, partial=True)
        yield replace(item, pair=_with_rendered(pair))


def _with_rendered(pair: Pair) -> Pair:
    """The pair with the part of the reference that the source renders, as the matcher finds it."""
    part = rendered_part(pair.reference, coverage(pair.source, pair.reference).reference)
    return replace(pair, rendered=part)


def _lines(name: str) -> list[str]:
    text = (DEV / "flores" / name).read_text(encoding="utf-8")
    return [html.unescape(line) for line in text.splitlines()]


_SCALES = {"million": "billion", "billion": "million", "thousand": "million", "hundred": "thousand"}
_WORDS = {"two": "three", "three": "five", "four": "six", "five": "seven", "ten": "twenty", "six": "nine"}
_AFFIRMED = re.compile(r"\b(is|are|was|were|will|can|could|should|has been|have been)\b(?! not|n't)")
_NEGATED = re.compile(r"\b(is|are|was|were|will|can|could|should|has|have|did|does|do) not\b|\bn't\b")
_CLAUSE = re.compile(r"[,;] [^,;.]{25,}(?=[,.;])")
_AR_CLAUSE = re.compile(r"[،؛] [^،؛.]{25,}(?=[،.؛])")


def distortions(text: str, random_: random.Random) -> Iterator[tuple[str, str]]:
    """The English text with one fact changed, in every way that its words allow: (kind, text).

    A clause cut from the English is an addition of the Arabic.
    """
    if digits := list(re.finditer(r"\d+", text)):
        place = random_.choice(digits)
        yield "number", text[: place.start()] + _other_number(place.group(), random_) + text[place.end() :]
    for words in (_SCALES, _WORDS):
        if places := [m for m in re.finditer(r"\b[a-z]+\b", text) if m.group() in words]:
            place = random_.choice(places)
            yield "number", text[: place.start()] + words[place.group()] + text[place.end() :]
    if place_ := _NEGATED.search(text):
        yield "negation", text[: place_.start()] + (place_.group(1) or "") + text[place_.end() :]
    elif place_ := _AFFIRMED.search(text):
        yield "negation", text[: place_.end()] + " not" + text[place_.end() :]
    if place_ := _CLAUSE.search(text):
        yield "addition", text[: place_.start()] + text[place_.end() :]


def _other_number(digits: str, random_: random.Random) -> str:
    """Another number of the same look: one digit changed, or its order of magnitude."""
    if len(digits) < 3 and random_.random() < 0.3:
        return digits + "0"
    place = random_.randrange(len(digits))
    wanted = [d for d in "123456789" if d != digits[place]]
    return digits[:place] + random_.choice(wanted) + digits[place + 1 :]
