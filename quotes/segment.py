"""Paragraphs, sentences and words of an article, by pattern: no model, linear in the text's length."""

from __future__ import annotations

import re
from itertools import pairwise

from quotes.model import Span

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*\S[^\n\r\u2028\u2029\x0b\x0c\x85]*")
_NEWLINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Brig|Rev|Hon|St|Ste|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|vs|v|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|cf|al|approx|Ave|Blvd|Rd|Dept|Univ|Assn|Bros|Messrs)"
    r"|(?<!\w)[A-Z]|(?<!\w)(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_END = re.compile(r"(?:[.!?…]+)[\"”’'»)\]]*(?=\s+[\"“‘'«„(\[—–-]*[A-Z0-9\"“‘'«])")
_OPEN_NEXT = re.compile(r"\s+(?P<marks>[\"“‘'«„(\[—–-]*)(?P<word>\w+)")
_ABBREVIATED_WORD = (
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sens?|Reps?|Gov|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Brig|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|etc|Nos?"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|e\.g|i\.e|Ph\.D)\.|(?<!\w)[A-Z]\.(?=\s+[A-Z])"
)
_WORD = re.compile(
    r"(?:https?://|www\.)[^\s\"“”<>]*[^\s.,;:!?'\")\]}>»”’]"
    r"|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|" + _ABBREVIATED_WORD + r"|(?<=\w)n['’]t\b"
    r"|(?<=\w)['’](?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL)\b"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b|\d+(?:[.,:]\d+)*"
    r"|(?i:can)(?=not\b)|[^\W\d_]+?(?=n['’]t\b)"
    r"|[@#]?\w+(?:&\w+)*"
    r"|\.\.\.+|--+|''|``|[^\w\s]"
)


def paragraphs(text: str) -> list[Span]:
    """The text's paragraphs, trimmed: lines with something on them, or blocks of lines where the text is hard-wrapped."""
    lines = [_trim(text, m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    joins = [len(_NEWLINE.findall(text, a[1], b[0])) == 1 for a, b in pairwise(lines)]
    if not _wrapped(text, lines, joins):
        return lines
    out = lines[:1]
    for line, joined in zip(lines[1:], joins, strict=True):
        if joined:
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
    return out


def _wrapped(text: str, lines: list[Span], joins: list[bool]) -> bool:
    """True if line ends are there for the width of the page: blank lines part the blocks, and in a block nearly every line
    is too full for the next one's first word. Lists and texts with a sentence per line are not."""
    pairs = [pair for pair, joined in zip(pairwise(lines), joins, strict=True) if joined]
    width = max((e - s for pair in pairs for s, e in pair), default=0)
    if len(pairs) < 3 or all(joins) or not 30 <= width <= 120:
        return False
    full = sum(a[1] - a[0] + 1 + len(text[b[0] : b[1]].split(maxsplit=1)[0]) > width for a, b in pairs)
    inside = sum(text[a[1] - 1] not in '.!?"”’' for a, _ in pairs)
    return full >= 0.9 * len(pairs) and inside >= 0.5 * len(pairs)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of one paragraph, trimmed. A quotation that a lower-case word or a reporting verb follows is not cut."""
    out: list[Span] = []
    begin = start
    for m in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, begin, m.end()) and text[m.end() - 1] not in "\"”’'»)]":
            continue
        follow = _OPEN_NEXT.match(text, m.end(), end)
        if (
            follow
            and text[m.end() - 1] in "\"”’'»"
            and text[m.end() - 2] in ",?!"
            and not follow["marks"]
            and follow["word"].islower()
        ):
            continue
        if follow is None:
            continue
        out.append(_trim(text, begin, m.end()))
        begin = m.end()
    tail = _trim(text, begin, end)
    if tail[0] < tail[1]:
        out.append(tail)
    return out


def words(text: str, start: int, end: int) -> list[Span]:
    """Word spans in the manner of Universal Dependencies: clitics apart, abbreviations and numbers whole."""
    return [m.span() for m in _WORD.finditer(text, start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
