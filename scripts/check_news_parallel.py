"""Check the project's own news corpus: `python -m scripts.check_news_parallel [FOLDER]`.

Prints one line per problem, with file and line number, and exits with 1 when there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.train.clean import key
from scripts.train.slots import KINDS, LISTED, SLOT, slots_of
from toolkit.text.arabic import fold

FOLDER = Path(__file__).parents[1] / "corpora" / "news-parallel"

_ARABIC = re.compile(r"[ء-غف-ي]")
_NUMBER = re.compile(r"\d+(?:[.,٬:]\d+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def problems(folder: Path = FOLDER) -> Iterator[str]:
    """What is wrong with the lines and the lists in `folder`, as `file:line: what`."""
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{path.name}:{number}"
            for problem in line_problems(line):
                yield f"{place}: {problem}"
            mark = "|".join(_mark(column) for column in line.split("\t"))
            if mark in seen:
                yield f"{place}: the same pair as {seen[mark]}"
            seen.setdefault(mark, place)
    for kind in LISTED:
        yield from _list_problems(folder / "slots" / f"{kind}.tsv")


def line_problems(line: str) -> Iterator[str]:
    """What is wrong with one line.

    >>> list(line_problems("{MAN1} left.\\tغادر {MAN2}."))
    ['slots differ: MAN1 / MAN2']
    >>> list(line_problems("He left.\\tHe left."))
    ['the Arabic side is not Arabic']
    """
    columns = line.split("\t")
    if len(columns) != 2:
        yield f"{len(columns)} columns, expected 2"
        return
    english, arabic = columns
    if english != english.strip() or arabic != arabic.strip() or "  " in line:
        yield "spaces at an end, or two in a row"
    ours, theirs = sorted(slots_of(english)), sorted(slots_of(arabic))
    if ours != theirs:
        yield f"slots differ: {' '.join(ours) or 'none'} / {' '.join(theirs) or 'none'}"
    unknown = [name for name in ours if name[:-1] not in KINDS]
    if unknown or "{" in SLOT.sub("", line) or "}" in SLOT.sub("", line):
        yield f"not a slot: {' '.join(unknown) or 'a stray brace'}"
    bare_english, bare_arabic = SLOT.sub("", english), SLOT.sub("", arabic)
    if _ARABIC.search(bare_english) or not _LATIN.search(bare_english):
        yield "the English side is not English"
    if len(_ARABIC.findall(bare_arabic)) <= len(_LATIN.findall(bare_arabic)):
        yield "the Arabic side is not Arabic"
    added = _numbers(bare_arabic) - _numbers(bare_english)
    if added:
        yield f"digits that only the Arabic has: {' '.join(sorted(added))}"


def _numbers(text: str) -> set[str]:
    """Numbers in digits. A number that one side writes in words is no problem (16th century, السادس عشر)."""
    return {number.replace(",", "").replace("٬", "") for number in _NUMBER.findall(fold(text))}


def _mark(text: str) -> str:
    """Equal for two lines that differ in marks and spelling only; slots count."""
    return key(text) + " ".join(slots_of(text))


def _list_problems(path: Path) -> Iterator[str]:
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != 2 or not _LATIN.search(columns[0]) or not _ARABIC.search(columns[1]):
            yield f"slots/{path.name}:{number}: expected an English and an Arabic name"
        if line in seen:
            yield f"slots/{path.name}:{number}: the same as an earlier line"
        seen.add(line)


def main() -> None:
    """Print the problems of the folder given, or of the project's corpus."""
    found = list(problems(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
    print("\n".join(found) or "no problems")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
