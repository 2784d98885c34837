"""Field names of well-known tools and collections, and the short form ``text=body,id=uid``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from quotes.errors import UsageError
from quotes.options import Fields

PROFILES: Mapping[str, Fields] = {
    "mediacloud": Fields(
        text="text", id="id", url="url", outlet="media_name", title="title", author="author", published="publish_date"
    ),
    "trafilatura": Fields(text="text", id="id", url="source", outlet="source-hostname", published="date"),
    "news-please": Fields(text="maintext", id="id", outlet="source_domain", author="authors", published="date_publish"),
    "dolma": Fields(text="text", id="id", url="metadata.url", outlet="source", title="metadata.title", published="created"),
}
"""A point leads into a record: ``metadata.url``. Media Cloud is its search API, trafilatura its ``--json``."""


def profile(name: str) -> Fields:
    """The profile's field names. Raises UsageError."""
    if name not in PROFILES:
        raise UsageError(f"--profile {name}: there is {', '.join(PROFILES)}")
    return PROFILES[name]


def chosen(text: str, start: Fields) -> Fields:
    """``text=body,id=uid`` on top of ``start``. Raises UsageError."""
    known = [f.name for f in fields(Fields)]
    changes = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, sign, key = part.partition("=")
        if not sign or name.strip() not in known or not key.strip():
            raise UsageError(f"--fields {part}: give NAME=KEY with a NAME of {', '.join(known)}, for example text=body,id=uid")
        changes[name.strip()] = key.strip()
    return replace(start, **changes)
