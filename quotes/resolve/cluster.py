"""Which names of an article belong together: full names first, then family names, variants, initials and acronyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotes.resolve.entity import Entity
from quotes.resolve.leaders import recognise
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.mirror import share_offices
from quotes.resolve.names import given_gender, is_acronym, part_rank, same_body, same_person, words
from quotes.resolve.reference import Reference

_NEAR = 3
"""Paragraphs behind an office within which two letters can stand for it."""


class Clusters:
    """The entities of one article and which reference belongs to which."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.entities: list[Entity] = []
        self.of: dict[int, Entity] = {}
        """Reference.order -> its entity."""
        self.doubt: dict[int, int] = {}
        """Reference.order -> number of candidates of equal rank, where there were several."""
        self._keys: dict[str, list[Entity]] = defaultdict(list)

    def new(self, reference: Reference) -> Entity:
        """A new entity that this reference opens."""
        entity = Entity(len(self.entities), reference.sort)
        self.entities.append(entity)
        self.join(reference, entity)
        return entity

    def join(self, reference: Reference, entity: Entity) -> None:
        """Puts a reference into an entity."""
        known = set(entity.names)
        entity.add(reference)
        self.of[reference.order] = entity
        if entity.sort == "thing" and entity.named and reference.form == "nominal" and reference.sort == "body":
            entity.sort = "body"  # "ATM said … The party said"
        if reference.form == "name" and reference.words not in known:
            for key in {w[:3] for w in reference.words}:
                if entity not in self._keys[key]:
                    self._keys[key].append(entity)

    def near(self, reference: Reference, *, person: bool) -> list[Entity]:
        """Entities that share the beginning of a word with a name."""
        found = {e.number: e for w in reference.words for e in self._keys.get(w[:3], ())}
        return [e for _, e in sorted(found.items()) if (e.sort == "person") == person]


def cluster_names(references: Sequence[Reference], lexicon: Lexicon) -> Clusters:
    """Entities of all name references of an article, persons before bodies."""
    clusters = Clusters(lexicon)
    names = [r for r in references if r.form == "name"]
    persons, others = _as_persons(names, lexicon)
    for reference in persons:
        if len(reference.words) != 1:  # no word at all ("Mr." cut off from its name) is somebody of their own
            _join_full(reference, clusters)
    for reference in persons:
        if len(reference.words) == 1:
            _join_part(reference, clusters)
    share_offices(persons, clusters.of, lexicon)
    spelt_out = _spelt_out(others)
    for reference in sorted(others, key=lambda r: -min(len(r.words), 4)):
        long = clusters.of.get(spelt_out.get(reference.words, -1))
        clusters.join(reference, long) if long is not None else _join_body(reference, clusters)
    for entity in clusters.entities:
        _given_names(entity, lexicon)
        recognise(entity, lexicon)
        entity.references.sort(key=lambda r: r.order)
    _first_names(clusters.entities, lexicon)
    return clusters


def _as_persons(names: Sequence[Reference], lexicon: Lexicon) -> tuple[list[Reference], list[Reference]]:
    """Persons and others; a name that the tagger took for a body or place ("Trump said") is a person's
    where others of the article say so."""
    persons = [r for r in names if r.sort == "person"]
    family = {w for r in persons if len(r.words) > 1 for w in (r.words[-1], *r.words[: r.words[0] in lexicon.family_first])}
    single = {r.words[0] for r in persons if len(r.words) == 1}
    kin = {r.words[0] for r in persons if len(r.words) == 1 and r.role_nouns & lexicon.relations.keys()}  # "his twin Aymen"
    short = {r.words for r in names if r.sort != "person" and r.same_as is not None}  # "the Rights Centre (Cedeh)"
    doubles = {r.words[-2:] for r in persons if len(r.words) > 2}  # "Diaz Ortega" of "Ana Diaz Ortega"
    others: list[Reference] = []
    for r in persons[:]:  # "the Kremlin" is no person, whatever the tagger says
        if len(r.words) == 1 and r.words[0] not in family and not r.role and not r.honorific:
            place = r.words[0] in lexicon.seats
            if place or r.words[0] in lexicon.known or r.words in short or _acronym(r, names, lexicon):
                persons.remove(r)
                others.append(replace(r, sort="place" if place else "body", gender="n"))
    for r in names:
        if r.sort == "person":
            continue
        alone = len(r.words) == 1 and r.words[0] in family | kin and r.words[0] not in lexicon.seats
        full = len(r.words) == 2 and r.words[0] in lexicon.given and r.words[1] in single
        double = len(r.words) == 2 and r.words in doubles and r.words[-1] not in lexicon.bodies
        if alone or full or double:
            persons.append(replace(r, sort="person", gender=""))
        else:
            others.append(r)
    return sorted(persons, key=lambda r: r.order), others


