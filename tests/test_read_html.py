"""Web pages: the article and its metadata come out; one that hangs, crashes or is empty is a reject and the next goes on."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.model import Article, Reject
from quotes.options import Limits, Options
from quotes.read import Page, read
from quotes.read.pages import Pages
from tests.archives import TEXT, page

pytest.importorskip("trafilatura")

META = (
    '<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-06-20T10:00:00Z">'
    '<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://post.example/pilots">'
)


def test_article_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.html").write_text(page(head=META))
    (article,) = read([str(tmp_path)], Options())
    assert isinstance(article, Article)
    assert [line for line in TEXT.splitlines() if line not in article.text.splitlines()] == []
    assert "privacy" not in article.text
    assert (article.id, article.title, article.author, article.outlet) == (
        "news/a.html",
        "Pilots to vote",
        "Ann Lee",
        "The Harbour Post",
    )
    assert (article.url, article.published) == ("https://post.example/pilots", "2024-06-20")


def test_bad_pages_are_rejects_with_neighbours_kept(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000 + "</body></html>"
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; Nothing to see.</p></body></html>'
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "b.html").write_text(deep)
    (tmp_path / "c.html").write_text("<html><body></body></html>")
    (tmp_path / "d.html").write_text(entity)
    (tmp_path / "e.html").write_bytes(b"<html><body>" + bytes(range(256)) * 50)
    (tmp_path / "f.html").write_text(page())
    found = list(read([str(tmp_path)], Options()))
    assert [x.id for x in found if isinstance(x, Article)][:1] == ["a.html"]
    assert isinstance(found[0], Article)
    assert found[-1] == replace(found[0], id="f.html", source=str(tmp_path / "f.html"))
    assert not any("root:" in x.text for x in found if isinstance(x, Article))
    assert {x.code for x in found if isinstance(x, Reject)} <= {
        "no_article",
        "html_failed",
        "html_crash",
        "html_timeout",
        "binary",
    }


def test_a_page_that_takes_too_long_is_killed_and_the_next_one_works() -> None:
    slow = page("".join(f"Sentence {n} of the long page stands here.\n" for n in range(60_000)))  # some ten seconds
    with Pages(Limits(html_seconds=0.3)) as pages:
        began = time.monotonic()
        reject = pages.article(Page(Article("", id="slow"), slow.encode()))
        assert time.monotonic() - began < 30  # most of it is the start of the process
        assert isinstance(reject, Reject)
        assert reject.code in ("html_timeout", "html_crash")
    with Pages(Limits()) as pages:
        assert isinstance(pages.article(Page(Article("", id="good"), page().encode())), Article)


def test_no_date_is_guessed_from_the_text() -> None:
    text = TEXT + "The first strike was on 11 February 2016, the second on 3 May 2019.\n"
    with Pages(Limits()) as pages:
        article = pages.article(Page(Article("", id="a"), page(text).encode()))
    assert isinstance(article, Article)
    assert article.published is None


def test_a_killed_process_costs_one_page() -> None:
    with Pages(Limits()) as pages:
        assert isinstance(pages.article(Page(Article("", id="a"), page().encode())), Article)
        assert pages._process is not None
        os.kill(pages._process.pid or 0, 9)
        pages._process.join()
        assert isinstance(pages.article(Page(Article("", id="b"), page().encode())), Article)


def test_the_character_set_of_the_header_counts() -> None:
    body = (
        "<html><body><article>"
        + "<p>Der Zürcher Präsident sagte: «Wir prüfen das.» Niemand widersprach ihm in der Sitzung.</p>" * 4
    )
    with Pages(Limits()) as pages:
        article = pages.article(Page(Article("", id="a"), body.encode("iso-8859-1"), "iso-8859-1"))
    assert isinstance(article, Article)
    assert "Zürcher Präsident" in article.text
