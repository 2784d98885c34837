"""Take up an earlier entity by description: "the minister", "the Russian leader", "the 54-year-old", "the ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.resolve.entity import Entity, apart
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import is_acronym, words
from quotes.resolve.reference import Reference

ANY_PERSON = frozenset(
    ("man", "woman", "person", "boy", "girl", "guy", "lady", "gentleman", "old", "figure", "teenager", "veteran")
)
_NONE: frozenset[str] = frozenset()
_COUNTED = frozenset(("first", "second", "third", "fourth", "next"))
"""Words that tell a person from those before: "the first lady", "the second man"."""
_PLAIN = frozenset(
    (
        "apex", "top", "same", "current", "present", "incumbent", "official", "us", "uk", "news", "state", "national", "federal",
        "global", "world", "diplomatic", "s", "brief", "lengthy", "written",
    )
)  # fmt: skip


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
    if entity.sort == "body" and reference.words[0] in lexicon.bodies:  # "the rail operator Norvik … The operator"
        return 2.0 * any(r.form == "nominal" and r.words == reference.words for r in entity.references)
    if entity.sort != "person" or entity.plural or _gender_conflict(reference, entity):
        return 0.0
    if reference.age and entity.ages:
        return 3.0 if reference.age in entity.ages else 0.0
    noun = reference.words[0]
    if apart(reference.states, entity.belongs_to):
        return 0.0
    same_state = 0.5 if reference.states & entity.belongs_to else 0.0
    if noun in lexicon.fixed & lexicon.classes.get("defendant", _NONE) and entity.tried:
        return 1.5
    if noun in entity.role_nouns:
        same = not entity.named and bool(entity.references[0].complement)  # "the President of Kolm met … the President said"
        bare = (
            0.3 if not reference.states and (same or not entity.states) else 0.0
        )  # "the president" is not "Russian President …"
        return _of_office(2.0 + same_state + bare, reference, entity, lexicon)
    if noun in entity.known_offices and same_state and set(words(reference.text)) & lexicon.portfolios <= entity.known_offices:
        return 2.0  # "The Russian foreign minister" is Lavrov, whether the article says so or not
    if any(lexicon.takes_up(noun, role) for role in entity.role_nouns) or entity.role_words & lexicon.told_by.get(noun, _NONE):
        return _of_office(1.5 + same_state, reference, entity, lexicon)
    if noun in ANY_PERSON:
        if _COUNTED & set(words(reference.text)):
            return 0.0
        return (0.6 if entity.gender and entity.gender == reference.gender else 0.4) + same_state
    short = reference.text.rpartition(" ")[2]
    if short.isupper() and noun in lexicon.ranks and any(is_acronym(short, words(r.role or "")) for r in entity.references):
        return 1.5 + same_state  # "the DPP" is the Deputy Public Prosecutor
    own = own_words(reference, lexicon)
    if own and own <= entity.bodies and not entity.role_nouns and not noun.startswith("spokes"):
        return 1.2 + same_state  # "CNN's Ana Ruiz … The CNN host"
    return 1.0 if same_state and not entity.role_nouns and noun in lexicon.ranks and noun not in lexicon.anonymous else 0.0


def _of_office(rate: float, reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    """The rate as the other words of the office tell: "the defence minister" is not the foreign minister."""
    own, known = set(words(reference.text)), entity.role_words
    told, held = own & lexicon.portfolios, known & lexicon.portfolios
    if (told and held and not told & held) or left_office(reference, entity, lexicon):
        return 0.0
    if own & lexicon.lower and not known & lexicon.lower:
        return 0.0  # "the vice-president" is not the president
    same = reference.words[0] in entity.role_nouns  # the deputy minister is no minister, but an official all the same
    rate += 0.3 * bool(told & held) - 0.8 * bool(same and (held - told) & lexicon.lower)
    once = reference.words[0] in lexicon.ranks and not own & lexicon.past and bool(known & lexicon.past)
    return rate - 0.8 * once - 0.6 * bool(reference.states and not entity.belongs_to)


def left_office(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    """ "The former president" is nobody whom the article calls president; he may be called governor, and a banker stays one."""
    held = reference.words[0] in lexicon.ranks and any(lexicon.takes_up(reference.words[0], role) for role in entity.role_nouns)
    return bool(set(words(reference.text)) & lexicon.past) and held and not entity.role_words & lexicon.past


def own_words(reference: Reference, lexicon: Lexicon) -> set[str]:
    """The modifiers that set a description apart: "the new law", "the Anti-Maidan movement"; states and articles do not."""
    if reference.words == ("person",):  # "the Bavarian"
        return set()
    out = set(words(reference.text)) - {"the", "this", "that", reference.words[0], *words(reference.words[0])}
    plain = {w for w in out if w in _PLAIN or w in lexicon.states or reference.words[0].startswith(w)}
    return out - plain - ({"page", *(w for w in out if w.isdigit())} if "page" in out else set())  # the 50-page report


def of_old(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a description repeats the office somebody was introduced with long before: "the harbour board governor"."""
    return reference.words[0] in entity.role_nouns and own_words(reference, lexicon) <= entity.role_words


