"""Quotations in news articles: the words, who said them, and where the speaker stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.model import Article
from quotes.options import Options

if TYPE_CHECKING:
    from quotes.extractor import Extractor

__version__ = "0.1.0"
__all__ = ["Article", "Extractor", "Options", "__version__"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """``quotes.Extractor``, imported when it is first asked for: it brings all stages, and a reader of records needs none."""
        if name == "Extractor":
            from quotes.extractor import Extractor

            return Extractor
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
