"""Names that stay the same from run to run: hashes of what was read and of the words quoted, never of what was concluded."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from quotes.model import Article, Span

_WORD = re.compile(r"\w+")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|cmpid|smid")
_LENGTH = 20
"""Hex digits of a short id: 80 bits, so that among a billion quotations a clash has a chance of one in a million."""


def text_sha256(text: str) -> str:
    """SHA-256 of the decoded text in UTF-8, the text that all offsets point into; half a surrogate pair counts as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(article: Article) -> str:
    """The id it came with, else a hash of its normalised URL, else of its text."""
    if article.id:
        return article.id
    if article.url:
        return "url-" + text_sha256(normal_url(article.url))[:_LENGTH]
    return "text-" + text_sha256(article.text)[:_LENGTH]


def normal_url(url: str) -> str:
    """The URL without what does not name the page: letter case of the host, fragment, tracking parameters, last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # "http://[broken": keep what is there, it is only hashed
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), query, ""))


def quote_id(article: str, segments: Sequence[Span], words: str) -> str:
    """Id of one quotation: hash of the article's id, the segments and the NFC words.

    Neither speaker nor stance enters, so a better model updates a dashboard's row and adds none.
    """
    places = ",".join(f"{start}-{end}" for start, end in segments)
    return text_sha256("\n".join((article, places, unicodedata.normalize("NFC", words))))[:_LENGTH]


def utterance_id(words: str) -> str:
    """Hash of the normalised words (compatibility forms, letter case, marks and spaces apart): the same words elsewhere."""
    flat = unicodedata.normalize("NFKC", words).casefold()
    return text_sha256(" ".join(_WORD.findall(flat)))[:_LENGTH]
