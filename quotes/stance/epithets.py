"""The invasion, the aggressor, the terrorist state: the target's where the text before names it alone as the invader."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.model import Sentence
from quotes.stance.mentions import Hold, Names, climb
from quotes.stance.subjects import cases
from quotes.stance.values import StanceRules, Target

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.!?;:,\n]")
_REACH = 5
"""Words between a doer and the deed: "Lodvia launched its full-scale invasion"."""


Words = Sequence[tuple[str, int]]
"""The words and stops of a text with their offsets."""


def words_of(text: str) -> Words:
    """The words and stops of a text, unparsed sentences included."""
    return [(m.group(), m.start()) for m in _WORD.finditer(text)]


def whose(near: Iterable[str], target: Target, rules: StanceRules, *, openers: bool = False) -> bool | None:
    """Whose a doing is by the words beside it, the nearest first: the target's (True), another's (False) or nobody's who is named
    before a stop (None). ``openers`` have a capital where they open a sentence, and name nobody."""
    for word in near:
        if not word[0].isalpha():
            return None
        if word in target.aliases:
            return True
        if word[0].isupper() and not (openers and word.lower() in rules.words["openers"]):
            return False
    return None


class Invaders:
    """Who invades whom by an article's text; found once per target, in linear time."""

    def __init__(self, words: Words, target: Target, rules: StanceRules) -> None:
        self._target, self._rules = target, rules
        self._wars: list[int] = []
        self._assaults: list[int] = []
        self._others: list[int] = []
        self._read([w for w in words if w[0] != ","])

    def told(self, upto: int) -> tuple[bool, bool]:
        """Whether the text before an offset tells of the target's war, and of any assault of its: of nobody else's war at all."""
        if bisect_left(self._others, upto):
            return False, False
        war = bisect_left(self._wars, upto) > 0
        return war, war or bisect_left(self._assaults, upto) > 0

    def _read(self, words: Words) -> None:
        invasions, assaults = self._rules.words["invasions"], self._rules.words["assaults"]
        for k, (word, at) in enumerate(words):
            low = word.lower()
            if low not in invasions and low not in assaults:
                continue
            doer = self._doer([w for w, _ in words[max(0, k - _REACH) : k]], [w for w, _ in words[k + 1 : k + 4]])
            if doer is None:
                continue
            if not doer:
                self._others.extend([at] if low in invasions else [])
            else:
                (self._wars if low in invasions else self._assaults).append(at)

    def _doer(self, before: list[str], after: list[str]) -> bool | None:
        """Whether the doer beside a deed is the target (True), another state (False) or nobody who is named (None)."""
        near = after[1:] if after[:1] == ["by"] else reversed(before)
        return whose(near, self._target, self._rules, openers=True)


def epithets(s: Sentence, names: Names, told: tuple[bool, bool], target: Target, rules: StanceRules) -> Names:
    """The names of a sentence with the definite nouns that mean the target or its war, given what the text before tells."""
    war, assault = told
    if not assault:
        return names
    holds = dict(names.holds)
    for hold in _found(s, war, rules):
        if hold.token not in holds:
            holds[hold.token] = hold
            climb(s, holds, hold, target, rules)
    return replace(names, holds=holds)


def _found(s: Sentence, war: bool, rules: StanceRules) -> Iterator[Hold]:
    for i, t in enumerate(s.tokens):
        lemma = t.lemma.lower()
        if t.upos != "NOUN" or not _is_bare(s, i):
            continue
        if lemma in rules.words["aggressors"] or (lemma in rules.words["states"] and _is_terrorist(s, i, rules)):
            yield Hold(i, i, "is", 0.8, "epithet")
        elif lemma in rules.words["invasions"] and (war or lemma != "war"):
            yield Hold(i, i, "owns", 0.6, "epithet")


def _is_terrorist(s: Sentence, noun: int, rules: StanceRules) -> bool:
    """The terrorist state, the aggressor country."""
    return any(s.tokens[c].lemma.lower() in rules.words["state_epithets"] for c in s.children(noun, "amod", "compound"))


def _is_bare(s: Sentence, noun: int) -> bool:
    """With "the" or "this", and no word that says whose it is: not "the invasion of Lodvia", "the war on drugs"."""
    if not any(s.tokens[c].text.lower() in ("the", "this") for c in s.children(noun, "det")):
        return False
    owners = s.children(noun, "nmod:poss", "nmod", "amod", "compound", "conj")
    return not any(cases(s, c) & {"of", "on", "with", "between", "against"} or s.tokens[c].text[:1].isupper() for c in owners)
