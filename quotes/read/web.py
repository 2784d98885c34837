"""HTML files and WARC archives -> pages; their articles are extracted later, see ``pages``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Fields, Options
from quotes.read.dateline import head
from quotes.read.decode import whole
from quotes.read.found import Found
from quotes.read.page import Page
from quotes.read.pages import need
from quotes.read.records import article

_MEDIA_CLOUD = "application/x.mediacloud-indexer+json"
"""Content type of the metadata record that Media Cloud's archiver puts behind each page (its story_archive_writer.py)."""
_STORY = Fields(
    text="text_content",
    id="",
    url="url",
    outlet="canonical_domain",
    title="article_title",
    author="",
    published="publication_date",
    language="language",
)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_RECORD_END = b"\r\n\r\n"
Item = Article | Reject | Page


def read_html(stream: BinaryIO, found: Found, options: Options) -> Iterator[Item]:
    """The page. Raises InputError: ``too_large``, ``empty``."""
    limit = options.limits.file_bytes
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(f"longer than {limit:,} bytes, too long for one page", code="too_large")
    if not raw.strip():
        raise InputError("empty: no page in it", code="empty")
    yield Page(Article("", id=found.name, source=found.source), raw)


def read_warc(stream: BinaryIO, found: Found, options: Options) -> Iterator[Item]:
    """The archive's web pages (Common Crawl, Media Cloud) and texts (Common Crawl's WET); what else it holds is passed over.

    ``line`` counts the archive's records from 1. Raises InputError (``damaged``, ``empty``) or UsageError without fastwarc.
    """
    need("fastwarc", "warc", "WARC")
    waiting: Item | None = None
    mark = ""
    number = 0
    tape = _Tape(stream)
    for number, record in enumerate(_records(tape), 1):
        kind = str(record.headers.get("WARC-Type", "")).lower()
        if kind == "metadata" and isinstance(waiting, Page) and record.headers.get("WARC-Refers-To", "") == mark:
            yield _story(record, waiting, found, options)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting, mark = _item(record, kind, found, number, options), record.headers.get("WARC-Record-ID", "")
    if number and tape.last != _RECORD_END:
        raise InputError(f"the WARC file is cut off in its last record, the {number}th", code="damaged", line=number)
    if waiting is not None:
        yield waiting
    if not number:
        raise InputError("empty or damaged: no WARC record in it", code="empty")


class _Tape:
    """The stream as fastwarc 2 wants it: it asks where it is by ``seek(0, 1)``, which not every stream can tell."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0
        self.last = b""
        """The last bytes read."""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        self.last = (self.last + data)[-len(_RECORD_END) :]
        return data

    def tell(self) -> int:
        return self._place

    def close(self) -> None:
        """Whoever opened the stream closes it."""

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) not in ((0, 1), (self._place, 0)):
            raise OSError("cannot seek")
        return self._place


def _records(stream: _Tape) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.metadata | WarcRecordType.conversion | WarcRecordType.warcinfo
    try:
        yield from ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all", stream_detect=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(f"the WARC file is damaged: {str(error)[:200]}", code="damaged") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # fastwarc is Rust; its panics are no Exceptions
            raise
        raise InputError("the WARC file is damaged: fastwarc gave up on it", code="damaged") from error


def _item(record: Any, kind: str, found: Found, number: int, options: Options) -> Item | None:
    url = record.headers.get("WARC-Target-URI")
    meta = Article("", source=found.source, url=whole(url) if url else None, line=number)
    if kind == "conversion":
        return _text(record, meta, options)
    if kind != "response" or record.http_headers is None or record.http_headers.status_code != 200:
        return None
    if (record.http_content_type or "text/html").strip().lower() not in _PAGE_TYPES:
        return None
    raw = _payload(record, options)
    return Page(meta, raw, record.http_charset) if raw is not None else _too_large(meta, options)


def _text(record: Any, meta: Article, options: Options) -> Item:
    raw = _payload(record, options)
    if raw is None:
        return _too_large(meta, options)
    text = raw.decode("utf-8", "replace")
    if not text.strip():
        return Reject(meta.url, meta.source, meta.line, "read", "empty", "empty: no words in this record")
    published, body = head(text)
    return replace(meta, text=text, published=published, body=body)


def _story(record: Any, page: Page, found: Found, options: Options) -> Item:
    """What Media Cloud knows of the page; its own extraction of the text, where it is there."""
    raw = _payload(record, options)
    meta = page.article
    try:
        story = json.loads(raw or b"{}").get("content_metadata") or {}
        made = article({"url": meta.url, **story}, found, meta.line or 0, _STORY)
        return replace(made, url=made.url or meta.url)
    except (ValueError, AttributeError, TypeError, RecursionError):  # not what the type promises: the page itself is still good
        return page
    except InputError:  # no text in it
        known = article({"url": meta.url, **story, "text_content": "-"}, found, meta.line or 0, _STORY)
        return replace(page, article=replace(known, text="", url=known.url or meta.url, body=0))


def _payload(record: Any, options: Options) -> bytes | None:
    """The record's content, None if it is over the limit."""
    limit = options.limits.file_bytes
    raw = bytes(record.reader.read(limit + 1))
    return raw if len(raw) <= limit else None


def _too_large(meta: Article, options: Options) -> Reject:
    message = f"longer than {options.limits.file_bytes:,} bytes, too long for one page"
    return Reject(meta.url, meta.source, meta.line, "read", "too_large", message)
