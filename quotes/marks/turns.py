"""Transcripts without quotation marks: paragraphs that begin with the speaker's name, in capitals (`WALLER: Let us start.`) or,
in interviews and records of debates, in mixed case (`Marsh: I think he did worse.`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes import data
from quotes.label import NAMED, labelled
from quotes.model import Quoted, Span

LENGTH = 8
"""Words that somebody else speaks inside a turn, from which on they are a quotation of their own."""
TURNS = 3
"""So many turns make a transcript, by two names at least, one of which returns. Fewer are datelines, captions or lists."""
_RETURNS = 4
"""So many turns make a conversation under names in mixed case."""
_THIN = 3
"""Paragraphs for each labelled one: answers may run over several."""
_TALK = re.compile(r"\b(?:I|me|my|us|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b|\?")
_ENDS = ".!?…\"”’')]*_"
Turn = tuple[int, re.Match[str], int]
"""Paragraph, label, and where the paragraph ends."""


def find(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], start: int = 0) -> list[Quoted]:
    """The turns of a transcript as spans of style "none", from behind the colon to the paragraph's end.

    What a turn quotes in marks belongs to the turn (`HARTMAN: He said, quote, "We will wait." He did not.`), but a turn that
    has somebody else speak at length (`HOST: He wrote, “Nobody on this council has ever …”`) is left to the marks; so is an
    article whose labels mostly stand right before marks.
    """
    behind = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    turns = max(_transcript(text, behind), _interview(text, behind), key=len)
    opened = {q.outer_start for q in quoted}
    if 2 * sum(m.end() in opened for _, m, _ in turns) > len(turns):
        return []
    others = {q.paragraph for q in quoted if _speaks(text, q)}
    free = [t for t in turns if t[0] not in others]
    return [Quoted(m.end(), e, m.end(), e, i, "none") for i, m, e in free if any(map(str.isalpha, text[m.end() : e]))]


def _transcript(text: str, paragraphs: Sequence[tuple[int, int, int]]) -> list[Turn]:
    """The paragraphs under names in capitals, if they make a transcript."""
    turns = [(i, m, e) for i, s, e in paragraphs if (m := labelled(text, s, e))]
    names = Counter(map(_last, turns))
    return turns if len(turns) >= TURNS and len(names) > 1 and max(names.values()) > 1 else []


def _interview(text: str, paragraphs: Sequence[tuple[int, int, int]]) -> list[Turn]:
    """The paragraphs under names in mixed case, if they make a conversation.

    Facts, dates and places open paragraphs in the same way (`Background: …`, `Kyiv: …`). In a conversation two voices return, or
    one does among members with their seats in brackets; they take turns; and they say I, we and you, or ask.
    """
    turns = list(_named(text, paragraphs))
    names = Counter(map(_last, turns))
    turns = [t for t in turns if names[_last(t)] > 1 or text[t[2] - 1] in _ENDS]  # "Dam Report: Ports Committee" is a heading
    back = sum(n > 1 for n in names.values())
    seats = sum("(" in m[0] for _, m, _ in turns)
    if len(turns) < _RETURNS or not (back > 1 or (back and seats > 1)):
        return []
    dense = turns[-1][0] - turns[0][0] < _THIN * len(turns)
    same = sum(_last(a) == _last(b) for a, b in pairwise(turns))
    spoken = sum(_TALK.search(text, m.end(), e) is not None for _, m, e in turns)
    return turns if dense and 3 * same <= len(turns) and 2 * spoken >= len(turns) else []


def _named(text: str, paragraphs: Sequence[tuple[int, int, int]]) -> Iterator[Turn]:
    headings = frozenset(data.word_lists("marks")["headings"])
    for i, s, e in paragraphs:
        m = NAMED.match(text, s, e) or labelled(text, s, e)
        if m and headings.isdisjoint(m["name"].lower().split()):
            yield i, m, e


def _last(turn: Turn) -> str:
    """The last word of the name, by which a turn's voice is known again."""
    return turn[1]["name"].split()[-1]


def _speaks(text: str, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence of some length that a comma or colon introduces."""
    introduced = text[max(0, quoted.outer_start - 4) : quoted.outer_start].rstrip().endswith((",", ":"))
    return introduced and text[quoted.start].isupper() and len(text[quoted.start : quoted.end].split()) >= LENGTH
