"""A text file is one article; its offsets point into the whole decoded file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.dateline import head
from quotes.read.decode import decode
from quotes.read.found import Found


def read_text(stream: BinaryIO, found: Found, options: Options) -> Iterator[Article | Reject]:
    """One article. Raises InputError: ``too_large``, ``empty``, ``binary``, ``encoding``."""
    limit = options.limits.file_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"longer than {limit:,} bytes, too long for one article; is it a dump of many?", code="too_large")
    text = decode(data)
    published, body = head(text)
    yield Article(text=text, id=found.name, source=found.source, published=published, body=body)
