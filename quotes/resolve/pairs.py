"""Which of two is meant: "the latter", "the former"."""

from __future__ import annotations

from quotes.resolve.entity import Entity
from quotes.resolve.memory import Discourse
from quotes.resolve.reference import Reference

_PLACES = {"the former": 0, "the latter": -1}
_SORTS = (("person",), ("body", "media"), ("place",))


def one_of_two(label: str, sentence: int, start: int, discourse: Discourse) -> Reference | None:
    """The name that "the latter" or "the former" at offset ``start`` takes up: of the only two people, bodies or places that its
    own sentence or the one before names until there; None for other words, or where there are not just two."""
    place = _PLACES.get(label.lower())
    if place is None:
        return None
    near = [r for r in discourse.references if sentence - 1 <= r.sentence <= sentence and r.end <= start]
    for index in (sentence, sentence - 1):
        for sorts in _SORTS:
            told: dict[int, tuple[Entity, Reference]] = {}
            for r in near:
                entity = discourse.entity(r)
                if r.sentence == index and r.form == "name" and entity is not None and entity.sort in sorts:
                    told.setdefault(entity.number, (entity, r))
            if len(told) == 2:
                return list(told.values())[place][1]
    return None
