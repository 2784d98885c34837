"""The driver's loop: hands pieces of shards to idle workers, watches the clock, and passes finished shards on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from quotes.engine.plan import Passed, Shard
from quotes.engine.pool import TIMEOUT, Died, Done, Event, Finished, Pool, overtime
from quotes.engine.recover import Recovery
from quotes.engine.session import Lines, dead, render, render_reject
from quotes.model import Article, Reject, Result
from quotes.write import Stamp

_PAUSE = 0.05
"""Seconds between looks at the reader while workers are idle."""


@dataclass(slots=True)
class Job:
    """One shard on its way."""

    shard: Shard
    recovery: Recovery
    piece: tuple[int, ...] = ()
    began: float = 0.0

    @classmethod
    def of(cls, shard: Shard) -> Job:
        """The job of everything in the shard that has to be parsed."""
        return cls(shard, Recovery.of([i for i, entry in shard.entries.items() if isinstance(entry, Article)]))

    def articles(self) -> list[Article]:
        """The articles of the piece to work on next."""
        self.piece = self.recovery.next()
        found = [self.shard.entries[i] for i in self.piece]
        return [entry for entry in found if isinstance(entry, Article)]

    def lines(self, stamp: Stamp) -> dict[int, Lines]:
        """The finished lines of every entry, by position."""
        return {i: self.recovery.lines.get(i) or self._own(i, stamp) for i in sorted(self.shard.entries)}

    def _own(self, i: int, stamp: Stamp) -> Lines:
        """Lines of what no worker was asked for, or could finish."""
        entry = self.shard.entries[i]
        if isinstance(entry, Reject):
            return render_reject(entry, stamp)
        if isinstance(entry, Passed):
            return render(Result(entry.article, flags=(entry.flag,)), stamp, first=entry.first)
        code, message, attempts = self.recovery.dead[i]
        return render(Result(entry, reject=dead(entry, "engine", code, message, attempts)), stamp)


Source = Callable[[], Shard | None]
"""The next shard if one is ready; raises StopIteration when there are no more."""


@dataclass(slots=True)
class Driver:
    """State of one run. ``commit`` is called in this thread, once for each finished shard, in no particular order."""

    pool: Pool
    commit: Callable[[Job], None]
    seconds: float
    waiting: list[Job] = field(default_factory=list)
    active: dict[int, Job] = field(default_factory=dict)
    ended: bool = False

    def run(self, source: Source) -> None:
        """Work until the source ends and everything is committed. Raises what ``commit``, the source or the pool raise."""
        while True:
            starving = self._feed(source)
            if self.ended and not self.active and not self.waiting:
                return
            # Without active pieces the workers are still starting, which they tell through wait.
            for event in self.pool.wait(1.0 if self.active and not starving else _PAUSE):
                self._handle(event)
            self._watch()

    def _feed(self, source: Source) -> bool:
        """Give idle workers something to do; True if one stays idle because the reader is behind."""
        for slot in self.pool.idle():
            job = self.waiting.pop(0) if self.waiting else self._fetch(source)
            if job is None:
                return not self.ended
            self.active[slot] = job
            job.began = time.monotonic()
            self.pool.submit(slot, job.articles())
        return False

    def _fetch(self, source: Source) -> Job | None:
        """The next job with something to parse; shards without are committed on the way."""
        while not self.ended:
            try:
                shard = source()
            except StopIteration:
                self.ended = True
                break
            if shard is None:
                return None
            job = Job.of(shard)
            if not job.recovery.finished:
                return job
            self.commit(job)
        return None

    def _handle(self, event: Event) -> None:
        job = self.active.get(event.slot)
        if job is None:
            return
        job.began = time.monotonic()
        if isinstance(event, Done):
            job.recovery.lines[job.piece[event.index]] = event.lines
            return
        del self.active[event.slot]
        if isinstance(event, Finished):
            job.recovery.passed()
        elif isinstance(event, Died):
            job.recovery.failed(event.code, event.message)
        if job.recovery.finished:
            self.commit(job)
        else:
            self.waiting.append(job)

    def _watch(self) -> None:
        """Kill what has had its time."""
        now = time.monotonic()
        for slot, job in list(self.active.items()):
            if now - job.began > self.seconds:
                self.pool.kill(slot, TIMEOUT, overtime(self.seconds))
