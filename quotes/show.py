"""An article with its quotations, as lines for a terminal: each quotation marked by its stance, its speaker beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Quotation, Result, Span, Stance
from quotes.segment import paragraphs

_COLOURS = {"critical": "31", "supportive": "32", "mixed": "33", "neutral": "36", "no_target": "4"}
"""SGR codes: red, green, yellow, cyan, underlined."""
_MARKS = ("⟦", "⟧")
"""Around a quotation where there is no colour."""
_MARGIN = 30
_LEAST = 30
_STEER = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""Characters that steer a terminal or turn its writing direction, or show nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that belongs to the quotation of this number."""

    start: int
    end: int
    number: int
    label: str


def neutral(text: str) -> str:
    """The text with every character that steers a terminal replaced, one for one, so that offsets stay."""
    return _STEER.sub(lambda m: " " if m[0].isspace() else "\ufffd", text)


def lines(result: Result, *, width: int = 100, colour: bool = True) -> Iterator[str]:
    """The article's lines, at most ``width`` columns wide (at least 60 are needed to be readable).

    ``colour`` uses ANSI colours; without it quotations stand between ⟦ and ⟧. Raises nothing: any text can be shown.
    """
    article = result.article
    safe = neutral(article.text)
    marks = _marks(result.quotations)
    column = max(_LEAST, width - _MARGIN - 3)
    yield from _heading(result, width)
    for start, end in paragraphs(article.text):
        rows = list(_wrap(safe, start, end, column if colour else column - 4))
        yield from _beside(safe, rows, marks, result.quotations, column, colour)
        yield ""
    if not result.quotations and not result.reject:
        yield "No quotations."


def _heading(result: Result, width: int) -> Iterator[str]:
    article = result.article
    parts = [article.title, article.outlet, article.published, article.source or article.id]
    yield neutral(" · ".join(part for part in parts if part) or "article")[:width]
    yield "─" * min(width, 60)


def _marks(quotations: Sequence[Quotation]) -> list[Mark]:
    """Every segment of every quotation, in text order."""
    found = [
        Mark(start, end, number, quotation.stances[0].label)
        for number, quotation in enumerate(quotations, 1)
        for start, end in quotation.attribution.segments
    ]
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _wrap(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Lines of at most ``width`` columns as offsets; a word that is longer is cut."""
    begin = last = start
    used = 0
    for word in re.finditer(r"\S+", text[start:end]):
        here, stop = start + word.start(), start + word.end()
        size = columns(text[here:stop])
        gap = 1 if last > begin else 0
        if used + gap + size > width and last > begin:
            yield begin, last
            begin, used, gap = here, 0, 0
        while size > width:
            yield here, here + width
            begin = here = here + width
            size = columns(text[here:stop])
        used += gap + size
        last = stop
    if last > begin:
        yield begin, last


def columns(text: str) -> int:
    """Columns that the text takes on a terminal: two for East Asian wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _beside(
    text: str, rows: Sequence[Span], marks: Sequence[Mark], quotations: Sequence[Quotation], column: int, colour: bool
) -> Iterator[str]:
    """A paragraph's lines, each with the next note of the margin; notes that are left follow below."""
    notes: list[str] = []
    told: set[int] = set()
    for start, end in rows:
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        for mark in inside:
            if mark.number not in told and mark.start >= start:
                told.add(mark.number)
                notes += _note(mark.number, quotations[mark.number - 1], colour)
        left, used = _painted(text, start, end, inside, colour)
        yield f"{left}{' ' * max(0, column - used)} │ {notes.pop(0)}" if notes else left
    for note in notes:
        yield f"{' ' * column} │ {note}"


def _painted(text: str, start: int, end: int, marks: Sequence[Mark], colour: bool) -> tuple[str, int]:
    """One line with its quotations marked, and its columns."""
    out: list[str] = []
    at = start
    extra = 0
    for mark in marks:
        a, b = max(mark.start, start, at), min(mark.end, end)
        if b <= a:
            continue
        before, after = _around(mark, colour, opens=mark.start >= start, closes=mark.end <= end)
        out += [text[at:a], before, text[a:b], after]
        extra += 0 if colour else len(before) + len(after)
        at = b
    out.append(text[at:end])
    return "".join(out), columns(text[start:end]) + extra


def _around(mark: Mark, colour: bool, *, opens: bool, closes: bool) -> tuple[str, str]:
    if colour:
        return f"\x1b[{_COLOURS[mark.label]}m", "\x1b[0m"
    return (_MARKS[0] if opens else ""), (_MARKS[1] if closes else "")


def _note(number: int, quotation: Quotation, colour: bool) -> list[str]:
    """Who, and where they stand: two lines of the margin, a third where the article gives an office."""
    speaker = quotation.speaker
    who = neutral(speaker.name or "speaker unknown")
    out = [f"{number} {who}"[:_MARGIN]]
    if speaker.role and speaker.name:
        out.append(f"  {neutral(speaker.role)}"[:_MARGIN])
    return out + [f"  {_stance(stance, colour)}" for stance in quotation.stances]


def _stance(stance: Stance, colour: bool) -> str:
    label = stance.label.replace("_", " ")
    score = f" {stance.score:+.2f}" if stance.label not in ("no_target", "neutral") else ""
    text = f"{stance.target}: {label}{score}"
    return f"\x1b[{_COLOURS[stance.label]}m{text}\x1b[0m" if colour else text
