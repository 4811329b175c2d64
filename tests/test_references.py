"""References: good lines are used, bad ones are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.errors import InputError, ReferencesError
from toolkit.references import read_references
from toolkit.types import Reference


def _file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_all_fields(tmp_path: Path) -> None:
    row = {
        "id": "s1",
        "text": "We  won't\ngo.",
        "speaker": "J. Doe",
        "date": "2022-09-06",
        "url": "https://x.y",
    }
    path = _file(tmp_path, "r.jsonl", json.dumps(row) + "\n")
    expected = Reference("s1", "We won't go.", "J. Doe", "2022-09-06", "https://x.y")
    assert read_references([path]).statements == (expected,)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "line 2 is skipped"),
        ('"text"', "not a JSON object"),
        ('{"id": "x"}', 'no "text"'),
        ('{"text": "   "}', 'no "text"'),
        ('{"text": 5}', 'no "text"'),
        ('{"text": "لن نذهب"}', "not English"),
        ('{"text": "' + "x" * 30_000 + '"}', "longer than"),
        ("[" * 5000, "line 2 is skipped"),
    ],
)
def test_a_broken_line_is_named_and_the_good_ones_used(tmp_path: Path, line: str, reason: str) -> None:
    path = _file(tmp_path, "r.jsonl", f'{{"text": "One."}}\n{line}\n\n{{"text": "Two."}}\n')
    references = read_references([path])
    assert [(r.id, r.text) for r in references.statements] == [("r:1", "One."), ("r:4", "Two.")]
    assert len(references.problems) == 1
    assert "r.jsonl, line 2" in references.problems[0]
    assert reason in references.problems[0]


def test_an_id_used_twice_is_kept_apart(tmp_path: Path) -> None:
    rows = ['{"id": 1, "text": "One."}', '{"id": 1, "text": "Two."}', '{"id": 1, "text": "One."}']
    references = read_references([_file(tmp_path, "r.jsonl", "\n".join(rows))])
    assert [(r.id, r.text) for r in references.statements] == [("1", "One."), ("1#2", "Two.")]
    assert len(references.problems) == 1


def test_plain_text_becomes_sentences(tmp_path: Path) -> None:
    path = _file(tmp_path, "talk.txt", "Mr. Smith spoke. We won't go.\n\n***\nWho said that?\n")
    texts = [r.text for r in read_references([path]).statements]
    assert texts == ["Mr. Smith spoke.", "We won't go.", "Who said that?"]


@pytest.mark.parametrize("text", ["{broken\n", "{}\n{}\n"])
def test_a_file_without_one_good_line_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReferencesError, match="no usable statement"):
        read_references([_file(tmp_path, "r.jsonl", text)])


def test_missing_and_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_references([str(tmp_path / "none.jsonl")])
    with pytest.raises(InputError, match="is empty"):
        read_references([_file(tmp_path, "empty.jsonl", "\n")])
