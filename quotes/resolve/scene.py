"""What a pronoun's candidates are weighed against: who is talked about, who speaks, whom the quoted words name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotes.headline import line
from quotes.model import Document, Sentence, Span
from quotes.resolve.entity import Entity
from quotes.resolve.reference import Reference

_DATELINE = re.compile(r"[A-Z][\w.'’-]*(?:[ ,/]+(?:[A-Z][\w.'’-]*|\d{1,4}))*[ ,]*(?:\([^()\n]{2,40}\)\s*[:—–-]|\s[—–-])")
_LINE = 80
"""Characters of the longest date line."""

Said = Mapping[tuple[int, int], Sequence[Span]]
"""(sentence index, token) of a source mention -> the spans of its words."""


@dataclass
class Scene:
    """``floor``, ``speaker`` and ``counts`` change as the article is walked through; the rest holds for all of it."""

    sentences: Mapping[int, Sentence]
    topic: int | None
    """Number of the person named most often in the article."""
    named: Mapping[tuple[int, int], Sequence[int]]
    """(sentence index, entity number) -> head tokens of the entity's names there, outside quotation marks."""
    words: Mapping[int, frozenset[int]]
    """Reference.order of a source that is no name -> entities that its quoted words name."""
    spans: Mapping[int, Sequence[Span]]
    """Reference.order of such a source -> the spans of its words."""
    opening: frozenset[int]
    """Reference.order of the source pronouns whose quoted words open their paragraph."""
    headline: int = 0
    """1 where the first paragraph is but a headline."""
    told: Mapping[int, int] = field(default_factory=dict)
    """Sentence index -> sentences of the reporter up to it: those wholly in quotation marks do not count."""
    paragraphs: Mapping[int, int] = field(default_factory=dict)
    """Paragraph -> paragraphs up to it in which the reporter speaks."""
    sole: Mapping[int, int] = field(default_factory=dict)
    """Sentence index -> number of the one person whom the reporter names there, where there is but one."""
    datelines: frozenset[int] = frozenset()
    """Offsets of the references in a line like "OSLO, May 4 (Reuters):"."""
    counts: Counter[int] = field(default_factory=Counter)
    """Entity number -> references so far."""
    speaker: int | None = None
    """Number of the entity that the last reporting clause gave the floor to."""
    floor: int | None = None
    """Number of the entity that was the source of the last quotation."""
    voice: int | None = None
    """Number of the last source that is no person: who "it" goes on about, though somebody spoke between."""


def scene(
    document: Document,
    references: Sequence[Reference],
    of: Mapping[int, Entity],
    at: Mapping[tuple[int, int], Reference],
    said: Said,
) -> Scene:
    """The scene before the first reference; ``of`` knows the entities of names, ``at`` the references by their tokens."""
    sources = {source.order: spans for place, spans in said.items() if (source := at.get(place)) and source.form != "name"}
    opens = (order for order, spans in sources.items() if spans and _opens(document, spans[0][0]))
    told, paragraphs = _told(document.sentences, sorted(s for spans in said.values() for s in spans))
    return Scene(
        document.by_index,
        _topic(references, of),
        _named(references, of),
        _words(references, of, sources),
        sources,
        frozenset(opens),
        int(bool(document.paragraphs) and line(document.paragraphs[0], document.article.text)),
        told,
        paragraphs,
        _sole(references, of),
        _in_datelines(document, references),
    )


def _in_datelines(document: Document, references: Sequence[Reference]) -> frozenset[int]:
    """Where references stand in the place, date or agency that opens a paragraph."""
    text = document.article.text
    found = (m.span() for start, end in document.paragraphs if (m := _DATELINE.match(text, start, min(end, start + _LINE))))
    lines = list(found)
    return frozenset(r.start for r in references if r.form == "name" and any(s <= r.start < e for s, e in lines))


def _sole(references: Sequence[Reference], of: Mapping[int, Entity]) -> dict[int, int]:
    """Where but one person is named outside quotation marks, and no pronoun stands for another."""
    people: dict[int, set[int]] = defaultdict(set)
    for r in references:
        if r.form == "name" and not r.quoted and of[r.order].sort == "person":
            people[r.sentence].add(of[r.order].number)
    return {index: next(iter(numbers)) for index, numbers in people.items() if len(numbers) == 1}


def _told(sentences: Sequence[Sentence], spans: Sequence[Span]) -> tuple[dict[int, int], dict[int, int]]:
    """Sentences and paragraphs counted without those that hold nothing but quoted words: a quotation of six sentences between
    "Ruiz said the plan was late." and "…," he said does not carry Ruiz off. Sentences that were not parsed count."""
    starts = [start for start, _ in spans]
    told: dict[int, int] = {}
    speaks: dict[int, bool] = {}
    silent = 0
    for sentence in sentences:
        i = bisect_right(starts, sentence.start + 1) - 1
        words = i >= 0 and sentence.end <= spans[i][1] + 2
        silent += words
        told[sentence.index] = sentence.index - silent
        speaks[sentence.paragraph] = speaks.get(sentence.paragraph, False) or not words
    paragraphs: dict[int, int] = {}
    silent = 0
    for paragraph, narrated in sorted(speaks.items()):
        silent += not narrated
        paragraphs[paragraph] = paragraph - silent
    return told, paragraphs


def _opens(document: Document, start: int) -> bool:
    paragraph = bisect_right(document.paragraphs, start, key=lambda p: p[0]) - 1
    return paragraph >= 0 and not any(map(str.isalnum, document.words((document.paragraphs[paragraph][0], start))))


def _topic(references: Sequence[Reference], of: Mapping[int, Entity]) -> int | None:
    named = Counter(e.number for r in references if r.form == "name" and (e := of.get(r.order)) and e.sort == "person")
    top = named.most_common(1)
    return top[0][0] if top and top[0][1] > 1 else None


def _named(references: Sequence[Reference], of: Mapping[int, Entity]) -> dict[tuple[int, int], list[int]]:
    out: dict[tuple[int, int], list[int]] = defaultdict(list)
    for r in references:
        if r.form == "name" and not r.quoted:
            out[r.sentence, of[r.order].number].append(r.head)
    return out


def _words(
    references: Sequence[Reference], of: Mapping[int, Entity], sources: Mapping[int, Sequence[Span]]
) -> dict[int, frozenset[int]]:
    names = [(r.start, of[r.order].number) for r in references if r.form == "name" and r.quoted]
    starts = [start for start, _ in names]
    return {
        order: frozenset(names[i][1] for s, e in spans for i in range(bisect_left(starts, s), bisect_left(starts, e)))
        for order, spans in sources.items()
    }
