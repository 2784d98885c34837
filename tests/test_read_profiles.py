"""Field names of well-known tools, and sources by URL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.model import Article
from quotes.options import Fields, Options
from quotes.read import read
from quotes.read.profiles import PROFILES, chosen, profile
from tests.archives import TEXT

RECORDS: dict[str, dict[str, object]] = {
    "mediacloud": {
        "id": "s1",
        "media_name": "post.example",
        "publish_date": "2024-06-20",
        "title": "T",
        "url": "u",
        "text": TEXT,
    },
    "trafilatura": {
        "id": "s1",
        "source-hostname": "post.example",
        "date": "2024-06-20",
        "title": "T",
        "source": "u",
        "text": TEXT,
    },
    "news-please": {
        "id": "s1",
        "source_domain": "post.example",
        "date_publish": "2024-06-20",
        "title": "T",
        "url": "u",
        "maintext": TEXT,
    },
    "dolma": {
        "id": "s1",
        "source": "post.example",
        "created": "2024-06-20",
        "text": TEXT,
        "metadata": {"title": "T", "url": "u"},
    },
}


@pytest.mark.parametrize("name", PROFILES)
def test_profiles(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(RECORDS[name]) + "\n")
    (article,) = read([str(tmp_path / "a.jsonl")], Options(fields=profile(name)))
    assert isinstance(article, Article)
    assert (article.text, article.id, article.outlet) == (TEXT, "s1", "post.example")
    assert (article.published, article.title, article.url) == ("2024-06-20", "T", "u")


def test_fields_in_one_word() -> None:
    assert chosen("text=body, id=uid", Fields()) == Fields(text="body", id="uid")
    assert chosen("url=link", profile("dolma")).text == "text"


@pytest.mark.parametrize("text", ["text", "words=body", "text=", "text:body"])
def test_wrong_fields_say_what_to_type(text: str) -> None:
    with pytest.raises(UsageError, match="text=body,id=uid"):
        chosen(text, Fields())
    with pytest.raises(UsageError, match="mediacloud"):
        profile("nonesuch")


def test_sources_by_url(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(TEXT)
    (tmp_path / "sub" / "b.txt").write_text("Second.")
    for source in (f"file://{tmp_path}", f"file://{tmp_path}/sub/*.txt", f"file://{tmp_path}/sub/a.txt"):
        found = list(read([source], Options()))
        assert isinstance(found[0], Article)
        assert found[0].text == TEXT
        assert found[0].id in ("sub/a.txt", "a.txt")
    with pytest.raises(UsageError, match="no such file"):
        list(read([f"file://{tmp_path}/none.txt"], Options()))
    with pytest.raises(UsageError, match="download it first"):
        list(read(["https://post.example/a.txt"], Options()))
