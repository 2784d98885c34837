"""A quotation that is itself the verb of saying: ``The council "strongly rejects" the plan``."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.match import follow
from quotes.model import Quoted

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADP", "CCONJ"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_ORDER, _TEXT_ORDER = 75, 78
_TERM = 2
"""Words of the longest fragment that is rather a term (``curbing "hate speech"``)."""


def predicate(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """The noun phrase at the head of the sentence, where the marks behind it open with a finite verb of saying or judging."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed:
        return
    before = [t for t in sentence.tokens if t.end <= quoted.outer_start]
    if not before or any(t.upos not in _NOMINAL and t.text != "," for t in before) or before[0].upos == "ADP":
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


def provision(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """The law, report or letter that is subject of the clause which the words stand in, whatever its verb: ``The amendments make
    "any word of losses" a secret``."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed or len(layout.gap(quoted.start, quoted.end).split()) <= _TERM:
        return
    lists, barred = layout.ruleset, layout.covered(sentence)
    own = frozenset(sentence.tokens_in(quoted.start, quoted.end))
    top = next((i for i in sorted(own) if sentence.tokens[i].head not in own), None)
    chain = [] if top is None else [top, *sentence.ancestors(top)]
    for depth, verb in enumerate(chain[1:]):
        subjects = [] if verb in barred else follow(lists.paths["subject"], sentence, verb, lists)
        head = next((i for i in subjects if i not in barred and sentence.tokens[i].end <= quoted.outer_start), None)
        if head is None and sentence.tokens[verb].rel == "acl" and sentence.tokens[sentence.tokens[verb].head].base == "nsubj":
            head = sentence.tokens[verb].head  # the paper, intended for "leaders of the West", is …
        if head is None:
            continue
        # the statement came in contrast to accounts of the "largest fire": told of, not laid down
        deep = {"obl", "nmod"} <= {sentence.tokens[i].rel for i in chain[: depth + 1]}
        active = sentence.tokens[head].rel == "nsubj" or sentence.tokens[head].head != verb
        if not deep and active and sentence.tokens[head].lemma.lower() in lists.list("provision"):
            yield Candidate("text-subject", _TEXT_ORDER, 0, sentence, head, verb)
        return
