"""The terminal view: lines that fit, quotations marked where they stand, nothing that steers the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Article, Attribution, Quotation, Result, Speaker, Stance, StanceLabel
from quotes.show import columns, lines, neutral
from tests.records import TEXT, quotation, result, stance

COLOUR = re.compile(r"\x1b\[\d+m")


def plain(text: str) -> str:
    """The line without its colours."""
    return COLOUR.sub("", text)


def test_an_article_with_its_quotations() -> None:
    shown = list(lines(result(quotation()), width=80, colour=False))
    assert shown[0] == "2024-06-19 · news/a.txt"
    assert shown[2:6] == [
        'MOSCOW, June 19 (Wire) - "⟦We will answer,⟧"    │ 1 Anna Ivanova',
        'Anna Ivanova said on Friday. "⟦The talks        │   minister',
        'were empty.⟧"                                   │   russia: critical -0.62',
        "",
    ]


@pytest.mark.parametrize(
    ("label", "code"), [("critical", "31"), ("supportive", "32"), ("mixed", "33"), ("neutral", "36"), ("no_target", "4")]
)
def test_colours_tell_the_stance(label: StanceLabel, code: str) -> None:
    said = quotation(replace(stance(), label=label))
    text = "\n".join(lines(result(said), width=100, colour=True))
    assert f'"\x1b[{code}mWe will answer,\x1b[0m"' in text


def test_words_are_the_same_with_and_without_colour() -> None:
    bright = [plain(line) for line in lines(result(quotation()), width=90, colour=True)]
    dull = [line.replace("⟦", "").replace("⟧", "") for line in lines(result(quotation()), width=90, colour=False)]
    left = [" ".join(" ".join(line.partition("│")[0] for line in found).split()) for found in (bright, dull)]
    assert left[0] == left[1]
    assert " ".join(TEXT.split()) in left[0]


def test_notes_that_find_no_line_follow_below() -> None:
    text = '"A." "B." "C."\n'
    said = [
        Quotation(Attribution(((i, i + 2),), "direct", 0, n), Speaker(f"S{n}"), (Stance("russia"),))
        for n, i in enumerate((1, 6, 11))
    ]
    shown = list(lines(result(*said, article=Article(text)), width=80, colour=False))
    assert [line.partition("│ ")[2] for line in shown[2:8]] == [
        "1 S0",
        "  russia: no target",
        "2 S1",
        "  russia: no target",
        "3 S2",
        "  russia: no target",
    ]


def test_an_article_without_quotations_says_so() -> None:
    assert list(lines(result()))[-1] == "No quotations."


def test_control_characters_are_neutralised_one_for_one() -> None:
    odd = "a\x1b[2Jb\u202ec\x07\x9b\u200fd\te\ud800"
    assert neutral(odd) == "a\ufffd[2Jb\ufffdc\ufffd\ufffd\ufffdd e\ufffd"
    speaker = Speaker("Eve\x1b]0;x\x07", "chief\nof")
    said = replace(quotation(), speaker=speaker)
    text = "\n".join(lines(result(said, article=Article(TEXT.replace("talks", "t\x1blks"), title="\x1b[31m")), colour=False))
    assert not set(text) & {"\x1b", "\x07"}


def test_wide_and_combining_characters_are_counted_as_they_are_shown() -> None:
    assert (columns("普京"), columns("e\u0301"), columns("abc")) == (4, 1, 3)


@given(st.text(max_size=300), st.integers(60, 120), st.booleans())
def test_any_text_can_be_shown_and_fits(text: str, width: int, colour: bool) -> None:
    shown = list(lines(Result(Article(text)), width=width, colour=colour))
    assert all(columns(line) <= width + 1 for line in shown)
    words = "".join(neutral(text).split())
    assert "".join("".join(shown[2:]).replace("No quotations.", "").split()) == words or "No quotations." in text


@given(st.text(min_size=4, max_size=200), st.data())
def test_any_quotation_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    said = Quotation(Attribution(((start, end),), "direct", 0, 0), Speaker(None), (Stance("russia"),))
    for colour in (True, False):
        assert list(lines(Result(Article(text), (said,)), width=70, colour=colour))
