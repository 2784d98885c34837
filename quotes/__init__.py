"""Quotations in news articles: the words, who said them, and where the speaker stands."""

from __future__ import annotations

from quotes.model import Article

__version__ = "0.1.0"
__all__ = ["Article", "__version__"]
