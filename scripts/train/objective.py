"""What a batch costs: label-smoothed cross-entropy, and the attention's distance from the aligned pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from scripts.train.alignment import NO_LINK
from scripts.train.dataset import Batch, Dataset, bucket, grid
from scripts.train.vocabulary import EOS, PAD, TAGS

SMOOTHING = 0.1
GUIDED_HEAD = 0
"""The cross-attention head of the last decoder layer that is guided."""


@dataclass(frozen=True, slots=True)
class Tensors:
    """A batch, rows by places: source, decoder input, target, each target's source position or `NO_LINK`."""

    source: torch.Tensor
    given: torch.Tensor
    target: torch.Tensor
    links: torch.Tensor


def tensors(data: Dataset, batch: Batch, device: torch.device) -> Tensors:
    """The padded rows of `batch`. A source starts with its tag, so its positions are moved by one."""
    to, other = batch.to, "ar" if batch.to == "en" else "en"
    rows = np.arange(len(batch.rows))
    side, far = data.sides[to], data.sides[other]
    lengths, far_lengths = side.lengths()[batch.rows], far.lengths()[batch.rows]
    width, far_width = bucket(int(lengths.max()) + 1), bucket(int(far_lengths.max()) + 2)
    source = grid(far.ids, far.offsets, batch.rows, far_width - 1, PAD)
    source = np.concatenate([np.full((len(rows), 1), TAGS[to]), source], axis=1)
    source[rows, far_lengths + 1] = EOS
    target = grid(side.ids, side.offsets, batch.rows, width, PAD)
    target[rows, lengths] = EOS
    given = np.concatenate([np.full((len(rows), 1), EOS), target[:, :-1]], axis=1)
    links = grid(data.links[to], side.offsets, batch.rows, width, NO_LINK)
    links[links != NO_LINK] += 1
    arrays = (source, given, target, links)
    return Tensors(*(torch.from_numpy(array).to(device, non_blocking=True) for array in arrays))


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
