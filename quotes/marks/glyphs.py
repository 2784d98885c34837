"""Which characters may be quotation marks, and what their surroundings say: opens, closes, or is no mark at all.

Every candidate gets costs (roughly negative log odds, 0 = no doubt). The cheapest reading of the whole article is
sought by ``quotes.marks.path``; here only what one mark and its neighbours show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


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
    late: bool
    """It is the first mark of its paragraph and can only close: what it closes began at the paragraph's start or before."""

    @property
    def make(self) -> int:
        """Family and form in one number: twice the family, plus one if the mark is curly."""
        return 2 * self.family + (self.glyph[0] not in _STRAIGHT)

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


TICKS = frozenset({"''", "``", "´´"})
NEVER = 9.0

_DOUBLE = '"“”„‟＂〝〞'
_SINGLE = "'‘’‚‛`´"
_GUILLEMET = "«»‹›"
_STRAIGHT = "\"＂'`´"
_MARKS = _DOUBLE + _SINGLE + _GUILLEMET
_OPENERS = "“„‟〝‘‚‛`«‹"
_CLOSERS = "”〞’´»›"
_CANDIDATE = re.compile(r"(?P<markup>(?<=\w)=(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'))|``|´´|'+|([“”\"„‟＂〝〞])\2*|[‘’‚‛`´«»‹›]")

_PAIR_OPENS = re.compile(r"(?:(?<![^\s(\[—-])''(?=[^\W_])|``)")
_SINGLE_OPENS = re.compile(r"(?<![^\s(\[—-])['‘](?=[^\W_])")
_DOUBLE_OPENS = re.compile(r"(?<![^\s(\[—-])[\"“](?=[^\W_])")
_GLUED = re.compile(r"[.,?!][\"”](?=[^\W\d_])")

_BRACKETS_OPEN = "([{<=>*_~|/"
_BRACKETS_CLOSE = ")]}<>*_~|/"
_DASHES = "—–-―\ufffd"
_STOPS = ".,!?…;:"
_ENDS = ".!?…—–-"

# 'em, 'tis and '90s; "rock 'n' roll" loses both of its marks.
_ELISION = re.compile(
    r"(?:em|tis|twas|twere|twill|till?|cause|cuz|coz|bout|round|nuff|cept|neath|n|ere|ello|appen|fraid|[0-9]0s)(?![\w-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[0-9]{2}(?![\w%-]| \w+['’])")
_CLITIC = re.compile(r"[\u200b-\u200d\u2060]?(?:s|d|m|t|ll|re|ve)(?!\w)", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:\w[iI][nN]|(?<!\w)(?:[oO]l|[aA]n|[oO]|[tT]h|[wW]i))\Z")
_HEIGHT_TAIL = re.compile(r"[-\s]?\d{1,2}(?:[½¼¾]|\.\d+)?\s?(?:[\"”″]|''|’’)")
_INCHES_HEAD = re.compile(r"(?<!\w)\d{1,3}(?:['’′´]|'')[-\s]?\d{1,2}(?:[½¼¾]|\.\d+)?\s?\Z")


@dataclass(frozen=True, slots=True)
class Habits:
    """How an article uses its marks as a whole."""

    ticks: bool
    """'' is one double mark, not two single ones."""
    loose: bool
    """Blanks beside marks are unreliable: `,"he said`, `the "yes sir "diplomacy`."""


def habits(text: str) -> Habits:
    """The article's habits, from counts of unmistakable places."""
    pairs = len(_PAIR_OPENS.findall(text))
    singles = len(_SINGLE_OPENS.findall(text))
    doubles = len(_DOUBLE_OPENS.findall(text))
    glued = len(_GLUED.findall(text))
    return Habits(pairs * 2 >= singles if pairs else doubles > singles, glued >= 2 and glued * 10 >= doubles)


def scan(text: str, start: int, end: int, habits: Habits) -> list[Mark]:
    """The marks of one paragraph ``text[start:end]`` in order, without apostrophes, decades, feet and inches."""
    found = [m.span() for m in _CANDIDATE.finditer(text, start, end) if not m["markup"]]
    pieces = [piece for s, e in found for piece in _split(text, s, e, habits.ticks)]
    lefts, rights = _neighbours(text, pieces, start, end)
    out: list[Mark] = []
    for (s, e), left, right in zip(pieces, lefts, rights, strict=True):
        single = text[s] in _SINGLE and e - s == 1
        if not _measure(text, s, e, start) and not (single and _apostrophe(text, s, start, end, habits.loose)):
            costs = _direction(left, right, loose=habits.loose and not single)
            out.append(_weigh(text, (s, e), left, right, costs, first=s == start, alone=not out))
    return out


def _split(text: str, start: int, end: int, ticks: bool) -> list[tuple[int, int]]:
    """A run of marks as marks: ``'''`` is a double tick and a single one, ``."`` before ``"A`` a closing and an opening one."""
    if text[start] == "'":
        if not ticks or end - start < 2:
            return [(i, i + 1) for i in range(start, end)]
        rest = [(i, i + 1) for i in range(start, end - 2)] if not _opens_here(text, start) else []
        tail = [(i, i + 1) for i in range(start + 2, end)] if not rest else []
        middle = start + len(rest)
        return [*rest, (middle, middle + 2), *tail]
    if end - start == 2 and text[start] == '"' and start > 0 and not text[start - 1].isspace() and text[end : end + 1].isalnum():
        return [(start, start + 1), (start + 1, end)]
    return [(start, end)]


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
            gap == 1 and text[s - 1] == " " and not rights[i].isalnum() and lefts[-1].strip() and lefts[-1] not in _BRACKETS_OPEN
        )
        lefts.append(lefts[-1] if gap == 0 or parted else text[s - 1] if s > start else "")
    return lefts, rights


