"""The annotated articles hold together, and `scripts/check_gold.py` notices when they do not."""

from __future__ import annotations

import copy
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "tests" / "golden" / "articles", ROOT / "corpora" / "sample"]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_gold", ROOT / "scripts" / "check_gold.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


check_gold = _load()


def _drop_text(article: Any) -> None:
    article.quotes[0]["text"] = "كلام ليس في المقال"


def _duplicate_reference(article: Any) -> None:
    article.references.append(dict(article.references[0]))


def _later_occurrence(article: Any) -> None:
    article.quotes[0]["nth"] += 7


FAULTS: dict[str, tuple[Callable[[Any], None], str]] = {
    "a quote that is not in the text": (_drop_text, "is not in the article"),
    "an occurrence that does not exist": (_later_occurrence, "is not in the article"),
    "an unknown kind": (lambda a: a.quotes[0].update(kind="rumour"), "unknown kind"),
    "a cue that is not in the text": (lambda a: a.quotes[0].update(cue="زعموا"), "cue"),
    "a speaker that is not in the text": (lambda a: a.quotes[0].update(speaker="فلان"), "speaker"),
    "an id used twice": (_duplicate_reference, "is used 2 times"),
    "a date that is none": (lambda a: a.references[0].update(date="13 March"), "no ISO date"),
    "a reference that does not exist": (lambda a: a.gold[0].update(reference_id="x"), "unknown reference"),
    "errors of a faithful quote": (lambda a: a.gold[0].update(label="faithful", errors=["name"]), "errors"),
    "a mistranslation without errors": (
        lambda a: a.gold[0].update(label="mistranslated", errors=[]),
        "errors",
    ),
    "an unknown kind of error": (lambda a: a.gold[0].update(label="mistranslated", errors=["typo"]), "typo"),
    "a label without a reference": (lambda a: a.gold[0].update(reference_id=None, label="faithful"), "label"),
    "a quote without gold": (lambda a: a.gold.pop(0), "no gold item"),
}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_annotation_holds_together(folder: Path) -> None:
    articles = check_gold.read_folder(folder)
    assert articles
    problems = {article.name: list(check_gold.check(article)) for article in articles}
    assert {name: found for name, found in problems.items() if found} == {}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_noticed(fault: tuple[Callable[[Any], None], str]) -> None:
    spoil, message = fault
    article = copy.deepcopy(check_gold.read_folder(FOLDERS[1])[0])
    spoil(article)
    assert any(message in problem for problem in check_gold.check(article))


def test_command_reports_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_gold.main([str(FOLDERS[1])]) == 0
    assert check_gold.main([str(tmp_path)]) == 1
    assert "no annotated article" in capsys.readouterr().out
