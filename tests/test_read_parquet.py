"""Parquet, by pyarrow: types of other programs, nested fields, damage."""

from __future__ import annotations

import datetime
import gzip
from pathlib import Path
from typing import Any

import pytest

from quotes.model import Article, Reject
from quotes.options import Fields, Options
from quotes.read import read
from tests.archives import TEXT

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def made(path: Path, columns: dict[str, list[Any]], **options: Any) -> Path:
    """A Parquet file with these columns."""
    parquet.write_table(pyarrow.table(columns), path, **options)
    return path


def items(path: Path, options: Options | None = None) -> list[Article | Reject]:
    """Everything that is read from the file."""
    return list(read([str(path)], options or Options()))


def test_rows_with_types(tmp_path: Path) -> None:
    when = datetime.datetime(2024, 6, 20, 10, tzinfo=datetime.UTC)
    columns: dict[str, list[Any]] = {
        "text": [TEXT, None, "Short."],
        "id": [7, 8, 9],
        "published": [when, when, None],
        "vector": [[0.1], [0.2], [0.3]],
    }
    first, second, third = items(made(tmp_path / "a.parquet", columns))
    assert isinstance(first, Article)
    assert (first.text, first.id, first.published, first.line) == (TEXT, "7", "2024-06-20T10:00:00Z", 1)
    assert isinstance(second, Reject)
    assert (second.code, second.line) == ("field_type", 2)
    assert third.line == 3


def test_nested_names_and_lists(tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {
        "maintext": [TEXT],
        "meta": [{"url": "http://a.example/1"}],
        "authors": [["Ann Lee", "Bo Ek"]],
    }
    fields = Fields(text="maintext", url="meta.url", author="authors")
    (article,) = items(made(tmp_path / "a.parquet", columns), Options(fields=fields))
    assert isinstance(article, Article)
    assert (article.url, article.author) == ("http://a.example/1", "Ann Lee, Bo Ek")


def test_many_row_groups_come_in_order(tmp_path: Path) -> None:
    path = made(tmp_path / "a.parquet", {"text": [f"Number {n}." for n in range(500)]}, row_group_size=70)
    assert [a.text for a in items(path) if isinstance(a, Article)] == [f"Number {n}." for n in range(500)]


def test_content_decides_and_a_packed_file_is_spooled(tmp_path: Path) -> None:
    plain = made(tmp_path / "a.parquet", {"text": [TEXT]}).read_bytes()
    (tmp_path / "b.txt").write_bytes(plain)
    (tmp_path / "c.gz").write_bytes(gzip.compress(plain))
    for name in ("b.txt", "c.gz"):
        (article,) = items(tmp_path / name)
        assert isinstance(article, Article)
        assert article.text == TEXT


def test_damage_is_one_clear_reject(tmp_path: Path) -> None:
    data = made(tmp_path / "a.parquet", {"text": [TEXT] * 50}).read_bytes()
    for name, broken, code in (
        ("cut", data[:-20], "damaged"),
        ("bare", b"PAR1", "damaged"),
        ("hole", data[:60] + bytes(40) + data[100:], ""),
    ):
        (tmp_path / f"{name}.parquet").write_bytes(broken)
        found = items(tmp_path / f"{name}.parquet")
        assert found
        if code:
            assert [x.code for x in found if isinstance(x, Reject)] == [code]
    (reject,) = items(made(tmp_path / "b.parquet", {"body": [TEXT]}))
    assert isinstance(reject, Reject)
    assert reject.code == "missing_field"
    assert "body" in reject.message
