"""Denials: what is rejected outside the marks, who it was not, what the own side says it does not do or have (R6)."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.defence import charges
from quotes.stance.mentions import Hold, bearer
from quotes.stance.subjects import cases, is_passive, lemmas, subjects
from quotes.stance.view import View


def denials(view: View) -> Iterator[Clue]:
    """Rejections told outside the marks: "the Kremlin spokesman denied it, saying …", "he dismissed the claim that Russia …"."""
    s = view.s
    for i, t in enumerate(s.tokens):
        if i in view.part.quoted or t.upos != "VERB" or not _rejects(view, i):
            continue
        if not any(view.who(x) == "self" for x, _, _ in subjects(s, i)) or _is_denied(view, i):
            continue
        below = set(s.subtree(i)) - view.part.quoted
        charged = any(q.token in below and charges(view, q) for q in view.predicates) or _told_of(view, below)
        own = view.scene.own_side
        hold = None if own else _their_urging(view, i)
        if hold is None and (charged or (own and view.accused and _of_a_charge(view, i))):
            yield Clue("denial/reject:holder", t.text, t.start, t.end, 1.0 if own else 0.9)
        elif not own and (hold := hold or _their_word(view, i)) is not None:
            yield Clue("denial/their-word:theme", t.text, t.start, t.end, round(-0.8 * hold.weight, 3))


def _rejects(view: View, verb: int) -> bool:
    """Denied, dismissed; brushed off, waved away."""
    if view.has(verb, "rejections"):
        return True
    return view.has(verb, "brushing") and any(
        view.has(c, "particles") for c in view.s.children(verb, "compound:prt", "advmod", "compound")
    )


def _is_denied(view: View, verb: int) -> bool:
    """Who denies that he denied it does not reject it."""
    doubled = view.s.children(verb, "xcomp", "ccomp", "obj")
    return any(view.has(x, "rejections") for x in (view.s.tokens[verb].head, *doubled) if x >= 0)


def _told_of(view: View, below: set[int]) -> bool:
    """The claim that the target has done something, whatever that is, where nothing good is said of it."""
    clauses = (c for i in below if view.has(i, "claims") for c in view.s.children(i, "acl", "ccomp"))
    brought = (k for i in below if view.has(i, "cases") for k in view.s.children(i, "nmod"))
    if any("against" in cases(view.s, k) and k in view.holds for k in brought):
        return True  # "dismissed the case against Lodvia"
    told = [c for c in clauses if any(bearer(view.s, view.holds, x) is not None for x in view.s.children(c, "nsubj"))]
    good = {q.token for q in view.predicates if q.entry.agent > 0 or q.entry.defence}
    return any(c not in good for c in told)


def _their_word(view: View, verb: int) -> Hold | None:
    """What is rejected is the target's own account: "dismissed Lodvia's denial"."""
    objects = (c for c in view.s.children(verb, "obj") if view.has(c, "told_by_them"))
    return next((view.holds[c] for c in objects if c in view.holds and view.holds[c].bond == "owns"), None)


def _their_urging(view: View, verb: int) -> Hold | None:
    """What is rejected, and not denied, is the target's own threat or complaint."""
    if view.has(verb, "strict_deniers"):
        return None
    for c in view.s.children(verb, "obj"):
        several = view.s.tokens[c].xpos == "NNS" or view.s.children(c, "nmod:poss")
        if several and view.has(c, "urged_by_them") and c in view.holds and view.holds[c].bond == "owns":
            return view.holds[c]
    return None


def culprits(view: View) -> Iterator[Clue]:
    """Who says that it was not the target, or that nobody knows: "our source is not the Russian state", "it wasn't Moscow"."""
    if view.scene.own_side or not view.accused:
        return
    s = view.s
    for i in sorted(view.part.quoted & set(view.holds)):
        t = s.tokens[i]
        if s.children(i, "case") or not s.children(i, "cop"):
            continue  # "isn't about Russia"
        named = view.holds[i].bond == "is" and s.children(i, "nsubj")
        if any(view.has(c, "aims") for c in s.children(i, "nsubj")):
            continue  # "our target was not Lodvia"
        if named and any(view.has(c, "negators") and not _only(view, c) for c in s.children(i, "advmod")):
            yield Clue("denial/not-the-culprit:agent", t.text, t.start, t.end, round(0.9 * view.holds[i].weight, 3))


