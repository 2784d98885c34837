"""Single marks that are apostrophes, and marks that are feet and inches. The words are in ``rules/text/marks.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotes import data
from quotes.marks.characters import BRACKETS_OPEN, MARKS

_AND = re.compile(r"['’‘][nN]['’‘]")
_YEAR_STOP = re.compile(r"[0-9]{2}[.,;:?!)](?![0-9])")
_YEAR = re.compile(r"[0-9]{2}(?![\w%-]| \w+['’])")
_SIZE = re.compile(r"(?<![\w.,$€£])\d{1,2}\Z")
_HEIGHT_TAIL = re.compile(r"[-\s]?\d{1,2}(?:[½¼¾]|\.\d+)?\s?(?:[\"”″]|''|’’)")
_INCHES_HEAD = re.compile(r"(?<!\w)\d{1,3}(?:['’′´]|'')[-\s]?\d{1,2}(?:[½¼¾]|\.\d+)?\s?\Z")


@dataclass(frozen=True)
class _Spelling:
    elision: re.Pattern[str]
    year: re.Pattern[str]
    capital: re.Pattern[str]
    clitic: re.Pattern[str]
    clipped: re.Pattern[str]


@cache
def _spelling() -> _Spelling:
    table = data.word_lists("marks")
    keys = ("elided", "elided_or_word", "clitics", "clipped", "before_year")
    sure, maybe, clitics, clipped, before = ("|".join(map(re.escape, table[key])) for key in keys)
    return _Spelling(
        elision=re.compile(rf"(?:(?i:{sure})|{maybe}|[0-9]0s)(?![\w-])"),
        year=re.compile(rf"(?<!\w)(?:{before})\s['’‘](?=[0-9]{{2}}(?![\w%]))", re.IGNORECASE),
        capital=re.compile(rf"(?i:{maybe})(?![\w-])"),
        clitic=re.compile(rf"[\u200b-\u200d\u2060]?(?:{clitics})(?!\w)", re.IGNORECASE),
        clipped=re.compile(rf"(?:\win|(?<!\w)(?:{clipped}))\Z", re.IGNORECASE),
    )


def certain(text: str, s: int, start: int, end: int, loose: bool) -> bool:
    """A single mark that is certainly no quotation mark: inside a word, a clitic, an elision, a decade.

    Where blanks are ``loose``, `the 'think tank'industry` leaves only short words before and clitics behind an apostrophe.
    """
    spelling = _spelling()
    before = text[s - 1] if s > start else " "
    after = text[s + 1] if s + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return not loose or bool(spelling.clitic.match(text, s + 1)) or not text[max(start, s - 4) : s].isalpha()
    if spelling.clitic.match(text, s + 1) and before not in BRACKETS_OPEN:
        if before.isspace():
            return after in "sS" and s - 2 >= start and text[s - 2].isalnum()
        if before not in MARKS or after in "sS":
            return True
    if s - 2 >= start and _AND.fullmatch(text, s - 2, s + 1):
        return True
    if before.isspace() and (_YEAR_STOP.match(text, s + 1) or spelling.year.search(text, max(start, s - 8), s + 4)):
        return True
    return not before.isalnum() and bool(spelling.elision.match(text, s + 1))


def measure(text: str, s: int, e: int, start: int) -> bool:
    """Feet or inches: 6'2", 5' 10''."""
    if not ((s > start and text[s - 1].isdigit()) or (s > start + 1 and text[s - 1] == " " and text[s - 2].isdigit())):
        return False
    return bool(_HEIGHT_TAIL.match(text, e)) or bool(_INCHES_HEAD.search(text[max(start, s - 12) : s]))


def inches(text: str, s: int, right: str) -> bool:
    """A double mark that may stand for inches: one or two digits before it, a blank behind."""
    return right.isspace() and bool(_SIZE.search(text[max(0, s - 4) : s]))


def tied(text: str, s: int, e: int) -> bool:
    """A double mark that may be typed for an apostrophe: ``Lind"s``, ``don"t``."""
    return e - s == 1 and text[s - 1 : s].isalpha() and _spelling().clitic.match(text, e) is not None


def doubt(text: str, s: int, left: str, right: str) -> float:
    """Cost of taking a single mark for an apostrophe: low after a plural s or a clipped word, high before or after a stop."""
    spelling = _spelling()
    if left == "" or left.isspace() or left in BRACKETS_OPEN:
        if _YEAR.match(text, s + 1) or spelling.capital.match(text, s + 1):
            return 0.5
        return 2.5 if text[s] == "’" else 2.0 if right == "" or right.isspace() else 4.0
    if left.isalnum():
        if left in "sSzx" or left.isdigit() or spelling.clipped.search(text[max(0, s - 4) : s]):
            return 1.0
        return 3.0
    return 5.0
