"""What is spoken of and has not come about: a deed that is looked for, a good thing that is needed."""

from __future__ import annotations

from quotes.stance.predicates import Predicate
from quotes.stance.view import View


def is_looked_for(view: View, p: Predicate) -> bool:
    """Whether a noun's deed may not have been done: "we do not expect an attack by Lodvia"."""
    up = view.s.tokens[p.token].head
    if up < 0 or not view.has(up, "forecasting"):
        return False
    return any(view.s.tokens[c].text.lower() in ("a", "an", "any") for c in view.s.children(p.token, "det"))


def is_wanted(view: View, quality: int) -> bool:
    """Whether what has a quality is needed or demanded, and not there yet: "we need a full and open inquiry by Lodvia"."""
    s, noun = view.s, quality
    for _ in range(3):
        if s.tokens[noun].base not in ("amod", "conj") or s.tokens[noun].upos not in ("ADJ", "VERB", "ADV"):
            break
        noun = s.tokens[noun].head
    up = s.tokens[noun].head
    if up < 0 or s.tokens[noun].base not in ("obj", "obl", "xcomp", "nsubj"):
        return False
    urgent = any(view.has(c, "urgency") for c in (up, *s.children(up, "xcomp")))
    return urgent or (view.has(up, "wants") and s.tokens[noun].base != "nsubj")