def _only(view: View, negator: int) -> bool:
    """ "It is not only Lodvia" clears nobody."""
    return negator + 1 < len(view.s.tokens) and view.s.tokens[negator + 1].text.lower() in ("only", "just", "merely", "alone")


def disclaimers(view: View) -> Iterator[Clue]:
    """What the own side says it does not do: "Russia has never had such a programme", "we do not divide anyone"."""
    if not view.scene.own_side:
        return
    for i, t in enumerate(view.s.tokens):
        charge = view.has(i, "misdeeds") or _ever(view, i) or (view.accused and view.has(i, "charged_deeds"))
        if i not in view.part.quoted or t.upos != "VERB" or not charge:
            continue  # "we do not rush", "we have not been informed" disclaim nothing
        told = (p for p in view.predicates if p.start <= i < p.end and p.entry.id not in view.rules.words["role_bound"])
        if any(told) and not is_passive(view.s, i):
            continue
        doers = [x for x in view.s.children(i, "nsubj", "nsubj:pass") if bearer(view.s, view.holds, x) is not None]
        if any(view.has(c, "duty_modals") for c in view.s.children(i, "aux")):
            continue  # "if you think that Russia should not exist"
        if not view.accused and any(view.has(c, "promises") for c in view.s.children(i, "aux")):
            continue  # "will not be drawn into an arms race" where nobody is accused
        negated = any(view.has(c, "negators") for at in (i, *doers) for c in view.s.children(at, "advmod", "cc", "det"))
        nobody = view.has(i, "misdeeds") and any(view.has(c, "negators") for c in view.s.children(i, "obj"))  # "they hurt nobody"
        if doers and (negated or nobody):
            yield Clue("denial/disclaim:agent", t.text, t.start, t.end, 0.6)


def absences(view: View) -> Iterator[Clue]:
    """Forces that the own side says are not there: "there are no Lodvian soldiers", "we have no troops there"."""
    if not view.scene.own_side:
        return
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if t.upos != "NOUN" or not view.has(i, "forces") or t.base not in ("nsubj", "obj") or t.head < 0 or not _is_none(view, i):
            continue
        there = bool(view.s.children(t.head, "expl"))
        ours = any(bearer(view.s, view.holds, x) is not None for x in view.s.children(t.head, "nsubj"))
        if (there and (i in view.holds or view.accused)) or (ours and view.s.tokens[t.head].lemma == "have"):
            yield Clue("denial/absent:agent", t.text, t.start, t.end, 0.7)


def _is_none(view: View, noun: int) -> bool:
    """No tanks, not a single tank, none of our tanks."""
    below = lemmas(view.s, noun, "det", "advmod", "amod")
    above = lemmas(view.s, view.s.tokens[noun].head, "advmod")
    return "no" in below or bool(below & {"single", "any"} and (below | above) & {"not", "n't", "never"})


def _ever(view: View, verb: int) -> bool:
    """What one has never done: "has never had such a programme"."""
    perfect = any(view.s.tokens[c].lemma.lower() == "have" for c in view.s.children(verb, "aux"))
    return perfect and any(view.s.tokens[c].lemma.lower() in ("never", "ever") for c in view.s.children(verb, "advmod"))


def _of_a_charge(view: View, verb: int) -> bool:
    """Without an object (hit back) or with an accusation or a pronoun as its object."""
    objects = view.s.children(verb, "obj", "ccomp", "obl")
    return not objects or any(
        view.has(o, "accusations") or view.has(o, "conduct") or view.s.tokens[o].upos in ("PRON", "VERB") for o in objects
    )
