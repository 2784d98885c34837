"""Records -> JSON lines in a file that appears only when it is complete."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import jsonlines

from quotes.errors import OutputError

_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Terminals obey some of these, many readers break lines at others, and half a surrogate pair is no UTF-8."""


def dumps(value: object) -> str:
    """JSON on one line, UTF-8 as it is but for the characters that would break a line; NaN is refused (ValueError)."""
    return _ODD.sub(_escaped, json.dumps(value, ensure_ascii=False, allow_nan=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


class Lines:
    """Writes records to a stream (UTF-8). A full disk or a broken device raises OutputError; a closed pipe BrokenPipeError."""

    def __init__(self, stream: IO[str] | IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._writer = jsonlines.Writer(stream, dumps=dumps)
        self.count = 0

    def write(self, record: Mapping[str, object]) -> None:
        """One record, one line."""
        with _faults(self._name):
            self._writer.write(record)
        self.count += 1

    def flush(self) -> None:
        """Hand what was written to the system, so that the next program in a pipe sees it."""
        with _faults(self._name):
            self._stream.flush()


@contextmanager
def output(path: Path) -> Iterator[Lines]:
    """The file's lines: written to ``NAME.part`` beside it, moved to its name when the block ends without an exception.

    After an exception ``NAME.part`` stays with the finished lines, and what was at ``path`` before is untouched. Devices and
    pipes are written directly. Raises OutputError if another run writes there, or the disk is full or refuses.
    """
    special = path.exists() and not path.is_file()
    with _opened(path, path) if special else _claimed(path.with_name(path.name + ".part"), path) as stream:
        yield Lines(stream, str(path))
        with _faults(str(path)):
            stream.flush()
            if not special:
                os.fsync(stream.fileno())
                path.with_name(path.name + ".part").replace(path)


@contextmanager
def _claimed(part: Path, path: Path) -> Iterator[IO[str]]:
    """The open partial file, locked against a second run; the lock ends with the process, whatever ends it."""
    # Opened for appending: truncating comes after the lock, or a second run would empty the first one's file.
    with _opened(part, path, "a") as stream:
        with _faults(str(path)):
            _lock(stream, path)
            if not os.path.samestat(os.fstat(stream.fileno()), part.stat()):  # the other run finished and renamed it meanwhile
                raise OutputError(f"{path}: another run has just written this file; look at it before you write it again")
            stream.truncate(0)
        yield stream


@contextmanager
def _opened(file: Path, path: Path, mode: str = "w") -> Iterator[IO[str]]:
    with _faults(str(path)):
        stream = file.open(mode, encoding="utf-8", newline="\n")
    try:
        yield stream
    finally:
        with contextlib.suppress(OSError):  # a full disk refuses what is left again; whoever succeeded has flushed before
            stream.close()


def _lock(stream: IO[str], path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
            return  # a file system without locks
        raise OutputError(f"{path}: another run is writing this file; wait for it or name another") from error


@contextmanager
def _faults(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}") from error
