"""Measures against the target that are themselves spoken of: "the sanctions should be lifted", and the estate they hit."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.argument import Argument
from quotes.stance.mentions import Hold
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.values import Entry
from quotes.stance.view import View, clue

_ESTATE = 0.8
"""How far a measure against the banks, the oil or the ships of the target is one against the target."""
_EASED = 1.1
_KEPT = -1.0


def estate(view: View, entry: Entry, token: int) -> Hold | None:
    """What the target lives on, which measures hit in its stead ("an embargo on Lodvian oil"), and its accounts of things."""
    if entry.id in view.rules.words["cancellings"] and view.has(token, "encounters"):
        whose = view.s.children(token, "amod", "compound", "nmod:poss")
        return next((Hold(c, c, "owns", 0.9) for c in whose if c in view.names.excluded or c in view.holds), None)
    hit = entry.kind in ("counteract", "ease") and view.has(token, "estate")
    if not hit and not (entry.id in view.rules.words["trusts"] and view.has(token, "accounts")):
        return None
    owners = (c for c in view.s.children(token, "amod", "compound", "nmod:poss") if c in view.names.excluded)
    return next((Hold(token, c, "owns", _ESTATE) for c in owners), None)


def is_spoken_of(view: View, measure: Predicate) -> bool:
    """Whether a measure, named by a noun, is called bad, or is itself lifted or kept: then naming it is no position."""
    harmful = (q for q in view.predicates if q.entry.kind in ("bad", "violence") and q.entry.agent < 0)
    bad = (q for q in harmful if q.start != measure.start)
    if any(a.role == "agent" and a.token == measure.token for q in bad for a in arguments(view.s, q, view.rules)):
        return True  # "the sanctions on Russia are a mistake"
    return any(True for _ in _easings(view, measure))


def is_dismissed(view: View, charge: Predicate, ending: str = "") -> bool:
    """Whether an accusation, named by a noun, is itself called nonsense, by a path with this ending."""
    found = _called_nonsense(view, charge.start)
    return any(a.token == charge.token and a.path.endswith(ending) for a in found)


def in_dismissed(view: View, token: int) -> bool:
    """Whether a deed stands under the noun for an accusation that is called nonsense."""
    over = {a for a in view.s.ancestors(token) if view.has(a, "accusations")}
    return bool(over) and any(a.token in over for a in _called_nonsense(view))


def _called_nonsense(view: View, but: int = -1) -> Iterator[Argument]:
    """What the words that reject an accusation are said of; the word that starts at ``but`` is left out."""
    words = (q for q in view.predicates if q.entry.defence and q.start != but)
    return (a for q in words for a in arguments(view.s, q, view.rules))


def eased(view: View, p: Predicate, weight: float) -> Clue | None:
    """Who asks that a measure against the target be lifted speaks for it, who asks that it be not, against it."""
    for verb in _easings(view, p):
        if verb not in view.part.quoted:
            continue
        scope = view.scope(Predicate(verb, verb, verb + 1, p.entry, "verb"), False)
        if not (scope.deontic or _is_wished(view, verb)) or "view of others" in scope.notes or _is_conditional(view, verb):
            return None  # "were lifted in May", "should be lifted only after the war"
        return clue(view, p, "eased", (_EASED if scope.sign > 0 else _KEPT) * scope.factor * weight, scope)
    return None


def _easings(view: View, p: Predicate) -> Iterator[int]:
    """The verbs whose subject in the passive, or at all for verbs of ending, is the measure."""
    t = view.s.tokens[p.token]
    if p.entry.kind != "counteract" or p.part != "noun" or t.base not in ("nsubj", "obj") or t.head < 0:
        return
    if t.base == "obj":  # "we want the sanctions lifted"
        done = (*view.s.children(t.head, "xcomp"), *view.s.children(p.token, "acl", "acl:relcl"))
        if view.has(t.head, "wishes"):
            yield from (c for c in done if view.s.tokens[c].xpos in ("VBN", "VBD") and view.has(c, "easings"))
        return
    verbs = (t.head, *view.s.children(t.head, "xcomp", "conj"))
    for verb in verbs:
        passive = bool(view.s.children(verb, "aux:pass", "nsubj:pass"))
        if view.has(verb, "endings") or (passive and view.has(verb, "easings")):
            yield verb


def _is_wished(view: View, verb: int) -> bool:
    """Time that they were lifted; we want them to be lifted."""
    return any(view.has(a, "wishes") for a in view.s.ancestors(verb) if a in view.part.quoted)


def _is_conditional(view: View, verb: int) -> bool:
    """Lifted only after, once, when or if something else happens."""
    clauses = view.s.children(verb, "advcl", "obl", "advmod")
    return any(
        view.has(k, "provisos") and not view.s.children(k, "case")  # but "at once"
        for c in clauses
        for k in (c, *view.s.children(c, "mark", "advmod", "case"))
    )
