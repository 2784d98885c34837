"""Signed, weighed clues: every predicate of a statement whose roles lead to the target, composed up to the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.model import Clue
from quotes.stance.argument import Argument
from quotes.stance.calls import calls
from quotes.stance.composition import Scope
from quotes.stance.counterfactual import indebted, is_unreal, without
from quotes.stance.deeds import deed, thing_done
from quotes.stance.defence import anti, defence
from quotes.stance.denials import absences, culprits, denials, disclaimers
from quotes.stance.doings import doings
from quotes.stance.fallback import at_home, encounter, labelled, loose, near
from quotes.stance.helping import abets, befriends, helps_us
from quotes.stance.lawful import lawful
from quotes.stance.likeness import likened
from quotes.stance.measures import eased, estate, in_dismissed, is_dismissed, is_spoken_of
from quotes.stance.mentions import Hold, bearer
from quotes.stance.predicates import Predicate
from quotes.stance.pressure import pressed
from quotes.stance.provisions import settle
from quotes.stance.reprisals import principle, reprisal
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases, coordinated, lemmas
from quotes.stance.undone import is_looked_for, is_wanted
from quotes.stance.view import View, clue, region
from quotes.stance.weighing import bearing, held
from quotes.stance.wishes import wishes

_LEAST = 0.05
_FOE = 0.28  # "the enemy has two hundred men" is a report
_SLIGHT = 0.3
_OF_BOTH = 0.3
"""How far what is said of the target and its counterpart alike counts for either."""
_UNREAL = -0.6
"""How far a merit that is only supposed, against the facts, speaks against who has not got it."""
_OWNING = (
    "<conj.nmod:poss",
    "<conj.amod",
    "<conj.compound",
    "nmod:poss",
    "amod",
    "compound",
    "nmod:of",
    "nmod:by",
    "<amod",
    "acl.obl:by",
    "acl:relcl",
    "appos",
    "<nmod:of.",
)


def collect(view: View) -> Iterator[Clue]:
    """All clues of one sentence, unordered."""
    view = settle(view)
    but = _contrast(view)
    best: dict[int, Clue] = {}
    for p in view.predicates:
        share = region(view, p)
        found = _first(view, p, share) if share > 0 else None
        if found is not None and found.weight > 0 and p.end <= but:
            found = replace(found, weight=round(found.weight * 0.5, 3))
        if found is not None and abs(found.weight) >= max(_LEAST, abs(best[p.start].weight) if p.start in best else 0.0):
            best[p.start] = found  # of the meanings of one word the strongest holds
    yield from best.values()
    yield from pressed(view, {i: c for i, c in best.items() if abs(c.weight) >= _SLIGHT})
    yield from calls(view)
    yield from denials(view)
    yield from disclaimers(view)
    yield from absences(view)
    yield from culprits(view)
    yield from without(view)
    yield from wishes(view)
    yield from lawful(view)
    yield from doings(view)
    yield from anti(view)
    yield from indebted(view)
    yield from likened(view)


def _first(view: View, p: Predicate, share: float) -> Clue | None:
    """The strongest kind of link that holds between a predicate and the target."""
    if p.entry.id in view.rules.words["plights"] and p.part == "noun" and not _put_into(view, p):
        return None  # "when they were in danger"
    return (
        deed(view, p, share)
        or _direct(view, p, share)
        or _by_epithet(view, p, share)
        or defence(view, p, share)
        or reprisal(view, p, share)
        or principle(view, p, share)
        or encounter(view, p, share)
        or labelled(view, p, share)
        or at_home(view, p, share)
        or near(view, p, share)
        or loose(view, p, share)
    )


def _by_epithet(view: View, p: Predicate, share: float) -> Clue | None:
    """Who speaks of "the occupier" where the text names the target as such has called it so (R5)."""
    hold = view.holds.get(p.token)
    if share < 1 or hold is None or hold.kind != "epithet" or hold.bond != "is" or p.entry.agent >= 0:
        return None
    return clue(view, p, "epithet", (_FOE if p.entry.kind == "foe" else 0.6) * p.entry.agent * hold.weight)


def _contrast(view: View) -> int:
    """Where a "but" after the target's name turns the sentence: praise before it weighs half (-1: nowhere)."""
    first = min(view.holds, default=len(view.s.tokens))
    found = [i for i in view.part.quoted if view.s.tokens[i].text.lower() in ("but", "however") and i > first]
    return max(found, default=-1)


def _direct(view: View, p: Predicate, share: float) -> Clue | None:
    """The target fills a role of the predicate."""
    best: Clue | None = None
    found = arguments(view.s, p, view.rules)
    for a in found:
        hold = bearer(view.s, view.holds, a.token) or estate(view, p.entry, a.token) or thing_done(view, p, a)
        if hold is None or p.spells(hold.mention) or p.spells(hold.token):
            continue
        one = _filled(view, p, a, hold, share, found)
        if one is not None and (best is None or abs(one.weight) > abs(best.weight)):
            best = one
    return best


