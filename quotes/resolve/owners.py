"""Whose a body is that the article names without its state: "the country's Ministry of Trade", "police said"."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Document
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

_STATE = frozenset(("country", "nation"))
_ARTICLES = frozenset(("the", "a", "an"))


def of_country(entity: Entity, document: Document, references: Sequence[Reference], lexicon: Lexicon) -> str | None:
    """The state before a body of "the country": "Norway's" where Norway acted last before "The country's Ministry of Trade"."""
    for r in entity.references:
        if r.form != "name" or r.sort != "body":
            continue
        sentence = document.by_index[r.sentence]
        owner = next((c for c in sentence.children(r.head, "nmod:poss") if fold(sentence.tokens[c].lemma) in _STATE), None)
        if owner is None or r.quoted:
            continue
        states = (
            s for s in reversed(references[: r.order])
            if s.form == "name" and s.sort == "place" and s.subject and not s.quoted and lexicon.is_seat(s.words)
        )  # fmt: skip
        state = next(states, None)
        if state is None:
            return None
        mark = "’" if "’" in document.words((sentence.tokens[owner].end, r.start)) else "'"
        return f"{state.text}{mark}s"
    return None


def fuller(reference: Reference, references: Sequence[Reference], lexicon: Lexicon) -> str | None:
    """The first mention, with its state, of the police that are but "police" later on; None where the article tells of two."""
    if reference.form != "nominal" or reference.words[0] not in lexicon.forces or reference.states or reference.owner is not None:
        return None
    if reference.text.lower().removeprefix("the ") != reference.words[0]:
        return None
    told = [r for r in references if r.form == "nominal" and r.words == reference.words and r.states and not r.quoted]
    if not told or told[0].order > reference.order or len({s for r in told for s in r.states}) != 1:
        return None
    first, _, rest = told[0].text.partition(" ")
    return rest if fold(first) in _ARTICLES else told[0].text
