"""Sources named on the command line -> the files behind them, in an order that never changes."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import UsageError
from quotes.model import Reject

_MAGIC = "*?["
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")


@dataclass(frozen=True, slots=True)
class Found:
    """One input: a file, or standard input (``path`` None)."""

    path: Path | None
    source: str
    """As it is shown and recorded: the path, or ``-``."""
    name: str | None
    """Id of the article if the file is one: its path relative to the folder named, or its name where the file itself is named."""
    size: int = 0
    """Bytes, 0 if unknown."""


STDIN = Found(None, "-", None)


def check(sources: Sequence[str]) -> None:
    """Refuse sources that do not exist before anything runs. Raises UsageError."""
    if sources.count("-") > 1:
        raise UsageError("standard input ('-') is named twice: it can be read only once")
    for source in sources:
        if source != "-" and not Path(source).exists() and not _matches(source):
            what = "no file matches" if _is_glob(source) else "no such file or folder:"
            raise UsageError(f"{what} {source}")


def find(sources: Sequence[str], extensions: Collection[str], *, follow_links: bool = False) -> Iterator[Found | Reject]:
    """Every input behind the sources, in their order; folders and globs sorted by path.

    In folders only files with a known extension count; hidden files and symbolic links are passed over. A folder without
    any gives a Reject with code ``no_articles``. Raises UsageError for a source that does not exist.
    """
    check(sources)
    for source in sources:
        path = Path(source)
        if source == "-":
            yield STDIN
        elif path.is_dir():
            yield from _folder(path, extensions, follow_links)
        elif path.exists():
            yield _file(path, path.name)
        else:
            yield from _globbed(source, extensions, follow_links)


def _is_glob(source: str) -> bool:
    return any(c in source for c in _MAGIC)


def _matches(source: str) -> list[Path]:
    if not _is_glob(source):
        return []
    return [Path(p) for p in sorted(glob.glob(source, recursive=True))]  # noqa: PTH207 -- Path.glob takes no absolute pattern


def _globbed(source: str, extensions: Collection[str], follow_links: bool) -> Iterator[Found | Reject]:
    """Files that match, named relative to the part of the pattern before its first wildcard."""
    parts = Path(source).parts
    fixed = Path(*parts[: next(i for i, part in enumerate(parts) if _is_glob(part))])
    matches = _matches(source)
    files = [path for path in matches if path.is_file()]
    for path in files:
        yield _file(path, path.relative_to(fixed).as_posix())
    if not files:  # "news/2024*" that matches nothing but folders: what is in them is meant
        for path in matches:
            yield from _folder(path, extensions, follow_links, fixed)


def _folder(root: Path, extensions: Collection[str], follow_links: bool, top: Path | None = None) -> Iterator[Found | Reject]:
    count = 0
    for item in _walk(root, follow_links, frozenset()):
        if isinstance(item, Reject):
            yield item
        elif known(item.name, extensions):
            yield _file(item, item.relative_to(top or root).as_posix())
        else:
            continue
        count += 1
    if not count:
        message = f"no articles in this folder; files that end in {', '.join(sorted(extensions))} would be read"
        yield Reject(None, str(root), None, "read", "no_articles", message)


def known(name: str, extensions: Collection[str]) -> bool:
    """Whether the file's name ends in one of the extensions (``.jsonl``, ``.jsonl.gz``), letter case apart."""
    lower = name.lower()
    plain = next((lower.removesuffix(packed) for packed in COMPRESSED if lower.endswith(packed)), lower)
    return plain.endswith(tuple(extensions))


def _walk(folder: Path, follow_links: bool, above: frozenset[str]) -> Iterator[Path | Reject]:
    """Regular files below the folder, sorted, depth first; ``above`` are the real folders on the way (a link may lead back)."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(None, str(folder), None, "read", "unreadable", f"this folder cannot be read: {error.strerror}")
        return
    for entry in listed:
        if entry.name.startswith(".") or (entry.is_symlink() and not follow_links):
            continue
        if entry.is_dir():
            yield from _walk(Path(entry.path), follow_links, above | {real})
        elif entry.is_file():
            yield Path(entry.path)


def _file(path: Path, name: str) -> Found:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return Found(path, str(path), name, size)
