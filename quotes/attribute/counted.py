"""Shares of those asked that a parser takes for no subject: ``More than half of the voters said``."""

from __future__ import annotations

from dataclasses import replace

from quotes.model import Sentence
from quotes.ruleset import Ruleset

_THAN = frozenset({"than", "over", "under", "about", "around", "nearly", "almost"})


def counted(sentence: Sentence, ruleset: Ruleset) -> Sentence:
    """The sentence with the share before a verb that has no subject as its subject: ``more than half, at 53 percent, said``."""
    tokens, changed = sentence.tokens, None
    for i, t in enumerate(tokens):
        if t.base != "obl" or t.head <= i or t.lemma.lower() not in ruleset.list("fractions") or tokens[t.head].upos != "VERB":
            continue
        if (
            tokens[i - 1].text.lower() not in _THAN
            or sentence.children(i, "case")
            or sentence.children(t.head, "nsubj", "aux:pass")
        ):
            continue
        changed = changed or list(tokens)
        changed[i] = replace(t, rel="nsubj")
    return sentence if changed is None else replace(sentence, tokens=tuple(changed))
