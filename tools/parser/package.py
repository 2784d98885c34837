"""Writes a trained model into the product: ONNX with int8 weights, vocabulary, labels and a manifest with checksums.

python -m tools.parser.package --model MODEL --encoder FOLDER --out quotes/models/compact
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from quotes.compact import TAGS
from tools.parser.model import Joint
from tools.parser.store import load
from tools.unsigned import quantise

FILES = ("network.onnx", "labels.onnx", "pieces.json", "labels.json", "lemmas.json", "resources.json")
_PRECISE = tuple(f"/out{suffix}/Gemm_MatMul" for suffix in ("", "_1", "_2", "_3", "_4", "_5"))
"""Attention output layers stay in single precision: their inputs have the widest range (PUD LAS 87.11 -> 87.21 for 2.6 MB)."""


class Network(nn.Module):
    """One sentence without padding: pieces and shapes (T), first pieces (W) -> arcs, label vectors, all tags side by side."""

    def __init__(self, model: Joint) -> None:
        super().__init__()
        self.model = model
        heads = [model.tags.get_submodule(kind) for kind in TAGS]
        self.weight = nn.Parameter(torch.cat([head.get_parameter("weight") for head in heads]))
        self.bias = nn.Parameter(torch.cat([head.get_parameter("bias") for head in heads]))
        h = model.size.hidden
        self.below = nn.Linear(h, model.size.arc + model.size.label)
        self.above = nn.Linear(h, model.size.arc + model.size.label)
        for joined, parts in (
            (self.below, (model.arc_dependent, model.label_dependent)),
            (self.above, (model.arc_head, model.label_head)),
        ):
            joined.weight = nn.Parameter(torch.cat([p.weight for p in parts]))
            joined.bias = nn.Parameter(torch.cat([p.bias for p in parts]))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        model = self.model
        x = model.encoder.embed(pieces, shapes)
        for layer in model.encoder.layers:
            x = layer.single(x)  # type: ignore[operator]
        words = x[first]
        arc = model.size.arc
        below = F.gelu(self.below(words))
        above = F.gelu(self.above(torch.cat([model.root.unsqueeze(0), words])))
        arcs = (below[:, :arc] @ model.arc[:-1] + model.arc[-1]) @ above[:, :arc].T
        return arcs, below[:, arc:], above[:, arc:], F.linear(words, self.weight, self.bias)


class Labels(nn.Module):
    """Label scores of each word under its head; the biaffine tensor as one matrix product that quantises."""

    def __init__(self, model: Joint) -> None:
        super().__init__()
        count, inner, _ = model.label.shape
        self.count, self.inner = count, inner
        # (dependent, label x head): one product gives every label's vector over the head's features
        self.linear = nn.Linear(inner - 1, count * inner)
        table = model.label.permute(1, 0, 2).reshape(inner, count * inner)
        self.linear.weight = nn.Parameter(table[:-1].T.contiguous())
        self.linear.bias = nn.Parameter(table[-1].contiguous())

    def forward(self, dependents: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        chosen = governors[heads]
        chosen = torch.cat([chosen, torch.ones_like(chosen[:, :1])], -1).unsqueeze(-1)
        scores: Tensor = self.linear(dependents).view(-1, self.count, self.inner) @ chosen
        return scores.squeeze(-1)


def export(model: Joint, folder: Path) -> None:
    """Write ``network.onnx`` and ``labels.onnx`` in single precision."""
    model.eval()
    size = model.size
    pieces, first = torch.arange(5, 17), torch.arange(1, 9)
    _export(
        Network(model),
        (pieces, torch.ones_like(pieces), first),
        folder / "network.onnx",
        {"pieces": "T", "shapes": "T", "first": "W"},
        ("arcs", "dependents", "governors", "tags"),
    )
    _export(
        Labels(model),
        (torch.randn(8, size.label), torch.randn(9, size.label), torch.arange(8)),
        folder / "labels.onnx",
        {"dependents": "W", "governors": "V", "heads": "W"},
        ("scores",),
    )


def _export(module: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: dict[str, str], outputs: tuple[str, ...]) -> None:
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={name: {0: axis} for name, axis in inputs.items()},
        opset_version=17,
        dynamo=False,
    )


def manifest(folder: Path, about: dict[str, object]) -> None:
    """Write ``manifest.json``: ``about`` and size and SHA-256 of every file of the model."""
    files = {}
    for name in FILES:
        data = (folder / name).read_bytes()
        files[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps({**about, "files": files}, indent=1) + "\n", encoding="utf-8")


def pieces(encoder: Path) -> str:
    """The encoder's tokenizer without truncation and padding, as one JSON text."""
    tokenizer = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.update(truncation=None, padding=None, post_processor=None, decoder=None)
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def package(model: Path, encoder: Path, out: Path, name: str) -> None:
    """All of the above: from a trained ``model`` folder to the ``out`` folder of the product."""
    joint, labels = load(model)
    lemmas = json.loads((model / "lemmas.json").read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        export(joint, Path(scratch))
        for file in ("network.onnx", "labels.onnx"):
            quantise(Path(scratch) / file, out / file, _PRECISE)
    (out / "pieces.json").write_text(pieces(encoder), encoding="utf-8")
    # Stanza asks for its list of models even where it has none to look up
    for file, content in (("labels.json", labels), ("lemmas.json", lemmas), ("resources.json", {})):
        (out / file).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    manifest(out, {"name": name, "licence": "CC-BY-SA-4.0"})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder that tools.parser.train wrote")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the published encoder's tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of the product's model")
    parser.add_argument("--name", default="compact-en-1", help="name and version of the model (default: %(default)s)")
    args = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    package(args.model, args.encoder, args.out, args.name)
    for file in sorted(args.out.iterdir()):
        print(f"{file.stat().st_size:>12,}  {file}")


if __name__ == "__main__":
    main()
