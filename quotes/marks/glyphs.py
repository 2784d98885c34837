"""Which characters may be quotation marks, and what their surroundings say: opens, closes, or is no mark at all.

Every candidate gets costs (roughly negative log odds, 0 = no doubt). The cheapest reading of the whole article is
sought by ``quotes.marks.path``; here only what one mark and its neighbours show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from quotes.marks import apostrophes
from quotes.marks.characters import (
    BRACKETS_CLOSE,
    BRACKETS_OPEN,
    CLOSERS,
    DASHES,
    ENDS,
    GUILLEMET,
    OPENERS,
    SINGLE,
    STOPS,
    STRAIGHT,
    TICKS,
)


class Family(IntEnum):
    """Marks of one family pair with each other: a straight opening mark may be closed by a curly one."""

    DOUBLE = 1
    SINGLE = 2
    GUILLEMET = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate mark ``text[start:end]`` and the cost of each reading."""

    start: int
    end: int
    glyph: str
    family: Family
    open: float
    close: float
    ignore: float
    reopen: float
    """Cost of ending what is open here and opening anew: a lost paragraph break, or a closing mark that was forgotten."""
    first: bool
    """It is the first thing in its paragraph."""
    whole: bool
    """If it opens, what it opens is a sentence rather than a fragment: a capital after a stop, a colon or nothing."""
    bare: bool
    """If it closes, no stop stands before or behind it, and the line goes on."""
    late: bool
    """It is the first mark of its paragraph and can only close: what it closes began at the paragraph's start or before."""

    @property
    def make(self) -> int:
        """Family and form in one number: twice the family, plus one if the mark is curly."""
        return 2 * self.family + (self.glyph[0] not in STRAIGHT)

    @property
    def style(self) -> str:
        """``Quoted.style`` of a span that this mark opens."""
        if self.family is Family.GUILLEMET:
            return "guillemet"
        if self.glyph in TICKS:
            return "tick"
        if self.glyph[0] in "„‟‚":
            return "low"
        return "single" if self.family is Family.SINGLE else "double"


NEVER = 9.0
"""Cost of a reading that hardly ever is meant."""

_CANDIDATE = re.compile(
    r"(?P<markup>(?<=\w)=(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'))|``|´´|'+|‘+|’+|([“”\"„‟＂″〝〞\x84\x93\x94])\2*|[‚‛`´«»‹›\x82\x91\x92]"
)

