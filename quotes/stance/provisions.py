"""Entries that count only under a proviso: what is refused was owed, who crosses is a force, who pays is a secret service."""

from __future__ import annotations

from dataclasses import replace

from quotes.stance.argument import Argument
from quotes.stance.mentions import Hold, bearer
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases
from quotes.stance.view import View

_OWED = frozenset(["shortfall/fail", "shortfall/refuse", "shortfall/unwilling", "shortfall/choose-not"])
_MARCH = "coercion/march-in"
_PROVISOS = _OWED | {_MARCH, "coercion/secretly-run", "counteract/call-off"}


def settle(view: View) -> View:
    """A view without the predicates whose proviso is not met: a verb like "run" is then an ordinary word for all others."""
    unmet = [p for p in view.predicates if p.entry.id in _PROVISOS and not _is_met(view, p)]
    return replace(view, predicates=tuple(p for p in view.predicates if p not in unmet)) if unmet else view


def _is_met(view: View, p: Predicate) -> bool:
    if p.entry.id in view.rules.words["cancellings"]:
        return p.token in view.part.quoted  # what he says of it counts, not that he did
    known = ((a, h) for a in arguments(view.s, p, view.rules) if (h := bearer(view.s, view.holds, a.token)) is not None)
    doers = [(a, h) for a, h in known if a.role == "agent" and h.bond == "is"]
    if p.entry.id in _OWED:
        return bool(doers) and _is_owed(view, p)
    if p.entry.id == _MARCH:
        return any(_marches_in(view, p, a, h) for a, h in doers)
    return any(h.kind == "intelligence" or view.has(a.token, "secret_services") for a, h in doers)


def _is_owed(view: View, p: Predicate) -> bool:
    """ "Failed to pay", "refused to let us in"; but not "failed to score", "refused to comment"."""
    clauses = view.s.children(p.token, "xcomp", "acl", "ccomp", "advcl")
    inner = [c for i in range(p.start, p.end) for c in view.s.children(i, "xcomp", "acl", "ccomp") if not p.spells(c)]
    for clause in [*clauses, *inner]:
        if view.s.tokens[clause].upos != "VERB":
            continue
        if p.entry.id == "shortfall/refuse":
            return not view.has(clause, "refusable")
        return view.has(clause, "owed") and not (p.entry.id == "shortfall/fail" and view.has(clause, "attempts"))
    return False


def _marches_in(view: View, p: Predicate, a: Argument, hold: Hold) -> bool:
    """Its forces go over a border: "Lodvian troops have entered Sorland", "their tanks crossed into our land"."""
    s = view.s
    if hold.kind == "pronoun" or not view.has(a.token, "forces"):
        return False
    into = [c for c in s.children(p.token, "obl") if cases(s, c) & {"into", "over", "across"}]
    return any(_is_foreign(view, c) for c in (*s.children(p.token, "obj", "nsubj:pass"), *into))


def _is_foreign(view: View, place: int) -> bool:
    """A land that is not the target's: it has a name, or is the speaker's, or a neighbour's."""
    t = view.s.tokens[place]
    if place in view.names.tokens or place in view.holds:
        return False
    known = t.ner.endswith("LOC") or t.lemma.lower() in ("border", "frontier")
    return known or any(view.who(c) == "self" for c in view.s.children(place, "nmod:poss"))
