"""Free indirect speech: a fragment in a sentence without a cue, behind a sentence that reports somebody."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout
from quotes.attribute.sort import VOICES, sort_at
from quotes.match import Match
from quotes.model import Sentence

_FRAGMENT = 4
"""Words of the shortest fragment that surely is said: shorter ones mostly are terms and titles."""
_MAIN = frozenset({"root", "conj", "parataxis"})


def goes_on(drafts: Sequence[Draft], layout: Layout) -> None:
    """Give a fragment the source of the sentence right before, in its paragraph: ``Lind said the quay was lost. The new one would
    cost "the price of a small town".``"""
    for d in drafts:
        if d.choice is None and d.joins is None and not d.opens and d.quoted.closed and d.words >= _FRAGMENT:
            found = _reported(d, layout)
            if found is not None:
                d.choice, d.rule = found, found.rule


def _reported(d: Draft, layout: Layout) -> Candidate | None:
    """The source of the main verb of saying of the sentence before, where this one brings in nobody else."""
    sentence = layout.at(d.quoted.outer_start)
    before = None if sentence is None else layout.before(sentence.start)
    if sentence is None or before is None or before.paragraph != sentence.paragraph:
        return None
    if layout.gap(before.end, sentence.start).strip() or _other(sentence, layout):
        return None
    main = next((m for m in layout.matches(before) if _says(m, before, layout)), None)
    return None if main is None else Candidate("free-indirect", 145, 0, before, main.speaker, main.cue)


def _says(m: Match, sentence: Sentence, layout: Layout) -> bool:
    """Whether a match is that of a main verb that hardly means anything but saying."""
    cue = sentence.tokens[m.cue]
    known = cue.lemma.lower() in layout.ruleset.list("core") | layout.ruleset.list("source")
    return m.rule.order < STRONG and known and (cue.base in _MAIN or m.rule.id == "according-to")


def _other(sentence: Sentence, layout: Layout) -> bool:
    """Whether a sentence has a source of its own, or tells of somebody by name."""
    if any(m.rule.order < STRONG for m in layout.matches(sentence)):
        return True
    barred = layout.covered(sentence)
    named = (i for i, t in enumerate(sentence.tokens) if t.base == "nsubj" and t.upos == "PROPN" and i not in barred)
    return any(sort_at(sentence, i, layout.ruleset) in VOICES for i in named)
