"""The fault table of the batch engine: nothing lost, doubled or torn, whatever is killed, full or hostile.

Each fault has a short version here and a long one in the nightly tier; what the long ones measured is in ``docs/batch.md``.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import json
import os
import random
import signal
import socket
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.engine import RunOptions, run
from quotes.engine.store import Disk, LocalStore
from quotes.errors import OutputError
from tests.batch import EPOCH, NO_RULES, Held, command, corpus, finished, held, options
from tests.stub_extractor import PAUSE


@pytest.fixture(autouse=True)
def _pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def arguments(source: Path, out: Path, *more: str) -> list[str | Path]:
    """``quotes run`` as a user would type it, with the stub's small shards."""
    return ["run", source, "--out", out, "--shard-size", "20", "--any-language", "--rules", NO_RULES, *more]


def undisturbed(tmp_path: Path, source: Path) -> Held:
    """What a run gives that nothing happens to."""
    run(options(source, tmp_path / "calm"))
    return held(tmp_path / "calm")


# SIGKILL at random times


def children(pid: int) -> list[int]:
    """The worker processes of a driver (Linux)."""
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _workers(pid: int) -> list[int]:
    """Those among the children that work; Python keeps a helper process beside them."""
    found = []
    for child in children(pid):
        try:
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
        except OSError:
            continue
    return found


def _ends(process: subprocess.Popen[str], seconds: float) -> bool:
    """Whether the process ends within so many seconds."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    return process.poll() is not None


def _kills(source: Path, out: Path, dice: random.Random, wanted: int) -> int:
    """Start the run again and again and kill it or its workers at random, until it is done. Gives the number of kills."""
    killed = 0
    while True:
        process = command(arguments(source, out, "--workers", str(dice.choice([1, 2]))), **{PAUSE: "0.004"})
        while killed < wanted and not _ends(process, dice.uniform(0.05, 1.6)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(dice.choice([*_workers(process.pid), process.pid]), signal.SIGKILL)
                killed += 1
        _, err = process.communicate(timeout=300)
        if process.returncode != -signal.SIGKILL:
            assert process.returncode == 0, err
            return killed


def _survives_kills(tmp_path: Path, articles: int, kills: int, seed: int) -> int:
    source = corpus(tmp_path / "in.jsonl", articles, copies={articles - 1: 0})
    calm = undisturbed(tmp_path, source)
    dice = random.Random(seed)
    done, rounds = 0, 0
    while done < kills:
        out = tmp_path / f"out{rounds}"
        done += _kills(source, out, dice, kills - done)
        assert held(out) == calm, f"round {rounds} after {done} kills"
        rounds += 1
    return done


def test_kills_at_random_lose_nothing(tmp_path: Path) -> None:
    assert _survives_kills(tmp_path, 300, 6, seed=5) >= 6


@pytest.mark.nightly
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    assert _survives_kills(tmp_path, 2000, 200, seed=1) >= 200


def test_workers_end_with_their_driver(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 100, {30: "SPIN!"})
    process = command(arguments(source, tmp_path / "out", "--workers", "2"))
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "out").glob("shards/*.json"))) < 4 and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = _workers(process.pid)  # one of them spins by now
    assert len(workers) == 2
    process.kill()
    process.communicate()
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_and_resumed(tmp_path: Path, number: int, code: int) -> None:
    source = corpus(tmp_path / "in.jsonl", 100)
    process = command(arguments(source, tmp_path / "out", "--workers", "1" if code == 130 else "2"), **{PAUSE: "0.02"})
    deadline = time.monotonic() + 60
    while not list((tmp_path / "out").glob("shards/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert "interrupted" in err
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["status"] == "interrupted"
    assert finished(arguments(source, tmp_path / "out"))[0] == 0
    assert held(tmp_path / "out") == undisturbed(tmp_path, source)


# The disk fails


class _PowerCut(BaseException):
    """No handler may tidy up after it."""


class QuickDisk(Disk):
    """Waits for no disk: hundreds of runs would wait for hours, and what is tested is the order of the calls."""

    def fsync(self, handle: int) -> None:
        """Done at once."""


class FaultyDisk(QuickDisk):
    """Fails at the ``at``-th call: with an error of the system, or as if the power went."""

    def __init__(self, at: int, kind: int | None) -> None:
        self.at, self.kind, self.count = at, kind, 0

    def _tick(self) -> None:
        self.count += 1
        if self.count == self.at:
            raise OSError(self.kind, os.strerror(self.kind)) if self.kind else _PowerCut

    def write(self, handle: int, data: bytes) -> None:
        """Half of the bytes, if it fails."""
        if self.count + 1 == self.at:
            super().write(handle, data[: len(data) // 2])
        self._tick()
        super().write(handle, data)

    def fsync(self, handle: int) -> None:
        """Or not."""
        self._tick()
        super().fsync(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Or not."""
        self._tick()
        super().rename(old, new)


