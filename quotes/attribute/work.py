"""Marks around the titles of works: ``has written several plays, among them "Harbour,"``, ``"Harbour," a play about the war``."""

from __future__ import annotations

import re

from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout

_LOOK = 60
"""Code points behind the marks in which a kind of work stands."""
_LONG, _TITLE = 4, 8
"""Words of the longest term in a list of works, and of the longest title that only what follows tells."""
_BEHIND = (
    r"\s?,?\s(?:an?|her|his|its|their) (?:[\w’'-]+ ){0,3}(?:%s)(?:[,.;)]| (?:about|based|by|from|in|of|on|set|that|which|with)\b)"
)


def title(d: Draft, layout: Layout) -> bool:
    """Whether the marks hold a work's title, or a term in what is told of works that somebody has made."""
    words = layout.gap(d.quoted.start, d.quoted.end).split()
    small = layout.ruleset.list("small")
    capital = all(w[:1].isupper() or w.lower() in small for w in words)
    if not words:
        return False
    kinds = "|".join(sorted(layout.ruleset.list("work")))
    after = layout.gap(d.quoted.outer_end, d.quoted.outer_end + _LOOK)
    if capital and len(words) <= _TITLE and words[0][:1].isupper() and re.match(_BEHIND % kinds, after) and not _tagged(d):
        return True
    listed = not d.opens or layout.gap(max(0, d.quoted.outer_start - 3), d.quoted.outer_start).rstrip()[-1:] == ";"
    return listed and (capital or len(words) <= _LONG) and _made(d, layout)


def word(d: Draft, layout: Layout) -> bool:
    """Whether the marks hold a word that somebody tells of, no verb of saying above it (``replacing the word "lost"``), or one
    that only tells what becomes of the word (``said the word "lost" was never used``)."""
    kinds = "|".join(sorted(layout.ruleset.list("word")))
    before = layout.gap(max(0, d.quoted.outer_start - _LOOK), d.quoted.outer_start)
    if re.search(rf"\bthe (?:\w+ )?(?:{kinds})s? \Z", before) is None:
        return False
    return d.rule == "sentence-cue" or (d.words <= _LONG and _subject(d, layout))


def _subject(d: Draft, layout: Layout) -> bool:
    """Whether the word before the marks is the subject of a clause, and what they hold belongs to it."""
    sentence = layout.at(d.quoted.outer_start - 2)
    at = None if sentence is None else sentence.token_at(d.quoted.outer_start - 2)
    if sentence is None or at is None or sentence.tokens[at].base != "nsubj" or sentence.tokens[at].head < at:
        return False
    inside = sentence.tokens_in(d.quoted.start, d.quoted.end)
    return bool(inside) and all(i in sentence.subtree(at) for i in inside)


def _tagged(d: Draft) -> bool:
    """Whether a verb of saying stands behind the marks: ``"Never," a song by Anna Lind says``."""
    c = d.choice
    return c is not None and c.cue is not None and c.direct and c.sentence.tokens[c.cue].start >= d.quoted.outer_end


def _made(d: Draft, layout: Layout) -> bool:
    """Whether the cue only makes works, and no clause stands between them and the marks (``has written a book in which he exposes
    the "rage"``)."""
    c = d.choice
    if c is None or c.cue is None or c.sentence.tokens[c.cue].lemma.lower() not in layout.ruleset.list("author"):
        return False
    tokens, barred = c.sentence.tokens, layout.covered(c.sentence)
    made = (i for i in c.sentence.children(c.cue, "obj") if tokens[i].lemma.lower() in layout.ruleset.list("work"))
    work = next((i for i in made if i > c.cue and tokens[i].end <= d.quoted.outer_start), None)
    if work is None:
        return False
    between = (t for i, t in enumerate(tokens) if i > work and t.end <= d.quoted.outer_start and i not in barred)
    return not any("VerbForm=Fin" in t.feats or (t.upos == "VERB" and t.text.endswith("ing")) for t in between)
