"""Walk through an article once and give every reference its entity: names are clustered, the rest is taken up in text order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from quotes.model import Document, Sentence, Span
from quotes.resolve import issuers, nominals, pronouns
from quotes.resolve.cluster import Clusters, cluster_names
from quotes.resolve.entity import Entity
from quotes.resolve.find import references
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference
from quotes.resolve.scene import Said, Scene, scene

_LOOSE = frozenset(("vocative", "dep", "parataxis", "discourse", "dislocated"))
"""Relations the parser gives a noun it cannot place: a name behind its comma is its apposition."""
_REACH = 40
_AHEAD = 4
"""Sentences that a pronoun without antecedent looks ahead."""


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

    def entity(self, reference: Reference) -> Entity | None:
        """The entity a reference was given to."""
        return self.clusters.of.get(reference.order)


def read(document: Document, lexicon: Lexicon, quoted: Sequence[Span], said: Said | None = None) -> Discourse:
    """Finds and links all references of an article, in linear time: each looks back over ``_REACH`` entities."""
    found = references(document, lexicon, quoted)
    clusters = cluster_names(found, lexicon)
    discourse = Discourse(clusters, found)
    for reference in (r for r in found if not r.members):
        for i in range(reference.first, reference.stop):
            discourse.at.setdefault((reference.sentence, i), reference)
        discourse.at[reference.sentence, reference.head] = reference
    for reference in found:
        for i in range(max(reference.outer, 0) if reference.outer >= 0 else reference.first, reference.first):
            discourse.at.setdefault((reference.sentence, i), reference)
    known = scene(document, found, clusters.of, discourse.at, said or {})
    _Walk(discourse, known, lexicon, said or {}).run()
    return discourse


class _Walk:
    """The state of one pass in text order: who was mentioned last, how often, and who spoke."""

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
        self.groups: dict[frozenset[int], Entity] = {}
        self.subject: int | None = None
        """The last person outside quotation marks who was a subject."""
        self.actor: int | None = None
        """The last person or body that was."""
        self.said = said
        self.titled = {
            (r.sentence, r.same_as): self.clusters.of[r.order]
            for r in self.discourse.references
            if r.form == "name" and r.same_as is not None
        }
        """(sentence index, noun) -> the person whom that noun describes."""

    def run(self) -> None:
        for reference in self.discourse.references:
            if reference.form == "name":
                entity = self.clusters.of[reference.order]
                doubt = self.clusters.doubt.get(reference.order, 1)
                self._link(reference, entity, "name" if doubt == 1 else "name-doubt", doubt)
            elif reference.members:
                self._group(reference)
            elif reference.form == "nominal":
                before = (self.scene.speaker, self.actor)
                self._nominal(reference)
                self._issuer(reference, before)
            else:
                self._pronoun(reference)
        for reference in self.discourse.references:
            if reference.order in self.scene.words and reference.order not in self.clusters.of:
                self._ahead(reference)

    def _ahead(self, reference: Reference) -> None:
        """A source pronoun with nobody before it means whom the article names next ("'Fine,' he said. Lind left.")."""
        for r in self.discourse.references[reference.order + 1 : reference.order + 1 + _REACH]:
            entity = self.clusters.of.get(r.order)
            if entity is None or r.form != "name" or r.quoted or not r.subject or r.sentence - reference.sentence > _AHEAD:
                continue
            if pronouns.agrees(reference, entity):
                self.clusters.join(reference, entity)
                self.discourse.links[reference.order] = Link("pronoun-ahead", self.lexicon.certainty.get("pronoun-ahead", 0.5))
                return

    def _link(self, reference: Reference, entity: Entity, rule: str, count: int = 1, certainty: float | None = None) -> None:
        self.discourse.links[reference.order] = Link(
            rule, self.lexicon.certainty.get(rule, 0.5) if certainty is None else certainty, count
        )
        for recent in (self.recent,) if reference.quoted else (self.recent, self.outside):
            _, before = recent.pop(entity.number, (entity, ()))
            same = tuple(r for r in before if r.sentence == reference.sentence)
            recent[entity.number] = (entity, (*same, reference))
        self.scene.counts[entity.number] += 1
        if reference.subject and not reference.quoted and self._reports(reference):
            self.scene.speaker = entity.number
        if (reference.sentence, reference.head) in self.said:
            self.scene.floor = entity.number
        if reference.subject and not reference.quoted and entity.sort not in ("thing", "document"):
            self.actor = entity.number
            self.subject = entity.number if entity.sort == "person" else self.subject

    def _reports(self, reference: Reference) -> bool:
        """Whether it is the subject of a verb that takes a clause: the floor is its."""
        sentence = self.sentences[reference.sentence]
        verb = sentence.tokens[reference.head].head
        return verb >= 0 and bool(sentence.children(verb, "ccomp", "parataxis"))

    def _latest(self, *, quoted: bool = True) -> list[tuple[Entity, tuple[Reference, ...]]]:
        """The last ``_REACH`` entities, most recent first; for a pronoun outside quotation marks those outside come first."""
        if quoted:
            return list(islice(reversed(self.recent.values()), _REACH))
        outside = list(islice(reversed(self.outside.values()), _REACH))
        inside = (x for n, x in reversed(self.recent.items()) if n not in self.outside)
        return [*outside, *islice(inside, _REACH // 4)]

    def _bearer(self, reference: Reference) -> Entity | None:
        """ "Baron said": a title without article that is the family name of somebody in the article."""
        token = self.sentences[reference.sentence].tokens[reference.head]
        if token.upos != "PROPN" or reference.stop - reference.first > 1:
            return None
        return next(
            (e for e in self.clusters.entities if e.sort == "person" and any(n[-1] == fold(token.text) for n in e.names)), None
        )

    def _nominal(self, reference: Reference) -> None:
        bearer = self._bearer(reference)
        if bearer is not None:
            self.clusters.join(reference, bearer)
            self._link(reference, bearer, "name")
            return
        named = self._named_beside(reference)
        beside = self.discourse.at.get((reference.sentence, reference.same_as)) if reference.same_as is not None else None
        same = self.clusters.of.get(beside.order) if beside else None
        if named is None and beside is not None and same is not None and nominals.compatible(reference, same):
            self._introduce(reference, same)
            self.clusters.join(reference, same)
            self._link(reference, same, "apposition")
            return
        if named is not None:
            self._introduce(reference, named)
            self.clusters.join(reference, named)
            self._link(reference, named, "apposition")
            return
        scored = nominals.antecedents(reference, [e for e, _ in self._latest()], self.lexicon)
        floor = self._floor(reference)
        if scored and floor is not None and (not scored[0][1].named or self._passing(reference, scored[0][1])):
            scored = []
        if scored and not (reference.owner is not None and reference.sort != "person"):
            best, entity = scored[0]
            rivals = sum(s >= best - 0.02 - 0.01 * _REACH and s > 0.5 for s, _ in scored)
            self.clusters.join(reference, entity)
            self._link(reference, entity, "description", rivals)
            return
        if floor is not None:
            self.clusters.join(reference, floor)
            self._link(reference, floor, "description-topic")
            return
        entity = self.clusters.new(reference)
        self._link(reference, entity, "description-new")

    def _passing(self, reference: Reference, entity: Entity) -> bool:
        """Whether somebody was but mentioned on the way: "Asked about President Orlov, the president said" is not about Orlov."""
        at = self.outside.get(entity.number, (entity, ()))[1]
        here = bool(at) and at[-1].sentence == reference.sentence
        return here and bool(entity.states) and not reference.states and entity.number != self.scene.speaker

    def _floor(self, reference: Reference) -> Entity | None:
        """Whom a source's description means that no earlier office explains: who spoke last, else the hero of the article."""
        source = (reference.sentence, reference.head) in self.said
        for number, spoke in ((self.scene.speaker, True), (self.subject, True), (self.scene.topic, False)):
            entity, references = self.outside.get(-1 if number is None else number, (None, ()))
            if entity is not None and nominals.goes_on(
                reference, entity, references[-1], self.lexicon, source=source, spoke=spoke
            ):
                return entity
        return None

    def _issuer(self, reference: Reference, before: tuple[int | None, ...]) -> None:
        """Whose words a document without a name holds: who issues it in this sentence, else who spoke or acted ``before``."""
        entity = self.clusters.of.get(reference.order)
        if entity is None or not issuers.wanted(entity):
            return
        subject = issuers.subject_of(reference, self.sentences[reference.sentence], self.lexicon)
        source = self.discourse.at.get((reference.sentence, subject)) if subject is not None else None
        if source is not None:
            entity.issuer = self.clusters.of.get(source.order)
            return
        for number in before:
            holder, references = self.outside.get(-1 if number is None else number, (None, ()))
            if holder is not None and issuers.behind(entity, reference, holder, references[-1], self.lexicon):
                entity.issuer = holder
                return

    def _group(self, reference: Reference) -> None:
        """The same people joined again are the same group."""
        parts = [self.discourse.at.get((reference.sentence, head)) for head in reference.members]
        key = frozenset(e.number if (e := self.clusters.of.get(p.order)) else -1 - p.order for p in parts if p is not None)
        entity = self.groups.get(key)
        if entity is None:
            entity = self.groups[key] = self.clusters.new(reference)
        else:
            self.clusters.join(reference, entity)
        self._link(reference, entity, "joint")

    def _named_beside(self, reference: Reference) -> Entity | None:
        """ "The minister, Ana Ruiz": the name follows in apposition to the noun."""
        titled = self.titled.get((reference.sentence, reference.head))
        if titled is not None and nominals.compatible(reference, titled):
            return titled
        sentence = self.sentences[reference.sentence]
        beside = [reference.head + 2] if sentence.tokens[reference.head].base in _LOOSE and _comma(sentence, reference) else []
        behind = nominals.named_as(reference, sentence, self.lexicon)
        for child in (*sentence.children(reference.head, "appos", "flat"), *beside, *behind):
            name = self.discourse.at.get((reference.sentence, child))
            entity = self.clusters.of.get(name.order) if name is not None and name.form == "name" else None
            if entity is not None and (
                nominals.compatible(reference, entity) or nominals.body_noun(reference, entity, self.lexicon)
            ):
                return entity
        return None

    def _introduce(self, reference: Reference, entity: Entity) -> None:
        """The name comes after its description: "A governor accused … 'They waited,' the governor, Ana Ruiz, said"."""
        if entity.sort != "person" or entity.references[0].order < reference.order - 3 or not reference.definite:
            return
        for earlier, _ in self._latest():
            described = [r for r in earlier.references if r.form == "nominal"]
            if earlier.named or earlier is entity or not described or described[0].words != reference.words or earlier.plural:
                continue
            for r in list(earlier.references):
                self.clusters.join(r, entity)
            entity.references.sort(key=lambda r: r.order)
            for recent in (self.recent, self.outside):
                recent.pop(earlier.number, None)
            return

    def _pronoun(self, reference: Reference) -> None:
        scored = pronouns.candidates(reference, self._latest(quoted=reference.quoted), self.scene, self.lexicon)
        self.discourse.choices[reference.order] = scored
        if not scored:
            return
        entity = scored[0].entity
        probability = pronouns.probability(scored)
        self.clusters.join(reference, entity)
        if reference.gender in ("m", "f") and not entity.gender and probability > 0.6:
            entity.genders[reference.gender] += 1
        self._link(replace(reference), entity, "pronoun", len(scored), probability)


def _comma(sentence: Sentence, reference: Reference) -> bool:
    return reference.head + 2 < len(sentence.tokens) and sentence.tokens[reference.head + 1].text == ","
