"""JSON that is not one object per line: an array of records, one indented record, or records one after the other."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.model import Article, Reject
from quotes.options import Options
from quotes.read.decode import encoding
from quotes.read.found import Found
from quotes.read.records import article

_CHUNK = 1 << 16
_BETWEEN = " \t\r\n,"


def read_json(stream: BinaryIO, found: Found, options: Options) -> Iterator[Article | Reject]:
    """One article per record, counted from 1. Raises InputError: ``broken_json``, ``encoding``, ``too_large``, ``empty``."""
    number = 0
    for number, value in enumerate(_values(stream, options.limits.line_bytes), 1):
        try:
            if not isinstance(value, dict):
                raise InputError(f"a JSON {type(value).__name__}, not an object with a text field", code="broken_json")
            yield article(value, found, number, options.fields)
        except InputError as error:
            yield Reject(None, found.source, number, "read", error.code, str(error))
    if not number:
        raise InputError("empty: no records in it", code="empty")


def _values(stream: BinaryIO, limit: int) -> Iterator[object]:
    """Every record, with no more of the file in memory than one; behind a broken one nothing can be told apart any more."""
    window = _Window(stream, limit)
    decode = json.JSONDecoder(parse_constant=_refuse).raw_decode
    inside = window.skip(" \t\r\n") == "["
    if inside:
        window.drop(1)
    count = 0
    while True:
        start = window.skip(_BETWEEN)
        if start in ("", "]"):
            if inside and not start:
                raise InputError(f"the JSON array is cut off after record {count}", code="broken_json", line=count + 1)
            return
        count += 1
        while True:
            try:
                value, end = decode(window.text)
                break
            except RecursionError as error:
                raise InputError(f"record {count} is nested too deeply for JSON", code="broken_json", line=count) from error
            except ValueError as error:
                if not window.more():
                    raise InputError(f"record {count} is not JSON: {error}", code="broken_json", line=count) from error
        window.drop(end)
        yield value


class _Window:
    """The part of the file that is being looked at."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        head = stream.read(4)
        codec, skip = encoding(head)
        self._decoder = codecs.getincrementaldecoder(codec)()
        self._stream, self._limit, self._rest = stream, limit, head[skip:]
        self._ended = False
        self.text = ""

    def more(self) -> bool:
        """Read on: as much as there is already, so that a long record is not decoded anew at every step. False at the end."""
        if self._ended:
            return False
        if len(self.text) > self._limit:
            raise InputError(f"a record longer than {self._limit:,} characters", code="too_large")
        data = self._rest + self._stream.read(max(_CHUNK, len(self.text)))
        self._rest = b""
        self._ended = not data
        try:
            self.text += self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise InputError(f"not {error.encoding.upper()}: byte 0x{error.object[error.start]:02x}", code="encoding") from error
        return True

    def drop(self, count: int) -> None:
        """Forget what was read."""
        self.text = self.text[count:]

    def skip(self, what: str) -> str:
        """The next character that is none of these, empty at the end."""
        while True:
            self.text = self.text.lstrip(what)
            if self.text or not self.more():
                return self.text[:1]


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")
