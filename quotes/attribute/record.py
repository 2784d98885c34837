"""Finished drafts as ``Attribution`` values: joined segments, statement groups, repeated paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.candidate import Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.keep import fold
from quotes.attribute.layout import Layout
from quotes.attribute.mention import mention, others, prepositions
from quotes.attribute.sort import sort
from quotes.attribute.weigh import confidence
from quotes.model import Attribution, Cue, Kind, Sentence, Span

_FRAGMENT = 3
"""Words; a span that begins inside the reporter's sentence and has no more is a fragment."""
_APART = frozenset({"byline", "before-colon-place", "list-heading"})
"""What stands behind the comma is where somebody works: ``Anna Lind, Daily Herald``."""
_TIMES = frozenset({"during", "in", "on", "since"})
Evidence = tuple[Attribution, frozenset[str]]


def records(drafts: Sequence[Draft], layout: Layout) -> list[Evidence]:
    """One record per statement, in text order, with the features behind its confidence.

    The second printing of a statement raises ``repeated`` of the first.
    """
    groups: dict[int, list[Draft]] = {}
    for d in drafts:
        groups.setdefault(id(d.lead), []).append(d)
    numbers: dict[tuple[int, int], int] = {}
    out = [_record(group, number, numbers, layout) for number, group in enumerate(groups.values())]
    return _once(out, layout)


def _record(group: Sequence[Draft], number: int, numbers: dict[tuple[int, int], int], layout: Layout) -> Evidence:
    lead = group[0]
    segments: tuple[Span, ...] = tuple((d.start, d.quoted.end) for d in group)
    choice = lead.choice
    if choice is not None and choice.cue is not None:
        number = numbers.setdefault((choice.sentence.index, choice.cue), number)
    last = group[-1].quoted
    flags = () if last.closed or last.style == "none" else ("unclosed",)
    if choice is None:
        return Attribution(segments, kind(lead, layout), lead.quoted.paragraph, number, flags=flags), lead.features
    barred = layout.covered(choice.sentence) | _when(choice, layout)
    if choice.cue is not None and choice.sentence.tokens[choice.cue].rel == "amod":
        barred |= {choice.cue}  # "...," noted project members
    if lead.rule == "transcript":  # the label stands inside the marks
        barred = frozenset(i for i in barred if choice.sentence.tokens[i].start >= lead.start)
    also = others(choice.sentence, choice.head, barred)
    if lead.rule == "transcript":
        also = ()  # a turn has one voice: "RFE/RL:"
    if lead.rule in _APART:
        also = tuple(m for m in also if "," not in layout.gap(choice.sentence.tokens[choice.head].end, m.start))
    known = lead.features | {sort(choice, layout.ruleset)}
    found = Attribution(
        segments,
        kind(lead, layout),
        lead.quoted.paragraph,
        number,
        _cue(choice),
        mention(choice.sentence, choice.head, barred),
        also,
        lead.rule,
        confidence(lead.rule or "", known, layout.ruleset),
        flags=(*flags, "joint") if also else flags,
    )
    return found, known


def _when(choice: Candidate, layout: Layout) -> frozenset[int]:
    """Times that the tree ties to the speaker: ``The court on 3 January ruled``, ``A spokesman since Sunday has said``."""
    tokens, times = choice.sentence.tokens, layout.ruleset.list("time")
    behind = (i for i in choice.sentence.children(choice.head, "nmod") if i > choice.head)
    dated = (i for i in behind if any(tokens[k].lemma.lower() in times for k in (i, *choice.sentence.children(i, "nmod"))))
    return frozenset(i for i in dated if prepositions(choice.sentence, i) & _TIMES)


def _cue(choice: Candidate) -> Cue | None:
    if choice.cue is None:
        return None
    token = choice.sentence.tokens[choice.cue]
    return Cue(token.start, token.end, token.lemma, choice.sentence.index, choice.cue)


def kind(lead: Draft, layout: Layout) -> Kind:
    """direct: whole clauses in marks; mixed: a fragment inside the reporter's sentence."""
    if lead.opens:
        return "direct"
    if lead.choice is None or not lead.choice.direct or lead.words <= _FRAGMENT:
        return "mixed"
    sentence = layout.at(lead.quoted.outer_start)
    before = [] if sentence is None else [t for t in sentence.tokens if t.end <= lead.quoted.outer_start]
    cue = lead.choice.sentence.tokens[lead.choice.cue] if lead.choice.cue is not None else None
    clause = before and (before[-1] is cue or before[-1].upos == "PUNCT" or before[-1].lemma == "that")
    return "direct" if clause and _whole(lead, layout, sentence) else "mixed"


def _whole(lead: Draft, layout: Layout, sentence: Sentence | None) -> bool:
    """Whether the marks hold a clause: a finite verb, or a capital and a full stop ("Never again.")."""
    words = layout.text[lead.start : lead.quoted.end]
    if words[:1].isupper() and words.rstrip()[-1:] in (".", "!", "?"):
        return True
    inside = [] if sentence is None else [sentence.tokens[i] for i in sentence.tokens_in(lead.start, lead.quoted.end)]
    return any("VerbForm=Fin" in t.feats or "Mood=Imp" in t.feats for t in inside)


def _once(found: Sequence[Evidence], layout: Layout) -> list[Evidence]:
    """Each statement once: it is printed twice only with the whole paragraph around it. Of a pull quote and the statement whose
    first paragraph it prints the statement is kept."""
    paragraphs = layout.document.paragraphs
    same: dict[str, int] = {}
    first_print = {
        p: same.setdefault(fold(layout.text[slice(*paragraphs[p])]), p) for p in sorted({a.paragraph for a, _ in found})
    }
    out: dict[int, Evidence] = {}
    first: dict[tuple[int, int], int] = {}
    for number, (a, known) in enumerate(found):
        key = (first_print[a.paragraph], a.start - paragraphs[a.paragraph][0])
        before = out.get(first.get(key, -1))
        if before is None or a.paragraph == before[0].paragraph:
            first.setdefault(key, number)
            out[number] = a, known
        elif len(a.segments) > len(before[0].segments):
            del out[first[key]]
            first[key] = number
            out[number] = replace(a, repeated=before[0].repeated + 1), known
        else:
            out[first[key]] = replace(before[0], repeated=before[0].repeated + 1), known
    return list(out.values())
