"""Read reference statements: the original English words that quotes claim to render.

JSON Lines hold one statement a line: `{"id", "text", "speaker", "date", "url"}`, only `text` needed. Any
other text is an English article or transcript; each of its sentences is a statement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from toolkit.errors import ReferencesError
from toolkit.files import read_bytes, shown
from toolkit.text.encoding import decode
from toolkit.types import Reference

MAX_BYTES = 256 * 1024 * 1024
MAX_TEXT = 20_000
"""The longest statement, in characters; a longer one is a whole speech that should come as sentences."""

_JSON_LINES = {".jsonl", ".ndjson", ".json"}


_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class References:
    """The statements of all files, ids unique, and one line for each thing that was wrong."""

    statements: tuple[Reference, ...]
    problems: tuple[str, ...] = ()


def read_references(paths: Sequence[str]) -> References:
    """The statements of all `paths`, in order; broken lines are skipped and named in `problems`.

    Raises `InputError` when a file cannot be read, and `ReferencesError` when it holds no usable statement.
    """
    statements: dict[str, Reference] = {}
    problems: list[str] = []
    for path in paths:
        name = shown(path)
        text, _ = decode(read_bytes(path, limit=MAX_BYTES), name)
        found = list(_parse(name, text))
        problems += [item for item in found if isinstance(item, str)]
        good = [item for item in found if isinstance(item, Reference)]
        if not good:
            first = f": {problems[-1]}" if problems else ""
            raise ReferencesError(
                f"{name} holds no usable statement{first}",
                hint='one JSON object a line, such as {"id": "s1", "text": "...", "speaker": "..."}',
            )
        problems += _add(statements, good, name)
    return References(tuple(statements.values()), tuple(problems))


def _add(statements: dict[str, Reference], new: Iterable[Reference], name: str) -> Iterator[str]:
    """Add `new` to `statements`; yield a line for each id that was taken already by other words."""
    for reference in new:
        known = statements.setdefault(reference.id, reference)
        if known == reference:
            continue
        number = 2
        while f"{reference.id}#{number}" in statements:
            number += 1
        unique = f"{reference.id}#{number}"
        statements[unique] = Reference(
            unique, reference.text, reference.speaker, reference.date, reference.url
        )
        yield f"{name}: the id {reference.id} is used twice; the second is called {unique}"


def _parse(name: str, text: str) -> Iterator[Reference | str]:
    if PurePath(name).suffix.lower() in _JSON_LINES or text.lstrip().startswith("{"):
        return _json_lines(name, text)
    return _sentences(name, text)


def _json_lines(name: str, text: str) -> Iterator[Reference | str]:
    # Not splitlines(): JSON strings may hold U+2028 and the like unescaped.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _from_json(json.loads(line), f"{PurePath(name).stem}:{number}")
            except (ValueError, RecursionError) as error:
                yield f"{name}, line {number} is skipped: {error}"


def _from_json(row: object, default_id: str) -> Reference:
    """Raises `ValueError` (a `json.JSONDecodeError` is one) with a message for the user."""
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('no "text"')
    if not _LATIN.search(text):
        raise ValueError('"text" is not English')
    if len(text) > MAX_TEXT:
        raise ValueError(f'"text" is longer than {MAX_TEXT} characters; cut it into sentences')
    identifier = row.get("id")
    return Reference(
        id=default_id if identifier in (None, "") else str(identifier),
        text=" ".join(text.split()),
        **{key: _optional(row, key) for key in ("speaker", "date", "url")},
    )


def _optional(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    return None if value in (None, "") else " ".join(str(value).split())


def _sentences(name: str, text: str) -> Iterator[Reference]:
    from sentencex import segment

    stem = PurePath(name).stem
    number = 0
    for paragraph in text.splitlines():
        for sentence in segment("en", paragraph):
            if _LATIN.search(sentence):
                number += 1
                yield Reference(f"{stem}:{number}", " ".join(str(sentence).split())[:MAX_TEXT])
