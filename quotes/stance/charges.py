"""Charges and denials above a deed: "the claim that Lodvia lied", "no evidence of lies", "they deny their crimes"."""

from __future__ import annotations

from quotes.stance.approval import owner
from quotes.stance.walk import Walk

ALLEGED = 0.25
UNSHOWN = 0.2
"""How much is left of what an inquiry did not find or show."""


def denies(w: Walk, at: int, up: int, base: str) -> bool:
    """An accusation that is denied; wrongdoing that is rejected as such ("we reject Russia's aggression") stays what it is."""
    strict = w.has(up, "strict_deniers")
    if strict and w.s.tokens[up].upos == "NOUN" and _is_none(w, up):
        return True  # "there is no doubt that Russia did it"
    if not strict and base in ("obj", "nmod", "nsubj", "obl") and not any("claim" in n or "of" in n.split() for n in w.notes):
        return False
    if _cannot(w, up):
        return True
    doer = owner(w, up) if w.s.tokens[up].upos != "NOUN" else "none"
    if doer in ("third", "target"):
        own = doer == "target" and w.p.entry.presupposes and up in w.frame.quoted and w.s.children(at, "nmod:poss")
        w.note(f"{w.lemma(up)} by others", factor=0.15 if doer == "target" and not own else 0.5)  # "they deny their crimes"
    else:
        w.note(f"{w.lemma(up)}", sign=-1.0, factor=1.0 if strict else 2.5)
    return True


def _cannot(w: Walk, verb: int) -> bool:
    """Hard to deny, cannot be denied: it is so."""
    head = w.s.tokens[verb].head
    if head >= 0 and w.s.tokens[verb].base in ("xcomp", "csubj", "advcl", "ccomp") and w.has(head, "hopeless"):
        return True
    aux = {w.lemma(c) for c in w.s.children(verb, "aux")}
    return bool(aux & {"can", "could", "cannot"}) and any(w.has(c, "negators") for c in w.s.children(verb, "advmod"))


def _is_none(w: Walk, noun: int) -> bool:
    """No doubt, without a doubt, little doubt, "I don't have a doubt"."""
    before = {w.lemma(c) for c in w.s.children(noun, "det", "advmod", "amod", "case")}
    return bool(before & (w.words["negators"] | {"little"})) or _verb_negated(w, noun)


def accusation(w: Walk, up: int) -> None:
    """What a noun above a deed makes of it: a charge, a likelihood, a ground for it, a topic."""
    lemma = w.lemma(up)
    negated = any(w.lemma(c) in w.words["negators"] for c in w.s.children(up, "det", "advmod", "amod")) or _verb_negated(w, up)
    if w.has(up, "likelihoods"):
        w.note(f"{lemma} of", factor=0.4)
    elif w.has(up, "grounds"):
        if negated or lemma in ("reason",):
            found = w.s.tokens[up].base == "obj" and w.has(w.s.tokens[up].head, "findings")
            w.note(f"no {lemma} of", sign=-1.0, factor=UNSHOWN if found else 0.8)  # "the inquiry found no evidence of lies"
        elif lemma not in ("evidence", "proof", "sign"):
            w.note(f"{lemma} of", factor=0.6)
    elif w.has(up, "topics"):
        w.note(f"{lemma} of", factor=1.0 if lemma in ("attempt", "campaign", "conclusion") else 0.6)
    else:
        w.note(f"{lemma} of", factor=ALLEGED)


def _verb_negated(w: Walk, noun: int) -> bool:
    head = w.s.tokens[noun].head
    if head < 0 or w.s.tokens[noun].base not in ("obj", "nsubj", "nsubj:pass"):
        return False
    return any(w.lemma(c) in w.words["negators"] for c in w.s.children(head, "advmod"))
