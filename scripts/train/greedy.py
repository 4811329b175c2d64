"""A cheap measure while training runs: greedy translation of some development lines into English."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import sacrebleu
import torch

from scripts.train import vocabulary
from scripts.train.dataset import Side, bucket, grid
from scripts.train.vocabulary import EOS, PAD, TAGS
from toolkit.modelling.translator import normalise

ROWS = 50
LONGEST = 120
"""Most pieces of a translation."""


def measure(network: Any, options: argparse.Namespace) -> str:
    """BLEU and chrF2 of the first lines of the development set, Arabic to English; leaves eval mode on."""
    sources = _lines(options.dev_source, options.dev_lines)
    references = _lines(options.dev_reference, options.dev_lines)
    pieces = vocabulary.load(options.data / "joint.model")
    outputs = translate(network, pieces, sources)
    bleu = sacrebleu.corpus_bleu(outputs, [references]).score
    chrf = sacrebleu.corpus_chrf(outputs, [references]).score
    return f"greedy on {len(sources)} lines: BLEU {bleu:.1f} chrF2 {chrf:.1f} | {outputs[0]}"


@torch.inference_mode()
def translate(network: Any, pieces: Any, sources: list[str]) -> list[str]:
    """Greedy translations into English, shortest sources first for little padding."""
    network.eval()
    side = Side.of([[TAGS["en"], *pieces.encode(normalise(source)), EOS] for source in sources])
    order = np.argsort(side.lengths(), kind="stable")
    outputs = [""] * len(sources)
    for start in range(0, len(order), ROWS):
        chosen = order[start : start + ROWS]
        width = bucket(int(side.lengths()[chosen].max()))
        source = torch.from_numpy(grid(side.ids, side.offsets, chosen, width, PAD)).to(network.device)
        produced = network.generate(
            input_ids=source, attention_mask=(source != PAD).long(), num_beams=1, do_sample=False,
            max_new_tokens=LONGEST,
        )  # fmt: skip
        for i, row in zip(chosen.tolist(), produced.tolist(), strict=True):
            outputs[i] = pieces.decode([p for p in row if p not in (PAD, EOS)])
    return outputs


def _lines(path: Path, count: int) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[:count]
