"""Inputs -> shards, in an order that depends on the inputs alone; copies of a text already seen are marked, not parsed."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.errors import UsageError
from quotes.identity import article_id, text_sha256
from quotes.model import Article, Reject
from quotes.read.page import Page

Item = Article | Reject | Page
_SHORT = 16
"""Hex digits of a text's hash that are kept to find duplicates: 64 bits, one false copy in 10^7 runs of a million articles."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An article with an ``article/1`` line but not parsed: flag ``duplicate`` (of ``first``, an article id) or ``older``."""

    article: Article
    flag: str
    first: str | None = None


Entry = Article | Reject | Passed


@dataclass(frozen=True, slots=True)
class Shard:
    """Consecutive items of the input. ``entries`` holds those that still need a result, by their position in the shard."""

    number: int
    marks: tuple[bytes, ...]
    """One hash per item, so that a changed input is noticed."""
    entries: Mapping[int, Entry]
    pages: Mapping[int, str] = field(default_factory=dict)
    """Text hashes of the items that were web pages, which a later run need not extract again."""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Committed:
    """What the plan needs to know of a shard that is on disk."""

    digest: str
    """``digest`` of all items."""
    kept: str
    """``digest`` without the dead letters: they may be mended before a retry."""
    failed: frozenset[int]
    pages: Mapping[int, str]


class Seen:
    """The most recent distinct texts of a run, by hash; the oldest is forgotten when the window is full."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._ids: OrderedDict[str, str] = OrderedDict()

    def first(self, short: str, article: Article) -> str | None:
        """Id of the article that had this text first, or None; then this one is remembered."""
        known = self._ids.get(short)
        if known is None and self._window:
            self._ids[short] = article_id(article)
            if len(self._ids) > self._window:
                self._ids.popitem(last=False)
        return known


@dataclass(slots=True)
class Counted:
    """Items left out of the plan by choice."""

    older: int = 0


def recent(items: Iterable[Item], since: str | None, counted: Counted) -> Iterator[Item]:
    """Items without the articles known to be published before ``since``; those of unknown date stay."""
    for item in items:
        if isinstance(item, Article) and _older(item, since):
            counted.older += 1
        else:
            yield item


def _older(article: Article, since: str | None) -> bool:
    return bool(since and article.published and article.published[:10] < since)


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last one shorter."""
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


@dataclass(frozen=True, slots=True)
class Planner:
    """How items become shards: what stays the same from shard to shard."""

    size: int
    seen: Seen
    resolve: Callable[[Page], Article | Reject]
    committed: Callable[[int], Committed | None]
    since: str | None = None
    replay: bool = False

    def shards(self, items: Iterable[Item]) -> Iterator[Shard]:
        """The shards of a run. One that is committed comes without entries, or on ``replay`` with those that failed."""
        for number, chunk in enumerate(chunks(items, self.size)):
            done = self.committed(number)
            wanted = range(len(chunk)) if done is None else done.failed if self.replay else ()
            shard = self._shard(number, chunk, frozenset(wanted), done)
            if done is not None:
                _same(shard, done, self.replay)
            yield shard

    def _shard(self, number: int, chunk: list[Item], wanted: Collection[int], done: Committed | None) -> Shard:
        entries: dict[int, Entry] = {}
        pages = dict(done.pages) if done else {}
        for i, item in enumerate(chunk):
            entry = self._entry(item, i in wanted, pages.get(i))
            if isinstance(item, Page) and isinstance(entry, Article) and entry.text:
                pages[i] = _short(entry)
            if i in wanted:
                entries[i] = entry
        return Shard(number, tuple(map(_mark, chunk)), entries, pages, _place(chunk[0]), _place(chunk[-1]))

    def _entry(self, item: Item, wanted: bool, short: str | None) -> Entry:
        """Every item passes by ``seen``, wanted or not: what counts as a copy must not depend on what was committed."""
        known = item if not isinstance(item, Page) else self.resolve(item) if wanted else item.article
        if isinstance(known, Reject):
            return known
        if _older(known, self.since):
            return Passed(known, "older")
        short = short or (_short(known) if known.text else None)
        first = self.seen.first(short, known) if short else None
        return known if first is None else Passed(known, "duplicate", first)


def digest(marks: Sequence[bytes], without: Collection[int] = ()) -> str:
    """One hash of the items' hashes, but for those at the positions ``without``."""
    return hashlib.sha256(b"".join(mark for i, mark in enumerate(marks) if i not in without)).hexdigest()


def _same(shard: Shard, done: Committed, replay: bool) -> None:
    """Raises UsageError if the shard on disk was made of other items."""
    if digest(shard.marks) == done.digest:
        return
    mended = len(shard.marks) > max(done.failed, default=-1) and digest(shard.marks, done.failed) == done.kept
    if mended and replay:
        return
    what = "run `quotes retry` to read the mended articles" if mended else "choose another --out, or --overwrite to begin anew"
    raise UsageError(f"the input has changed since shard {shard.number} ({shard.first} to {shard.last}) was committed: {what}")


def _short(article: Article) -> str:
    return text_sha256(article.text)[:_SHORT]


def _mark(item: Item) -> bytes:
    """A hash that tells this item from any other: where it stands, its id, and its content."""
    if isinstance(item, Reject):
        return _hash(f"{item.source}\0{item.line}\0{item.code}")
    meta = item.article if isinstance(item, Page) else item
    content = hashlib.sha256(item.raw).hexdigest() if isinstance(item, Page) else text_sha256(item.text)
    return _hash(f"{meta.source}\0{meta.line}\0{meta.id}\0{meta.url}\0{content}")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:12]


def _place(item: Item) -> str:
    meta = item.article if isinstance(item, Page) else item
    return f"{meta.source}:{meta.line}" if meta.line else str(meta.source)
