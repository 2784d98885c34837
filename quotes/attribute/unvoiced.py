"""Words of somebody who is not named: ``Walkers were told to "keep away"``, ``The court heard that Park had "lost his head"``."""

from __future__ import annotations

import re

from quotes.attribute.layout import Layout
from quotes.attribute.mention import prepositions
from quotes.model import Quoted, Sentence

_CONTENT = frozenset({"advcl", "ccomp", "conj", "xcomp"})
"""What leads from the words up to the verb that reports them."""
_LOOK = 48
"""Code points behind the marks that tell whether they hold an answer."""
_NEAR = 4
"""Tokens between an auxiliary and its participle."""
_HEARS = frozenset({"hear"})


def unvoiced(quoted: Quoted, layout: Layout, *, names: bool = False) -> bool:
    """Whether a verb of telling, charging or naming in the passive reports them, and nobody before them did it, or a court
    hears them; ``names``: also one of those that mostly give a name (``was called "a thief"``)."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed:
        return False
    own = {i for i in sentence.tokens_in(quoted.start, quoted.end) if sentence.tokens[i].upos != "PUNCT"}
    tops = [i for i in own if sentence.tokens[i].head not in own]
    return any(_reported(i, sentence, layout, names) for i in tops)


def replied(quoted: Quoted, layout: Layout) -> bool:
    """Whether the words behind the marks say that it was an answer: ``“Not yet,” was the reply``."""
    kinds = "|".join(sorted(layout.ruleset.list("reaction")))
    behind = layout.gap(quoted.outer_end, quoted.outer_end + _LOOK)
    return re.match(rf",? (?:came|comes|is|was) (?:a|an|the|his|her|its|their) (?:\w+ ){{0,2}}(?:{kinds})\b", behind) is not None


def _reported(top: int, sentence: Sentence, layout: Layout, named: bool) -> bool:
    lists, tokens = layout.ruleset, sentence.tokens
    at = top
    for above in sentence.ancestors(top):
        lemma, verb = tokens[above].lemma.lower(), tokens[above].upos == "VERB"
        names = verb and lemma in (lists.list("call") if named else lists.list("call") - lists.list("named"))
        called = names and tokens[at].base == "obl" and "as" in prepositions(sentence, at)  # not: praised for "courage"
        if not called and tokens[at].base not in _CONTENT:
            return False
        if above in layout.covered(sentence):
            return False
        if verb and (lemma in _HEARS or names or lemma in lists.list("told")):
            return _heard(above, sentence, layout) if lemma in _HEARS else _passive(above, sentence, top)
        at = above
    return False


def _passive(verb: int, sentence: Sentence, top: int) -> bool:
    near = sentence.tokens[max(0, verb - _NEAR) : verb]
    being = "VerbForm=Part" in sentence.tokens[verb].feats and any(t.lemma == "be" for t in near)  # was on Monday accused
    return (being or bool(sentence.children(verb, "aux:pass"))) and not any(i < top for i in sentence.children(verb, "obl:agent"))


def _heard(verb: int, sentence: Sentence, layout: Layout) -> bool:
    """Whether a court or the like is its subject, or a name with an article, which is no person's (``the Old Bailey heard``)."""
    subjects = sentence.children(verb, "nsubj")
    named = any(sentence.tokens[i].upos == "PROPN" and sentence.children(i, "det") for i in subjects)
    return named or any(sentence.tokens[i].lemma.lower() in layout.ruleset.list("bench") for i in subjects)
