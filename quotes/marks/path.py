"""The cheapest reading of an article's marks: a small dynamic programme over opening, closing, nesting and ignoring.

State = (make of the open outer mark, make of the open nested mark), 0 where there is none; the make is the family and
whether the mark is straight or curly, for the outer mark also whether it opened a whole sentence. A paragraph's end is a
step of its own: what is open there is closed, at a cost that depends on how the next paragraph begins. Time is linear in
the number of marks (few states, and those far behind the best are dropped).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.marks.glyphs import Family, Mark

State = tuple[int, int]
Action = Literal["open", "close", "reopen", "nest", "unnest", "ignore", "late", "end", "carry"]
Move = tuple[Action, State, float]
OUT: State = (0, 0)

NEST_SAME = 3.0
"""A double mark inside double marks is rare, but `"I said "no" to him," she said` is printed."""
NEST_OTHER = 1.0
"""Curly double marks inside straight ones: a quoted text that keeps its own marks."""
NEST_SINGLE = 1.0
MIXED = 0.75
"""A straight mark closed by a curly one or the other way round."""
CROSSED = 4.0
"""A single mark that a double one closes, or the other way round: `‘It is late,” she said.`"""
BARE = 2.5
"""A single mark without a stop that closes a whole sentence: more likely a possessive (`'We back the parties' plan.`)."""
CLOSE_BOTH = 2.0
"""One mark closes the nested and the outer quotation: the nested one was left open."""
UNCLOSED = 4.5
CONTINUED = 2.0
"""An unclosed quotation whose next paragraph opens with marks: the convention for quotations of several paragraphs."""
CARRIED = 2.5
"""A quotation that goes on in the next paragraph without a mark there: texts with a line for each sentence. It pays only
where a closing mark follows that nothing else opened."""
FRAGMENT = 2.0
"""The same for a fragment, which rarely is so long."""
LATE = 4.0
"""A closing mark with nothing open, so that the paragraph's start must have been quoted: `Go home," he said.`"""
STRAY = 2.0
"""Single marks as outer marks in an article that uses double ones: headlines and scare quotes."""
SWALLOW = 2.0
"""Double marks nested in single ones in an article whose outer marks are double."""
_BEAM = 14.0
_WHOLE = 16


@dataclass(frozen=True, slots=True)
class Step:
    """What is done at a mark, or at a paragraph's end (``mark`` None; ``end`` closes what is open, ``carry`` leaves it open)."""

    paragraph: int
    mark: Mark | None
    action: Action
    before: State
    after: State


def read(paragraphs: Sequence[Sequence[Mark]], single: bool) -> list[Step]:
    """The cheapest steps through all paragraphs' marks. ``single``: the article's outer marks are single ones."""
    costs: dict[State, float] = {OUT: 0.0}
    trail: list[tuple[int, Mark | None, dict[State, tuple[Action, State]]]] = []
    for p, marks in enumerate(paragraphs):
        for mark in marks:
            costs, back = _advance(costs, {state: _moves(state, mark, single) for state in costs})
            trail.append((p, mark, back))
        following = paragraphs[p + 1] if p + 1 < len(paragraphs) else ()
        costs, back = _advance(costs, {state: _ends(state, following, single) for state in costs})
        trail.append((p, None, back))
    return _walk_back(trail)


def house(paragraphs: Sequence[Sequence[Mark]]) -> bool:
    """True if the article's outer marks are single ones: read without preference, more outer quotations open with them."""
    clear = {m.family is Family.SINGLE for marks in paragraphs for m in marks if m.open == 0.0 and m.ignore > 2.5}
    if len(clear) < 2:
        return clear == {True}
    outer = [step.mark.family is Family.SINGLE for step in read(paragraphs, single=True) if step.mark and step.action == "open"]
    return 2 * sum(outer) > len(outer)


def _advance(
    costs: dict[State, float], moves: dict[State, list[Move]]
) -> tuple[dict[State, float], dict[State, tuple[Action, State]]]:
    reached: dict[State, float] = {}
    back: dict[State, tuple[Action, State]] = {}
    for state, cost in costs.items():
        for action, after, price in moves[state]:
            total = cost + price
            if total < reached.get(after, float("inf")):
                reached[after] = total
                back[after] = (action, state)
    best = min(reached.values())
    return {s: c - best for s, c in reached.items() if c - best <= _BEAM}, back


def _moves(state: State, mark: Mark, single: bool) -> list[Move]:
    outer, inner = state
    make = mark.make
    ignore: Move = ("ignore", state, mark.ignore)
    if not outer:
        stray = STRAY if mark.family is Family.SINGLE and not single else 0.0
        late: list[Move] = [("late", OUT, mark.close + LATE)] if mark.late else []
        return [("open", (make + _WHOLE * mark.whole, 0), mark.open + stray), ignore, *late]
    moves = [ignore]
    if make // 2 == _family(outer):
        mixed = MIXED * (make != outer % _WHOLE)
        bare = BARE if mark.bare and outer > _WHOLE and mark.family is Family.SINGLE else 0.0
        moves.append(("close", OUT, mark.close + mixed + bare + (CLOSE_BOTH if inner else 0.0)))
        moves.append(("reopen", (make + _WHOLE * mark.whole, 0), mark.reopen + mixed))
    elif not inner and _closes_other(mark) and _family(outer) != Family.GUILLEMET:
        moves.append(("close", OUT, CROSSED))
    if inner:
        if make // 2 == inner // 2:
            moves.append(("unnest", (outer, 0), mark.close + MIXED * (make != inner)))
    else:
        moves.append(("nest", (outer, make), mark.open + _nesting(outer, mark, single)))
    return moves


def _closes_other(mark: Mark) -> bool:
    """Whether a mark may close what one of the other family opened: it can only close, and is no apostrophe."""
    if mark.family is Family.SINGLE:
        return mark.close == 0.0 and mark.ignore > 4.0
    return mark.close == 0.0 and mark.family is Family.DOUBLE


def _family(outer: int) -> int:
    return outer % _WHOLE // 2


def _nesting(outer: int, mark: Mark, single: bool) -> float:
    if mark.family == _family(outer):
        if mark.family is Family.SINGLE:
            return NEST_SINGLE if single else NEST_SAME
        return NEST_SAME if mark.make == outer % _WHOLE else NEST_OTHER
    return SWALLOW if _family(outer) == Family.SINGLE and not single else 0.0


def _ends(state: State, following: Sequence[Mark], single: bool) -> list[Move]:
    outer, inner = state
    if not outer:
        return [("end", OUT, 0.0)]
    opens = bool(following) and following[0].first and following[0].open <= 2.0
    continued = opens and following[0].family == _family(outer)
    price = CONTINUED if continued else UNCLOSED
    if _family(outer) == Family.SINGLE:
        price += -1.0 if single else STRAY
    nested = CLOSE_BOTH if inner else 0.0
    carried = CARRIED + nested + (0.0 if outer > _WHOLE else FRAGMENT)
    carry: list[Move] = [] if opens else [("carry", (outer, 0), carried)]
    return [("end", OUT, price + nested), *carry]


def _walk_back(trail: list[tuple[int, Mark | None, dict[State, tuple[Action, State]]]]) -> list[Step]:
    return list(_backwards(trail))[::-1]


def _backwards(trail: list[tuple[int, Mark | None, dict[State, tuple[Action, State]]]]) -> Iterator[Step]:
    state = OUT
    for paragraph, mark, back in reversed(trail):
        action, before = back[state]
        yield Step(paragraph, mark, action, before, state)
        state = before
