"""Transcripts without quotation marks: paragraphs that begin with the speaker's name in capitals (`WALLER: Let us start.`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotes.label import LABEL
from quotes.model import Quoted, Span

TURNS = 3
"""So many turns make a transcript, by two names at least, one of which returns. Fewer are datelines, captions or lists."""


def find(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], start: int = 0) -> list[Quoted]:
    """The turns of a transcript as spans of style "none", from behind the colon to the paragraph's end.

    What a turn quotes in marks belongs to the turn (`HARTMAN: He said, quote, "We will wait." He did not.`); an article
    whose labels mostly stand right before marks is left to those.
    """
    behind = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    turns = [(i, m, e) for i, s, e in behind if (m := LABEL.match(text, s, e))]
    names = Counter(m["name"].split()[-1] for _, m, _ in turns)
    if len(turns) < TURNS or len(names) < 2 or max(names.values()) < 2:
        return []
    opened = {q.outer_start for q in quoted}
    if 2 * sum(m.end() in opened for _, m, _ in turns) > len(turns):
        return []
    return [Quoted(m.end(), e, m.end(), e, i, "none") for i, m, e in turns if any(map(str.isalpha, text[m.end() : e]))]
