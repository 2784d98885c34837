"""The state of one climb from an evaluation up to the speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.model import Sentence
from quotes.stance.predicates import Predicate
from quotes.stance.values import StanceRules

Holder = Callable[[int], str]
"""Tells of a token who it is: "self" (the quoted speaker), "target", "third" (somebody else), "none"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a predicate is to be composed."""

    quoted: frozenset[int]
    """Tokens of the quoted words; the climb ends where it leaves them."""
    cue: int | None = None
    """Token of the reporting cue; its own subject is the speaker."""
    fixed: bool = False
    """The deed is presupposed: negation, question, condition and modal leave it alone (R5)."""
    wish: bool = False
    """Good relations are wished for in the conditional ("if we could get along"): only negation touches them."""


class Walk:
    """The state of one climb from a predicate to the root of its statement."""

    def __init__(self, s: Sentence, p: Predicate, rules: StanceRules, who: Holder, frame: Frame) -> None:
        self.s, self.p, self.words, self.who = s, p, rules.words, who
        self.frame, self.fixed = frame, frame.fixed
        self.sign, self.factor, self.deontic, self.forbidden, self.pending = 1.0, 1.0, False, False, False
        self.stopped = False
        self.notes: list[str] = []

    def note(self, what: str, sign: float = 1.0, factor: float = 1.0) -> None:
        """Multiply by an operator and remember its name."""
        self.sign *= sign
        self.factor *= factor
        self.notes.append(what)

    def lemma(self, i: int) -> str:
        """A token's lemma, lower case."""
        return self.s.tokens[i].lemma.lower()

    def has(self, i: int, name: str) -> bool:
        """Whether a token's lemma is on a word list."""
        return self.lemma(i) in self.words[name]


def asks(s: Sentence, token: int) -> bool:
    """Whether the clause of a token ends in a question mark."""
    for later in s.tokens[token:]:
        if later.text in "?":
            return True
        if later.text in ".!;":
            return False
    return False
