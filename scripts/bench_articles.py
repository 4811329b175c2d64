"""How good `verify` is on whole annotated articles: found, paired, judged.

    python -m scripts.bench_articles [FOLDER...] [--first 121] [--show]

Each gold quote is looked for among the quotes found (intersection over union of characters at least 0.5).
Counts, over the gold quotes that have an original in the references: found; paired with the right one; and
the verdicts on faithful and on mistranslated ones. Over those that have none: said so, or wrongly paired.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from scripts.goldsets import DEV, GOLDEN
from toolkit.modelling import load_engine
from toolkit.pipeline import verify
from toolkit.read import read_article
from toolkit.references import read_references
from toolkit.types import Verdict

Row = tuple[dict[str, object], Verdict | None]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--first", type=int, default=0, help="only articles from this number on")
    parser.add_argument("--show", action="store_true", help="print every quote that went wrong")
    options = parser.parse_args()
    engine = load_engine()
    for folder in options.folders or [DEV / "articles", GOLDEN]:
        rows: list[Row] = []
        for path in sorted(folder.glob("[0-9]*.txt")):
            if int(path.stem) < options.first:
                continue
            references = read_references([str(path.with_suffix(".references.jsonl"))]).statements
            report = verify(read_article(str(path)), references, engine)
            gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
            rows += [(item, _find(item, path.read_text(encoding="utf-8"), report.verdicts)) for item in gold]
        print(f"{folder}")
        for line in figures(rows):
            print("  " + line)
        if options.show:
            show(rows)


def _find(item: dict[str, object], text: str, verdicts: tuple[Verdict, ...]) -> Verdict | None:
    """The verdict on the found quote that is nearest to the gold one."""
    start = -1
    for _ in range(int(str(item["nth"])) + 1):
        start = text.index(str(item["quote"]), start + 1)
    end = start + len(str(item["quote"]))
    best, best_overlap = None, 0.5
    for verdict in verdicts:
        quote = verdict.match.quote
        common = min(end, quote.end) - max(start, quote.start)
        overlap = common / (max(end, quote.end) - min(start, quote.start))
        if overlap >= best_overlap:
            best, best_overlap = verdict, overlap
    return best


def figures(rows: list[Row]) -> list[str]:
    """The lines that are printed for one folder."""
    judged = [(item, verdict) for item, verdict in rows if item["reference_id"] is not None]
    found = [(item, verdict) for item, verdict in judged if verdict is not None]
    right = [(i, v) for i, v in found if v.match.reference and v.match.reference.id == i["reference_id"]]
    wrong = [v for i, v in found if v.match.reference and v.match.reference.id != i["reference_id"]]
    lines = [
        f"{len(rows)} gold quotes, {sum(v is not None for _, v in rows)} found; "
        f"with an original {len(judged)}: found {len(found)}, "
        f"paired right {len(right)}, paired wrong {len(wrong)}"
    ]
    for label in ("faithful", "mistranslated"):
        verdicts = Counter(v.label if v else "not found" for i, v in judged if i["label"] == label)
        total = sum(verdicts.values())
        shares = ", ".join(f"{name} {count} ({count / total:.0%})" for name, count in verdicts.most_common())
        lines.append(f"{label} ({total}): {shares}")
    none = Counter(v.label if v else "not found" for i, v in rows if i["reference_id"] is None)
    lines.append(
        f"without original ({sum(none.values())}): " + ", ".join(f"{n} {c}" for n, c in none.most_common())
    )
    kinds: dict[str, list[bool]] = {}
    for item, verdict in judged:
        for kind in item["errors"]:  # type: ignore[attr-defined]
            kinds.setdefault(kind, []).append(
                verdict is not None and verdict.label in ("mistranslated", "check")
            )
    lines.append("flagged by kind: " + ", ".join(f"{k} {sum(v)}/{len(v)}" for k, v in sorted(kinds.items())))
    return lines


def show(rows: list[Row]) -> None:
    """Print the quotes whose verdict is not the gold one."""
    for item, verdict in rows:
        expected = item["label"] or "no_reference"
        if verdict is None or verdict.label != expected:
            print(f"\n{expected} {item['errors']} {item['reference_id']}: {item['quote']}\n   {item['note']}")
        if verdict is not None and verdict.label != expected:
            reference = verdict.match.reference
            findings = verdict.judgement.reasons if verdict.judgement else verdict.reasons
            print(f"   -> {verdict.label} p={verdict.p_mistranslated} match={verdict.match.score:.2f}")
            print(f"   -> {reference.id + ': ' + reference.text if reference else '-'}\n   -> {findings}")


if __name__ == "__main__":
    main()
