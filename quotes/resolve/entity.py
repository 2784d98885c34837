"""An entity: the references of one article that name the same person or body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Set
from dataclasses import dataclass, field

from quotes.resolve.names import words
from quotes.resolve.reference import Reference, Sort, is_owned


@dataclass(eq=False)
class Entity:
    """Grows while one article is resolved; nothing of it outlives that."""

    number: int
    sort: Sort
    references: list[Reference] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    role_nouns: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    """The role nouns but for those that tell only whose somebody is ("her former boss")."""
    states: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    tried: bool = False
    """Somebody arrests, charges or sentences it."""
    plural: bool = False
    generation: str = ""
    role_words: set[str] = field(default_factory=set)
    """Folded words of the roles and descriptions."""
    bodies: set[str] = field(default_factory=set)
    """Folded words of the bodies it is told to belong to."""
    known_offices: frozenset[str] = frozenset()
    """Words of offices that are common knowledge, whether the article gives them or not."""
    known_states: set[str] = field(default_factory=set)
    """The same of the state."""
    issuer: Entity | None = None
    """Whose words an unnamed document holds, or for whom an unnamed spokesperson speaks."""

    def add(self, reference: Reference) -> None:
        """Takes a reference in, with what it tells about gender, role, state and age."""
        self.references.append(reference)
        if reference.form == "name" and reference.words and reference.words not in self.names:
            self.names.append(reference.words)
        if reference.gender and reference.form != "pronoun":
            self.genders[reference.gender] += 1 if reference.hinted else 3
        self.role_nouns |= reference.role_nouns
        if reference.role_owner is None and (reference.form != "nominal" or not is_owned(reference)):
            self.offices |= reference.role_nouns
        self.states |= reference.states
        self.tried = self.tried or reference.tried
        self.bodies.update(words(reference.body or ""))
        self.generation = self.generation or reference.generation
        if reference.form != "pronoun" and reference.sort == "person":
            self.role_words.update(words(reference.role or "") if reference.form == "name" else words(reference.text))
        self.plural = self.plural or (reference.plural and reference.form != "pronoun")
        if reference.age:
            self.ages.add(reference.age)

    @property
    def gender(self) -> str:
        """The gender with most evidence; "" without any, or with equal evidence for two."""
        ranked = self.genders.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def is_known(self, kind: str) -> bool:
        """Whether it has a name or, for an "it" (``kind``), a description that tells as much: "the Russian trade ministry"."""
        told = kind == "it" and self.sort == "body" and bool(self.states)
        return self.named or bool(self.references[0].members) or told

    @property
    def belongs_to(self) -> set[str]:
        """The states that the article gives it, or that everybody knows it by."""
        return self.states or self.known_states

    def unlike(self, other: Entity) -> bool:
        """Whether states or gender that the article gives both exclude that they are the same."""
        return apart(self.states, other.states) or bool(self.gender and other.gender and self.gender != other.gender)

    @property
    def named(self) -> bool:
        """Whether any reference is a proper name."""
        return bool(self.names)

    def fullest(self) -> Reference:
        """The reference that names it best: the name with most words, else the first description."""
        names = [r for r in self.references if r.form == "name"]
        names = [r for r in names if not r.quoted and len(r.words) > 1] or names  # not the "Bravo Ana Ruiz" that somebody cries
        if not names:
            described = [r for r in self.references if r.form == "nominal"]
            return described[0] if described else self.references[0]
        often = Counter(r.text for r in names)
        return max(names, key=lambda r: (min(len(r.words), 5), not r.text.isupper(), often[r.text], len(r.text), -r.order))

    def role(
        self,
        kin: Container[str] = (),
        past: Container[str] = (),
        ranks: Container[str] = (),
        sides: Container[str] = (),
        *,
        quoted: bool = False,
    ) -> str | None:
        """The longest of the first three roles the article gives; one of ``kin`` ("father of …") or ``sides`` ("an old
        friend of …") where it gives no other.

        With ``quoted`` those that somebody quoted gives, else the reporter's.

        An office with a word of ``past`` ("former") yields to another of ``ranks`` that the same person has now.
        """
        told = [r for r in self.references if r.role and r.quoted == quoted]
        told = [r for r in told if not r.role_nouns or any(noun not in sides for noun in r.role_nouns)] or told
        roles = [r.role for r in told if r.role]
        roles = [role for role in roles if not any(w in kin for w in words(role))] or roles
        left = [role.lower() for role in roles if any(w in past for w in words(role))]
        held = [role for role in roles if role.lower() not in left and any(w in ranks for w in words(role))]
        if left and held and not any(role.lower() in other for role in held for other in left):
            roles = held
        return max(roles[:3], key=len) if roles else None


def apart(states: Set[str], others: Set[str]) -> bool:
    """Whether the states told of two exclude that they are the same: both have some, and none in common."""
    return bool(states and others) and states.isdisjoint(others)
