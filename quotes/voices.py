"""Lists of voices: a line with a name (``Anna Lind, Harbour Institute``), below it what that person says, then the next name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quotes.model import Quoted, Span

_WORD = r"(?=[^\W\d_a-zß-öø-ÿ])[\w.'’-]+"
_SMALL = r"(?:(?:al|bin|da|de|del|der|di|dos|la|van|von) ){0,2}"
_NAME = re.compile(
    rf"(?P<name>{_WORD} (?:{_SMALL}{_WORD} ){{0,3}}{_SMALL}{_WORD})"
    rf"(?P<rest>(?:, |: | [-–—|] | ?\()[^.:;!?\"“”\n]{{2,90}})?"
)
"""A full name, and behind a comma, dash or bracket who that is."""
_LINE = 120
"""Code points of the longest line with a name."""
_BULLET = re.compile(r"[-–—*•·▪◦‣]\s|\d{1,2}[.)]\s")
_LABEL = 60
"""Code points of the longest line of an entry that is neither an item nor a quotation: ``Forecast: 90 percent``."""
_STOPS = (".", "!", "?")
_SEVERAL = 2
"""Entries of the shortest list."""


def headings(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> dict[int, Span]:
    """For each paragraph of an entry (its index) the name that heads it.

    A list has two entries or more, each with a quotation. Where its first name stands right below a quotation the names sign what
    is above them (``"..."`` / ``Anna Lind, Daily Herald``): that is no such list.
    """
    held = {q.paragraph for q in quoted}
    lines = {i: m for i, p in enumerate(paragraphs) if i not in held and (m := _line(text, p)) is not None}
    if len(lines) < _SEVERAL:
        return {}
    opened = {q.paragraph for q in quoted if q.outer_start == paragraphs[q.paragraph][0]}
    whole = {q.paragraph for q in quoted if q.paragraph in opened and q.outer_end >= paragraphs[q.paragraph][1] - 1}
    runs: list[list[range]] = []
    for i in lines:
        below = range(i + 1, len(paragraphs))
        told = sum(1 for _ in takewhile(lambda p: p not in lines and (p in opened or _item(text, paragraphs[p])), below))
        entry = range(i + 1, i + 1 + told)
        if held.isdisjoint(entry):
            continue
        if runs and runs[-1][-1].stop == i:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    lists = (run for run in runs if len(run) >= _SEVERAL and run[0].start - 2 not in whole)
    return {p: lines[entry.start - 1].span("name") for run in lists for entry in run for p in entry}


def _line(text: str, paragraph: Span) -> re.Match[str] | None:
    start, end = paragraph
    return _NAME.fullmatch(text, start, end) if end - start <= _LINE else None


def _item(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is an item with a bullet, or a label."""
    start, end = paragraph
    return bool(_BULLET.match(text, start, end)) or (end - start <= _LABEL and text[end - 1] not in _STOPS)
