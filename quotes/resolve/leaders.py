"""What everybody knows of the leaders in ``rules/targets``: an article that says "Putin" need not say whose president he is."""

from __future__ import annotations

from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import given_gender


def recognise(entity: Entity, lexicon: Lexicon) -> None:
    """Adds state, offices and gender to a person whose name is a leader's and of whom the article tells nothing else."""
    found = next((lexicon.leaders[name] for name in entity.names if name in lexicon.leaders), None)
    if entity.sort != "person" or found is None or any(len(n) > 1 and n not in lexicon.leaders for n in entity.names):
        return
    alone = all(len(n) == 1 for n in entity.names)
    if (entity.states and found.state not in entity.states) or (alone and entity.role_nouns - found.offices):
        return
    entity.known_states.add(found.state)
    entity.known_offices |= found.offices
    gender = given_gender(found.name, lexicon)
    if gender:
        entity.genders[gender] += 5
