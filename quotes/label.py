"""The label at the head of a transcript's turn (``WALLER: Let us start.``): one pattern for whoever reads turns."""

from __future__ import annotations

import re

from quotes import data

_BOLD = r"[*_]{0,3}"
"""Markdown's signs for bold and italic type, around the name or around the label: ``**Q:**``, ``**WALLER**:``."""
_OFFICE = r"(?:, [A-Z][A-Z0-9 ,.'’&/-]{0,90})"
_ASIDE = r"(?: ?\([^()\n]{1,60}\))"
LABEL = re.compile(
    rf"{_BOLD}(?P<name>(?:Mc|Mac|De)?[A-Z][A-Z.'’-]{{0,30}}[A-Z.](?:[ \u00a0](?:Mc|Mac|De)?[A-Z][A-Z.'’-]{{0,30}}){{0,4}}"
    rf"|[QA](?={_BOLD}:)|(?P<bare>Q)(?=[ \u00a0]{{2}}|\t))"
    rf"(?(bare)\s+|{_ASIDE}{{0,2}}{_OFFICE}?{_ASIDE}?{_BOLD}:{_BOLD}\s+)(?=\S)"
)
"""The name in capitals, with a party (`REP. COLE (R-OK):`), an office (`COOPER, HOST:`) or both behind it; or Q or A; or the Q
and blanks of a press conference's transcript (`Q    Thank you.`)."""
LONGEST = 320
"""Code points that a label may take."""
_WORD = r"(?=[^\W\d_a-zß-öø-ÿ])[\w.'’/&-]{1,30}"
NAMED = re.compile(
    rf"{_BOLD}(?P<name>{_WORD}(?:[ \u00a0](?:(?:al|bin|da|de|der|di|of|the|van|von)[ \u00a0]){{0,2}}{_WORD}){{0,5}})"
    rf"{_ASIDE}{{0,2}}{_BOLD}:{_BOLD}\s+(?=\S)"
)
"""The same in mixed case (`Marsh: No.`, `Kyiv Independent: Why?`, `Anna Lind (Harbour) (Lab): Why not?`). Any paragraph may begin
so: whether it is a turn only the other paragraphs tell (``quotes.marks.turns``)."""


def labelled(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label in capitals at ``start``; None where there is none or where it is a notice of the page (`READ MORE: …`)."""
    m = LABEL.match(text, start, end)
    lists = data.word_lists("marks")
    return None if m is None or m["name"].lower() in lists["notices"] + lists["teasers"] + lists["headings"] else m
