"""By which words somebody told by a description gets a name: "a driver called Ivan", "a marine who gave his name as Artem"."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

_ONESELF = frozenset(("himself", "herself", "themselves"))
_NONE: frozenset[str] = frozenset()


def named_as(reference: Reference, sentence: Sentence, lexicon: Lexicon) -> list[int]:
    """Tokens that name a person behind the description: "a teenager, who gave her name only as Anna"; a body "one of the largest
    hospitals, Kolm Hospital"; "one of the men, a marine called Ivan"."""
    several = sentence.children(reference.head, "nmod") if fold(sentence.tokens[reference.head].text) == "one" else ()
    members = [i for c in several for i in sentence.children(c, "appos")]
    calling = lexicon.calling if reference.sort == "person" else _NONE
    nouns = (reference.head, *sentence.children(reference.head, "appos"), *members)
    inside = [i for noun in nouns for told in _telling(sentence, noun, lexicon) for i in sentence.subtree(told)]
    named = [i for i in inside if sentence.tokens[i].upos == "PROPN" and _named_by(sentence, i, calling, lexicon)]
    return named + members


def _telling(sentence: Sentence, noun: int, lexicon: Lexicon) -> list[int]:
    """The clauses and phrases behind a noun that can give its name: "a gunner with the call sign Orel"; a clause with "who"
    belongs to the person though a tree hangs it on the place between ("an officer at the base, who gave …")."""
    out = list(sentence.children(noun, "acl"))
    for c in sentence.children(noun, "nmod"):
        if fold(sentence.tokens[c].lemma) in lexicon.name_nouns:
            out.append(c)
        elif lexicon.person_noun(fold(sentence.tokens[c].lemma)) is None:
            out += [v for v in sentence.children(c, "acl") if any(sentence.tokens[s].text == "who" for s in sentence.children(v))]
    return out


def _named_by(sentence: Sentence, i: int, calling: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a verb gives the name: "who gave her name as Anna", "a driver called Ivan"."""
    verb = sentence.tokens[sentence.tokens[i].head]
    if sentence.tokens[i].base in ("xcomp", "obj", "appos") and fold(verb.lemma) in calling:
        return True
    verbs = (fold(sentence.tokens[a].lemma) for a in sentence.ancestors(i))
    return _is_beside(sentence, i, lexicon) or (_behind_as(sentence, i) and any(v in lexicon.naming for v in verbs))


def is_given(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the words around a proper noun say that it is the name somebody has: "gave her name as Blessing", "her first name,
    Joy", "with the call sign Orel"."""
    above = sentence.tokens[i].head
    if above < 0 or _is_beside(sentence, i, lexicon):
        return above >= 0
    given = [fold(sentence.tokens[c].lemma) for c in sentence.children(above, "obj")]
    named = fold(sentence.tokens[above].lemma) in lexicon.naming and any(w in lexicon.name_nouns | _ONESELF for w in given)
    return _behind_as(sentence, i) and (named or fold(sentence.tokens[above].lemma) in lexicon.name_nouns)


def _is_beside(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a name stands in apposition to the noun for it."""
    token = sentence.tokens[i]
    apposed = token.base in ("appos", "flat") and 0 <= token.head < i
    return apposed and fold(sentence.tokens[token.head].lemma) in lexicon.name_nouns


def _behind_as(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].text == "as" for c in sentence.children(i, "case"))