def other_holder(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a description and somebody's role, though of one noun, name different places, peoples or bodies: "the Sandvik First
    Nation citizen" is not "Kolm First Nation citizen Lind"; an office may be told in other words."""
    noun = reference.words[0]
    if noun in lexicon.ranks or noun not in entity.role_nouns or not reference.subject or reference.quoted:
        return False
    own = {w for part in reference.text.split()[1:] if part[:1].isupper() for w in words(part)}
    held = {w for r in entity.references for part in (r.role or "").split() if part[:1].isupper() for w in words(part)}
    return bool(own - entity.role_words) and bool(held - own)


def _gender_conflict(reference: Reference, entity: Entity) -> bool:
    return not reference.hinted and bool(reference.gender and entity.gender and reference.gender != entity.gender)


def _rate_body(reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    if entity.sort not in ("body", "media", "document", "thing", "place"):
        return 0.0
    noun = reference.words[0]
    if apart(reference.states, entity.states):
        return 0.0
    same = [r for r in entity.references if r.form == "nominal" and r.words[0] == noun and r.plural == reference.plural]
    known = {w for r in (*same, *(n for n in entity.references if n.form == "name")) for w in words(r.text)}
    if not own_words(reference, lexicon) <= known:
        return 0.0
    if (
        noun in lexicon.any_document
        and entity.sort == reference.sort == "document"
        and not reference.plural
        and not entity.plural
    ):
        return 0.9
    if any(noun in name for name in entity.names) or same:
        return 2.0 + 0.5 * bool(reference.states & entity.states)
    acting = entity.sort == "place" and len(entity.names[0]) > 1 and not any(map(lexicon.is_seat, entity.names))
    if not entity.named or entity.sort == "thing" or (entity.sort == "place" and not acting):
        return 0.0
    if reference.sort == "media":
        printed = noun not in lexicon.printed or any(w in lexicon.papers for name in entity.names for w in name)
        return 1.0 if entity.sort == "media" and printed else 0.0
    bare = bool(reference.states) and all(len(name) == 1 and name[0] in lexicon.bodies for name in entity.names)
    if not bare and any(w in lexicon.body_classes.get(noun, ()) for name in entity.names for w in name):
        return 1.2  # but "the Ghanaian mission" is not any "Embassy"
    if own_words(reference, lexicon) and noun in lexicon.any_body and entity.sort == "body":
        return 1.0  # "the global health body" has a word of the World Health Organization
    typed = any(w in lexicon.bodies for name in entity.names for w in name)
    if noun not in lexicon.any_body or entity.sort not in ("body", "media", "place") or typed:
        return 0.0
    return 0.8 + 0.2 * any(r.subject for r in entity.references) - 0.3 * (entity.sort == "media" and noun != "agency")


def _rate_group(reference: Reference, entity: Entity, lexicon: Lexicon) -> float:
    same = entity.sort == reference.sort and any(
        r.form == "nominal" and r.words == reference.words and r.plural == reference.plural for r in entity.references
    )  # the big camel is not the camels
    return 1.0 if same and not reference.complement and reference.words[0] not in lexicon.groups else 0.0


def body_noun(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    """ "The port's operator, Eastern Terminals": some nouns are for people and bodies."""
    return entity.sort in ("body", "media", "thing") and reference.words[0] in lexicon.bodies


def compatible(reference: Reference, entity: Entity) -> bool:
    """Whether a description and a name beside it can stand for the same."""
    return entity.sort == "person" if reference.sort == "person" else entity.sort != "person" and reference.sort != "thing"