_SAID = re.compile(r"\b(?:said|says|adding|saying|stated)[,:]? \Z")
"""Before a mark inside what a forgotten mark left open: ``“It may fail. Lind said “It will hold.”``"""
_PAIR_OPENS = re.compile(r"(?:(?<![^\s(\[—-])''(?=[^\W_])|``)")
_DOUBLED = re.compile(r"‘‘|``|(?<![^\s(\[—-])’’(?=[^\W_])")
_HALF = re.compile(r"(?<=[\w.,!?…])’’(?!\w)")
_SINGLE_OPENS = re.compile(r"(?<![^\s(\[—-])['‘](?=[^\W_])")
_DOUBLE_OPENS = re.compile(r"(?<![^\s(\[—-])[\"“](?=[^\W_])")
_GLUED = re.compile(r"[.,?!][\"”](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Habits:
    """How an article uses its marks as a whole."""

    ticks: bool
    """'' is one double mark, not two single ones."""
    chevrons: bool
    """» closes what “ opened: there is no « in the article."""
    halves: bool
    """’’ is one closing mark behind a word or a stop: “ stands more often than ”."""
    doubled: bool
    """‘‘ and ’’ are one double mark, as some papers type it."""
    loose: bool
    """Blanks beside marks are unreliable: `,"he said`, `the "yes sir "diplomacy`."""


def habits(text: str) -> Habits:
    """The article's habits, from counts of unmistakable places."""
    pairs = len(_PAIR_OPENS.findall(text))
    singles = len(_SINGLE_OPENS.findall(text))
    doubles = len(_DOUBLE_OPENS.findall(text))
    glued = len(_GLUED.findall(text))
    several = text.count("''") + text.count("``") > 1
    lost = text.count("“") > text.count("”")
    return Habits(
        ticks=several and pairs * 2 >= singles if pairs else doubles > singles,
        chevrons=lost and "»" in text and "«" not in text,
        halves=lost,
        doubled=_DOUBLED.search(text) is not None,
        loose=glued >= 2 and glued * 10 >= doubles,
    )


def scan(text: str, start: int, end: int, habits: Habits) -> list[Mark]:
    """The marks of one paragraph ``text[start:end]`` in order, without apostrophes, decades, feet and inches."""
    found = [m.span() for m in _CANDIDATE.finditer(text, start, end) if not m["markup"]]
    pieces = [piece for s, e in found for piece in _split(text, s, e, habits)]
    lefts, rights = _neighbours(text, pieces, start, end)
    out: list[Mark] = []
    for (s, e), left, right in zip(pieces, lefts, rights, strict=True):
        single = text[s] in SINGLE and e - s == 1
        if not apostrophes.measure(text, s, e, start) and not (single and apostrophes.certain(text, s, start, end, habits.loose)):
            costs = _direction(left, right, loose=habits.loose and not single)
            mark = _weigh(text, (s, e), left, right, costs, first=s == start, alone=not out)
            chevron = habits.chevrons and mark.glyph == "»"
            out.append(replace(mark, family=Family.DOUBLE, open=NEVER, reopen=NEVER, close=0.0) if chevron else mark)
    return out


def _split(text: str, start: int, end: int, habits: Habits) -> list[tuple[int, int]]:
    """A run of marks as marks: ``'''`` is a double tick and a single one, ``."`` before ``"A`` a closing and an opening one."""
    if text[start] == "'":
        if not habits.ticks or end - start < 2:
            return [(i, i + 1) for i in range(start, end)]
        rest = [(i, i + 1) for i in range(start, end - 2)] if not _opens_here(text, start) else []
        tail = [(i, i + 1) for i in range(start + 2, end)] if not rest else []
        middle = start + len(rest)
        return [*rest, (middle, middle + 2), *tail]
    if text[start] in "‘’":
        return _curly(text, start, end, habits)
    if end - start == 2 and text[start] == '"' and start > 0 and not text[start - 1].isspace() and text[end : end + 1].isalnum():
        return [(start, start + 1), (start + 1, end)]
    return [(start, end)]


def _curly(text: str, start: int, end: int, habits: Habits) -> list[tuple[int, int]]:
    """A run of curly single marks: ``‘‘‘`` is a double mark and a single one, ``’’’`` a single mark and a double one."""
    half = habits.halves and end - start == 2 and _HALF.match(text, start) is not None
    if end - start < 2 or not (habits.doubled or half):
        return [(i, i + 1) for i in range(start, end)]
    at = start if text[start] == "‘" else end - 2
    return [*((i, i + 1) for i in range(start, at)), (at, at + 2), *((i, i + 1) for i in range(at + 2, end))]


def _opens_here(text: str, start: int) -> bool:
    return start == 0 or text[start - 1].isspace() or text[start - 1] in '([{—–-“"'


def _neighbours(text: str, pieces: list[tuple[int, int]], start: int, end: int) -> tuple[list[str], list[str]]:
    """For each mark the nearest character to its left and right that is no mark ("" at the paragraph's edge).

    The blank in ``,' " she said`` is looked through as well: some papers part a nested closing mark from the outer one.
    """
    rights: list[str] = []
    for i in range(len(pieces) - 1, -1, -1):
        e = pieces[i][1]
        touching = i + 1 < len(pieces) and pieces[i + 1][0] == e
        rights.append(rights[-1] if touching else text[e] if e < end else "")
    rights.reverse()
    lefts: list[str] = []
    for i, (s, _) in enumerate(pieces):
        gap = s - pieces[i - 1][1] if i else -1
        parted = (
            gap == 1 and text[s - 1] == " " and not rights[i].isalnum() and lefts[-1].strip() and lefts[-1] not in BRACKETS_OPEN
        )
        lefts.append(lefts[-1] if gap == 0 or parted else text[s - 1] if s > start else "")
    return lefts, rights


def _weigh(
    text: str, span: tuple[int, int], left: str, right: str, costs: tuple[float, float], *, first: bool, alone: bool
) -> Mark:
    """The mark with its costs: place (``costs`` of opening and closing), shape, and for single marks the doubt that it is one."""
    s, e = span
    glyph = text[s:e]
    single = glyph[0] in SINGLE and glyph not in TICKS
    family = Family.SINGLE if single else Family.GUILLEMET if glyph[0] in GUILLEMET else Family.DOUBLE
    opening, closing = costs
    wrong = 4.0 if family is Family.DOUBLE else 2.0
    if glyph[0] in OPENERS and glyph not in TICKS:
        closing += NEVER if glyph[0] in "„‟«" else wrong
    elif glyph[0] in CLOSERS and glyph not in TICKS:
        opening += 1.0 if first and right.isalnum() else wrong
    if single:
        ignore = apostrophes.doubt(text, s, left, right)
    else:
        ignore = 0.5 if apostrophes.tied(text, s, e) else 2.0 if apostrophes.inches(text, s, right) else 6.0
    anew = opening + (3.0 if _after(text, s, ENDS) or _SAID.search(text[max(0, s - 12) : s]) else 6.0)
    whole = right.isupper() and (first or _after(text, s, STOPS))
    bare = left.isalnum() and right.isspace()
    late = alone and not single and closing == 0.0 and left in ",?!"
    return Mark(s, e, glyph, family, opening, closing, ignore, anew, first, whole, bare, late)


def _after(text: str, s: int, stops: str) -> bool:
    """One of the stops stands before the offset, blanks aside."""
    i = s - 1
    while i >= 0 and text[i].isspace() and s - i < 4:
        i -= 1
    return i >= 0 and text[i] in stops


def _direction(left: str, right: str, loose: bool) -> tuple[float, float]:
    """Costs of opening and of closing, from the characters on both sides ("" = edge of the paragraph)."""
    gap_left = left == "" or left.isspace()
    gap_right = right == "" or right.isspace()
    if gap_left and gap_right:
        return (1.0, 5.0) if left == "" else (5.0, 1.0) if right == "" else (3.0, 3.0)
    if gap_left:
        return (1.0, 4.0) if right in STOPS else (2.0, 3.0) if right in BRACKETS_CLOSE else (0.0, 3.0 if loose else NEVER)
    if gap_right:
        return (5.0, 1.0) if left in BRACKETS_OPEN else (5.0, 0.5) if left in DASHES else (NEVER, 0.0)
    if left in BRACKETS_OPEN:
        return (0.0, 5.0)
    if right in STOPS or right in BRACKETS_CLOSE:
        return (6.0, 0.0)
    if left in DASHES or right in DASHES:
        return (0.5, 3.0) if left in DASHES and right not in DASHES else (3.0, 0.5)
    if left == ":":
        return (0.5, 5.0)
    if left in STOPS:
        return (3.5, 0.5) if loose else (1.5, 3.0) if left == "," and right.isupper() else (2.5, 2.0)
    return (4.0, 4.0)
