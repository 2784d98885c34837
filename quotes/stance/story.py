"""The deed that an article tells of, where a statement paragraphs later speaks of "this attack", "such acts", or of "them"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quotes.model import Document, Sentence
from quotes.stance.deeds import is_comment, told
from quotes.stance.mentions import Hold, Names, bearer, climb
from quotes.stance.predicates import Predicate
from quotes.stance.roles import arguments
from quotes.stance.subjects import cases, is_passive, subjects
from quotes.stance.values import StanceRules, Target

_REACH = 12
"""Parsed sentences back to the deed."""
_FAR = 4000
"""Characters back to the deed."""
_HELD = 0.75
_GRAVE = ("violence", "law-breaking", "interference", "coercion")
_QUOTES = frozenset('“”"«»„')


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence tells."""

    by: float = 0.0
    """How surely of a deed of the target's."""
    grave: bool = False
    """Whether of force or a breach of law."""
    near: bool = True
    """Whether nothing else has been told of since."""
    others: bool = False
    """Whether of what another one does who is named."""


NOTHING = Told()


class Story:
    """What the sentences of an article tell, each read once."""

    def __init__(
        self,
        document: Document,
        names: Callable[[Sentence], Names],
        predicates: Callable[[Sentence], tuple[Predicate, ...]],
        rules: StanceRules,
    ) -> None:
        self._document, self._names, self._predicates, self._rules = document, names, predicates, rules
        self._known: dict[int, Told] = {}

    def before(self, index: int) -> Told:
        """The last deed that is told of before a sentence, if it is the target's and nobody else's is told of in between."""
        near = True
        for s in self._back(index):
            found = self._told(s)
            if found.by:
                return replace(found, near=near)
            if found.others:
                break
            near = near and found.near
        return NOTHING

    def _back(self, index: int) -> Iterator[Sentence]:
        """The parsed sentences before one, nearest first."""
        sentences = self._document.sentences
        at = bisect_left(sentences, index, key=lambda s: s.index)
        start = sentences[at].start if at < len(sentences) else len(self._document.article.text)
        for s in reversed(sentences[max(0, at - _REACH) : at]):
            if start - s.start > _FAR:
                return
            yield s

    def _told(self, s: Sentence) -> Told:
        if s.index not in self._known:
            self._known[s.index] = self._read(s)
        return self._known[s.index]

    def _read(self, s: Sentence) -> Told:
        if is_comment(s, self._rules):
            return NOTHING
        names = self._names(s)
        if names.holds and (by := told(s, names, self._predicates(s), self._rules).by):
            return Told(by, self._is_grave(s, names))
        if any(t.text in _QUOTES for t in s.tokens):
            return NOTHING
        doers = _doers(s, self._rules)
        return Told(near=not doers, others=any(_is_named(s, x) and bearer(s, names.holds, x) is None for x in doers))

    def _is_grave(self, s: Sentence, names: Names) -> bool:
        words = self._rules.words
        grave = (p for p in self._predicates(s) if p.entry.agent <= -0.9 and p.entry.kind in _GRAVE)
        if any(bearer(s, names.holds, a.token) for p in grave for a in arguments(s, p, self._rules) if a.role == "agent"):
            return True
        doers = (s.tokens[i] for i, h in names.holds.items() if h.bond == "is")
        if any(t.base == "nsubj" and t.lemma.lower() in words["forces"] for t in doers):
            return True  # "Lodvian troops moved the border"
        return sum(t.text.lower() in words["assaults"] for t in s.tokens) > 1  # "fired two missiles"


def _doers(s: Sentence, rules: StanceRules) -> list[int]:
    """Who does something in the main clause, more than to say, to be or to suffer it."""
    verb = s.root if s.tokens else -1
    idle = rules.words["no_deeds"] | rules.words["tellers"]
    if verb < 0 or s.tokens[verb].upos != "VERB" or s.tokens[verb].lemma.lower() in idle:
        return []
    if is_passive(s, verb):
        return [c for c in s.children(verb, "obl") if "by" in cases(s, c)]
    return [x for x, _, _ in subjects(s, verb)]


def _is_named(s: Sentence, token: int) -> bool:
    near = (token, *s.children(token, "amod", "compound", "nmod:poss", "flat"))
    return any(s.tokens[c].ner[-3:] in ("ORG", "LOC", "ORP", "PER", "ISC") or s.tokens[c].upos == "PROPN" for c in near)


def pointed(s: Sentence, names: Names, story: Callable[[], Told], target: Target, rules: StanceRules) -> Names:
    """The names of a sentence with the nouns that point at the deed told before: "this attack", "such acts", "the decision"."""
    holds = dict(names.holds)
    for i, t in enumerate(s.tokens):
        if i in holds or t.upos != "NOUN" or t.lemma.lower() not in rules.words["deeds"] or not _points(s, i):
            continue
        known = story()
        grave = t.lemma.lower() in rules.words["grave_deeds"]
        if known.by and (known.grave if grave else known.near and (known.grave or _is_said_of(s, i, rules))):
            holds[i] = Hold(i, i, "owns", round(_HELD * known.by, 3), "epithet")
            climb(s, holds, holds[i], target, rules)
    return replace(names, holds=holds) if len(holds) > len(names.holds) else names


def _is_said_of(s: Sentence, noun: int, rules: StanceRules) -> bool:
    """Whether "this" or "such" points at a deed, or a word of blame has it for its object: "we condemn the decision"."""
    if any(s.tokens[c].text.lower() in rules.words["pointing_determiners"] for c in s.children(noun, "det", "amod")):
        return True
    forms = rules.forms.get(s.tokens[s.tokens[noun].head].lemma.lower(), ()) if s.tokens[noun].base == "obj" else ()
    return any(f.entry.kind == "condemn" and len(f.words) == 1 for f in forms)


def _points(s: Sentence, noun: int) -> bool:
    """With "the", "this", "such" or "any such", and no word that says whose it is."""
    below = s.children(noun, "det", "nmod:poss", "nmod", "amod", "compound", "acl:relcl")
    pointing = [c for c in below if s.tokens[c].text.lower() in ("the", "this", "these", "those", "such")]
    others = [c for c in below if c not in pointing and s.tokens[c].text.lower() != "any"]
    if not pointing or any(s.tokens[c].text[:1].isupper() for c in others):
        return False
    return not any(cases(s, c) & {"of", "by", "between", "from"} for c in others)
