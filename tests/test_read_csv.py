"""CSV and TSV: quoting, delimiters, places, and every way a table can be broken."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from quotes.model import Article, Reject
from quotes.options import Fields, Limits, Options
from quotes.read import read
from tests.archives import TEXT


def items(path: Path, data: str | bytes, options: Options | None = None) -> list[Article | Reject]:
    """Everything that is read from a file with these bytes."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)], options or Options()))


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    """The rows as a program would write them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_rows_keep_text_and_metadata(tmp_path: Path, name: str, delimiter: str) -> None:
    data = table([["id", "text", "published"], ["7", TEXT, "2024-06-20"], ["8", "Short.", ""]], delimiter)
    first, second = items(tmp_path / name, data)
    assert isinstance(first, Article)
    assert (first.text, first.id, first.published, first.line) == (TEXT, "7", "2024-06-20", 2)
    assert second.line == 2 + TEXT.count("\n") + 1


def test_standard_input_is_known_by_its_header() -> None:
    stream = io.BufferedReader(io.BytesIO(table([["url", "text"], ["http://a.example", TEXT]]).encode()))
    (article,) = read(["-"], Options(), stdin=stream)
    assert isinstance(article, Article)
    assert (article.text, article.url) == (TEXT, "http://a.example")


def test_marks_of_order_and_long_cells(tmp_path: Path) -> None:
    text = "word " * 50_000
    (article,) = items(tmp_path / "a.csv", table([["text"], [text]]).encode("utf-8-sig"))
    assert isinstance(article, Article)
    assert article.text == text


def test_bad_rows_are_rejects_and_the_next_goes_on(tmp_path: Path) -> None:
    found = items(tmp_path / "a.csv", "id,text\n1\n2,Good.\n3,\n4,a,b\n")
    assert [x.code if isinstance(x, Reject) else x.text for x in found] == ["broken_table", "Good.", "empty", "broken_table"]
    assert [x.line for x in found] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("id,body\n1,x\n", "missing_field"),
        ("", "empty"),
        (b"text\n\xff\xfe\n", "encoding"),
        ('text\n"' + "x" * 500_000, "broken_table"),
        ('text\n"a"b\n', "broken_table"),
    ],
)
def test_a_broken_table_is_one_reject(tmp_path: Path, data: str | bytes, code: str) -> None:
    *_, last = items(tmp_path / "a.csv", data, Options(limits=Limits(line_bytes=100_000)))
    assert isinstance(last, Reject)
    assert last.code == code


def test_other_field_names(tmp_path: Path) -> None:
    (article,) = items(tmp_path / "a.csv", "uid,body\n5,Hello there.\n", Options(fields=Fields(text="body", id="uid")))
    assert isinstance(article, Article)
    assert (article.text, article.id) == ("Hello there.", "5")