def _measure(text: str, s: int, e: int, start: int) -> bool:
    """Feet or inches: 6'2", 5' 10''."""
    if not ((s > start and text[s - 1].isdigit()) or (s > start + 1 and text[s - 1] == " " and text[s - 2].isdigit())):
        return False
    return bool(_HEIGHT_TAIL.match(text, e)) or bool(_INCHES_HEAD.search(text[max(start, s - 12) : s]))


def _apostrophe(text: str, s: int, start: int, end: int, loose: bool) -> bool:
    """A single mark that is certainly no quotation mark: inside a word, a clitic, an elision, a decade.

    Where blanks are ``loose``, `the 'think tank'industry` leaves only short words before and clitics behind an apostrophe.
    """
    before = text[s - 1] if s > start else " "
    after = text[s + 1] if s + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return not loose or bool(_CLITIC.match(text, s + 1)) or not text[max(start, s - 4) : s].isalpha()
    if _CLITIC.match(text, s + 1) and before not in _BRACKETS_OPEN:
        if before.isspace():
            return after in "sS" and s - 2 >= start and text[s - 2].isalnum()
        if before not in _MARKS or after in "sS":
            return True
    if s - 2 >= start and text[s - 2 : s + 2].lower().strip() in ("'n'", "’n’", "‘n’"):
        return True
    return not before.isalnum() and bool(_ELISION.match(text, s + 1))


def _weigh(
    text: str, span: tuple[int, int], left: str, right: str, costs: tuple[float, float], *, first: bool, alone: bool
) -> Mark:
    """The mark with its costs: place (``costs`` of opening and closing), shape, and for single marks the doubt that it is one."""
    s, e = span
    glyph = text[s:e]
    single = glyph[0] in _SINGLE and glyph not in TICKS
    family = Family.SINGLE if single else Family.GUILLEMET if glyph[0] in _GUILLEMET else Family.DOUBLE
    opening, closing = costs
    wrong = 4.0 if family is Family.DOUBLE else 2.0
    if glyph[0] in _OPENERS and glyph not in TICKS:
        closing += NEVER if glyph[0] in "„‟«" else wrong
    elif glyph[0] in _CLOSERS and glyph not in TICKS:
        opening += wrong
    ignore = _doubt(text, s, left, right) if single else 6.0
    anew = opening + (3.0 if _after_sentence(text, s) else 6.0)
    late = alone and not single and closing == 0.0 and left in ",?!"
    return Mark(s, e, glyph, family, opening, closing, ignore, anew, first, late)


def _after_sentence(text: str, s: int) -> bool:
    """A sentence ends before the offset."""
    i = s - 1
    while i >= 0 and text[i].isspace() and s - i < 4:
        i -= 1
    return i >= 0 and text[i] in _ENDS


def _direction(left: str, right: str, loose: bool) -> tuple[float, float]:
    """Costs of opening and of closing, from the characters on both sides ("" = edge of the paragraph)."""
    gap_left = left == "" or left.isspace()
    gap_right = right == "" or right.isspace()
    if gap_left and gap_right:
        return (1.0, 5.0) if left == "" else (5.0, 1.0) if right == "" else (3.0, 3.0)
    if gap_left:
        return (1.0, 4.0) if right in _STOPS else (2.0, 3.0) if right in _BRACKETS_CLOSE else (0.0, 3.0 if loose else NEVER)
    if gap_right:
        return (5.0, 1.0) if left in _BRACKETS_OPEN else (5.0, 0.5) if left in _DASHES else (NEVER, 0.0)
    if left in _BRACKETS_OPEN:
        return (0.0, 5.0)
    if right in _STOPS or right in _BRACKETS_CLOSE:
        return (6.0, 0.0)
    if left in _DASHES or right in _DASHES:
        return (0.5, 3.0) if left in _DASHES and right not in _DASHES else (3.0, 0.5)
    if left == ":":
        return (0.5, 5.0)
    if left in _STOPS:
        return (3.5, 0.5) if loose else (1.5, 3.0) if left == "," and right.isupper() else (2.5, 2.0)
    return (4.0, 4.0)


def _doubt(text: str, s: int, left: str, right: str) -> float:
    """Cost of taking a single mark for an apostrophe: low after a plural s or a clipped word, high before or after a stop."""
    if left == "" or left.isspace() or left in _BRACKETS_OPEN:
        if _YEAR.match(text, s + 1):
            return 0.5
        return 2.5 if text[s] == "’" else 2.0 if right == "" or right.isspace() else 4.0
    if left.isalnum():
        if left in "sSzx" or left.isdigit() or _CLIPPED.search(text[max(0, s - 4) : s]):
            return 1.0
        return 3.0
    return 5.0
