"""What must hold for any bytes: a reader gives articles and rejects and raises nothing; the extractor gives one result."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from quotes import Article, Extractor, marks, segment
from quotes.model import Reject
from quotes.options import Limits, Options
from quotes.read import Page, raw
from quotes.read.formats import FORMATS
from quotes.read.found import Found
from quotes.read.pages import Pages

SMALL = Options(limits=Limits(file_bytes=200_000, line_bytes=100_000, unpacked_bytes=3_000_000, html_seconds=5.0))


def stdin(data: bytes) -> None:
    """Everything that standard input may be: detection, decompression, then the format found."""
    stream = io.BufferedReader(io.BytesIO(data))
    for item in raw(["-"], SMALL, stdin=stream):
        _sound(item)


def form(name: str) -> Callable[[bytes], None]:
    """One format's reader, whatever the content looks like. It may raise InputError, which is how it refuses a whole file."""

    def target(data: bytes) -> None:
        from quotes.errors import InputError

        try:
            for item in FORMATS[name](io.BufferedReader(io.BytesIO(data)), Found(None, "-", "x"), SMALL):
                _sound(item)
        except InputError as error:
            _sound(Reject(None, None, error.line, "read", error.code, str(error)))

    return target


def spans(data: bytes) -> None:
    """Quotation marks in any text: in order, within their paragraph."""
    text = data.decode("utf-8", "replace")
    end = 0
    for quoted in marks.find(text, segment.paragraphs(text), 0):
        assert end <= quoted.outer_start <= quoted.start < quoted.end <= quoted.outer_end <= len(text)
        end = quoted.outer_end


def extract(extractor: Extractor) -> Callable[[bytes], None]:
    """``Extractor.run``: one result, no exception, and every slice is what the record would call its words."""

    def target(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        (result,) = extractor.run([Article(text)])
        assert result.reject is None or result.reject.code != "internal", result.reject
        for quotation in result.quotations:
            for start, end in quotation.attribution.segments:
                assert 0 <= start < end <= len(text)

    return target


def web(pages: Pages) -> Callable[[bytes], None]:
    """A web page, through the process that extracts it."""

    def target(data: bytes) -> None:
        _sound(pages.article(Page(Article("", id="x"), data)))

    return target


def _sound(item: Article | Reject | Page) -> None:
    if isinstance(item, Reject):
        assert item.code
        assert item.message
    elif isinstance(item, Article):
        assert item.text.strip()
        item.text.encode()  # no half surrogate pair
        assert 0 <= item.body <= len(item.text)


READERS: Mapping[str, Callable[[bytes], None]] = {"stdin": stdin, **{name: form(name) for name in FORMATS}}
