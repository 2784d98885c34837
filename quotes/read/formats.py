"""The table of input formats: one small function each, and how a stream's first bytes choose among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.array import read_json
from quotes.read.decode import encoding, refuse_binary
from quotes.read.found import Found, known
from quotes.read.lines import read_jsonl
from quotes.read.page import Page
from quotes.read.parquet import read_parquet
from quotes.read.table import read_csv
from quotes.read.text import read_text
from quotes.read.web import read_html, read_warc

Format = Callable[[BinaryIO, Found, Options], Iterator[Article | Reject | Page] | Iterator[Article | Reject]]
"""Reads a buffered binary stream from its start, one article at a time, and yields a Reject for a bad record and goes on;
raises InputError for a file that is bad as a whole."""

FORMATS: Mapping[str, Format] = {
    "text": read_text,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "parquet": read_parquet,
    "html": read_html,
    "warc": read_warc,
}
EXTENSIONS: Mapping[str, str] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".warc": "warc",
    ".wet": "warc",
}
"""Each may be followed by .gz, .bz2, .xz or .zst."""
HEAD = 4096
"""Bytes that ``detect`` wants to see."""

_BINARY = {b"PAR1": "parquet", b"WARC/": "warc"}
_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')
_ARRAY = re.compile(r'\s*\[\s*(?:\{\s*(?:"|\})|\])')
_HTML = re.compile(r"(?:\s|<!--[^<>]{0,500}-->|<\?xml[^<>]{0,200}\?>)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_HEADER = re.compile(r"\w+(?:[ .-]\w+)*")
_CELLS = {"text", "body", "content", "maintext", "title", "url", "id", "published", "date"}
"""Column names of which a table on standard input, where no extension helps, must have two."""


def detect(head: bytes, name: str) -> str:
    """The format of a stream that begins so: the content decides, the extension only hints.

    Raises InputError (``binary``) for known formats that hold no plain text.
    """
    form = next((form for magic, form in _BINARY.items() if head.startswith(magic)), None)
    if form:
        return form
    hint = next((form for extension, form in EXTENSIONS.items() if known(name, [extension])), None)
    refuse_binary(head)
    codec, skip = encoding(head)
    text = head[skip:].decode(codec, "replace")
    if _OBJECT.match(text):
        return "jsonl" if hint == "jsonl" or not _spread(text) else "json"
    if _ARRAY.match(text):
        return "json"
    if _HTML.match(text):
        return "html"
    return hint or ("csv" if not name and _table(text) else "text")


def _spread(text: str) -> bool:
    """Whether the first object goes on behind its first line: then it is no line of JSONL."""
    line, end, _ = text.lstrip().partition("\n")
    return bool(end) and not line.rstrip().endswith("}")


def _table(text: str) -> bool:
    """Whether the first line is the header of a table."""
    line = text.partition("\n")[0].strip()
    cells = [cell.strip().strip('"').lower() for cell in line.split(max("\t;,", key=line.count))]
    return len(_CELLS.intersection(cells)) > 1 and all(map(_HEADER.fullmatch, cells))
