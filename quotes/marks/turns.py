"""Transcripts without quotation marks: paragraphs that begin with the speaker's name in capitals (`WALLER: Let us start.`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotes.label import LABEL
from quotes.model import Quoted, Span

LENGTH = 8
"""Words that somebody else speaks inside a turn, from which on they are a quotation of their own."""
TURNS = 3
"""So many turns make a transcript, by two names at least, one of which returns. Fewer are datelines, captions or lists."""


def find(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], start: int = 0) -> list[Quoted]:
    """The turns of a transcript as spans of style "none", from behind the colon to the paragraph's end.

    What a turn quotes in marks belongs to the turn (`HARTMAN: He said, quote, "We will wait." He did not.`), but a turn that
    has somebody else speak at length (`HOST: He wrote, “Nobody on this council has ever …”`) is left to the marks; so is an
    article whose labels mostly stand right before marks.
    """
    behind = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    turns = [(i, m, e) for i, s, e in behind if (m := LABEL.match(text, s, e))]
    names = Counter(m["name"].split()[-1] for _, m, _ in turns)
    if len(turns) < TURNS or len(names) < 2 or max(names.values()) < 2:
        return []
    opened = {q.outer_start for q in quoted}
    if 2 * sum(m.end() in opened for _, m, _ in turns) > len(turns):
        return []
    others = {q.paragraph for q in quoted if _speaks(text, q)}
    free = [t for t in turns if t[0] not in others]
    return [Quoted(m.end(), e, m.end(), e, i, "none") for i, m, e in free if any(map(str.isalpha, text[m.end() : e]))]


def _speaks(text: str, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence of some length that a comma or colon introduces."""
    introduced = text[max(0, quoted.outer_start - 4) : quoted.outer_start].rstrip().endswith((",", ":"))
    return introduced and text[quoted.start].isupper() and len(text[quoted.start : quoted.end].split()) >= LENGTH
