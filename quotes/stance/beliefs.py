"""What is said to be thought: by others, by some of many, or not at all."""

from __future__ import annotations

from quotes.stance.approval import owner
from quotes.stance.subjects import cases, subjects
from quotes.stance.walk import Walk

THIRD = 0.25
"""How far the words of others, told without being taken over, count for the speaker."""
_SOME = 0.12
_TO_COME = frozenset({"will", "would", "can", "could", "may", "might"})


def thinker(w: Walk, up: int) -> None:
    """Somebody else thinks or says so: his view, not the speaker's (R1)."""
    if w.has(up, "factives"):
        return
    found = subjects(w.s, up)
    doer = "none" if found and found[0][1] == "<acl" and "to" in cases(w.s, up) else owner(w, up)  # "an honour to call them"
    if doer == "target":
        w.note("words of the target", factor=0.15)
    elif doer == "third":
        some = any(_is_some(w, x) for x, _, _ in found)
        w.note("view of others", factor=0.7 if w.fixed else _SOME if some else THIRD)


def held_view(w: Walk, clause: int) -> str:
    """Whose view a clause tells: "the feeling there was that", "their view is that"; empty for the speaker's and for nobody's."""
    t = w.s.tokens[clause]
    over = w.s.children(t.head, "nsubj") if t.base == "ccomp" and t.head >= 0 else []
    for noun in [*(c for c in w.s.children(clause, "nsubj") if w.s.tokens[c].rel == "nsubj:outer"), *over]:
        owners = [c for c in w.s.children(noun, "nmod:poss", "nmod", "amod", "compound") if c < clause]
        if not w.has(noun, "views") or not owners:
            continue
        kinds = {w.who(c) for c in owners}
        return "" if "self" in kinds else "words of the target" if "target" in kinds else "view of others"
    return ""


def _is_some(w: Walk, token: int) -> bool:
    """Some, many of us, half of the voters: whoever counts who thinks so does not say that he does."""
    return w.has(token, "countings") or any(w.has(c, "countings") for c in w.s.children(token, "det", "amod", "nummod"))


def is_disbelief(w: Walk, at: int, up: int, base: str) -> bool:
    """Whether a verb that is denied makes of what somebody is said to be or to have done a charge that is rejected.

    "We do not accept that Lodvia is to blame"; but "we do not accept that it moves borders", "I do not think it will attack".
    """
    if not w.has(up, "creeds") or base != "ccomp" or w.p.entry.agent >= 0:
        return False
    if any(w.lemma(c) in _TO_COME for c in w.s.children(at, "aux")):
        return False
    return not w.has(up, "permissions") or bool(w.s.children(at, "cop")) or w.s.tokens[at].xpos == "VBD"
