"""The table of contents: articles in, results out. The only module that knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from quotes import attribute, candidates, data, entities, marks, parse, resolve, ruleset, segment, stance
from quotes.errors import LimitError, QuotesError
from quotes.identity import article_id, text_sha256
from quotes.model import Article, Attribution, Document, Quotation, Quoted, Reject, Result, Sentence, Span, Speaker, Stance
from quotes.options import Options
from quotes.stance import scorer
from quotes.stance.scorer import Scorer

SentenceSpan = tuple[int, int, int, int]
"""(index, start, end, paragraph) of one sentence."""


class SentenceParser(Protocol):
    """What the extractor needs of a parser; tests and evaluations bring their own."""

    def parse(self, text: str, sentences: Sequence[SentenceSpan]) -> list[Sentence]:
        """Parse the sentences of one article, in the order given."""
        ...


@dataclass
class Clock:
    """Milliseconds per stage of one article, and the stage that is running (for the reject, should it fail)."""

    stage: str
    began: float
    spent: dict[str, float]

    def enter(self, stage: str) -> None:
        """End the running stage and begin the next one."""
        now = time.perf_counter()
        self.spent[self.stage] = self.spent.get(self.stage, 0.0) + 1000 * (now - self.began)
        self.stage, self.began = stage, now


@dataclass(frozen=True)
class Trace:
    """What the stages concluded about one article; attributions, speakers and stances are parallel."""

    document: Document
    quoted: tuple[Quoted, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    stances: tuple[tuple[Stance, ...], ...]
    flags: tuple[str, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The finished quotations."""
        return tuple(map(Quotation, self.attributions, self.speakers, self.stances))


