"""Results made by hand for the tests of writing and showing."""

from __future__ import annotations

from quotes.model import Article, Attribution, Clue, Cue, Mention, Quotation, Result, Speaker, Stance

TEXT = 'MOSCOW, June 19 (Wire) - "We will answer," Anna Ivanova said on Friday. "The talks were empty."\n'
STAMP_TIME = "2024-06-20T00:00:00Z"


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def stance(target: str = "russia", score: float = -0.625) -> Stance:
    """A stance with one piece of evidence."""
    clue = Clue("talks-empty", "empty", *span("empty"), -0.625)
    return Stance(target, "critical", score, 0.8, "context", False, "none", (clue,), -0.1, 0.5)


def quotation(*stances: Stance) -> Quotation:
    """One statement in two segments, attributed and judged."""
    said = Attribution(
        segments=(span("We will answer,"), span("The talks were empty.")),
        kind="direct",
        paragraph=0,
        statement=0,
        cue=Cue(*span("said"), "say"),
        mention=Mention(*span("Anna Ivanova"), sentence=0, head=8),
        rule="verb-clause",
        confidence=0.9,
        flags=("unclosed",),
    )
    speaker = Speaker("Anna Ivanova", "minister", "person", None, 0.85, "full-name", ("unclosed", "one-name"))
    return Quotation(said, speaker, stances or (stance(),))


def result(*quotations: Quotation, article: Article | None = None) -> Result:
    """The result of the article above."""
    article = article or Article(TEXT, id="a.txt", source="news/a.txt", published="2024-06-19", body=25)
    return Result(article, quotations, milliseconds={"marks": 1.25, "parse": 20.0})
