"""Sieves 2 to 5: what goes on in the same voice, what is led in, what floats; and which spans are one statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.fallback import colon
from quotes.attribute.layout import Layout
from quotes.attribute.sort import sort
from quotes.attribute.voice import passive
from quotes.attribute.within import adjacent
from quotes.match import Match
from quotes.model import Sentence

_DASHES = frozenset("-—–―‒")
_ASIDE = re.compile(r"\s*(?:--|[—–―-])\s[^,.:;—–―]{1,60}\s(?:--|[—–―-])\s*\Z")
"""A short clause between dashes: ``“then we” — he smiled — “will wait.”``"""
_SENTENCE = re.compile(r"[.!?]\s")
_SIGNED, _WRITTEN = frozenset({"sign-off"}), frozenset({"byline", "byline-paper"})
_HEARERS = frozenset({"PROPN", "NOUN", "PRON"})
_REPORTER = frozenset({"i", "we"})
_EXAMPLE, _OWNER = frozenset({"like", "as", "including"}), frozenset({"of", "for"})
"""What ties a person to several whose example he is, and to a thing of his."""
_SHORT = 14
"""Tokens of a lead-in sentence without content."""
_WRITERS = frozenset({"person", "persons", "body", "bodies"})
_LOOK = 40
"""Characters between a quotation and a sentence beside it."""
_REACH = 400
"""Characters between two quotations of one voice without a cue between them."""
_FAR = 2
"""Paragraphs a floating quotation may lie behind the last attributed one."""


def ask(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark the questions of a dialogue (``"And you knew?" "Not then," she said.``): who asked before in it asks again."""
    asker: Draft | None = None
    before: Draft | None = None
    for d, answer in pairwise(drafts):
        if before is not None and before.quoted.paragraph != d.quoted.paragraph:
            asker = before = None
        if layout.gap(d.quoted.start, d.quoted.end).endswith("?") and d.quoted.closed:
            d.asks = d.choice is None and _touch(d, answer, layout)
            if d.asks and asker is not None and asker is not before:
                d.take(asker, "same-paragraph")
            elif d.choice is not None:
                asker = d
        before = d


