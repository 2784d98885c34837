"""Finished drafts as ``Attribution`` values: joined segments, statement groups, repeated paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.draft import Draft
from quotes.attribute.keep import fold
from quotes.attribute.layout import Layout
from quotes.attribute.mention import mention, others
from quotes.attribute.within import Candidate
from quotes.model import Attribution, Cue, Kind, Span


def records(drafts: Sequence[Draft], layout: Layout) -> list[Attribution]:
    """One record per statement, in text order; the second printing of a statement raises ``repeated`` of the first."""
    groups: dict[int, list[Draft]] = {}
    for d in drafts:
        groups.setdefault(id(d.lead), []).append(d)
    numbers: dict[tuple[int, int], int] = {}
    out: list[Attribution] = []
    for number, group in enumerate(groups.values()):
        out.append(_record(group, number, numbers, layout))
    return _once(out, layout)


def _record(group: Sequence[Draft], number: int, numbers: dict[tuple[int, int], int], layout: Layout) -> Attribution:
    lead = group[0]
    segments: tuple[Span, ...] = tuple((d.start, d.quoted.end) for d in group)
    choice = lead.choice
    if choice is not None and choice.cue is not None:
        number = numbers.setdefault((choice.sentence.index, choice.cue), number)
    if choice is None:
        return Attribution(segments, kind(lead), lead.quoted.paragraph, number, flags=tuple(sorted(lead.flags)))
    barred = layout.covered(choice.sentence)
    return Attribution(
        segments,
        kind(lead),
        lead.quoted.paragraph,
        number,
        _cue(choice),
        mention(choice.sentence, choice.head, barred),
        others(choice.sentence, choice.head, barred),
        lead.rule,
        0.5,
        flags=tuple(sorted(lead.flags)),
    )


def _cue(choice: Candidate) -> Cue | None:
    if choice.cue is None:
        return None
    token = choice.sentence.tokens[choice.cue]
    return Cue(token.start, token.end, token.lemma, choice.sentence.index, choice.cue)


def kind(lead: Draft) -> Kind:
    """direct: whole clauses in marks; mixed: a fragment inside the reporter's sentence."""
    return "direct" if lead.opens or (lead.choice is not None and lead.choice.direct and lead.words > 3) else "mixed"


def _once(found: Sequence[Attribution], layout: Layout) -> list[Attribution]:
    out: list[Attribution] = []
    first: dict[str, int] = {}
    for a in found:
        key = _key(a, layout)
        if key in first and a.paragraph != out[first[key]].paragraph:
            out[first[key]] = replace(out[first[key]], repeated=out[first[key]].repeated + 1)
        else:
            first.setdefault(key, len(out))
            out.append(a)
    return out


def _key(a: Attribution, layout: Layout) -> str:
    """A statement is printed twice only with the paragraph around it."""
    start, end = layout.document.paragraphs[a.paragraph]
    place = a.start - start
    return f"{place}|{fold(layout.text[start:end])}"
