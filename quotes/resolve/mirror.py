"""Roles that are somebody else's: "Lavrov met his Spanish counterpart, José Ruiz" makes Ruiz a foreign minister as well."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

_NEAR = 2
"""Sentences behind whom a counterpart may stand."""
_OWNED = re.compile(r"^.*['’]s? ")


def share_offices(references: Sequence[Reference], of: Mapping[int, Entity], lexicon: Lexicon) -> None:
    """Gives every named counterpart the office of whom he is the counterpart; ``references`` are an article's, in text order."""
    before: Reference | None = None
    for r in references:
        entity = of.get(r.order)
        if r.form != "name" or r.sort != "person" or entity is None:
            continue
        if before is not None and r.role and r.role_nouns & lexicon.mirroring:
            _share(r, entity, before, of[before.order], lexicon)
        before = r if entity.role_nouns - lexicon.mirroring else before


def _share(r: Reference, entity: Entity, before: Reference, model: Entity, lexicon: Lexicon) -> None:
    """Only a state sets two offices apart: "his counterpart" of another name stays what it is."""
    office, state = _office(model.role() or "", lexicon), _state(r.role or "", lexicon)
    if model is entity or not office or not state or r.sentence - before.sentence > _NEAR or model.states & r.states:
        return
    entity.role_nouns |= model.role_nouns - lexicon.mirroring
    at = entity.references.index(r)
    entity.references[at] = replace(r, role=f"{state} {office}", role_owner=None)
    entity.role_words.update(fold(office).split())


def _state(role: str, lexicon: Lexicon) -> str:
    """The state in front of a role, as written ("South Korean" of "South Korean counterpart")."""
    words = _OWNED.sub("", role).split()[:-1]
    return " ".join(words) if words and fold(" ".join(words)) in lexicon.states else ""


def _office(role: str, lexicon: Lexicon) -> str:
    """A role without its state; "" where the state stands elsewhere than in front."""
    words = _OWNED.sub("", role).split()
    for size in (2, 1):
        if fold(" ".join(words[:size])) in lexicon.states:
            words = words[size:]
    return "" if any(fold(w) in lexicon.states for w in words) else " ".join(words)
