"""Learn the Arabic-English word table that ships in `toolkit/text/lexicon/wordtable.tsv.gz`.

Needs eflomal and the training text: `python scripts/build_wordtable.py ../shared`. About four minutes on two
cores. Both directions are aligned with eflomal (Östling and Tiedemann, 2016, "Efficient word alignment with
Markov Chain Monte Carlo"), over light stems; the links both directions agree on are counted, together
with half a count for the links of only one. What ships are counts of single words, no sentence.
"""

from __future__ import annotations

import gzip
import lzma
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from toolkit.text import arabic, english, stems

LEXICON = Path(__file__).resolve().parents[1] / "toolkit" / "text" / "lexicon"
SLOT = re.compile(r"\{[A-Z]+\d*\}")
BUSINESS_SAMPLE = 12_000
MIN_SHARE = 0.01  # translations rarer than this, in both directions, are left out
PARTICLE_RATIO = {"و": 0.5, "ف": 0.5, "ب": 0.6, "ل": 0.6, "ك": 0.3, "س": 0.5}


def tsv_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """English, Arabic pairs of a (compressed) table; slots are taken out."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = SLOT.sub(" ", line.rstrip("\n")).split("\t")
            if len(fields) >= 2:
                yield fields[0], fields[1]


def business_sample(path: Path) -> list[tuple[str, str]]:
    """A sample of the business documentation in which no two Arabic sentences have the same first words."""
    seen: dict[str, tuple[str, str]] = {}
    for en, ar in tsv_pairs(path):
        seen.setdefault(" ".join(w.key for w in arabic.words(ar)[:6]), (en, ar))
    pairs = sorted(seen.values())
    random.Random(1).shuffle(pairs)
    return pairs[:BUSINESS_SAMPLE]


def lexicon_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Entries of the hand-made word lists, each taken as a short sentence pair."""
    for name in ("terms", "COUNTRYF", "COUNTRYM", "CITY", "ORGF", "ORGM"):
        yield from tsv_pairs(folder / f"{name}.tsv")
    for name in ("demonyms", "titles", "units"):
        for line in (folder / f"{name}.tsv").read_text("utf-8").splitlines():
            en, *forms = line.split("\t")
            yield from ((en, ar) for ar in forms[:3] if arabic.has_arabic(ar))
    for line in (folder / "antonyms.tsv").read_text("utf-8").splitlines():
        fields = line.split("\t")
        yield from ((fields[0], fields[2]), (fields[1], fields[3]))


def collect(shared: Path) -> list[tuple[str, str]]:
    """Every pair the table is learnt from."""
    train = shared / "train"
    pairs = list(tsv_pairs(train / "news-translated.tsv.xz"))
    for path in sorted((train / "news-own").glob("*.tsv")):
        pairs += tsv_pairs(path)
    for name in ("tico19", "tatoeba", "web-prose"):
        pairs += tsv_pairs(train / f"{name}.tsv.xz")
    pairs += business_sample(train / "business-docs.tsv.xz")
    return pairs + 3 * list(lexicon_pairs(shared / "lexicon"))


def write_whole_words(sentences: Iterable[list[str]]) -> None:
    """Count which words begin with a letter that only looks like a particle, and write their list."""
    counts = Counter(stems.arabic_candidates(key)[0] for keys in sentences for key in keys)
    whole = set()
    for form, count in counts.items():
        candidates = stems.arabic_candidates(form)
        if count >= 2 and len(candidates) > 1 and form[0] in PARTICLE_RATIO and not form.startswith("لل"):
            rest = candidates[1]
            bare = rest[2:] if rest.startswith("ال") and len(rest) >= 4 else rest
            if counts[rest] + counts["ال" + bare] + counts[bare] < count * PARTICLE_RATIO[form[0]]:
                whole.add(form)
    head = "# Words whose first letter is no attached particle; counted by scripts/build_wordtable.py.\n"
    (LEXICON / "whole-words.txt").write_text(head + "".join(f"{w}\n" for w in sorted(whole)), "utf-8")


def align(ar: list[list[str]], en: list[list[str]]) -> list[tuple[set[str], set[str]]]:
    """The forward and reverse links (`i-j`) of every pair."""
    import eflomal

    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = f"{folder}/fwd", f"{folder}/rev"
        eflomal.Aligner(model=3).align(
            [" ".join(s) + "\n" for s in ar], [" ".join(s) + "\n" for s in en],
            links_filename_fwd=forward, links_filename_rev=reverse, quiet=True,
        )  # fmt: skip
        with Path(forward).open() as one, Path(reverse).open() as two:
            return [(set(a.split()), set(b.split())) for a, b in zip(one, two, strict=True)]


def main(shared: Path) -> None:
    """Write the lists and the table."""
    pairs = [
        (ar_keys, en_keys)
        for en, ar in collect(shared)
        if (ar_keys := [w.key for w in arabic.words(ar)]) and (en_keys := [w.key for w in english.words(en)])
        if len(ar_keys) <= 80 and len(en_keys) <= 80
    ]
    write_whole_words(ar for ar, _ in pairs)
    ar = [[stems.arabic_stem(k) for k in keys] for keys, _ in pairs]
    en = [[stems.english_stem(k) for k in keys] for _, keys in pairs]
    links: Counter[tuple[str, str]] = Counter()
    for source, target, (forward, reverse) in zip(ar, en, align(ar, en), strict=True):
        for link in forward | reverse:
            i, j = map(int, link.split("-"))
            links[source[i], target[j]] += 2 if link in forward and link in reverse else 1
    write_table(
        links, Counter(w for s in ar for w in set(s)), Counter(w for s in en for w in set(s)), len(pairs)
    )


def write_table(
    links: Counter[tuple[str, str]], ar_df: Counter[str], en_df: Counter[str], total: int
) -> None:
    """Write English stems with their document counts, then Arabic stems with counts and translations."""
    ar_sum: Counter[str] = Counter()
    en_sum: Counter[str] = Counter()
    for (a, e), count in links.items():
        ar_sum[a] += count
        en_sum[e] += count
    rows: dict[str, list[tuple[int, int, str]]] = {}
    for (a, e), count in links.items():
        forward, reverse = count / ar_sum[a], count / en_sum[e]
        if (count >= 2 and max(forward, reverse) >= MIN_SHARE and forward * reverse > 1e-5) or (
            count == 1 and forward >= 0.5 and reverse >= 0.2
        ):
            rows.setdefault(a, []).append((round(forward * 1000), round(reverse * 1000), e))
    used = {e for row in rows.values() for _, _, e in row}
    out = [f"{total}"] + [f"{e}\t{n}" for e, n in sorted(en_df.items()) if e in used or n >= 3] + [""]
    for a, row in sorted(rows.items()):
        cells = " ".join(f"{e}:{f}:{r}" for f, r, e in sorted(row, reverse=True)[:40])
        out.append(f"{a}\t{ar_df[a]}\t{cells}")
    data = gzip.compress(("\n".join(out) + "\n").encode(), 9, mtime=0)
    (LEXICON / "wordtable.tsv.gz").write_bytes(data)
    print(f"{total} pairs, {len(rows)} Arabic stems, {sum(map(len, rows.values()))} links, {len(data)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
