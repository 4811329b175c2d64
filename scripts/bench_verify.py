"""How fast `verify` is, as a ratio to bare CTranslate2 on the same sentences in the same run.

Prints: seconds from command to table for the sample article (warm file cache), sentences a second through
the whole chain and through bare CTranslate2 with the same batch size, beam and threads, their ratio, the
peak memory of the command, and the start-up time of `toolkit --help`.

    python scripts/bench_verify.py [--quotes 400]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from toolkit.match import match
from toolkit.modelling import load_engine
from toolkit.modelling.translator import BATCH_TOKENS, CTranslate2Engine
from toolkit.pipeline import verify
from toolkit.quotes import find_quotes
from toolkit.read import make_article
from toolkit.translate import split, translate
from toolkit.types import Reference

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpora" / "sample"
PAIRS = ROOT / "corpora" / "news-parallel" / "quotes.tsv"
BIN = Path(sys.executable).parent


def long_article(quotes: int) -> tuple[str, list[Reference]]:
    """An article of that many different quotes, with their references."""
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    chosen = [(en, ar) for en, ar in rows if "{" not in en and not set(ar) & set('«»"“”:')][:quotes]
    paragraphs = [f"وقال الوزير سمير حداد: «{ar.rstrip('.')}»." for _, ar in chosen]
    references = [Reference(f"r{i}", en, "Samir Haddad") for i, (en, _) in enumerate(chosen)]
    return "\n\n".join(paragraphs), references


def command(*arguments: str, times: int) -> tuple[float, float]:
    """The median seconds of a command and its peak memory in MB."""
    seconds = []
    memory = 0.0
    for _ in range(times):
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        seconds.append(time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
    return statistics.median(seconds), memory


def bare(engine: CTranslate2Engine, sentences: list[str]) -> float:
    """Seconds CTranslate2 alone needs, from pieces to pieces."""
    tokens = [engine._source_tokens(sentence, "en") for sentence in sentences]
    start = time.perf_counter()
    engine._network.translate_batch(
        tokens, beam_size=engine._beam, max_batch_size=BATCH_TOKENS, batch_type="tokens"
    )
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=400)
    options = parser.parse_args()
    print(f"{date.today()}  {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")

    verify_sample = [str(BIN / "verify"), str(SAMPLE / "article.txt"), "-r", str(SAMPLE / "references.jsonl")]
    seconds, memory = command(*verify_sample, times=5)
    print(f"command to table, sample article: {seconds:.2f} s, peak memory {memory:.0f} MB (goal: under 400)")
    seconds, _ = command(str(BIN / "toolkit"), "--help", times=9)
    print(f"toolkit --help: {seconds:.2f} s (goal: under 0.25)")

    text, references = long_article(options.quotes)
    article = make_article("bench", text)
    engine = load_engine()
    sentences = [s for quote in find_quotes(article) for s in split(quote.source, "ar")]
    bare(engine, sentences[:50])
    rounds = [
        (_timed(lambda: verify(article, references, engine)), bare(engine, sentences)) for _ in range(3)
    ]
    chain, alone = (statistics.median(column) for column in zip(*rounds, strict=True))
    count = len(sentences)
    print(f"whole chain: {count / chain:.0f} sentences/s ({count} sentences, {len(references)} references)")
    print(f"bare CTranslate2: {count / alone:.0f} sentences/s; ratio {alone / chain:.2f} (goal: 0.8)")
    quotes = find_quotes(article)
    stages = {
        "find quotes": _timed(lambda: find_quotes(article)),
        "translate": _timed(lambda: translate([q.source for q in quotes], engine)),
    }
    translations = translate([q.source for q in quotes], engine)
    stages["match"] = _timed(lambda: match(quotes, translations, references))
    stages["judge"] = chain - sum(stages.values())
    print("stages: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in stages.items()))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text(text, encoding="utf-8")
        lines = (json.dumps({"id": r.id, "text": r.text, "speaker": r.speaker}) for r in references)
        (Path(folder) / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
        _, memory = command(str(BIN / "verify"), f"{folder}/a.txt", "-r", f"{folder}/r.jsonl", times=1)
    print(f"peak memory of verify on {len(quotes)} quotes: {memory:.0f} MB (goal: under 400)")
    print(engine.signature)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
