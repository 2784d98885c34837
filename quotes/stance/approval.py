"""Misdeeds that the speaker recognises or calls harmless, and who it is that does so."""

from __future__ import annotations

from quotes.stance.subjects import cases, is_passive, subjects
from quotes.stance.walk import Walk


def is_approved(w: Walk, at: int, up: int, base: str) -> bool:
    """Whether a misdeed is recognised or called normal: "consider recognising the seizure", "such meddling is normal"."""
    if at != w.p.token and w.has(at, "accusations"):
        return False  # "I accept the conclusion that they hacked us"
    if base in ("obj", "ccomp") and w.has(up, "approvals") and w.s.tokens[up].upos == "VERB":
        return not _refused(w, up) and (owner(w, up) not in ("third", "target") or _is_asked_for(w, up))
    said = base == "csubj" and at != w.p.token and w.has(at, "thinkers")  # "it is fair to say that they shelled it"
    return base in ("nsubj", "csubj") and not said and w.has(up, "excuses") and not _refused(w, up)


def _refused(w: Walk, verb: int) -> bool:
    """Whether a word or one that governs it is negated, denied or refused."""
    for at in (verb, *w.s.ancestors(verb)):
        if w.s.tokens[at].upos not in ("VERB", "ADJ", "AUX") or at == w.frame.cue:
            return False
        if any(w.has(c, "negators") for c in w.s.children(at, "advmod", "nsubj", "det", "cc")):
            return True
        if at != verb and (w.has(at, "deniers") or w.has(at, "negative_implicatives") or w.has(at, "stoppers")):
            return True
    return False


def _is_asked_for(w: Walk, verb: int) -> bool:
    return any(w.lemma(c) in ("must", "should", "ought") for c in w.s.children(verb, "aux"))


def owner(w: Walk, verb: int) -> str:
    """Who does what a verb says: "self", "target", "third" or "none"."""
    found = subjects(w.s, verb)
    if is_passive(w.s, verb):
        found = [(c, "obl:by", 1.0) for c in w.s.children(verb, "obl") if "by" in cases(w.s, c)]
    return w.who(found[0][0]) if found else "none"
