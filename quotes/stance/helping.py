"""Whose friend somebody is, and whom he helps: only the speaker's own side counts as praise."""

from __future__ import annotations

from quotes.stance.argument import Argument
from quotes.stance.mentions import Hold, bearer
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases
from quotes.stance.view import View


def befriends(view: View, p: Predicate, a: Argument, hold: Hold) -> bool:
    """ "The Russian partners" only refers; "our American partners" says nothing of us; "Assad's ally" is not ours."""
    mine = any(view.s.tokens[c].text.lower() in view.rules.words["first_person"] for c in view.s.children(p.token, "nmod:poss"))
    if hold.kind == "self" or a.path.endswith(("amod", "compound", "nmod:poss")):
        return mine and hold.kind != "self"
    if a.path.startswith("<obj."):
        return False  # "the ferry took my brother to the island"
    beside = {"of", "to", "for", "with"} if p.part == "adj" else {"of", "to", "for"}  # "friendly with everyone"
    owners = [
        c
        for c in view.s.children(p.token, "nmod:poss", "nmod", *(("obl",) if p.part == "adj" else ()))
        if c != a.token
        and not p.spells(c)
        and not view.has(c, "qualities")
        and (view.s.tokens[c].rel == "nmod:poss" or cases(view.s, c) & beside)
    ]
    return mine or not owners or any(view.who(k) == "self" for c in owners for k in view.s.subtree(c))


def helps_us(view: View, p: Predicate) -> bool:
    """Nobody is named as helped, or the speaker's own side: "helped us", "saved our hospital"."""
    helped = view.s.children(p.token, "obj", "iobj", "xcomp", "ccomp")
    if p.entry.id not in view.rules.words["favours"] or not helped:
        return True
    return any(view.who(k) == "self" for c in helped for k in view.s.subtree(c))


def abets(view: View, p: Predicate) -> bool:
    """Whether what is helped is a misdeed of the target's own: "to help in its efforts to sway the vote"."""
    below = {k for c in view.s.children(p.token, "obj", "obl", "xcomp", "ccomp", "nmod") for k in view.s.subtree(c)}
    wrongs = (q for q in view.predicates if q.token in below and q.entry.agent < 0)
    return any(
        a.role == "agent" and a.token in below and bearer(view.s, view.holds, a.token) is not None
        for q in wrongs
        for a in arguments(view.s, q, view.rules)
    )
