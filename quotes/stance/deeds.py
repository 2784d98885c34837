"""What "this" and "it" judge: the deed just told, by the target ("They shelled the town. \"This is terror\"") or against it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Clue, Sentence
from quotes.stance.argument import Argument
from quotes.stance.mentions import Hold, Names, bearer
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases, is_passive, subjects
from quotes.stance.values import StanceRules
from quotes.stance.view import Deed, View, clue
from quotes.stance.weighing import bearing

_FOUND = 0.6
"""How far a word about a deed that the sentence before tells counts for its doer."""
_WRONGS = ("bad", "deceit", "law-breaking", "violence")
"""Classes of the words by which a measure is called wrong."""
_BREACHES = ("law-breaking", "coercion", "interference")
"""Classes of the verbs that a deed itself may be the subject of: "it runs counter to the charter"."""
_AGAINST = 0.45
"""How far calling a measure against the target wrong speaks for the target, where the sentence before tells of it."""
_NAMED = 0.7
"""As ``_AGAINST``, where the words or their frame name the measure themselves."""


def told(s: Sentence, names: Names, predicates: Sequence[Predicate], rules: StanceRules) -> Deed:
    """The last main clause of a sentence as a deed of the target, a deed against it, or neither."""
    verb = _last_clause(s, rules)
    if verb >= 0 and s.tokens[verb].upos != "VERB":
        return Deed(_conduct(s, verb, names, rules))
    if verb < 0 or s.tokens[verb].lemma.lower() in rules.words["no_deeds"]:
        return Deed()
    doers = [_whom(s, verb, x) for x, _, _ in subjects(s, verb)]
    measure = any(p.entry.kind in ("counteract", "condemn") and p.start <= verb < p.end for p in predicates)
    named = names.tokens
    if is_passive(s, verb):
        if any(named & set(s.subtree(x)) for x in doers) and measure:
            return Deed(against=True)
        doers = [c for c in s.children(verb, "obl") if "by" in cases(s, c)]
    elif measure and any(named & set(s.subtree(x)) for x in s.children(verb, "obj", "obl")):
        return Deed(against=not any(bearer(s, names.holds, x) for x in doers))
    return Deed(max((h.weight for x in doers if (h := bearer(s, names.holds, x)) is not None), default=0.0))


def _whom(s: Sentence, verb: int, doer: int) -> int:
    """Of what somebody says that "it" or "he" does: who says so ("Lodvia said it had recognised the two regions")."""
    t, up = s.tokens[doer], s.tokens[verb].head
    if t.upos != "PRON" or t.text.lower() not in ("it", "he", "she", "they") or s.tokens[verb].base != "ccomp" or up < 0:
        return doer
    return next(iter(s.children(up, "nsubj")), doer)


def _conduct(s: Sentence, predicate: int, names: Names, rules: StanceRules) -> float:
    """How surely what a sentence calls something is the target's conduct: "Lodvia's refusal was unworthy"."""
    about = (c for c in s.children(predicate, "nsubj") if s.tokens[c].lemma.lower() in rules.words["conduct"])
    held = (names.holds[c].weight for c in about if c in names.holds and names.holds[c].bond == "owns")
    return max(held, default=0.0)


def _last_clause(s: Sentence, rules: StanceRules) -> int:
    """The verb of the last main clause; of what somebody says or finds, the verb of what is said."""
    at = s.root if s.tokens else -1
    for _ in range(5):
        if at < 0:
            return -1
        later = [c for c in s.children(at, "conj") if s.tokens[c].upos == "VERB"]
        if later:
            at = later[-1]
        elif (lemma := s.tokens[at].lemma.lower()) in rules.words["factives"] | rules.words["tellers"]:
            clause = max(s.children(at, "ccomp", "parataxis"), default=-1)
            if clause < 0 and lemma not in rules.words["tellers"]:
                return at  # "recognised the two regions"
            at = clause
        else:
            return at
    return at


def deed(view: View, p: Predicate, share: float) -> Clue | None:
    """A bad word said of the deed just told is said of its doer; of a ban or of isolating the target, for the target."""
    if share < 1 or p.entry.agent >= 0 or p.entry.owned or view.scene.own_side or p.token not in view.part.quoted:
        return None
    about = said_of(view, p)
    if about is None or view.has(p.token, "misfortunes"):
        return None
    scope = view.scope(p, False)
    worded = any(view.has(x, "wordings") for x in about)
    if any(_is_against(view, x) for x in about) or (view.deed.against and not worded and _all_point(view, about)):
        if scope.value <= 0 or p.entry.kind not in _WRONGS:
            return None
        return clue(view, p, "protest", -(_AGAINST if view.deed.against else _NAMED) * p.entry.agent * scope.value, scope)
    by = (view.deed.by and _all_point(view, about)) or _just_told(view, about)
    return clue(view, p, "deed", _FOUND * by * bearing(view, p.entry, scope), scope) if by else None


