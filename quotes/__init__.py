"""Quotations in news articles: the words, who said them, and where the speaker stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.model import Article
from quotes.options import Options

if TYPE_CHECKING:
    from quotes.extractor import Extractor

__version__ = "0.1.0"
__all__ = ["Article", "Extractor", "Options", "__version__"]


def __getattr__(name: str) -> object:
    """``quotes.Extractor`` is imported when it is first asked for: ``quotes --help`` should not wait for its stages."""
    if name == "Extractor":
        from quotes.extractor import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
