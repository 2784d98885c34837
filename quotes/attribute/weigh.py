"""Confidence: how often a rule was right on the training articles, moved by what else is known about the case.

The weights are log-odds in ``rules/attribution/weights.toml``, fitted by ``tools/rule_stats.py``; anybody can read and change
them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quotes.attribute.candidate import Candidate
from quotes.ruleset import Ruleset

_RIVAL = 20
"""A candidate whose order is at most this much behind the winner's disputes it."""
_DEFAULT = 1.0
_TERM = 2
"""Words of an object in marks that often is a term, no judgement (``offered a "package"``)."""


def features(found: Sequence[Candidate], words: int, *, opens: bool) -> frozenset[str]:
    """What is known about the choice of the first candidate; see ``weights.toml`` for what each name means."""
    out = {"fragment"} if not opens else set()
    if words <= 2:
        out.add("short")
    if not found:
        return frozenset(out)
    best = found[0]
    if words <= _TERM and best.rule == "judging-verb":
        out.add("scare")
    rivals = [c for c in found[1:] if (c.sentence.index, c.head) != (best.sentence.index, best.head)]
    backers = {c.rule for c in found[1:] if (c.sentence.index, c.head) == (best.sentence.index, best.head)} - {best.rule}
    if any(c.order <= best.order + _RIVAL for c in rivals):
        out.add("disputed")
    if backers:
        out.add("agreed")
    return frozenset(out)


def confidence(rule: str, known: Iterable[str], ruleset: Ruleset) -> float:
    """Estimated probability that the mention is right, from 0 to 1."""
    by_rule, by_feature = ruleset.weights.get("rule", {}), ruleset.weights.get("feature", {})
    total = by_rule.get(rule, ruleset.weights.get("default", _DEFAULT)) + sum(by_feature.get(f, 0.0) for f in known)
    return round(1 / (1 + math.exp(-total)), 3)
