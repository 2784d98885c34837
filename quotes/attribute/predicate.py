"""A quotation that is itself the verb of saying (``The council "strongly rejects" the plan``) or tells what somebody feels or
why he does something, and the words of what lays something down."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of, prepositions
from quotes.match import follow
from quotes.model import Quoted, Sentence

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADP", "CCONJ"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_WILL = frozenset({"will", "would", "wo", "’ll", "'ll"})
_STATES = frozenset({"feel", "remain", "stay"})
"""Verbs that like "be" tell how somebody feels."""
_BELOW = frozenset({"acl", "ccomp", "csubj", "xcomp"})
_ASKS = frozenset({"how", "if", "that", "whether", "why"})
"""Clauses that the reporter does not tell himself, by their relation or first word."""
_FEELINGS = frozenset({"ADJ", "VERB"})
_REASONS = frozenset({"because", "due"})
_ORDER, _FELT_ORDER, _REASON_ORDER, _TEXT_ORDER = 75, 76, 77, 78
_TERM = 2
"""Words of the longest fragment that is rather a term (``curbing "hate speech"``)."""


def predicate(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """The noun phrase at the head of the sentence, where the marks behind it open with a finite verb of saying or judging."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed:
        return
    before = [t for t in sentence.tokens if t.end <= quoted.outer_start]
    will = bool(before) and before[-1].text.lower() in _WILL
    before = before[:-1] if will else before
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
    finite = will or "VerbForm=Fin" in verb.feats
    if head is not None and (finite or any(sentence.tokens[c].start >= quoted.outer_end for c in objects)):
        yield Candidate("quoted-verb", _ORDER, 0, sentence, head, None)


def felt(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """Who is said to feel, want or be ready for what stands in the marks: ``The owners were "furious and heartbroken"``."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed:
        return
    tokens, own = sentence.tokens, frozenset(sentence.tokens_in(quoted.start, quoted.end))
    top = next((i for i in sorted(own) if tokens[i].head not in own and tokens[i].upos in _FEELINGS), None)
    if top is None or not any(tokens[i].text.lower() in layout.ruleset.list("feeling") for i in _joined(sentence, top, own)):
        return
    verb = top if tokens[top].rel != "xcomp" else tokens[top].head
    is_so = sentence.children(top, "cop", "aux:pass") if verb == top else [verb] if tokens[verb].lemma in _STATES else []
    if not is_so or min(is_so) in own or _hearsay(sentence, verb):
        return
    for head in follow(layout.ruleset.paths["predicated"], sentence, verb, layout.ruleset)[:1]:
        if tokens[head].end <= quoted.outer_start and head not in layout.covered(sentence):
            yield Candidate("felt", _FELT_ORDER, 0, sentence, head, None)


def reason(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """Who does something to something for the reason in the marks: ``Lumo shut two plants due to a "sharp fall in demand"``."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None or not quoted.closed or len(layout.gap(quoted.start, quoted.end).split()) <= _TERM:
        return
    own, lists = frozenset(sentence.tokens_in(quoted.start, quoted.end)), layout.ruleset
    top = next((i for i in sorted(own) if sentence.tokens[i].head not in own), None)
    if top is None or sentence.tokens[top].base != "obl" or not prepositions(sentence, top) & _REASONS:
        return
    verb = sentence.tokens[top].head
    if not sentence.children(verb, "obj") or sentence.children(verb, "aux:pass") or _hearsay(sentence, verb):
        return
    for head in follow(lists.paths["subject"], sentence, verb, lists)[:1]:
        active = sentence.tokens[head].rel == "nsubj" and sentence.tokens[head].end <= quoted.outer_start
        if active and head not in layout.covered(sentence):
            yield Candidate("reason", _REASON_ORDER, 0, sentence, head, None)


def _hearsay(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is below a word that reports it: ``a rumour that Lind was "tired"``."""
    leads = {sentence.tokens[i].text.lower() for i in sentence.children(verb, "mark", "advmod")}
    return bool(leads & _ASKS) or any(sentence.tokens[i].rel in _BELOW for i in (verb, *sentence.ancestors(verb)))


def _joined(sentence: Sentence, top: int, own: frozenset[int]) -> list[int]:
    """A word and what is joined to it within the marks: ``united and determined``."""
    return [top, *(i for i in sentence.children(top, "conj") if i in own)]


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
