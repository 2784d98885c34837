"""Hypothesis on the fuzz targets: whole files of every format, cut, turned and stirred."""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes import Extractor
from quotes.options import Limits
from quotes.read.pages import Pages
from tests.archives import TEXT, page, record, response, story
from tests.fuzz import targets
from tests.test_properties import PIECES, Flat


def seeds() -> dict[str, bytes]:
    """One good file of every format."""
    found = {
        "text": TEXT.encode(),
        "jsonl": json.dumps({"text": TEXT, "id": "1"}).encode() + b'\n{"text": 1}\n{"body": "x"}\n',
        "json": json.dumps([{"text": TEXT, "id": "1"}, {"text": None}], indent=1).encode(),
        "csv": ('id,text\n1,"' + TEXT.replace('"', '""') + '"\n2,x\n').encode(),
        "html": page().encode(),
        "warc": record("warcinfo", b"a: b\r\n")
        + response(page(), "http://a.example", mark="a")
        + story({"text_content": TEXT}, refers="a")
        + record("conversion", TEXT.encode(), mark="c"),
    }
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return found
    sink = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": [TEXT, None], "id": [1, 2]}), sink)
    return {**found, "parquet": sink.getvalue()}


SEEDS = seeds()
stirred = st.tuples(st.sampled_from(sorted(SEEDS)), st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=6)), max_size=4))


def changed(name: str, changes: list[tuple[int, bytes]], pack: bool) -> bytes:
    """The good file with some bytes put in place of others, or cut; packed, and then changed, too."""
    data = bytearray(gzip.compress(SEEDS[name]) if pack else SEEDS[name])
    for place, new in changes:
        at = place % (len(data) + 1)
        data[at : at + len(new)] = new
        if not new:
            del data[at:]
    return bytes(data)


@given(stirred, st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_file_is_read_or_refused(what: tuple[str, list[tuple[int, bytes]]], pack: bool) -> None:
    name, changes = what
    data = changed(name, changes, pack)
    targets.stdin(data)
    targets.READERS[name](data)


@pytest.mark.parametrize("name", sorted(targets.READERS))
@given(data=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    targets.READERS[name](data)


def test_changed_pages_cost_only_themselves() -> None:
    pytest.importorskip("trafilatura")
    dice = random.Random(2)
    with Pages(Limits(html_seconds=5.0)) as pages:
        for _ in range(40):
            changes = [(dice.randrange(5000), dice.randbytes(dice.randrange(6))) for _ in range(4)]
            targets.web(pages)(changed("html", changes, pack=False))


def texts(count: int, seed: int) -> Iterator[bytes]:
    """Texts put together of pieces of news and of marks in every order."""
    dice = random.Random(seed)
    for _ in range(count):
        yield " ".join(dice.choices(PIECES, k=dice.randrange(1, 80))).replace(" ", dice.choice(["", " ", " "])).encode()


def test_generated_texts_go_through_the_extractor() -> None:
    target = targets.extract(Extractor(parser=Flat()))
    for data in texts(300, seed=1):
        targets.spans(data)
        target(data)


@pytest.mark.nightly
def test_twenty_thousand_texts_go_through_the_extractor() -> None:
    target = targets.extract(Extractor(parser=Flat()))
    for data in texts(20_000, seed=7):
        targets.spans(data)
        target(data)


@pytest.mark.nightly
def test_ten_thousand_changed_files(tmp_path: Path) -> None:
    dice = random.Random(11)
    names = sorted(SEEDS)
    for _ in range(10_000):
        name = dice.choice(names)
        changes = [(dice.randrange(5000), dice.randbytes(dice.randrange(6))) for _ in range(dice.randrange(5))]
        data = changed(name, changes, dice.random() < 0.3)
        (tmp_path / "last").write_bytes(data)  # what to look at if it fails
        targets.stdin(data)
        targets.READERS[name](data)
