"""What opens a report before its first sentence: place, date and agency (``KYIV, Ukraine (AP) —``, ``(CNN)``); and what opens a
caption: a label in capitals (``NAVY VISIT President Lind``)."""

from __future__ import annotations

import re
from functools import cache

from quotes import data

LONGEST = 120
"""Code points that it may take."""
_TAIL = r"\s*:?\s+(?=[\"“‘'A-Z\d])"
_DASHES = r"\s*(?:(?:--|[—–-])\s+)+(?=[\"“‘'A-Z\d])"
_PLACE = r"[A-Z][\w.'’/-]+(?:[ ,]+[\w.'’/-]+){0,5}?\s*"


def end(text: str, start: int, stop: int) -> int | None:
    """Where the opening of the paragraph from ``start`` to ``stop`` ends; None if it has none."""
    m = _pattern().match(text, start, min(stop, start + LONGEST)) or _label().match(text, start, min(stop, start + LONGEST))
    return m and m.end()


@cache
def _pattern() -> re.Pattern[str]:
    """A place and more before a dash, an agency alone, or a place with a known agency (no dash needed)."""
    agencies = "|".join(sorted(map(re.escape, data.word_lists("words")["agencies"]), key=len, reverse=True))
    return re.compile(
        rf"[A-Z][A-Z.'’/-]{{3,}}(?:[ ,]+[\w.'’/-]+){{0,5}}?(?:\s*\([^()]{{2,40}}\))?(?:,\s[\w. ]{{3,20}})?{_DASHES}"
        rf"|{_PLACE}\([A-Z][^()]{{1,40}}\){_DASHES}"
        rf"|{_PLACE}\((?:{agencies})\){_TAIL}"
        rf"|\([A-Z][\w.& ]{{1,24}}\)(?:{_DASHES}|{_TAIL})"
    )


@cache
def _label() -> re.Pattern[str]:
    """What a picture shows, in capitals before the title of whom it shows; other words in capitals may be part of the title."""
    table = data.word_lists("words")
    shown, titles = ("|".join(table[k]) for k in ("label_words", "label_titles"))
    word = r"[A-Z][A-Z'’-]*"
    return re.compile(
        rf"(?=(?:{word} ){{0,7}}(?:{shown}) )(?=(?:{word} ){{0,7}}[A-Z'’-]{{4,}} )(?:{word} ){{2,8}}(?=(?:{titles})\b\.? [A-Z])"
    )
