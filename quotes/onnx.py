"""How the bundled networks run: sessions of one thread, on the processor. The only module that imports onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def session(graph: bytes) -> InferenceSession:
    """A session of the graph, with one thread: inputs are small, and threads inside one cost more than they give."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def cores() -> int:
    """Cores this process may use, at most 4: beyond that the sentences of one article no longer fill the threads."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, 4)


def spread(work: Callable[[_In], _Out], items: Sequence[_In], threads: int) -> list[_Out]:
    """What ``work`` makes of each item, in order; so many are worked on at once. A session runs in several threads alike."""
    if threads > 1 and len(items) > 1:
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(work, items))
    return [work(x) for x in items]
