"""Measures whose target the words before name: "sanctions on Lodvia … \"We need a full ban on oil\"".

What is called bad of such measures is left alone: who finds them mad may speak of his own losses (R7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotes.model import Clue, Sentence
from quotes.stance.composition import Scope
from quotes.stance.mentions import Names
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.scene import Scene
from quotes.stance.subjects import cases
from quotes.stance.values import StanceRules
from quotes.stance.view import View

_CALLED_FOR = -0.6
_REFUSED = 0.7


def is_told(scene: Scene, names: Mapping[int, Names], rules: StanceRules) -> bool:
    """Whether the scene tells of measures against the target."""
    sentences = (*scene.before, *(p.sentence for p in scene.parts))
    return any(_against(s, i, names[s.index], rules) for s in sentences for i in range(len(s.tokens)))


def _against(s: Sentence, noun: int, names: Names, rules: StanceRules) -> bool:
    """Sanctions on Lodvia, a ban against its athletes, the Lodvia sanctions."""
    if s.tokens[noun].lemma.lower() not in rules.words["penalties"] or s.tokens[noun].upos != "NOUN":
        return False
    verb = s.tokens[noun].head if s.tokens[noun].base == "obj" else noun
    hit = [
        c
        for c in (*s.children(noun, "nmod", "obl"), *s.children(verb, "obl"))
        if cases(s, c) & {"on", "against", "for", "toward", "towards", "at"}
    ]
    hit += s.children(noun, "acl:relcl", "acl")
    return any(names.tokens & set(s.subtree(c)) for c in hit) or any(c in names.tokens for c in s.children(noun, "compound"))


def pressed(view: View, known: Mapping[int, Clue]) -> Iterator[Clue]:
    """Calls for measures that name nobody, and refusals of them, where measures against the target are what is spoken of."""
    for p in view.predicates if view.pressed else ():
        inside = set(range(p.start, p.end))
        if p.token not in view.part.quoted or inside & set(known) or _is_on_another(view, p):
            continue
        scope = view.scope(p, False)
        if "question" in scope.notes or "view of others" in scope.notes:
            continue
        t = view.s.tokens[p.token]
        if p.entry.kind == "ease" and p.part != "adj" and scope.sign > 0 and any(view.has(i, "penalties") for i in inside):
            yield Clue(f"{p.entry.id}:context", t.text, t.start, t.end, round(_REFUSED * scope.factor, 3))
        elif _is_called_for(view, p, scope):
            yield Clue(f"{p.entry.id}:called-for", t.text, t.start, t.end, round(_CALLED_FOR * scope.factor, 3))


def _is_called_for(view: View, p: Predicate, scope: Scope) -> bool:
    """Whether a measure must be taken, or is what the speaker's side wants."""
    if view.scene.own_side or scope.sign < 0 or p.entry.id not in view.rules.words["penal"]:
        return False
    return scope.deontic or _is_wanted(view, p.token)


def _is_on_another(view: View, p: Predicate) -> bool:
    """Whether a measure is one against somebody else who is named: "tariffs on Sorland"."""
    themes = [a.token for a in arguments(view.s, p, view.rules) if a.role == "theme"]
    below = {k for c in themes for k in view.s.subtree(c)}
    named = any(view.s.tokens[k].upos == "PROPN" for k in below)
    return named and not below & (view.names.tokens | set(view.holds))


def _is_wanted(view: View, noun: int) -> bool:
    """Whether the speaker's side needs, wants or proposes it, or argues for it."""
    up = view.s.tokens[noun].head
    if up not in view.part.quoted or not view.has(up, "wants") or view.s.tokens[noun].base not in ("obj", "obl", "xcomp"):
        return False
    doers = view.s.children(up, "nsubj")
    denied = any(view.has(c, "negators") for c in view.s.children(up, "advmod", "aux"))
    return not denied and all(view.who(c) == "self" or view.is_empty(c) for c in doers)
