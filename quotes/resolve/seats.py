"""Whom or what a description cannot take up, though the noun is the same: another seat, another share, what is but spoken of."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
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
