"""Translate a file line by line."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.files import open_whole, read_bytes, shown
from toolkit.text.encoding import decode
from toolkit.translate import Engine, translate
from toolkit.types import Language

MAX_BYTES = 1024 * 1024 * 1024
BLOCK = 2000
"""Lines translated at a time: enough to fill the engine, and what bounds the memory."""


def translate_lines(path: str, output: str, engine: Engine, *, origin: Language, to: Language) -> int:
    """Write the translation of every line of `path` to `output`, empty for an empty one.

    Returns how many lines there were.

    Raises `InputError` for a file that cannot be read, and `OutputError`.
    """
    text, _ = decode(read_bytes(path, limit=MAX_BYTES), shown(path))
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    with open_whole(output) as file:
        for block in _blocks(lines):
            for translation in translate(block, engine, origin=origin, to=to):
                file.write(" ".join(translation.text.split()) + "\n")
    return len(lines)


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    return (lines[i : i + BLOCK] for i in range(0, len(lines), BLOCK))
