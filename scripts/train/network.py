"""The network: transformers' M2M-100 classes at our sizes, loading an older one, growing it deeper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import torch
from transformers import M2M100Config, M2M100ForConditionalGeneration

from scripts.train.vocabulary import BOS, EOS, PAD

State = dict[str, torch.Tensor]

POSITIONS = 256
"""Longest row, in pieces, that the network has a position for."""

_LAYER = re.compile(r"model\.(encoder|decoder)\.layers\.(\d+)\.(.+)")
_BRANCH_ENDS = ("out_proj", "fc2")


def build(
    *, vocabulary: int, width: int, encoder: int, decoder: int, heads: int, dropout: float
) -> M2M100ForConditionalGeneration:
    """A new network with random weights: pre-norm, tied embeddings, feed-forward four times as wide."""
    config = M2M100Config(
        vocab_size=vocabulary,
        d_model=width,
        encoder_layers=encoder,
        decoder_layers=decoder,
        encoder_ffn_dim=4 * width,
        decoder_ffn_dim=4 * width,
        encoder_attention_heads=heads,
        decoder_attention_heads=heads,
        dropout=dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        max_position_embeddings=POSITIONS,
        scale_embedding=True,
        activation_function="relu",
        pad_token_id=PAD,
        bos_token_id=BOS,
        eos_token_id=EOS,
        decoder_start_token_id=EOS,
        tie_word_embeddings=True,
    )
    config._attn_implementation = "eager"  # the only one that returns the attention we guide
    return M2M100ForConditionalGeneration(config)


def start_from(network: M2M100ForConditionalGeneration, weights: State) -> None:
    """Load `weights` of a network of the same width, as deep or shallower.

    A shallower one is spread over the layers. A layer in between starts as a copy of the one before it whose
    residual branches end in zeros, so that it changes nothing until it is trained: the grown network computes
    what the old one did (the idea of Net2Net, Chen et al. 2016). Raises `ValueError` for other sizes.
    """
    grown: State = {}
    for name, tensor in weights.items():
        if not _LAYER.fullmatch(name):
            grown[name] = tensor
    for stack in ("encoder", "decoder"):
        layers = _layers(weights, stack)
        for new, (old, copied) in enumerate(spread(len(layers), getattr(network.config, f"{stack}_layers"))):
            for rest, tensor in layers[old].items():
                ends_branch = any(part in rest.split(".") for part in _BRANCH_ENDS)
                value = torch.zeros_like(tensor) if copied and ends_branch else tensor
                grown[f"model.{stack}.layers.{new}.{rest}"] = value
    load(network, grown)


def spread(old: int, new: int) -> list[tuple[int, bool]]:
    """For each of `new` layers the old layer it comes from, and whether it is a copy.

    >>> spread(2, 4)
    [(0, False), (0, True), (1, False), (1, True)]
    """
    if new < old:
        raise ValueError(f"{new} layers cannot hold {old}")
    plan = [i * old // new for i in range(new)]
    return [(layer, i > 0 and plan[i - 1] == layer) for i, layer in enumerate(plan)]


def load(network: M2M100ForConditionalGeneration, weights: State) -> None:
    """Load `weights`, in which tied copies and the computed position tables may be left out.

    Raises `ValueError` naming what does not fit.
    """
    float_weights = {name: tensor.float() for name, tensor in weights.items()}
    try:
        missing, unexpected = network.load_state_dict(float_weights, strict=False)
    except RuntimeError as error:
        raise ValueError(f"the weights have other sizes: {error}") from error
    left_out = [n for n in missing if "embed" not in n and n != "lm_head.weight"]
    if left_out or unexpected:
        raise ValueError(f"weights missing: {left_out}; unexpected: {unexpected}")
    network.tie_weights()


def slim(network: M2M100ForConditionalGeneration) -> State:
    """The weights without tied copies and without position tables, on the CPU."""
    return {
        name: tensor.detach().cpu().clone()
        for name, tensor in network.state_dict().items()
        if "embed" not in name and name != "lm_head.weight"
    }


def read_weights(path: Path) -> State:
    """The weights in a `.safetensors` file, or in a checkpoint of this trainer."""
    if path.suffix == ".safetensors":
        from safetensors.torch import load_file

        loaded: State = load_file(path)
        return loaded
    content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    weights: State = content["weights"]
    return weights


def depth(weights: State, stack: str) -> int:
    """How many layers the "encoder" or "decoder" in `weights` has."""
    return len(_layers(weights, stack))


def _layers(weights: State, stack: str) -> list[State]:
    found: dict[int, State] = {}
    for name, tensor in weights.items():
        if (match := _LAYER.fullmatch(name)) and match[1] == stack:
            found.setdefault(int(match[2]), {})[match[3]] = tensor
    return [found[i] for i in range(len(found))]
