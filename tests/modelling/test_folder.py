"""The model folder: every damage is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from toolkit.errors import ModelError
from toolkit.modelling.folder import open_model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(open_model().path, tmp_path / "model"))


def test_a_whole_folder_opens(copy: Path) -> None:
    assert open_model(str(copy)).path == copy


@pytest.mark.parametrize("file", ["model.bin", "joint.model", "shared_vocabulary.json", "config.json"])
def test_a_missing_or_changed_file_is_named(copy: Path, file: str) -> None:
    data = (copy / file).read_bytes()
    (copy / file).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(ModelError, match=rf"{file} is damaged"):
        open_model(str(copy))
    (copy / file).unlink()
    with pytest.raises(ModelError, match=rf"{file} is missing"):
        open_model(str(copy))


@pytest.mark.parametrize(
    ("card", "message"),
    [
        ("[sha256", "is damaged"),
        ('name = "x"', "is damaged"),
        ('name = "x"\n[sha256]\n"../outside" = "0"', "outside of it"),
    ],
)
def test_a_bad_card_is_named(copy: Path, card: str, message: str) -> None:
    (copy / "card.toml").write_text(card)
    with pytest.raises(ModelError, match=message):
        open_model(str(copy))


def test_no_card_and_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"has no card\.toml"):
        open_model(str(tmp_path))
    with pytest.raises(ModelError, match="no model 'opus'; there are: ar-en"):
        open_model("opus")
