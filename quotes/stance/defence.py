"""Defence of the target: words that reject an accusation, doubt about the culprit, protest of the own side (R6)."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.charges import UNSHOWN
from quotes.stance.deeds import said_of, says_of_it
from quotes.stance.measures import is_dismissed
from quotes.stance.mentions import bearer
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases, lemmas, subjects
from quotes.stance.view import View, clue

_ARGUMENTS = ("nsubj", "obj", "obl", "root", "ccomp", "acl", "conj", "appos")
"""Relations in which a name is itself spoken of; before a noun ("Russian frost") it is not."""


_ANTI = 0.7


def defence(view: View, p: Predicate, share: float) -> Clue | None:
    """A word that rejects an accusation, where the target is what is accused (R6)."""
    e = p.entry
    if not e.defence:
        return _protest(view, p, share)
    scope = view.scope(p, False)
    value = e.defence * share * (scope.value if p.part == "adj" and p.end - p.start == 1 else scope.factor)
    t = view.s.tokens[p.token]
    if e.id in view.rules.words["unproven"] and t.base == "obj" and view.has(t.head, "findings"):
        value *= UNSHOWN  # what an inquiry did not find is a finding
    if view.scene.own_side:
        if p.token in view.part.quoted and scope.sign > 0 and _is_of_finding(view, p):
            return clue(view, p, "defence", 0.8 * e.defence * share)  # the report is “one-sided”: whose charge it is, is told
        if p.part == "adj" and not _judges_a_charge(view, p):
            return None  # "an act of unfair competition"
        if e.id in view.rules.words["ignorance"] and not _is_ours(view, p):
            return None  # "signed by people who know nothing about the island"
        if p.part == "noun" and p.end - p.start == 1 and (_is_made(view, p) or is_dismissed(view, p, "cop")):
            return None  # "he built the theatre in which it was staged"; "the rumour is nonsense" is one word against it
        if _charges_another(view, p):
            value *= 0.3  # "the allegations that Sorland did it are groundless" defend Sorland (R7)
        return clue(view, p, "defence", value * _charged(view, p) * (0.8 if view.focus else 1.0), scope)
    if any(view.has(i, "mutual_charges") for i in view.part.quoted):
        value *= 0.4  # "no evidence of collusion" clears first whoever is said to have colluded with it
    if e.id in view.rules.words["exculpations"] and p.part != "adj" and _is_of_target(view, p):
        return clue(view, p, "exculpation", 0.8 * value, scope)  # "Lodvia had nothing to do with it"
    if e.kind == "doubt":
        holds = _is_about(view) and _is_whole(view, p) and not _asks_how(view, p) and not _is_settled(view, p)
        return clue(view, p, "defence", value, scope) if holds else None
    if p.token in view.part.quoted and p.part == "noun" and _is_slander(view, p):
        return clue(view, p, "defence", 0.7 * e.defence * share, None)  # "these lies about Lodvia must stop"
    if view.deed.against and p.token in view.part.quoted and says_of_it(view, p):
        return clue(view, p, "defence", value * 0.7, scope)  # "they blame Lodvia. It is untrue"
    if p.token in view.part.quoted and (_accusation_against(view, p) or _labels_a_charge(view, p) or _unproven(view, p)):
        return clue(view, p, "defence", value * 0.8, scope)
    return None


def _is_slander(view: View, p: Predicate) -> bool:
    """Whether a false tale is told about or against the target itself."""
    after = (c for c in view.s.children(max(view.s.tokens[p.token].head, 0), "obl") if c - p.end <= 2 and c > p.token)
    told = (c for c in (*view.s.children(p.token, "nmod"), *after) if cases(view.s, c) & {"about", "against"})
    return any(c in view.holds and view.holds[c].bond == "is" for c in told)


def _is_made(view: View, p: Predicate) -> bool:
    """Whether a noun is what somebody makes or does, and not what something is called."""
    t = view.s.tokens[p.token]
    return t.base == "obj" and t.head in view.part.quoted and view.has(t.head, "makings")


def _is_of_target(view: View, p: Predicate) -> bool:
    """Whether the target itself is the subject of the phrase, in the quoted words."""
    if p.token not in view.part.quoted:
        return False
    agents = (a for a in arguments(view.s, p, view.rules) if a.role == "agent")
    known = [h for a in agents if (h := bearer(view.s, view.holds, a.token)) is not None and h.bond == "is"]
    return any(view.accused or view.s.tokens[h.mention].text.lower() != "it" for h in known)  # "it has nothing to do with love"


def _is_ours(view: View, p: Predicate) -> bool:
    """Whether the subject of the phrase is the own side."""
    verb = next((i for i in range(p.start, p.end) if view.s.tokens[i].upos in ("VERB", "ADJ")), p.token)
    return any(bearer(view.s, view.holds, x) is not None or view.who(x) == "self" for x, _, _ in subjects(view.s, verb))


def _charged(view: View, p: Predicate) -> float:
    """How surely what the own side rejects is an accusation: one stands near, or the target, or the word says so itself."""
    if view.accused or _is_of_finding(view, p):
        return 1.0
    return 0.5 if view.focus or view.holds or p.entry.id in view.rules.words["retorts"] else 0.3


def _is_of_finding(view: View, p: Predicate) -> bool:
    """Whether a word is said of a report, a verdict, a story: what is laid at the target's door."""
    about = said_of(view, p) or []
    return bool(about) and all(view.has(x, "findings_told") and x not in view.holds for x in about)


