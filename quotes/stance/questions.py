"""Questions that answer themselves: "why should we punish Lodvia?", "who still believes them?" say the contrary."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.model import Sentence
from quotes.stance.predicates import Predicate
from quotes.stance.subjects import lemmas

_ONWARD = ("ccomp", "xcomp", "csubj", "advcl", "acl", "obj", "obl", "nmod", "conj", "nsubj")
Words = Mapping[str, frozenset[str]]


def answers_itself(s: Sentence, p: Predicate, words: Words) -> bool:
    """Whether what a question asks for is denied by asking; a relative clause in it is told, not asked."""
    at = p.token
    for _ in range(5):
        if _is_why(s, at, p) or _is_who(s, at, p, words) or _is_how(s, at, p):
            return True
        if any(_asked_reason(s, c, words) for c in (at, *s.children(at, "obj", "nsubj", "obl"))):
            return True
        t = s.tokens[at]
        if t.rel == "acl:relcl" or t.base not in _ONWARD or t.head < 0:
            return False
        at = t.head
    return False


def _is_why(s: Sentence, verb: int, p: Predicate) -> bool:
    """Why should we, why would they; "why does he", "why don't we" and "why must they always threaten us" do not deny it."""
    asking = {"should", "would", "must"} if p.entry.holder else {"should", "would"}
    return "why" in lemmas(s, verb, "advmod") and bool(lemmas(s, verb, "aux") & asking)


def _is_who(s: Sentence, verb: int, p: Predicate, words: Words) -> bool:
    """Who would trust them, who still believes it: an attitude that nobody has."""
    asked = any(s.tokens[c].text.lower() == "who" and s.tokens[c].xpos == "WP" for c in s.children(verb, "nsubj"))
    if not asked or not p.entry.holder or s.tokens[verb].rel == "acl:relcl":
        return False
    sure = lemmas(s, verb, "advmod") & words["incredulity"]
    return bool(sure or lemmas(s, verb, "aux") & {"would", "could", "can", "should"})


def _is_how(s: Sentence, verb: int, p: Predicate) -> bool:
    """How can we trust them; "how can we work with them" asks for a way."""
    asked = "how" in lemmas(s, verb, "advmod")
    return asked and p.entry.kind == "praise" and bool(lemmas(s, verb, "aux") & {"can", "could", "shall"})


def _asked_reason(s: Sentence, noun: int, words: Words) -> bool:
    """What reason would they have to, what is the point of."""
    if s.tokens[noun].lemma.lower() not in words["reasons"]:
        return False
    return "what" in lemmas(s, noun, "det", "nsubj")
