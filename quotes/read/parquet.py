"""Parquet, by pyarrow: one article per row, a few rows in memory at a time."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, BinaryIO

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.found import Found
from quotes.read.pages import need
from quotes.read.records import article

_ROWS = 64
_GROUP_BYTES = 4_000_000_000
"""Unpacked bytes of one row group; pyarrow reads a column of it at a time."""


def read_parquet(stream: BinaryIO, found: Found, options: Options) -> Iterator[Article | Reject]:
    """One article per row, counted from 1.

    Raises InputError (``damaged``, ``too_large``, ``missing_field``, ``empty``), and UsageError without pyarrow.
    """
    need("pyarrow", "parquet", "Parquet")
    import pyarrow
    from pyarrow import parquet

    try:
        with tempfile.TemporaryFile() as spool:
            file = parquet.ParquetFile(_seekable(stream, spool))
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS, columns=_columns(file, options)):
                for i in range(batch.num_rows):
                    number += 1
                    yield _article(batch.slice(i, 1), found, number, options)
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        raise InputError(f"the Parquet file is damaged: {str(error)[:200]}", code="damaged") from error
    if not number:
        raise InputError("empty: no rows in it", code="empty")


def _seekable(stream: BinaryIO, spool: Any) -> BinaryIO:
    """The stream, or a copy on disk of one that cannot go back (standard input, a compressed file)."""
    if stream.seekable():
        return stream
    shutil.copyfileobj(stream, spool)
    spool.seek(0)
    return spool  # type: ignore[no-any-return]


def _columns(file: Any, options: Options) -> list[str]:
    """The columns that hold what the options name. Raises InputError if there is no text, or a row group is too large."""
    present = set(file.schema_arrow.names)
    wanted = {str(getattr(options.fields, f.name)).partition(".")[0] for f in fields(options.fields)}
    if options.fields.text.partition(".")[0] not in present:
        names = ", ".join(file.schema_arrow.names[:8])
        raise InputError(
            f"no column {options.fields.text!r} (there is: {names}); name the right one with --text-field", code="missing_field"
        )
    for i in range(file.metadata.num_row_groups):
        if file.metadata.row_group(i).total_byte_size > _GROUP_BYTES:
            raise InputError(f"row group {i} unpacks to more than {_GROUP_BYTES:,} bytes", code="too_large")
    return sorted(present & (wanted | {options.fields.text}))


def _article(row: Any, found: Found, number: int, options: Options) -> Article | Reject:
    """The article of a batch with one row; a value that Python cannot hold (no UTF-8, the year 300000) costs that row alone."""
    try:
        (values,) = row.to_pylist()
        return article({key: _plain(value) for key, value in values.items()}, found, number, options.fields)
    except InputError as error:
        return Reject(None, found.source, number, "read", error.code, str(error))
    except (ValueError, OverflowError) as error:
        return Reject(None, found.source, number, "read", "damaged", f"a value that cannot be read: {str(error)[:200]}")


def _plain(value: object) -> object:
    """Dates as text, the way the other formats have them."""
    return value.isoformat() if isinstance(value, datetime.date) else value
