"""Positions on others that favour or disfavour the target without evaluating it (R7, R8), and contested names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotes.model import Alignment, Clue
from quotes.stance.scene import Part, Scene
from quotes.stance.values import Target

_LEAST = 0.8
"""Net weight of blame or praise of the counterparts from which it shows a side."""
_LOOSE = frozenset({"context", "near", "encounter", "label"})
"""Kinds of links too weak for somebody whom the statement need not be about."""


def align(side: Sequence[Clue], scene: Scene, target: Target) -> Alignment:
    """The alignment of a statement that takes no position on the target itself.

    ``side`` are the clues toward the target's counterparts ("the West", "Kyiv"): blame of them favours the target,
    support of them disfavours it. Contested names in the quoted words ("special military operation") decide first.
    """
    named = list(naming(scene, target))
    if named and len(set(named)) == 1:
        return named[0]
    total = sum(c.weight for c in side if c.rule.partition(" |")[0].partition(":")[2] not in _LOOSE)
    if abs(total) < _LEAST:
        return "none"
    return "anti" if total > 0 else "pro"


def naming(scene: Scene, target: Target) -> Iterator[Alignment]:
    """The side that each contested name in the quoted words takes."""
    for part in scene.parts:
        for way in ("pro", "anti"):
            yield from (_way(way) for _ in _phrases(part, target.naming.get(way, {})))


def _way(way: str) -> Alignment:
    return "pro" if way == "pro" else "anti"


def _phrases(part: Part, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> Iterator[int]:
    words = [t.text.lower() for t in part.sentence.tokens]
    for i in part.quoted:
        if any(tuple(words[i : i + len(row)]) == row for row in phrases.get(words[i], ())):
            yield i
