"""Measures the batch engine: throughput and memory per worker, growth, shard sizes, the protocol's overhead, Ray against local.

    python tools/bench_batch.py throughput FILE.jsonl [--count 300]     the real extractor, 1 and 2 workers, CPU and wall seconds
    python tools/bench_batch.py overhead FILE.jsonl [--count 100]       the same articles through Extractor.run alone
    python tools/bench_batch.py growth [--most 100000]                  memory of the driver with a stub extractor
    python tools/bench_batch.py shards [--count 5000]                   files, seconds and what a kill costs, by shard size
    python tools/bench_batch.py ray [--count 2000]                      the stub on both engines

CPU seconds hardly depend on what else the machine does; wall seconds do. Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
STUB = "tests.stub_extractor:extractor"


@dataclass(frozen=True)
class Cost:
    """What one process and its children took."""

    wall: float
    cpu: float
    driver_mb: float
    worker_mb: float


def measured(code: str, *args: object) -> Cost:
    """Run Python code in a process of its own, with ``args`` in ``sys.argv[1:]``; memory is sampled ten times a second."""
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1718841600"}
    process = subprocess.Popen([sys.executable, "-c", code, *map(str, args)], env=environment, stdout=subprocess.DEVNULL)
    driver = worker = 0.0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            if status:
                raise SystemExit(f"failed with status {status}")
            return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, max(driver, usage.ru_maxrss / 1024), worker)
        driver = max(driver, peak(process.pid))
        worker = max([worker, *(peak(child) for child in children(process.pid))])
        time.sleep(0.1)


def peak(pid: int) -> float:
    """Peak resident memory of a process in MB, 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def children(pid: int) -> list[int]:
    """Child processes."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


RUN = """
import sys, json
from pathlib import Path
from quotes.engine import RunOptions, run
if __name__ == "__main__":
    more = json.loads(sys.argv[3])
    run(RunOptions(sources=(sys.argv[1],), out=sys.argv[2], **more))
"""
BARE = """
import sys
from quotes.engine.session import Spec, render, start
from quotes.options import Options
from quotes.read import read
from quotes.write import Stamp
if __name__ == "__main__":
    stamp = Stamp("bare", "2024-06-20T00:00:00Z", timed=False)
    process = start(Spec("quotes.engine.session:extractor", Options(), stamp, english_only=False))
    with open(sys.argv[2], "wb") as out:
        for result in process(read([sys.argv[1]], Options())):
            lines = render(result, stamp)
            out.write(b"".join((lines.article, *lines.quotes)))
