"""Walk through an article once and give every reference its entity: names are clustered, the rest is taken up in text order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Document, Span
from quotes.resolve import anonymity, cataphora, clauses, echo, issuers, naming, nominals, pronouns, seats, turns
from quotes.resolve import floor as floors
from quotes.resolve.cluster import cluster_names
from quotes.resolve.entity import Entity
from quotes.resolve.find import references
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.memory import REACH, Discourse, Memory
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference, reports
from quotes.resolve.scene import Said, Scene, scene

_TIE = 0.1
"""How much better a description may suit who was mentioned last than the last subject."""
_LEFT = 0.6
"""The same where the article has left the better one paragraphs ago."""
_LOOSE = frozenset(("vocative", "dep", "parataxis", "discourse", "dislocated"))
"""Relations the parser gives a noun it cannot place: a name behind its comma is its apposition."""


def read(document: Document, lexicon: Lexicon, quoted: Sequence[Span], said: Said | None = None) -> Discourse:
    """Finds and links all references of an article, in linear time: each looks back over ``REACH`` entities."""
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
    said = {_head(place, discourse): spans for place, spans in (said or {}).items()}
    walk = _Walk(discourse, scene(document, found, clusters.of, discourse.at, said), lexicon, said)
    walk.run()
    echo.join(walk, document.article.text)
    return discourse


def _head(place: tuple[int, int], discourse: Discourse) -> tuple[int, int]:
    """Where a source stands: a title in front of a name ("Bookseller Ana Ruiz said") for the name."""
    found = discourse.at.get(place)
    titled = found is not None and found.form == "name" and 0 <= found.outer <= place[1] < found.first
    return (found.sentence, found.head) if found is not None and titled else place


class _Walk(Memory):
    """Takes up descriptions and pronouns one after the other."""

    def __init__(self, discourse: Discourse, known: Scene, lexicon: Lexicon, said: Said) -> None:
        super().__init__(discourse, known, lexicon, said)
        self.titled: dict[tuple[int, int], Entity] = {}
        """(sentence index, noun) -> whom it describes: the first, before what it tells of ("Ana Ruiz, editor of Mira")."""
        for r in self.discourse.references:
            if r.form == "name" and r.same_as is not None:
                self.titled.setdefault((r.sentence, r.same_as), self.clusters.of[r.order])

    def run(self) -> None:
        for reference in self.discourse.references:
            if reference.form == "name":
                entity = self.clusters.of[reference.order]
                if (unnamed := self._described(reference, entity)) is not None and not anonymity.unnamed(
                    unnamed, self.sentences, self.lexicon
                ):
                    self.absorb(unnamed, entity)
                doubt = self.clusters.doubt.get(reference.order, 1)
                self.link(reference, entity, "name" if doubt == 1 else "name-doubt", doubt)
            elif reference.members:
                if reference.order not in self.clusters.of:
                    self._group(reference)
            elif reference.form == "nominal":
                before = (self.scene.speaker, self.actor)
                self._nominal(reference)
                self._issuer(reference, before)
            else:
                self._pronoun(reference)
        self._look_ahead()

    def _described(self, name: Reference, entity: Entity) -> Entity | None:
        """Whom or what the article told of by description alone until it gives the name."""
        if entity.references[0] is not name or (entity.sort == "person" and not name.role_nouns):
            return None
        args = (name, entity, [e for e, _ in self.latest()], self.lexicon, self.scene.headline)
        if entity.sort != "person":
            return cataphora.of_body(*args, self.discourse.references)
        return cataphora.of_office(*args, self.clusters.entities)

    def _look_ahead(self) -> None:
        """Whom the source pronouns that nobody stands before and the description that opens the article turn out to mean."""
        for reference in self.discourse.references:
            if reference.form == "pronoun" and reference.order in self.scene.words and reference.order not in self.clusters.of:
                entity = cataphora.named_next(reference, self.discourse.references, self.clusters.of)
                if entity is not None:
                    self.clusters.join(reference, entity)
                    self.settle(reference, "pronoun-ahead")
        found = cataphora.lead(self.discourse.references, self.clusters.of, self.scene.headline, self.lexicon)
        if found is not None and not anonymity.unnamed(found[0], self.sentences, self.lexicon):
            self.absorb(*found)
        for entity in [e for e in self.clusters.entities if e.references]:
            held = cataphora.leader(entity, self.clusters.entities, self.lexicon)
            if held is None and not anonymity.unnamed(entity, self.sentences, self.lexicon):
                where = (self.discourse.references, self.clusters.of, self.said, self.scene.told, self.scene.headline)
                held = cataphora.unexplained(entity, *where, self.lexicon)
            if held is not None:
                self.absorb(entity, held)

    def _bearer(self, reference: Reference) -> Entity | None:
        """ "Baron said": a title without article that is the family name of somebody in the article."""
        token = self.sentences[reference.sentence].tokens[reference.head]
        if token.upos != "PROPN" or reference.stop - reference.first > 1:
            return None
        people = (e for e in self.clusters.entities if e.sort == "person")
        return next((e for e in people if any(n[-1] == fold(token.text) for n in e.names)), None)

    def _nominal(self, reference: Reference) -> None:
        bearer = self._bearer(reference)
        if bearer is not None:
            self.clusters.join(reference, bearer)
            self.link(reference, bearer, "name")
            return
        named = self._named_beside(reference)
        if named is not None and named.sort == "group":
            self.clusters.join(reference, named)
            self.link(reference, named, "joint")
            return
        beside = self.discourse.at.get((reference.sentence, reference.same_as)) if reference.same_as is not None else None
        same = self.clusters.of.get(beside.order) if beside else None
        # "'She (the defendant) is wrong,' said Lind"
        glossed = beside is not None and beside.form == "pronoun" and reference.quoted
        if named is None and beside is not None and same is not None and not glossed and nominals.compatible(reference, same):
            named = same
        if named is not None:
            self.introduce(reference, named)
            self.clusters.join(reference, named)
            self.link(reference, named, "apposition")
            return
        scored = self._rated(reference)
        floor = self._floor(reference)
        if scored and (new := self.newcomer(reference, scored[0][1])) is not None:
            scored, floor = [], new
        if scored and floor is not None and self.yields(reference, scored[0][1], floor):
            scored = []
        if scored and not (reference.owner is not None and reference.sort != "person"):
            best, entity = scored[0]
            rivals = sum(s >= best - 0.02 - 0.01 * REACH and s > 0.5 for s, _ in scored)
            self.clusters.join(reference, entity)
            self.link(reference, entity, "description", rivals)
            return
        if floor is not None:
            self.clusters.join(reference, floor)
            self.link(reference, floor, "description-topic")
            return
        entity = self.clusters.new(reference)
        self.link(reference, entity, "description-new")

    def _rated(self, reference: Reference) -> list[tuple[float, Entity]]:
        """Whom a description can take up. Nobody speaks of himself by name, and a source without office goes on speaking."""
        own = self.scene.words.get(reference.order, frozenset()) | self._owner(reference)
        kept_back = anonymity.kept_back(reference, self.sentences[reference.sentence], self.lexicon)
        latest = [e for e, _ in self.latest() if e.number not in own and self._can_be(reference, e, kept_back)]
        scored = nominals.antecedents(reference, latest, self.lexicon)
        if not scored and not kept_back:
            far = [e for e in self.far(reference) if e.number not in own and not anonymity.is_predicate(e, self.sentences)]
            far = [e for e in far if not seats.of_other_state(reference, e, self.discourse, self.lexicon)]
            scored = nominals.antecedents(reference, far, self.lexicon)
        anybody = reference.words[0] in nominals.ANY_PERSON and reference.order in self.scene.words
        if anybody and len(scored) > 1 and scored[0][0] < 1:
            scored.sort(key=lambda x: x[1].number != self.subject)
        elif len(scored) > 1 and (reference.sentence, reference.head) in self.said:
            near = scored[0][0] - (_LEFT if self.left(reference, scored[0][1], self.holder()) else _TIE)  # "… said Lind of
            scored.sort(key=lambda x: not (x[0] > near and x[1].number == self.holder()))  # Ruiz. The senator added" is Lind
        return scored

    def _owner(self, reference: Reference) -> frozenset[int]:
        """Whose somebody is, which he is not himself: "his aide" is never the minister."""
        owner = self.discourse.at.get((reference.sentence, reference.owner)) if reference.owner is not None else None
        entity = self.clusters.of.get(owner.order) if owner is not None else None
        return frozenset((entity.number,)) if entity is not None else frozenset()

    def _can_be(self, reference: Reference, entity: Entity, kept_back: bool) -> bool:
        """Whether an owned or unnamed description can take up somebody: not just any "boss", nobody named if ``kept_back``."""
        told = (entity.named and kept_back) or anonymity.is_predicate(entity, self.sentences)
        told = told or clauses.reported_by(self.sentences[reference.sentence], reference, entity.references)
        told = told or seats.of_other_state(reference, entity, self.discourse, self.lexicon)
        if told or seats.apart(reference, entity, self.sentences[reference.sentence], self.lexicon):
            return False
        owner = self.discourse.at.get((reference.sentence, reference.owner)) if reference.owner is not None else None
        return owner is None or owner.sort not in ("person", "group") or reference.words[0] in entity.role_nouns

    def _floor(self, reference: Reference) -> Entity | None:
        """Whom a source's description means that no earlier office explains: who spoke last, else the hero of the article."""
        said = (reference.sentence, reference.head) in self.said
        sentence = self.sentences[reference.sentence]
        source = said or reports(reference, sentence)  # "The midwife says that … 'No,' she said"
        if turns.opposed(reference, sentence):
            return None
        for number in (self.doer, self.scene.speaker) if source else ():
            entity, last = self.outside.get(-1 if number is None else number, (None, ()))
            acting = next((r for r in last if r.subject), last[-1]) if last else None
            if entity is not None and acting is not None and floors.no_person_goes_on(reference, entity, acting, self.lexicon):
                return entity
        for number, spoke in self.holders(reference):
            entity, references = self.outside.get(-1 if number is None else number, (None, ()))
            own = self.scene.words.get(reference.order, ())
            if entity is None or entity.number in own or seats.of_other_state(reference, entity, self.discourse, self.lexicon):
                continue
            heads = self.scene.named.get((reference.sentence, entity.number), ())
            if clauses.named_below(sentence, reference, heads):
                continue  # "The expert disagrees with Ruiz and says …" is not Ruiz
            answers = turns.answered(reference, references[-1], self.sentences, self.said, self.lexicon)
            if answers or (not said and floors.held_apart(reference, entity, self.lexicon)):
                continue
            known = self.told(reference, entity, references[-1], source=source, spoke=spoke)
            if floors.goes_on(reference, entity, references[-1], self.lexicon, known):
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
        self.link(reference, entity, "joint")

    def _named_beside(self, reference: Reference) -> Entity | None:
        """ "The minister, Ana Ruiz": the name follows in apposition to the noun."""
        titled = self.titled.get((reference.sentence, reference.head))
        if titled is not None and nominals.compatible(reference, titled):
            return titled
        sentence = self.sentences[reference.sentence]
        comma = [t.text for t in sentence.tokens[reference.head + 1 : reference.head + 3]][:-1] == [","]
        beside = [reference.head + 2] if sentence.tokens[reference.head].base in _LOOSE and comma else []
        behind = naming.named_as(reference, sentence, self.lexicon)
        for child in (*sentence.children(reference.head, "appos", "flat"), *beside, *behind):
            name = self.discourse.at.get((reference.sentence, child))
            entity = self.clusters.of.get(name.order) if name is not None and name.form == "name" else None
            if reference.plural and name is not None:
                entity = self._together(name)
            if (
                entity is not None
                and reference.plural == entity.plural
                and (nominals.compatible(reference, entity) or nominals.body_noun(reference, entity, self.lexicon))
            ):
                return entity
        return None

    def _together(self, name: Reference) -> Entity | None:
        """The people whom "and" joins to a name: "two scholars, Ana Ruiz and Per Dahl"."""
        joined = next((r for r in self.discourse.joined.get(name.sentence, ()) if name.head in r.members), None)
        if joined is None:
            return None
        if joined.order not in self.clusters.of:
            self._group(joined)
        return self.clusters.of[joined.order]

    def _pronoun(self, reference: Reference) -> None:
        scored = pronouns.candidates(reference, self.latest(quoted=reference.quoted), self.scene, self.lexicon)
        self.discourse.choices[reference.order] = scored
        if not scored:
            return
        entity = scored[0].entity
        probability = pronouns.probability(scored)
        probability = min(probability, (probability * self.chained(scored[0].reference)) ** 0.5)
        if reference.order in self.scene.words:
            probability = min(probability, pronouns.evidence(scored, self.lexicon.limits))
        self.clusters.join(reference, entity)
        if reference.gender in ("m", "f") and not entity.gender and probability > 0.6 and not reference.quoted:
            entity.genders[reference.gender] += 1
        self.link(replace(reference), entity, "pronoun", len(scored), probability)
