"""One run from its lock to its manifest."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import FrameType

from quotes import data
from quotes.engine import folder
from quotes.engine.commit import Ledger
from quotes.engine.drive import Driver, Job, Source
from quotes.engine.plan import Committed, Counted, Planner, Seen, Shard, recent
from quotes.engine.pool import InlinePool, Pool
from quotes.engine.prefetch import Prefetch
from quotes.engine.session import Spec, describe
from quotes.engine.settings import RunOptions, budget
from quotes.engine.store import Store, open_store
from quotes.errors import ErrorBudgetSpent, QuotesError, UsageError
from quotes.read import Pages, check, raw
from quotes.write import Stamp, stamp

_INLINE = ".inline"
"""There while the one worker is this process. Found at the start, it tells that the process was killed or crashed."""
_SHARE_FROM = 100
"""Items from which on a share of errors is looked at: 1 of 3 is 33 %."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Told after every commit; the counts are those of the folder, earlier runs included."""

    shard: int
    counts: dict[str, int]
    fresh: int
    """Items done by this run."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended. ``signal`` is set if that interrupted it."""

    counts: dict[str, int]
    fresh: int
    seconds: float
    signal: int | None = None

    @property
    def exit_code(self) -> int:
        """0 done, 1 done with dead letters, 130 or 143 interrupted and resumable."""
        if self.signal:
            return 128 + self.signal
        return 1 if self.counts.get("failed") else 0


Observer = Callable[[Progress], None]


class _Interrupted(BaseException):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def run(settings: RunOptions, observer: Observer | None = None, *, store: Store | None = None, replay: bool = False) -> Summary:
    """Do what is not yet committed in ``settings.out``; with ``replay`` the dead letters again as well.

    Raises UsageError (options, other inputs or options than the folder was begun with), ModelError, OutputError (locked, full,
    unwritable), ErrorBudgetSpent, EngineError. All of them leave the folder resumable.
    """
    place = store or open_store(settings.out)
    with place.lock():
        work = _Run(settings, place, observer, replay)
        try:
            with _signals():
                work.go()
        except _Interrupted as interrupted:
            work.end("interrupted")
            return work.summary(interrupted.number)
        except ErrorBudgetSpent:
            work.end("error budget spent")
            raise
        work.end("complete")
        return work.summary()


def retry(out: str, change: Callable[[RunOptions], RunOptions] | None = None, observer: Observer | None = None) -> Summary:
    """Replay the dead letters of a run folder with the options it was begun with; ``change`` may alter limits and workers.

    Raises what ``run`` raises.
    """
    settings = folder.recorded(open_store(out))
    return run(change(settings) if change else settings, observer, replay=True)


class _Run:
    """What one run holds."""

    def __init__(self, settings: RunOptions, store: Store, observer: Observer | None, replay: bool) -> None:
        self.settings, self.store, self.observer, self.replay = settings, store, observer, replay
        self.began = datetime.now(UTC)
        self._clock = time.monotonic()
        self.stamp: Stamp = stamp(data.rules_folder(settings.options.rules), describe(settings.extractor, settings.options))
        check(settings.sources)
        folder.prepare(store, settings, self.stamp.pipeline)
        self.ledger = Ledger(store, settings.partition)
        self.ledger.open()
        self.counted = Counted()
        self.fresh = 0
        self.planned = 0
        folder.manifest(store, self.ledger, settings, "running", self.began, {})

    def go(self) -> None:
        """Plan, work, commit."""
        with contextlib.closing(self._shards()) as shards, self._pool() as pool, self._source(shards, pool) as source:
            Driver(pool, self._commit, self.settings.article_seconds).run(source)
        if max(self.ledger.shards, default=-1) >= self.planned:
            raise UsageError(
                f"the input has shrunk: {self.store.root} holds {len(self.ledger.shards)} shards, "
                f"the input gives {self.planned}; choose another --out, or --overwrite to begin anew"
            )
        self._check_budget(final=True)

    def end(self, status: str) -> None:
        """Write the manifest; a folder that cannot be written any more keeps the last one."""
        extra = {"left_out": {"older": self.counted.older}}
        folder.manifest(self.store, self.ledger, self.settings, status, self.began, extra)

    def summary(self, number: int | None = None) -> Summary:
        """How it ended."""
        return Summary(dict(+self.ledger.counts), self.fresh, time.monotonic() - self._clock, number)

    def _shards(self) -> Generator[Shard]:
        settings = self.settings
        with Pages(settings.options.limits) as pages:
            planner = Planner(
                size=settings.shard_size,
                seen=Seen(settings.duplicates_window),
                resolve=pages.article,
                committed=self._committed,
                since=settings.since,
                replay=self.replay,
            )
            for shard in planner.shards(recent(raw(settings.sources, settings.options), settings.since, self.counted)):
                self.planned = shard.number + 1
                if shard.entries:
                    yield shard

    def _committed(self, shard: int) -> Committed | None:
        receipt = self.ledger.get(shard)
        return receipt.committed() if receipt else None

    def _commit(self, job: Job) -> None:
        lines = job.lines(self.stamp)
        self.ledger.commit(job, lines)
        self.fresh += len(lines)
        if self.observer:
            counts = dict(+self.ledger.counts)
            self.observer(Progress(job.shard.number, counts, self.fresh, time.monotonic() - self._clock))
        self._check_budget()

    def _check_budget(self, *, final: bool = False) -> None:
        limit = budget(self.settings.max_errors)
        if limit is None:
            return
        failed, items = self.ledger.counts["failed"], self.ledger.counts["items"]
        allowed, share = limit
        spent = failed > (allowed / 100 * items if share else allowed)
        if spent and (final or not share or items >= _SHARE_FROM):
            raise ErrorBudgetSpent(
                f"{failed} of {items} articles failed, more than --max-errors {self.settings.max_errors}; "
                f"see {self.store.root}/errors, and run again with a larger budget to go on"
            )

    @contextlib.contextmanager
    def _source(self, shards: Generator[Shard], pool: Pool) -> Iterator[Source]:
        if isinstance(pool, InlinePool):
            yield shards.__next__
            return
        ahead = Prefetch(shards, ahead=self.settings.workers + 1)
        try:
            yield ahead
        finally:
            ahead.close()

    @contextlib.contextmanager
    def _pool(self) -> Iterator[Pool]:
        settings = self.settings
        spec = Spec(
            extractor=settings.extractor,
            options=settings.options,
            stamp=self.stamp,
            english_only=settings.english_only,
            memory_mb=settings.memory_mb,
            seconds=settings.article_seconds,
        )
        inline = settings.engine == "local" and settings.workers == 1 and self.store.get(_INLINE) is None
        if inline:
            self.store.put({_INLINE: b""})
        pool = InlinePool(spec) if inline else _processes(spec, settings)
        try:
            yield pool
        finally:
            pool.close()
            if settings.engine == "local" and settings.workers == 1:
                with contextlib.suppress(QuotesError):
                    self.store.remove(_INLINE)


def _processes(spec: Spec, settings: RunOptions) -> Pool:
    if settings.engine == "ray":
        from quotes.engine.engine_ray import RayPool

        return RayPool(spec, settings.workers, settings.address)
    from quotes.engine.local import LocalPool

    return LocalPool(spec, settings.workers)


@contextlib.contextmanager
def _signals() -> Iterator[None]:
    """Turn SIGINT and SIGTERM into an exception; what is being written then is as safe as after a SIGKILL."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signature is the signal module's
    raise _Interrupted(number)
