"""Train the translator for a given time: `python -m scripts.train.train DATA OUT --minutes 120`.

DATA is a folder written by `prepare`. OUT gets `checkpoint-STEP.pt` (all that is needed to go on with the
next batch), `before-decay.pt` (the same, before the rate falls: go on from here with more time), `final.pt`
(the averaged weights, to be exported) and `options.json`. With `--resume` a run goes on from a checkpoint.
SIGTERM ends a run early but in order.
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from pathlib import Path

from scripts.train import checkpoints, greedy
from scripts.train.run import Run

SAVES_IN_DECAY = 8
"""Checkpoints written while the rate falls; the last few are averaged."""

LOWEST = 0.02
"""Share of the rate at the very end."""


class Schedule:
    """The time budget: a rate that rises over steps, stays, and falls in a line over the last minutes."""

    def __init__(self, options: argparse.Namespace, now: float) -> None:
        self.end: float = now + options.minutes * 60
        self.decay: float = max(1e-3, options.decay * 60)
        self.interval: float = options.save_minutes * 60
        self.rate: float = options.rate
        self.warmup: int = max(1, options.warmup)

    def falling(self, now: float) -> bool:
        """Whether the rate falls already."""
        return now >= self.end - self.decay

    def rate_at(self, now: float, step: int) -> float:
        """The learning rate of the next step."""
        left = min(1.0, max(LOWEST, (self.end - now) / self.decay)) if self.falling(now) else 1.0
        return self.rate * min(1.0, (step + 1) / self.warmup) * left

    def save_every(self, now: float) -> float:
        """Seconds between checkpoints."""
        return min(self.interval, self.decay / SAVES_IN_DECAY) if self.falling(now) else self.interval


class Log:
    """Lines of progress: one every `every` steps, with the mean loss and the speed since the last."""

    def __init__(self, every: int) -> None:
        self.every = every
        self._since, self._loss, self._pieces = time.monotonic(), 0.0, 0

    def add(self, run: Run, entropy: float, pieces: int, rate: float) -> None:
        """Count a step, and print when it is time."""
        self._loss += entropy * pieces
        self._pieces += pieces
        if run.position.step % self.every == 0:
            speed = self._pieces / (time.monotonic() - self._since)
            print(
                f"step {run.position.step} pieces {run.position.pieces / 1e6:.2f}M "
                f"epoch {run.position.epoch} "
                f"loss {self._loss / self._pieces:.3f} rate {rate:.1e} {speed:.0f} pieces/s "
                f"{run.threads.current} threads {run.position.minutes:.1f} min {time.strftime('%H:%M')}",
                flush=True,
            )
            self._since, self._loss, self._pieces = time.monotonic(), 0.0, 0


def train(options: argparse.Namespace) -> None:
    """Train until the time is over (or SIGTERM), saving on the way, and write `final.pt`."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    run = Run(options)
    settings = {k: str(v) if isinstance(v, Path) else v for k, v in vars(options).items()}
    (out / "options.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    size = sum(p.numel() for p in run.network.parameters()) / 1e6
    print(f"{size:.1f} M parameters, {len(run.data)} pairs, {run.device}, from {run.position}", flush=True)
    _loop(run, out)
    members = sorted(out.glob(checkpoints.PATTERN))[-options.keep :]
    run.finish(out / "final.pt", members)
    if options.dev_source:
        print("averaged:", greedy.measure(run.network, options), flush=True)
    print(f"done: {run.position}, the mean of {len(members)} checkpoints", flush=True)


def _loop(run: Run, out: Path) -> None:
    options = run.options
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: stopped.append(number))
    saved = measured = time.monotonic()
    schedule, log, before_decay = Schedule(options, saved), Log(options.log_steps), True
    for batch in run.batches():
        now = time.monotonic()
        if now >= schedule.end or stopped:
            break
        if before_decay and schedule.falling(now):
            before_decay, saved = False, now
            run.save(out / "before-decay.pt")
        if now - saved >= schedule.save_every(now):
            _save(run, out)
            saved = now
        if options.dev_source and now - measured >= options.measure_minutes * 60:
            print(greedy.measure(run.network, options), flush=True)
            run.network.train()
            measured = time.monotonic()
        rate = schedule.rate_at(now, run.position.step)
        log.add(run, *run.step(batch, rate), rate)
    _save(run, out)


def _save(run: Run, out: Path) -> None:
    run.save(out / checkpoints.name(run.position.step))
    checkpoints.prune(out, run.options.keep)


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line; the defaults are for a GPU."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("data", type=Path, help="folder written by prepare")
    add("out", type=Path, help="folder for checkpoints")
    add("--minutes", type=float, required=True, help="how long to train now")
    add("--decay", type=float, default=5.0, help="minutes at the end in which the rate falls")
    add("--encoder", type=int, default=8, help="layers")
    add("--decoder", type=int, default=3, help="layers")
    add("--width", type=int, default=384)
    add("--heads", type=int, default=6)
    add("--dropout", type=float, default=0.2)
    add("--tokens", type=int, default=32_000, help="places in a batch")
    add("--rate", type=float, default=2e-3, help="highest learning rate")
    add("--warmup", type=int, default=1000, help="steps")
    add("--guidance", type=float, default=0.5, help="weight of the guided attention")
    add("--into-arabic", type=float, default=0.35, help="share of batches into Arabic")
    add("--start", type=Path, help="weights to start from (same width, as deep or shallower)")
    add("--resume", type=Path, help="checkpoint to go on from")
    add("--save-minutes", type=float, default=10.0)
    add("--keep", type=int, default=4, help="checkpoints kept, and averaged at the end")
    add("--log-steps", type=int, default=100)
    add("--measure-minutes", type=float, default=30.0)
    add("--dev-source", type=Path, help="Arabic lines to measure on now and then")
    add("--dev-reference", type=Path, help="their English")
    add("--dev-lines", type=int, default=200)
    add("--threads", type=int, help="most CPU threads; fewer where that is faster")
    add("--seed", type=int, default=1)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    train(parse())
