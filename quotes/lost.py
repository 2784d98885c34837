"""Where a verb's subject stands, read from the order of the words: for trees that lost it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Sentence

_PAIRS = {",": ",", ")": "("}
_APPOSITION = 12
"""Tokens of the longest apposition that stands between a subject and a verb without one."""
_PARTS = frozenset({"flat", "compound", "nmod", "appos"})
_OF = ({"of"}, {"for"})
"""Prepositions of a phrase that ends the subject's (``the captain of the Navy``, ``a spokesman for the Navy``)."""
_SAID = frozenset({"ccomp", "xcomp", "obj", "parataxis"})
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "'", "``"}), frozenset({'"', "”", "’", "'", "''"})
_NAME = 2
"""Words of the longest nickname in marks."""


def left(sentence: Sentence, i: int) -> Sequence[int]:
    """The phrase right before a finite verb, over adverbs, auxiliaries and "last week": for trees that lost the subject; its
    head, not the last noun (``the captain of the Navy said``)."""
    if not _bereft(sentence, i):
        return ()
    end = _before(sentence, i)
    at = _past_marks(sentence, end)
    parts = ("flat", "compound") if at == end else _PARTS
    while at >= 0 and 0 <= sentence.tokens[at].head < at and (sentence.tokens[at].base in parts or case(sentence, at) in _OF):
        at = sentence.tokens[at].head
    return _nominal(sentence, _described(sentence, at))


def _past_marks(sentence: Sentence, at: int) -> int:
    """The word before a name or two in marks that closes a phrase: ``a soldier with the call sign "Fox" told``."""
    if at < 0 or sentence.tokens[at].text not in _CLOSING:
        return at
    opening = next((k for k in range(at - 2, max(-1, at - _NAME - 2), -1) if sentence.tokens[k].text in _OPENING), 0)
    named = opening and all(sentence.tokens[k].upos == "PROPN" for k in range(opening + 1, at))
    return opening - 1 if named and sentence.tokens[opening - 1].upos in ("NOUN", "PROPN") else at


def _described(sentence: Sentence, at: int) -> int:
    """Whose relative clause, which no comma closes, a place stands in: ``The boy, who grew up in Gweru, Zimbabwe said``."""
    tokens = sentence.tokens
    while at >= 0 and tokens[at].rel.endswith(":unmarked"):
        at = tokens[at].head
    above = tokens[at].head if at >= 0 and tokens[at].base == "obl" and sentence.children(at, "case") else -1
    return tokens[above].head if above >= 0 and tokens[above].rel == "acl:relcl" and tokens[above].head < above else at


def beyond(sentence: Sentence, i: int) -> Sequence[int]:
    """The nominal before the apposition that a finite verb follows (", a lawyer, said"): for trees that lost the subject."""
    tokens, at = sentence.tokens, _before(sentence, i)
    if not _bereft(sentence, i, relative=sentence.tokens[i].rel == "acl:relcl") or at < 0 or tokens[at].text not in _PAIRS:
        return ()
    opening = next((k for k in range(at - 1, max(0, at - _APPOSITION), -1) if tokens[k].text == _PAIRS[tokens[at].text]), 0)
    if right(sentence, i) or any(tokens[k].head == i and tokens[k].base in _SAID for k in range(opening, at)):
        return ()  # "As for the tax, "it hurts", admits Lind": what it reports is no apposition; and its subject is behind it
    at = opening - 1
    while at >= 0 and tokens[at].base in _PARTS and 0 <= tokens[at].head < at:
        at = tokens[at].head
    return _nominal(sentence, at)


def _bereft(sentence: Sentence, i: int, *, relative: bool = False) -> bool:
    """Whether a word is a finite verb whose subject the tree does not know; with ``relative`` also one of a relative clause."""
    token = sentence.tokens[i]
    finite = not token.text.endswith("ing") or bool(sentence.children(i, "aux"))
    return token.upos == "VERB" and (token.base != "acl" or relative) and finite and not sentence.children(i, "nsubj", "aux:pass")


def _before(sentence: Sentence, i: int) -> int:
    """The last word before a verb that is no adverb, no auxiliary, no "last week"."""
    tokens, at = sentence.tokens, i - 1
    while at >= 0 and (tokens[at].upos in ("ADV", "AUX") or tokens[at].rel.endswith(":unmarked")):
        at = (min(at, *sentence.subtree(at)) if tokens[at].rel.endswith(":unmarked") else at) - 1
    return at


def _nominal(sentence: Sentence, at: int) -> Sequence[int]:
    return (at,) if at >= 0 and sentence.tokens[at].upos in ("PROPN", "PRON", "NOUN") else ()


def right(sentence: Sentence, i: int) -> Sequence[int]:
    """The nominal behind an inverted verb (", said Russian Ambassador Ivan Petrov"), for trees that lost the subject."""
    tokens = sentence.tokens
    if i == 0 or tokens[i - 1].upos != "PUNCT" or tokens[i].upos != "VERB" or sentence.children(i, "nsubj"):
        return ()
    at = i + 1
    while at < len(tokens) and tokens[at].upos in ("DET", "ADJ", "NUM"):
        at += 1
    while at + 1 < len(tokens) and tokens[at].upos in ("NOUN", "PROPN") and tokens[at + 1].upos in ("NOUN", "PROPN"):
        at += 1
    if at + 1 < len(tokens) and tokens[at + 1].upos in ("VERB", "AUX", "NOUN", "ADJ", "PART", "ADV"):
        return ()  # "Lind, a lawyer, said her town had lost": a clause, no inversion
    if at >= len(tokens) or tokens[at].base == "obj" or (tokens[at].base == "iobj" and tokens[i].lemma.lower() == "tell"):
        return ()  # "Lind, a lawyer, calls Park a bully", "'…,' a soldier they call 'Fox' told the Herald"
    return (at,) if tokens[at].upos in ("NOUN", "PROPN", "PRON") else ()


def case(sentence: Sentence, i: int) -> set[str]:
    """The prepositions of a phrase; ``according to`` counts as ``according``."""
    return {sentence.tokens[c].lemma.lower() for c in sentence.children(i, "case", "mark", "fixed")}
