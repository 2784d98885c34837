"""What the sentence encoder reads: the words around a quotation with quotation, source and target marked.

Every mention of the target becomes one marker token that says only what sort of mention it was, so nothing can be learnt about
Russia that would not hold for another state, and exchanging the target cannot move the label.

    Moscow called it "a lie", and Putin laughed.
    [seat] called it [open] a lie [close], and [leader] laughed.

Markers are entries of the word-piece vocabulary that its makers left unused, so no vocabulary has to grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from quotes.model import Span

Piece = TypeVar("Piece")
MentionKind = Literal["name", "adjective", "seat", "leader", "body"]
KINDS: tuple[MentionKind, ...] = ("name", "adjective", "seat", "leader", "body")
Found = tuple[int, int, MentionKind]

TARGETS: Mapping[MentionKind, str] = {kind: f"[unused{i}]" for i, kind in enumerate(KINDS, start=1)}
OPEN, CLOSE = "[unused10]", "[unused11]"
SOURCE_OPEN, SOURCE_CLOSE = "[unused12]", "[unused13]"
OWN, OTHER = "[unused14]", "[unused15]"
TASKS: Mapping[str, str] = {"quotation": "[unused20]", "holder": "[unused21]", "text": "[unused22]"}
MARKERS: tuple[str, ...] = (*TARGETS.values(), OPEN, CLOSE, SOURCE_OPEN, SOURCE_CLOSE, OWN, OTHER, *TASKS.values())

LENGTH = 144
"""Word pieces the encoder reads at most."""
BEFORE = 40
"""Word pieces of the paragraph before, counted from its end."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question to the encoder. Offsets are code points into ``text``; ``previous`` is the paragraph before, or empty."""

    text: str
    segments: tuple[Span, ...]
    mentions: tuple[Found, ...]
    previous: str = ""
    previous_mentions: tuple[Found, ...] = ()
    source: Span | None = None
    own_side: bool | None = None
    """True and False add a token, None adds none."""
    task: str = "quotation"


def pattern(aliases: Mapping[MentionKind, Sequence[str]]) -> re.Pattern[str]:
    """A pattern that finds every alias, the longest first; the group that matched names the kind of mention.

    Raises ValueError where no alias is given: such a pattern would match everywhere.
    """
    parts = []
    for kind in KINDS:
        words = sorted(set(aliases.get(kind, ())), key=lambda w: (-len(w), w))
        if words:
            parts.append((max(map(len, words)), f"(?P<{kind}>{'|'.join(map(re.escape, words))})"))
    if not parts:
        raise ValueError("no aliases")
    body = "|".join(part for _, part in sorted(parts, key=lambda p: -p[0]))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


def mentions(text: str, aliases: re.Pattern[str]) -> tuple[Found, ...]:
    """Where ``text`` names the target: (start, end, kind), in text order, never overlapping."""
    found: list[Found] = []
    for match in aliases.finditer(text):
        kind = match.lastgroup
        found.extend((match.start(), match.end(), k) for k in KINDS if k == kind)
    return tuple(found)


def marked(text: str, mentions: Sequence[Found], segments: Sequence[Span] = (), source: Span | None = None) -> str:
    """``text`` with target mentions replaced and quotation and source enclosed in markers."""
    return "".join(part for part, _ in parts(text, mentions, segments, source))


def parts(
    text: str, mentions: Sequence[Found], segments: Sequence[Span] = (), source: Span | None = None
) -> list[tuple[str, int | None]]:
    """What ``marked`` is put together from: stretches of ``text`` with the offset where they stand there, markers with None."""
    edits: list[tuple[int, int, int, str]] = [(s, 2, e, f" {TARGETS[k]} ") for s, e, k in mentions]
    for start, end in segments:
        edits += [(start, 1, start, f" {OPEN} "), (end, 0, end, f" {CLOSE} ")]
    if source is not None:
        edits += [(source[0], 1, source[0], f" {SOURCE_OPEN} "), (source[1], 0, source[1], f" {SOURCE_CLOSE} ")]
    out: list[tuple[str, int | None]] = []
    at = 0
    for start, _, end, marker in sorted(edits):
        if start < at:
            # A marker inside a mention ("Russia" cut by a quotation mark) goes behind it, so that no segment stays open.
            out.append((marker if end == start else "", None))
            continue
        out += [(text[at:start], at), (marker, None)]
        at = end
    return [*out, (text[at:], at)]


def window(pieces: Sequence[Piece], opened: int, closed: int, room: int) -> list[Piece]:
    """At most ``room`` of ``pieces`` around the quotation, which lies between the indices of its first and last marker.

    A quotation too long for the room keeps its beginning and its end (two thirds and one third): the verdict often comes last.
    """
    size = closed + 1 - opened
    if len(pieces) <= room:
        return list(pieces)
    if size >= room - 16:
        lead, keep = list(pieces[max(0, opened - 8) : opened]), room - 16
        head = keep * 2 // 3
        body = list(pieces[opened : closed + 1])
        cut = body if size <= keep else [*body[:head], *body[len(body) - (keep - head) :]]
        return [*lead, *cut, *pieces[closed + 1 : closed + 1 + room - len(lead) - len(cut)]]
    spare = room - size
    left = min(opened, max(spare // 2, spare - (len(pieces) - closed - 1)))
    return list(pieces[opened - left : opened - left + room])
