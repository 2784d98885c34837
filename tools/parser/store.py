"""A trained model on disk: weights in half precision, label lists and widths; nothing in it is executed on loading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from tools.parser.model import Joint, Size


def save(model: Joint, labels: Mapping[str, Sequence[str]], folder: Path) -> None:
    """Write the model and its label lists to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {k: v.detach().to(torch.float16).contiguous() for k, v in model.state_dict().items()}
    save_file(weights, folder / "weights.safetensors")
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    (folder / "size.json").write_text(json.dumps(asdict(model.size)), encoding="utf-8")


def load(folder: Path) -> tuple[Joint, dict[str, list[str]]]:
    """The model in single precision and its label lists, as ``save`` wrote them."""
    labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    size = Size(**json.loads((folder / "size.json").read_text(encoding="utf-8")))
    model = Joint({kind: len(values) for kind, values in labels.items()}, size)
    model.load_state_dict({k: v.float() for k, v in load_file(folder / "weights.safetensors").items()})
    return model.eval(), labels