def _breaks(settings: RunOptions, disk: FaultyDisk, *, replay: bool = False) -> bool:
    """Run on a disk that fails. False if the run was over before that."""
    try:
        run(settings, store=LocalStore(settings.out, disk), replay=replay)
    except _PowerCut:
        return True
    except OutputError as error:
        assert error.exit_code == 5  # noqa: PT017  a power cut raises something else
        return True
    return disk.count >= disk.at


def _receipts_are_true(out: Path) -> None:
    """At no moment may a receipt name a file that is not there, whole."""
    for path in (out / "shards").glob("*.json"):
        for file in json.loads(path.read_text())["files"]:
            assert hashlib.sha256((out / file["path"]).read_bytes()).hexdigest() == file["sha256"]


def _fails_everywhere(tmp_path: Path, settings: RunOptions, calm: Held, kind: int | None) -> int:
    """Let every call fail in a run of its own, resume, compare. Gives the number of calls of a whole run."""
    for at in itertools.count(1):
        here = replace(settings, out=str(tmp_path / f"out{kind}-{at}"))
        if not _breaks(here, FaultyDisk(at, kind)):
            return at - 1
        _receipts_are_true(Path(here.out))
        run(here, store=LocalStore(here.out, QuickDisk()))
        assert held(Path(here.out)) == calm, f"call {at}"
        assert not list(Path(here.out).rglob("part-*.tmp"))
    raise AssertionError("never")


@pytest.mark.parametrize("kind", [errno.ENOSPC, None])
def test_the_disk_fails_at_every_call(tmp_path: Path, kind: int | None) -> None:
    source = corpus(tmp_path / "in.jsonl", 8, {3: "REJECT!"})
    settings = options(source, "", shard_size=4, partition="none")
    run(options(source, tmp_path / "calm", shard_size=4, partition="none"))
    assert _fails_everywhere(tmp_path, settings, held(tmp_path / "calm"), kind) > 30


@pytest.mark.nightly
@pytest.mark.parametrize("kind", [errno.ENOSPC, errno.EIO, errno.EACCES, None])
def test_the_disk_fails_at_every_call_of_a_longer_run(tmp_path: Path, kind: int | None) -> None:
    source = corpus(tmp_path / "in.jsonl", 60, {3: "REJECT!", 41: "REJECT!"})
    settings = options(source, "")
    assert _fails_everywhere(tmp_path, settings, undisturbed(tmp_path, source), kind) > 100


@pytest.mark.parametrize("kind", [errno.ENOSPC, None])
def test_the_disk_fails_during_a_retry(tmp_path: Path, kind: int | None) -> None:
    source = corpus(tmp_path / "in.jsonl", 8)
    mended = source.read_text()
    run(options(source, tmp_path / "calm", shard_size=4))
    hostile = corpus(source, 8, {3: "REJECT!"}).read_text()
    for at in itertools.count(1):
        settings = options(source, tmp_path / f"out{at}", shard_size=4)
        place = LocalStore(settings.out, QuickDisk())
        source.write_text(hostile)
        run(settings, store=place)
        source.write_text(mended)
        if not _breaks(settings, FaultyDisk(at, kind), replay=True):
            break
        _receipts_are_true(Path(settings.out))
        assert run(settings, store=place, replay=True).exit_code == 0
        assert held(Path(settings.out)) == held(tmp_path / "calm"), f"call {at}"
    assert at > 10


