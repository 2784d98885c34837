"""``--dry-run``: what would be read, how it would be cut, with which options and models; nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from quotes.engine.commit import RECEIPTS
from quotes.engine.plan import Counted, recent
from quotes.engine.session import describe
from quotes.engine.settings import RunOptions
from quotes.engine.store import open_store
from quotes.errors import ModelError
from quotes.model import Article, Reject
from quotes.read import raw

_SHOWN = 20
_PACE = 5.0
"""Articles per second and worker, for a first guess at the time; see ``docs/batch.md``."""


def survey(settings: RunOptions, origins: Sequence[tuple[str, object, str]]) -> Iterator[str]:
    """Lines of text. Reads all inputs, but extracts no page. Raises UsageError for a source that does not exist."""
    yield from _inputs(settings)
    yield "options"
    for name, value, origin in origins:
        shown = " ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
        yield f"  {name} = {shown}  ({origin})"
    yield "models"
    try:
        yield f"  {describe(settings.extractor, settings.options)}"
    except ModelError as error:
        yield f"  missing: {error}"


def _inputs(settings: RunOptions) -> Iterator[str]:
    counted = Counted()
    files: Counter[str] = Counter()
    articles = rejects = 0
    for item in recent(raw(settings.sources, settings.options), settings.since, counted):
        source = (item.source if isinstance(item, Article | Reject) else item.article.source) or "?"
        if len(files) < _SHOWN or source in files:
            files[source] += 1
        rejects += isinstance(item, Reject)
        articles += 1
    yield "inputs"
    yield from (f"  {source}: {count:,}" for source, count in files.items())
    if sum(files.values()) < articles:
        yield f"  and {articles - sum(files.values()):,} in further files"
    shards = -(-articles // settings.shard_size)
    done = len(open_store(settings.out).sizes(RECEIPTS))
    hours = timedelta(seconds=round(max(0, shards - done) * settings.shard_size / settings.workers / _PACE))
    yield "plan"
    yield f"  {articles:,} articles, of which {rejects:,} cannot be read; {counted.older:,} left out as older"
    yield f"  {shards:,} shards of {settings.shard_size}, {done:,} committed in {settings.out}"
    yield f"  {settings.workers} workers, engine {settings.engine}; some {hours} (h:mm:ss) at {_PACE:g} articles a second each"
