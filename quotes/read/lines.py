"""JSONL: one article per line, read with bounded memory; a bad line is a reject with its number, and the next line goes on."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import jsonlines

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.decode import encoding
from quotes.read.found import Found
from quotes.read.records import article


def read_jsonl(stream: BinaryIO, found: Found, options: Options) -> Iterator[Article | Reject]:
    """One article per line that is a JSON object; empty lines are passed over. Raises InputError (``empty``) without any line."""
    reader = jsonlines.Reader(_lines(stream, options.limits.line_bytes), loads=_loads)
    empty = True
    for item in _values(reader):
        empty = False
        if isinstance(item, Reject):
            yield Reject(None, found.source, item.line, item.stage, item.code, item.message)
            continue
        line, record = item
        try:
            yield article(record, found, line, options.fields)
        except InputError as error:
            yield Reject(None, found.source, line, "read", error.code, str(error))
    if empty:
        raise InputError("empty: no lines in it", code="empty")


def _values(reader: jsonlines.Reader) -> Iterator[tuple[int, dict[str, object]] | Reject]:
    """``(line, record)`` for every line that holds an object, a Reject for every other that is not blank."""
    line = 0
    while True:
        line += 1
        try:
            value = reader.read(allow_none=True)
        except EOFError:
            return
        except jsonlines.InvalidLineError as error:
            if not error.line.strip():
                continue
            yield _broken(line, error)
        except RecursionError:
            yield Reject(None, None, line, "read", "broken_json", "nested too deeply for JSON")
        else:
            yield _object(line, value)


def _object(line: int, value: object) -> tuple[int, dict[str, object]] | Reject:
    if isinstance(value, dict):
        return line, value
    return Reject(None, None, line, "read", "broken_json", f"a JSON {_kind(value)}, not an object with a text field")


def _broken(line: int, error: jsonlines.InvalidLineError) -> Reject:
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        byte = cause.object[cause.start]
        return Reject(None, None, line, "read", "encoding", f"not UTF-8 (byte 0x{byte:02x} at offset {cause.start} of the line)")
    if isinstance(cause, _TooLongError):
        return Reject(None, None, line, "read", "too_large", str(cause))
    what = str(cause).partition(";")[0]  # a number of 5,000 digits: behind the semicolon stands advice to programmers
    if isinstance(cause, json.JSONDecodeError):
        what = f"{cause.msg.removesuffix(' at')} at column {cause.colno}"
    return Reject(None, None, line, "read", "broken_json", f"not JSON: {what}")


class _TooLongError(ValueError):
    """A line over the limit."""


def _loads(line: str | bytes) -> object:
    """The standard library's decoder without its NaN, whatever faster one is installed: answers do not depend on the machine."""
    if isinstance(line, str) and line.startswith(_CUT):
        limit = line.removeprefix(_CUT)
        raise _TooLongError(
            f"line longer than the limit of {limit} bytes for one article; quotes run --limit line_bytes=N takes more"
        )
    return json.loads(line, parse_constant=_refuse)


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")


_CUT = "\x00over "


def _lines(stream: BinaryIO, limit: int) -> Iterator[str | bytes]:
    """The stream's lines in UTF-8; one over the limit is read away in pieces and comes as ``_CUT`` and the limit."""
    readline = _readline(stream)
    while line := readline(limit + 1):
        if len(line) <= limit:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = readline(limit)
        yield f"{_CUT}{limit}"


def _readline(stream: BinaryIO) -> Callable[[int], bytes]:
    """Reads the next line up to a size; what a mark says is UTF-16 or UTF-32 is recoded to UTF-8 on the way."""
    codec, skip = encoding(peek(stream, 4))
    stream.read(skip)
    if codec == "utf-8":
        return stream.readline
    text = io.TextIOWrapper(stream, codec, errors="replace", newline="\n")
    return lambda size: text.readline(size).encode("utf-8", "surrogatepass")


def peek(stream: BinaryIO, size: int) -> bytes:
    """Up to ``size`` of the next bytes, which stay to be read. The stream must be buffered."""
    return cast(io.BufferedReader, stream).peek(size)[:size]


def _kind(value: object) -> str:
    kinds = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string", list: "array"}
    return kinds.get(type(value), "value")
