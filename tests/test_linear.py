"""No text makes a stage slow: time grows with its length and no faster. Ten times the text may take thirty times the time."""

from __future__ import annotations

import time

import pytest

from quotes import Article, Extractor
from quotes.language import Detector
from quotes.options import Limits, Options
from quotes.read.dateline import head
from tests.test_properties import Flat

PIECES = {
    "straight marks": '"',
    "opening marks": "“",
    "pairs": "“a” ",
    "single marks": "'",
    "apostrophes": "n't's ",
    "guillemets": "«»",
    "ticks": "``''",
    "brackets": "(",
    "full stops": "A.B.",
    "ellipses": "...",
    "one word": "a",
    "capitals": "A ",
    "words": "he said ",
    "spaces": " ",
    "lines": "\n",
    "marks on lines": '"\n',
    "turns": "Q: a\n",
    "places": "MOSCOW (AP) -- ",
    "digits": "1,",
    "addresses": "a@b.c ",
    "dashes": "-- ",
    "sentences": '"Yes," he said. ',
}
LIMITS = Limits(article_chars=2_000_000)


_FREE = 2.0
"""Seconds that 100,000 characters may always take."""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Every stage, with a parser that costs nothing."""
    return Extractor(Options(limits=LIMITS), parser=Flat())


def seconds(extractor: Extractor, text: str) -> float:
    """CPU time of one article."""
    began = time.process_time()
    head(text)
    (result,) = extractor.run([Article(text)])
    assert result.reject is None or result.reject.code != "internal", result.reject
    return time.process_time() - began


def grows_linearly(extractor: Extractor, piece: str, length: int) -> None:
    """Ten times the length takes at most thirty times as long."""
    short = seconds(extractor, piece * (length // 10 // len(piece)))
    long = seconds(extractor, piece * (length // len(piece)))
    assert long < max(_FREE, 30 * short), f"{short:.2f} s, then {long:.2f} s"


@pytest.mark.parametrize("name", PIECES)
def test_ten_thousand_characters(extractor: Extractor, name: str) -> None:
    grows_linearly(extractor, PIECES[name], 10_000)


@pytest.mark.nightly
@pytest.mark.parametrize("name", PIECES)
def test_a_hundred_thousand_characters(extractor: Extractor, name: str) -> None:
    grows_linearly(extractor, PIECES[name], 100_000)


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["straight marks", "pairs", "opening marks"])
def test_a_hundred_thousand_marks(extractor: Extractor, name: str) -> None:
    grows_linearly(extractor, PIECES[name], 100_000 * len(PIECES[name]))


def test_the_language_check_looks_at_a_part_only() -> None:
    pytest.importorskip("py3langid")
    detector = Detector()
    began = time.process_time()
    detector.language("he said " * 1_000_000)
    assert time.process_time() - began < 0.5
