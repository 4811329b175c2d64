"""The translation model: find and check its folder, open it, translate and score with it."""

from __future__ import annotations

from toolkit.modelling.folder import DEFAULT, open_model
from toolkit.modelling.translator import CTranslate2Engine


def load_engine(name: str = DEFAULT, *, threads: int | None = None) -> CTranslate2Engine:
    """The model called `name` (or lying in the folder `name`), checked and ready to translate.

    Raises `ModelError` when a file is missing or damaged.

    >>> engine = load_engine()
    >>> len(engine.translate(["نعم"], to="en"))
    1
    """
    return CTranslate2Engine(open_model(name), threads=threads)
