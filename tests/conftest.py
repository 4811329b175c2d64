"""What many tests share: the shipped model, opened once, and the texts beside the project if any."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.modelling import load_engine
from toolkit.modelling.translator import CTranslate2Engine

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def engine() -> CTranslate2Engine:
    """The shipped model."""
    return load_engine()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and development sets beside the project; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample article of the project."""
    return ROOT / "corpora" / "sample"