def _spelt_out(bodies: Sequence[Reference]) -> dict[tuple[str, ...], int]:
    """Short forms that stand in brackets behind a name, each with that name's order."""
    out: dict[tuple[str, ...], int] = {}
    for r in bodies:
        if r.same_as is not None and r.words not in out:
            long = next((n for n in bodies if n.sentence == r.sentence and n.first <= r.same_as < n.stop), None)
            if long is not None and len(long.words) > 1 and r.words[0][0] in {w[0] for w in long.words}:
                out[r.words] = long.order
    return out


def _acronym(reference: Reference, names: Sequence[Reference], lexicon: Lexicon) -> bool:
    """Whether a person's name is rather a body's acronym ("HUR"); initials of somebody in the article are not."""
    if not (reference.text.isupper() and 2 < len(reference.text) < 6) or reference.words[0] in lexicon.family_first:
        return False
    return not any(len(r.words) > 1 and r.sort == "person" and is_acronym(reference.text, r.words) for r in names)


def _given_names(entity: Entity, lexicon: Lexicon) -> None:
    """What the name alone tells outweighs a "chairman", not a "Mr"."""
    if entity.sort == "person":
        gender = next((g for name in entity.names if (g := given_gender(name, lexicon))), "")
        if gender:
            entity.genders[gender] += 2


def _first_names(entities: Sequence[Entity], lexicon: Lexicon) -> None:
    """Where an article calls people of both genders by a given name alone, those names tell their gender."""
    alone = [e for e in entities if e.sort == "person" and not e.genders and all(len(n) == 1 for n in e.names) and e.names]
    told = {e.number: g for e in alone if (g := lexicon.given.get(e.names[0][0], "")) and not e.role_nouns}
    if set(told.values()) >= {"m", "f"}:
        for entity in alone:
            if entity.number in told:
                entity.genders[told[entity.number]] += 1


def _agree(reference: Reference, entity: Entity) -> bool:
    return reference.hinted or not (reference.gender and entity.gender and reference.gender != entity.gender)


def _join_full(reference: Reference, clusters: Clusters) -> None:
    for entity in clusters.near(reference, person=True):
        if (
            _agree(reference, entity)
            and reference.generation == entity.generation
            and any(len(n) > 1 and same_person(reference.words, n, clusters.lexicon) for n in entity.names)
        ):
            clusters.join(reference, entity)
            return
    clusters.new(reference)


def _join_part(reference: Reference, clusters: Clusters) -> None:
    """A single word: the bearer of the full name it ends (or, East Asian, begins); several bearers: the one named last."""
    family = any(reference.words[0] == n[-1] and len(n) > 1 for e in clusters.near(reference, person=True) for n in e.names)
    if reference.plural and not family:  # "the Obamas", but "Landsbergis" is one
        clusters.new(replace(reference, sort="group"))
        return
    ranked: list[tuple[int, Entity]] = []
    for entity in clusters.near(reference, person=True):
        ranks = [x for n in entity.names if (x := part_rank(reference.words[0], n, clusters.lexicon)) is not None]
        if ranks and min(ranks) == 2 and entity.references[0].order > reference.order:
            continue  # "Chao … Rulan Chao Pian": a word from between names nobody before its bearer is introduced
        if ranks and _agree(reference, entity) and _gender_allows(reference, entity, clusters.lexicon):
            ranked.append((min(ranks), entity))
    if not ranked:
        bearer = _initials(reference, clusters)
        clusters.join(reference, bearer) if bearer is not None else clusters.new(reference)
        return
    best = min(rank for rank, _ in ranked)
    choice = [entity for rank, entity in ranked if rank == best]
    choice = [e for e in choice if e.generation == reference.generation] or choice
    choice = [e for e in choice if reference.role_nouns & e.offices] or choice  # "President Lind" is not his son
    choice = [e for e in choice if not _in_role(reference, e, choice)] or choice
    if len(choice) > 1:
        clusters.doubt[reference.order] = len(choice)
    clusters.join(reference, _spoke_last(reference, choice, clusters) or min(choice, key=lambda e: _bare_name(reference, e)))


def _in_role(reference: Reference, entity: Entity, namesakes: Sequence[Entity]) -> bool:
    """Whether somebody was just named but to tell whose daughter another is: "Ana Lind, a daughter of President Ole Lind, left.
    '…,' Lind said"."""
    full = [r for r in entity.references if len(r.words) > 1 and r.order < reference.order]
    if not full or reference.paragraph - full[-1].paragraph > 1:
        return False
    others = (r for e in namesakes if e is not entity for r in e.references if r.sentence == full[-1].sentence)
    return any(r.role is not None and full[-1].text in r.role for r in others)


