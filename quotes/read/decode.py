"""Bytes -> text: UTF-8, or UTF-16/32 with a byte order mark; anything else is refused with what to do about it."""

from __future__ import annotations

import codecs
import re

from quotes.errors import InputError

_MARKS = (  # UTF-32-LE begins like UTF-16-LE and comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "an RTF document",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HALVES = re.compile(r"[\ud800-\udfff]")


def encoding(head: bytes) -> tuple[str, int]:
    """``(codec, length of the byte order mark)`` of bytes that begin so."""
    return next(((codec, len(mark)) for mark, codec in _MARKS if head.startswith(mark)), ("utf-8", 0))


def refuse_binary(head: bytes) -> None:
    """Raises InputError (``binary``) if the first bytes are those of a known format that holds no plain text."""
    for magic, what in _BINARY.items():
        if head.startswith(magic):
            raise InputError(f"not text but {what}; save the article as plain text first", code="binary")
    if encoding(head) == ("utf-8", 0) and b"\x00" in head:
        raise InputError("not text: it holds zero bytes; if it is UTF-16, it lacks its byte order mark", code="binary")


def decode(data: bytes) -> str:
    """The whole text, without a byte order mark and otherwise exact (line ends stay as they are).

    Raises InputError: ``empty``, ``binary`` or ``encoding``.
    """
    refuse_binary(data[:4096])
    codec, skip = encoding(data)
    try:
        text = data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(_wrong(error, skip), code="encoding") from error
    if "\x00" in text or len(_CONTROL.findall(text[:4096])) > len(text[:4096]) // 10:
        raise InputError("not text: it holds zero bytes or mostly control characters", code="binary")
    if not text.strip():
        raise InputError("empty: no words in it", code="empty")
    return text


def whole(text: str) -> str:
    """Text in which half surrogate pairs (``"\\\\ud83d"`` in JSON) are replaced by U+FFFD, one for one, so offsets stay."""
    return _HALVES.sub("\ufffd", text)


def _wrong(error: UnicodeDecodeError, skip: int) -> str:
    if error.encoding != "utf-8":
        return f"not valid {error.encoding.upper()} at byte {error.start + skip}, though its byte order mark says so"
    byte = error.object[error.start]
    return (
        f"not UTF-8 (byte 0x{byte:02x} at offset {error.start + skip}); convert it first, "
        "for example: iconv -f WINDOWS-1252 -t UTF-8 OLD.txt > NEW.txt"
    )
