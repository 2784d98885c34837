"""Compressed files: known by content, whole or told to be damaged, and stopped when they are bombs."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.model import Article, Reject
from quotes.options import Limits, Options
from quotes.read import read
from tests.archives import PACKERS, TEXT

zstandard = pytest.importorskip("zstandard")
ALL: dict[str, Callable[[bytes], bytes]] = {**PACKERS, ".zst": zstandard.compress}


def items(path: Path, data: bytes, options: Options | None = None) -> list[Article | Reject]:
    """Everything that is read from a file with these bytes."""
    path.write_bytes(data)
    return list(read([str(path)], options or Options()))


@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "nameless"])
def test_content_decides(tmp_path: Path, suffix: str, name: str) -> None:
    data = json.dumps({"text": TEXT}).encode() if "json" in name else TEXT.encode()
    for path in (tmp_path / (name + suffix), tmp_path / "b.txt"):
        (article,) = items(path, ALL[suffix](data))
        assert isinstance(article, Article)
        assert article.text == TEXT


@pytest.mark.parametrize("suffix", ALL)
def test_parts_one_after_the_other(tmp_path: Path, suffix: str) -> None:
    lines = [json.dumps({"text": f"Number {n}."}).encode() + b"\n" for n in range(3)]
    assert len(items(tmp_path / f"a.jsonl{suffix}", b"".join(map(ALL[suffix], lines)))) == 3


@pytest.mark.parametrize("suffix", ALL)
def test_a_damaged_file_keeps_what_came_before(tmp_path: Path, suffix: str) -> None:
    lines = b"".join(
        json.dumps({"text": f"Number {n * n * 7919}, and more of the same."}).encode() + b"\n" for n in range(20_000)
    )
    packed = ALL[suffix](lines)
    *good, last = items(tmp_path / f"a.jsonl{suffix}", packed[: len(packed) // 2])
    assert isinstance(last, Reject)
    assert last.code == "damaged"
    assert all(isinstance(x, Article) for x in good)
    assert len(good) > 1000 or suffix == ".bz2"  # its blocks are large


def _zeros(pack: Callable[[bytes], bytes], count: int) -> bytes:
    """So many times 10 MB of zeros, packed, as parts of one file."""
    return pack(bytes(10_000_000)) * count


@pytest.mark.parametrize(("suffix", "pack"), [*ALL.items(), (".gz", lambda data: gzip.compress(data, 9))])
def test_a_bomb_is_stopped(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    data = _zeros(pack, 1000)
    (tmp_path / f"a.jsonl{suffix}").write_bytes(data)
    tracemalloc.start()
    began = time.monotonic()
    *_, last = read([str(tmp_path / f"a.jsonl{suffix}")], Options())
    seconds = time.monotonic() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(last, Reject)
    assert last.code in ("bomb", "too_large", "binary")
    assert seconds < 5
    assert peak < 300_000_000


def test_a_bomb_of_text_is_stopped_by_its_ratio(tmp_path: Path) -> None:
    line = json.dumps({"text": "word " * 20_000}).encode() + b"\n"
    *_, last = items(tmp_path / "a.jsonl.xz", lzma.compress(line * 800))
    assert isinstance(last, Reject)
    assert last.code == "bomb"
    *_, last = items(tmp_path / "b.jsonl.bz2", bz2.compress(line * 20), Options(limits=Limits(unpacked_bytes=1_000_000)))
    assert isinstance(last, Reject)
    assert last.code == "bomb"


def test_ordinary_news_is_far_from_the_limits(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"{TEXT} {n}"}).encode() + b"\n" for n in range(20_000))
    assert len(items(tmp_path / "a.jsonl.gz", gzip.compress(lines))) == 20_000
