"""How the bundled networks run: one session, one thread, on the processor. The only module that imports onnxruntime."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(graph: bytes) -> InferenceSession:
    """A session of the graph, with one thread: inputs are small, and threads inside one cost more than they give."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