def _touch(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether two quotations of a paragraph stand mark to mark, with a blank between."""
    return a.quoted.paragraph == b.quoted.paragraph and layout.gap(a.quoted.outer_end, b.quoted.outer_start).isspace()


def join(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark the spans that continue the statement of the span before them."""
    for a, b in pairwise(drafts):
        if b.rule == "transcript" or b.asks:
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
    if _ASIDE.match(gap) and layout.text[b.quoted.start].islower():
        return True
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
        if b.choice is None and not b.asks and a.choice is not None and (b.lead is a.lead or _near(a, b)):
            b.take(a, "same-paragraph" if b.joins is None else a.rule or "same-paragraph")
            b.rule = "same-paragraph"


def _near(a: Draft, b: Draft) -> bool:
    """In one paragraph, and not too far apart for a text whose paragraph breaks are lost."""
    return a.quoted.paragraph == b.quoted.paragraph and b.quoted.outer_start - a.quoted.outer_end <= _REACH


def look_ahead(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 2, the other way: the first quotation of a paragraph has no cue, the next one has, and no tale stands between."""
    for a, b in reversed(list(pairwise(drafts))):
        bare = a.choice is None and not a.asks and b.choice is not None
        if bare and _near(a, b) and a.opens and b.opens and not _tale(a, b, layout):
            a.take(b, "next-in-paragraph")


def _tale(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether two sentences of the reporter's or more stand between two quotations."""
    between = layout.gap(a.quoted.outer_end, b.quoted.outer_start)
    return len(_SENTENCE.findall(between)) > 1


def signed(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 1 over the paragraph's edge: the line below a quotation is a dash and a name, or a name and a paper.

    It signs all paragraphs of a quotation, and stands below the last.
    """
    for d in drafts:
        below = layout.after(d.quoted.outer_end) if d.lead.choice is None else None
        if below is None or not below.tokens or below.start - d.quoted.outer_end > _LOOK:
            continue
        signs = _SIGNED if below.tokens[0].text in _DASHES else _WRITTEN
        found = [c for c in adjacent(below, range(len(below.tokens)), "after", layout, ".") if c.rule in signs]
        best = min(found, key=lambda c: c.order, default=None)
        if best and (best.rule != "byline" or (d.opens and sort(best, layout.ruleset) in _WRITERS)):
            d.lead.choice, d.lead.rule = best, best.rule


def lead_in(drafts: Sequence[Draft], layout: Layout, step: Step) -> None:
    """Sieve 3: the sentence before ends in a colon, or has a cue and no quotation of its own, or tells what somebody does."""
    for d in drafts:
        before = layout.before(d.quoted.outer_start) if d.choice is None and d.opens and d.joins is None else None
        if before is None or d.quoted.outer_start - before.end > _LOOK or not before.tokens:
            continue
        if layout.gap(before.end, d.quoted.outer_start).strip(" \n\r\t\"“”'‘’"):
            continue
        if (before.tokens[-1].text == ":") != (step == "colon") or (step != "colon" and layout.covered(before)):
            continue
        found = _STEPS[step](before, layout)
        if found is not None and _urged(found, layout):
            continue
        far = before.paragraph != d.quoted.paragraph and len(before.tokens) > _SHORT
        if found is not None and not (step == "actor" and far):
            d.choice, d.rule = found, found.rule


def _announced(sentence: Sentence, layout: Layout) -> Candidate | None:
    """Before a colon: the source of the main cue, else the subject."""
    if not layout.covered(sentence):
        beside = sorted(adjacent(sentence, range(len(sentence.tokens)), "before", layout), key=lambda c: c.order)
        if beside:
            return replace(beside[0], rule="lead-in-colon", order=130)
    strong = _strong(sentence, layout)
    if strong:
        return Candidate("lead-in-colon", 130, 0, sentence, strong.speaker, strong.cue)
    subjects = sorted(colon(sentence, range(len(sentence.tokens)), layout), key=lambda c: c.distance)
    return replace(subjects[0], rule="lead-in-colon", order=131) if subjects else None


def _strong(sentence: Sentence, layout: Layout, lemmas: frozenset[str] | None = None) -> Match | None:
    """The match of the uppermost verb of saying."""
    strong = [m for m in layout.matches(sentence) if m.rule.order < STRONG]
    strong = [m for m in strong if lemmas is None or sentence.tokens[m.cue].lemma.lower() in lemmas]
    return min(strong, key=lambda m: len(list(sentence.ancestors(m.cue))), default=None)


def _aside(sentence: Sentence, cue: int) -> bool:
    """Whether a cue stands in a relative clause: ``Lind believes that the zeal with which Park had answered has died down.``"""
    return any(sentence.tokens[i].rel == "acl:relcl" for i in (cue, *sentence.ancestors(cue)))


def _asked(sentence: Sentence, found: Match) -> int:
    """Who answers: whom the reporter asks (``I asked Lind what the book was for.``), else the source."""
    tokens = sentence.tokens
    if tokens[found.cue].lemma.lower() == "ask" and tokens[found.speaker].rel == "obl:agent":
        return next(iter(sentence.children(sentence.root, "nsubj")), found.speaker)  # Asked by the judge who did it, he pointed.
    if tokens[found.cue].lemma.lower() != "ask" or tokens[found.speaker].text.lower() not in _REPORTER:
        return found.speaker
    asked = next((i for i in sentence.children(found.cue, "obj", "iobj") if tokens[i].upos in _HEARERS), found.speaker)
    named = asked + 1 < len(tokens) and tokens[asked].upos == "NOUN" and tokens[asked + 1].ner == "B-PER"
    return asked + named  # coauthor Anna Lind


def _cued(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The source of a verb that hardly means anything but saying (``Lind said the town was lost.``), or, of a short sentence,
    of one that reports without saying what (``Lind agreed.``)."""
    lists = layout.ruleset
    found = _strong(sentence, layout, lists.list("core") | lists.list("source"))
    relative = found is not None and _aside(sentence, found.cue)
    main = sentence.tokens[sentence.root].lemma.lower() in lists.list("speak") | lists.list("think")
    if found is not None and not (relative and main):
        return Candidate("lead-in-cue", 132, 0, sentence, _asked(sentence, found), found.cue)
    if not main or (len(sentence.tokens) > _SHORT and not relative):
        return None
    subjects = sentence.children(sentence.root, "nsubj")
    return Candidate("lead-in-cue", 132, 0, sentence, subjects[0], sentence.root) if subjects else None


def _hinted(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The source of any verb that may report."""
    found = _strong(sentence, layout)
    return None if found is None else Candidate("lead-in-cue", 133, 0, sentence, found.speaker, found.cue)


def _actor(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The person who is the subject of the sentence before (``Lind shook her head.``), whose life or case is (``The life of
    Anna Lind is at the other extreme.``), or who is named for several (``Some people, like Lind, go by boat.``)."""
    subjects = sentence.children(sentence.root, "nsubj")
    if not subjects:
        return None
    tokens, subject = sentence.tokens, subjects[0]
    plural = "Number=Plur" in tokens[subject].feats
    found = Candidate("lead-in-actor", 134, 0, sentence, subject, None)
    if plural or tokens[subject].lemma.lower() in layout.ruleset.list("lot"):
        wanted = _EXAMPLE if plural else _OWNER
        tied = sentence.children(subject, "nmod")
        cases = {i: {tokens[c].text.lower() for c in sentence.children(i, "case")} for i in tied}
        named = (
            i
            for i in tied
            if tokens[i].ner.endswith("PER") and (cases[i] & wanted or (not plural and tokens[i].rel == "nmod:poss"))
        )
        person = next(named, None)
        return None if person is None else replace(found, head=person)
    return found if sort(found, layout.ruleset) in ("person", "persons", "pronoun") else None


def _urged(c: Candidate, layout: Layout) -> bool:
    """Whether the subject is only told something (``All are urged to stay calm.``); who is asked answers."""
    lemma = c.sentence.tokens[c.cue].lemma.lower() if c.cue is not None else "ask"
    return lemma != "ask" and lemma in layout.ruleset.list("told") and passive(c, layout)


Step = Literal["colon", "cue", "actor", "hint"]
_STEPS: Mapping[Step, Callable[[Sentence, Layout], Candidate | None]] = {
    "colon": _announced,
    "cue": _cued,
    "actor": _actor,
    "hint": _hinted,
}


def floating(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 5: a paragraph of nothing but quotation: the last speaker goes on."""
    last: Draft | None = None
    for d in drafts:
        if (
            d.choice is None
            and d.opens
            and not d.asks
            and last is not None
            and d.quoted.paragraph - last.quoted.paragraph <= _FAR
        ):
            d.take(last, "floating")
        if d.choice is not None and (d.opens or _closed(d, layout)):
            last = d


def _closed(d: Draft, layout: Layout) -> bool:
    """Whether the next paragraph may go on: the cue stands behind the marks (``has hit "a pothole," Lind wrote.``), or the
    quotation ends its paragraph (``now said Park had "the duty to bring us together."``), or is a whole clause."""
    cue = _cue(d.choice)
    if d.choice is None or cue is None:
        return False
    last = layout.document.paragraphs[d.quoted.paragraph][1] - d.quoted.outer_end <= 1 and d.choice.order < STRONG
    return last or cue >= d.quoted.outer_end or (d.choice.direct and d.words > _SHORT)
