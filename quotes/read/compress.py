"""Compressed files, known by their first bytes and unpacked as they are read, with limits against bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, cast

from quotes.errors import InputError
from quotes.options import Limits

_WINDOW = 2**27
"""A Zstandard frame may ask for a window of gigabytes; 128 MB is what the zstd program itself grants."""
_PIECE = 2048
"""Packed bytes given to Zstandard at a time: a block of 128 KB takes four bytes at least, so this gives 67 MB at most."""
_LOOK_FROM = 64_000_000
"""Unpacked bytes from which on the ratio is looked at."""


def unpacked(stream: BinaryIO, head: bytes, limits: Limits) -> BinaryIO:
    """The stream itself, or the unpacked stream if ``head``, its first bytes, are those of gzip, bzip2, xz or Zstandard.

    Reading from it raises InputError: ``damaged`` or ``bomb``. Raises InputError (``no_library``) if zstandard is missing.
    """
    make = next((opener for magic, opener in _MAGIC.items() if head.startswith(magic)), None)
    if make is None:
        return stream
    packed = _Counted(stream)
    inner = _Unpacked(make(cast(BinaryIO, packed)), packed, limits)
    return cast(BinaryIO, io.BufferedReader(inner, buffer_size=1 << 18))


class _Counted(io.RawIOBase):
    """A stream that counts what is read from it; not every stream can tell where it is."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


class _Unpacked(io.RawIOBase):
    """The unpacked bytes, with every fault of the compression as an InputError."""

    def __init__(self, inner: Any, packed: _Counted, limits: Limits) -> None:
        super().__init__()
        self._inner, self._packed, self._limits = inner, packed, limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError) as error:
            raise InputError(f"the compressed file is damaged or cut off: {error}", code="damaged") from error
        except Exception as error:
            if type(error).__name__ != "ZstdError":  # its class exists only where the library does
                raise
            raise InputError(f"the compressed file is damaged or cut off: {error}", code="damaged") from error
        self._count += len(data)
        self._check()
        buffer[: len(data)] = data
        return len(data)

    def _check(self) -> None:
        limits = self._limits
        if self._count > limits.unpacked_bytes:
            raise InputError(f"unpacks to more than {limits.unpacked_bytes:,} bytes", code="bomb")
        if self._count > _LOOK_FROM and self._count > limits.unpacked_ratio * self._packed.count:
            raise InputError(f"unpacks to more than {limits.unpacked_ratio} times its size: no text does that", code="bomb")


def _zstd(stream: BinaryIO) -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise InputError("reading .zst needs zstandard: pip install 'quotestance[zstd]'", code="no_library") from error
    return _Zstandard(stream, zstandard.ZstdDecompressor(max_window_size=_WINDOW))


class _Zstandard:
    """Frames one after the other. The library's own stream reader takes a file that is cut off for one that ends."""

    def __init__(self, stream: BinaryIO, library: Any) -> None:
        self._stream, self._library = stream, library
        self._frame: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._ready:
            data = self._rest or self._stream.read(_PIECE)
            self._rest = b""
            if not data:
                if self._frame is not None:
                    raise EOFError("the last frame does not end")
                return b""
            self._frame = self._frame or self._library.decompressobj()
            self._ready = memoryview(self._frame.decompress(data))
            if self._frame.eof:
                self._rest, self._frame = self._frame.unused_data, None
        given, self._ready = self._ready[:size], self._ready[size:]
        return bytes(given)


_MAGIC: Mapping[bytes, Callable[[BinaryIO], Any]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream, mode="rb"),
    b"BZh": lambda stream: bz2.BZ2File(stream),
    b"\xfd7zXZ\x00": lambda stream: lzma.LZMAFile(stream, format=lzma.FORMAT_XZ),  # noqa: SIM115  closed by whoever opened the stream
    b"\x28\xb5\x2f\xfd": _zstd,
}
