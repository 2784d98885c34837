"""Write the trained encoder into the product: ONNX with int8 weights, vocabulary, decision weights and a manifest with checksums.

    python -m tools.stance.package average --models a-fold0.pt b-fold0.pt --out fold0.pt
    python -m tools.stance.package encoder --models fold0.pt fold1.pt fold2.pt --out quotes/models/stance
    python -m tools.stance.package manifest --out quotes/models/stance
    python -m tools.stance.package unpack --out bundled.pt

Several models that started from the same first stage are averaged weight by weight; one runs as fast as the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from quotes import data
from tools.stance.network import StanceNetwork, pooled
from tools.stance.train import encoder_folder, store, weights
from tools.unsigned import quantise

ABOUT = {
    "name": "stance-en-4",
    "encoder": "all-MiniLM-L6-v2 (Apache-2.0), fine-tuned",
    "licence": "Apache-2.0",
}


class Single(nn.Module):
    """One item without padding: pieces and two 0/1 masks (T) in; the scores of the three questions side by side (8) and of each
    piece's telling against and for the target (T, 2) out."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.encoder, self.mix, self.telling = network.encoder, network.mix, network.telling
        table = network.encoder.embeddings.word_embeddings.weight.detach().clone()
        own = network.marker_of >= 0
        table[own] = network.markers.detach()[network.marker_of[own]]
        self.encoder.embeddings.word_embeddings.weight = nn.Parameter(table)
        heads = (network.stance, network.addressed, network.alignment)
        self.last = nn.Linear(network.mix.out_features, sum(h.out_features for h in heads))
        self.last.weight = nn.Parameter(torch.cat([h.weight for h in heads]))
        self.last.bias = nn.Parameter(torch.cat([h.bias for h in heads]))

    def forward(self, pieces: Tensor, quoted: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (8): critical, neutral, supportive; not addressed, addressed; alignment anti, none, pro."""
        ids = pieces.unsqueeze(0)
        mask = torch.ones_like(ids)
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        telling = self.telling(hidden)
        out = self.last(nn.functional.gelu(self.mix(pooled(hidden, telling, mask, quoted.unsqueeze(0), target.unsqueeze(0)))))
        return out.squeeze(0), telling.squeeze(0)


def average(paths: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of several models' weights."""
    all_weights = [weights(p) for p in paths]
    first = all_weights[0]
    return {k: torch.stack([w[k] for w in all_weights]).mean(0) if v.is_floating_point() else v for k, v in first.items()}


def export(network: StanceNetwork, path: Path) -> None:
    """Write the network in single precision."""
    module = Single(network.eval())
    pieces = torch.arange(1000, 1024)
    mask = torch.ones_like(pieces)
    torch.onnx.export(
        module,
        (pieces, mask, mask),
        str(path),
        input_names=["pieces", "quoted", "target"],
        output_names=["scores", "telling"],
        dynamic_axes={name: {0: "T"} for name in ("pieces", "quoted", "target", "telling")},
        opset_version=17,
        dynamo=False,
    )


def encoder(models: Sequence[Path], out: Path, single: Path | None = None) -> None:
    """Average, export and quantise ``models`` into ``out``; ``single`` also keeps the single-precision graph."""
    folder = encoder_folder()
    network = StanceNetwork(folder)
    network.grow(average(models))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = single or Path(scratch) / "encoder.onnx"
        export(network, full)
        quantise(full, out / "encoder.onnx")
    (out / "pieces.txt").write_text((folder / "vocab.txt").read_text(encoding="utf-8"), encoding="utf-8")


def unpack(source: Path) -> dict[str, Tensor]:
    """The weights of a quantised encoder in single precision, to be trained further; what rounding took is gone."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(source).graph
    stored = {t.name: numpy_helper.to_array(t).astype("float32") for t in graph.initializer}
    network = StanceNetwork(encoder_folder())
    state = network.state_dict()

    def weight(name: str) -> Tensor:
        scale, zero = stored[f"{name}_scale"], stored[f"{name}_zero_point"]
        return torch.from_numpy((stored[f"{name}_quantized"] - zero) * scale)

    products = {n.name: n.input[1].removesuffix("_quantized") for n in graph.node if n.op_type == "MatMulInteger"}
    for name in state:
        if name in stored:
            state[name] = torch.from_numpy(stored[name])
        elif f"{name}_quantized" in stored:
            state[name] = weight(name) if "embeddings" in name else weight(name).T
    for name, product in products.items():
        key = name.strip("/").removesuffix("/MatMul_quant").replace("/", ".") + ".weight"
        if key in state:
            state[key] = weight(product).T
    parts = {"stance": slice(0, 3), "addressed": slice(3, 5), "alignment": slice(5, 8)}
    last = weight("last.weight").T
    for head, part in parts.items():
        state[f"{head}.weight"], state[f"{head}.bias"] = last[part], torch.from_numpy(stored["last.bias"][part])
    own = network.marker_of >= 0
    state["markers"][network.marker_of[own]] = state["encoder.embeddings.word_embeddings.weight"][own]
    return state


def manifest(out: Path) -> None:
    """Write ``manifest.json``: what the model is, and size and SHA-256 of every file the scorer reads."""
    files = {}
    for name in ("encoder.onnx", "pieces.txt", "weights.json"):
        data = (out / name).read_bytes()
        files[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (out / "manifest.json").write_text(json.dumps({**ABOUT, "files": files}, indent=1) + "\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the packaging."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("step", choices=("average", "encoder", "manifest", "unpack"))
    ap.add_argument("--models", type=Path, nargs="+", default=[])
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--single", type=Path, help="also keep the single-precision graph here")
    args = ap.parse_args(argv)
    logging.getLogger().setLevel(logging.ERROR)
    if args.step == "average":
        store(average(args.models), args.out)
        return
    if args.step == "unpack":
        (source,) = args.models or [data.folder("models") / "stance" / "encoder.onnx"]
        store(unpack(source), args.out)
        return
    if args.step == "encoder":
        encoder(args.models, args.out, args.single)
    else:
        manifest(args.out)
    for file in sorted(args.out.iterdir()):
        print(f"{file.stat().st_size:>12,}  {file}")


if __name__ == "__main__":
    main()
