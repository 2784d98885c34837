"""Transcripts without quotation marks: paragraphs that begin with the speaker's name in capitals (`WALLER: Let us start.`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotes.model import Quoted, Span

LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]{0,30}[A-Z.](?: [A-Z][A-Z.'’-]{0,30}){0,4}|[QA](?=:))"
    r"(?:, [A-Z][A-Z ,.'’-]{0,60})?(?: ?\([^()\n]{1,60}\))?:\s+(?=\S)"
)
"""The name at the head of a turn, with an office (`COOPER, HOST:`) or a party (`COLE (R-OK):`) behind it; Q or A."""
TURNS = 3
"""So many turns make a transcript, by two names at least, one of which returns. Fewer are datelines, captions or lists."""


def find(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], start: int = 0) -> list[Quoted]:
    """The turns of a transcript as spans of style "none", from behind the colon to the paragraph's end.

    A turn that quotes somebody else in marks is left to those marks; so is an article whose labels stand before marks.
    """
    behind = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    turns = [(i, m, e) for i, s, e in behind if (m := LABEL.match(text, s, e))]
    names = Counter(m["name"].split()[-1] for _, m, _ in turns)
    if len(turns) < TURNS or len(names) < 2 or max(names.values()) < 2:
        return []
    marked = {q.paragraph for q in quoted}
    free = [(i, m, e) for i, m, e in turns if i not in marked]
    if 2 * len(free) < len(turns):
        return []
    return [Quoted(m.end(), e, m.end(), e, i, "none") for i, m, e in free if any(map(str.isalpha, text[m.end() : e]))]
