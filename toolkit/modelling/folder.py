"""Find a model folder and make sure that it is whole.

A folder holds `card.toml`, whose `[sha256]` table names every other file with its hash. The files come from
wherever the user got them, so they are checked before a library parses them.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ModelError

DEFAULT = "ar-en"

CARD = "card.toml"

_PACKAGE = Path(__file__).parents[1]
_ROOTS = (_PACKAGE / "_data" / "models", _PACKAGE.parent / "models")
"""Where models lie: in an installed wheel, and in a checkout."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A checked folder: its `path`, the `name` on its card, and the short hash of its weights."""

    path: Path
    name: str
    hash: str


def open_model(name: str = DEFAULT) -> ModelFolder:
    """The model called `name`, or lying in the folder `name`, with every file's hash checked.

    Raises `ModelError` saying which file is missing or damaged.

    >>> open_model().path.name
    'ar-en'
    """
    path = _find(name)
    card_path = path / CARD
    try:
        card = tomllib.loads(card_path.read_text(encoding="utf-8"))
        hashes = {str(file): str(value) for file, value in card["sha256"].items()}
        title = str(card["name"])
    except FileNotFoundError as error:
        raise ModelError(f"the model folder {path} has no {CARD}", hint=_REINSTALL) from error
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise ModelError(f"{card_path} is damaged: {error}", hint=_REINSTALL) from error
    for file, expected in hashes.items():
        _check(path, file, expected)
    return ModelFolder(path, title, hashes.get("model.bin", "")[:12])


_REINSTALL = "install the toolkit again, or give another model with --model"


def _find(name: str) -> Path:
    candidates = [root / name for root in _ROOTS] if name == Path(name).name else []
    for folder in (*candidates, Path(name)):
        if folder.is_dir():
            return folder
    there = sorted(
        {p.name for root in _ROOTS if root.is_dir() for p in root.iterdir() if (p / CARD).exists()}
    )
    raise ModelError(f"no model {name!r}; there are: {', '.join(there) or 'none'}", hint=_REINSTALL)


def _check(folder: Path, file: str, expected: str) -> None:
    if file != Path(file).name:
        raise ModelError(f"the card of {folder} names a file outside of it: {file}")
    path = folder / file
    try:
        with path.open("rb") as stream:
            actual = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ModelError(f"the model file {path} is missing", hint=_REINSTALL) from error
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror}", hint=_REINSTALL) from error
    if actual != expected:
        raise ModelError(f"the model file {path} is damaged (wrong sha256)", hint=_REINSTALL)
