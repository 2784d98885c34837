"""One sentence as the judgement of one statement for one target sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.model import Clue, Sentence
from quotes.stance.composition import Scope, compose
from quotes.stance.home import names_state
from quotes.stance.mentions import Hold, Names, bearer
from quotes.stance.predicates import Predicate
from quotes.stance.reference import stands_for_speaker
from quotes.stance.roles import arguments
from quotes.stance.scene import Part, Scene
from quotes.stance.values import StanceRules
from quotes.stance.walk import Frame


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence tells: how surely the target does it (``by``, 0 to 1), or whether it is done to the target.

    ``others`` says that the last assault of which the text before tells is another's who is named.
    """

    by: float = 0.0
    against: bool = False
    others: bool = False


@dataclass(frozen=True)
class View:
    """One sentence as the judgement of one statement for one target sees it."""

    scene: Scene
    part: Part
    names: Names
    holds: Mapping[int, Hold]
    """The target's phrases, pronouns of the quoted words included."""
    predicates: tuple[Predicate, ...]
    rules: StanceRules
    accused: bool
    """Whether something near the statement accuses the target."""
    focus: float
    """How far words about "it" or nothing in particular speak of the target (0 to 1): it stands only outside the marks."""
    told: bool = False
    """Whether other sentences of the statement speak of the target."""
    deed: Deed = Deed()
    """What the sentence before tells."""
    paired: frozenset[int] = frozenset()
    """Phrases of the target that stand beside its counterpart's: "both Lodvia and Sorland"."""
    pressed: bool = False
    """Whether measures against the target are spoken of."""

    @property
    def s(self) -> Sentence:
        """The sentence."""
        return self.part.sentence

    def scope(self, p: Predicate, fixed: bool) -> Scope:
        """What negation, denial and other holders make of a predicate."""
        wish = p.entry.kind in ("cooperation", "ease") or (p.entry.kind == "friend" and p.part == "phrase")
        return compose(self.s, p, self.rules, self.who, Frame(self.part.quoted, self.part.cue, fixed, wish))

    def who(self, token: int) -> str:
        """Whether a token is the speaker ("self"), the target ("target") or somebody else ("third")."""
        t = self.s.tokens[token]
        low = t.text.lower()
        if token in self.part.quoted:
            if low in self.rules.words["first_person"] and not (low == "one" and self.s.children(token, "det", "nummod", "amod")):
                return "self"  # "one can trust him", but "no one", "the one"
            if token not in self.holds and stands_for_speaker(self.scene, self.part, token, self.names, self.rules):
                return "self"
        elif (
            token in self.part.speaker
            or low in self.scene.speaker_words
            or (low in self.rules.words["reporters_subjects"] and self.part.cue is not None and t.base == "nsubj")
        ):
            return "self"
        if bearer(self.s, self.holds, token) is not None:
            return "target"
        home = self.scene.home
        return "self" if home and names_state(self.s, token, self.rules.states) == home else "third"

    def is_empty(self, token: int) -> bool:
        """Whether a subject is nobody in particular: "it is time to", "there is"."""
        return self.s.tokens[token].text.lower() in self.rules.words["empty_subjects"]

    def is_person(self, token: int) -> bool:
        """Whether a token names or stands for a person."""
        t = self.s.tokens[token]
        return t.ner.endswith("PER") or t.text.lower() in self.rules.words["person_pronouns"]

    def has(self, token: int, name: str) -> bool:
        """Whether a token's lemma is on a word list."""
        return self.s.tokens[token].lemma.lower() in self.rules.words[name]


def region(view: View, p: Predicate) -> float:
    """How far a predicate is the speaker's: 1 in the quoted words, less in what is relayed, 0 in the reporter's own telling."""
    if p.token in view.part.quoted or any(i in view.part.quoted for i in range(p.start, p.end)):
        return 1.0
    cue = view.part.cue
    if p.token in view.part.speaker:
        return 0.0
    if p.token == cue:
        return 1.0
    if p.entry.holder and any(view.who(a.token) == "self" for a in arguments(view.s, p, view.rules) if a.role == "agent"):
        return 0.9  # the speaker's own acts: thanked, vowed support
    if cue is None:
        return 0.0
    if not view.part.quoted or p.token not in view.s.subtree(cue):
        return 0.0
    if not any(p.token in view.s.subtree(c) for c in view.s.children(cue, "ccomp", "xcomp", "obj")):
        return 0.15  # "In spite of Russian interference, …" is the reporter's frame
    if view.focus and p.entry.agent and not p.entry.evaluative:
        return 0.15  # "said that, after Russia's meddling, he was “tired”": the words themselves say nothing of it
    if p.part == "noun" and not any(p.token in view.s.ancestors(i) for i in view.part.quoted):
        return 0.1  # "called the raids “painful” for the Kremlin's war machine": beside the words, not over them
    return 0.3 if p.part == "noun" and p.entry.agent else 0.55  # relayed, though what things are called may be the reporter's


def clue(view: View, p: Predicate, role: str, weight: float, scope: Scope | None = None) -> Clue:
    """A clue for a predicate; its rule is "<class>/<entry>:<role>", then the operators on its path (" | negation, question")."""
    tokens = view.s.tokens[p.start : p.end]
    notes = f" | {', '.join(scope.notes)}" if scope is not None and scope.notes else ""
    text = " ".join(t.text for t in tokens)
    weight = round(max(-2.0, min(2.0, weight)), 3)
    return Clue(f"{p.entry.id}:{role}{notes}", text, tokens[0].start, tokens[-1].end, weight)
