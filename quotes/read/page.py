"""A web page as it was read, before its article is extracted: extraction is slow, and a resumed run need not repeat it."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Article


@dataclass(frozen=True, slots=True)
class Page:
    """HTML bytes and what is known of them from outside (file name, WARC header); ``article.text`` is empty."""

    article: Article
    raw: bytes
    charset: str | None = None
    """What the HTTP header says, None if it says nothing."""