# Hostile articles


@pytest.mark.nightly
def test_sixty_hostile_among_a_thousand(tmp_path: Path) -> None:
    words = ["CRASH!", "EXIT!", "HANG!", "SPIN!", "RAISE!", "MEMORY!", "REJECT!"]
    dice = random.Random(3)
    hostile = {n: dice.choice(words) for n in dice.sample(range(1000), 60)}
    source = corpus(tmp_path / "in.jsonl", 1000, hostile)
    summary = run(options(source, tmp_path / "out", workers=2, article_seconds=1.0, memory_mb=1000))
    assert summary.exit_code == 1
    found = held(tmp_path / "out")
    assert found.ids() == sorted(f"a{n}" for n in range(1000))
    assert {name for name, status in found.status().items() if status == "failed"} == {f"a{n}" for n in hostile}
    assert len(found.errors) == 60
    good = undisturbed(tmp_path, corpus(tmp_path / "good.jsonl", 1000))
    spoilt = {f"a{n}" for n in hostile}
    names = [(json.loads(line)["article_id"], json.loads(line)["quote_id"]) for line in good.quotes]
    assert sorted(q for a, q in names if a not in spoilt) == sorted(json.loads(line)["quote_id"] for line in found.quotes)


# One sha256


def _hashes(tmp_path: Path, articles: int, seeds: int) -> set[str]:
    source = corpus(tmp_path / "in.jsonl", articles, {7: "REJECT!"}, {articles - 1: 0})
    found = set()
    for seed in range(seeds):
        for workers in ("1", "2"):
            out = tmp_path / f"out{seed}-{workers}"
            code, _, err = finished(arguments(source, out, "--workers", workers), PYTHONHASHSEED=str(seed))
            assert code == 1, err
            found.add(held(out).sha256)
    return found


def test_one_hash_whatever_the_workers_and_the_hash_seed(tmp_path: Path) -> None:
    assert len(_hashes(tmp_path, 60, seeds=2)) == 1


@pytest.mark.nightly
def test_one_hash_for_ten_hash_seeds(tmp_path: Path) -> None:
    assert len(_hashes(tmp_path, 1000, seeds=10)) == 1


# Nothing goes out


def test_a_run_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise AssertionError(f"a socket was opened: {args} {more}")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert run(options(corpus(tmp_path / "in.jsonl", 20), tmp_path / "out", english_only=True)).exit_code == 0


# Large and odd inputs


def test_one_line_of_fifty_megabytes_is_one_reject(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 3)
    good = source.read_text()
    source.write_text(good + '{"text": "' + "x" * 50_000_000 + '"}\n' + good.replace('"a', '"b').replace("pilot", "captain"))
    began = time.monotonic()
    summary = run(options(source, tmp_path / "out"))
    assert time.monotonic() - began < 20
    assert (summary.counts["done"], summary.counts["failed"]) == (6, 1)
    (error,) = map(json.loads, held(tmp_path / "out").errors)
    assert (error["code"], error["line"]) == ("too_large", 4)


def test_every_kind_of_bad_encoding_is_a_clear_reject(tmp_path: Path) -> None:
    bad = {
        "latin": "«Nous verrons», a-t-il déclaré.".encode("latin-1"),
        "half": "It will rain. €".encode()[:-1],
        "zeros": b"text\x00text\x00",
        "utf16": "He said so.".encode("utf-16-le"),
        "pdf": b"%PDF-1.7\n",
        "zip": b"PK\x03\x04junk",
        "blank": b" \n\t\n",
        "nothing": b"",
        "cutmark": b"\xff\xfe\x41",
    }
    (tmp_path / "in").mkdir()
    for name, data in bad.items():
        (tmp_path / "in" / f"{name}.txt").write_bytes(data)
    (tmp_path / "in" / "good.txt").write_text('"It will rain," she said.')
    summary = run(options(tmp_path / "in", tmp_path / "out"))
    assert (summary.counts["done"], summary.counts["failed"]) == (1, len(bad))
    assert {json.loads(line)["code"] for line in held(tmp_path / "out").errors} <= {"encoding", "binary", "empty"}
