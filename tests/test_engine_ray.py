"""The Ray engine, started for real on this machine: the same bytes, and an actor that is killed costs nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.engine import Progress, run
from tests.batch import EPOCH, ROOT, corpus, held, options

pytest.importorskip("ray")


@pytest.fixture(scope="module", autouse=True)
def _ray() -> Iterator[None]:
    """One local Ray for all tests of this module: it takes seconds to start."""
    from quotes.engine.engine_ray import imported, join

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        library = imported(None)
        join(library, 2, None)
        yield
        library.shutdown()


@pytest.fixture(autouse=True)
def _pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def actors() -> list[int]:
    """Process ids of the actors (Linux)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes().startswith(b"ray::Actor"):
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def test_the_same_bytes_as_the_local_engine(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 100, {13: "REJECT!", 55: "RAISE!"}, {99: 1})
    run(options(source, tmp_path / "local", workers=2))
    summary = run(options(source, tmp_path / "ray", workers=2, engine="ray"))
    assert summary.exit_code == 1
    assert held(tmp_path / "ray").sha256 == held(tmp_path / "local").sha256


@pytest.mark.nightly
def test_hostile_articles_are_dead_letters_there_too(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 40, {5: "EXIT!", 30: "HANG!"})
    more: dict[str, float] = {"workers": 2, "article_seconds": 2.0}
    run(options(source, tmp_path / "local", **more))
    run(options(source, tmp_path / "ray", engine="ray", **more))
    assert held(tmp_path / "ray").sha256 == held(tmp_path / "local").sha256
    assert {k for k, v in held(tmp_path / "ray").status().items() if v == "failed"} == {"a5", "a30"}


def test_a_killed_actor_costs_nothing(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 200)
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.shard % 3 == 0 and actors():
            killed.append(actors()[0])
            os.kill(killed[-1], signal.SIGKILL)

    run(options(source, tmp_path / "ray", workers=2, engine="ray"), kill)
    run(options(source, tmp_path / "local"))
    assert killed
    assert held(tmp_path / "ray") == held(tmp_path / "local")
