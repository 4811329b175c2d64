"""The model behind the `Engine` seam: CTranslate2 for the network, SentencePiece for the pieces."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from toolkit.errors import ModelError
from toolkit.modelling.folder import ModelFolder
from toolkit.translate import Hypothesis
from toolkit.types import Language

BEAM = 4
BATCH_TOKENS = 256
"""Source pieces decoded at a time: small batches keep this small network in the processor's cache."""
MAX_PIECES = 250
"""Longest input in pieces (the network's position table has 256 places)."""

_REMOVED = re.compile(r"[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
_DIGITS = {chr(zero + i): str(i) for zero in (0x0660, 0x06F0) for i in range(10)}
_STRAIGHT = str.maketrans(_DIGITS | {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


class CTranslate2Engine:
    """One model for both directions: the first source token says which (`<2en>`, `<2ar>`).

    `threads` is the number of cores used (None: all there are); each decodes batches of its own.
    """

    def __init__(self, folder: ModelFolder, *, threads: int | None = None, beam: int = BEAM) -> None:
        import ctranslate2
        import sentencepiece

        try:
            self._pieces: Any = sentencepiece.SentencePieceProcessor(
                model_file=str(folder.path / "joint.model")
            )
            self._network: Any = ctranslate2.Translator(
                str(folder.path),
                device="cpu",
                compute_type="int8",
                inter_threads=threads or cores(),
                intra_threads=1,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelError(f"the model in {folder.path} cannot be opened: {error}") from error
        self._beam = beam
        self.signature = f"model:{folder.name}|sha256:{folder.hash}|beam:{beam}|ct2:{ctranslate2.__version__}"

    def translate(self, sentences: Sequence[str], *, to: Language, careful: bool = False) -> list[Hypothesis]:
        """One hypothesis per sentence; `careful` decodes against repetition (for a second try)."""
        tokens = [self._source_tokens(sentence, to) for sentence in sentences]
        penalties = {"repetition_penalty": 1.3, "no_repeat_ngram_size": 3} if careful else {}
        results = self._network.translate_batch(
            tokens,
            beam_size=self._beam,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=0,
            max_decoding_length=MAX_PIECES,
            return_scores=True,
            **penalties,
        )
        return [
            Hypothesis(self._pieces.decode(r.hypotheses[0]), min(0.0, float(r.scores[0]))) for r in results
        ]

    def log_probs(self, sources: Sequence[str], targets: Sequence[str], *, to: Language) -> list[float]:
        """The mean log-probability per target piece (natural logarithm) of each target given its source.

        Forced decoding as a metric: Thompson and Post 2020. The end-of-sentence piece counts as one.
        """
        source_tokens = [self._source_tokens(source, to) for source in sources]
        target_tokens = [self._encode(target)[:MAX_PIECES] for target in targets]
        results = self._network.score_batch(
            source_tokens,
            target_tokens,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=0,
        )
        return [min(0.0, sum(r.log_probs) / max(1, len(r.log_probs))) for r in results]

    def _source_tokens(self, sentence: str, to: Language) -> list[str]:
        return [f"<2{to}>", *self._encode(sentence)[:MAX_PIECES]]

    def _encode(self, text: str) -> list[str]:
        pieces: list[str] = self._pieces.encode(normalise(text), out_type=str)
        return pieces


def cores() -> int:
    """How many cores this process may use (at least 1)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def normalise(text: str) -> str:
    """`text` as the model was trained to see it.

    NFKC, no tatweel, vowel marks or controls, straight marks, digits 0 to 9.

    >>> normalise("الأُمـــة “نعم”")
    'الأمة "نعم"'
    """
    return _REMOVED.sub("", unicodedata.normalize("NFKC", text)).translate(_STRAIGHT)
