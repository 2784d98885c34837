"""What the line breaks of a text make of it: wrapped lines are one paragraph again, and what a page prints between its paragraphs
(``Advertisement``, ``Sign up for our newsletter``, ``READ MORE: Dam closed``) is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from quotes import data
from quotes.model import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(r"(?>\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])[^\S\n\r\u2028\u2029\x0b\x0c\x85]*+[\n\r\u2028\u2029\x0b\x0c\x85]")
_BULLET = re.compile(r"(?:[-–—*•·▪◦‣>]|\d{1,3}[.)]|\(?[a-z]\))\s")
_ENDS = ".!?:;\"”’'…"
_OPEN = re.compile(r"[\w,]\Z")
_LONGEST_WRAPPED = 120
_SHORTEST_WRAPPED = 40
_RAGGED, _BLOCKS = 0, 1
"""Widths of a text whose wrapped lines differ in length, and of one whose blank lines show each paragraph besides."""
_SOFT = 0.3
"""Share of breaks inside a sentence that tells that such a text is wrapped."""
_LONG = 60
"""Code points of a line that an advertisement may have broken off in the middle of its sentence; shorter ones are headings."""
_FRAME = " \t\u00a0:.…-–—*|>»[]()"
_LONGEST_PAGE = 80
"""Code points of the longest line that a page prints for itself."""
_LONGEST_NOTICE = 400
"""Code points of the longest line of which only the beginning is known."""
_CREDIT = 60
"""Code points of the longest name of who owns a picture."""


def broken(text: str) -> list[Span]:
    """What the line breaks make of a text: its paragraphs, trimmed, in text order."""
    lines: list[Span] = []
    parted: list[bool] = []
    for m in _LINE.finditer(text):
        for n, line in enumerate(_pieces(text, *m.span())):
            lines.append(line)
            parted.append(n > 0)
    blank = [cut or _BLANK.search(text, a[1], b[0]) is not None for (a, b), cut in zip(pairwise(lines), parted[1:], strict=True)]
    width = _width(text, lines, blank)
    out: list[Span] = []
    for i, line in enumerate(lines):
        if i and not parted[i] and _continues(text, lines[i - 1], line, width, blank=blank[i - 1]):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
    return out


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks and characters without width at its ends."""
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """What is left of a line without what the page says of itself; the parts on both sides of it are paragraphs of their own."""
    begin = start
    for m in _phrases().finditer(text, start, end):
        yield from _told(text, begin, m.start())
        begin = m.end()
    yield from _told(text, begin, end)


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = trim(text, start, end)
    if start < end and not _printed(text, start, end):
        yield start, end


def _printed(text: str, start: int, end: int) -> bool:
    """Whether a line is the page's own and no paragraph of the article."""
    if end - start <= _LONGEST_PAGE and text[start:end].strip(_FRAME).lower() in _page_lines():
        return True
    return end - start <= _LONGEST_NOTICE and _notice().fullmatch(text, start, end) is not None


@cache
def _page_lines() -> frozenset[str]:
    return frozenset(data.word_lists("words")["page_lines"])


@cache
def _phrases() -> re.Pattern[str]:
    """A page's own words, with the owner of a picture up to its caption."""
    table = data.word_lists("words")
    phrases, credits, captions = ("|".join(map(re.escape, table[k])) for k in ("page_phrases", "page_credits", "page_captions"))
    return re.compile(rf"\b(?:(?:{credits})\b(?:[^\n\r]{{0,{_CREDIT}}}?\s(?:{captions})\b)?|(?:{captions}|{phrases})\b)")


@cache
def _notice() -> re.Pattern[str]:
    """A line of the page's own by its beginning; an invitation (``Get the day's news in our newsletter``) by what it offers too;
    the headline of another article, unless it quotes somebody; who owns a picture."""
    table, marks = data.word_lists("words"), data.word_lists("marks")
    opens, asks, offers, shown = (_any(table[k]) for k in ("page_notices", "page_asks", "page_offers", "page_shown"))
    nobody = rf"(?![^\n]*\b(?:he|she|{_any(table['reporting'])})\b)"
    bare = r"(?:[^\"“”„«»‘'\n]|(?<=\w)')"
    owner = _any([*table["agencies"], *table["page_owners"]])
    return re.compile(
        rf"(?i:{opens})\b[^\n]*"
        rf"|(?i:{asks})\b(?=[^\n]*\b(?i:{offers})\b){nobody}{bare}*"
        rf"|[*•▪►▶→]?\s?(?i:{_any([*marks['teasers'], 'read'])})\s?[:|]\s{bare}*(?<!\.)"
        rf"|[(\[](?i:{shown})\b[^()\[\]\n]{{1,80}}[)\]]\.?"
        rf"|(?i:{shown}):\s(?:[\w .'’-]{{1,40}}(?:/|, ?| via ))?{owner}(?:\s?/[\w .'’/-]{{1,40}})?"
    )


def _any(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + ")"


def _width(text: str, lines: list[Span], blank: list[bool]) -> int | None:
    """The width to which the text is wrapped, None if it is not.

    Wrapping fills each line: at every break but a paragraph's last, the next line's first word had no room. Lines that are whole
    paragraphs end where their sentences do, and their lengths obey no width. Where short lines of any length mostly end inside
    their sentences, the text is wrapped too, to no width.
    """
    inner = [(a, b) for (a, b), gap in zip(pairwise(lines), blank, strict=True) if not gap]
    if len(inner) < 2:
        return None
    width = max(a[1] - a[0] for a, _ in inner)
    if not _SHORTEST_WRAPPED <= width <= _LONGEST_WRAPPED:
        return None
    full = sum(_fills(text, a, b, width) for a, b in inner)
    open_ended = sum(text[a[1] - 1] not in _ENDS for a, _ in inner)
    if full >= 0.75 * len(inner) and open_ended >= 0.4 * len(inner):
        return width
    soft = sum(text[a[1] - 1] not in _ENDS and text[b[0]].islower() for a, b in inner)
    if len(inner) < 4 or soft < _SOFT * len(inner) or open_ended < 0.6 * len(inner):
        return None
    return _BLOCKS if any(blank) else _RAGGED


def _fills(text: str, line: Span, following: Span, width: int) -> bool:
    word = re.compile(r"\S{1,60}").match(text, following[0], following[1])
    return line[1] - line[0] + 1 + (len(word[0]) if word else 0) > width


def _continues(text: str, line: Span, following: Span, width: int | None, *, blank: bool) -> bool:
    """Whether a line goes on in the next one; ``width`` is None where the text is not wrapped.

    Over a blank line only a long one does that breaks off inside its sentence, where the page had put something.
    """
    if _BULLET.match(text, following[0], following[1]):
        return False
    open_ended = text[line[1] - 1] not in _ENDS
    if blank:
        return line[1] - line[0] >= _LONG and _OPEN.match(text[line[1] - 1]) is not None and text[following[0]].islower()
    if width and _fills(text, line, following, width):
        return True
    return open_ended and (width is not None or text[following[0]].islower())