def _spoke_last(reference: Reference, namesakes: Sequence[Entity], clusters: Clusters) -> Entity | None:
    """Of namesakes whose family name stands in front, whom a sentence near before is about: "Lee Ji-ho said … 'No,' Lee said"."""
    if reference.words[0] not in clusters.lexicon.family_first or not reference.subject:
        return None
    told = [
        (r.order, e)
        for e in namesakes
        for r in e.references
        if r.subject and len(r.words) > 1 and r.order < reference.order and reference.paragraph - r.paragraph <= 3
    ]
    return max(told, key=lambda x: x[0])[1] if told else None


def _initials(reference: Reference, clusters: Clusters) -> Entity | None:
    """Whom an article calls by initials: "AMLO", "RFK"."""
    if not reference.text.isupper() or len(reference.text) < 3:
        return None
    named = (e for e in clusters.entities if e.sort == "person")
    return next((e for e in named if any(len(n) > 2 and is_acronym(reference.text, n) for n in e.names)), None)


def _gender_allows(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    given = next((g for n in entity.names if (g := given_gender(n, lexicon))), "")
    return not (reference.gender and given and given != reference.gender and not entity.gender)


def _bare_name(reference: Reference, entity: Entity) -> tuple[bool, bool, int, int]:
    """Whose a bare family name is: named in full earlier in the paragraph, else already called so, else named in
    full most often, else last."""
    full = [r for r in entity.references if len(r.words) > 1]
    here = any(r.paragraph == reference.paragraph and r.order < reference.order for r in full)
    before = [r.order for r in full if r.order < reference.order]
    bare = any(len(r.words) == 1 and r.order < reference.order for r in entity.references)
    return (not here, not bare, -len(full), -before[-1] if before else full[0].order if full else 0)


def _join_body(reference: Reference, clusters: Clusters) -> None:
    for entity in clusters.near(reference, person=False):
        if any(same_body(reference.words, n, clusters.lexicon) for n in entity.names) and _same_kind(reference, entity):
            clusters.join(reference, entity)
            return
    if (long := _tail(reference, clusters)) is not None:
        clusters.join(reference, long)
        return
    if len(reference.words) == 1 and _is_short(reference.text):
        for entity in clusters.entities:
            if entity.sort in ("body", "media") and any(is_acronym(reference.text, n) for n in entity.names):
                clusters.join(reference, entity)
                return
        holder = _initials(reference, clusters) or _holder(reference, clusters)
        if holder is not None:
            clusters.join(replace(reference, sort="person", gender=""), holder)
            return
    clusters.new(reference)


def _is_short(text: str) -> bool:
    """Whether a word looks like initials: "IRD", "DoE"."""
    return text.isupper() or (len(text) < 6 and text[:1].isupper() and text[-1:].isupper())


def _tail(reference: Reference, clusters: Clusters) -> Entity | None:
    """The one body introduced before whose name ends so, or begins so before an "of": "the Court" after "Kenya's Supreme
    Court" or "the Court of Appeal"."""
    listed = bool(reference.words) and reference.words[-1] in clusters.lexicon.bodies
    plain = reference.sort == "body" and len(reference.words) == 1 and reference.text.istitle()  # "the Rural Forum … The Forum"
    if not (listed or plain) or reference.states:
        return None
    size = len(reference.words)
    near = (e for e in clusters.near(reference, person=False) if e.references[0].order < reference.order)
    found = [e for e in near if any(len(n) > size and reference.words in (n[-size:], _before_of(n)) for n in e.names)]
    found = found if listed else [e for e in found if e.sort == "body"]
    return found[0] if len(found) == 1 and _same_kind(reference, found[0]) else None


def _before_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """The head of a body's name, the "chamber" of "Norway's Chamber of Commerce"."""
    of = next((i for i, word in enumerate(name) if word in ("of", "for")), 0)
    return name[of - 1 : of] if of else ()


def _holder(reference: Reference, clusters: Clusters) -> Entity | None:
    """The person whose office an acronym stands for ("the EAM": External Affairs Minister); two letters do for a whole office
    named short before ("the Attorney General, Ana Ruiz, … the AG")."""
    size = len(reference.text)
    for entity in clusters.entities:
        told = (r for r in entity.references if r.role and entity.sort == "person")
        for r, role in ((r, words(r.role or "")) for r in told):
            near = len(role) == size and 0 <= reference.paragraph - r.paragraph <= _NEAR and reference.order > r.order
            if (near or size > 2) and len(role) >= size and is_acronym(reference.text, role[-size:]):
                return entity
    return None


def _same_kind(reference: Reference, entity: Entity) -> bool:
    return (reference.sort == "place") == (entity.sort == "place") or len(reference.words) == 1
