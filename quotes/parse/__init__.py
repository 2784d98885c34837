"""Sentences of an article in, trees with lemmas, tags and names out. Stanza is the frame; two parsers plug in.

``compact`` is bundled and needs no download; ``stanza`` runs Stanza's own English models from the user's Stanza folder. Stanza,
and torch below it, take two seconds to import: that waits until ``load``.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quotes import data
from quotes.bundled import manifest
from quotes.parse.folder import download, installed, resources_folder

if TYPE_CHECKING:
    from quotes.parse.frame import Parser

Name = Literal["compact", "stanza"]

__all__ = ["Name", "describe", "download", "installed", "load", "resources_folder"]


def load(name: Name = "compact", *, threads: int = 0, folder: Path | None = None) -> Parser:
    """A parser, ready to use. ``threads`` 0 takes the processor's cores, at most 4; ``folder`` replaces the place of its models.

    Raises ModelError if the models are missing or damaged, and says what to type.
    """
    from quotes.parse import frame

    if name == "compact":
        return frame.compact(folder or compact_folder(), threads)
    return frame.stanza(folder or resources_folder(), threads)


def describe(name: Name = "compact") -> str:
    """Name and version of the parser's model, for the record's ``pipeline``; loads nothing heavy. Raises ModelError."""
    if name == "stanza":
        found = ", ".join(f"{model.processor}={model.package}" for model in installed())
        return f"stanza {version('stanza')} en {found or 'no models'}"
    return manifest(compact_folder()).version("network.onnx")


def compact_folder() -> Path:
    """Where the bundled model is."""
    return data.folder("models") / "compact"