def _filled(view: View, p: Predicate, a: Argument, hold: Hold, share: float, found: list[Argument]) -> Clue | None:
    e = p.entry
    owning = a.path.startswith(_OWNING)
    if e.owned and not (owning or a.path.endswith("cop")):
        return None
    granted = e.presupposes and p.part != "verb" and owning and hold.kind != "self" and not view.scene.own_side
    granted = granted and not is_looked_for(view, p)
    scope = view.scope(p, granted)  # "not as a result of an invasion by our forces" grants none
    base = a.weight * hold.weight * share * (_OF_BOTH if a.token in view.paired and e.kind != "cooperation" else 1.0)
    if a.role == "agent" and e.kind == "praise" and p.end - p.start > 1 and a.path in ("nmod:poss", "nmod:of", "compound"):
        return None  # "a close friend of Putin's"
    if a.role == "agent" and view.scene.own_side and e.agent < 0 and a.path == "nmod:of":
        return None  # "the blackmailing of Lodvia"
    if a.role == "agent" and e.kind == "violence" and _hits_outlaws(view, p, found):
        base *= 0.2
    if a.role == "agent" and e.agent < 0 and in_dismissed(view, p.token):
        return None  # "talk of a Lodvian invasion is nonsense"
    if a.role == "agent" and e.agent and not e.holder:
        return _borne(view, p, a, hold, base, scope)
    if a.role == "theme" and e.holder > 0 and p.part == "verb" and _is_request(view, p):
        return None  # "we would like Lodvia to cut its output"
    if a.role == "theme" and e.holder:
        if e.kind == "condemn" and p.part == "verb" and a.path.startswith("obl") and any(x.path == "obj" for x in found):
            base *= 0.2  # "criticised the mayor over Russian hacking" blames the mayor (R8)
        if e.kind == "counteract" and p.part == "noun" and is_spoken_of(view, p):
            return eased(view, p, base)
        if a.path.startswith("ccomp") and _is_charged(view, p):
            return None  # "we do not accept that Russia is to blame" blames nobody
        if e.kind == "condemn" and p.part == "noun" and is_dismissed(view, p):
            return None  # "the accusations against Russia are a fairy tale"
        if e.holder > 0 and any(is_unreal(view.s, c) for c in view.s.children(p.token, "advcl")):
            return None  # "if he worked with us, we would listen to him"
        if e.kind == "cooperation" and p.part == "noun" and _is_wrong_of(view, p.token):
            return None  # "a conspiracy of cooperation with them"
        if e.kind == "cooperation" and hold.bond == "owns" and a.path.startswith("obl"):
            base *= 0.4  # "working with our allies" says nothing of ourselves
        return clue(view, p, "holder", held(view, e, p, scope, found) * base, scope)
    if a.role == "theme" and e.theme:
        return clue(view, p, "theme", e.theme * scope.value * base, scope)
    if a.role == "agent" and e.agent:
        partners = [x.token for x in found if x.role == "theme"]
        partners = [] if e.id in view.rules.words["inclusions"] else partners  # "part of the solution"
        if e.mutual and e.agent > 0 and e.id not in view.rules.words["inclusions"] and _is_paired(view, a.token):
            return None  # "Lodvia and Sorland cooperate" is told of them
        if e.mutual and partners and not any(view.who(t) == "self" for t in partners) and not view.scene.own_side:
            return None  # "its alliance with Assad"
        return clue(view, p, "agent", bearing(view, e, scope) * base, scope)
    return None


def _is_request(view: View, p: Predicate) -> bool:
    """Whether "would like" and "would love" ask somebody to do something."""
    below = [c for c in view.s.children(p.token, "xcomp", "ccomp") if view.s.children(c, "mark")]
    return bool(below) and bool(lemmas(view.s, p.token, "aux") & {"would", "'d", "’d"})


def _is_paired(view: View, token: int) -> bool:
    """Whether a doer stands beside another one that is not the speaker's side."""
    pair = coordinated(view.s, token)
    return not view.scene.own_side and bool(pair) and not any(view.who(c) == "self" for c in pair)


def _is_wrong_of(view: View, noun: int) -> bool:
    """Whether a noun only tells what a misdeed consists in: "a plot of cooperation"."""
    t = view.s.tokens[noun]
    wrongs = {q.token for q in view.predicates if q.entry.agent < 0}
    return t.base == "nmod" and "of" in cases(view.s, noun) and t.head in wrongs


