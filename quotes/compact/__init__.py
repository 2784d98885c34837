"""The bundled parser without its frame: a small network in ONNX, and how its scores become trees, lemmas and names."""

from __future__ import annotations

from quotes.compact.decode import Analysis, TreeSearch, is_tree, joined, windows
from quotes.compact.network import PIECES, SHAPES, TAGS, Compact, shape

__all__ = ["PIECES", "SHAPES", "TAGS", "Analysis", "Compact", "TreeSearch", "is_tree", "joined", "shape", "windows"]
