"""The table of input formats: one small function each, and how a stream's first bytes choose among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.decode import encoding, refuse_binary
from quotes.read.found import Found, known
from quotes.read.lines import read_jsonl
from quotes.read.text import read_text

Format = Callable[[BinaryIO, Found, Options], Iterator[Article | Reject]]
"""Reads a buffered binary stream from its start, one article at a time, and yields a Reject for a bad record and goes on;
raises InputError for a file that is bad as a whole."""

FORMATS: Mapping[str, Format] = {"text": read_text, "jsonl": read_jsonl}
EXTENSIONS: Mapping[str, str] = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl"}
HEAD = 4096
"""Bytes that ``detect`` wants to see."""

_OBJECT = re.compile(r'\s*\{\s*"')


def detect(head: bytes, name: str) -> str:
    """The format of a stream that begins so: the content decides, the extension only hints.

    Raises InputError (``binary``) for known formats that hold no plain text.
    """
    refuse_binary(head)
    codec, skip = encoding(head)
    if _OBJECT.match(head[skip:].decode(codec, "replace")):
        return "jsonl"
    return next((form for extension, form in EXTENSIONS.items() if known(name, [extension])), "text")
