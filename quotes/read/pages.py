"""Web pages -> articles, by trafilatura in a process of its own that can be killed: HTML is a stranger's program for a parser."""

from __future__ import annotations

import contextlib
import importlib.util
import multiprocessing
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from quotes.errors import InputError, UsageError
from quotes.model import Article, Reject
from quotes.options import Limits
from quotes.read.dateline import head, moment
from quotes.read.decode import whole
from quotes.read.page import Page

Extracted = dict[str, str | None]
_DATES = {"extensive_search": False, "original_date": True}
"""Dates from the page's metadata only: the search through its text guesses, and can take half a minute."""
_READY = "ready"
_START_SECONDS = 120.0
"""Time for the process to import trafilatura on a busy machine."""


class Pages:
    """Extracts pages one by one; the process starts with the first page and ends with the block."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        """Nothing starts yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self._kill()

    def article(self, page: Page) -> Article | Reject:
        """The page's article, or why there is none: ``html_timeout``, ``html_crash``, ``html_failed``, ``no_article``.

        Raises UsageError if trafilatura is missing.
        """
        try:
            found = self._extract(page)
            text = whole(found["text"] or "")
            if not text.strip():
                raise InputError("no article found in this page", code="no_article")
        except InputError as error:
            meta = page.article
            return Reject(meta.id or meta.url, meta.source, meta.line, "read", error.code, str(error))
        return _merged(page.article, text, found)

    def _extract(self, page: Page) -> Extracted:
        pipe = self._started()
        try:
            pipe.send((page.raw, page.charset, page.article.url))
            if not pipe.poll(self._limits.html_seconds):
                self._kill()
                raise InputError(
                    f"this page took more than {self._limits.html_seconds:g} seconds to extract", code="html_timeout"
                )
            answer: Extracted | str = pipe.recv()
        except (EOFError, OSError) as error:
            self._kill()
            raise InputError("this page crashed the extraction or exhausted its memory", code="html_crash") from error
        if isinstance(answer, str):
            raise InputError(f"this page cannot be extracted: {answer}", code="html_failed")
        return answer

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._kill()
        need("trafilatura", "html", "HTML")
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=main, args=(theirs, self._limits.html_mb), daemon=True, name="quotes-html")
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        fault = "its process ends"
        with contextlib.suppress(EOFError, OSError):
            fault = str(ours.recv()) if ours.poll(_START_SECONDS) else "no answer"
            if fault == _READY:
                return ours
        self._kill()
        raise UsageError(f"trafilatura cannot be loaded ({fault}): pip install --upgrade 'quotestance[html]'")

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def need(module: str, extra: str, what: str) -> None:
    """Raises UsageError with what to type if an optional library is missing."""
    if importlib.util.find_spec(module) is None:
        raise UsageError(f"reading {what} needs {module}: pip install 'quotestance[{extra}]'")


def resolved(items: Iterator[Article | Reject | Page], limits: Limits) -> Iterator[Article | Reject]:
    """The items with every page extracted."""
    with Pages(limits) as pages:
        for item in items:
            yield pages.article(item) if isinstance(item, Page) else item


def main(pipe: Connection, megabytes: int) -> None:
    """The process: pages in, fields or an error text out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(megabytes)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            extract = _Extract()
        except ImportError as error:
            pipe.send(str(error))
            return
        pipe.send(_READY)
        while True:
            raw, charset, url = pipe.recv()
            try:
                answer: Extracted | str = extract(raw, charset, url)
            except Exception as error:  # noqa: BLE001  whatever a page does to the extraction is that page's fault
                answer = f"{type(error).__name__}: {error}"[:300]
            pipe.send(answer)


class _Extract:
    """trafilatura, loaded once, silent, without network."""

    def __init__(self) -> None:
        import logging

        import trafilatura

        logging.disable(logging.CRITICAL)
        self._bare = trafilatura.bare_extraction

    def __call__(self, raw: bytes, charset: str | None, url: str | None) -> Extracted:
        page: bytes | str = raw
        if charset:
            with contextlib.suppress(LookupError, UnicodeDecodeError):
                page = raw.decode(charset)
        found = self._bare(
            page, url=url, include_comments=False, with_metadata=True, deduplicate=False, date_extraction_params=_DATES
        )
        names = ("text", "title", "author", "date", "sitename", "hostname", "language", "url")
        return {name: getattr(found, name, None) if found is not None else None for name in names}


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard < 0 else min(limit, hard), hard))


def _merged(meta: Article, text: str, found: Extracted) -> Article:
    """What the file or archive says comes first, the page fills what is empty. Offsets point into trafilatura's text."""
    published, body = head(text)
    return replace(
        meta,
        text=text,
        body=body,
        url=meta.url or found["url"],
        outlet=meta.outlet or found["sitename"] or found["hostname"],
        title=meta.title or found["title"],
        author=meta.author or found["author"],
        published=meta.published or moment(found["date"] or "") or published,
        language=meta.language or found["language"],
    )
