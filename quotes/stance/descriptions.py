"""The law, the ban, the two channels: definite nouns that the text before tells as the target's ("a Lodvian law on fishing")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from quotes.model import Sentence
from quotes.stance.epithets import Words, whose
from quotes.stance.mentions import Hold, Names, climb
from quotes.stance.subjects import cases
from quotes.stance.values import StanceRules, Target

_BEFORE = 4
"""Words between an owner and the noun: "Lodvia's newest and strictest law"."""
_BEHIND = 5
"""Words between a noun and who did it: "the law passed last week by Lodvia"."""
_FAR = 2500
"""Characters back to where a description was given its owner."""
_WEIGHT = 0.7


class Described:
    """Which nouns for doings an article's text tells as the target's, and which as another's; found once, in linear time."""

    def __init__(self, words: Words, target: Target, rules: StanceRules) -> None:
        self._target, self._rules = target, rules
        self._told: dict[str, list[tuple[int, bool]]] = {}
        for k, (word, at) in enumerate(words):
            noun = _singular(word.lower())
            if noun not in rules.words["unilateral"]:
                continue
            before = [w for w, _ in words[max(0, k - _BEFORE) : k]]
            after = [w for w, _ in words[k + 1 : k + 1 + _BEHIND]]
            owner = self._owner(before) if (doer := self._doer(after)) is None else doer
            if owner is not None:
                self._told.setdefault(noun, []).append((at, owner))

    def theirs(self, noun: str, upto: int) -> bool:
        """Whether the last that the text before an offset tells of such a noun is that it is the target's."""
        told = self._told.get(noun, [])
        k = bisect_left(told, (upto, False)) - 1
        return k >= 0 and told[k][1] and upto - told[k][0] < _FAR

    def _owner(self, before: list[str]) -> bool | None:
        """Whose it is by the words before the noun, back to an article."""
        near = takewhile(lambda w: w.lower() not in self._rules.words["articles"], reversed(before))
        return whose(near, self._target, self._rules)

    def _doer(self, following: list[str]) -> bool | None:
        """Whose it is by the words behind the noun: "the ban imposed by Lodvia", "the law in Lodvia"."""
        for k, word in enumerate(following[:-1]):
            if not word[0].isalpha():
                return None
            if word in ("by", "in", "from") and (named := [w for w in following[k + 1 : k + 3] if w[0].isupper()]):
                return named[0] in self._target.doers
            if word in ("on", "against", "to", "over", "at"):
                return None
        return None


def described(s: Sentence, names: Names, told: Callable[[], Described], target: Target, rules: StanceRules) -> Names:
    """The names of a sentence with the definite nouns that the text before tells as the target's doings; most have none, and
    then the text need not be read."""
    holds = dict(names.holds)
    for i, t in enumerate(s.tokens):
        noun = t.lemma.lower()
        if i in holds or t.upos != "NOUN" or noun not in rules.words["unilateral"] or not _is_bare(s, i):
            continue
        if told().theirs(noun, s.start):
            holds[i] = Hold(i, i, "owns", _WEIGHT, "epithet")
            climb(s, holds, holds[i], target, rules)
    return replace(names, holds=holds) if len(holds) > len(names.holds) else names


def _is_bare(s: Sentence, noun: int) -> bool:
    """With "the", "this" or "both", and no word that says whose it is."""
    if not any(s.tokens[c].text.lower() in ("the", "this", "these", "those", "such", "both") for c in s.children(noun, "det")):
        return False
    owners = s.children(noun, "nmod:poss", "nmod", "amod", "compound")
    return not any(cases(s, c) & {"of", "by", "between", "from"} or s.tokens[c].text[:1].isupper() for c in owners)


def _singular(word: str) -> str:
    """A noun without its plural ending."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
