"""A filler of a role, and the fillers that stand outside the usual places of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.model import Sentence
from quotes.stance.predicates import Predicate
from quotes.stance.subjects import cases, is_passive, subjects

Role = Literal["agent", "theme"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that heads the filler of a role, with the dependency path that led to it."""

    role: Role
    token: int
    path: str
    weight: float = 1.0


def told(s: Sentence, clause: int) -> Iterator[Argument]:
    """We regret that Russia left; we condemn what Russia did: the attitude is toward the doer of the clause."""
    for token, path, weight in subjects(s, clause) if s.children(clause, "nsubj") else []:
        yield Argument("theme", token, "ccomp." + path, weight * 0.7)


def whence(s: Sentence, noun: int, origins: frozenset[str]) -> Iterator[Argument]:
    """From whom something bad comes: "the main danger comes from Lodvia"."""
    t = s.tokens[noun]
    if t.rel == "nsubj" and t.head >= 0 and s.tokens[t.head].lemma.lower() in origins:
        yield from (Argument("agent", c, "<nsubj.obl:from", 0.9) for c in s.children(t.head, "obl") if cases(s, c) == {"from"})


def adverbial(s: Sentence, adverb: int) -> Iterator[Argument]:
    """Who does it in a way that is judged: "Lodvia cynically used them", "behaved decently"."""
    t = s.tokens[adverb]
    if t.base == "advmod" and t.head >= 0 and s.tokens[t.head].upos == "VERB" and t.text.lower().endswith("ly"):
        if is_passive(s, t.head):
            yield from (Argument("agent", c, "<advmod.obl:by", 0.9) for c in s.children(t.head, "obl") if "by" in cases(s, c))
        else:
            yield from (Argument("agent", c, "<advmod." + path, 0.9 * w) for c, path, w in subjects(s, t.head))


def likewise(s: Sentence, verb: int) -> Iterator[Argument]:
    """Who does so too: "a state that poisons people, as Lodvia did", "to attack one's neighbours the way Lodvia does"."""
    t = s.tokens[verb]
    over = s.tokens[t.head].head if t.rel == "acl:relcl" and s.tokens[t.head].base == "nsubj" else -1
    for child in [c for v in (verb, over) if v >= 0 for c in s.children(v, "advcl")]:
        if s.tokens[child].lemma == "do" and cases(s, child) & {"as", "like"} and not s.children(child, "obj"):
            for doer in s.children(child, "nsubj"):
                yield Argument("agent", doer, "advcl.nsubj", 0.8)


def between(s: Sentence, p: Predicate) -> Iterator[Argument]:
    """Of a phrase that the tree tears: who stands between its words ("caught Lodvia red-handed")."""
    for i in sorted(p.gap):
        if s.tokens[i].upos in ("NOUN", "PROPN", "PRON") and s.tokens[i].head not in p.gap:
            yield Argument("theme", i, "gap", 0.9)


def apposed(s: Sentence, p: Predicate) -> Iterator[Argument]:
    """Who is named behind the clause that tells of a noun, wherever the tree hangs him: "the worst foe that we have, Putin,"."""
    for clause in s.children(p.token, "acl:relcl", "acl") if p.part == "noun" else ():
        comma = max(s.subtree(clause)) + 1
        name = comma + 1
        if name + 1 >= len(s.tokens) or s.tokens[comma].text != "," or s.tokens[name].upos != "PROPN":
            continue
        stop = max(s.subtree(name), default=name) + 1 if s.tokens[name].base != "root" else name + 1
        stop = next((i for i in range(name, min(stop + 1, len(s.tokens))) if s.tokens[i].upos != "PROPN"), stop)
        if stop < len(s.tokens) and s.tokens[stop].upos == "PUNCT":
            yield Argument("agent", name, "appos", 0.85)


def closing(s: Sentence, p: Predicate) -> Iterator[Argument]:
    """The object of the preposition in which a phrase ends: "nothing normal about Lodvia"."""
    last = s.tokens[p.end - 1]
    if p.end - p.start > 2 and last.upos == "ADP" and last.base == "case" and last.head >= p.end:
        if p.entry.holder or p.entry.theme:
            yield Argument("theme", last.head, "closing", 0.9)
            yield from told(s, last.head) if s.tokens[last.head].upos == "VERB" else ()  # "not happy with what Lodvia does"
        elif last.lemma == "about":
            yield Argument("agent", last.head, "obl", 0.9)
