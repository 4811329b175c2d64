"""A training run: the network, its optimizer, and where it stands; saved and taken up again."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from scripts.train import checkpoints, dataset, network, objective
from scripts.train.threads import Threads


@dataclass
class Position:
    """Where a run stands: steps, target pieces and minutes so far; the epoch, and the next batch in it."""

    step: int = 0
    pieces: int = 0
    epoch: int = 0
    batch: int = 0
    minutes: float = 0.0


class Run:
    """What `options` of the command line describe, new or resumed."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        torch.manual_seed(options.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.threads = Threads(options.threads or torch.get_num_threads())
        self.data = dataset.load(options.data)
        self.network = network.build(
            vocabulary=self.data.manifest["vocabulary"], width=options.width, encoder=options.encoder,
            decoder=options.decoder, heads=options.heads, dropout=options.dropout,
        )  # fmt: skip
        if options.start:
            network.start_from(self.network, network.read_weights(options.start))
        self.network.to(self.device).train()
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=options.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01,
            fused=True,
        )  # fmt: skip
        self.position = Position()
        if options.resume:
            self._resume(options.resume)

    def batches(self) -> Iterator[dataset.Batch]:
        """The batches from the run's position on, without end; `step` moves it along."""
        o = self.options
        while True:
            first = self.position.batch
            order = dataset.epoch(
                self.data, self.position.epoch, seed=o.seed, tokens=o.tokens, into_arabic=o.into_arabic
            )
            yield from (batch for number, batch in enumerate(order) if number >= first)
            self.position.epoch, self.position.batch = self.position.epoch + 1, 0

    def step(self, batch: dataset.Batch, learning_rate: float) -> tuple[float, int]:
        """One update. The cross-entropy in nats a piece, and how many target pieces there were."""
        start = time.monotonic()
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate
        rows = objective.tensors(self.data, batch, self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            total, entropy, pieces = objective.loss(self.network, rows, guidance=self.options.guidance)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.position.step += 1
        self.position.batch += 1
        self.position.pieces += pieces
        self.threads.done(pieces)
        self.position.minutes += (time.monotonic() - start) / 60
        return float(entropy), pieces

    def save(self, path: Path) -> None:
        """Write all that is needed to go on with the next batch."""
        content = {
            "weights": network.slim(self.network),
            "optimizer": self.optimizer.state_dict(),
            "position": vars(self.position),
            "order": self._order(),
            "rng": torch.get_rng_state(),
        }
        checkpoints.save(content, path)

    def finish(self, path: Path, members: list[Path]) -> None:
        """Write the mean of the weights of `members` to `path`, and keep it as the run's network."""
        network.load(self.network, checkpoints.average(members))
        names = [member.name for member in members]
        content = {"weights": network.slim(self.network), "position": vars(self.position), "averaged": names}
        checkpoints.save(content, path)

    def _resume(self, path: Path) -> None:
        content = torch.load(path, map_location="cpu", weights_only=True)
        network.load(self.network, content["weights"])
        self.optimizer.load_state_dict(content["optimizer"])
        self.position = Position(**content["position"])
        if content["order"] != self._order():
            self.position.epoch, self.position.batch = self.position.epoch + 1, 0
        torch.set_rng_state(content["rng"])

    def _order(self) -> dict[str, Any]:
        """What the order of the batches depends on; with other values a resumed run starts its next epoch."""
        o = self.options
        return {"seed": o.seed, "tokens": o.tokens, "into_arabic": o.into_arabic, "pairs": len(self.data)}
