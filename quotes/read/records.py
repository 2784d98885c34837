"""A record with named fields -> Article; shared by every format that has such records."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.errors import InputError
from quotes.model import Article
from quotes.options import Fields
from quotes.read.dateline import head, moment
from quotes.read.decode import whole
from quotes.read.found import Found

_SHOWN = 8
"""Field names listed in the message when the text field is missing."""


def article(record: Mapping[str, object], found: Found, line: int, fields: Fields) -> Article:
    """The article in one record; ``line`` counts lines or records from 1.

    Raises InputError: ``missing_field``, ``field_type`` or ``empty``.
    """
    text = _text(record, fields.text)
    published, body = head(text)
    return Article(
        text=text,
        id=_scalar(_get(record, fields.id)),
        source=found.source,
        url=_scalar(_get(record, fields.url)),
        outlet=_scalar(_get(record, fields.outlet)),
        title=_scalar(_get(record, fields.title)),
        author=_author(_get(record, fields.author)),
        published=moment(_scalar(_get(record, fields.published)) or "") or published,
        language=_scalar(_get(record, fields.language)),
        line=line,
        body=body,
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = _get(record, name)
    if value is None and name not in record:
        others = ", ".join(list(map(str, record))[:_SHOWN]) or "none at all"
        raise InputError(f"no field {name!r} (it has: {others}); name the right one with --text-field", code="missing_field")
    if not isinstance(value, str):
        kind = "null" if value is None else type(value).__name__
        raise InputError(f"field {name!r} holds {kind}, not text; name the right one with --text-field", code="field_type")
    if not value.strip():
        raise InputError(f"empty: no words in field {name!r}", code="empty")
    return whole(value)


def _get(record: Mapping[str, object], name: str) -> object:
    """The field's value; a point leads into a record (``metadata.url``) if no field has that very name. None if there is none."""
    if name in record:
        return record[name]
    outer, point, inner = name.partition(".")
    below = record.get(outer) if point else None
    return _get(below, inner) if isinstance(below, Mapping) else None


def _scalar(value: object) -> str | None:
    """Text as it is, a whole number as its digits; anything else says nothing."""
    if isinstance(value, str):
        return whole(value).strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _author(value: object) -> str | None:
    """One name, or the names of a list (news-please, Media Cloud) joined by commas."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_scalar, value) if name) or None
    return _scalar(value)
