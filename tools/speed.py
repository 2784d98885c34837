"""Speed and memory of the extraction: articles per second, share of each stage, start-up, peak memory.

    python -m tools.speed [--gold polnear_dev.jsonl] [--runs 3] [--limit N]

Every run is a process of its own; the runs with ``needed`` and ``all`` sentences parsed take turns, so that a machine that slows
down slows both. Figures are the median and the range over the runs.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tools.gold import SHARED, Json, read_gold

SCOPES = ("needed", "all")


def child(path: Path, scope: str) -> None:
    """Extract all articles of a JSONL file in this process and print the measurements as JSON."""
    began = time.perf_counter()
    from quotes.extractor import Extractor
    from quotes.model import Article
    from quotes.options import Options

    extractor = Extractor(Options(parse_scope="all" if scope == "all" else "needed"))
    extractor.extract(Article('"We are ready," Lee said.'))
    ready = time.perf_counter()
    stages: Counter[str] = Counter()
    articles = quotations = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        result = extractor.extract(Article(**json.loads(line)))
        stages.update(result.milliseconds)
        articles += 1
        quotations += len(result.quotations)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = {"startup_s": ready - began, "run_s": time.perf_counter() - ready, "peak_mib": peak}
    print(json.dumps({**row, "articles": articles, "quotations": quotations, "stages": dict(stages)}))


def measure(path: Path, runs: int) -> dict[str, list[Json]]:
    """The measurements of ``runs`` child processes for each scope, taken in turn."""
    out: dict[str, list[Json]] = {scope: [] for scope in SCOPES}
    for _ in range(runs):
        for scope in SCOPES:
            command = [sys.executable, "-m", "tools.speed", "--child", scope, "--articles", str(path)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            out[scope].append(json.loads(done.stdout.splitlines()[-1]))
    return out


def show(name: str, values: list[float], unit: str) -> None:
    """One line: median and range."""
    print(f"  {name:24s} {statistics.median(values):8.2f} {unit}  (range {min(values):.2f} to {max(values):.2f})")


def report(measured: dict[str, list[Json]]) -> None:
    """Print both scopes and their ratio."""
    for scope, rows in measured.items():
        print(f"--parse {scope}: {rows[0]['articles']} articles, {rows[0]['quotations']} quotations, {len(rows)} runs")
        show("articles per second", [r["articles"] / r["run_s"] for r in rows], "/s")
        show("start-up", [r["startup_s"] for r in rows], "s")
        show("peak memory", [r["peak_mib"] for r in rows], "MiB")
        for stage in ("parse", "resolve", "attribute", "stance", "marks", "select"):
            show(f"share of {stage}", [100 * r["stages"].get(stage, 0) / sum(r["stages"].values()) for r in rows], "%")
    ratio = [a["run_s"] / b["run_s"] for a, b in zip(measured["all"], measured["needed"], strict=True)]
    show("time all / needed", ratio, "x")


def main(argv: list[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--gold", default="polnear_dev.jsonl")
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--limit", type=int)
    ap.add_argument("--child", choices=SCOPES, help=argparse.SUPPRESS)
    ap.add_argument("--articles", type=Path, help=argparse.SUPPRESS)
    args = ap.parse_args(argv)
    if args.child:
        child(args.articles, args.child)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        gold = read_gold(args.shared / "gold" / args.gold)[: args.limit]
        path.write_text("".join(json.dumps({"id": a["id"], "text": a["text"]}) + "\n" for a in gold), encoding="utf-8")
        report(measure(path, args.runs))


if __name__ == "__main__":
    main()
