"""Indirect quotations: what a cue reports without marks ("X said that ...")."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.layout import Layout
from quotes.attribute.mention import mention, others
from quotes.attribute.weigh import confidence
from quotes.match import Match, contents, region
from quotes.model import Attribution, Cue, Sentence, Span

_FEWEST = 3
"""Words; shorter contents ("he said so") carry no statement."""


def reported(found: Sequence[Attribution], layout: Layout) -> list[Attribution]:
    """One ``indirect`` attribution for every cue with a reported clause, unless the cue already governs a quotation."""
    used = {(a.cue.sentence, a.cue.token) for a in found if a.cue is not None}
    number = 1 + max((a.statement for a in found), default=-1)
    out: list[Attribution] = []
    for sentence in layout.sentences:
        for m in _by_cue(sentence, layout):
            span = _content(m, sentence, layout)
            if span is not None and (sentence.index, m.cue) not in used:
                out.append(_record(m, span, sentence, layout, number + len(out)))
    return out


def _by_cue(sentence: Sentence, layout: Layout) -> list[Match]:
    """One match per cue that can report without marks: the first rule's."""
    first: dict[int, Match] = {}
    for m in layout.matches(sentence):
        if m.rule.indirect:
            first.setdefault(m.cue, m)
    return list(first.values())


def _content(m: Match, sentence: Sentence, layout: Layout) -> Span | None:
    """The clause that the cue reports; None where it is too short, or in marks to its greater part."""
    tops = contents(m.rule.indirect, sentence, m.cue, layout.ruleset)
    own = region(sentence, m.cue, tops) - set(sentence.subtree(m.speaker))
    words = [i for i in sorted(own) if sentence.tokens[i].upos != "PUNCT" and sentence.tokens[i].rel != "mark"]
    if len(words) < _FEWEST or len(set(words) & layout.covered(sentence)) > len(words) / 2:
        return None
    return sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end


def _record(m: Match, span: Span, sentence: Sentence, layout: Layout, number: int) -> Attribution:
    cue, barred = sentence.tokens[m.cue], layout.covered(sentence)
    return Attribution(
        (span,),
        "indirect",
        sentence.paragraph,
        number,
        Cue(cue.start, cue.end, cue.lemma, sentence.index, m.cue),
        mention(sentence, m.speaker, barred),
        others(sentence, m.speaker, barred),
        m.rule.id,
        confidence(m.rule.id, ("indirect",), layout.ruleset),
    )
