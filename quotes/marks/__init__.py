"""Quotation marks: which spans of an article stand between them."""

from quotes.marks.spans import find

__all__ = ["find"]
