"""Subjects that a parser parts from their verb of saying and ties to the clause that it reports: ``Some captains at the port said
they …`` with two subjects below the second verb."""

from __future__ import annotations

from dataclasses import replace

from quotes.model import Sentence
from quotes.ruleset import Ruleset


def parted(sentence: Sentence, ruleset: Ruleset) -> Sentence:
    """The sentence with every such subject tied to the verb of saying that it stands before."""
    changed = None
    for i, t in enumerate(sentence.tokens):
        if t.upos != "VERB" or t.lemma.lower() not in ruleset.list("core") or "VerbForm=Fin" not in t.feats:
            continue
        subject = None if sentence.children(i, "nsubj", "csubj", "aux:pass") else _subject(sentence, i)
        if subject is not None:
            changed = changed or list(sentence.tokens)
            changed[subject] = replace(sentence.tokens[subject], head=i, rel="nsubj")
    return sentence if changed is None else replace(sentence, tokens=tuple(changed))


def _subject(sentence: Sentence, verb: int) -> int | None:
    """The subject before the verb, of a clause behind it that has another one: not: ``Lind, says the mayor, is …``."""
    for clause in sentence.children(verb, "ccomp"):
        subjects = [i for i in sentence.children(clause, "nsubj") if i != clause]
        if len(subjects) > 1 and subjects[0] < verb < subjects[1] < clause:
            last = max(sentence.subtree(subjects[1]))
            inverted = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == ","
            return None if inverted else subjects[0]
    return None
