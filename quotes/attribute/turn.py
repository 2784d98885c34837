"""Sieve 4: transcripts, where the name of who speaks opens the turn, inside the marks or before them."""

from __future__ import annotations

import re

from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.within import Candidate
from quotes.model import Quoted

_TURN = re.compile(r"(?P<name>(?:[A-Z][A-Z.'’-]+[ \u00a0]?){1,4}|(?:Q|A))(?: \([^)]{1,30}\)|, [A-Z][A-Z .'’-]{1,30})?:\s+")
_NAME = 80
"""Characters that a speaker's name may take at the head of a turn."""
_BEFORE = re.compile(r"^\W*" + _TURN.pattern + r"\W*$")
"""A name in capitals and a colon: ``WALLACE: Let's start``."""


def turn(quoted: Quoted, layout: Layout) -> tuple[Candidate | None, int]:
    """The speaker named at the head of a turn, and where its words begin."""
    first = layout.document.paragraphs[quoted.paragraph][0]
    m = _TURN.match(layout.text, quoted.start, quoted.end)
    if m is None and quoted.start - first <= _NAME:
        m = _BEFORE.search(layout.text[first : quoted.start])
    if m is None or (m.re is _TURN and m.end() >= quoted.end):
        return None, quoted.start
    at, begin = (m.start("name"), m.end()) if m.re is _TURN else (first + m.start("name"), quoted.start)
    end = at + len(m["name"].rstrip())
    sentence = layout.at(end - 1)  # a splitter may cut "GOV. ANNA LIND:" behind the title
    if sentence is None:
        return None, begin
    inside = sentence.tokens_in(at, end)
    head = head_of(sentence, inside[0], inside[-1] + 1, None) if inside else None
    if head is None:
        return None, begin
    return Candidate("transcript", 5, 0, sentence, head, None, direct=True), begin
