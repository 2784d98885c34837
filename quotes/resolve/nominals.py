"""Take up an earlier entity by description: "the minister", "the Russian leader", "the 54-year-old", "the ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import words
from quotes.resolve.reference import Reference

_ANY_PERSON = frozenset(
    ("man", "woman", "person", "boy", "girl", "guy", "lady", "gentleman", "old", "figure", "teenager", "veteran")
)
_PLAIN = frozenset(("same", "official", "us", "uk", "news", "state", "national", "federal", "s"))
_PRINTED = frozenset(("paper", "newspaper", "magazine", "daily", "weekly", "tabloid"))
_ANY_BODY = frozenset(
    (
        "company",
        "firm",
        "giant",
        "group",
        "organization",
        "organisation",
        "business",
        "body",
        "agency",
        "institution",
        "manufacturer",
        "maker",
    )
)


def antecedents(reference: Reference, entities: Sequence[Entity], lexicon: Lexicon) -> list[tuple[float, Entity]]:
    """Entities a definite description can mean, best first, with a score above 0; the order of ``entities`` is by recency."""
    if not reference.definite:
        return []
    rate = (
        _rate_person
        if reference.sort == "person"
        else _rate_body
        if reference.sort in ("body", "media", "document")
        else _rate_group
    )
    scored = [(rate(reference, e, lexicon) - 0.01 * i, e) for i, e in enumerate(entities)]
    return sorted(((s, e) for s, e in scored if s > 0), key=lambda x: -x[0])


def _rate_person(reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    if entity.sort != "person" or entity.plural or _gender_conflict(reference, entity):
        return 0.0
    if reference.age and reference.age in entity.ages:
        return 3.0
    noun = reference.words[0]
    if reference.states and entity.states and not reference.states & entity.states:
        return 0.0
    same_state = 0.5 if reference.states & entity.states else 0.0
    if noun in entity.role_nouns:
        bare = 0.3 if not reference.states and not entity.states else 0.0  # "the president" is not "Russian President …"
        return 2.0 + same_state + bare
    if any(lexicon.takes_up(noun, role) for role in entity.role_nouns):
        return 1.5 + same_state
    if noun in _ANY_PERSON:
        return 0.6 if entity.gender and entity.gender == reference.gender else 0.4
    return 0.0


def _own_words(reference: Reference, lexicon: Lexicon) -> set[str]:
    """The modifiers that set a description apart: "the new law", "the Anti-Maidan movement"; states and articles do not."""
    out = set(words(reference.text)) - {"the", "this", "that", reference.words[0], *words(reference.words[0])}
    return {w for w in out if w not in lexicon.states and w not in _PLAIN and not reference.words[0].startswith(w)}


def _gender_conflict(reference: Reference, entity: Entity) -> bool:
    return not reference.hinted and bool(reference.gender and entity.gender and reference.gender != entity.gender)


def _rate_body(reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    if entity.sort not in ("body", "media", "document", "thing", "place"):
        return 0.0
    noun = reference.words[0]
    if reference.states and entity.states and not reference.states & entity.states:
        return 0.0
    same = [r for r in entity.references if r.form == "nominal" and r.words[0] == noun and r.plural == reference.plural]
    known = {w for r in (*same, *(n for n in entity.references if n.form == "name")) for w in words(r.text)}
    if not _own_words(reference, lexicon) <= known:
        return 0.0
    if any(noun in name for name in entity.names) or same:
        return 2.0 + 0.5 * bool(reference.states & entity.states)
    acting = entity.sort == "place" and len(entity.names[0]) > 1 and not any(" ".join(n) in lexicon.seats for n in entity.names)
    if not entity.named or entity.sort == "thing" or (entity.sort == "place" and not acting):
        return 0.0
    if reference.sort == "media":
        printed = noun not in _PRINTED or any(w in lexicon.papers for name in entity.names for w in name)
        return 1.0 if entity.sort == "media" and printed else 0.0
    typed = any(w in lexicon.bodies for name in entity.names for w in name)
    if noun not in _ANY_BODY or entity.sort not in ("body", "media", "place") or typed:
        return 0.0
    return 0.8 + 0.2 * any(r.subject for r in entity.references) - 0.3 * (entity.sort == "media" and noun != "agency")


def _rate_group(reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    same = entity.sort == reference.sort and any(r.form == "nominal" and r.words == reference.words for r in entity.references)
    return 1.0 if same and not reference.complement and reference.words[0] not in lexicon.groups else 0.0