"""


def engine(source: Path, out: Path, **more: object) -> Cost:
    """One run of the engine into a fresh folder."""
    return measured(RUN, source, out, json.dumps({"duplicates_window": 0, **more}))


def stub_corpus(path: Path, count: int) -> Path:
    """So many invented articles of 1.5 kB."""
    filler = "The talks went on in the capital, where officials had gathered for another day of negotiations. " * 13
    with path.open("w") as out:
        for n in range(count):
            text = f'The port would hear pilot {n}. "We will wait for berth {n}," she said.\n\n{filler}'
            out.write(json.dumps({"id": f"a{n}", "text": text, "published": f"2024-{1 + n * 12 // count:02d}-01"}) + "\n")
    return path


def head(source: Path, folder: Path, count: int) -> tuple[Path, int]:
    """The first lines of a file, and how many they are."""
    target = folder / "in.jsonl"
    with source.open("rb") as lines, target.open("wb") as out:
        return target, sum(1 for line in islice(lines, count) if out.write(line))


def throughput(folder: Path, args: argparse.Namespace) -> None:
    """The real extractor with 1 and 2 workers; the cost of starting is measured on 1 article and taken off."""
    source, count = head(args.source, folder, args.count)
    (folder / "one").mkdir()
    one, _ = head(args.source, folder / "one", 1)
    print("workers  articles  wall s  articles/s  CPU s/article  worker MB  driver MB")
    for workers in (1, 2):
        idle = engine(one, folder / f"idle{workers}", workers=workers)
        cost = engine(source, folder / f"out{workers}", workers=workers)
        wall, cpu = cost.wall - idle.wall, cost.cpu - idle.cpu
        worker = cost.driver_mb if workers == 1 else cost.worker_mb
        print(f"{workers:7} {count:9} {wall:7.1f} {count / wall:11.2f} {cpu / count:14.4f} {worker:10.0f} {cost.driver_mb:10.0f}")


def overhead(folder: Path, args: argparse.Namespace) -> None:
    """CPU seconds of the engine with one worker against a loop that reads, extracts and writes one file."""
    source, count = head(args.source, folder, args.count)
    for round_ in range(args.rounds):
        bare = measured(BARE, source, folder / "bare.jsonl")
        full = engine(source, folder / f"out{round_}", workers=1, english_only=False)
        more = full.cpu - bare.cpu
        print(f"{count} articles: bare {bare.cpu:.2f} s CPU, engine {full.cpu:.2f} s, {100 * more / bare.cpu:+.2f} %")
    source = stub_corpus(folder / "stub.jsonl", 5000)
    small = stub_corpus(folder / "small.jsonl", 10)
    cost, idle = (engine(path, folder / path.stem, workers=1, extractor=STUB) for path in (source, small))
    print(f"stub: {1000 * (cost.cpu - idle.cpu) / 5000:.3f} ms CPU per article beside extraction, language check included")


def growth(folder: Path, args: argparse.Namespace) -> None:
    """Peak memory of the driver for more and more articles."""
    before: tuple[int, float] | None = None
    count = 1000
    while count <= args.most:
        source = stub_corpus(folder / f"{count}.jsonl", count)
        cost = measured(RUN, source, folder / f"out{count}", json.dumps({"workers": 2, "extractor": STUB, "english_only": False}))
        slope = 1000 * (cost.driver_mb - before[1]) / (count - before[0]) if before else 0.0
        print(
            f"{count:7} articles: driver {cost.driver_mb:6.1f} MB, {slope:.3f} MB per 1,000 more; {cost.wall:.0f} s", flush=True
        )
        before, count = (count, cost.driver_mb), count * 10


def shards(folder: Path, args: argparse.Namespace) -> None:
    """What a shard's size costs: many small ones in files and fsyncs, few large ones in work that a kill loses."""
    source = stub_corpus(folder / "in.jsonl", args.count)
    print("shard size  files  wall s  CPU s  lost by a kill at 0.2 s an article and 2 workers")
    for size in (10, 50, 200, 1000):
        cost = engine(source, folder / f"out{size}", workers=1, extractor=STUB, shard_size=size, english_only=False)
        files = sum(1 for path in (folder / f"out{size}").rglob("*") if path.is_file())
        print(f"{size:10} {files:6} {cost.wall:7.1f} {cost.cpu:6.1f}  {size * 0.2 * 2 / 2:.0f} s of work on average", flush=True)


def ray(folder: Path, args: argparse.Namespace) -> None:
    """The stub on both engines: what an engine itself costs."""
    source = stub_corpus(folder / "in.jsonl", args.count)
    small = stub_corpus(folder / "small.jsonl", 10)
    for name in ("local", "ray"):
        more = {"workers": 2, "engine": name, "extractor": STUB, "english_only": False}
        idle = engine(small, folder / f"idle-{name}", **more)
        cost = engine(source, folder / f"out-{name}", **more)
        wall = cost.wall - idle.wall
        print(f"{name:5} starts in {idle.wall:.1f} s, then {1000 * wall / args.count:.2f} ms wall per article", flush=True)


def main() -> None:
    """Pick a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["throughput", "overhead", "growth", "shards", "ray"])
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        {"throughput": throughput, "overhead": overhead, "growth": growth, "shards": shards, "ray": ray}[args.what](
            Path(folder), args
        )


if __name__ == "__main__":
    main()
