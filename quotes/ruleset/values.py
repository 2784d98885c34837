"""The values of the attribution rules: filters, paths, rules, patterns, and the whole set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from quotes.model import Token

Reach = Literal["head", "inside", "phrase"]
"""Where a quotation may stand: at the head of what is reported, anywhere in it, or anywhere but in a clause that only tells more
of a thing in it."""
Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a word must be: part of speech, lemma or word list; ``negated`` turns it round."""

    upos: frozenset[str] = frozenset()
    lemmas: frozenset[str] | None = None
    negated: bool = False
    ending: str = ""

    def holds(self, token: Token) -> bool:
        """Whether the token passes."""
        if self.ending and not token.text.lower().endswith(self.ending):
            return False
        good = (not self.upos or token.upos in self.upos) and (self.lemmas is None or token.lemma.lower() in self.lemmas)
        return good != self.negated


@dataclass(frozen=True, slots=True)
class Step:
    """One move in the tree. ``name`` refers to a named path; ``rel`` is ``.`` to stay."""

    rel: str
    up: bool = False
    case: frozenset[str] = frozenset()
    filter: Filter = field(default_factory=Filter)
    name: str | None = None
    before: bool = False
    """Only to words that stand before the one the path began at."""


Path = tuple[tuple[Step, ...], ...]
"""Alternatives, each a sequence of steps."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that shows what a rule does. In a counter-example the rule must not give ``speaker`` (or nothing at all)."""

    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A tree rule: a cue word, the way to what is said, the way to who says it."""

    id: str
    why: str
    order: int
    cue: Filter
    content: Path
    speaker: Path
    reach: Reach
    without: Path
    """The rule is off where this path leads anywhere from the cue."""
    indirect: Path
    """The way to what is reported without marks; empty where the rule gives no indirect quotation."""
    examples: tuple[Example, ...]
    counters: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A surface pattern beside the quotation marks, compiled to a regular expression over token codes (see ``match.encode``)."""

    id: str
    why: str
    order: int
    side: Side
    form: str
    closing: str | None
    """The last character of the quotation must be one of these (a comma before "Lee beamed" makes any verb a cue)."""
    opens: bool
    """The quotation must begin its sentence (``"Chi-Raq," a film that opens today`` is none)."""
    regex: re.Pattern[str]
    examples: tuple[Example, ...]
    counters: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Sieve:
    """A later sieve of the engine: what it does is code, when and why it is trusted is told here."""

    id: str
    why: str
    order: int
    examples: tuple[Example, ...]
    counters: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All attribution rules, in the order in which they are tried."""

    lists: Mapping[str, frozenset[str]]
    paths: Mapping[str, Path]
    rules: tuple[Rule, ...]
    patterns: tuple[Pattern, ...]
    sieves: Mapping[str, Sieve]
    lemmas: Mapping[str, Mapping[str, str]]
    """For VERB and NOUN: inflected form -> lemma of every listed word."""
    weights: Mapping[str, Any]
    stats: Mapping[str, tuple[int, int]]
    """Rule id -> (fired, right) on the training articles."""

    def list(self, name: str) -> frozenset[str]:
        """The words of a list; empty where the rules define none of that name."""
        return self.lists.get(name, frozenset())
