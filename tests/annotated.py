"""Sample articles with their gold written into the text, and what that makes: the plain article and its gold record.

    "⟦1 We will not wait,⟧" ⟨1 she⟩ said.      segment and speaker mention of statement 1 (`⟨1,2 she⟩`: of two statements)
    ====
    1 | direct | Elena Marsh | critical         kind, canonical name, stance; "-" where there is none or it is not asked

The gold record has the keys of the evaluation's gold files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Span

_TAG = re.compile(r"⟦(?P<segment>\d+) |⟨(?P<mention>\d+(?:,\d+)*) |[⟧⟩]")
_FOOT = "\n====\n"


@dataclass(frozen=True)
class Statement:
    """One line of gold. ``kind`` "optional" is neither asked for nor punished."""

    number: int
    kind: str
    segments: tuple[Span, ...]
    mentions: tuple[Span, ...]
    name: str | None
    stance: str | None

    def record(self) -> dict[str, object]:
        """The statement as the evaluation's gold files have it."""
        return {
            "segments": [list(s) for s in self.segments],
            "kind": self.kind,
            "speaker_spans": [list(s) for s in self.mentions] or None,
            "speaker": self.name,
            "stance": self.stance,
            "slices": [],
        }


@dataclass(frozen=True)
class Case:
    """A sample article with its gold."""

    name: str
    text: str
    statements: tuple[Statement, ...]

    def record(self) -> dict[str, object]:
        """The article as the evaluation's gold files have it."""
        return {"id": f"{self.name}.txt", "text": self.text, "quotes": [s.record() for s in self.statements]}


def read(path: Path) -> Case:
    """The case in the file. Raises ValueError if brackets and table do not agree."""
    body, _, foot = path.read_text(encoding="utf-8").partition(_FOOT)
    text, segments, mentions = _strip(body.removesuffix("\n") + "\n", path.name)
    statements = []
    for line in foot.splitlines():
        number, kind, name, stance = (cell.strip() for cell in line.split("|"))
        n = int(number)
        found = tuple(segments.pop(n, ()))
        if not found:
            raise ValueError(f"{path.name}: statement {n} has no segment")
        statements.append(Statement(n, kind, found, tuple(mentions.pop(n, ())), _cell(name), _cell(stance)))
    if segments or mentions:
        raise ValueError(f"{path.name}: no line for the statements {sorted({*segments, *mentions})}")
    return Case(path.stem, text, tuple(statements))


def read_all(folder: Path) -> list[Case]:
    """All cases of the folder by name."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]


def _strip(body: str, name: str) -> tuple[str, dict[int, list[Span]], dict[int, list[Span]]]:
    pieces: list[str] = []
    length = last = 0
    opened: list[tuple[dict[int, list[Span]], list[int], int]] = []
    segments: dict[int, list[Span]] = {}
    mentions: dict[int, list[Span]] = {}
    for tag in _TAG.finditer(body):
        pieces.append(body[last : tag.start()])
        length += len(pieces[-1])
        last = tag.end()
        if tag["segment"]:
            opened.append((segments, [int(tag["segment"])], length))
        elif tag["mention"]:
            opened.append((mentions, [int(n) for n in tag["mention"].split(",")], length))
        elif not opened:
            raise ValueError(f"{name}: a bracket closes nothing near {body[max(0, tag.start() - 40) : tag.end()]!r}")
        else:
            kind, numbers, start = opened.pop()
            for n in numbers:
                kind.setdefault(n, []).append((start, length))
    if opened:
        raise ValueError(f"{name}: a bracket is not closed: {[numbers for _, numbers, _ in opened]}")
    return "".join([*pieces, body[last:]]), segments, mentions


def _cell(value: str) -> str | None:
    return None if value == "-" else value
