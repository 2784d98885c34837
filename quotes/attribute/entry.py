"""Sieve 4 of lines with a name: above the entries of a list of voices (``Anna Lind, Harbour Institute`` / ``– "We will wait."``)
and below what a page prints in large type (``"We will wait."`` / ``Mayor Anna Lind``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.attribute.candidate import Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.keep import alone
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.sort import sort
from quotes.model import Sentence, Span
from quotes.voices import headings

_ABOVE, _BELOW, _ORDER = "list-heading", "pull-quote", 20
_NOBODY = frozenset({"place", "mute", "text"})
_LONGEST = 90
"""Code points of the longest line below a quotation that is only a name and who that is."""
_NEAR = 3000
"""Code points on either side of such a line in which the text names its bearer again, if no title is there."""
_ENDS = (".", ":", ";", "!", "?", ",", "…")
_LEADS = (":", ",")
_RANK = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "DET"})
_TIES = frozenset({"of", "for", "and"})
_PARTS = frozenset({",", "-", "–", "—", "|"})
_SHOWN = re.compile(r"\b(?:above|below|centre|center|left|pictured|right)\b")
"""In the caption of a picture."""


def headed(drafts: Sequence[Draft], layout: Layout) -> None:
    """Give the quotations of a list's entries that have no source of their own to the name above; one below is the next's.

    A quotation that stands alone above a line with a name, which heads no entry, is its bearer's.
    """
    names = headings(layout.text, layout.document.paragraphs, layout.quoted)
    heads = set(names.values())
    for d in drafts:
        if d.choice is not None or d.joins is not None:
            continue
        name = names.get(d.quoted.paragraph)
        found = _speaker(name, layout) if name is not None else _below(d, heads, layout)
        if found is not None:
            d.choice, d.rule = found, found.rule


def _speaker(name: Span, layout: Layout) -> Candidate | None:
    sentence = layout.at(name[0])
    inside = [] if sentence is None else sentence.tokens_in(*name)
    head = head_of(sentence, inside[0], inside[-1] + 1, None) if sentence is not None and inside else None
    if sentence is None or head is None:
        return None
    found = Candidate(_ABOVE, _ORDER, 0, sentence, head, None, direct=True)
    listed = layout.text[name[1] : name[1] + 1] not in ("", "\n")
    kind = sort(found, layout.ruleset)
    return found if kind == "person" or (listed and kind not in _NOBODY) else None


def _below(d: Draft, heads: set[Span], layout: Layout) -> Candidate | None:
    """The person whom the next paragraph names and tells nothing about; a colon or comma above the quotation leads in another."""
    paragraphs, i = layout.document.paragraphs, d.quoted.paragraph
    if not d.opens or d.quoted.continues or i + 1 >= len(paragraphs) or not alone(d, layout):
        return None
    start, end = paragraphs[i + 1]
    led = i > 0 and layout.text[paragraphs[i - 1][1] - 1] in _LEADS
    if led or end - start > _LONGEST or layout.text[end - 1] in _ENDS or layout.quotations(start, end):
        return None
    sentence = layout.at(start)
    if sentence is None or sentence.end < end or any(a == start for a, _ in heads):
        return None
    name = _name(sentence)
    if name is None or (len(name) == len(sentence.tokens) and not _known(sentence.tokens[name[-1]].text, (start, end), layout)):
        return None
    head = head_of(sentence, name[0], name[-1] + 1, None)
    return None if head is None else Candidate(_BELOW, _ORDER, 0, sentence, head, None, direct=True)


def _name(sentence: Sentence) -> range | None:
    """The tokens of the one name in a line that holds nothing else but who its bearer is."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.ner.endswith("PER")]
    if not inside or inside[-1] - inside[0] + 1 != len(inside) or sum(tokens[i].ner.startswith("B") for i in inside) > 1:
        return None
    name = range(inside[0], inside[-1] + 1)
    before, behind = tokens[: name.start], tokens[name.stop :]
    if any(t.upos in ("VERB", "AUX") for t in tokens) or any(t.upos not in _RANK and t.text not in _TIES for t in before):
        return None
    if behind and (behind[0].text not in _PARTS or any(_SHOWN.match(t.text) for t in behind)):
        return None
    return name if len(name) > 1 or before or behind else None


def _known(name: str, line: Span, layout: Layout) -> bool:
    """Whether the text around a line holds a name again."""
    word = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    start, end = line
    return bool(word.search(layout.text, max(0, start - _NEAR), start) or word.search(layout.text, end, end + _NEAR))
