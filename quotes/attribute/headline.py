"""Sieve 1 of headlines, whose source stands at the head or the end: ``Talks ‘going nowhere’ – Moscow``, ``Expert: …``."""

from __future__ import annotations

import re

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.sort import sort
from quotes.headline import line
from quotes.model import Quoted, Span

_PROMPT = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,}){1,2}:\s+")
"""Before a headline that stands between paragraphs: ``READ MORE: …``."""
_BULLET = re.compile(r"[*•▪◦‣]\s+")
_SOURCE = r"(?P<source>[^\W\d_](?:[\w.'’&/-]|[ \u00a0](?=\w)){1,60})"
_HEAD = re.compile(rf"{_SOURCE}:\s")
_OWNED = re.compile(rf"(?:\s[–—-]{{1,2}}\s|:\s){_SOURCE}['’]s? (?P<what>[\w-]+(?: [\w-]+){{0,2}})")
"""Whose retort it is: ``‘Never on my land’: Lind's sharp retort on the road``."""
_END = re.compile(rf"(?:\s[–—-]{{1,2}}\s|:\s){_SOURCE}\Z")
_WORDS = 6
"""Words of the longest source; what has more is a clause."""
_WHO = frozenset({"person", "persons", "body", "bodies", "text"})


def headline(quoted: Quoted, layout: Layout) -> Candidate | None:
    """The source of a headline's quotation, or None; a semicolon parts one source from the next.

    At the head it must be a person, a people, a body or a text (``Syria: 'Dozens killed'`` tells where), at the end it may be a
    place, which stands for its government.
    """
    text, paragraphs = layout.text, layout.document.paragraphs
    start, end = paragraphs[quoted.paragraph]
    prompt = _PROMPT.match(text, start, end) or _BULLET.match(text, start, end)
    if not line((start, end), text) or not (prompt or (quoted.paragraph == 0 and len(paragraphs) > 1)):
        return None
    start = prompt.end() if prompt else start
    start = max(start, text.rfind("; ", start, quoted.outer_start) + 2) if ";" in text[start : quoted.outer_start] else start
    stop = text.find("; ", quoted.outer_end, end)
    behind = _END.search(text, quoted.outer_end, stop if stop >= 0 else end)
    if behind is not None and (found := _source(behind.span("source"), layout, at_end=True)):
        return found
    owned = _OWNED.match(text, quoted.outer_end, end)
    if owned is not None and not layout.ruleset.list("reaction").isdisjoint(owned["what"].split()):
        return _source(owned.span("source"), layout, at_end=True)
    before = _HEAD.match(text, start, quoted.outer_start)
    return None if before is None else _source(before.span("source"), layout, at_end=False)


def _source(span: Span, layout: Layout, *, at_end: bool) -> Candidate | None:
    sentence = layout.at(span[1] - 1)
    if sentence is None or layout.text.count(" ", *span) >= _WORDS:
        return None
    inside = sentence.tokens_in(*span)
    head = head_of(sentence, inside[0], inside[-1] + 1, None) if inside else None
    if head is None or any(sentence.tokens[i].upos in ("VERB", "AUX") for i in inside):
        return None
    found = Candidate("headline", 15, 0, sentence, head, None)
    kind = sort(found, layout.ruleset)
    token = sentence.tokens[head]
    named = token.upos == "PROPN" and kind in ("place", "noun")
    speaks = at_end or "Number=Plur" in token.feats or token.lemma.lower() in layout.ruleset.list("seat")
    return found if kind in _WHO or (named and speaks) else None
