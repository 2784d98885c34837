"""The local engine: worker processes by ``spawn``, each with an extractor of its own, connected by pipes."""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import IO, cast

from quotes.engine.pool import CRASH, Died, Done, Event, Finished, raised
from quotes.engine.session import Lines, Process, Spec, start, work
from quotes.errors import EngineError, ModelError, QuotesError, UsageError
from quotes.model import Article

STARTS = 5
"""Workers in a row that may die before they are ready; more means that none will ever be (no memory for the model, say)."""
FATAL: dict[str, type[QuotesError]] = {
    "ModelError": ModelError,
    "UsageError": UsageError,
    "RuleError": UsageError,
    "EngineError": EngineError,
}
"""What a worker may say of the whole set-up, as it is raised in the driver (a RuleError cannot be made from its text alone)."""


@dataclass(slots=True)
class _Slot:
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    busy: bool = False
    events: list[Event] = field(default_factory=list)


class LocalPool:
    """So many processes on this machine."""

    def __init__(self, spec: Spec, workers: int) -> None:
        self._spec = spec
        self._context = multiprocessing.get_context("spawn")
        self._failed_starts = 0
        self._lost: list[Event] = []
        self._slots = [self._launch() for _ in range(workers)]

    def pids(self) -> list[int]:
        """Process ids of the workers, for tests that kill them."""
        return [slot.process.pid or 0 for slot in self._slots]

    def idle(self) -> list[int]:
        """Workers that have loaded their extractor and have nothing to do."""
        return [i for i, slot in enumerate(self._slots) if slot.ready and not slot.busy]

    def submit(self, slot: int, piece: Sequence[Article]) -> None:
        """Send the piece; a worker that has just died is noticed by ``wait``."""
        self._slots[slot].busy = True
        with contextlib.suppress(OSError):
            self._slots[slot].pipe.send(list(piece))

    def wait(self, seconds: float) -> list[Event]:
        """What the workers sent, and which of them died. Raises QuotesError if a worker says that none can work."""
        pipes = {slot.pipe: i for i, slot in enumerate(self._slots)}
        events, self._lost = self._lost, []
        for pipe in wait(list(pipes), 0 if events else seconds):
            events += self._receive(pipes[pipe])  # type: ignore[index]
        return events

    def kill(self, slot: int, code: str, message: str) -> None:
        """SIGKILL, since what hangs may hold the interpreter."""
        self._slots[slot].process.kill()
        self._lost += self._bury(slot, code, message)

    def close(self) -> None:
        """SIGKILL all: nothing a worker holds is worth waiting for, what is not committed is done again."""
        for slot in self._slots:
            slot.process.kill()
        for slot in self._slots:
            slot.process.join()
            slot.pipe.close()

    def _receive(self, i: int) -> list[Event]:
        """Everything in the slot's pipe; its end means that the worker died."""
        slot = self._slots[i]
        events: list[Event] = []
        try:
            while True:
                events += self._message(i, slot.pipe.recv())
                if not slot.pipe.poll():
                    return events
        except (EOFError, OSError):
            slot.process.join()
            return events + self._bury(i, CRASH, "the worker process died while it read this article")

    def _message(self, i: int, message: tuple[str, object]) -> list[Event]:
        kind, value = message
        slot = self._slots[i]
        if kind == "ready":
            slot.ready, self._failed_starts = True, 0
            return []
        if kind == "fatal":
            name, text = str(value).split("\n", 1)
            raise FATAL.get(name, EngineError)(text)
        if kind == "done":
            index, lines = cast(tuple[int, Lines], value)
            return [Done(i, index, lines)]
        slot.busy = False
        return [Finished(i)] if kind == "finished" else [Died(i, CRASH, str(value))]

    def _bury(self, i: int, code: str, message: str) -> list[Event]:
        slot = self._slots[i]
        slot.process.join()
        slot.pipe.close()
        if not slot.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise EngineError(
                    f"workers die before they can work (exit code {slot.process.exitcode}); "
                    "fewer --workers or a larger --memory-mb may help"
                )
        lost: list[Event] = [Died(i, code, message)] if slot.busy else []
        self._slots[i] = self._launch()
        return lost

    def _launch(self) -> _Slot:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=main, args=(theirs, self._spec), daemon=True, name="quotes-worker")
        process.start()
        theirs.close()
        return _Slot(process, ours)


def main(pipe: Connection, spec: Spec) -> None:
    """A worker's life: make the extractor, then answer pieces until the pipe closes. Must not outlive the driver."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the driver decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow_parent, daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError), Path(os.devnull).open("w") as nowhere:
        try:
            process = start(spec)
            pipe.send(("ready", None))
            while True:
                _answer(pipe, process, spec, nowhere)
        except QuotesError as error:
            pipe.send(("fatal", f"{type(error).__name__}\n{error}"))


def _answer(pipe: Connection, process: Process, spec: Spec, nowhere: IO[str]) -> None:
    """Work on one piece and send each article's lines as soon as they are there."""
    piece: list[Article] = pipe.recv()
    lines = work(process, spec, piece)
    for index in range(len(piece)):
        # Should the driver be gone, this process ends long after its time is up: by a thread that needs no interpreter lock.
        faulthandler.dump_traceback_later(2 * spec.seconds + 60, exit=True, file=nowhere)
        try:
            done = next(lines)
        except QuotesError:
            raise
        except Exception as error:  # noqa: BLE001  whatever the extractor lets out is the article's fault until proved otherwise
            pipe.send(("raised", raised(error)))
            return
        pipe.send(("done", (index, done)))
    faulthandler.cancel_dump_traceback_later()
    pipe.send(("finished", None))


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
