"""Checkpoints: whole or not there at all, the last few kept, their weights averaged at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from scripts.train.network import State, read_weights

PATTERN = "checkpoint-*.pt"


def save(content: dict[str, Any], path: Path) -> None:
    """Write `content` beside `path`, then rename."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)


def name(step: int) -> str:
    """The file name of the checkpoint at `step`; names sort as steps do."""
    return f"checkpoint-{step:08d}.pt"


def prune(folder: Path, keep: int) -> None:
    """Delete all but the `keep` newest checkpoints."""
    for path in sorted(folder.glob(PATTERN))[:-keep]:
        path.unlink()


def average(paths: list[Path]) -> State:
    """The mean of the weights of several checkpoints (Vaswani et al. 2017, section 6.1)."""
    total: State = {}
    for path in paths:
        for key, tensor in read_weights(path).items():
            total[key] = total[key] + tensor.double() if key in total else tensor.double()
    return {key: (tensor / len(paths)).float() for key, tensor in total.items()}
