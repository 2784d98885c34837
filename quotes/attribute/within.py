"""Sieve 1: the speaker in the sentence of the quotation, by surface patterns beside the marks and by tree rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.match import Match, encode, surface
from quotes.model import Quoted, Sentence, Token
from quotes.ruleset import Side

_REACH = 60
"""Tokens on either side of the marks that a surface pattern may see; the longest apposition in the training articles has 41."""
_STRONG = 40
"""Rules below this order are verbs of saying and their like; a fragment under several cues goes to these first."""
_YIELD = 10
_THIRD = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})
"""A pronoun below a verb of saying mostly is its subject again ("she said she called it a 'farce'"): the outer mention counts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker of a quotation: the word that heads the mention, the cue, and the rule that found them."""

    rule: str
    order: int
    distance: int
    sentence: Sentence
    head: int
    cue: int | None
    direct: bool = False
    """The quotation itself is what the cue reports, not a fragment somewhere below it."""


def candidates(quoted: Quoted, layout: Layout) -> list[Candidate]:
    """All speakers that sieve 1 proposes for the quotation, best first."""
    found = [*_beside(quoted, layout, "after"), *_beside(quoted, layout, "before"), *_tree(quoted, layout)]
    return sorted(found, key=lambda c: (c.order, c.distance))


def _beside(quoted: Quoted, layout: Layout, side: Side) -> Iterator[Candidate]:
    sentence, indices = _stream(quoted, layout, side)
    if sentence is None or not indices:
        return
    tokens = [sentence.tokens[i] for i in indices]
    code, starts = encode(tokens)
    for pattern in layout.ruleset.patterns:
        if pattern.side != side:
            continue
        hit = surface(pattern, code, starts)
        if hit is None or hit.np is None:
            continue
        cue = indices[hit.cue] if hit.cue is not None else None
        head = head_of(sentence, indices[hit.np[0]], indices[hit.np[1] - 1] + 1, cue)
        if head is not None and not (side == "before" and _oblique(sentence, head, cue)):
            yield Candidate(pattern.id, pattern.order, hit.length, sentence, head, cue, direct=True)


def _oblique(sentence: Sentence, head: int, cue: int | None) -> bool:
    """Whether the noun phrase hangs on a preposition and not on the cue ("In an interview Lee said": not the interview)."""
    return bool(sentence.children(head, "case")) and sentence.tokens[head].head != cue


def _stream(quoted: Quoted, layout: Layout, side: Side) -> tuple[Sentence | None, list[int]]:
    """The tokens beside the marks, up to the next quotation or the sentence's end."""
    if side == "before":
        sentence = layout.at(quoted.outer_start)
        if sentence is None:
            return None, []
        inside = [i for i, t in enumerate(sentence.tokens) if t.end <= quoted.outer_start]
    else:
        sentence = layout.at(max(quoted.outer_end - 1, quoted.start))
        inside = [] if sentence is None else [i for i, t in enumerate(sentence.tokens) if t.start >= quoted.outer_end]
        if not [i for i in inside if sentence and sentence.tokens[i].upos != "PUNCT"]:
            sentence = _split_off(quoted, layout)
            inside = [] if sentence is None else [i for i, t in enumerate(sentence.tokens) if t.start >= quoted.outer_end]
    if sentence is None:
        return None, []
    return sentence, _free(inside, layout.covered(sentence), side)


def _free(indices: list[int], covered: frozenset[int], side: Side) -> list[int]:
    out: list[int] = []
    for i in indices if side == "after" else reversed(indices):
        if i in covered or len(out) == _REACH:
            break
        out.append(i)
    return out if side == "after" else out[::-1]


def _split_off(quoted: Quoted, layout: Layout) -> Sentence | None:
    """The sentence after the quotation where the splitter cut ``"So what?" asked Lee.`` in two."""
    follow = layout.after(quoted.outer_end)
    if follow is None or follow.paragraph != quoted.paragraph or layout.gap(quoted.outer_end, follow.start).strip():
        return None
    first = follow.tokens[0] if follow.tokens else None
    if first is None or not (first.text[0].islower() or quoted_end(layout.text, quoted) or _clause(follow.tokens)):
        return None
    return follow


def quoted_end(text: str, quoted: Quoted) -> bool:
    """Whether the quotation ends without a full stop, so that its sentence may go on behind the mark."""
    return text[quoted.end - 1] in ",?!—–-"


def _clause(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) <= 8 and not any(t.base in ("ccomp", "obj") for t in tokens)


def _tree(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    sentences = layout.overlapping(quoted.outer_start, quoted.outer_end)
    ends = sentences if len(sentences) < 2 else [sentences[0], sentences[-1]]
    for sentence in ends:
        own = frozenset(i for i in sentence.tokens_in(quoted.start, quoted.end) if sentence.tokens[i].upos != "PUNCT")
        if not own:
            continue
        yield from _governing(own, sentence, layout)


def _governing(own: frozenset[int], sentence: Sentence, layout: Layout) -> Iterator[Candidate]:
    """The matches whose reported clause holds the quotation."""
    found = [m for m in layout.matches(sentence) if _reaches(m, own)]
    for m in found:
        below = any(o.rule.order < _STRONG and m.cue in o.region and o.cue != m.cue for o in found)
        yields = below and sentence.tokens[m.speaker].text.lower() in _THIRD
        order = m.rule.order + (_YIELD if yields else 0)
        yield Candidate(m.rule.id, order, len(m.region), sentence, m.speaker, m.cue, any(c in own for c in m.content))


def _reaches(m: Match, own: frozenset[int]) -> bool:
    if m.rule.reach == "head":
        return any(c in own for c in m.content)
    return len(own & m.region) >= 0.5 * len(own)
