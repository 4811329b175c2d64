"""The model card: what the weights are, what they were made of, how good they are, each file's hash."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "card.toml"

_SCORES = re.compile(r"(?ms)^\[scores\].*?(?=^\[|\Z)")


def text(
    *,
    name: str,
    what: str,
    built: Any,
    manifest: Mapping[str, Any],
    position: Mapping[str, Any],
    training: str,
    quantization: str,
    hashes: Mapping[str, str],
) -> str:
    """The card of the network `built`, by a run that stands at `position`; its scores are still to come."""
    config = built.config
    parameters = sum(p.numel() for p in built.parameters()) / 1e6
    top = {
        "name": name,
        "what": what,
        "architecture": f"M2M-100 layout (pre-norm Transformer), {config.encoder_layers} encoder and "
        f"{config.decoder_layers} decoder layers, width {config.d_model}, "
        f"feed-forward {config.encoder_ffn_dim}, {config.encoder_attention_heads} heads, "
        f"tied embeddings, {parameters:.1f} M parameters",
        "vocabulary": f"SentencePiece unigram, {manifest['vocabulary']:,} joint pieces, byte fallback, "
        "split digits (joint.model)",
        "interface": "source = ['<2en>' or '<2ar>'] + pieces; CTranslate2 adds </s> (add_source_eos); "
        "target starts at </s> (decoder_start_token)",
        "normalisation": "toolkit.modelling.translator.normalise: NFKC, no tatweel, vowel marks or controls, "
        "straight quotation marks",
        "quantization": quantization,
        "trained_on": [f"{s['name']}: {s['kept']:,} pairs, {s['licence']}" for s in manifest["sets"]],
        "training": f"{training}; {position['step']:,} steps, {position['pieces'] / 1e6:.1f} M target pieces",
    }
    lines = [f"{key} = {_toml(value)}" for key, value in top.items()]
    lines += ["", "[scores]", "", "[sha256]"]
    lines += [f"{_toml(file)} = {_toml(value)}" for file, value in hashes.items()]
    return "\n".join(lines) + "\n"


def put_scores(path: Path, scores: Mapping[str, str | float]) -> None:
    """Replace the table `[scores]` of the card at `path`."""
    table = "[scores]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in scores.items()) + "\n"
    old = path.read_text(encoding="utf-8")
    new, count = _SCORES.subn(lambda match: table, old)
    if count != 1:
        raise ValueError(f"{path} has {count} tables [scores]")
    part = path.with_suffix(".part")
    part.write_text(new, encoding="utf-8")
    part.replace(path)


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _toml(value: object) -> str:
    """A TOML value; its strings are escaped as in JSON, and a list has one string a line."""
    if isinstance(value, list):
        return "[\n" + "".join(f"  {_toml(item)},\n" for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
