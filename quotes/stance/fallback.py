"""Weaker links where the tree gives no role: the target close by, words about "it" or "this step", praise of a meeting."""

from __future__ import annotations

from quotes.model import Clue
from quotes.stance.mentions import bearer
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases
from quotes.stance.view import View, clue
from quotes.stance.weighing import bearing, held

_REACH = 5
_BY = ("nmod:by", "nmod:poss", "amod", "compound", "acl.obl:by")
_INTRODUCED = 0.6
"""Focus of a target that the introducing sentence itself names."""
_ACTS = ("violence", "interference", "law-breaking", "deceit", "coercion", "foe", "help", "friend")
"""Classes that may speak of the target through "this attack", "these lies"."""


def near(view: View, p: Predicate, share: float) -> Clue | None:
    """The tree gives no role, but the target stands close by in the same clause: parsers err on long sentences."""
    e = p.entry
    if share < 1 or e.owned or e.defence or not _nearable(view, p):
        return None
    at = _closest(view, p)
    if at is None or (p.part == "noun" and e.kind == "deceit" and "about" in cases(view.s, at)):
        return None
    found = arguments(view.s, p, view.rules)
    if not e.holder and any(a.role == "theme" and at in view.s.subtree(a.token) for a in found):
        return None  # "attacked a Russian convoy"
    if any(a.token == at for a in found) or _beside(view, p, at) or _is_whence(view, p, at):
        return None  # it has a role, and that role says nothing
    if any(a.role == ("theme" if e.holder else "agent") and _is_another(view, a.token) for a in found):
        return None  # "Ukraine drives out the Danish invaders" says nothing of Ukraine
    if p.part == "noun" and view.s.tokens[p.token].base == "nsubj" and at not in view.s.subtree(p.token):
        return None  # "the thieves lied to the Russian police"
    between = {t.lemma.lower() for t in view.s.tokens[p.token + 1 : at]} if at > p.token else set()
    linked = bool(between & (e.to - {"of", "for", "with"})) and at - p.token <= 4
    if linked and not e.holder:
        return None  # "risk to Russian personnel": the one it is done to
    scope = view.scope(p, e.presupposes and p.part == "noun")
    value = bearing(view, e, scope) if e.agent else held(view, e, p, scope, [])
    if e.agent < 0 and value > 0:
        return None  # nobody is cleared of a deed by standing near it
    return clue(view, p, "near", value * (0.85 if linked else 0.25 if e.kind == "counteract" else 0.4), scope)


def at_home(view: View, p: Predicate, share: float) -> Clue | None:
    """Misrule is its rulers' where it happens: "dissent is crushed in Lodvia", "there is no justice in its courts"."""
    if share < 1 or p.entry.id not in view.rules.words["misrule"]:
        return None
    below = set(view.s.subtree(p.token)) | {c for i in range(p.start, p.end) for c in view.s.subtree(i)}
    places = [i for a, b, kind in view.names.found if kind == "state" for i in range(a, b) if i in below]
    if not any(cases(view.s, i) & {"in", "inside", "across"} for i in places if i in view.names.excluded):
        return None
    if any(a.role == "agent" and _is_another(view, a.token) for a in arguments(view.s, p, view.rules)):
        return None
    scope = view.scope(p, False)
    return clue(view, p, "at-home", 0.6 * bearing(view, p.entry, scope), scope)


def labelled(view: View, p: Predicate, share: float) -> Clue | None:
    """A quoted fragment under a naming verb whose object is the target: labelled Russia "without doubt our main foe"."""
    e = p.entry
    deed_of_his = view.s.tokens[p.token].rel == "acl:relcl"  # "the man who killed my husband"
    if share < 1 or not e.agent or (p.part == "verb" and not deed_of_his) or p.token not in view.part.quoted:
        return None
    up = _naming(view, p)
    named = _named(view, up) if up >= 0 else 0.0
    if not named:
        return None
    scope = view.scope(p, False)
    return clue(view, p, "label", bearing(view, e, scope) * named * 0.85, scope)


