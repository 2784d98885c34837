"""Where quotations and parsed sentences lie, looked up by offset in logarithmic time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.counted import counted
from quotes.attribute.dateline import undated
from quotes.attribute.parted import parted
from quotes.match import Match, match
from quotes.model import Document, Quoted, Sentence
from quotes.ruleset import Ruleset

_CLOSES = re.compile(r"[.!?:;…—–-][\"”’')\]]*\s*$")
_LOOK = 40
"""Characters before a quotation that tell whether it begins a sentence."""


def relemma(sentence: Sentence, ruleset: Ruleset) -> Sentence:
    """The sentence with the rules' lemma for every word whose form they know (a parser's ``prais`` becomes ``praise``)."""
    known = ruleset.lemmas
    changed = False
    tokens = list(sentence.tokens)
    for i, t in enumerate(tokens):
        lemma = known.get(t.upos, {}).get(t.text.lower())
        if lemma is not None and lemma != t.lemma:
            tokens[i] = replace(t, lemma=lemma)
            changed = True
    return replace(sentence, tokens=tuple(tokens)) if changed else sentence


class Layout:
    """An article's parsed sentences and quotations, in text order, with what the sieves ask of them again and again."""

    def __init__(self, document: Document, quoted: Sequence[Quoted], ruleset: Ruleset) -> None:
        self.document = document
        self.text = document.article.text
        self.quoted = quoted
        self.ruleset = ruleset
        heads = {start for start, _ in document.paragraphs}
        ordered = sorted(document.sentences, key=lambda s: s.start)
        known = (parted(counted(relemma(s, ruleset), ruleset), ruleset) for s in ordered)
        self.sentences = [undated(s, self.text) if s.start in heads else s for s in known]
        self._starts = [s.start for s in self.sentences]
        self._opens = [q.outer_start for q in quoted]
        self._covered: dict[int, frozenset[int]] = {}
        self._matches: dict[int, list[Match]] = {}

    def at(self, offset: int) -> Sentence | None:
        """The parsed sentence that holds the offset."""
        i = bisect_right(self._starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def before(self, offset: int) -> Sentence | None:
        """The last parsed sentence that ends at or before the offset."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self.sentences[i].end > offset:
            i -= 1
        return self.sentences[i] if i >= 0 else None

    def after(self, offset: int) -> Sentence | None:
        """The first parsed sentence that starts at or after the offset."""
        i = bisect_left(self._starts, offset)
        return self.sentences[i] if i < len(self.sentences) else None

    def overlapping(self, start: int, end: int) -> list[Sentence]:
        """Parsed sentences that share text with the span."""
        i = max(0, bisect_right(self._starts, start) - 1)
        out = []
        while i < len(self.sentences) and self.sentences[i].start < end:
            if self.sentences[i].end > start:
                out.append(self.sentences[i])
            i += 1
        return out

    def quotations(self, start: int, end: int) -> Sequence[Quoted]:
        """Quotations that share text with the span, marks included."""
        i = max(0, bisect_right(self._opens, start) - 1)
        if i < len(self.quoted) and self.quoted[i].outer_end <= start:
            i += 1
        return self.quoted[i : bisect_left(self._opens, end)]

    def covered(self, sentence: Sentence) -> frozenset[int]:
        """Token indices that lie within quotation marks, marks included."""
        if sentence.index not in self._covered:
            spans = [(q.outer_start, q.outer_end) for q in self.quotations(sentence.start, sentence.end)]
            inside = (i for i, t in enumerate(sentence.tokens) if any(t.start < e and t.end > s for s, e in spans))
            self._covered[sentence.index] = frozenset(inside)
        return self._covered[sentence.index]

    def matches(self, sentence: Sentence) -> list[Match]:
        """Tree rules that hold outside the quotation marks of the sentence."""
        if sentence.index not in self._matches:
            barred = self.covered(sentence)
            found = match(sentence, self.ruleset)
            tokens = sentence.tokens
            tied = {
                i for i, t in enumerate(tokens) if t.rel == "acl" and t.head in barred
            }  # "no evidence" confirming Park's "role"
            self._matches[sentence.index] = [m for m in found if m.cue not in barred | tied and m.speaker not in barred]
        return self._matches[sentence.index]

    def gap(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]

    def opens(self, quoted: Quoted) -> bool:
        """Whether a quotation begins a sentence of its own, or follows a colon."""
        start = self.document.paragraphs[quoted.paragraph][0]
        before = self.text[max(start, quoted.outer_start - _LOOK) : quoted.outer_start]
        return not before.strip(" \"“”'‘’—–-…") or bool(_CLOSES.search(before))
