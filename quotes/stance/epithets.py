"""The invasion, the aggressor, the terrorist state: the target's where the text before names it alone as the invader."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

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
        if word in target.doers:
            return True
        if word[0].isupper() and not (openers and word.lower() in rules.words["openers"]):
            return False
    return None


class Invaders:
    """Who invades and attacks whom by an article's text; found once per target, in linear time."""

    def __init__(self, words: Words, target: Target, rules: StanceRules) -> None:
        self._target, self._rules = target, rules
        self._wars: list[int] = []
        self._assaults: list[int] = []
        self._others: list[int] = []
        self._raids: list[int] = []
        self._armies: list[int] = []
        self._read([w for w in words if w[0] != ","])

    def told(self, upto: int) -> tuple[bool, bool]:
        """Whether the text before an offset tells of the target's war, and of any assault, oftener than of others' wars."""
        known = (self._wars, self._assaults, self._armies, self._others, self._raids)
        wars, assaults, armies, others, raids = (bisect_left(found, upto) for found in known)
        return wars > others, wars > others or wars + assaults + armies > others + raids

    def is_of_others(self, upto: int) -> bool:
        """Whether the last assault that the text before an offset tells of is somebody else's who is named."""
        ours, theirs = self._last(upto)
        return theirs > ours

    def is_of_target(self, upto: int) -> bool:
        """Whether the last assault or war that the text before an offset tells of is the target's."""
        ours, theirs = self._last(upto)
        return ours > theirs

    def _last(self, upto: int) -> tuple[int, int]:
        """Where the last war or assault before an offset stands, the target's and another's; -1 where there is none."""

        def last(*places: list[int]) -> int:
            return max(found[k - 1] if (k := bisect_left(found, upto)) else -1 for found in places)

        return last(self._wars, self._assaults), last(self._others, self._raids)

    def _read(self, words: Words) -> None:
        invasions, assaults = self._rules.words["invasions"], self._rules.words["assaults"]
        for k, (word, at) in enumerate(words):
            low = word.lower()
            if self._is_event(words, k):
                self._wars.append(at)
                continue
            if low not in invasions and low not in assaults and low not in self._rules.words["armies"]:
                continue
            doer = self._doer([w for w, _ in words[max(0, k - _REACH) : k]], [w for w, _ in words[k + 1 : k + 1 + _REACH]])
            if doer is None:
                continue
            if not doer:
                (self._others if low in invasions else self._raids).append(at)  # "Sorland's forces" fight too
            elif low in self._rules.words["armies"]:
                self._armies.append(at)
            else:
                (self._wars if low in invasions else self._assaults).append(at)

    def _is_event(self, words: Words, k: int) -> bool:
        """Whether an event that is the target's doing is named by itself: "the war in Sorland"."""
        events = (a.words for a in self._target.aliases.get(words[k][0], ()) if a.kind == "event")
        return any(tuple(w for w, _ in words[k : k + len(row)]) == row for row in events)

    def _doer(self, before: list[str], after: list[str]) -> bool | None:
        """Whether the doer beside a deed is the target (True), another state (False) or nobody who is named (None)."""
        stop = next((k for k, w in enumerate(after) if not w[0].isalpha()), len(after))
        if "by" in after[:stop]:
            behind = after[after.index("by") + 1 : stop]
            return whose(behind, self._target, self._rules, openers=True)
        passed = self._rules.words["suffering"]
        near = list(takewhile(lambda w: w.lower() not in passed, reversed(before)))
        found = whose(near, self._target, self._rules, openers=True)
        return None if found is False and not _owns(near, self._rules) else found


def _owns(near: Sequence[str], rules: StanceRules) -> bool:
    """Whether the name nearest before a deed is its doer's, not a place or a bystander: "Sorland launched the war"."""
    for k, word in enumerate(near):
        low = word.lower()
        if word[0].isupper() and low not in rules.words["openers"]:
            return True
        done = near[k + 1].lower() in rules.words["launchings"] if k + 1 < len(near) else False
        if low in rules.words["articles"] and low not in ("our", "has", "had") and not done:
            return False
    return False


def epithets(s: Sentence, names: Names, invaders: Invaders, target: Target, rules: StanceRules, *, named: bool = True) -> Names:
    """The names of a sentence with the definite nouns that mean the target or its war, given what the text before tells.

    Without ``named`` no name for an enemy is the target's: the speaker is on its side.
    """
    war, assault = invaders.told(s.start)
    if not assault:
        return names
    holds = dict(names.holds)
    for hold in _found(s, war, invaders.is_of_target(s.start), rules):
        if hold.token not in holds and (named or hold.bond != "is"):
            holds[hold.token] = hold
            climb(s, holds, hold, target, rules)
    return replace(names, holds=holds)


def _found(s: Sentence, war: bool, last: bool, rules: StanceRules) -> Iterator[Hold]:
    for i, t in enumerate(s.tokens):
        lemma = t.lemma.lower()
        if lemma in rules.words["aggressors"] and t.rel in ("compound", "amod") and _is_force(s, t.head, i, rules):
            yield Hold(t.head, i, "is", 0.75, "epithet")  # "enemy drones", "the occupation forces"
        if t.upos != "NOUN" or not _is_bare(s, i):
            continue
        if (lemma in rules.words["aggressors"] and not _is_equated(s, i)) or (
            lemma in rules.words["states"] and _is_terrorist(s, i, rules)
        ):
            yield Hold(i, i, "is", 0.8, "epithet")
        elif (lemma in rules.words["invasions"] and (war or lemma != "war")) or (last and lemma in rules.words["attacks"]):
            yield Hold(i, i, "owns", 0.6, "epithet")


def _is_force(s: Sentence, noun: int, epithet: int, rules: StanceRules) -> bool:
    """Forces and arms, and besides the epithet no word that says whose they are."""
    if s.tokens[noun].lemma.lower() not in rules.words["institution"]:
        return False
    owners = (c for c in s.children(noun, "amod", "compound", "nmod:poss") if c != epithet)
    return not any(s.tokens[c].text[:1].isupper() for c in owners)


def _is_equated(s: Sentence, noun: int) -> bool:
    """The enemy is time: a noun tells who or what is meant."""
    up = s.tokens[noun].head
    return s.tokens[noun].base == "nsubj" and s.tokens[up].upos in ("NOUN", "PROPN") and bool(s.children(up, "cop"))


def _is_terrorist(s: Sentence, noun: int, rules: StanceRules) -> bool:
    """The terrorist state, the aggressor country."""
    return any(s.tokens[c].lemma.lower() in rules.words["state_epithets"] for c in s.children(noun, "amod", "compound"))


def _is_bare(s: Sentence, noun: int) -> bool:
    """With "the" or "this", and no word that says whose it is: not "the invasion of Lodvia", "the war on drugs"."""
    if not any(s.tokens[c].text.lower() in ("the", "this") for c in s.children(noun, "det")):
        return False
    owners = s.children(noun, "nmod:poss", "nmod", "amod", "compound", "conj")
    return not any(cases(s, c) & {"of", "on", "with", "between", "against"} or s.tokens[c].text[:1].isupper() for c in owners)
