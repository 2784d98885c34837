"""The order of the stages, and what becomes of an article that breaks one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotes import Article, Extractor, Options, segment
from quotes.errors import ModelError
from quotes.model import Sentence
from quotes.options import Limits

QUOTED = 'The minister spoke on Monday.\n\n"We will answer in kind," Lee said.'


class Broken:
    """A parser that raises what it is given."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault

    def parse(self, text: str, sentences: Sequence[tuple[int, int, int, int]]) -> list[Sentence]:  # noqa: ARG002
        """Fail."""
        raise self.fault


class Blind:
    """A parser that knows no sentence, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def parse(self, text: str, sentences: Sequence[tuple[int, int, int, int]]) -> list[Sentence]:  # noqa: ARG002
        """Nothing."""
        self.asked += 1
        return []


def test_an_article_without_marks_is_processed_and_never_parsed() -> None:
    parser = Blind()
    result = Extractor(parser=parser).extract(Article("Nobody spoke. Lee's house stood empty in the '90s."))
    assert result.reject is None
    assert result.quotations == ()
    assert parser.asked == 0


def test_quotations_survive_a_parser_that_gives_nothing() -> None:
    result = Extractor(parser=Blind()).extract(Article(QUOTED))
    assert result.reject is None
    assert [QUOTED[slice(*q.attribution.segments[0])] for q in result.quotations] == ["We will answer in kind,"]


def test_a_failing_stage_is_a_reject_that_names_it_and_the_next_article_goes_on() -> None:
    articles = [Article(QUOTED, id="a", source="a.txt", line=3), Article("No marks here.", id="b")]
    first, second = Extractor(parser=Broken(RuntimeError("boom"))).run(articles)
    assert first.reject is not None
    assert (first.reject.article_id, first.reject.source, first.reject.line) == ("a", "a.txt", 3)
    assert (first.reject.stage, first.reject.code, first.reject.message) == ("parse", "internal", "RuntimeError: boom")
    assert second.reject is None


def test_a_fault_of_the_installation_is_raised_since_every_article_would_meet_it() -> None:
    with pytest.raises(ModelError, match="checksum"):
        Extractor(parser=Broken(ModelError("checksum"))).extract(Article(QUOTED))


def test_an_article_over_the_limit_is_a_reject() -> None:
    result = Extractor(Options(limits=Limits(article_chars=20)), parser=Blind()).extract(Article(QUOTED))
    assert result.reject is not None
    assert result.reject.code == "too_long"


class Listening(Blind):
    """A parser that notes which sentences it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[str] = []

    def parse(self, text: str, sentences: Sequence[tuple[int, int, int, int]]) -> list[Sentence]:
        """Nothing."""
        self.given += [text[start:end] for _, start, end, _ in sentences]
        return []


def test_an_over_long_sentence_is_left_unparsed_and_its_quotation_stays() -> None:
    parser = Listening()
    text = 'The list ran "' + "to Omsk and " * 20 + 'home."\n\n"We will answer in kind," Lee said.'
    result = Extractor(Options(limits=Limits(sentence_words=40)), parser=parser).extract(Article(text))
    assert result.reject is None
    assert result.flags == ("long-sentence",)
    assert parser.given == ['"We will answer in kind," Lee said.']
    assert len(result.quotations) == 2


def test_a_sentence_at_the_limit_is_parsed() -> None:
    parser = Listening()
    text = '"' + "far " * 36 + 'away," Lee said.'
    for limit, flags in ((43, ()), (42, ("long-sentence",))):
        assert len(segment.words(text, 0, len(text))) == 43
        assert Extractor(Options(limits=Limits(sentence_words=limit)), parser=parser).extract(Article(text)).flags == flags
    assert parser.given == [text]


@pytest.mark.parametrize(
    ("limits", "code", "said"),
    [
        (Limits(quotation_chars=22), "quotation_too_long", "at character 32 has 23 characters, the limit is 22"),
        (Limits(quotations=1), "too_many_quotations", "has 2 quotations, the limit is 1"),
    ],
)
def test_quotations_over_a_limit_are_a_reject_that_says_which(limits: Limits, code: str, said: str) -> None:
    text = QUOTED + ' "We will wait," she said.'
    result = Extractor(Options(limits=limits), parser=Blind()).extract(Article(text))
    assert result.reject is not None
    assert result.reject.code == code
    assert said in result.reject.message


def test_quotations_at_the_limit_are_taken() -> None:
    limits = Limits(quotation_chars=23, quotations=1)
    assert Extractor(Options(limits=limits), parser=Blind()).extract(Article(QUOTED)).reject is None


def test_time_is_given_per_stage() -> None:
    result = Extractor(parser=Blind()).extract(Article(QUOTED))
    assert {"marks", "select", "parse", "attribute", "resolve", "stance"} <= set(result.milliseconds)
    assert all(ms >= 0 for ms in result.milliseconds.values())


@pytest.mark.model
def test_three_lines_give_who_said_it() -> None:
    (result,) = Extractor().run(
        [Article(text='"Moscow must end its aggression," Estonian Prime Minister Liis Tamm said on Friday.')]
    )
    (quotation,) = result.quotations
    assert quotation.speaker.name == "Liis Tamm"
    assert quotation.stances[0].label == "critical"
