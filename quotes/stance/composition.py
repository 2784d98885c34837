"""How a sign changes on the way from an evaluation up to the quoted speaker."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Sentence
from quotes.stance.beliefs import THIRD, held_view
from quotes.stance.operators import ANY, modifiers, operator, outer_modifiers
from quotes.stance.predicates import Predicate
from quotes.stance.questions import answers_itself
from quotes.stance.values import StanceRules
from quotes.stance.walk import Frame, Holder, Walk, asks

_UP = 7
_NONE = 0.2
"""How far a deed counts of which it is said that there is none: "no race that Lodvia spoiled"."""
_COMPLEMENTS = ("xcomp", "ccomp", "obj", "obl", "csubj", "nsubj", "acl", "nmod", "advcl", "iobj", "parataxis")


@dataclass(frozen=True, slots=True)
class Scope:
    """What stands between an evaluation and the speaker."""

    sign: float = 1.0
    factor: float = 1.0
    deontic: bool = False
    pending: bool = False
    """Under when, until, once, unless: not yet so."""
    notes: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """Multiplier of the evaluation's weight."""
        return self.sign * self.factor


def compose(s: Sentence, p: Predicate, rules: StanceRules, who: Holder, frame: Frame) -> Scope:
    """The scope of a predicate: what negation, denial, doubt and other holders between it and the speaker make of it."""
    walk = Walk(s, p, rules, who, frame)
    at = s.tokens[p.token].head if s.tokens[p.token].rel == "cop" else p.token
    modifiers(walk, at)
    seen = {at}
    for _ in range(_UP):
        if whose := held_view(walk, at):
            walk.note(whose, factor=THIRD)
        up = s.tokens[at].head
        if up < 0 or up in seen:
            break
        seen.add(up)
        if not _climb(walk, at, up) or up == frame.cue:
            break
        at = up
    if "any" in walk.notes and walk.sign < 0 and not walk.fixed:
        walk.factor /= ANY  # "not any sanctions" are none
    forbidden = walk.forbidden and "disbelief" not in walk.notes
    if walk.sign < 0 and p.entry.agent < 0 and (walk.deontic or forbidden):
        walk.note("not to be", sign=-1.0)  # "Russia cannot be allowed to redraw the map"
    if any(s.tokens[i].text.lower() == "sooner" and s.tokens[i - 1].text.lower() == "the" for i in range(1, p.start)):
        walk.deontic = True  # "the sooner we talk to them, the better"
    if not frame.fixed and asks(s, p.token) and p.entry.id not in rules.words["asking"]:
        if answers_itself(s, p, rules.words):
            walk.note("asks in vain", sign=-1.0, factor=0.9)
        elif not frame.wish:
            walk.note("question", factor=0.5)
    return Scope(walk.sign, walk.factor, walk.deontic, walk.pending, tuple(walk.notes))


def _climb(w: Walk, at: int, up: int) -> bool:
    """Apply what the word above does to what is below; False ends the climb."""
    rel = w.s.tokens[at].rel
    base = w.s.tokens[at].base
    if rel == "acl" and w.s.tokens[at].xpos in ("VBN", "VBG") and not w.has(up, "accusations"):
        return False  # "a dictator propped up by Russia" says nothing of its parts
    if base == "advcl" and any(w.lemma(c) in ("while", "because", "although", "though") for c in w.s.children(at, "mark")):
        return False  # "we will not be bound by it while Lodvia breaks it"
    if rel == "acl:relcl" and w.p.entry.agent < 0 and not w.fixed and _is_none(w, up):
        w.note("none that did not", sign=-1.0) if w.sign < 0 else w.note("none that did", factor=_NONE)
    if rel in ("acl:relcl",) or (base in ("parataxis", "appos") and not w.has(up, "thinkers")):
        return False
    if base in ("conj", "compound", "amod", "flat", "fixed"):
        outer_modifiers(w, at, up, base)
        return base != "conj" or w.s.tokens[up].upos in ("VERB", "NOUN", "ADJ")
    if base in ("acl", "ccomp") and w.has(up, "facts"):
        return False  # "nothing can hide the fact that"
    if base not in _COMPLEMENTS:
        return True
    operator(w, at, up, base)
    return True


def _is_none(w: Walk, noun: int) -> bool:
    """Whether it is said that there is no such thing: "there has not been a match that Lodvia did not spoil"."""
    up = w.s.tokens[noun].head
    over = w.s.children(up, "advmod", "aux") if up >= 0 and w.s.tokens[noun].base in ("nsubj", "obj") else []
    return any(w.has(c, "negators") for c in (*over, *w.s.children(noun, "det", "advmod")))
