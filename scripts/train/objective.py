"""What a batch costs: label-smoothed cross-entropy, and the attention's distance from the aligned pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from scripts.train.alignment import NO_LINK
from scripts.train.dataset import Batch, Dataset, padded
from scripts.train.vocabulary import EOS, PAD, TAGS

SMOOTHING = 0.1
GUIDED_HEAD = 0
"""The cross-attention head of the last decoder layer that is guided."""


@dataclass(frozen=True, slots=True)
class Tensors:
    """A batch: source, decoder input, target, and each target's source position or `NO_LINK` (rows, places)."""

    source: torch.Tensor
    given: torch.Tensor
    target: torch.Tensor
    links: torch.Tensor


def tensors(data: Dataset, batch: Batch, device: torch.device) -> Tensors:
    """The padded rows of `batch`. A source starts with its tag, so links are moved by one."""
    language, other = batch.to, "ar" if batch.to == "en" else "en"
    source, target, links = [], [], []
    for row in batch.rows:
        source.append([TAGS[language], *_row(data, other, row, data.sides[other].ids), EOS])
        target.append([*_row(data, language, row, data.sides[language].ids), EOS])
        linked = _row(data, language, row, data.links[language])
        links.append([NO_LINK if link == NO_LINK else link + 1 for link in linked])
    wanted = padded(target, PAD)
    given = np.concatenate([np.full((len(wanted), 1), EOS), wanted[:, :-1]], axis=1)
    aligned = np.full(wanted.shape, NO_LINK, np.int64)
    for i, positions in enumerate(links):
        aligned[i, : len(positions)] = positions
    arrays = (padded(source, PAD), given, wanted, aligned)
    return Tensors(*(torch.from_numpy(array).to(device, non_blocking=True) for array in arrays))


def _row(data: Dataset, language: str, row: int, values: Any) -> list[int]:
    offsets = data.sides[language].offsets
    found: list[int] = values[offsets[row] : offsets[row + 1]].tolist()
    return found


def loss(network: Any, batch: Tensors, *, guidance: float) -> tuple[torch.Tensor, torch.Tensor, int]:
    """What to minimise, the label-smoothed cross-entropy in nats a piece, and the number of target pieces."""
    out = network.model(
        input_ids=batch.source,
        attention_mask=(batch.source != PAD).long(),
        decoder_input_ids=batch.given,
        use_cache=False,
        output_attentions=guidance > 0,
    )
    real = batch.target != PAD
    logits = network.lm_head(out.last_hidden_state[real]).float()
    entropy = functional.cross_entropy(logits, batch.target[real], label_smoothing=SMOOTHING)
    total = entropy
    linked = batch.links != NO_LINK
    if guidance > 0 and bool(linked.any()):
        attention = out.cross_attentions[-1][:, GUIDED_HEAD]
        on_link = attention.gather(2, batch.links.clamp(min=0).unsqueeze(2)).squeeze(2)[linked]
        total = entropy - guidance * on_link.float().clamp(min=1e-6).log().mean()
    return total, entropy.detach(), int(real.sum())
