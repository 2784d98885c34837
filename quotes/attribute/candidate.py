"""A possible speaker of a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Sentence

STRONG = 40
"""Rules below this order are verbs of saying and their like; a fragment under several cues goes to these first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker of a quotation: the word that heads the mention, the cue, and the rule that found them."""

    rule: str
    order: int
    distance: int
    sentence: Sentence
    head: int
    cue: int | None
    direct: bool = False
    """The quotation itself is what the cue reports, not a fragment somewhere below it."""
