"""Answers to what the target was just said to have done: "there must be a price", "nobody has the right to change borders"."""

from __future__ import annotations

from quotes.model import Clue
from quotes.stance.measures import eased, is_spoken_of
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.view import View, clue
from quotes.stance.weighing import held

_UNASKED = 0.4
"""How far a measure counts that is only spoken of: nobody calls for it, nobody takes it."""
_PRINCIPLE = 0.9
_CRIMES = ("violence", "coercion", "law-breaking")


def reprisal(view: View, p: Predicate, share: float) -> Clue | None:
    """A measure without an object is against whom the words before accuse: "there must be consequences"."""
    e = p.entry
    if share < 1 or e.kind != "counteract" or not e.holder or view.focus <= 0 or view.scene.own_side:
        return None
    if e.id not in view.rules.words["retributions"] or (e.id == "counteract/counter" and p.end - p.start == 1):
        return None
    if p.token not in view.part.quoted or not (_is_accused(view) or e.id in view.rules.words["sanctions"]):
        return None
    if p.part == "noun" and is_spoken_of(view, p):
        return eased(view, p, view.focus)
    found = arguments(view.s, p, view.rules)
    if any(a.role == "theme" and not _points(view, a.token) for a in found):
        return None  # "sanctions on the rebels"
    scope = view.scope(p, False)
    if scope.sign < 0:
        return None
    wanted = 1.0 if scope.deontic or _is_willed(view, p) else _UNASKED
    return clue(view, p, "reprisal", held(view, e, p, scope, found) * view.focus * wanted, scope)


def _is_willed(view: View, p: Predicate) -> bool:
    """Whether the speaker's side will do it, or says that it must be: "we will impose", "there has to be", "it is time for"."""
    s = view.s
    for at in [p.token, *s.ancestors(p.token)][:4]:
        if at not in view.part.quoted:
            return at == view.part.cue and s.tokens[p.token].upos == "VERB"  # said that they should “tighten the sanctions”
        if any(view.who(c) == "self" for c in s.children(at, "nsubj")):
            return True
        if any(view.has(c, "promises") or view.has(c, "deontic") for c in (at, *s.children(at, "aux"))):
            return True
    return False


def principle(view: View, p: Predicate, share: float) -> Clue | None:
    """A kind of deed that is rejected as such, where the target has just been said to have done one."""
    e = p.entry
    if share < 1 or e.agent > -1.0 or e.kind not in _CRIMES or view.focus <= 0 or view.scene.own_side or not _is_accused(view):
        return None
    doers = [a.token for a in arguments(view.s, p, view.rules) if a.role == "agent" and not p.spells(a.token)]
    doers = [x for x in doers if not view.has(x, "allowances")]
    if p.token not in view.part.quoted or any(not _is_anybody(view, x) for x in doers) or not _is_ruled_out(view, p):
        return None
    return clue(view, p, "principle", _PRINCIPLE * e.agent * view.focus)


def _is_accused(view: View) -> bool:
    return view.accused or view.deed.by > 0


def _points(view: View, token: int) -> bool:
    return view.s.tokens[token].text.lower() in view.rules.words["demonstratives"]


def _is_anybody(view: View, token: int) -> bool:
    """Nobody, no state, one, a country: who might do such a thing at all."""
    t = view.s.tokens[token]
    if t.upos == "PRON" and view.who(token) != "self":
        return view.has(token, "negators") or view.has(token, "anybodies")
    general = any(view.s.tokens[c].text.lower() in ("no", "any", "a", "an", "one") for c in view.s.children(token, "det"))
    return general and (view.has(token, "states") or view.has(token, "anybodies"))


def _is_ruled_out(view: View, p: Predicate) -> bool:
    """No right to, no excuse for, cannot accept, is unacceptable."""
    s = view.s
    for at in [*range(p.start, p.end), *s.ancestors(p.token)]:
        if at not in view.part.quoted:
            break
        below = [at, *s.children(at, "nsubj", "nsubj:pass", "obj", "csubj")]
        denied = any(view.has(c, "negators") for x in below for c in (x, *s.children(x, "det", "advmod")))
        if view.has(at, "follies") or (denied and any(view.has(x, "allowances") for x in below)):
            return True
    return False
