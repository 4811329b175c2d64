"""Write the model that ships: `python -m scripts.train.export RUN/final.pt models/ar-en --name N --what W`.

The checkpoint lies in the folder of its run (whose options.json and data folder are read). The weights go to
CTranslate2 in int8 through its own M2M-100 loader; beside them go joint.model and card.toml. The card's
scores are filled in by `evaluate --card`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch

from scripts.train import card, network, vocabulary
from scripts.train.network import State

FILES = ("model.bin", "joint.model", "shared_vocabulary.json", "config.json")
"""Everything that ships besides the card."""

QUANTIZATION = "int8"


def restore(weights: State, *, heads: int) -> Any:
    """The network that `weights` belong to; all sizes but the number of heads are read off the weights."""
    size, width = weights["model.shared.weight"].shape
    built = network.build(
        vocabulary=size, width=width, encoder=network.depth(weights, "encoder"),
        decoder=network.depth(weights, "decoder"), heads=heads, dropout=0.0,
    )  # fmt: skip
    network.load(built, weights)
    built.eval()
    return built


def convert(built: Any, pieces: Any, out: Path) -> None:
    """Write `built` as a CTranslate2 model with the vocabulary of `pieces` into the folder `out`."""
    from ctranslate2.converters.transformers import M2M100Loader

    spec = M2M100Loader().get_model_spec(built)
    tokens = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.bos_token = tokens[vocabulary.BOS]
    spec.config.eos_token = tokens[vocabulary.EOS]
    spec.config.unk_token = tokens[vocabulary.UNK]
    spec.config.decoder_start_token = tokens[vocabulary.EOS]
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=QUANTIZATION)
    spec.save(str(out))


def export(checkpoint: Path, out: Path, *, name: str, what: str, training: str) -> None:
    """Write the folder `out`: the files of `FILES` and a card without scores. An older `out` is replaced."""
    run = checkpoint.parent
    options = json.loads((run / "options.json").read_text(encoding="utf-8"))
    data = Path(options["data"])
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    built = restore(content["weights"], heads=options["heads"])
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as scratch:
        folder = Path(scratch) / "model"
        folder.mkdir()
        convert(built, vocabulary.load(data / "joint.model"), folder)
        shutil.copyfile(data / "joint.model", folder / "joint.model")
        found = sorted(path.name for path in folder.iterdir())
        if found != sorted(FILES):
            raise ValueError(f"the converter wrote {found}, expected {sorted(FILES)}")
        text = card.text(
            name=name, what=what, built=built, manifest=manifest, position=content["position"],
            training=training, quantization=QUANTIZATION,
            hashes={file: card.sha256(folder / file) for file in FILES},
        )  # fmt: skip
        (folder / card.FILE).write_text(text, encoding="utf-8")
        for path in folder.iterdir():
            path.chmod(0o644)
        shutil.rmtree(out, ignore_errors=True)
        folder.replace(out)
    print(f"{out}: {sum(p.stat().st_size for p in out.iterdir()) / 1e6:.1f} MB", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="final.pt or a checkpoint, in the folder of its run")
    parser.add_argument("out", type=Path, help="folder to write (replaced when it is there)")
    parser.add_argument("--name", required=True, help="name on the card")
    parser.add_argument("--what", required=True, help="one line: what this model is, and how good")
    parser.add_argument("--training", required=True, help="hardware and time; steps and pieces are added")
    a = parser.parse_args()
    export(a.checkpoint, a.out, name=a.name, what=a.what, training=a.training)


if __name__ == "__main__":
    main()
