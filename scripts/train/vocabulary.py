"""The joint SentencePiece vocabulary of both languages, and the numbers of its special pieces."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PAD, UNK, BOS, EOS = 0, 1, 2, 3
TAGS = {"en": 4, "ar": 5}
"""The first source piece says the language to translate into."""

SYMBOLS = ["<2en>", "<2ar>"]


def train(pairs: Iterable[tuple[str, str]], path: Path, *, size: int) -> None:
    """Learn `size` unigram pieces from both sides of `pairs`, with byte fallback and single digits.

    Kudo 2018 (unigram model). Text is taken as it comes: it is normalised before.
    """
    import io

    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=itertools.chain.from_iterable(pairs),
        model_writer=model,
        vocab_size=size,
        model_type="unigram",
        character_coverage=0.9999,
        byte_fallback=True,
        split_digits=True,
        hard_vocab_limit=False,
        normalization_rule_name="identity",
        user_defined_symbols=SYMBOLS,
        pad_id=PAD,
        unk_id=UNK,
        bos_id=BOS,
        eos_id=EOS,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())


def load(path: Path) -> Any:
    """The SentencePiece processor of `path`; raises `ValueError` when its special pieces lie elsewhere."""
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(path))
    found = [pieces.piece_to_id(piece) for piece in ("<pad>", "<unk>", "<s>", "</s>", *SYMBOLS)]
    if found != [PAD, UNK, BOS, EOS, TAGS["en"], TAGS["ar"]]:
        raise ValueError(f"{path}: special pieces at {found}, expected 0 to 5")
    return pieces
