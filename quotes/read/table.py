"""CSV and TSV: a header line, then one article per row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.decode import encoding
from quotes.read.found import Found
from quotes.read.lines import peek
from quotes.read.records import article


def read_csv(stream: BinaryIO, found: Found, options: Options) -> Iterator[Article | Reject]:
    """One article per row; ``line`` is the line it begins in. Commas, semicolons or tabs, whichever the header has most of.

    Raises InputError: ``broken_table``, ``encoding``, ``empty``, ``missing_field``.
    """
    codec, skip = encoding(peek(stream, 4))
    stream.read(skip)
    csv.field_size_limit(
        options.limits.line_bytes
    )  # the module's own limit, 131,072 characters, is shorter than an article may be
    lines = io.TextIOWrapper(stream, codec, newline="")
    try:
        first = lines.readline(options.limits.line_bytes)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(error, 1), code="encoding", line=1) from error
    delimiter = max("\t;,", key=first.count)
    header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if not header:
        raise InputError("empty: no header line", code="empty")
    if options.fields.text not in header:
        names = ", ".join(header[:8])
        raise InputError(
            f"no column {options.fields.text!r} (there is: {names}); name the right one with --text-field", code="missing_field"
        )
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    yield from _articles(rows, header, found, options)


def _articles(rows: Iterator[list[str]], header: list[str], found: Found, options: Options) -> Iterator[Article | Reject]:
    line = 2
    while True:
        try:
            row = next(rows, None)
            after = 2 + getattr(rows, "line_num", 0)
        except csv.Error as error:
            raise InputError(f"line {line}: {error}; is a quotation mark left open?", code="broken_table", line=line) from error
        except UnicodeDecodeError as error:
            raise InputError(_undecodable(error, line), code="encoding", line=line) from error
        if row is None:
            return
        if row:
            yield _article(row, header, found, line, options)
        line = after


def _undecodable(error: UnicodeDecodeError, line: int) -> str:
    return f"not {error.encoding.upper()} (byte 0x{error.object[error.start]:02x}) in line {line} or behind it"


def _article(row: list[str], header: list[str], found: Found, line: int, options: Options) -> Article | Reject:
    try:
        if len(row) != len(header):
            raise InputError(f"{len(row)} cells, the header has {len(header)}", code="broken_table")
        return article(dict(zip(header, row, strict=True)), found, line, options.fields)
    except InputError as error:
        return Reject(None, found.source, line, "read", error.code, str(error))