def _just_told(view: View, about: Sequence[int]) -> float:
    """How surely "this" is the target's deed in a clause before: "we see what they are doing there, and that is alarming"."""
    s = view.s
    if len(about) != 1 or s.tokens[about[0]].text.lower() not in ("this", "that"):
        return 0.0
    for verb in range(about[0] - 1, -1, -1):
        if verb == s.tokens[about[0]].head and s.tokens[about[0]].base == "obl":
            continue  # "we are grateful for that"
        doers = s.children(verb, "nsubj") if s.tokens[verb].upos in ("VERB", "ADJ") and verb in view.part.quoted else ()
        if not doers:
            continue
        free = s.tokens[verb].lemma == "do" and any(s.tokens[c].xpos == "WP" for c in s.children(verb, "obj"))
        if view.has(verb, "no_deeds") and not (free or s.tokens[s.tokens[verb].head].xpos == "WP"):
            return 0.0
        return max((h.weight for c in doers if (h := bearer(s, view.holds, c)) is not None and h.bond == "is"), default=0.0)
    return 0.0


def thing_done(view: View, p: Predicate, a: Argument) -> Hold | None:
    """For what one is grateful: the target's deed in a clause before ("it kept its word, and we are grateful for that")."""
    if a.role != "theme" or p.entry.kind != "praise" or p.token not in view.part.quoted or view.scene.own_side:
        return None
    sure = _just_told(view, [a.token])
    return Hold(a.token, a.token, "is", 0.8 * sure, "pronoun") if sure else None


def says_of_it(view: View, p: Predicate) -> bool:
    """Whether a word is said of what was just told, and of nothing else."""
    about = said_of(view, p)
    return bool(about and _all_point(view, about))


def said_of(view: View, p: Predicate) -> list[int] | None:
    """What a word, or the noun that it describes, is said of; empty for a cry ("Shame!"), None where it is no predicate."""
    s, at = view.s, p.token
    for _ in range(4):
        own = [c for c in s.children(at, "nsubj", "nsubj:outer", "csubj") if c not in view.part.speaker]
        if own:
            by_verb = s.tokens[at].upos == "VERB" and not (p.entry.kind in _BREACHES and _all_point(view, own))
            return own if not by_verb or s.tokens[own[0]].text.lower() in ("this", "that") else None
        t = s.tokens[at]
        if t.head < 0 or t.head not in view.part.quoted:
            return _named_by(view, at)
        if t.base not in ("amod", "compound", "conj") and not (t.base == "nmod" and "of" in cases(s, at)):
            return None
        at = t.head
    return None


def _named_by(view: View, at: int) -> list[int] | None:
    """Of the head of a quoted fragment: what a naming verb outside the marks calls so, the subject of its copula, or a cry."""
    s, t = view.s, view.s.tokens[at]
    up = s.tokens[t.head].head if t.head >= 0 and t.rel == "amod" else -1
    if up >= 0 and view.has(up, "namings") and s.tokens[t.head].base == "obj":
        return [t.head]  # called the move “cynical
    if t.head >= 0 and view.has(t.head, "namings"):
        objects = [c for c in s.children(t.head, "obj", "nsubj:pass", "csubj") if c != at]
        clauses = [c for c in s.children(t.head, "xcomp", "advcl") if c != at and c not in view.part.quoted]
        return objects or clauses or None
    whole = t.upos == "NOUN" and not s.children(at, "nmod", "acl", "acl:relcl", "case", "nmod:poss")
    alone = t.head < 0 or list(s.children(t.head, "ccomp", "parataxis")) == [at]
    return [] if whole and alone and t.rel in ("root", "ccomp", "parataxis") else None


def _all_point(view: View, about: Sequence[int]) -> bool:
    """Whether all that is judged is what was just told: this, it, the move, such a step."""
    return all(_points(view, x) for x in about)


def _points(view: View, token: int) -> bool:
    t = view.s.tokens[token]
    if t.xpos in ("WDT", "WP"):
        return False  # "a tale that has been spread"
    if t.text.lower() in ("this", "that", "it"):
        return not view.s.children(token, "acl:relcl")
    if t.upos != "NOUN" or not (view.has(token, "conduct") or view.has(token, "happenings")):
        return False
    own = view.s.children(token, "nmod:poss", "nmod", "compound", "acl:relcl", "acl")
    return not own and any(
        view.has(c, "pointing_determiners") or view.s.tokens[c].text.lower() in ("the", "these", "those")
        for c in view.s.children(token, "det")
    )


def _is_against(view: View, token: int) -> bool:
    """Whether a clause or noun is something done to the target: isolating Lodvia, the ban on its athletes."""
    named = view.names.tokens
    below = set(view.s.subtree(token))
    clause = view.s.tokens[token].upos == "VERB"
    if (
        clause
        and not view.s.children(token, "nsubj")
        and named & {i for c in view.s.children(token, "obj") for i in (c, *view.s.children(c, "amod", "compound"))}
    ):
        return True
    measures = (q for q in view.predicates if q.entry.kind == "counteract" and q.token in below)
    return any(
        a.role == "theme" and named & set(view.s.subtree(a.token))
        for q in measures
        if q.token == token or clause
        for a in arguments(view.s, q, view.rules)
    )


def is_comment(s: Sentence, rules: StanceRules) -> bool:
    """Whether a sentence is about "this" or "that": it tells no deed of its own, nor do "it will not last" and "nor will it"."""
    at, pronouns = s.root, {"this", "that", "it"}
    if at >= 0 and s.tokens[at].lemma.lower() in rules.words["tellers"]:
        at = max(s.children(at, "ccomp", "parataxis"), default=at)
        if any(s.tokens[c].lemma == "that" for c in s.children(at, "mark")):
            pronouns = {"this", "that"}  # "Lodvia said that it had recognised the two regions"
    return any(s.tokens[c].text.lower() in pronouns for c in s.children(at, "nsubj"))