def _naming(view: View, p: Predicate) -> int:
    """The naming verb above a quoted fragment, -1 if none; a parser may hang an adjective on the noun before the marks."""
    outside = [a for a in view.s.ancestors(p.token) if a not in view.part.quoted]
    torn = bool(outside) and p.part == "adj" and view.s.tokens[outside[0]].upos == "NOUN" and outside[0] < p.start
    return next((a for a in outside[: 4 if torn else 1] if view.has(a, "namings") and a < p.start), -1)


def _named(view: View, naming: int) -> float:
    """How surely a naming verb names the target, or a deed laid to it: accused it of an attack, which she called "terror"."""
    nouns = (c for c in view.s.children(naming, "xcomp") if view.s.tokens[c].upos == "NOUN" and c not in view.part.quoted)
    objects = [*view.s.children(naming, "obj", "nsubj:pass"), *nouns]  # the tree may take what is named for its name
    objects = objects or [c for c in view.s.children(naming, "xcomp") if c not in view.part.quoted]
    if view.s.tokens[naming].rel == "acl:relcl":
        objects = [*objects, view.s.tokens[naming].head]
    known = [view.holds[c].weight for c in objects if c in view.holds]
    known += [0.9 * h.weight for c in objects for x in _doers(view, c) if (h := bearer(view.s, view.holds, x)) is not None]
    deeds = {q.token for q in view.predicates if q.entry.agent < 0 and q.entry.kind in _ACTS}
    if any(c in deeds for c in objects) and _blamed(view):
        known.append(0.8)
    charged = (q for q in view.predicates if q.token in objects and q.token in deeds)
    doers = (a.token for q in charged for a in arguments(view.s, q, view.rules) if a.role == "agent" and a.path in _BY)
    known += [0.8 * h.weight for x in doers if (h := bearer(view.s, view.holds, x)) is not None]
    return max(known, default=0.0)


def _doers(view: View, noun: int) -> list[int]:
    """By whom a deed is done: "called the jamming of signals by Lodvia “reckless”"."""
    below = view.s.children(noun, "nmod", "nmod:poss")
    return [c for x in (noun, *below) for c in view.s.children(x, "nmod", "nmod:poss") if "by" in cases(view.s, c)]


def _blamed(view: View) -> bool:
    """Whether a verb of accusing has the target as its object."""
    verbs = (i for i in range(len(view.s.tokens)) if view.has(i, "accuse_verbs"))
    return any(c in view.holds for i in verbs for c in view.s.children(i, "obj"))


def _beside(view: View, p: Predicate, at: int) -> bool:
    """A name that modifies another noun: "a Ukrainian victory over the invaders", "the siege of Lodvia is a crime"."""
    up = view.s.tokens[at].head
    if up < 0 or up == p.token or view.s.tokens[at].rel not in ("amod", "compound", "nmod", "nmod:poss") or up in view.holds:
        return False
    return view.s.tokens[p.token].head == up or view.s.tokens[up].head == p.token


def _is_whence(view: View, p: Predicate, at: int) -> bool:
    """From where or between whom something else is ("extradite him from Lodvia to stand trial"), or what it is said not to be."""
    s = view.s
    clauses = (c for c in s.children(s.tokens[p.token].head, "acl:relcl") if p.part == "adj" and s.tokens[p.token].rel == "amod")
    if any(at in s.subtree(c) and at not in s.children(c, "nsubj") for c in clauses):
        return True  # "illegal measures that trample on Lodvia's rights"
    if s.children(at, "cop") and any(p.token in s.subtree(c) for c in s.children(at, "nsubj")):
        return any(view.has(c, "negators") for c in s.children(at, "advmod"))  # "the target of the attack was not Lodvia"
    return p.token not in s.ancestors(at) and bool(cases(s, at) & {"from", "between"})


def _is_another(view: View, token: int) -> bool:
    """Whether a token names somebody who is not the target."""
    t = view.s.tokens[token]
    return (t.upos == "PROPN" or t.ner[-3:] in ("PER", "ORG", "LOC", "ORP")) and bearer(view.s, view.holds, token) is None


