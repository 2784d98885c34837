"""From the reading of the marks to spans of quoted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.marks import glyphs, path
from quotes.marks.glyphs import Mark
from quotes.model import Quoted, Span

_LABEL = re.compile(r"(?:[A-Z][A-Z.'’-]*[A-Z.](?: [A-Z][A-Z.'’-]*){0,4}|[QA]):\s+(?=\S)")
_ASIDE = re.compile(r"\([A-Z][A-Z .,;-]*\)?\.?\Z")


def find(text: str, paragraphs: Sequence[Span], start: int = 0) -> list[Quoted]:
    """The article's quoted spans: outer ones only, in text order, none crossing another or a paragraph's edge.

    ``paragraphs`` are spans of ``text`` in order; marks before ``start`` are not looked at. Apostrophes, decades, feet
    and inches are no marks. Never raises; linear in the length of the text.
    """
    kept = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    ticks = glyphs.ticked(text)
    marks = [glyphs.scan(text, s, e, ticks) for _, s, e in kept]
    steps = path.read(marks, path.house(marks))
    spans: list[Quoted] = []
    opener: Mark | None = None
    for step in steps:
        index, _, edge = kept[step.paragraph]
        if opener is not None and step.action in ("close", "reopen", "end"):
            closing = step.mark if step.action == "close" else None
            limit = step.mark.start if step.mark else edge
            spans += _span(text, opener, closing, limit, index)
            opener = None
        if step.action in ("open", "reopen"):
            opener = step.mark
    return _chain(text, spans)


def _span(text: str, opener: Mark, closing: Mark | None, limit: int, paragraph: int) -> list[Quoted]:
    """The trimmed span between two marks; none if nothing but blanks or marks is in it."""
    start, end = opener.end, limit
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    label = _LABEL.match(text, start, end)
    if label and opener.first:
        start = label.end()
    if not any(map(str.isalnum, text[start:end])) or _ASIDE.match(text[start:end]):
        return []
    outer_end = closing.end if closing else end
    return [Quoted(start, end, opener.start, outer_end, paragraph, opener.style, closing is not None)]


def _chain(text: str, spans: list[Quoted]) -> list[Quoted]:
    """Sets ``continues`` where the span before was left open and nothing but blanks stands between the two."""
    out: list[Quoted] = []
    for span in spans:
        if out and not out[-1].closed and not text[out[-1].end : span.outer_start].strip():
            turn = _LABEL.match(text, span.outer_start + 1) is not None
            span = replace(span, continues=not turn)
        out.append(span)
    return out
