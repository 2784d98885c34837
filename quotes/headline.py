"""Which paragraphs are headlines by their form: one notion for whoever asks."""

from __future__ import annotations

import re

from quotes.model import Span

LONGEST = 200
"""Code points of the longest headline."""
_SENTENCE = 110
"""Code points from which a line with a full stop at its end is a paragraph; some papers end their headlines with one."""
_SEVERAL = re.compile(r"[a-z]{3}[.!?][\"”’»]? [A-Z].*[.!?]\Z")


def line(paragraph: Span, text: str) -> bool:
    """Whether a paragraph may be a headline: short, neither a long sentence nor several."""
    start, end = paragraph
    stopped = end - start > _SENTENCE and text[end - 1] == "." and text[end - 2] != "."
    return end - start <= LONGEST and not stopped and _SEVERAL.search(text, start, end) is None
