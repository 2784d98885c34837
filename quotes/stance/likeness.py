"""The target likened to a tyrant: "it does the same as Hitler", "their methods are those of Stalin"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.mentions import Hold, bearer
from quotes.stance.subjects import cases, is_passive, subjects
from quotes.stance.view import View

_BETWEEN = frozenset(["like", "as", "of", "to", "with", "than", "from", "between", "by"])
"""Prepositions of what somebody is likened to, or may be told from: no difference from, compared to, reminded of."""
_DIRECT = frozenset(["obj", "compound", "amod"])
_WEIGHT = -1.2


def likened(view: View) -> Iterator[Clue]:
    """One clue where the quoted words liken the target to a tyrant."""
    if view.scene.own_side:
        return
    for i in sorted(view.part.quoted):
        if view.has(i, "tyrants") and (hold := _by_deed(view, i) or _by_word(view, i)) is not None:
            t = view.s.tokens[i]
            yield Clue("foe/likened:agent", t.text, t.start, t.end, round(_WEIGHT * hold.weight, 3))
            return


def _by_deed(view: View, tyrant: int) -> Hold | None:
    """The target does what a tyrant did: "what Lodvia does to us is what Hitler did to the Poles"."""
    s = view.s
    done = s.tokens[tyrant].head
    if s.tokens[tyrant].base != "nsubj" or s.tokens[done].lemma.lower() != "do":
        return None
    verbs = (v for v in sorted(view.part.quoted - {done}) if view.has(v, "doings"))
    doers = (c for v in verbs if not _is_denied(view, v) for c in s.children(v, "nsubj"))
    return next((h for c in doers if (h := bearer(s, view.holds, c)) is not None and h.bond == "is"), None)


def _by_word(view: View, tyrant: int) -> Hold | None:
    """A word of likeness joins the two: the same as, no different from, compared to, in the style of."""
    s, at = view.s, tyrant
    linked = bool(cases(s, at) & _BETWEEN)
    for _ in range(4):
        t = s.tokens[at]
        up = t.head
        if up < 0 or up not in view.part.quoted:
            return None
        if t.base == "conj":
            linked = linked or bool(cases(s, up) & {"between"})
        elif t.base not in _DIRECT and not (linked and t.base in ("obl", "nmod", "advcl")):
            return None
        at = up
        if view.has(at, "likenesses") or (linked and (view.has(at, "doings") or _is_kind(view, at))):
            return _likened(view, at, tyrant)
        linked = (linked and t.base == "conj") or bool(cases(s, at) & _BETWEEN)
    return None


def _likened(view: View, word: int, tyrant: int) -> Hold | None:
    """Whom a word of likeness is about: its subject, its owner, the object of comparing; denied, it likens nobody."""
    s = view.s
    apart = view.has(word, "differences")
    t = s.tokens[word]
    clause = t.head if t.upos in ("NOUN", "ADJ") and t.base in ("obj", "obl", "xcomp", "nsubj") and t.head >= 0 else word
    denied = _is_denied(view, word) or (clause != word and _is_denied(view, clause))
    folly = s.tokens[clause].head
    if denied != apart or (folly >= 0 and view.has(folly, "follies")):
        return None  # "it is wrong to compare him to Hitler"
    compares = view.has(clause, "comparings")
    about = s.children(clause, "obj", "nsubj:pass") if compares else [x for x, _, _ in subjects(s, clause)]
    about = [*about, *s.children(word, "nmod:poss", "amod", "compound")]
    about += [c for c in s.children(word, "nmod", "obl") if cases(s, c) & {"between", "with", "in"} and c != tyrant]
    about += [k for c in about if c not in view.holds for k in _inside(view, c)]
    if (is_passive(s, clause) and not compares) or not (clause == word or compares or _takes(view, clause)):
        return None
    return next((h for c in about if (h := bearer(s, view.holds, c)) is not None), None)


def _is_kind(view: View, token: int) -> bool:
    """Those of Stalin, one of Hitler's: a pronoun that is said of the subject."""
    return view.s.tokens[token].lemma.lower() in ("that", "those", "one") and bool(view.s.children(token, "cop"))


def _inside(view: View, subject: int) -> list[int]:
    """What a free relative as a subject tells of: "what we see from Lodvia", "what Lodvia does"."""
    s = view.s
    if s.tokens[subject].xpos != "WP":
        return []
    verbs = s.children(subject, "acl:relcl")
    return [c for v in verbs for c in s.children(v, "nsubj", "obj", "obl", "nmod")]


def _is_denied(view: View, token: int) -> bool:
    return any(view.has(c, "negators") for c in view.s.children(token, "advmod", "det"))


def _takes(view: View, verb: int) -> bool:
    """Whether who does it makes the other's ways his own: "uses the playbook of", not "fought the methods of"."""
    return any(view.has(verb, name) for name in ("followings", "doings", "likenesses")) or view.s.tokens[verb].upos != "VERB"
