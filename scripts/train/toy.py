"""The whole pipeline on 500 sentences in a minute or two, on a CPU: `python -m scripts.train.toy OUT`.

Prepares, trains a tiny network from nothing and exports it to OUT/model. It proves that the parts fit; the
model is useless.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.train import corpora, export, prepare, train

RECIPE = Path(__file__).parent / "toy.toml"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="folder to write")
    parser.add_argument("--minutes", type=float, default=0.4, help="how long to train")
    a = parser.parse_args()
    sets = corpora.read_recipe(RECIPE, Path())
    prepare.prepare(sets, a.out / "data", dev=None, vocab=None, size=1000, seed=1)
    sizes = "--encoder 2 --decoder 1 --width 64 --heads 2 --dropout 0 --tokens 600 --threads 1 --log-steps 20"
    times = f"--minutes {a.minutes} --decay {a.minutes / 4} --warmup 50"
    train.train(train.parse([str(a.out / "data"), str(a.out / "run"), *sizes.split(), *times.split()]))
    export.export(
        a.out / "run" / "final.pt", a.out / "model", name="toy", what="a toy, to test the pipeline",
        training="trained on a CPU for a minute",
    )  # fmt: skip


if __name__ == "__main__":
    main()