class Extractor:
    """Holds rules, lexicons and the parser (loaded when the first article needs it), and runs articles through the stages.

    Raises RuleError or UsageError at once if the rules or options are faulty; ModelError when the parser is first needed.
    """

    def __init__(self, options: Options | None = None, parser: SentenceParser | None = None) -> None:
        self.options = options or Options()
        folder = data.rules_folder(self.options.rules)
        self.rules = ruleset.load(folder)
        self.lexicon = resolve.load(folder)
        self.aliases = resolve.load_aliases(self.options.aliases) if self.options.aliases else None
        self.stance_rules = stance.load(folder, self.options.targets)
        self._parser = parser
        self._scorer: Scorer | None = None

    @property
    def scorer(self) -> Scorer:
        """The learned stance scorer, loaded for the first article that has a statement. Raises ModelError."""
        if self._scorer is None:
            self._scorer = scorer.load(threads=self.options.threads)
        return self._scorer

    @property
    def parser(self) -> SentenceParser:
        """The parser; loading the default one takes seconds, so it waits for the first article with quotation marks."""
        if self._parser is None:
            self._parser = parse.load(self.options.parser, threads=self.options.threads)
        return self._parser

    @property
    def model(self) -> str:
        """Names and versions of parser and stance scorer for the record's ``pipeline``; loads neither."""
        parser = parse.describe(self.options.parser)
        return f"{parser}; {scorer.describe()}" if self.options.stance == "model" else parser

    def run(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One result per article, in order; whatever an article does wrong becomes a reject, never an exception.

        Only a fault of the set-up (a missing model, a spent disk) is raised: it would hit every article alike.
        """
        for article in articles:
            yield self.extract(article)

    def extract(self, article: Article) -> Result:
        """The result of one article."""
        clock = Clock("marks", time.perf_counter(), {})
        try:
            found = self._trace(article, clock)
        except LimitError as fault:
            return Result(article, reject=_reject(article, clock.stage, fault.code, str(fault)))
        except QuotesError:
            raise
        except Exception as fault:  # noqa: BLE001  one odd article must not cost the batch
            return Result(article, reject=_reject(article, clock.stage, "internal", f"{type(fault).__name__}: {fault}"))
        clock.enter("done")
        return Result(article, found.quotations, flags=found.flags, milliseconds=clock.spent)

    def trace(self, article: Article) -> Trace:
        """Everything that the stages concluded about one article, for those who ask why. Raises what a stage raises."""
        return self._trace(article, Clock("marks", time.perf_counter(), {}))

    def sentences(self, text: str) -> list[Sentence]:
        """Every sentence of the text, parsed."""
        clock = Clock("select", time.perf_counter(), {})
        return list(self._document(Article(text), segment.paragraphs(text), None, clock)[0].sentences)

    def _trace(self, article: Article, clock: Clock) -> Trace:
        self._check_length(article.text)
        article = replace(article, text=entities.read(article.text))
        text = article.text
        paragraphs = segment.paragraphs(text)
        quoted = marks.find(text, paragraphs, article.body)
        if not quoted and not self.options.indirect:
            return Trace(Document(article, tuple(paragraphs), []), (), (), (), ())
        self._check_quotations(quoted)
        document, flags = self._document(article, paragraphs, quoted, clock)
        clock.enter("attribute")
        attributions = attribute.attribute(document, quoted, self.rules, indirect=self.options.indirect)
        clock.enter("resolve")
        speakers = resolve.resolve(document, attributions, self.lexicon, self.aliases)
        clock.enter("stance")
        stances = stance.judge(document, attributions, speakers, self.stance_rules)
        if attributions and self.options.stance == "model":
            stances = self.scorer.refine(document, attributions, stances, self.stance_rules.targets)
        return Trace(document, tuple(quoted), tuple(attributions), tuple(speakers), tuple(stances), flags)

    def _document(
        self, article: Article, paragraphs: Sequence[Span], quoted: Sequence[Quoted] | None, clock: Clock
    ) -> tuple[Document, tuple[str, ...]]:
        """The parsed sentences and the flags: of the sentences worth a parse, those within the limit are parsed."""
        spans = [(s, e, p) for p, (start, end) in enumerate(paragraphs) for s, e in segment.sentences(article.text, start, end)]
        clock.enter("select")
        if quoted is None or self.options.parse_scope == "all" or self.options.indirect:
            chosen: Sequence[int] = range(len(spans))
        else:
            chosen = candidates.select(article.text, paragraphs, spans, quoted)
        clock.enter("parse")
        limit = self.options.limits.sentence_words
        fit = [i for i in chosen if _within(article.text, *spans[i][:2], limit)]
        parsed = self.parser.parse(article.text, [(i, *spans[i]) for i in fit])
        flags = () if len(fit) == len(chosen) else ("long-sentence",)
        return Document(article, tuple(paragraphs), parsed), flags

    def _check_length(self, text: str) -> None:
        limit = self.options.limits.article_chars
        if len(text) > limit:
            raise LimitError(
                f"the article has {len(text)} characters, the limit is {limit}: raise it with --max-chars", code="too_long"
            )

    def _check_quotations(self, quoted: Sequence[Quoted]) -> None:
        limits = self.options.limits
        if len(quoted) > limits.quotations:
            raise LimitError(
                f"the article has {len(quoted)} quotations, the limit is {limits.quotations}: "
                f"is it one article? quotes run --limit quotations={len(quoted)} takes it",
                code="too_many_quotations",
            )
        longest = max(quoted, key=lambda q: q.end - q.start, default=None)
        if longest and (size := longest.end - longest.start) > limits.quotation_chars:
            raise LimitError(
                f"the quotation at character {longest.start} has {size} characters, the limit is {limits.quotation_chars}: "
                f"is its closing mark lost? quotes run --limit quotation_chars={size} takes it",
                code="quotation_too_long",
            )


def _within(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a sentence has at most ``limit`` words; one with no more characters than that needs no count."""
    return end - start <= limit or len(segment.words(text, start, end)) <= limit


def _reject(article: Article, stage: str, code: str, message: str) -> Reject:
    return Reject(article_id(article), article.source, article.line, stage, code, message, text_sha256=text_sha256(article.text))
