"""The state of one pass through an article: who was mentioned last, how often, who spoke, and which reference belongs to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from quotes.resolve import anonymity, clauses, nominals, pronouns, turns
from quotes.resolve.cluster import Clusters
from quotes.resolve.entity import Entity
from quotes.resolve.floor import Known
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.reference import Reference, reports
from quotes.resolve.scene import Said, Scene

REACH = 40
"""Entities that a description or pronoun looks back over."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a reference belongs to its entity: the rule, its certainty, and how many candidates there were."""

    rule: str
    certainty: float
    candidates: int = 1


@dataclass
class Discourse:
    """The result of the walk. ``at`` finds a reference by (sentence index, token)."""

    clusters: Clusters
    references: Sequence[Reference]
    links: dict[int, Link] = field(default_factory=dict)
    at: dict[tuple[int, int], Reference] = field(default_factory=dict)
    choices: dict[int, list[pronouns.Candidate]] = field(default_factory=dict)
    """Reference.order of a pronoun -> its candidates, best first."""

    @cached_property
    def joined(self) -> dict[int, list[Reference]]:
        """Sentence index -> the references there that "and" joins."""
        out: dict[int, list[Reference]] = {}
        for r in self.references:
            if r.members:
                out.setdefault(r.sentence, []).append(r)
        return out

    def entity(self, reference: Reference) -> Entity | None:
        """The entity a reference was given to."""
        return self.clusters.of.get(reference.order)


