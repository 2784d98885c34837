"""Who is but "a senior diplomat" in a headline or lead whose quoted words the article then gives to somebody by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.model import Span
from quotes.resolve.entity import Entity
from quotes.resolve.memory import Memory
from quotes.resolve.names import words
from quotes.resolve.reference import Reference

_LEAD = 2
"""Paragraphs behind the headline that tell what the article then tells in full."""
_WORDS = 2
"""Words of the shortest quotation that is known again."""


def join(memory: Memory, text: str) -> None:
    """Gives every unnamed source of the lead to the one person who says its words again below."""
    told = [(r, " ".join(words(" ".join(text[s:e] for s, e in spans)))) for r, spans in _sources(memory)]
    for reference, said in told:
        entity = memory.clusters.of.get(reference.order)
        if entity is None or not _unnamed(reference, entity, memory) or said.count(" ") < _WORDS - 1:
            continue
        again = {
            other.number: other
            for r, more in told
            if r.start > reference.start and f" {said} " in f" {more} " and (other := memory.clusters.of.get(r.order)) is not None
        }
        again.pop(entity.number, None)
        named = next(iter(again.values())) if len(again) == 1 else entity
        if named.named and named.sort == "person" and not named.plural and not entity.unlike(named):
            memory.absorb(entity, named)


def _sources(memory: Memory) -> Iterator[tuple[Reference, Sequence[Span]]]:
    found = ((memory.discourse.at.get(place), spans) for place, spans in memory.said.items())
    return ((r, spans) for r, spans in found if r is not None)


def _unnamed(reference: Reference, entity: Entity, memory: Memory) -> bool:
    """Whether it is a person told by a description of the headline or lead alone."""
    early = reference.form == "nominal" and reference.paragraph <= memory.scene.headline + _LEAD
    return early and entity.sort == "person" and not entity.plural and not entity.named
