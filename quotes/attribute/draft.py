"""A quotation on its way to an attribution; the sieves fill it in, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.attribute.candidate import Candidate
from quotes.attribute.paste import Pasted
from quotes.model import Quoted

_NAMING = frozenset({"naming-verb", "after-agent"})


@dataclass
class Draft:
    """One quoted span. ``joins`` is the draft whose statement it continues."""

    quoted: Quoted
    words: int
    choice: Candidate | None = None
    rule: str | None = None
    joins: Draft | None = None
    opens: bool = False
    """It begins a sentence of its own or follows a colon: no words of the reporter belong to its clause."""
    asks: bool = False
    """A question that the next quotation, mark to mark with it, answers: another voice than that one's."""
    apart: bool = False
    """Alone in its paragraph, and not the voice of those around it: a heading, or a short reply to a question."""
    pasted: Pasted = ""
    """The kind of pasted text it stands in (``paste.py``)."""
    features: frozenset[str] = frozenset()
    """What the confidence rests on besides the rule (``weigh.features``)."""
    start: int = -1
    """Where the words begin; behind the name in a transcript's turn."""

    def __post_init__(self) -> None:
        self.start = max(self.start, self.quoted.start)

    @property
    def lead(self) -> Draft:
        """The first draft of the statement."""
        draft = self
        while draft.joins is not None:
            draft = draft.joins
        if draft is not self:
            self.joins = draft  # else a chain of n paragraphs is walked n times
        return draft

    @property
    def named(self) -> bool:
        """Whether a verb of naming tells who has chosen the words: called it "magnificent", was called "magnificent" by Lind."""
        return self.choice is not None and self.choice.rule in _NAMING

    def take(self, other: Draft, rule: str) -> None:
        """Give the quotation the speaker of another one."""
        self.choice = other.choice
        self.features = other.features
        self.rule = rule
