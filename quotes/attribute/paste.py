"""Quotations in what is pasted into an article: teasers of other articles, embedded posts, words that nobody said.

Each is a unit of its own: nobody's voice goes on into it or out of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from quotes import data
from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.model import Quoted

Pasted = Literal["", "teaser", "post", "example"]
_WITHIN = re.compile(r"(?![\s\S]*(?:[.!?][\"”’']?\s|[\"”’'] ?[-–—\ufffd]))[^\n]*\Z")
"""The rest of a teaser: a headline; no sentence ends in it, and nobody signs it."""
_TEASER, _POST = 160, 120
"""Characters of the longest teaser before a quotation, of a post between its quotation and its address."""
_POSTED = 280
"""Characters of the longest post."""
_ADDRESS = re.compile(r"(?:(?![.!?][\"”’']?\s)[^\n\"“”])*?(?:https?://t\.co/|pic\.twitter\.com/)")
"""The address that an embedded post ends with."""
_REPEAT = re.compile(r"\brepeat after me\b[^.!?\n]*:\s*\Z", re.IGNORECASE)
_CLAUSE = 3
"""Blanks in the shortest headline of a teaser, and in the shortest clause behind it."""
_SIGNS = re.compile(r"\s*[-–—\ufffd]\s*(?=\w)")


@cache
def _prompt() -> re.Pattern[str]:
    """What opens a teaser, in the middle of a paragraph too where the page's breaks are lost."""
    words = sorted((w.upper() for w in data.word_lists("marks")["teasers"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)}): ?")


def pasted(quoted: Quoted, layout: Layout) -> Pasted:
    """What kind of pasted text a quotation stands in, if any."""
    if _opening(quoted, layout) is not None:
        return "teaser"
    before = layout.gap(max(0, quoted.outer_start - _TEASER), quoted.outer_start)
    if _REPEAT.search(before):
        return "example"
    if quoted.end - quoted.start > _POSTED:
        return ""
    return "post" if _ADDRESS.match(layout.gap(quoted.outer_end, quoted.outer_end + _POST)) else ""


def _opening(quoted: Quoted, layout: Layout) -> int | None:
    """Where the teaser around a quotation begins."""
    start = max(layout.document.paragraphs[quoted.paragraph][0], quoted.outer_start - _TEASER)
    before = layout.gap(start, quoted.outer_start)
    ends = [m.end() for m in _prompt().finditer(before)]
    return start + ends[-1] if ends and _WITHIN.match(before[ends[-1] :]) else None


def prompted(quoted: Quoted, layout: Layout) -> bool:
    """Whether a quotation with its own attribution stands right behind a teaser that ends without a stop: ``READ MORE: Dam
    closed "We saw it," said Lind``."""
    opening = _opening(quoted, layout)
    words = layout.gap(quoted.start, quoted.end)
    whole = words[:1].isupper() and words[-1:] == "," and words.count(" ") >= _CLAUSE
    return whole and opening is not None and layout.gap(opening, quoted.outer_start).count(" ") >= _CLAUSE


def own(quoted: Quoted, best: Candidate | None, kind: Pasted, layout: Layout) -> Candidate | None:
    """The source that the pasted text itself gives: who signs a teaser, or speaks in it before the quotation."""
    if kind != "teaser":
        return None if kind == "example" else best
    found = _signed(quoted, layout)
    if found is not None or best is None or best.rule == "headline":
        return found or best
    opening, head = _opening(quoted, layout), best.sentence.tokens[best.head]
    within = opening is not None and opening <= head.start < quoted.outer_start
    tagged = layout.text[quoted.end - 1] in ",?!" and head.start >= quoted.outer_end
    return best if within or tagged else None


def _signed(quoted: Quoted, layout: Layout) -> Candidate | None:
    """The name right behind a dash: ``READ MORE: Harbour deal a 'road to nowhere' - Lind``."""
    dash = _SIGNS.match(layout.text, quoted.outer_end)
    sentence = None if dash is None else layout.at(dash.end())
    at = None if dash is None or sentence is None else sentence.token_at(dash.end())
    if sentence is None or at is None:
        return None
    token = sentence.tokens[at]
    report = token.upos == "NOUN" and token.lemma.lower() in layout.ruleset.list("noun")
    return Candidate("sign-off", 15, 0, sentence, at, None) if token.upos == "PROPN" or report else None
