"""The house rules: imports point down, files are opened where they should be, imports are light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "toolkit"

# From the ground up; a module imports only from rows below its own (a stage not from another stage).
LAYERS = [
    {"errors"},
    {"text"},
    {"types"},
    {"files"},
    {"read", "references", "quotes", "translate", "match", "score", "checks", "verdict"},
    {"modelling"},
    {"pipeline"},
    {"report"},
    {"pairs", "lines"},
    {"cli"},
]
MAY_OPEN_FILES = {"files.py", "verdict.py", "match/weights.py", "match/__init__.py"}
"""The border, and the modules that read the project's own weights and lists."""

OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}

HEAVY = {"ctranslate2", "sentencepiece", "sacrebleu", "pandas", "numpy", "sentencex", "rapidfuzz", "rich"}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def _layer(room: str) -> int:
    return next(i for i, rooms in enumerate(LAYERS) if room in rooms)


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    for module in _imports(path):
        parts = module.split(".")
        if parts[0] != "toolkit" or len(parts) == 1 or parts[1] == room:
            continue
        assert _layer(parts[1]) < _layer(room), f"{room} must not import {module}"


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_are_opened_only_at_the_border(path: Path) -> None:
    inside = path.relative_to(PACKAGE)
    if str(inside) in MAY_OPEN_FILES or inside.parts[0] in ("modelling", "text"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                assert node.func.id != "open", inside
            elif isinstance(node.func, ast.Attribute) and ast.unparse(node.func) != "os.open":
                assert node.func.attr not in OPENING, inside


@pytest.mark.parametrize("module", ["toolkit.cli.main", "toolkit.pipeline", "toolkit.modelling"])
def test_importing_is_light(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
