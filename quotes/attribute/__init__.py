"""Quotation + matches -> ``Attribution``: ordered sieves, most precise first; what stays ambiguous stays unattributed."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.below import signed
from quotes.attribute.called import names
from quotes.attribute.chain import ask, continue_paragraph, floating, join, look_ahead, part
from quotes.attribute.draft import Draft
from quotes.attribute.entry import headed
from quotes.attribute.free import goes_on
from quotes.attribute.headline import headline
from quotes.attribute.indirect import reported
from quotes.attribute.keep import keep
from quotes.attribute.layout import Layout
from quotes.attribute.lead import lead_in, led_out
from quotes.attribute.paste import own, pasted, prompted
from quotes.attribute.rank import candidates
from quotes.attribute.record import records
from quotes.attribute.turn import turn
from quotes.attribute.weigh import features
from quotes.model import Attribution, Document, Quoted
from quotes.ruleset import Ruleset

__all__ = ["attribute", "evidence"]


def attribute(document: Document, quoted: Sequence[Quoted], ruleset: Ruleset, *, indirect: bool = False) -> list[Attribution]:
    """The statements of an article with their sources, in text order.

    ``quoted`` are the spans between quotation marks, in text order; scare quotes, nicknames and titles among them are left out.
    With ``indirect`` also what is reported without marks.
    """
    layout = _layout(document, quoted, ruleset)
    found = [a for a, _ in records(_kept(layout), layout)]
    return sorted([*found, *reported(found, layout)], key=lambda a: a.start) if indirect else found


def evidence(document: Document, quoted: Sequence[Quoted], ruleset: Ruleset) -> list[tuple[Attribution, frozenset[str]]]:
    """As ``attribute``, each with the features its confidence rests on: for fitting the weights."""
    layout = _layout(document, quoted, ruleset)
    return records(_kept(layout), layout)


def _layout(document: Document, quoted: Sequence[Quoted], ruleset: Ruleset) -> Layout:
    """The layout without the marks around names."""
    layout = Layout(document, quoted, ruleset)
    called = names(layout)
    return Layout(document, [q for q in quoted if q not in called], ruleset) if called else layout


def _kept(layout: Layout) -> list[Draft]:
    """The sieves, most precise first; a later one fills only what is empty."""
    drafts = [_draft(q, layout) for q in layout.quoted]
    running = [d for d in drafts if not d.pasted]
    ask(running, layout)
    join(running, layout)
    headed(running, layout)
    signed(drafts, layout)
    part(drafts, layout)
    lead_in(drafts, layout, "colon")
    lead_in(drafts, layout, "cue")
    lead_in(drafts, layout, "actor")
    continue_paragraph(running, layout)
    look_ahead(running, layout)
    lead_in(drafts, layout, "hint")
    continue_paragraph(running, layout)
    floating(running, layout)
    lead_in(drafts, layout, "topic")
    led_out(drafts, layout)
    goes_on(running, layout)
    return keep(drafts, layout)


def _draft(quoted: Quoted, layout: Layout) -> Draft:
    alone = layout.opens(quoted) or prompted(quoted, layout)
    found = candidates(quoted, layout, opens=alone)
    words = len(layout.gap(quoted.start, quoted.end).split())
    named, begin = turn(quoted, layout)
    best = named or headline(quoted, layout) or (found[0] if found else None)
    kind = pasted(quoted, layout)
    best = own(quoted, best, kind, layout) if kind else best
    return Draft(
        quoted,
        words,
        best,
        best.rule if best else None,
        opens=alone or named is not None,
        pasted=kind,
        apart=kind in ("teaser", "example"),
        features=features(found, words, opens=alone),
        start=begin,
    )
