"""Makes the files that the readers' tests read: one invented article in every format."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable, Mapping
from html import escape

TEXT = (
    'Harbour pilots will vote on a strike next week.\n"We have waited long enough," said their chairwoman, Ruth Adeyemi.\n'
    "The port authority called the talks difficult, and declined to name a date for the next round.\n"
    '"Nobody wants ships queueing in the bay," Adeyemi added.\n'
)
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def page(text: str = TEXT, *, title: str = "Pilots to vote", head: str = "") -> str:
    """An HTML page around the text, with the furniture of a news site."""
    body = "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in text.splitlines() if line.strip())
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body>{menu}<article><h1>{title}</h1>\n{body}</article><footer>Copyright, terms, privacy</footer></body></html>"
    )


def record(
    kind: str, body: bytes, *, url: str = "", content_type: str = "text/plain", mark: str = "1", refers: str = ""
) -> bytes:
    """One WARC record."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:test:{mark}>", "WARC-Date: 2024-06-20T10:00:00Z"]
    lines += [f"WARC-Target-URI: {url}"] * bool(url) + [f"WARC-Refers-To: <urn:test:{refers}>"] * bool(refers)
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def response(html: str, url: str, *, mark: str = "1", status: int = 200, kind: str = "text/html; charset=utf-8") -> bytes:
    """A WARC response record with a page."""
    body = html.encode()
    http = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", http, url=url, content_type="application/http; msgtype=response", mark=mark)


def story(content: Mapping[str, object], *, refers: str, mark: str = "9") -> bytes:
    """The metadata record that Media Cloud's archiver writes behind a page."""
    body = json.dumps({"rss_entry": {}, "http_metadata": {}, "content_metadata": content}, indent=2).encode()
    return record("metadata", body, content_type="application/x.mediacloud-indexer+json", mark=mark, refers=refers)
