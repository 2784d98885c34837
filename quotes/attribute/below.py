"""Sieve 1 over the end of the sentence: who signs a quotation below it, is told in a short paragraph below, or in the sentence
behind that points back to it (``"We will wait." The mayor said this on Monday.``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.candidate import Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.keep import alone
from quotes.attribute.layout import Layout
from quotes.attribute.mention import prepositions
from quotes.attribute.sort import VOICES, sort
from quotes.attribute.within import adjacent
from quotes.model import Sentence

_DASHES = frozenset("-—–―‒")
_SIGNED, _WRITTEN = frozenset({"sign-off", "sign-off-on"}), frozenset({"byline", "byline-paper"})
_TAGS, _TAG = frozenset({"after-np-verb", "after-np-phrasal", "after-verb-np"}), 12
"""Rules that find a speaker in the paragraph below a quotation, and how many tokens it may have."""
_PUT = frozenset({"after-was-how", "after-was-word"})
_BARE = 4
"""Tokens of a tag that leads to no other quotation either (``Anna Lind says.``)."""
_LOOK = 40
"""Characters between a quotation and a sentence beside it."""
_THIS = frozenset({"it", "so", "such", "that", "these", "this", "thus"})
_ALSO = frozenset({"also", "too"})
"""With them the sentence tells that another says the same."""
_AGAIN = frozenset({"word"})
_CONTENT = ("ccomp", "xcomp", "parataxis")


def signed(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 1 over the paragraph's edge: the line below a quotation is a dash and a name, or a name and a paper.

    It signs all paragraphs of a quotation, and stands below the last.
    """
    for d in drafts:
        below = layout.after(d.quoted.outer_end) if d.lead.choice is None else None
        if below is None or not below.tokens or below.start - d.quoted.outer_end > _LOOK:
            continue
        if len(layout.gap(d.quoted.outer_end, below.start).split()) > 1:
            continue  # "We saw it," one member of the / Harbour Church, where Lind was; not: says / Anna Lind, teacher
        signs = _SIGNED if below.tokens[0].text in _DASHES else _WRITTEN
        found = [c for c in adjacent(below, range(len(below.tokens)), "after", layout, ".") if c.rule in signs]
        best = min(found, key=lambda c: c.order, default=None) or _tagged(d, below, layout) or _pointed(d, below, layout)
        if best and (best.rule != "byline" or (d.opens and sort(best, layout.ruleset) in VOICES)):
            d.lead.choice, d.lead.rule = best, best.rule


def _tagged(d: Draft, below: Sentence, layout: Layout) -> Candidate | None:
    """Who says a paragraph of nothing but quotation in the short one below it, which reports nothing else and leads to no other:
    ``One of the captains chipped in.``, ``Lind wrote on her page.``"""
    behind = len(below.tokens) > _BARE and layout.quotations(below.end, below.end + _LOOK)
    short = below.paragraph == d.quoted.paragraph + 1 and len(below.tokens) <= _TAG and alone(d, layout)
    if not short or behind or layout.covered(below) or below.end < layout.document.paragraphs[below.paragraph][1] - 1:
        return None
    lists = layout.ruleset
    verbs = (lists.list("core") | lists.list("tag")) - lists.list("react")
    bare = not below.children(below.root, "ccomp", "obj", "xcomp", "advcl", "aux")
    if not bare or below.tokens[below.root].lemma.lower() not in verbs:
        return None
    found = adjacent(below, range(len(below.tokens)), "after", layout, layout.text[d.quoted.end - 1])
    best = next((c for c in found if c.rule in _TAGS and c.cue == below.root), None)
    return None if best is None else replace(best, rule="lead-in-cue", order=132)


def _pointed(d: Draft, behind: Sentence, layout: Layout) -> Candidate | None:
    """Who says it in the sentence behind, which only takes it up: ``Lind said this on Monday.``, ``This was stated by Lind.``,
    ``These were the words of Lind.``, ``That is how Lind put it.``"""
    if layout.covered(behind) or behind.paragraph > d.quoted.paragraph + 1:
        return None
    put = next((c for c in adjacent(behind, range(len(behind.tokens)), "after", layout) if c.rule in _PUT), None)
    main = (behind.root, *behind.children(behind.root, "ccomp"))
    found = put or next((c for i in main if (c := _taken_up(i, behind, layout))), None)
    return None if found is None else replace(found, rule="lead-in-cue", order=132)


def _taken_up(i: int, sentence: Sentence, layout: Layout) -> Candidate | None:
    """Who says "this" by the verb or noun of saying at a token."""
    tokens, lists = sentence.tokens, layout.ruleset
    around = {r: sentence.children(i, r) for r in ("nsubj", "obj", "advmod", "obl:agent", "nmod", "nmod:poss")}
    back = [c for r in ("nsubj", "obj", "advmod") for c in around[r] if tokens[c].text.lower() in _THIS]
    also = any(tokens[c].text.lower() in _ALSO for c in around["advmod"])
    if not back or also or sentence.children(i, *_CONTENT):
        return None
    if tokens[i].upos == "NOUN":  # these were the words of Lind
        whose = [c for c in around["nmod"] if prepositions(sentence, c) == {"of"}] + around["nmod:poss"]
        head = next(iter(whose), None) if tokens[i].lemma.lower() in _AGAIN else None
    elif tokens[i].lemma.lower() not in lists.list("core"):
        head = None
    else:
        taken = "nsubj" in {tokens[c].base for c in back}  # This was said by Lind; So says Lind, an object to a parser
        who = around["obl:agent"] + around["obj"] if taken else [c for c in around["nsubj"] if c not in back]
        head = next(iter(who), None)
    words = {tokens[c].lemma.lower() for c in (head, *sentence.children(head, "det"))} if head is not None else set()
    if head is None or words & (lists.list("outlets") | lists.list("nobody")):
        return None
    return Candidate("lead-in-cue", 132, 0, sentence, head, i)
