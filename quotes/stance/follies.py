"""What it is called foolish, pointless or empty to do or to say: "it is absurd to claim that", "nothing suggests that"."""

from __future__ import annotations

from quotes.stance.approval import owner
from quotes.stance.charges import UNSHOWN
from quotes.stance.walk import Walk

_NEEDLESS = 0.15
_WISHED = 0.25
"""How far a good deed that one only hopes for or asks for counts."""


def is_folly(w: Walk, up: int) -> bool:
    """Whether what is below is called a mistake, senseless, a dead end."""
    if w.has(up, "follies"):
        return True
    if w.lemma(up) == "end" and any(w.lemma(c) == "dead" for c in w.s.children(up, "amod", "compound")):
        return True
    things = [up, *w.s.children(up, "obj", "nsubj")]
    return any(
        w.has(c, "uses") and any(w.has(d, "negators") or w.lemma(d) == "little" for d in w.s.children(c, "det", "amod"))
        for c in things
    )


def is_unsaid(w: Walk, at: int, up: int, base: str) -> bool:
    """Whether a word above takes back what is below: it is called foolish to say so, nothing suggests it, nobody intends it."""
    entry = w.p.entry
    said = base in ("csubj", "xcomp", "ccomp", "advcl", "acl") and w.has(at, "thinkers") and at != w.p.token
    if said and entry.agent and w.s.tokens[up].upos in ("ADJ", "NOUN") and is_folly(w, up):
        if not _is_denied(w, up):
            w.note("called wrong", sign=-1.0, factor=0.7)  # "it is absurd to say that Lodvia attacked"
        return True
    if base == "acl" and w.lemma(up) in ("nothing", "little") and (w.has(at, "factives") or w.has(at, "thinkers")):
        w.note(f"{w.lemma(up)} shows it", sign=-1.0, factor=UNSHOWN)  # "there is nothing to suggest that Lodvia did it"
        return True
    if base in ("acl", "nmod") and entry.agent < 0 and w.has(up, "purposes") and _is_none(w, up):
        w.note(f"no {w.lemma(up)}", sign=-1.0, factor=0.9)  # "has no interest in attacking", "no plans to invade"
        return True
    if base == "xcomp" and w.lemma(up) in ("need", "have") and _is_denied(w, up):
        w.note("need not", factor=_NEEDLESS)  # "Lodvia does not need to attack": it may or may not
        return True
    if entry.agent > 0 and base in ("xcomp", "ccomp") and w.has(up, "expectations") and owner(w, up) == "self":
        w.note(f"{w.lemma(up)} it", factor=_WISHED)  # "we expect Lodvia to help us"
    return False


def _is_denied(w: Walk, up: int) -> bool:
    """ "It is not absurd to say so", "does not need to"."""
    return any(w.has(c, "negators") for c in w.s.children(up, "advmod"))


def _is_none(w: Walk, noun: int) -> bool:
    """No interest, does not have any plan."""
    over = w.s.tokens[noun].head
    negated = w.s.children(over, "advmod") if over >= 0 and w.s.tokens[noun].base == "obj" else []
    return any(w.has(c, "negators") for c in (*w.s.children(noun, "det", "advmod"), *negated))