class Memory:
    """Grows as one pass goes through an article in text order."""

    def __init__(self, discourse: Discourse, known: Scene, lexicon: Lexicon, said: Said) -> None:
        self.discourse = discourse
        self.clusters = discourse.clusters
        self.sentences = known.sentences
        self.scene = known
        self.lexicon = lexicon
        self.recent: dict[int, tuple[Entity, tuple[Reference, ...]]] = {}
        """Entity number -> its references in the last sentence that has any; the most recent entity stands last."""
        self.outside: dict[int, tuple[Entity, tuple[Reference, ...]]] = {}
        """The same without what stands in quotation marks: "'I trust Lind,' Ruiz said. He …" is about Ruiz."""
        self.people: dict[int, Entity] = {}
        """The persons so far who are named or told of outside quotation marks, the most recent last."""
        self.groups: dict[frozenset[int], Entity] = {}
        self.subject: int | None = None
        """The last person outside quotation marks who was a subject."""
        self.acted: set[int] = set()
        """The people outside quotation marks who were subjects so far."""
        self.actor: int | None = None
        """The last person or body that was."""
        self.doer: int | None = None
        """The last of them that is no paper or agency telling of others."""
        self.led = -1
        """Sentence whose main clause told that subject: a later clause of it ("although Ruiz stayed away") tells no other."""
        self.said = said

    def settle(self, reference: Reference, rule: str) -> None:
        """Says why a reference belongs to its entity, which is not mentioned anew."""
        self.discourse.links[reference.order] = Link(rule, self.lexicon.certainty.get(rule, 0.5))

    def absorb(self, earlier: Entity, entity: Entity) -> None:
        """What was an entity by description alone turns out to be a named one."""
        for r in list(earlier.references):
            self.clusters.join(r, entity)
            if r.form == "nominal":
                self.settle(r, "description-ahead")
        entity.references.sort(key=lambda r: r.order)
        for recent in (self.recent, self.outside, self.people):
            recent.pop(earlier.number, None)

    def introduce(self, reference: Reference, entity: Entity) -> None:
        """The name comes after its description: "A governor accused … 'They waited,' the governor, Ana Ruiz, said"."""
        if entity.sort != "person" or entity.references[0].order < reference.order - 3 or not reference.definite:
            return
        for earlier, _ in self.latest():
            described = [r for r in earlier.references if r.form == "nominal"]
            if earlier.named or earlier is entity or not described or described[0].words != reference.words or earlier.plural:
                continue
            if not self._same_office(described[0], reference, earlier, entity):
                continue
            if reference.owner is not None and (described[0].states or nominals.own_words(described[0], self.lexicon)):
                continue  # "a Russian lawyer … Kushner's lawyer, Ana Ruiz"
            self.absorb(earlier, entity)
            return

    def _same_office(self, first: Reference, reference: Reference, earlier: Entity, entity: Entity) -> bool:
        """Whether a name with a description can be told of whom a description alone stood for so far."""
        if anonymity.unnamed(earlier, self.sentences, self.lexicon) or entity.references[0].order < earlier.references[0].order:
            return False
        if not first.definite and (reference.start > entity.references[0].start or not anonymity.adds_nothing(reference, first)):
            return False  # "a minister said … Ana Ruiz, the interior minister"
        return not earlier.unlike(entity)

    def link(self, reference: Reference, entity: Entity, rule: str, count: int = 1, certainty: float | None = None) -> None:
        """A reference is read: its entity is the most recent one, and perhaps speaks."""
        self.discourse.links[reference.order] = Link(
            rule, self.lexicon.certainty.get(rule, 0.5) if certainty is None else certainty, count
        )
        for recent in (self.recent,) if reference.quoted else (self.recent, self.outside):
            _, before = recent.pop(entity.number, (entity, ()))
            same = tuple(r for r in before if r.sentence == reference.sentence)
            recent[entity.number] = (entity, (*same, reference))
        if entity.sort == "person" and (entity.named or not reference.quoted):
            self.people.pop(entity.number, None)
            self.people[entity.number] = entity
        self.scene.counts[entity.number] += 1
        source = (reference.sentence, reference.head) in self.said
        told = source and reference.subject and not reference.quoted
        reported = reports(reference, self.sentences[reference.sentence])
        if told or reported:
            self.scene.speaker = entity.number
        if source:
            self.scene.floor = entity.number
            self.scene.voice = self.scene.voice if entity.sort == "person" else entity.number
        acts = not reference.quoted and entity.sort not in ("thing", "document")
        if acts and (reference.subject or self.sentences[reference.sentence].tokens[reference.head].rel == "obl:agent"):
            self.actor = entity.number
            self.doer = self.doer if reported and entity.sort == "media" else entity.number
        if acts and reference.subject:
            main = self._leads(reference)
            if entity.sort == "person":
                self.acted.add(entity.number)
            if entity.sort == "person" and (main or self.led != reference.sentence):
                self.subject = entity.number
                self.led = reference.sentence if main else self.led

    def _leads(self, reference: Reference) -> bool:
        """Whether it is the subject of a main clause."""
        tokens = self.sentences[reference.sentence].tokens
        verb = tokens[reference.head].head
        return verb >= 0 and tokens[verb].base in ("root", "parataxis", "conj")

    def yields(self, reference: Reference, entity: Entity, floor: Entity) -> bool:
        """Whether the ``floor`` is meant rather than the entity that the words suit; whom the floor's own words or clause
        speak of is somebody else: "'The president must go,' Ruiz said. The president called it …"."""
        if entity.named:
            return self.passing(reference, entity) or self.elsewhere(reference, entity, floor)
        if turns.spoke_so(reference, entity, floor, self.said, self.lexicon) or reference.words[0] in self.lexicon.bodies:
            return False  # "The operator said" goes on about the "grid operator"
        if self._beside(reference, entity, floor) or self._newer(reference, entity, floor):
            return False
        held = {r.sentence: r for r in floor.references if r.subject and not r.quoted and r.order < reference.order}
        return not any(r.sentence in held and self._below(r, held[r.sentence]) for r in entity.references)

    def _beside(self, reference: Reference, entity: Entity, floor: Entity) -> bool:
        """Whether the reporter told of both in one clause by name and by description: "The attendant was filmed by Ana Ruiz"."""
        named = {r.sentence: r for r in floor.references if r.form == "name" and not r.quoted and r.order < reference.order}
        told = (r for r in entity.references if r.form == "nominal" and not r.quoted and r.order < reference.order)
        beside = ((r, named[r.sentence]) for r in told if r.sentence in named and r.owner is None)
        return any(clauses.coarguments(self.sentences[r.sentence], r.head, n.head) for r, n in beside)

    def _newer(self, reference: Reference, entity: Entity, floor: Entity) -> bool:
        """Whether the reporter brought somebody unnamed in by the same word after last telling of the ``floor``: "… Ruiz said. A
        Danish engineer disagreed. 'Never,' the engineer said"."""
        first, last = entity.references[0], self.outside.get(floor.number, (floor, ()))[1]
        new = first.form == "nominal" and first.subject and not (first.definite or first.quoted or first.words != reference.words)
        told = self.scene.told
        near = told.get(reference.sentence, 0) - told.get(first.sentence, 0) <= turns.JUST
        return new and near and not any(r.order > first.order and r.form != "pronoun" for r in last)

    def _below(self, reference: Reference, subject: Reference) -> bool:
        """Whether somebody is spoken of by a subject of the same sentence, or what it does is done to them."""
        below = clauses.named_below(self.sentences[reference.sentence], subject, (reference.head,))
        return reference.quoted or (below and reference.same_as is None)

    def newcomer(self, reference: Reference, entity: Entity) -> Entity | None:
        """Who was brought in by full name just before a description that names another place or people than ``entity``'s role:
        "… said Kolm Nation citizen Lind. Ana Ruiz, a rapper, is here too. The Sandvik Nation citizen says …"."""
        speaker, subject = (self.outside[n][0] if n in self.outside else None for n in (self.scene.speaker, self.subject))
        if subject is None or subject is entity or not nominals.other_holder(reference, entity, self.lexicon):
            return None
        first = subject.references[0]
        fresh = turns.fresh(reference, speaker, subject) and first.form == "name" and len(first.words) > 1
        return subject if fresh and reference.sentence - first.sentence <= turns.JUST else None

    def passing(self, reference: Reference, entity: Entity) -> bool:
        """Whether somebody was but mentioned on the way: "Asked about President Orlov, the president said" is not about Orlov."""
        at = self.outside.get(entity.number, (entity, ()))[1]
        here = bool(at) and at[-1].sentence == reference.sentence
        return here and bool(entity.states) and not reference.states and entity.number != self.scene.speaker

    def elsewhere(self, reference: Reference, entity: Entity, floor: Entity) -> bool:
        """Whether a state tells of the subject just before rather than of an officer of no state known: "Ruiz stressed …
        The Chilean leader said …" is not the host, President Lind."""
        last = self.outside.get(floor.number, (floor, ()))[1]
        here = any(r.form == "name" and r.subject and reference.sentence - r.sentence == 1 for r in last)
        return here and floor is not entity and bool(reference.states) and not entity.belongs_to

    def holder(self) -> int | None:
        """Who is talked about: the last subject, unless he is one of what somebody said ("Kast said Boric 'talks'")."""
        speaker, subject = (self.outside.get(-1 if n is None else n) for n in (self.scene.speaker, self.subject))
        reports = speaker is not None and subject is not None and speaker[1][-1].sentence == subject[1][-1].sentence
        return self.scene.speaker if reports else self.subject

    def left(self, reference: Reference, entity: Entity, holder: int | None) -> bool:
        """Whether somebody was named once, paragraphs ago, while the sentence before told of another, the ``holder``."""
        last = self.outside.get(entity.number, (entity, ()))[1]
        other = self.outside.get(-1 if holder is None else holder, (entity, ()))[1]
        here = bool(other) and reference.sentence - other[-1].sentence <= turns.JUST
        return here and bool(last) and reference.paragraph - last[-1].paragraph > 1 and holder != entity.number

    def told(self, reference: Reference, entity: Entity, last: Reference, *, source: bool, spoke: bool) -> Known:
        """What the sentences around a description tell of whether somebody, mentioned ``last``, can be meant by it."""
        sentence, told = self.sentences[reference.sentence], self.scene.told
        owner = self.discourse.at.get((reference.sentence, reference.owner)) if reference.owner is not None else None
        return Known(
            source,
            spoke,
            self.alone(entity),
            turns.goes_on(reference, last, self.sentences, told, self.lexicon),
            turns.of_seat(reference, sentence),
            turns.brought_in(reference, entity, told),
            owner is not None and owner.form == "name" and owner.sort in ("place", "body"),
            last.paragraph == reference.paragraph,
        )

    def alone(self, entity: Entity) -> bool:
        """Whether nobody else has been told of so far."""
        return self.acted == {entity.number}

    def holders(self, reference: Reference) -> list[tuple[int | None, bool]]:
        """Whom a source without known office may mean, and whether the floor was theirs: who spoke last, the last subject, the
        hero of the article; the subject first where it is told of just before and the speaker a while ago."""
        last = [self.outside[n][0] if n in self.outside else None for n in (self.scene.speaker, self.subject)]
        out: list[tuple[int | None, bool]] = [(self.scene.speaker, True), (self.subject, True), (self.scene.topic, False)]
        if turns.fresh(reference, *last):
            out[:2] = out[1::-1]
        return out

    def chained(self, last: Reference) -> float:
        """How sure it is who a pronoun was whom the next one goes on about: a chain is hardly surer than its first link."""
        link = self.discourse.links.get(last.order)
        return link.certainty if link is not None and last.form == "pronoun" else 1.0

    def far(self, reference: Reference) -> list[Entity]:
        """People told of longer ago than ``REACH`` whose office a description repeats: "The harbour board governor said"; a
        bare "the director" is the only one whom the article calls so."""
        if reference.complement:
            return []
        told = [e for e in islice(reversed(self.people.values()), REACH) if nominals.of_old(reference, e, self.lexicon)]
        own = bool(nominals.own_words(reference, self.lexicon))
        return told if own or (len(told) == 1 and reference.words[0] not in nominals.ANY_PERSON) else []

    def latest(self, *, quoted: bool = True) -> list[tuple[Entity, tuple[Reference, ...]]]:
        """The last ``REACH`` entities, most recent first; for a pronoun outside quotation marks those outside come first."""
        if quoted:
            return list(islice(reversed(self.recent.values()), REACH))
        outside = list(islice(reversed(self.outside.values()), REACH))
        inside = (x for n, x in reversed(self.recent.items()) if n not in self.outside)
        return [*outside, *islice(inside, REACH // 4)]
