"""How much a filled role counts: whose attitude it is, and what naming the target the doer says of it."""

from __future__ import annotations

from quotes.stance.argument import Argument
from quotes.stance.composition import Scope
from quotes.stance.predicates import Predicate
from quotes.stance.subjects import is_passive, lemmas, subjects
from quotes.stance.values import Entry
from quotes.stance.view import View


def bearing(view: View, e: Entry, scope: Scope, verb: int | None = None) -> float:
    """What calling the target the doer or bearer says of it."""
    value = e.agent * scope.value
    if view.scene.own_side:
        vowed = e.agent < 0 and verb is not None and any(view.has(c, "promises") for c in view.s.children(verb, "aux"))
        return value * (0.25 if value < 0 else 0.35 if vowed and not view.accused else 1.0)
    if e.agent > 0 and verb is not None and _is_for_to(view, verb):
        return 0.3 * value
    if e.agent > 0 and scope.sign > 0 and e.id not in view.rules.words["inclusions"]:
        if scope.deontic:  # "Russia must live up to its word"; but "should show restraint" blames nobody
            return 0.0 if e.id in view.rules.words["conciliatory"] else -0.6 * e.agent
        if scope.pending:
            return -0.4 * e.agent  # "when Russia is sincere", "until it keeps its word": it is not now
    if e.agent < 0 and value > 0 and verb is not None and _defied(view, verb):
        return 0.8 * e.agent  # "we will not be bullied by Moscow"
    if e.agent < 0 and value > 0 and "disbelief" in scope.notes:
        return 0.8 * value
    if e.agent < 0 and value > 0 and "negation" in scope.notes:
        return value * (
            0.8 if verb is not None and _is_past(view, verb) else 0.5
        )  # "will not attack" defends less than "did not"
    return value


def _is_for_to(view: View, verb: int) -> bool:
    """Hopes are high for Lodvia to keep its word: it has not yet."""
    return "to" in lemmas(view.s, verb, "mark") and bool(view.s.children(verb, "nsubj"))


def _defied(view: View, verb: int) -> bool:
    """Whether the speaker's side refuses to have it done to it."""
    return is_passive(view.s, verb) and any(view.who(c) == "self" for c in view.s.children(verb, "nsubj:pass"))


def _is_past(view: View, verb: int) -> bool:
    """Whether a verb tells what has been: "has never stolen", "did not attack"."""
    aux = view.s.children(verb, "aux")
    past = any(view.s.tokens[c].lemma.lower() == "have" or view.s.tokens[c].text.lower() == "did" for c in aux)
    return past or (not aux and view.s.tokens[verb].xpos == "VBD")


def held(view: View, e: Entry, p: Predicate, scope: Scope, found: list[Argument]) -> float:
    """Whose attitude it is: the speaker's own counts in full, a call for it nearly, somebody else's hardly (R1)."""
    doers = [a for a in found if a.role == "agent" and not (a.path == "<acl" and view.has(a.token, "undertakings"))]
    agents = [a.token for a in doers if not view.is_empty(a.token) and not _is_anybody(view, a.token)]
    value = e.holder * scope.value
    if view.scene.own_side and value < 0:
        return 0.15 * value
    if p.part == "verb" and view.s.tokens[p.token].rel == "amod":
        return value * 0.2  # "suspected Russian operatives"
    if e.kind in ("praise", "ease") and scope.sign < 0 and e.id not in view.rules.words["trusts"]:
        value *= 0.6  # "I did not support Putin" is no attack on him
    if not agents:
        if e.kind == "counteract" and value > 0 and not scope.deontic and any(_is_nobody(view, a) for a in found):
            return -0.2 * value  # "nobody has been tougher on Russia"
        return value * _impersonal(view, e, p, scope)
    kinds = {_side(view, t) for t in agents}
    if "self" in kinds:
        if e.kind == "cooperation" and (scope.deontic or _is_advocated(view, p)) and scope.sign > 0:
            return value * 1.3  # "we must sit down with Russia" (R4)
        return value * (
            0.3 if "condition" in scope.notes and p.token not in view.part.quoted else 1.0
        )  # asked whether he respects …
    if "target" in kinds and not (e.mutual and e.holder > 0):
        return 0.0
    return _of_others(view, e, p, scope, value, any(view.is_person(t) for t in agents))


def _is_anybody(view: View, token: int) -> bool:
    """No one; you, of what can or cannot be done at all: "you cannot trust them"."""
    t = view.s.tokens[token]
    if t.text.lower() == "you":
        return t.head >= 0 and any(view.s.tokens[c].lemma.lower() in ("can", "could") for c in view.s.children(t.head, "aux"))
    return t.text.lower() == "one" and any(view.s.tokens[c].lemma.lower() == "no" for c in view.s.children(token, "det"))


