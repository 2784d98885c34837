"""Ids: the same for the same, different for the different, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.identity import article_id, normal_url, quote_id, text_sha256, utterance_id
from quotes.model import Article


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://News.Example/A/?utm_source=x&id=3&fbclid=y#top", "https://news.example/A?id=3"),
        ("https://news.example/", "https://news.example"),
        ("https://news.example/a?b=&c=1", "https://news.example/a?b=&c=1"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_a_url_loses_what_does_not_name_the_page(url: str, normal: str) -> None:
    assert normal_url(url) == normal


def test_an_article_is_named_by_its_id_its_url_or_its_text() -> None:
    assert article_id(Article("x", id="7", url="https://a.example")) == "7"
    assert article_id(Article("x", url="https://a.example/?utm_medium=m")) == article_id(Article("y", url="https://a.example"))
    assert article_id(Article("x")) != article_id(Article("y"))


def test_quote_ids_differ_by_article_place_and_words() -> None:
    ids = {quote_id("a", [(1, 5)], "word"), quote_id("b", [(1, 5)], "word"), quote_id("a", [(1, 6)], "word")}
    ids |= {quote_id("a", [(1, 5)], "ward"), quote_id("a", [(1, 2), (3, 5)], "word")}
    assert len(ids) == 5
    assert quote_id("a", [(0, 1)], "e\u0301") == quote_id("a", [(0, 1)], "\xe9")


def test_the_text_hash_is_the_one_of_its_bytes() -> None:
    assert text_sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(st.text())
def test_any_text_has_ids(text: str) -> None:
    assert len(quote_id(text, [(0, len(text))], text)) == len(utterance_id(text)) == 20
    assert article_id(Article(text)).startswith("text-")
