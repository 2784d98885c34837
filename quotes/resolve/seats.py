"""Whom or what a description cannot take up, though the noun is the same: another seat, another share, what is but spoken of."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve.entity import Entity
from quotes.resolve.entity import apart as differ
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.memory import Discourse
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference


def apart(reference: Reference, entity: Entity, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a description cannot mean an entity: a share is never the one before ("4 percent said … the 28 percent who said"),
    who or what is told of in quotation marks alone is not the reporter's ("… to flee from the law," the document says)."""
    if reference.words[0] in lexicon.shares or _elsewhere(reference, entity, sentence):
        return True
    spoken = reference.sort in ("person", "document") and not reference.quoted and not entity.named
    return spoken and all(r.quoted for r in entity.references)


def _elsewhere(reference: Reference, entity: Entity, sentence: Sentence) -> bool:
    """Whether a description and somebody's role name different seats: "the bishop of the Pala diocese" is not the "Bishop of Idu,
    Ana Ruiz"; a state or a short form may be told in other words."""
    if reference.sort != "person" or reference.states or reference.words[0] not in entity.role_nouns:
        return False
    behind = [i for c in sentence.children(reference.head, "nmod") if c > reference.head for i in sentence.subtree(c)]
    own = {fold(sentence.tokens[i].text) for i in behind if sentence.tokens[i].text[:1].isupper()}
    roles = [r.role.partition(" of ")[2] for r in entity.references if r.role]
    seats = [{fold(w) for w in role.split() if w[:1].isupper()} for role in roles]
    short = any(sentence.tokens[i].text.isupper() for i in behind) or any(w.isupper() for role in roles for w in role.split())
    return bool(own and seats) and not short and all(seat and seat.isdisjoint(own) for seat in seats)


def of_other_state(reference: Reference, entity: Entity, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Whether the state whose officer a description tells of is not the one whose officer somebody is: "Norway is sorry, its
    envoy Ana Ruiz said. … Chile abstained, and its envoy said"."""
    told = reference.states | _state_of(reference.sentence, reference.owner, discourse, lexicon)
    owners = ((r.sentence, r.owner if r.form == "nominal" else r.role_owner) for r in entity.references)
    owned = (_state_of(sentence, owner, discourse, lexicon) for sentence, owner in owners)
    return differ(told, entity.belongs_to or frozenset().union(*owned))


def _state_of(sentence: int, owner: int | None, discourse: Discourse, lexicon: Lexicon) -> frozenset[str]:
    """The state that stands for the owner of an office, or that he belongs to."""
    reference = discourse.at.get((sentence, owner)) if owner is not None else None
    entity = discourse.entity(reference) if reference is not None else None
    if entity is None:
        return frozenset()
    named = (lexicon.states.get(" ".join(name)) for name in entity.names if entity.sort == "place")
    return frozenset(entity.states).union(state for state in named if state)
