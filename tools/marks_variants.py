"""Other ways to print the same article, for measuring what they cost: single outer marks, lost paragraph breaks.

    python tools/marks_variants.py single|curly|breaks < ARTICLE

Both keep the gold usable: ``to_single`` keeps every offset, ``lose_breaks`` says where each offset went.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Literal

Span = tuple[int, int]
_DOUBLE = re.compile('["“”„‟]')
_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_NESTED_OPEN = re.compile(r"(?<![\w’'])['‘](?=[\w\[$…])(?!(?:em|til|tis|twas|cause|\d0s|\d\d)\b)")
_NESTED_CLOSE = re.compile(r"(?<=[\w.,!?…\]%-])['’](?!\w)")


def to_single(
    text: str, spans: Sequence[Span], style: Literal["straight", "curly"] = "curly", *, nested: Literal["swap", "keep"] = "swap"
) -> str:
    """The text with its double quotation marks turned into single ones; every offset stays as it was.

    ``spans``: the gold segments (words without marks), which tell opening from closing marks; other double marks are told
    by the blank before them. ``nested="swap"`` turns single marks inside the segments into double ones, as a paper with
    single outer marks prints them; "keep" leaves them. Apostrophes are never touched.
    """
    left, right = ("'", "'") if style == "straight" else ("‘", "’")
    chars = list(text)
    starts, ends = {s for s, _ in spans}, {e for _, e in spans}
    for m in _DOUBLE.finditer(text):
        i = m.start()
        opens = i + 1 in starts or (i not in ends and _looks_opening(text, i))
        chars[i] = left if opens else right
    if nested == "swap":
        inner = ('"', '"') if style == "straight" else ("“", "”")
        for start, end in spans:
            _swap_nested(text, chars, start, end, inner)
    return "".join(chars)


def lose_breaks(text: str) -> tuple[str, list[int]]:
    """The text with one blank for every paragraph break, and for each old offset (0 … len(text)) the new one."""
    pieces: list[str] = []
    where: list[int] = []
    length = last = 0
    for m in _BREAK.finditer(text):
        pieces += [text[last : m.start()], " "]
        where += range(length, length + m.start() - last)
        length += m.start() - last
        where += [length, *[length + 1] * (m.end() - m.start() - 1)]
        length += 1
        last = m.end()
    where += range(length, length + len(text) - last + 1)
    return "".join([*pieces, text[last:]]), where


def _looks_opening(text: str, i: int) -> bool:
    if text[i] in "“„‟":
        return True
    return text[i] == '"' and (i == 0 or text[i - 1].isspace() or text[i - 1] in "([{—–-‘“'")


def _swap_nested(text: str, chars: list[str], start: int, end: int, marks: tuple[str, str]) -> None:
    """Single marks in pairs inside one segment become the given double ones."""
    at = start
    while opening := _NESTED_OPEN.search(text, at, end):
        closing = next(
            (m for m in _NESTED_CLOSE.finditer(text, opening.end(), end + 1) if not _possessive(text, m.start())), None
        )
        if closing is None:
            return
        chars[opening.start()], chars[closing.start()] = marks
        at = closing.end()


def _possessive(text: str, i: int) -> bool:
    """A plural possessive (the parties' leaders) rather than a closing mark."""
    return (
        text[i - 1] == "s"
        and text[i + 1 : i + 2] == " "
        and text[i + 2 : i + 3].islower()
        and bool(_NESTED_CLOSE.search(text, i + 1, i + 80))
    )


def main() -> None:
    """Prints the variant of standard input that the first argument names."""
    text = sys.stdin.read()
    if sys.argv[1:] == ["breaks"]:
        print(lose_breaks(text)[0], end="")
    elif sys.argv[1:] in (["single"], ["curly"]):
        print(to_single(text, [], "straight" if sys.argv[1] == "single" else "curly"), end="")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
