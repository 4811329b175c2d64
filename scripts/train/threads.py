"""How many CPU threads to use where other work shares the cores: try one and all, keep the faster.

Threads wait for each other at every operation. When another process takes a core, two threads are slower than
one (measured on two busy cores: 275 pieces a second against 467); on free ones they are nearly twice as fast.
"""

from __future__ import annotations

import time

import torch

TRIAL = 4
"""Steps of a trial with each number of threads."""

PERIOD = 120
"""Steps from one trial to the next."""


class Threads:
    """Sets PyTorch's threads to one or to `most` for each step; tell it what each step did."""

    def __init__(self, most: int) -> None:
        self.choices = sorted({1, most})
        self._speeds: dict[int, float] = {}
        self._count = 0
        self._start, self._work = 0.0, 0
        self._use(self.choices[0])

    def done(self, work: int) -> None:
        """Count a step of `work` pieces; at the end of a trial choose what comes next."""
        self._work += work
        self._count += 1
        if self._count % TRIAL or self._count > TRIAL * len(self.choices):
            if self._count >= PERIOD:
                self._count = 0
                self._use(self.choices[0])
            return
        self._speeds[self.current] = self._work / (time.monotonic() - self._start)
        trials_done = self._count // TRIAL
        more = trials_done < len(self.choices)
        self._use(self.choices[trials_done] if more else max(self._speeds, key=self._speeds.__getitem__))

    def _use(self, number: int) -> None:
        self.current = number
        torch.set_num_threads(number)
        self._start, self._work = time.monotonic(), 0
