"""Finished drafts as ``Attribution`` values: joined segments, statement groups, repeated paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.draft import Draft
from quotes.attribute.keep import fold
from quotes.attribute.layout import Layout
from quotes.attribute.mention import mention, others
from quotes.attribute.weigh import confidence, mention_feature
from quotes.attribute.within import Candidate
from quotes.model import Attribution, Cue, Kind, Span

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
    flags = tuple(sorted(lead.flags))
    if choice is None:
        return Attribution(segments, kind(lead), lead.quoted.paragraph, number, flags=flags), lead.features
    barred = layout.covered(choice.sentence)
    also = others(choice.sentence, choice.head, barred)
    known = lead.features | {mention_feature(choice)}
    found = Attribution(
        segments,
        kind(lead),
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


def _cue(choice: Candidate) -> Cue | None:
    if choice.cue is None:
        return None
    token = choice.sentence.tokens[choice.cue]
    return Cue(token.start, token.end, token.lemma, choice.sentence.index, choice.cue)


def kind(lead: Draft) -> Kind:
    """direct: whole clauses in marks; mixed: a fragment inside the reporter's sentence."""
    return "direct" if lead.opens or (lead.choice is not None and lead.choice.direct and lead.words > 3) else "mixed"


def _once(found: Sequence[Evidence], layout: Layout) -> list[Evidence]:
    out: list[Evidence] = []
    first: dict[str, int] = {}
    for a, known in found:
        key = _key(a, layout)
        if key in first and a.paragraph != out[first[key]][0].paragraph:
            before = out[first[key]][0]
            out[first[key]] = replace(before, repeated=before.repeated + 1), known
        else:
            first.setdefault(key, len(out))
            out.append((a, known))
    return out


def _key(a: Attribution, layout: Layout) -> str:
    """A statement is printed twice only with the paragraph around it."""
    start, end = layout.document.paragraphs[a.paragraph]
    place = a.start - start
    return f"{place}|{fold(layout.text[start:end])}"
