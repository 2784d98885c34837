"""A quotation that is itself the verb of saying: ``The council "strongly rejects" the plan``."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.model import Quoted

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADP", "CCONJ"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_ORDER = 75


def predicate(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """The noun phrase at the head of the sentence, where the marks behind it open with a finite verb of saying or judging."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed:
        return
    before = [t for t in sentence.tokens if t.end <= quoted.outer_start]
    if not before or any(t.upos not in _NOMINAL for t in before) or before[0].upos == "ADP":
        return
    inside = [sentence.tokens[i] for i in sentence.tokens_in(quoted.start, quoted.end)]
    verb = next((t for t in inside if t.upos not in _BEFORE_VERB), None)
    lists = layout.ruleset
    if verb is None or verb.upos != "VERB" or verb.lemma.lower() not in lists.list("speak") | lists.list("judge"):
        return
    head = head_of(sentence, 0, len(before), None)
    # "condemned" the killings: parsed as a participle, but it has an object; companies "linked to the inner circle" have none
    objects = sentence.children(sentence.tokens.index(verb), "obj")
    if head is not None and ("VerbForm=Fin" in verb.feats or any(sentence.tokens[c].start >= quoted.outer_end for c in objects)):
        yield Candidate("quoted-verb", _ORDER, 0, sentence, head, None)