def _hits_outlaws(view: View, p: Predicate, found: list[Argument]) -> bool:
    """Whether it is done to terrorists and to nobody else: "their air strikes on the terrorists"."""
    below = {k for a in found if a.role == "theme" for k in view.s.subtree(a.token)}
    below |= {k for c in view.s.children(p.token, "acl:relcl") for k in view.s.subtree(c)} if p.part == "noun" else set()
    words = {view.s.tokens[k].text.lower() for k in below} | {view.s.tokens[k].lemma.lower() for k in below}
    return bool(words & view.rules.words["outlaws"]) and not words & (view.rules.words["negators"] | view.rules.words["spared"])


def _put_into(view: View, p: Predicate) -> bool:
    """Whether a danger is one that is posed or into which somebody is put, not one that somebody is in."""
    if not cases(view.s, p.token) & {"in", "at", "under"}:
        return True
    head = view.s.tokens[p.token].head
    return head >= 0 and not view.s.children(p.token, "cop") and bool(view.s.children(head, "obj"))


def _named(view: View, noun: int) -> set[int]:
    """A noun, and what it is a matter of: "a strategy of terror", "a stream of hostile acts"."""
    of = [c for c in view.s.children(noun, "nmod") if "of" in cases(view.s, c)]
    return {noun, *of, *(k for c in of for k in view.s.children(c, "amod", "compound"))}


def _is_charged(view: View, p: Predicate) -> bool:
    """Whether what an attitude is about is that somebody is bad: the attitude is to the charge."""
    clauses = [c for c in view.s.children(p.token, "ccomp") if view.s.children(c, "cop")]
    return any(q.entry.agent < 0 and (q.token in clauses or any(q.start <= c < q.end for c in clauses)) for q in view.predicates)


def _borne(view: View, p: Predicate, a: Argument, hold: Hold, base: float, scope: Scope) -> Clue | None:
    """The target does it or is called so."""
    e = p.entry
    if e.kind == "friend" and not befriends(view, p, a, hold):
        return None
    if e.id in view.rules.words["relational"] and a.path.endswith(("compound", "nmod:poss")):
        return None  # "NATO adversaries", "Russia's enemies" are somebody else
    if p.part == "adj" and a.path.startswith("<amod.") and not a.path.endswith((".cop", ":by")) and not _of_conduct(view, p):
        return None  # "a great Russian novel"
    if p.entry.id in view.rules.words["tales"] and a.path.endswith("cop") and hold.kind in ("state", "adjective"):
        return None  # "Lodvia is a hoax": the story of it is
    if e.id in view.rules.words["ties_only"] or (e.agent > 0 and p.part == "adj" and is_wanted(view, p.token)):
        return None  # "we need a transparent inquiry by Lodvia"
    if e.kind == "bad" and hold.bond == "owns" and view.has(hold.token, "bonds"):
        return None  # "our relationship with Lodvia is worse than ever" laments it
    if e.id in view.rules.words["kindnesses"] and not any(
        view.who(k) == "self" for c in view.s.children(p.token, "obj", "iobj", "nsubj:pass") for k in view.s.subtree(c)
    ):
        return None  # "trained and armed by Russia"
    if e.kind == "help" and p.part == "verb" and not view.scene.own_side and scope.sign > 0 and not helps_us(view, p):
        base *= 0.25  # "Russia tried to help him win"
    if e.kind == "help" and p.part == "verb" and view.scene.own_side and not helps_us(view, p):
        base *= 0.4  # "our planes will help their army": what the own side does or will do is a fact
    if e.kind == "help" and p.part == "verb" and abets(view, p):
        return None
    if e.kind == "good" and any("at" in cases(view.s, c) for c in view.s.children(p.token, "obl")):
        return None  # "very good at it"
    if e.kind == "good" and p.part == "adj" and a.path.startswith("<amod"):
        if any(q.token in _named(view, view.s.tokens[p.token].head) and q.entry.agent < 0 for q in view.predicates):
            return None  # "the greatest threat", "a steady drumbeat of threats"
        base *= 0.5
    said = e.evaluative or p.part == "adj" or e.id in view.rules.words["pretexts"]
    if said and hold.kind == "pronoun" and view.s.tokens[hold.mention].text.lower() == "it":
        base *= 0.4  # "it is disgusting": more often the state of things than the state
    if e.agent > 0 and "condition" in scope.notes and not view.scene.own_side and is_unreal(view.s, p.token):
        return clue(view, p, "unreal", _UNREAL * e.agent * base)  # "if he were honest, he would open the archive"
    return clue(view, p, "agent", bearing(view, e, scope, p.token if p.part == "verb" else None) * base, scope)


def _of_conduct(view: View, p: Predicate) -> bool:
    token = view.s.tokens[p.token].head
    return token >= 0 and any(view.has(token, name) for name in ("conduct", "institution", "transparent"))
