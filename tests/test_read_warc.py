"""WARC: pages of Common Crawl, stories of Media Cloud, texts of WET files; what is cut off or huge is told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from quotes.model import Article, Reject
from quotes.options import Limits, Options
from quotes.read import read
from tests.archives import TEXT, page, record, response, story

pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")

INFO = record("warcinfo", b"software: test\r\n", content_type="application/warc-fields")


def items(path: Path, data: bytes, options: Options | None = None) -> list[Article | Reject]:
    """Everything that is read from a file with these bytes."""
    path.write_bytes(data)
    return list(read([str(path)], options or Options()))


def test_pages_of_a_crawl(tmp_path: Path) -> None:
    records = [
        INFO,
        response(page(), "https://post.example/1", mark="a"),
        response("gone", "https://post.example/2", mark="b", status=404),
        response("\x89PNG", "https://post.example/3", mark="c", kind="image/png"),
        response(page(title="Second"), "https://post.example/4", mark="d"),
    ]
    found = items(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, records)))
    assert [(a.url, a.title, a.line) for a in found if isinstance(a, Article)] == [
        ("https://post.example/1", "Pilots to vote", 2),
        ("https://post.example/4", "Second", 5),
    ]
    assert all(line in found[0].text for line in TEXT.splitlines() if isinstance(found[0], Article))


def test_stories_of_media_cloud_bring_their_own_text_and_metadata(tmp_path: Path) -> None:
    content = {
        "url": "https://post.example/1",
        "canonical_domain": "post.example",
        "publication_date": "2024-06-20",
        "language": "en",
        "article_title": "Pilots vote",
        "text_content": TEXT,
    }
    without = {**content, "text_content": None, "url": "https://post.example/2"}
    records = [
        INFO,
        response(page("Another text altogether."), "https://post.example/1", mark="a"),
        story(content, refers="a"),
        response(page(), "https://post.example/2", mark="b"),
        story(without, refers="b"),
        response(page(), "https://post.example/3", mark="c"),
        story(content, refers="somewhere else"),
    ]
    found = items(tmp_path / "a.warc", b"".join(records))
    first, second, third = (x for x in found if isinstance(x, Article))
    assert (first.text, first.title, first.outlet, first.published) == (TEXT, "Pilots vote", "post.example", "2024-06-20")
    assert (second.url, second.title, second.published) == ("https://post.example/2", "Pilots vote", "2024-06-20")
    assert TEXT.splitlines()[1] in second.text
    assert (third.url, third.published) == ("https://post.example/3", None)


def test_texts_of_a_wet_file(tmp_path: Path) -> None:
    (article,) = items(tmp_path / "a.wet.gz", gzip.compress(record("conversion", TEXT.encode(), url="https://post.example/1")))
    assert isinstance(article, Article)
    assert (article.text, article.url) == (TEXT, "https://post.example/1")


@pytest.mark.parametrize("cut", [3, 100, 400])
def test_an_archive_that_is_cut_off_says_so_and_keeps_what_is_whole(tmp_path: Path, cut: int) -> None:
    data = (
        INFO
        + record("conversion", TEXT.encode(), mark="a", url="http://a.example")
        + response(page(), "http://b.example", mark="b")
    )
    found = items(tmp_path / "a.warc", data[:-cut])
    assert [type(x) for x in found] == [Article, Reject]
    assert isinstance(found[1], Reject)
    assert found[1].code == "damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nfoo\r\n\r\n" + b"x" * 1000,
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nabc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nabc",
        b"WARC/1.0\r\nA: " + b"x" * 10_000_000,
        gzip.compress(INFO)[:-6],
    ],
)
def test_junk_is_a_reject(tmp_path: Path, data: bytes) -> None:
    found = items(tmp_path / "a.warc", data)
    assert [type(x) for x in found] == [Reject]


def test_a_huge_page_is_refused_and_the_next_goes_on(tmp_path: Path) -> None:
    records = response("<html>" + "x" * 50_000, "http://a.example", mark="a") + response(page(), "http://b.example", mark="b")
    found = items(tmp_path / "a.warc", records, Options(limits=Limits(file_bytes=20_000)))
    assert [x.code if isinstance(x, Reject) else x.url for x in found] == ["too_large", "http://b.example"]
