"""Where a run's files go. Locally: temporary name, fsync, rename, fsync of the folder; elsewhere whole objects through fsspec."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from quotes.errors import OutputError, UsageError

_TEMPORARY = ".tmp"
_LOCK = ".lock"


class Store(Protocol):
    """What the commit protocol needs of a place to write to; names are relative, with ``/``. All raise OutputError."""

    root: str

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write the files, none visible half-written, and make them durable."""
        ...

    def get(self, name: str) -> bytes | None:
        """The file's bytes, None if there is none."""
        ...

    def remove(self, name: str) -> None:
        """Remove the file if it is there."""
        ...

    def sizes(self, folder: str) -> dict[str, int]:
        """Every file below the folder with its size, temporary ones included."""
        ...

    def lock(self) -> contextlib.AbstractContextManager[None]:
        """Held by the one driver of this folder."""
        ...


class Disk:
    """The system calls that can fail, in one place so that a test can make each of them fail."""

    def write(self, handle: int, data: bytes) -> None:
        """Write all of the bytes."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def fsync(self, handle: int) -> None:
        """Wait until the file or folder is on the disk."""
        os.fsync(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Give the file its final name, in one step."""
        old.replace(new)


class LocalStore:
    """A folder of this machine or of a file system mounted on it."""

    def __init__(self, root: str, disk: Disk | None = None) -> None:
        self.root = root
        self._path = Path(root)
        self._disk = disk or Disk()

    def put(self, files: Mapping[str, bytes]) -> None:
        """All files reach the disk under temporary names before the first gets its final one. Raises OutputError."""
        paths = {self._path / name: data for name, data in files.items()}
        folders = sorted({path.parent for path in paths})
        written: list[Path] = []
        try:
            for folder in folders:
                self._folder(folder)
            for path, data in paths.items():
                written.append(_temporary(path))
                self._write(written[-1], data)
            for path in paths:
                self._disk.rename(_temporary(path), path)
            for folder in folders:
                self._sync(folder)
        except OSError as error:
            for path in written:
                with contextlib.suppress(OSError):
                    path.unlink()
            raise OutputError(
                f"cannot write to {self.root}: {error.strerror or error}; run again to go on, nothing is lost"
            ) from error

    def get(self, name: str) -> bytes | None:
        """The file's bytes, None if there is none. Raises OutputError."""
        try:
            return (self._path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise OutputError(f"cannot read {self._path / name}: {error.strerror}") from error

    def remove(self, name: str) -> None:
        """Remove the file and make that durable. Raises OutputError."""
        path = self._path / name
        try:
            path.unlink()
            self._sync(path.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(f"cannot remove {path}: {error.strerror}") from error

    def sizes(self, folder: str) -> dict[str, int]:
        """Every file below the folder with its size; links are not followed. Raises OutputError."""
        out: dict[str, int] = {}
        for path, _, names in os.walk(self._path / folder):
            for name in names:
                full = Path(path, name)
                try:
                    out[full.relative_to(self._path).as_posix()] = full.lstat().st_size
                except OSError as error:
                    raise OutputError(f"cannot read {full}: {error.strerror}") from error
        return out

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """The system's lock on a file in the folder: it ends with the process, however that ends. Raises OutputError."""
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise OutputError(f"cannot write to {self.root}: {error.strerror}") from error
        try:
            self._claim(handle)
            yield
        finally:
            os.close(handle)

    def _claim(self, handle: int) -> None:
        try:
            import fcntl
        except ImportError:  # Windows has no such lock
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                raise OutputError(f"{self.root} is in use by another run; wait for it or choose another --out") from error
            raise OutputError(f"{self.root}: this file system has no locks ({error.strerror})") from error

    def _folder(self, folder: Path) -> None:
        """Make a folder that survives a power cut: its name is an entry of its parent."""
        if not folder.is_dir():
            self._folder(folder.parent)
            folder.mkdir(exist_ok=True)
            self._sync(folder.parent)

    def _write(self, path: Path, data: bytes) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            self._disk.write(handle, data)
            self._disk.fsync(handle)
        finally:
            os.close(handle)

    def _sync(self, folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            self._disk.fsync(handle)
        finally:
            os.close(handle)


class RemoteStore:
    """An object store behind fsspec: an object appears whole or not at all. The lock is a marker, see ``docs/batch.md``."""

    def __init__(self, url: str) -> None:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise UsageError(f"{url}: storage by URL needs fsspec: pip install 'quotestance[cluster]'") from error
        self.root = url.rstrip("/")
        try:
            self._system, self._base = url_to_fs(self.root)
        except (ImportError, ValueError) as error:
            raise UsageError(f"{url}: {error}") from error

    def put(self, files: Mapping[str, bytes]) -> None:
        """Objects one after the other, in the order given. Raises OutputError."""
        for name, data in files.items():
            self._call("pipe_file", self._name(name), data)

    def get(self, name: str) -> bytes | None:
        """The object's bytes, None if there is none. Raises OutputError."""
        try:
            return bytes(self._call("cat_file", self._name(name)))
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        """Remove the object if it is there. Raises OutputError."""
        with contextlib.suppress(FileNotFoundError):
            self._call("rm_file", self._name(name))

    def sizes(self, folder: str) -> dict[str, int]:
        """Every object below the folder with its size. Raises OutputError."""
        self._call("invalidate_cache")
        try:
            found: dict[str, dict[str, Any]] = self._call("find", self._name(folder), detail=True)
        except FileNotFoundError:
            return {}
        return {path[len(self._name("")) :]: int(info["size"] or 0) for path, info in found.items()}

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """A marker object: two drivers that start in the same instant can both pass it. Raises OutputError."""
        name = self._name(_LOCK)
        if self._call("exists", name):
            raise OutputError(f"{self.root} is in use by another run; if that was killed, remove {_LOCK} there and start again")
        self._call("pipe_file", name, f"{socket.gethostname()} {os.getpid()}\n".encode())
        try:
            yield
        finally:
            self.remove(_LOCK)

    def _name(self, name: str) -> str:
        return f"{self._base}/{name}"

    def _call(self, method: str, *args: object, **options: object) -> Any:
        try:
            return getattr(self._system, method)(*args, **options)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise OutputError(f"cannot write to {self.root}: {error}") from error


def open_store(out: str) -> Store:
    """The store behind ``--out``: a folder, ``file://…``, or any other URL that fsspec knows. Raises UsageError, OutputError."""
    if "://" not in out:
        return LocalStore(out)
    scheme, _, path = out.partition("://")
    return LocalStore(path) if scheme in ("file", "local") else RemoteStore(out)


def _temporary(path: Path) -> Path:
    return path.with_name(path.name + _TEMPORARY)
