"""Reads ahead in a thread, so that workers need not wait for files to be unpacked."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Generator
from typing import Literal

from quotes.engine.plan import Shard

_PATIENCE = 0.1
"""Seconds between looks at whether the run has ended."""


class Prefetch:
    """A source of shards: the next that is ready, or None. Raises what reading raised, StopIteration at the end."""

    def __init__(self, shards: Generator[Shard], ahead: int) -> None:
        self._queue: queue.Queue[Shard | BaseException | Literal["end"]] = queue.Queue(maxsize=ahead)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, args=(shards,), name="quotes-reader", daemon=True)
        self._thread.start()

    def __call__(self) -> Shard | None:
        """The next shard, None if the reader is behind."""
        try:
            item = self._queue.get_nowait()
        except queue.Empty:
            return None
        if isinstance(item, Shard):
            return item
        raise StopIteration if item == "end" else item

    def close(self) -> None:
        """Stop reading and wait for the thread, which closes its files."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _read(self, shards: Generator[Shard]) -> None:
        with contextlib.closing(shards):
            try:
                for shard in shards:
                    if not self._put(shard):
                        return
                self._put("end")
            except BaseException as error:  # noqa: BLE001  it is raised again in the driver's thread
                self._put(error)

    def _put(self, item: Shard | BaseException | Literal["end"]) -> bool:
        while not self._stop.is_set():
            with contextlib.suppress(queue.Full):
                self._queue.put(item, timeout=_PATIENCE)
                return True
        return False
