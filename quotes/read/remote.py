"""Sources by URL (``s3://…``, ``gs://…``, ``file://…``) through fsspec: network is used only where the user names it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from quotes.errors import UsageError
from quotes.model import Reject
from quotes.read.found import Found, known

_MAGIC = "*?["


def is_url(source: str) -> bool:
    """Whether the source names a place behind fsspec."""
    return "://" in source


def find_remote(source: str, extensions: Collection[str]) -> Iterator[Found | Reject]:
    """The files behind a URL: a file, a glob, or everything with a known extension below a folder; sorted. Raises UsageError."""
    system, path = _system(source)
    scheme = source.partition("://")[0]
    try:
        if any(c in path for c in _MAGIC):
            names = system.glob(path)
            base = path[: min(path.index(c) for c in _MAGIC if c in path)].rpartition("/")[0]
        elif system.isdir(path):
            names, base = [name for name in system.find(path) if known(name, extensions)], path
        else:
            names, base = [path] if system.exists(path) else [], path.rpartition("/")[0]
    except (OSError, ValueError) as error:
        raise UsageError(f"{source}: {error}") from error
    if not names:
        raise UsageError(f"no such file or folder: {source}")
    for name in sorted(names):
        yield Found(None, f"{scheme}://{name}", name[len(base) :].lstrip("/"), int(system.size(name) or 0))


@contextmanager
def open_remote(source: str) -> Iterator[BinaryIO]:
    """The file's bytes, buffered. Raises OSError as a local file does."""
    system, path = _system(source)
    with system.open(path, "rb") as stream:
        yield stream


def _system(source: str) -> tuple[Any, str]:
    if source.partition("://")[0] in ("http", "https"):
        raise UsageError(f"{source}: download it first, web addresses are not read")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(f"{source}: reading by URL needs fsspec: pip install 'quotestance[cluster]'") from error
    try:
        return cast(tuple[Any, str], url_to_fs(source))
    except (ImportError, ValueError) as error:
        raise UsageError(f"{source}: {error}") from error