def _is_nobody(view: View, a: Argument) -> bool:
    return a.role == "agent" and (view.has(a.token, "negators") or _is_anybody(view, a.token))


def _side(view: View, token: int) -> str:
    """Who a doer is; what is the speaker's own speaks for the speaker: "our country", "my government"."""
    owners = view.s.children(token, "nmod:poss")
    return "self" if any(view.who(c) == "self" and c in view.part.quoted for c in owners) else view.who(token)


def _impersonal(view: View, e: Entry, p: Predicate, scope: Scope) -> float:
    """Nobody is named: a call in full, an infinitive or noun somewhat less, a bare passive of measures tells a fact."""
    if scope.deontic or _is_advocated(view, p):
        return 1.3 if e.kind == "cooperation" else 0.9  # "there has to be a dialogue with Russia" (R4)
    if e.kind == "counteract" and scope.pending:
        return 1.3  # "we will not be safe until Lodvia is stopped"
    if (e.kind == "counteract" and p.part == "verb" and is_passive(view.s, p.token)) or e.id in view.rules.words["services"]:
        return 0.35  # "Russia has been sanctioned", "a move that helps Russia"
    if e.kind == "counteract" and p.part == "noun" and view.has(view.s.tokens[p.token].head, "proceedings"):
        return 0.2  # "the sanctions will be discussed on Friday"
    if e.kind == "cooperation" and scope.sign < 0:
        return 0.3  # "no one in the campaign talked to the Russians"
    named = p.end - p.start == 1 and view.s.tokens[p.token].base == "nsubj"  # but "the onus is on them" says it
    if e.kind == "condemn" and p.part == "noun" and named and not _is_there(view, p):
        return 0.2  # "accusations against Russia are heard in May", "fear of Russia is old" only name it
    if p.part == "noun" and p.end - p.start == 1 and (e.kind == "cooperation" or view.has(p.token, "namings_of_help")):
        return 0.45  # "media cooperation with Russia", "Western support for Ukraine" only name it
    return 0.75 if p.token in view.part.quoted else 0.3


def _is_advocated(view: View, p: Predicate) -> bool:
    """Whether the speaker's side wants or supports what a noun names: "we have always backed dialogue with Lodvia"."""
    t = view.s.tokens[p.token]
    if p.part != "noun" or t.base != "obj" or t.head not in view.part.quoted or not view.has(t.head, "wants"):
        return False
    return any(_side(view, x) == "self" for x, _, _ in subjects(view.s, t.head))


def _is_there(view: View, p: Predicate) -> bool:
    """Whether a sentence says no more of a noun than that it is there: "there is outrage at Lodvia"."""
    head = view.s.tokens[p.token].head
    return head >= 0 and bool(view.s.children(head, "expl"))


def _is_given(view: View, p: Predicate) -> bool:
    """Words of support that somebody offers are his own, whoever tells of it: offered its “full support”."""
    verb = view.s.tokens[p.token].head
    over = p.part == "noun" and view.s.tokens[p.token].base == "obj" and verb >= 0 and verb not in view.part.quoted
    return over and view.has(verb, "offerings")


def _of_others(view: View, e: Entry, p: Predicate, scope: Scope, value: float, person: bool) -> float:
    quoted = p.token in view.part.quoted
    if e.mutual and e.holder > 0:
        if scope.deontic and "view of others" not in scope.notes:
            return value * 1.3  # "they should let Russia back in" (R4)
        if "condition" not in scope.notes:
            value *= 0.5  # "his aides were cooperating with the Russians"
        return value * (0.35 if person else 0.5) * (1.0 if quoted else 0.4)  # "Trump and Putin will work together"
    if e.kind == "ease" and scope.deontic and "view of others" not in scope.notes:
        return value * 0.9  # "Europe should lift the sanctions"
    if e.holder > 0 and quoted and _is_given(view, p):
        return 0.75 * value
    if e.holder > 0:
        past = p.part == "verb" and view.s.tokens[p.token].xpos == "VBD"
        return value * (0.1 if person or past else 0.3)  # "Trump praises Putin" is Trump's view
    if scope.deontic and e.kind != "praise":
        return value * 0.9
    if e.kind == "counteract" and value > 0 and "called wrong" not in scope.notes:
        return -0.2 * value  # "Trump will not stand up to Putin" blames Trump (R8)
    if not quoted or person:
        return value * 0.12
    return value * (0.12 if view.s.tokens[p.token].xpos == "VBD" else 0.55)  # "the Union condemns" is said on its behalf
