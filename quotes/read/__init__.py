"""Files, folders, globs and standard input -> articles, one at a time; what cannot be read is a Reject and the rest goes on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from quotes.errors import InputError, QuotesError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.compress import unpacked
from quotes.read.formats import EXTENSIONS, FORMATS, HEAD, detect
from quotes.read.found import Found, find
from quotes.read.found import check as check_files
from quotes.read.lines import peek
from quotes.read.page import Page
from quotes.read.pages import Pages, resolved
from quotes.read.remote import find_remote, is_url, open_remote

__all__ = ["Page", "Pages", "check", "raw", "read", "read_one", "sources_bytes"]

Meter = Callable[[int], None]


def read(
    sources: Sequence[str], options: Options, *, stdin: BinaryIO | None = None, meter: Meter | None = None
) -> Iterator[Article | Reject]:
    """Articles behind the sources, in a fixed order. ``meter`` is told the bytes read since it was last called.

    Raises UsageError for a source that does not exist, before anything is read, and for a format whose library is missing.
    """
    return resolved(raw(sources, options, stdin=stdin, meter=meter), options.limits)


def raw(
    sources: Sequence[str], options: Options, *, stdin: BinaryIO | None = None, meter: Meter | None = None
) -> Iterator[Article | Reject | Page]:
    """As ``read``, but web pages come as they are: their articles are slow to extract, and not all may be wanted."""
    for item in _found(sources, options):
        if isinstance(item, Reject):
            yield item
        else:
            yield from read_one(item, options, stdin=stdin, meter=meter)


def check(sources: Sequence[str]) -> None:
    """Refuse sources that do not exist before anything runs; URLs show that only when they are opened. Raises UsageError."""
    check_files([source for source in sources if not is_url(source)])


def _found(sources: Sequence[str], options: Options) -> Iterator[Found | Reject]:
    check(sources)
    for source in sources:
        if is_url(source):
            yield from find_remote(source, EXTENSIONS)
        else:
            yield from find([source], EXTENSIONS, follow_links=options.follow_links)


def read_one(
    found: Found, options: Options, *, stdin: BinaryIO | None = None, meter: Meter | None = None
) -> Iterator[Article | Reject | Page]:
    """Articles and pages of one input; a fault of the whole file is one Reject."""
    before = 0
    try:
        with _opened(found, stdin) as stream:
            text = unpacked(stream, peek(stream, HEAD), options.limits)
            form = detect(peek(text, HEAD), found.name or "")
            for item in FORMATS[form](text, found, options):
                yield item
                if meter and found.size:
                    here = stream.tell()
                    meter(here - before)
                    before = here
    except InputError as error:
        yield Reject(found.name, found.source, error.line, "read", error.code, str(error))
    except OSError as error:
        yield Reject(found.name, found.source, None, "read", "unreadable", f"cannot be read: {error.strerror or error}")
    except QuotesError:
        raise
    except Exception as error:  # noqa: BLE001  a library's surprise at one file must not cost the batch
        yield Reject(
            found.name, found.source, None, "read", "unreadable", f"cannot be read: {type(error).__name__}: {error}"[:300]
        )
    if meter:
        meter(max(0, found.size - before))


def sources_bytes(sources: Sequence[str], options: Options) -> int | None:
    """Size of all sources together, for a progress bar; None if one is not a file. Raises UsageError as ``read`` does."""
    total = 0
    for item in _found(sources, options):
        if isinstance(item, Found):
            if not item.size:
                return None
            total += item.size
    return total


@contextmanager
def _opened(found: Found, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if is_url(found.source):
        with open_remote(found.source) as remote:
            yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, remote)))
        return
    if found.path is None:
        given = stdin or sys.stdin.buffer
        yield given if isinstance(given, io.BufferedReader) else cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, given)))
        return
    with found.path.open("rb") as stream:
        yield stream
