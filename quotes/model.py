"""The values that flow between the stages; no I/O and no third-party import.

Offsets are half-open code points into ``Article.text``, everywhere. Token indices start at 0; a root's ``head`` is -1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "mixed", "indirect"]
SpeakerType = Literal["person", "office", "body", "place", "document", "media", "group", "unknown"]
StanceLabel = Literal["critical", "supportive", "mixed", "neutral", "no_target"]
Evidence = Literal["explicit", "pronoun", "context", "none"]
Alignment = Literal["pro", "anti", "none"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. ``text`` is exact: nothing is stripped, so offsets point into the source."""

    text: str
    id: str | None = None
    source: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    line: int | None = None
    """Line (JSONL, CSV) or record number in ``source``, from 1; None for a file that is one article."""
    body: int = 0
    """Offset where the article proper begins, behind a date line or header; quotations are sought from there."""


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word (Universal Dependencies). ``ner`` is a BIO tag over PER, ORG, LOC, NORP, FAC, MISC."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str = "_"
    feats: str = "_"
    head: int = -1
    rel: str = "dep"
    ner: str = "O"

    @property
    def base(self) -> str:
        """The relation without its subtype (``nsubj:pass`` -> ``nsubj``)."""
        return self.rel.partition(":")[0]


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence. ``paragraph`` counts the article's paragraphs from 0; ``index`` its sentences from 0."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    paragraph: int = 0
    index: int = 0

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in text order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                out[token.head].append(i)
        return tuple(tuple(x) for x in out)

    def children(self, i: int, *rels: str) -> list[int]:
        """Dependents of token ``i``; with ``rels`` only those whose full or base relation is among them."""
        return [c for c in self.below[i] if not rels or self.tokens[c].rel in rels or self.tokens[c].base in rels]

    def subtree(self, i: int) -> list[int]:
        """Indices of ``i`` and everything below it, in text order; a malformed cycle ends the walk."""
        seen, stack = {i}, [i]
        while stack:
            new = [c for c in self.below[stack.pop()] if c not in seen]
            seen.update(new)
            stack += new
        return sorted(seen)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token ``i``, nearest first; a malformed cycle ends the walk."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            yield i
            seen.add(i)

    @property
    def root(self) -> int:
        """Index of the first root token (0 where a malformed tree has none)."""
        return next((i for i, t in enumerate(self.tokens) if t.head < 0), 0)

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers the offset, or None."""
        return next((i for i, t in enumerate(self.tokens) if t.start <= offset < t.end), None)

    def tokens_in(self, start: int, end: int) -> list[int]:
        """Indices of the tokens that overlap the span."""
        return [i for i, t in enumerate(self.tokens) if t.start < end and t.end > start]

    def names(self) -> list[tuple[int, int, str]]:
        """Named entities as (first token, last token + 1, type), read from the BIO tags."""
        out: list[tuple[int, int, str]] = []
        start: int | None = None
        for i, tag in enumerate([*(t.ner for t in self.tokens), "O"]):
            if start is not None and not (tag.startswith("I-") and tag[2:] == self.tokens[start].ner[2:]):
                out.append((start, i, self.tokens[start].ner[2:]))
                start = None
            if start is None and tag != "O":
                start = i
        return out


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span between quotation marks; what is nested belongs to its outer one. ``outer_start, outer_end`` include the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    style: str = "double"
    """double (straight or curly), single, guillemet, low (German), tick (`` ''), none (transcript turn)."""
    closed: bool = True
    """False if a paragraph break or the end of the text closed it instead of a mark."""
    continues: bool = False
    """True if the preceding span was left open at the end of its paragraph and this one carries on (same speaker)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase of the article that is the source of a quotation: ``he``, ``the ministry``, ``Mr Kim``."""

    start: int
    end: int
    sentence: int
    """``Sentence.index`` of the sentence that holds it."""
    head: int
    """Token index of its head in that sentence."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that reports: said, according (to), statement."""

    start: int
    end: int
    lemma: str
    sentence: int = -1
    token: int = -1
    """Where it stands: ``Sentence.index`` and token index; -1 if it has no place in a parsed sentence."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement: its quoted segments, what reports it, and whose it is on the surface."""

    segments: tuple[Span, ...]
    kind: Kind
    paragraph: int
    statement: int
    """Number of the statement group in the article: fragments governed by one cue share it."""
    cue: Cue | None = None
    mention: Mention | None = None
    others: tuple[Mention, ...] = ()
    """Further speakers of a joint statement."""
    rule: str | None = None
    """Id of the rule or sieve that decided; None while unattributed."""
    confidence: float = 0.0
    """Estimated probability that ``mention`` is right."""
    repeated: int = 1
    flags: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Start of the first segment."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """End of the last segment."""
        return self.segments[-1][1]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a mention stands for within its article."""

    name: str | None
    role: str | None = None
    type: SpeakerType = "unknown"
    id: str | None = None
    confidence: float = 0.0
    """Estimated probability that ``name`` is right, the mention included."""
    rule: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of stance evidence: the rule, its words in the article, and what it added to the score."""

    rule: str
    text: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Stance:
    """Where the quoted speaker stands toward one target, and why."""

    target: str
    label: StanceLabel = "no_target"
    score: float = 0.0
    confidence: float = 0.0
    target_evidence: Evidence = "none"
    own_side: bool = False
    alignment: Alignment = "none"
    evidence: tuple[Clue, ...] = ()
    polarity: float | None = None
    subjectivity: float | None = None
    elsewhere: Clue | None = None
    """What the same speaker says of the target in the article's other quotations: their weight and the strongest words."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The finished result for one statement, before it is written as a ``quote/1`` record."""

    attribution: Attribution
    speaker: Speaker
    stances: tuple[Stance, ...]
    """One per target, in the order of the options."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A dead letter: what could not be processed, where, and what to do."""

    article_id: str | None
    source: str | None
    line: int | None
    stage: str
    code: str
    message: str
    attempts: int = 1
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one article gave: its quotations, or the reject that ended it."""

    article: Article
    quotations: tuple[Quotation, ...] = ()
    reject: Reject | None = None
    flags: tuple[str, ...] = ()
    milliseconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time per stage."""


@dataclass(frozen=True)
class Document:
    """An article with everything the stages share about it: paragraphs, sentence spans, and the sentences that were parsed."""

    article: Article
    paragraphs: tuple[Span, ...]
    sentences: Sequence[Sentence]
    """Parsed sentences in text order; ``index`` counts all sentences of the article, so gaps show what was skipped."""

    @cached_property
    def by_index(self) -> dict[int, Sentence]:
        """Parsed sentences by their index in the article."""
        return {s.index: s for s in self.sentences}

    def sentences_in(self, start: int, end: int) -> list[Sentence]:
        """Parsed sentences that overlap the span, in text order."""
        first = bisect_right(self.sentences, start, key=lambda s: s.end)
        return list(self.sentences[first : bisect_left(self.sentences, end, key=lambda s: s.start)])

    def words(self, span: Span) -> str:
        """The article's text between the two offsets."""
        return self.article.text[span[0] : span[1]]
