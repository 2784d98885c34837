"""Quantised weights without a sign: the same product, on every processor."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from quotes import data

pytest.importorskip("onnx")

import onnx
from onnx import TensorProto, helper, numpy_helper

from tools.unsigned import main, unsigned

GIVEN = np.array([[3, 1, 0, 2], [0, 5, 9, 1]], dtype=np.uint8)
WEIGHTS = np.array([[1, -2, 3], [-4, 5, -6], [7, -8, 9], [-128, 0, 127]], dtype=np.int8)


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A product of bytes whose two outputs share their weights."""
    stored = [
        numpy_helper.from_array(WEIGHTS, "weights"),
        numpy_helper.from_array(np.zeros(3, dtype=np.int8), "zeros"),
        numpy_helper.from_array(np.array(1, dtype=np.uint8), "given_zero"),
    ]
    nodes = [helper.make_node("MatMulInteger", ["given", "weights", "given_zero", "zeros"], [out]) for out in ("first", "second")]
    given = helper.make_tensor_value_info("given", TensorProto.UINT8, [2, 4])
    outs = [helper.make_tensor_value_info(out, TensorProto.INT32, [2, 3]) for out in ("first", "second")]
    graph = helper.make_graph(nodes, "product", [given], outs, stored)
    path = tmp_path / "product.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    return path


def signed(path: Path) -> list[str]:
    graph = onnx.load(path).graph
    kinds = {t.name: t.data_type for t in graph.initializer}
    return [n.name for n in graph.node if n.op_type == "MatMulInteger" and kinds[n.input[1]] == TensorProto.INT8]


def test_the_product_stays_the_same(network: Path) -> None:
    assert len(signed(network)) == 2
    assert unsigned(network) == 2
    assert signed(network) == []
    wanted = (GIVEN.astype(int) - 1) @ WEIGHTS.astype(int)
    for out in onnxruntime.InferenceSession(network).run(None, {"given": GIVEN}):
        assert out.tolist() == wanted.tolist()


def test_what_is_unsigned_is_left_alone(network: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unsigned(network)
    before = network.read_bytes()
    main([str(network)])
    assert network.read_bytes() == before
    assert "0 matrices" in capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(data.folder("models").rglob("*.onnx")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_bundled_networks_do_not_depend_on_the_processor(path: Path) -> None:
    assert signed(path) == []
