"""What everybody knows of the leaders in ``rules/targets``: an article that says "Putin" need not say whose president he is."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import given_gender, same_person
from quotes.resolve.rulers import Leader


def _leader(name: Sequence[str], lexicon: Lexicon) -> Leader | None:
    """The leader of a name, whose given name may be spelt otherwise ("Sergei" for "Sergey")."""
    leader = lexicon.leaders.get(tuple(name)) or lexicon.leaders.get(tuple(name[-1:]))
    return leader if leader is not None and (len(name) == 1 or same_person(name, leader.name, lexicon)) else None


def recognise(entity: Entity, lexicon: Lexicon) -> None:
    """Adds state, offices and gender to a person whose name is a leader's and of whom the article tells nothing else."""
    found = next((leader for name in entity.names if (leader := _leader(name, lexicon))), None)
    if entity.sort != "person" or found is None or any(_leader(n, lexicon) is not found for n in entity.names):
        return
    alone = all(len(n) == 1 for n in entity.names)
    if (entity.states and found.state not in entity.states) or (alone and entity.role_nouns - found.offices):
        return
    entity.known_states.add(found.state)
    entity.known_offices |= found.offices
    gender = given_gender(found.name, lexicon)
    if gender:
        entity.genders[gender] += 5
