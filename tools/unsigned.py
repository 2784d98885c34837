"""Quantise a network with weights of eight bits and no sign, which every processor multiplies alike.

    python -m tools.unsigned quotes/models/compact/network.onnx

Activations are unsigned. Where a processor has no instruction for sums of unsigned times signed bytes (x86 before AVX-512 VNNI,
most of AMD's before Zen 4), ONNX Runtime adds two such products in sixteen bits, which overflow: the same sentence then has
another tree. Products of two unsigned bytes are added in full everywhere. Every weight and its zero point move by 128, so what
the network computes is the same.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

_SHIFT = 128


def quantise(source: Path, target: Path, exclude: Sequence[str] = ()) -> None:
    """Weights to eight bits, one scale per output channel; activations are scaled at run time. The nodes in ``exclude`` stay in
    single precision. Needs the package onnx."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    kinds = ["MatMul", "Gather", "Gemm"]
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=kinds,
        nodes_to_exclude=list(exclude),
    )
    unsigned(target)


def unsigned(path: Path) -> int:
    """Rewrite a quantised network in place; returns how many matrices were signed. Needs the package onnx."""
    import numpy as np
    import onnx
    from onnx import numpy_helper

    model = onnx.load(path)
    stored = {t.name: t for t in model.graph.initializer}
    products = [n for n in model.graph.node if n.op_type == "MatMulInteger"]
    signed = [n for n in products if stored[n.input[1]].data_type == onnx.TensorProto.INT8]
    for name in {name for n in signed for name in (n.input[1], n.input[3])}:  # its weights and their zero points
        moved = numpy_helper.to_array(stored[name]).astype(np.int16) + _SHIFT
        stored[name].CopyFrom(numpy_helper.from_array(moved.astype(np.uint8), name))
    if signed:
        onnx.save(model, path)
    return len(signed)


def main(argv: Sequence[str] | None = None) -> None:
    """Command line: the networks to rewrite."""
    for name in sys.argv[1:] if argv is None else argv:
        print(f"{name}: {unsigned(Path(name))} matrices are unsigned now")


if __name__ == "__main__":
    main()
