"""Sieves 2 to 5: what goes on in the same voice, what is led in, what floats; and which spans are one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout
from quotes.attribute.within import Candidate, adjacent, colon
from quotes.model import Sentence

_CLOSES = re.compile(r"[.!?:;…—–-][\"”’')\]]*\s*$")
_DASHES = frozenset("-—–―‒")
_SHORT = 14
"""Tokens of a lead-in sentence without content."""
_LOOK = 40
"""Characters before a quotation that tell whether it begins a sentence."""
_REACH = 400
"""Characters between two quotations of one voice without a cue between them."""
_FAR = 2
"""Paragraphs a floating quotation may lie behind the last attributed one."""


def join(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark the spans that continue the statement of the span before them."""
    for a, b in pairwise(drafts):
        if b.rule == "transcript":
            continue
        if _chained(a, b) or (a.quoted.paragraph == b.quoted.paragraph and _one(a, b, layout)):
            b.joins = a
            if a.lead.choice is None and b.choice is not None:
                a.lead.take(b, b.rule or "same-paragraph")


def _chained(a: Draft, b: Draft) -> bool:
    """The multi-paragraph convention; a paragraph with a cue of its own is a statement of its own."""
    return b.quoted.continues and (a.lead.choice is None or b.choice is None)


def _one(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether nothing but the attribution clause stands between two spans of a paragraph."""
    gap = layout.gap(a.quoted.outer_end, b.quoted.outer_start)
    if not gap.strip(" ,.;—–-…"):
        return a.opens and b.choice is None and "," not in gap
    cue = _cue(a.choice)
    if cue is None or not a.opens or not a.quoted.outer_end <= cue < b.quoted.outer_start:
        return False
    if b.choice is not None and _cue(b.choice) != cue:
        return False
    inner = [s for s in layout.overlapping(a.quoted.outer_end, b.quoted.outer_start) if s.start >= a.quoted.outer_end]
    inner = [s for s in inner if s.end <= b.quoted.outer_start and not s.start <= cue < s.end]
    return not inner and (b.opens or gap.rstrip().endswith((",", ";", ":", "—", "–", "-", "…")))


def _cue(choice: Candidate | None) -> int | None:
    return None if choice is None or choice.cue is None else choice.sentence.tokens[choice.cue].start


def continue_paragraph(drafts: Sequence[Draft]) -> None:
    """Sieve 2: in one paragraph a quotation without a cue goes on in the voice of the one before, else of the one behind it."""
    for a, b in pairwise(drafts):
        if b.choice is None and a.choice is not None and (b.lead is a.lead or _near(a, b)):
            b.take(a, "same-paragraph" if b.joins is None else a.rule or "same-paragraph")
            b.rule = "same-paragraph"


def _near(a: Draft, b: Draft) -> bool:
    """In one paragraph, and not too far apart for a text whose paragraph breaks are lost."""
    return a.quoted.paragraph == b.quoted.paragraph and b.quoted.outer_start - a.quoted.outer_end <= _REACH


def look_ahead(drafts: Sequence[Draft]) -> None:
    """Sieve 2, the other way: the first quotation of a paragraph has no cue, the next one has."""
    for a, b in reversed(list(pairwise(drafts))):
        if a.choice is None and b.choice is not None and _near(a, b) and a.opens and b.opens:
            a.take(b, "next-in-paragraph")


def signed(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 1 over the paragraph's edge: the line below a quotation is a dash and a name."""
    for d in drafts:
        below = layout.after(d.quoted.outer_end) if d.choice is None else None
        if below is None or not below.tokens or below.tokens[0].text not in _DASHES or below.start - d.quoted.outer_end > _LOOK:
            continue
        found = [c for c in adjacent(below, range(len(below.tokens)), "after", layout) if c.rule == "sign-off"]
        if found:
            d.choice, d.rule = found[0], "sign-off"


def lead_in(drafts: Sequence[Draft], layout: Layout, *, colons: bool) -> None:
    """Sieve 3: the sentence before ends in a colon (``colons``), or names a cue and has no quotation of its own."""
    for d in drafts:
        if d.choice is not None or not d.opens:
            continue
        before = layout.before(d.quoted.outer_start)
        if before is None or d.quoted.outer_start - before.end > _LOOK:
            continue
        if layout.gap(before.end, d.quoted.outer_start).strip(" \n\r\t\"“”'‘’"):
            continue
        ends_in_colon = before.tokens[-1].text == ":" if before.tokens else False
        if ends_in_colon != colons:
            continue
        found = _speaker_of(before, layout, ends_in_colon)
        if found is not None and (ends_in_colon or not layout.covered(before)):
            d.choice, d.rule = found, found.rule


def _speaker_of(sentence: Sentence, layout: Layout, ends_in_colon: bool) -> Candidate | None:
    """Whose words a lead-in announces: the source of its main cue, else, before a colon, its subject."""
    rule = "lead-in-colon" if ends_in_colon else "lead-in-cue"
    if ends_in_colon and not layout.covered(sentence):
        beside = sorted(adjacent(sentence, range(len(sentence.tokens)), "before", layout), key=lambda c: c.order)
        if beside:
            return replace(beside[0], rule=rule, order=130)
    strong = [m for m in layout.matches(sentence) if m.rule.order < 40]
    if strong:
        top = min(strong, key=lambda m: len(list(sentence.ancestors(m.cue))))
        return Candidate(rule, 130, 0, sentence, top.speaker, top.cue)
    if not ends_in_colon:
        return _agreed(sentence, layout)
    subjects = sorted(colon(sentence, range(len(sentence.tokens)), layout), key=lambda c: c.distance)
    return replace(subjects[0], rule=rule, order=131) if subjects else None


def _agreed(sentence: Sentence, layout: Layout) -> Candidate | None:
    """A short sentence whose main verb reports, without saying what: ``Bystrom agreed.``"""
    lists = layout.ruleset
    verb = sentence.tokens[sentence.root]
    if len(sentence.tokens) > _SHORT or verb.lemma.lower() not in lists.list("speak") | lists.list("think"):
        return None
    subjects = sentence.children(sentence.root, "nsubj")
    return Candidate("lead-in-cue", 132, 0, sentence, subjects[0], sentence.root) if subjects else None


def floating(drafts: Sequence[Draft]) -> None:
    """Sieve 5: a paragraph of nothing but quotation: the last speaker goes on."""
    last: Draft | None = None
    for d in drafts:
        if d.choice is None and d.opens and last is not None and d.quoted.paragraph - last.quoted.paragraph <= _FAR:
            d.take(last, "floating")
        if d.choice is not None and (d.opens or _closed(d)):
            last = d


def _closed(d: Draft) -> bool:
    """Whether the cue stands behind the marks (``has hit "a pothole," Lind wrote.``): the next paragraph may go on."""
    cue = _cue(d.choice)
    return d.choice is not None and d.choice.direct and cue is not None and cue >= d.quoted.outer_end


def opens(text: str, paragraph_start: int, outer_start: int) -> bool:
    """Whether a quotation that starts at ``outer_start`` begins a sentence of its own."""
    before = text[max(paragraph_start, outer_start - _LOOK) : outer_start]
    return not before.strip(" \"“”'‘’—–-…") or bool(_CLOSES.search(before))