def _charges_another(view: View, p: Predicate) -> bool:
    """Whether the accusation that is rejected is one against somebody else, by its clause."""
    named = [a.token for a in arguments(view.s, p, view.rules) if a.role == "agent" and view.has(a.token, "accusations")]
    clauses = [c for n in named for c in view.s.children(n, "acl", "ccomp")]
    doers = [x for c in clauses for x in view.s.children(c, "nsubj")]
    return bool(doers) and all(view.s.tokens[x].upos == "PROPN" and bearer(view.s, view.holds, x) is None for x in doers)


def _judges_a_charge(view: View, p: Predicate) -> bool:
    """The adjective is said of an accusation, a step or "this", or stands as the predicate."""
    t = view.s.tokens[p.token]
    if t.rel != "amod" or t.head < 0:
        return True
    return any(view.has(t.head, name) for name in ("accusations", "conduct", "transparent"))


def _asks_how(view: View, p: Predicate) -> bool:
    """Nobody knows how it will end: what is unknown is not the culprit."""
    below = (k for c in view.s.children(p.token, "ccomp") for k in view.s.children(c, "advmod", "mark") if not p.spells(k))
    return any(view.s.tokens[k].xpos == "WRB" for k in below)


def _is_settled(view: View, p: Predicate) -> bool:
    """Another's ignorance ("his rival has no idea whether"), or words that name the target as the doer after all."""
    knowers = [i for i in (*range(p.start, p.end), view.s.tokens[p.token].head) if i >= 0]
    if any(_is_one(view, x) for i in knowers for x in view.s.children(i, "nsubj")):
        return True
    quoted = [i for i in view.part.quoted if i in view.holds and view.holds[i].bond == "is"]
    named = (i for i in quoted if view.s.children(i, "cop") and view.s.children(i, "nsubj"))
    left_open = view.rules.words["hedges"] | view.rules.words["conditionals"] | view.rules.words["negators"]
    return any(not lemmas(view.s, i, "aux", "advmod", "mark") & left_open for i in named)  # "I think it was Lodvia"


def _is_one(view: View, token: int) -> bool:
    """Whether a token is one other person: "they have no idea" says that nobody has."""
    t = view.s.tokens[token]
    return view.who(token) == "third" and (t.ner.endswith("PER") or t.text.lower() in ("he", "she"))


def _is_about(view: View) -> bool:
    """The target is accused and named in the quoted words, or before them with nobody else named in them."""
    if any(k in view.part.quoted and h.bond == "is" and view.s.tokens[k].base in _ARGUMENTS for k, h in view.holds.items()):
        return True
    if any(k in view.part.quoted for k in view.holds):
        return view.accused
    others = any(kind == "PER" and a in view.part.quoted for a, _, kind in view.s.names())
    return view.accused and view.focus > 0 and not others


def _is_whole(view: View, p: Predicate) -> bool:
    """No word of the phrase belongs to another clause: "I do not believe it", not "I do not believe it came up"."""
    return all(
        i == p.token or p.start <= view.s.tokens[i].head < p.end or view.s.tokens[i].base != "nsubj"
        for i in range(p.start, p.end)
    )


