"""Sieve 4: transcripts, where the name of who speaks opens the turn, inside the marks or before them."""

from __future__ import annotations

import re

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.label import LONGEST, NAMED, labelled
from quotes.model import Quoted


def turn(quoted: Quoted, layout: Layout) -> tuple[Candidate | None, int]:
    """The speaker named at the head of a turn, and where its words begin: ``WALLACE: Let's start``."""
    m = labelled(layout.text, quoted.start, quoted.end) or _before(quoted, layout)
    if m is None:
        return None, quoted.start
    at, end = m.span("name")
    begin = max(m.end(), quoted.start)
    sentence = layout.at(end - 1)  # a splitter may cut "GOV. ANNA LIND:" behind the title
    if sentence is None:
        return None, begin
    inside = sentence.tokens_in(at, end)
    if not inside:
        return None, begin
    head = head_of(sentence, inside[0], inside[-1] + 1, None)
    head = inside[-1] if head is None else head  # a label is one, whatever the tagger makes of it
    return Candidate("transcript", 5, 0, sentence, head, None, direct=True), begin


def _before(quoted: Quoted, layout: Layout) -> re.Match[str] | None:
    """The label between the paragraph's start and the quotation, whichever of them is inside the marks."""
    first = layout.document.paragraphs[quoted.paragraph][0]
    if quoted.start - first > LONGEST:
        return None
    while first < quoted.start and not layout.text[first].isalnum():
        first += 1
    m = labelled(layout.text, first, quoted.end)
    if m is None and quoted.style == "none":
        m = NAMED.match(layout.text, first, quoted.end)
    return None if m is None or any(map(str.isalnum, layout.text[m.end() : quoted.start])) else m
