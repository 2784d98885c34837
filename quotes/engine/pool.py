"""How pieces of work reach workers, whatever the engine; and the engine that needs none: one worker in this process."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Protocol

from quotes.engine.session import Lines, Process, Spec, start, work
from quotes.errors import QuotesError
from quotes.model import Article

TIMEOUT = "timeout"
CRASH = "crash"
_WORKER_BYTES = 1_000_000_000
"""Memory that a worker must find free; measured 0.5 GB with the bundled parser, see ``docs/batch.md``."""


@dataclass(frozen=True, slots=True)
class Done:
    """The ``index``-th article of the slot's piece is finished."""

    slot: int
    index: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class Finished:
    """The slot's piece is finished; the slot is idle again."""

    slot: int


@dataclass(frozen=True, slots=True)
class Died:
    """The slot lost its piece: the worker died or raised (``crash``) or was killed for its time (``timeout``)."""

    slot: int
    code: str
    message: str


Event = Done | Finished | Died


class Pool(Protocol):
    """Some workers, each in a numbered slot, that take one piece at a time."""

    def idle(self) -> list[int]:
        """Slots that can take a piece now."""
        ...

    def submit(self, slot: int, piece: Sequence[Article]) -> None:
        """Give the idle slot a piece."""
        ...

    def wait(self, seconds: float) -> list[Event]:
        """What happened, after at most so many seconds. Raises QuotesError if no worker can work at all."""
        ...

    def kill(self, slot: int, code: str, message: str) -> None:
        """End the slot's worker; ``wait`` reports the loss, and another worker takes the slot."""
        ...

    def close(self) -> None:
        """End all workers now."""
        ...


class _OvertimeError(BaseException):
    """Raised in the middle of an article; no BaseException handler of a stage may swallow it, so it is no Exception."""


class InlinePool:
    """One slot in this process. A crash takes the run along (a rerun then uses a process of its own for that shard), and time
    is kept by a signal, which cannot interrupt a library that hangs in C."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._process: Process | None = None
        self._piece: Sequence[Article] | None = None

    def idle(self) -> list[int]:
        """The one slot."""
        return [0] if self._piece is None else []

    def submit(self, slot: int, piece: Sequence[Article]) -> None:  # noqa: ARG002  the one slot is 0
        """Remember the piece; ``wait`` works on it."""
        self._piece = piece

    def wait(self, seconds: float) -> list[Event]:  # noqa: ARG002  the work itself is the wait
        """Work on the piece to its end."""
        piece, self._piece = self._piece, None
        if piece is None:
            return []
        if self._process is None:
            self._process = start(self._spec)
        events: list[Event] = []
        lines = work(self._process, self._spec, piece)
        try:
            for index in range(len(piece)):
                with _alarm(self._spec.seconds):
                    events.append(Done(0, index, next(lines)))
        except _OvertimeError:
            events.append(Died(0, TIMEOUT, overtime(self._spec.seconds)))
        except QuotesError:
            raise
        except Exception as error:  # noqa: BLE001  whatever the extractor lets out is the article's fault until proved otherwise
            events.append(Died(0, CRASH, raised(error)))
        else:
            events.append(Finished(0))
        return events

    def kill(self, slot: int, code: str, message: str) -> None:
        """Nothing can be killed here; time is kept by the signal."""

    def close(self) -> None:
        """Nothing to end."""


def overtime(seconds: float) -> str:
    """What a dead letter says when time is up."""
    return f"no result within {seconds:g} seconds; raise --article-seconds and run `quotes retry` if it is worth it"


def raised(error: Exception) -> str:
    """What a dead letter says when the extractor itself raised. A generator that ends early raises StopIteration."""
    if isinstance(error, StopIteration):
        return "the extractor gave fewer results than it was given articles"
    return f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise _OvertimeError in the block after so many seconds; only the main thread of a POSIX system can."""
    usable = seconds > 0 and hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable:
        yield
        return
    before = signal.signal(signal.SIGALRM, _overtime)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _overtime(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signature is the signal module's
    raise _OvertimeError


def automatic() -> int:
    """Workers for this machine: one per core that this process may use, as far as the memory goes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # no such figure on this system
        return cores
    return max(1, min(cores, free // _WORKER_BYTES))