def _protest(view: View, p: Predicate, share: float) -> Clue | None:
    """The own side calls measures or charges against the target wrong; others call the very measures a mistake."""
    e = p.entry
    if share < 1 or e.agent >= 0:
        return None
    if p.token in view.part.quoted and (_labels_a_charge(view, p) or (view.scene.own_side and _about_wording(view, p))):
        return clue(view, p, "protest", 0.5 * min(1.4, -e.agent) * view.scope(p, False).factor)
    if e.kind not in ("bad", "law-breaking", "deceit", "coercion", "violence"):
        return None
    if view.scene.own_side and p.token in view.part.quoted and _is_of_finding(view, p):
        return clue(view, p, "protest", 0.6 * min(1.4, -e.agent))
    against = [q for q in view.predicates if q.entry.kind in ("counteract", "condemn") and q is not p]
    if not view.scene.own_side:
        mine = (
            {a.token for a in arguments(view.s, p, view.rules) if a.role == "agent"} if e.kind in ("bad", "violence") else set()
        )
        against = [q for q in against if q.entry.kind == "counteract" and q.token in mine]
    hit = any(
        a.role == "theme" and bearer(view.s, view.holds, a.token) for q in against for a in arguments(view.s, q, view.rules)
    )
    scope = view.scope(p, False)
    return clue(view, p, "protest", -0.7 * e.agent * scope.value, scope) if hit and scope.value > 0 else None


def _about_wording(view: View, p: Predicate) -> bool:
    """What the own side calls bad is how things are called: "any mention of annexation is an insult"."""
    said = [a.token for a in arguments(view.s, p, view.rules) if a.role == "agent" and view.has(a.token, "wordings")]
    return any(bearer(view.s, view.holds, c) is None for c in said)


def anti(view: View) -> Iterator[Clue]:
    """Who speaks of an anti-Lodvian campaign, or of Lodvia-bashing, takes the target's part (R6)."""
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        named = [c for c in view.s.children(i, "amod", "compound") if c in view.names.excluded]
        hostile = view.has(i, "crusades") and any(_is_anti(view, c) for c in named)
        bashed = t.text.lower() in view.rules.words["bashings"] and any(view.s.tokens[c].base == "compound" for c in named)
        if (hostile or bashed) and not any(view.has(c, "negators") for c in view.s.children(i, "det")):
            yield Clue("dismissal/anti:defence", t.text, t.start, t.end, _ANTI)
            return


def _is_anti(view: View, token: int) -> bool:
    """Anti-Lodvian, in one token or three."""
    whole = view.s.tokens[token].text.lower().startswith("anti-")
    return whole or (token > 1 and view.s.tokens[token - 2].text.lower() == "anti")


def _accusation_against(view: View, p: Predicate) -> bool:
    """What is rejected is an accusation against the target: "the claims about Moscow are baseless", "slander against Russia"."""
    words = view.rules.words["accusations"]
    for a in arguments(view.s, p, view.rules):
        below = set(view.s.subtree(a.token))
        if a.role == "theme" and a.token in view.holds:
            return True
        charge = a.role == "theme" or view.s.tokens[a.token].lemma.lower() in words
        if charge and any(charges(view, q) for q in view.predicates if q.token in below):
            return True
        if charge and any(k in view.holds and cases(view.s, k) & {"against", "about"} for k in below):
            return True
    return False


def _unproven(view: View, p: Predicate) -> bool:
    """No proof that the target did it: the clause below the phrase has the target do what it may be charged with."""
    if p.entry.id not in view.rules.words["unproven"]:
        return False
    against = (c for i in range(p.start, p.end) for c in view.s.children(i, "nmod", "obl") if "against" in cases(view.s, c))
    if any(bearer(view.s, view.holds, c) is not None for c in against):
        return True  # "not a shred of proof against Lodvia"
    inside = [c for i in range(p.start, p.end) for c in view.s.children(i, "acl", "ccomp", "acl:relcl")]
    return any(
        view.has(c, "culpable") and bearer(view.s, view.holds, x) is not None for c in inside for x in view.s.children(c, "nsubj")
    )


def _labels_a_charge(view: View, p: Predicate) -> bool:
    """The quoted words name an accusation against the target: called the charge against Moscow "a fringe conspiracy theory"."""
    up = next((a for a in view.s.ancestors(p.token) if a not in view.part.quoted and view.has(a, "namings")), None)
    if up is None:
        return False
    named = [c for c in view.s.children(up, "obj", "nsubj:pass") if view.has(c, "accusations") and not view.has(c, "grounds")]
    named = [c for c in named if c not in view.part.quoted]
    theirs = (k for c in named for k in view.s.children(c, "nmod:poss", "amod") if k in view.names.tokens)
    if any(theirs):
        return False  # called the Kremlin's claim "absurd"
    return any(view.accused or any(k in view.holds for k in view.s.subtree(c)) for c in named)


def charges(view: View, q: Predicate) -> bool:
    """A bad deed with the target as its doer."""
    if q.entry.agent >= 0:
        return False
    return any(a.role == "agent" and bearer(view.s, view.holds, a.token) for a in arguments(view.s, q, view.rules))
