"""Marks with the blank on their wrong side: ``We had to go, "she said." There was no time, "she added.``

Text that was put together from tokens has them; once a pair is torn by a lost mark, all that follow in the paragraph are turned
round. The reporter's clause behind such a mark gives it away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from quotes import data
from quotes.marks.characters import STOPS
from quotes.marks.glyphs import Family, Mark

_BEFORE = re.compile(r"[^\W\d_]\w*[,?!] \Z")
_STOPPED = re.compile(r"(?:[,;?!]|\.(?! ?\.))(?=\s|\Z)")
"""Behind a mark with a blank before it: it closes (``were" tragic ". He left``)."""
_LEADS = re.compile(r"(?::|\bthat) \Z")
_LOOK = 24
"""Code points before a mark that tell whether a clause with a comma ends there."""


@cache
def _tag() -> re.Pattern[str]:
    """The reporter's clause that only stands behind a quotation: ``he said.``, ``Lind said in May``, ``said Lind``."""
    lists = data.word_lists("marks")
    verbs = "|".join(sorted({*data.word_lists("words")["reporting"], *lists["narrating"], *lists["tagging"]}))
    name = r"(?!(?:I|We|You|He|She|They|It)\b)[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){0,3}"
    ends = r"[.,]|[ ](?:after|as|at|during|in|of|on|to|when|while|with)\b"
    return re.compile(rf"(?:(?:he|she|they|{name}) (?:{verbs})(?={ends})|(?:{verbs}) (?:he|she|they|the|an?|{name})\b)")


def turned(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The double marks of a paragraph with their costs turned round where its blanks are on the wrong side; else as they are.

    Straight marks and curly ones are apart: the blanks of one kind may be right.
    """
    out = list(marks)
    for curly in (0, 1):
        double = [i for i, m in enumerate(marks) if m.family is Family.DOUBLE and m.make % 2 == curly]
        for i in _wrong(text, [marks[i] for i in double]):
            out[double[i]] = _turn(text, marks[double[i]], first=double[i] == 0)
    return out


def _wrong(text: str, marks: Sequence[Mark]) -> Collection[int]:
    """The marks to turn round: all but those near one that surely closes or opens as it should. Where the mark before one on its
    wrong side opens as it should, only that one: ``"We had to go, "she said.``"""
    told = {i for i, m in enumerate(marks) if m.open < m.close and _tagged(text, m)}
    if not told or any(marks[i - 1].open < marks[i - 1].close for i in told if i and i - 1 not in told):
        return told
    right = (i for i, m in enumerate(marks) if m.close < m.open and _closes(text, m))
    leads = (i for i, m in enumerate(marks) if i not in told and _leads(text, m))
    kept = ({k for i in right for k in (i - 1, i, i + 1)} | {k for i in leads for k in (i, i + 1)}) - told
    out: list[int] = []
    for apart, run in groupby(range(len(marks)), key=lambda k: k in kept):
        inside = [] if apart else list(run)
        if not told.isdisjoint(inside):
            out += inside
    return out


def _tagged(text: str, mark: Mark) -> bool:
    """Whether a mark that looks as if it opened closes: a stop or the reporter's clause stands right behind it."""
    before = text[max(0, mark.start - _LOOK) : mark.start]
    if before.endswith(" ") and _STOPPED.match(text, mark.end):
        return True
    return bool(_BEFORE.search(before)) and _tag().match(text, mark.end) is not None


def _closes(text: str, mark: Mark) -> bool:
    """Whether a stop stands behind the mark, or the reporter's clause behind its blank: ``We had to go," she said.``"""
    if _STOPPED.match(text, mark.end):
        return True
    return text[mark.end : mark.end + 1] == " " and _tag().match(text, mark.end + 1) is not None


def _leads(text: str, mark: Mark) -> bool:
    """Whether a colon or "that" stands before the mark, which therefore opens."""
    return _LEADS.search(text[max(0, mark.start - _LOOK) : mark.start]) is not None


def _turn(text: str, mark: Mark, *, first: bool) -> Mark:
    """The mark read the other way round; the first of its paragraph may close what began with it."""
    rest = text[mark.end : mark.end + 2].strip()
    stopped = text[max(0, mark.start - 3) : mark.start].rstrip()[-1:] in STOPS
    late = first and mark.open == 0.0
    whole = stopped and rest[:1].isupper()
    return replace(mark, open=mark.close, close=mark.open, reopen=mark.close + 3.0, whole=whole, late=late, bare=False)
