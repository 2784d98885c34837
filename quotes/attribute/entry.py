"""Sieve 4 of lists of voices: the name above an entry speaks in it (``Anna Lind, Harbour Institute`` / ``– "We will wait."``)."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.sort import sort
from quotes.model import Span
from quotes.voices import headings

_RULE, _ORDER = "list-heading", 20
_NOBODY = frozenset({"place", "mute", "text"})


def headed(drafts: Sequence[Draft], layout: Layout) -> None:
    """Give the quotations of a list's entries that have no source of their own to the name above; one below is the next's."""
    names = headings(layout.text, layout.document.paragraphs, layout.quoted)
    for d in drafts:
        name = names.get(d.quoted.paragraph)
        if name is not None and d.choice is None and d.joins is None and (found := _speaker(name, layout)) is not None:
            d.choice, d.rule = found, _RULE


def _speaker(name: Span, layout: Layout) -> Candidate | None:
    sentence = layout.at(name[0])
    inside = [] if sentence is None else sentence.tokens_in(*name)
    head = head_of(sentence, inside[0], inside[-1] + 1, None) if sentence is not None and inside else None
    if sentence is None or head is None:
        return None
    found = Candidate(_RULE, _ORDER, 0, sentence, head, None, direct=True)
    listed = layout.text[name[1] : name[1] + 1] not in ("", "\n")
    kind = sort(found, layout.ruleset)
    return found if kind == "person" or (listed and kind not in _NOBODY) else None
