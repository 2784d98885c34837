"""The same articles in every format that can carry them give the same text, the same offsets and the same quotations."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from quotes import marks, segment
from quotes.model import Article
from quotes.options import Options
from quotes.read import read
from tests.archives import page, record, response, story
from tests.conftest import ARTICLES

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")


def written(folder: Path, texts: Mapping[str, str]) -> dict[str, Path]:
    """One file of each format that keeps a text exactly, with all the articles."""
    from pyarrow import parquet

    rows = [{"id": name, "text": text} for name, text in texts.items()]
    paths = {form: folder / f"all.{form}" for form in ("jsonl.gz", "json", "csv", "tsv", "parquet", "wet", "warc")}
    paths["jsonl.gz"].write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    paths["json"].write_text(json.dumps(rows, indent=1, ensure_ascii=False), encoding="utf-8")
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        with paths[form].open("w", newline="", encoding="utf-8") as out:
            table = csv.DictWriter(out, ["id", "text"], delimiter=delimiter)
            table.writeheader()
            table.writerows(rows)
    parquet.write_table(pyarrow.table({"id": list(texts), "text": list(texts.values())}), paths["parquet"])
    paths["wet"].write_bytes(
        b"".join(record("conversion", text.encode(), url=f"http://a.example/{n}") for n, text in texts.items())
    )
    stories = (
        response("<p>-", "u", mark=str(n)) + story({"text_content": t}, refers=str(n)) for n, t in enumerate(texts.values())
    )
    paths["warc"].write_bytes(b"".join(stories))
    return paths


def articles(path: Path) -> list[Article]:
    """All of them; a reject is a failure."""
    found = list(read([str(path)], Options()))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def quotations(text: str) -> list[str]:
    """The words between quotation marks, without the blanks and invisible characters that HTML does not keep."""
    spans = marks.find(text, segment.paragraphs(text), 0)
    return [" ".join(_INVISIBLE.sub("", text[q.start : q.end]).split()) for q in spans]


def agree(folder: Path, texts: Mapping[str, str]) -> None:
    """Every format that keeps a text exactly gives it exactly."""
    expected = [(text, *_body(folder, text)) for text in texts.values()]
    for form, path in written(folder, texts).items():
        found = [(a.text, a.published, a.body) for a in articles(path)]
        assert found == expected, form


def _body(folder: Path, text: str) -> tuple[str | None, int]:
    (folder / "one.txt").write_bytes(text.encode())
    (article,) = articles(folder / "one.txt")
    return article.published, article.body


def same_in_html(folder: Path, texts: Mapping[str, str]) -> float:
    """Share of the articles whose quotations are the same after they were a web page."""
    (folder / "pages").mkdir()
    for n, text in enumerate(texts.values()):
        (folder / "pages" / f"{n:05}.html").write_text(page(text), encoding="utf-8")
    found = articles(folder / "pages")
    return sum(quotations(a.text) == quotations(t) for a, t in zip(found, texts.values(), strict=True)) / len(texts)


def test_invented_articles(tmp_path: Path) -> None:
    texts = {path.name: path.read_bytes().decode() for path in sorted(ARTICLES.glob("*.txt"))}
    agree(tmp_path, texts)
    assert same_in_html(tmp_path, texts) >= 0.8  # trafilatura drops a line of a dozen words here and there


@pytest.mark.nightly
@pytest.mark.shared
def test_a_thousand_real_articles(tmp_path: Path, shared: Path) -> None:
    lines = gzip.decompress((shared / "gold" / "polnear_train.jsonl.gz").read_bytes()).decode().splitlines()
    for name in ("polnear_dev", "russia_dev"):
        lines += (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {str(r["id"]): r["text"] for r in map(json.loads, lines[:1000])}
    agree(tmp_path, texts)
    share = same_in_html(tmp_path, texts)
    print(f"same quotations from HTML: {share:.1%}")  # noqa: T201  the figure for docs/batch.md
    assert share >= 0.97
