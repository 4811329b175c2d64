"""Train the translator for a given time: `python -m scripts.train.train DATA OUT --minutes 120`.

DATA is a folder written by `prepare`. OUT gets `checkpoint-STEP.pt` (all that is needed to go on with the next
batch), `before-decay.pt` (the same, before the rate falls: go on from here with more time) and `final.pt` (the
averaged weights, to be exported). With `--resume` the run goes on from a checkpoint.
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from scripts.train import checkpoints, dataset, greedy, network, objective


@dataclass
class Position:
    """Where the run stands: steps and target pieces so far, the epoch and the next batch in it."""

    step: int = 0
    pieces: int = 0
    epoch: int = 0
    batch: int = 0


def rate(options: argparse.Namespace, step: int, elapsed: float) -> float:
    """The learning rate: up over `warmup` steps, constant, down in a line over the last `decay` minutes."""
    left = options.minutes * 60 - elapsed
    falling = min(1.0, max(0.02, left / (options.decay * 60))) if options.decay else 1.0
    return float(options.rate * min(1.0, (step + 1) / max(1, options.warmup)) * falling)


def batches(data: dataset.Dataset, options: argparse.Namespace, position: Position) -> Iterator[dataset.Batch]:
    """The batches from `position` on, without end; `position` moves along."""
    while True:
        order = dataset.epoch(
            data, position.epoch, seed=options.seed, tokens=options.tokens, into_arabic=options.into_arabic
        )
        for number, batch in enumerate(order):
            if number >= position.batch:
                position.batch = number + 1
                yield batch
        position.epoch, position.batch = position.epoch + 1, 0


class Run:
    """A training run: the network, its optimizer and where it stands."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        torch.manual_seed(options.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        if options.threads:
            torch.set_num_threads(options.threads)
        self.data = dataset.load(options.data)
        self.network = network.build(
            vocabulary=self.data.manifest["vocabulary"], width=options.width, encoder=options.encoder,
            decoder=options.decoder, heads=options.heads, dropout=options.dropout,
        )  # fmt: skip
        if options.start:
            network.start_from(self.network, network.read_weights(options.start))
        self.network.to(self.device)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=options.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01, fused=True
        )
        self.position = Position()
        self.warmed_from = 0
        if options.resume:
            self._resume(options.resume)

    def _resume(self, path: Path) -> None:
        content = torch.load(path, map_location="cpu", weights_only=True)
        network.load(self.network, content["weights"])
        self.optimizer.load_state_dict(content["optimizer"])
        self.position = Position(**content["position"])
        if content["order"] != self._order():
            self.position.epoch, self.position.batch = self.position.epoch + 1, 0
        torch.set_rng_state(content["rng"])
        print(f"resumed {path} at {self.position}", flush=True)

    def _order(self) -> dict[str, Any]:
        """What the order of the batches depends on."""
        o = self.options
        return {"seed": o.seed, "tokens": o.tokens, "into_arabic": o.into_arabic, "pairs": len(self.data)}

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

    def step(self, batch: dataset.Batch, learning_rate: float) -> tuple[torch.Tensor, int]:
        """One update. The cross-entropy in nats a piece, and how many target pieces there were."""
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
        self.position.pieces += pieces
        return entropy, pieces


class Log:
    """Lines of progress: one every `every` steps, with the mean loss and the speed since the last."""

    def __init__(self, every: int) -> None:
        self.every = every
        self._start, self._loss, self._pieces = time.monotonic(), 0.0, 0

    def add(self, position: Position, entropy: torch.Tensor, pieces: int, learning_rate: float, elapsed: float) -> None:
        """Count a step, and print when it is time."""
        self._loss += float(entropy) * pieces
        self._pieces += pieces
        if position.step % self.every == 0:
            speed = self._pieces / (time.monotonic() - self._start)
            print(
                f"step {position.step} pieces {position.pieces / 1e6:.2f}M epoch {position.epoch} "
                f"loss {self._loss / self._pieces:.3f} rate {learning_rate:.1e} {speed:.0f} pieces/s "
                f"{elapsed / 60:.1f} min {time.strftime('%H:%M')}",
                flush=True,
            )
            self._start, self._loss, self._pieces = time.monotonic(), 0.0, 0


