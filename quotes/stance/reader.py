"""What a document's sentences hold for the judgement of its statements, each read once."""

from __future__ import annotations

from functools import cached_property

from quotes.model import Attribution, Document, Sentence
from quotes.stance.descriptions import Described
from quotes.stance.epithets import Invaders, Words, words_of
from quotes.stance.lemmas import mend
from quotes.stance.mentions import Names, find_names
from quotes.stance.predicates import Predicate, find_predicates
from quotes.stance.roles import arguments
from quotes.stance.scene import Part, day
from quotes.stance.sentiment import sentiment
from quotes.stance.story import Story, Told
from quotes.stance.values import StanceRules, Target

_FAR = 0.6
"""How far "they" who do harm are those of whose deeds the article tells paragraphs before."""
_HARM = -0.8


class Reader:
    """Predicates and names of a document's sentences, each found once."""

    def __init__(self, document: Document, rules: StanceRules) -> None:
        self.document, self.rules = mend(document, rules.known), rules
        self.targets = tuple(t.at(day(document)) for t in rules.targets)
        self._predicates: dict[int, tuple[Predicate, ...]] = {}
        self._names: dict[tuple[str, int], Names] = {}
        self._invaders: dict[str, Invaders] = {}
        self._described: dict[str, Described] = {}
        self._stories: dict[str, Story] = {}

    def predicates(self, s: Sentence) -> tuple[Predicate, ...]:
        """Vocabulary entries of a sentence."""
        if s.index not in self._predicates:
            self._predicates[s.index] = tuple(find_predicates(s, self.rules))
        return self._predicates[s.index]

    def names(self, s: Sentence, target: Target) -> Names:
        """The target's names in a sentence."""
        key = (target.id, s.index)
        if key not in self._names:
            self._names[key] = find_names(s, target, self.rules)
        return self._names[key]

    def invaders(self, target: Target) -> Invaders:
        """Who wages wars and who attacks, by the text."""
        if target.id not in self._invaders:
            self._invaders[target.id] = Invaders(self.words, target, self.rules)
        return self._invaders[target.id]

    @cached_property
    def words(self) -> Words:
        """The words and stops of the article."""
        return words_of(self.document.article.text)

    def described(self, target: Target) -> Described:
        """What the text tells as the target's doings."""
        if target.id not in self._described:
            self._described[target.id] = Described(self.words, target, self.rules)
        return self._described[target.id]

    def story(self, index: int, target: Target) -> Told:
        """The target's deed that the article tells of last before a sentence, over paragraphs."""
        if target.id not in self._stories:
            self._stories[target.id] = Story(self.document, lambda s: self.names(s, target), self.predicates, self.rules)
        return self._stories[target.id].before(index)

    def far(self, part: Part, target: Target, they: int) -> float:
        """How surely "they", of whom nothing near tells, are the target: they do harm, as it did in what the article tells."""
        s, rules = part.sentence, self.rules
        if s.tokens[they].text.lower() not in rules.words["group_anaphors"]:
            return 0.0
        if any(s.tokens[i].xpos in ("NNS", "NNPS") for i in part.quoted if i < they):
            return 0.0  # "the farmers say that they were robbed"
        harms = (p for p in self.predicates(s) if p.entry.agent <= _HARM and p.token in part.quoted)
        if not any(a.role == "agent" and a.token == they for p in harms for a in arguments(s, p, rules)):
            return 0.0
        return _FAR if self.story(s.index, target).grave else 0.0

    def sentiment(self, attribution: Attribution) -> tuple[float, float]:
        """TextBlob's polarity and subjectivity of the quoted words."""
        return sentiment(" ".join(self.document.words(span) for span in attribution.segments))
