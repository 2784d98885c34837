"""JSON that is not JSONL: arrays, one indented record, records one after the other; bounded, with places."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from quotes.model import Article, Reject
from quotes.options import Limits, Options
from quotes.read import read
from quotes.read.formats import detect
from tests.archives import TEXT


def items(path: Path, data: str | bytes, options: Options | None = None) -> list[Article | Reject]:
    """Everything that is read from a file with these bytes."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)], options or Options()))


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_array(tmp_path: Path, indent: int | None, name: str) -> None:
    found = items(tmp_path / name, json.dumps([{"text": TEXT, "id": "x"}, {"text": "Second."}], indent=indent))
    assert [(a.text, a.id, a.line) for a in found if isinstance(a, Article)] == [(TEXT, "x", 1), ("Second.", None, 2)]


def test_one_indented_record_and_several(tmp_path: Path) -> None:
    one = json.dumps({"text": TEXT, "id": "x"}, indent=2)
    assert [a.text for a in items(tmp_path / "a.json", one) if isinstance(a, Article)] == [TEXT]
    assert len(items(tmp_path / "b.json", one + "\n" + one)) == 2


def test_a_bad_record_is_a_reject_and_the_next_one_goes_on(tmp_path: Path) -> None:
    found = items(tmp_path / "a.json", '[{"text": 5}, 7, {"text": "Good."}, {"body": "x"}]')
    assert [x.code if isinstance(x, Reject) else x.text for x in found] == ["field_type", "broken_json", "Good.", "missing_field"]
    assert [x.line for x in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "code", "before"),
    [
        ('[{"text": "Good."}, {"text": "cut', "broken_json", 1),
        ('[{"text": "Good."}', "broken_json", 1),
        ('[{"text": "Good."}, {"text": NaN}]', "broken_json", 1),
        ('[{"a": ' + '{"a": ' * 100_000, "broken_json", 0),
        ("[]", "empty", 0),
        (b'[{"text": "Good."}, {"text": "\xff\xfe"}]', "encoding", 0),
    ],
)
def test_a_broken_file_keeps_what_came_before(tmp_path: Path, data: str | bytes, code: str, before: int) -> None:
    *good, last = items(tmp_path / "a.json", data)
    assert isinstance(last, Reject)
    assert (last.code, len(good)) == (code, before)


def test_a_record_over_the_limit_is_refused_before_it_is_in_memory(tmp_path: Path) -> None:
    limits = Limits(line_bytes=200_000)
    (reject,) = items(tmp_path / "a.json", '[{"text": "' + "x" * 5_000_000 + '"}]', Options(limits=limits))
    assert isinstance(reject, Reject)
    assert reject.code == "too_large"


def test_a_long_array_needs_no_memory_for_all_of_it() -> None:
    from quotes.read.array import _values, _Window

    data = b"[" + b",".join(json.dumps({"text": "x" * 1000, "n": n}).encode() for n in range(5000)) + b"]"
    window = _Window(io.BytesIO(data), 10_000)
    assert window.skip(" ") == "["
    assert len(window.text) < 100_000
    assert sum(1 for _ in _values(io.BytesIO(data), 10_000)) == 5000


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b'{"text": "a"}\n', "", "jsonl"),
        (b'{"text": "a"}\n', "x.json", "jsonl"),
        (b'{\n "text": "a"\n}', "", "json"),
        (b'{"text": "a",\n "id": 1}', "x.jsonl", "jsonl"),
        (b'[{"text": "a"}]', "", "json"),
        (b"[Moscow] He said so.", "a.txt", "text"),
        (b'["Yes," he said.]', "", "text"),
    ],
)
def test_detection(head: bytes, name: str, form: str) -> None:
    assert detect(head, name) == form