def train(options: argparse.Namespace) -> None:
    """Train until the time is over (or SIGTERM), saving on the way, and write `final.pt`."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    run = Run(options)
    settings = {k: str(v) if isinstance(v, Path) else v for k, v in vars(options).items()}
    (out / "options.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    parameters = sum(p.numel() for p in run.network.parameters())
    print(f"{parameters / 1e6:.1f} M parameters, {len(run.data)} pairs, {run.device}", flush=True)
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: stopped.append(number))
    start = saved = measured = time.monotonic()
    log = Log(options.log_steps)
    total, decay = options.minutes * 60, options.decay * 60
    falling = False
    run.network.train()
    for batch in batches(run.data, options, run.position):
        now = time.monotonic()
        elapsed = now - start
        if elapsed >= total or stopped:
            break
        if decay and not falling and elapsed >= total - decay:
            falling, saved = True, now
            run.save(out / "before-decay.pt")
        if now - saved >= (decay / 8 if falling else options.save_minutes * 60):
            run.save(out / checkpoints.name(run.position.step))
            checkpoints.prune(out, options.keep)
            saved = now
        if options.dev_source and now - measured >= options.measure_minutes * 60:
            print(greedy.measure(run.network, options), flush=True)
            run.network.train()
            measured = time.monotonic()
        learning_rate = rate(options, run.position.step, elapsed)
        entropy, pieces = run.step(batch, learning_rate)
        log.add(run.position, entropy, pieces, learning_rate, elapsed)
    _finish(run, out)


def _finish(run: Run, out: Path) -> None:
    run.position.batch = max(0, run.position.batch - 1)  # the batch that was taken but not trained on
    run.save(out / checkpoints.name(run.position.step))
    checkpoints.prune(out, run.options.keep)
    chosen = sorted(out.glob(checkpoints.PATTERN))[-run.options.keep :]
    weights = checkpoints.average(chosen)
    config = run.network.config.to_dict()
    network.load(run.network.cpu(), weights)
    checkpoints.save({"weights": network.slim(run.network), "position": vars(run.position), "averaged": [p.name for p in chosen]}, out / "final.pt")
    (out / "config.json").write_text(json.dumps(config, indent=1, default=str) + "\n", encoding="utf-8")
    if run.options.dev_source:
        print("averaged:", greedy.measure(run.network, run.options), flush=True)
    print(f"done: {run.position}, average of {[p.name for p in chosen]}", flush=True)


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; the defaults are for a GPU."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder written by prepare")
    parser.add_argument("out", type=Path, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, required=True, help="how long to train")
    parser.add_argument("--decay", type=float, default=5.0, help="minutes at the end in which the rate falls")
    parser.add_argument("--encoder", type=int, default=8, help="layers")
    parser.add_argument("--decoder", type=int, default=3, help="layers")
    parser.add_argument("--width", type=int, default=384)
    parser.add_argument("--heads", type=int, default=6)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--tokens", type=int, default=32_000, help="places in a batch")
    parser.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--warmup", type=int, default=1000, help="steps")
    parser.add_argument("--guidance", type=float, default=0.5, help="weight of the guided attention")
    parser.add_argument("--into-arabic", type=float, default=0.35, help="share of batches into Arabic")
    parser.add_argument("--start", type=Path, help="weights to start from (same width, as deep or shallower)")
    parser.add_argument("--resume", type=Path, help="checkpoint to go on from")
    parser.add_argument("--save-minutes", type=float, default=10.0)
    parser.add_argument("--keep", type=int, default=4, help="checkpoints kept, and averaged at the end")
    parser.add_argument("--log-steps", type=int, default=200)
    parser.add_argument("--measure-minutes", type=float, default=30.0)
    parser.add_argument("--dev-source", type=Path, help="Arabic lines to measure on now and then")
    parser.add_argument("--dev-reference", type=Path, help="their English")
    parser.add_argument("--dev-lines", type=int, default=200)
    parser.add_argument("--threads", type=int, help="CPU threads")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    train(parse())
