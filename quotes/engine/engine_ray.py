"""The Ray engine: long-lived actors that hold the extractor. The same pieces and the same commit as in the local one."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.engine.local import FATAL, STARTS
from quotes.engine.pool import CRASH, Died, Done, Event, Finished, raised
from quotes.engine.session import Lines, Process, Spec, start, work
from quotes.errors import EngineError, QuotesError, UsageError
from quotes.model import Article

_EVERY = 0.25
"""Seconds of work that are told together: Ray takes some 15 ms for every message, an article some 130."""
_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0"}
_LOCAL = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""Ray's own switch for a cluster of one machine: with it every port is on the loopback address (seen with Ray 2.60)."""


class Actor:
    """What runs in an actor's process."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._spec: Spec | None = None

    def ready(self, spec: Spec) -> tuple[int, str | None]:
        """Load the extractor. Gives the process id, and the fault if that fails as ``name, newline, message``."""
        try:
            self._spec, self._process = spec, start(spec)
        except QuotesError as fault:
            return os.getpid(), f"{type(fault).__name__}\n{fault}"
        return os.getpid(), None

    def work(self, articles: Sequence[Article]) -> Iterator[list[Lines] | str]:
        """Lines of the articles, a few at a time; a text instead ends the piece: what was raised."""
        assert self._process is not None
        assert self._spec is not None
        lines = work(self._process, self._spec, articles)
        ready: list[Lines] = []
        sent = time.monotonic()
        fault: str | None = None
        while fault is None and len(ready) < len(articles):
            try:
                ready.append(next(lines))
            except QuotesError as error:
                fault = f"{type(error).__name__}\n{error}"
            except Exception as error:  # noqa: BLE001  whatever the extractor lets out is the article's fault until proved otherwise
                fault = raised(error)
            if time.monotonic() - sent > _EVERY:
                yield ready
                articles, ready, sent = articles[len(ready) :], [], time.monotonic()
        yield ready
        if fault is not None:
            yield fault


@dataclass(slots=True)
class _Slot:
    actor: Any
    waits: Any
    """What to wait for: the answer of ``ready``, or the stream of a piece; None if idle."""
    pid: int = 0
    ready: bool = False
    count: int = 0
    given: int = 0


class RayPool:
    """So many actors, on this machine or on the cluster at ``address``."""

    def __init__(self, spec: Spec, workers: int, address: str | None = None) -> None:
        self._ray = ray = imported(address)
        self._spec = spec
        self._failed_starts = 0
        self._lost: list[Event] = []
        self._joined = not ray.is_initialized()
        if self._joined:
            join(ray, workers, address)
        self._remote: Any = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Actor)
        self._slots = [self._launch() for _ in range(workers)]

    def pids(self) -> list[int]:
        """Process ids of the actors that are ready, for tests that kill them."""
        return [slot.pid for slot in self._slots if slot.ready]

    def idle(self) -> list[int]:
        """Actors that have loaded their extractor and have nothing to do."""
        return [i for i, slot in enumerate(self._slots) if slot.ready and slot.waits is None]

    def submit(self, slot: int, piece: Sequence[Article]) -> None:
        """Start the stream of the piece."""
        it = self._slots[slot]
        it.count, it.given = 0, len(piece)
        it.waits = it.actor.work.options(num_returns="streaming").remote(list(piece))

    def wait(self, seconds: float) -> list[Event]:
        """What the actors sent, and which of them died. Raises QuotesError if an actor says that none can work."""
        events, self._lost = self._lost, []
        waits = {slot.waits: i for i, slot in enumerate(self._slots) if slot.waits is not None}
        if waits:
            found, _ = self._ray.wait(list(waits), num_returns=1, timeout=0 if events else seconds, fetch_local=True)
            for handle in found:
                events += self._receive(waits[handle])
        return events

    def kill(self, slot: int, code: str, message: str) -> None:
        """End the actor's process."""
        self._lost += self._bury(slot, code, message)

    def close(self) -> None:
        """End the actors, and the local cluster if it was started here."""
        for slot in self._slots:
            self._ray.kill(slot.actor, no_restart=True)
        if self._joined:
            self._ray.shutdown()

    def _receive(self, i: int) -> list[Event]:
        slot, faults = self._slots[i], self._ray.exceptions
        try:
            if not slot.ready:
                return self._started(slot, *self._ray.get(slot.waits))
            answer: list[Lines] | str = self._ray.get(next(slot.waits))
        except StopIteration:
            slot.waits = None
            return [Finished(i)]
        except (faults.RayActorError, faults.RayTaskError, faults.ObjectLostError):
            return self._bury(i, CRASH, "the worker process died while it read this article")
        if isinstance(answer, list):
            slot.count += len(answer)
            return [Done(i, slot.count - len(answer) + n, lines) for n, lines in enumerate(answer)]
        slot.waits = None
        _raise_fatal(answer)
        return [Died(i, CRASH, answer)]

    def _started(self, slot: _Slot, pid: int, fault: str | None) -> list[Event]:
        if fault:
            _raise_fatal(fault)
        slot.pid, slot.ready, slot.waits, self._failed_starts = pid, True, None, 0
        return []

    def _bury(self, i: int, code: str, message: str) -> list[Event]:
        slot = self._slots[i]
        self._ray.kill(slot.actor, no_restart=True)
        if not slot.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise EngineError("Ray actors die before they can work: see Ray's logs; fewer --workers may help")
        lost: list[Event] = [Died(i, code, message)] if slot.ready and slot.waits is not None else []
        self._slots[i] = self._launch()
        return lost

    def _launch(self) -> _Slot:
        actor = self._remote.remote()
        return _Slot(actor, actor.ready.remote(self._spec))


def imported(address: str | None) -> Any:
    """The library, silent towards the network. Raises UsageError if it is missing."""
    for name, value in (_ENVIRONMENT if address else _ENVIRONMENT | _LOCAL).items():
        os.environ.setdefault(name, value)  # read when ray is imported
    try:
        import ray
    except ImportError as error:
        raise UsageError("--engine ray needs Ray: pip install 'quotestance[ray]'") from error
    return ray


def join(ray: Any, workers: int, address: str | None) -> None:
    """Join a cluster, or start one on the loopback address without a dashboard. Raises EngineError."""
    try:
        if address:
            ray.init(address=address, log_to_driver=False)
        else:
            ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise EngineError(f"Ray cannot be {'joined at ' + address if address else 'started'}: {error}") from error


def _raise_fatal(text: str) -> None:
    name, _, message = text.partition("\n")
    if name in FATAL:
        raise FATAL[name](message)