def _closest(view: View, p: Predicate) -> int | None:
    tokens = view.s.tokens
    for distance in range(1, _REACH + 1):
        for at in (p.start - distance, p.end - 1 + distance):
            if not 0 <= at < len(tokens) or at not in view.holds or view.holds[at].kind in ("pronoun", "self"):
                continue
            low, high = sorted((at, p.token))
            if not any(t.upos in ("PUNCT", "CCONJ") and t.text not in "-'’" for t in tokens[low + 1 : high]):
                return at
    return None


def _nearable(view: View, p: Predicate) -> bool:
    """Bad deeds and words for them, and measures; praise and liking need a path."""
    if p.entry.agent < 0 and p.entry.kind not in ("bad", "shortfall"):
        return p.entry.id not in view.rules.words["role_bound"]
    return p.entry.holder < 0 and (p.part in ("noun", "phrase") or p.end - p.start > 1 or p.entry.kind == "counteract")


def loose(view: View, p: Predicate, share: float) -> Clue | None:
    """A value word about "it", "this step" or nothing in particular, where the introducing words name the target."""
    e = p.entry
    if e.id in view.rules.words["joint_acts"] and p.part == "verb" and view.s.tokens[p.token].rel != "amod" and share >= 1:
        return _together(view, p)
    if view.focus <= 0 or share < 1 or not e.agent or e.owned:
        return None
    if view.scene.own_side:
        return None  # "common sense has not left Europe", "a dangerous game": who speaks for the target judges others
    if view.deed.others and e.kind in ("violence", "foe"):
        return None  # "gunmen stormed a church … this attack"
    if not e.evaluative and (e.kind not in _ACTS or e.id in view.rules.words["role_bound"]):
        return None
    found = [a for a in arguments(view.s, p, view.rules) if a.role == "agent"]
    state = not _is_elsewhere(view) and any(_is_that_state(view, a.token) for a in found)
    if not e.evaluative and view.focus < _INTRODUCED and not (state or _pointed(view, p.token) or _epithet(view, p)):
        return None
    if not all(_points_back(view, a.token) for a in found) or _is_of_another(view, p):
        return None
    if e.agent < 0 and any(view.has(a.token, "claims") and a.token not in view.holds for a in found):
        return None  # "dismissed the claims as “fake news”"
    scope = view.scope(p, e.presupposes and p.part == "noun" and _pointed(view, p.token))
    value = bearing(view, e, scope)
    return clue(view, p, "context", value * view.focus * (1.0 if e.evaluative else 0.7) * (0.8 if value > 0 else 1.0), scope)


def _is_of_another(view: View, p: Predicate) -> bool:
    """What somebody else faces or does ("Sorland faces chaos"), what has no doer yet ("any aggression"), a bad year."""
    s, t = view.s, view.s.tokens[p.token]
    if p.part == "noun" and any(s.tokens[c].lemma.lower() == "any" for c in s.children(p.token, "det")):
        return True
    bearers = s.children(p.token, "nsubj") if p.part == "adj" else []
    if any(view.has(c, "times") for c in bearers):
        return True
    over = t.head if p.part == "noun" and t.base in ("obj", "obl") and t.head in view.part.quoted else -1
    return over >= 0 and any(_is_another(view, c) for c in s.children(over, "nsubj"))


def _is_that_state(view: View, token: int) -> bool:
    """This state; "this is a country that …"."""
    t = view.s.tokens[token]
    said = t.text.lower() == "this" and t.base == "nsubj" and t.head >= 0 and view.has(t.head, "states")
    return said or (_pointed(view, token) and view.has(token, "states")) or _is_our_neighbour(view, token)


def _is_our_neighbour(view: View, token: int) -> bool:
    """Our big neighbour, our neighbour in the east: a state, not the man next door."""
    s = view.s
    if not view.has(token, "neighbours") or not any(view.who(c) == "self" for c in s.children(token, "nmod:poss")):
        return False
    return any(view.has(c, "bearings") for c in s.children(token, "amod", "compound", "nmod"))


