"""What the stance rules are made of once they are loaded: entries of the vocabulary, word lists, targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from quotes.model import StanceLabel

Part = Literal["verb", "noun", "adj", "phrase"]
AliasKind = Literal[
    "state", "adjective", "capital", "government", "military", "intelligence", "media", "leader", "person", "event", "partner"
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of the geopolitical vocabulary.

    ``agent``, ``theme``: the speaker's sign (-2..2) toward the doer or bearer and toward the one it is done to;
    ``holder``: the sign of the doer's own attitude toward the theme, which is the speaker's where the speaker is the doer.
    ``defence``: what rejecting an accusation with this word adds for the accused.
    """

    id: str
    kind: str
    agent: float = 0.0
    theme: float = 0.0
    holder: float = 0.0
    defence: float = 0.0
    presupposes: bool = False
    """The noun, owned by its doer, takes the deed for granted: it stands under negation, question and modal (R5)."""
    owned: bool = False
    """Only counts with an owner beside it: "Putin's war", not "the war"."""
    evaluative: bool = False
    """A general value word: may speak of the target through "it", "this step" or nothing at all."""
    mutual: bool = False
    """Holds between equals: "with X" names the other side."""
    oblique: bool = False
    """Only a preposition names the theme: "defend us from X", not "defend X"."""
    of: Literal["agent", "theme"] = "agent"
    own: Literal["agent", "theme"] = "agent"
    to: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset({"by", "from"})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say an entry: lower-case lemmas or words in a row; ``_`` stands for up to four words."""

    entry: Entry
    part: Part
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of the target, as written: the words and what it names."""

    words: tuple[str, ...]
    kind: AliasKind


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who speaks and acts for the target while in office (dates as ISO strings; None is open)."""

    name: str
    surname: str
    offices: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None

    def serves(self, date: str) -> bool:
        """Whether the leader is in office on an ISO date; an unknown date ("") excludes nobody."""
        return not date or (self.start or "") <= date <= (self.end or "9999")


@dataclass(frozen=True)
class Target:
    """A stance target as its TOML file gives it."""

    id: str
    name: str
    names: tuple[str, ...]
    """What a user may type for it."""
    aliases: Mapping[str, tuple[Alias, ...]]
    """By the first word, longest first."""
    leaders: tuple[Leader, ...] = ()
    spokespeople: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()
    not_offices: frozenset[str] = frozenset()
    other_heads: frozenset[str] = frozenset()
    institution_heads: frozenset[str] = frozenset()
    counterparts: Mapping[str, tuple[Alias, ...]] = field(default_factory=dict)
    """Whom a position on favours (criticised) or disfavours (supported) the target without evaluating it."""
    naming: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = field(default_factory=dict)
    """Contested names by the alignment they show (pro, anti), by first word, lower case."""

    def at(self, date: str) -> Target:
        """The target as of an ISO date: a leader out of office is no name of it ("" keeps all)."""
        gone = {w for x in self.leaders if not x.serves(date) for w in (x.name.split()[0], x.surname)}
        kept = {w for x in self.leaders if x.serves(date) for w in (x.name.split()[0], x.surname)}
        if not gone - kept:
            return self
        aliases = {k: tuple(a for a in v if a.kind != "leader" or k not in gone - kept) for k, v in self.aliases.items()}
        return replace(self, aliases=aliases)

    @cached_property
    def doers(self) -> frozenset[str]:
        """The words that name it by themselves, or end a longer name of it."""
        known = [a for row in self.aliases.values() for a in row if a.kind != "event"]
        return frozenset(a.words[-1] for a in known if len(a.words) == 1 or a.kind in ("state", "military"))

    @cached_property
    def opposite(self) -> Target:
        """The counterparts as if they were one target, for the alignment."""
        return Target(id=f"{self.id}'s counterparts", name="", names=(), aliases=self.counterparts)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in the manner of the news with the label its first quotation must get."""

    text: str
    stance: StanceLabel
    speaker: str | None = None
    cue: str | None = None
    target: str = "russia"
    of: str = ""
    """The class or rule it belongs to."""


@dataclass(frozen=True)
class StanceRules:
    """Everything ``judge`` needs, immutable and shared by all articles."""

    forms: Mapping[str, tuple[Form, ...]]
    """By the first word, longest first."""
    words: Mapping[str, frozenset[str]]
    """Operators of composition and kinds of heads, by list name."""
    targets: tuple[Target, ...]
    examples: Sequence[Example] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    """Why each class of the vocabulary exists."""
    states: Mapping[str, str] = field(default_factory=dict)
    """Every word for a state, lower case, with the state's name."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """Leaders whose state is common knowledge: the full name in lower case, and the state's name."""

    @cached_property
    def idioms(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Word groups whose words are no evaluations, by their first word, longest first."""
        out: dict[str, list[tuple[str, ...]]] = {}
        for row in sorted((tuple(x.split()) for x in self.words.get("idioms", ())), key=lambda r: (-len(r), r)):
            out.setdefault(row[0], []).append(row)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def known(self) -> frozenset[str]:
        """Every lemma that any rule asks for."""
        rows = (form.words for forms in self.forms.values() for form in forms)
        return frozenset(w for row in rows for w in row).union(*self.words.values())