def _is_elsewhere(view: View) -> bool:
    """Whether the sentence before tells of another people too: "this regime" may be theirs."""
    last = view.scene.before[-1:]
    peoples = (t.text for s in last for t in s.tokens if t.ner.endswith("NORP"))
    return any(not any(word in target.aliases for target in view.rules.targets) for word in peoples)


def encounter(view: View, p: Predicate, share: float) -> Clue | None:
    """Praise of a meeting or of relations with the target is mild support."""
    e = p.entry
    if share < 1 or e.id not in view.rules.words["pleased_by"] or not (view.focus or view.names.found or view.holds or view.told):
        return None
    for a in arguments(view.s, p, view.rules):
        if not view.has(a.token, "encounters") or (a.path.startswith("<amod.") and not a.path.endswith(("cop", "of"))):
            continue  # "cooperation has taken on great importance"
        if view.has(a.token, "amounts") and any("of" in cases(view.s, c) for c in view.s.children(a.token, "nmod")):
            continue  # "a great, great deal of smoke"
        owners = view.s.children(a.token, "compound", "nmod:poss")
        if any(_is_another(view, c) for c in owners) and not view.names.tokens & {k for c in owners for k in view.s.subtree(c)}:
            continue  # "the NATO summit was a huge success"
        below = {*view.s.subtree(a.token), *view.s.children(p.token, "obl", "nmod")}
        if any(k in view.holds or k in view.names.tokens for k in below) or view.focus or view.told:
            scope = view.scope(p, False)
            return clue(view, p, "encounter", max(0.0, e.agent * scope.value * 0.7), scope)
    return None


def _together(view: View, p: Predicate) -> Clue | None:
    """They seek to cooperate: with whom, the words before say."""
    found = arguments(view.s, p, view.rules)
    both = (view.focus > 0 or view.told) and any(_is_both(view, a.token) for a in found if a.role == "agent")
    if both:  # "if our two countries work together"
        return clue(view, p, "context", 0.6 * p.entry.holder * view.scope(p, False).value, view.scope(p, False))
    if (
        view.focus <= 0
        or p.entry.id in view.rules.words["joint_only"]
        or any(a.role == "theme" and not p.spells(a.token) for a in found)
        or any(view.is_person(a.token) and view.who(a.token) != "self" for a in found)
    ):
        return None
    return clue(view, p, "context", p.entry.holder * view.scope(p, False).value * view.focus, view.scope(p, False))


def _is_both(view: View, token: int) -> bool:
    """Our two countries, both our governments."""
    with_it = [view.s.tokens[c].text.lower() for c in view.s.children(token, "nmod:poss", "nummod", "det", "amod")]
    return "our" in with_it and ("two" in with_it or "both" in with_it)


def _points_back(view: View, token: int) -> bool:
    if view.s.tokens[token].text.lower() in view.rules.words["demonstratives"] or view.has(token, "conduct"):
        return True
    if _is_our_neighbour(view, token):
        return True
    return _pointed(view, token)


def _epithet(view: View, p: Predicate) -> bool:
    """The occupiers, the aggressor: a name for whoever was spoken of."""
    named = p.entry.id in view.rules.words["epithets"]
    if not named:
        return False
    return _is_cry(view, p) or any(view.s.tokens[c].text.lower() == "the" for c in view.s.children(p.token, "det"))


def _is_cry(view: View, p: Predicate) -> bool:
    """A sentence of one noun: "Monsters. Savages," he wrote."""
    t = view.s.tokens[p.token]
    below = (view.s.tokens[c].base for c in view.s.below[p.token])
    return t.upos == "NOUN" and t.rel in ("root", "ccomp", "parataxis") and all(rel == "punct" for rel in below)


def _pointed(view: View, token: int) -> bool:
    return any(
        view.s.tokens[c].text.lower() in view.rules.words["pointing_determiners"] for c in view.s.children(token, "det", "amod")
    )
