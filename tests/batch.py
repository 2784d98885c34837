"""What the engine's tests share: an invented corpus, runs in this process and in others, and what a run folder holds."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.engine import RunOptions
from quotes.options import Options

ROOT = Path(__file__).resolve().parent.parent
STUB = "tests.stub_extractor:extractor"
NO_RULES = ROOT / "output"
"""The stub needs no rules; a folder without any keeps their hash out of the records."""
EPOCH = "1718841600"


def corpus(path: Path, count: int, hostile: Mapping[int, str] | None = None, copies: Mapping[int, int] | None = None) -> Path:
    """A JSONL file of so many articles; some hold a word that makes the stub misbehave, some are copies of an earlier one."""
    lines: list[str] = []
    for n in range(count):
        text = f'The port said on Monday it would hear pilot {n}. "We will wait for berth {n}," she said. "Not longer."'
        text += f"\n\nTalks go on. {(hostile or {}).get(n, '')}"
        if copies and n in copies:
            text = json.loads(lines[copies[n]])["text"]
        lines.append(json.dumps({"id": f"a{n}", "text": text, "published": f"2024-{1 + n % 3:02d}-0{1 + n % 9}"}))
    path.write_text("\n".join(lines) + "\n")
    return path


def options(source: Path | str, out: Path | str, **more: Any) -> RunOptions:
    """Settings with the stub in place of the extractor; small shards, no language check (its model takes time to load)."""
    chosen: dict[str, Any] = {"extractor": STUB, "shard_size": 20, "english_only": False, "article_seconds": 5.0, "memory_mb": 0}
    return RunOptions(sources=(str(source),), out=str(out), **{**chosen, "options": Options(rules=NO_RULES), **more})


@dataclass(frozen=True)
class Held:
    """The lines of a run folder, sorted."""

    articles: list[str]
    quotes: list[str]
    errors: list[str]

    @property
    def sha256(self) -> str:
        """One hash of all lines."""
        return hashlib.sha256("\n".join([*self.articles, "", *self.quotes, "", *self.errors]).encode()).hexdigest()

    def ids(self) -> list[str]:
        """Ids of the articles, sorted; one that is doubled is there twice."""
        return sorted(json.loads(line)["article_id"] for line in self.articles)

    def status(self) -> dict[str, str]:
        """Article id -> status."""
        return {record["article_id"]: record["status"] for record in map(json.loads, self.articles)}


def held(out: Path) -> Held:
    """What the folder holds. Every line must be whole JSON."""
    found: dict[str, list[str]] = {}
    for kind in ("articles", "quotes", "errors"):
        found[kind] = sorted(line for path in (out / kind).rglob("*.jsonl") for line in path.read_text().splitlines())
        for line in found[kind]:
            json.loads(line)
    return Held(**found)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that can import the tests."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH, **more}


def command(args: Sequence[str | Path], **more: str) -> subprocess.Popen[str]:
    """``quotes …`` with the stub, as a process of its own."""
    line = [sys.executable, "-m", "tests.drive", *map(str, args)]
    return subprocess.Popen(line, cwd=ROOT, env=environment(**more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(args: Sequence[str | Path], seconds: float = 120, **more: str) -> tuple[int, str, str]:
    """``(exit code, stdout, stderr)`` of ``quotes …`` with the stub."""
    process = command(args, **more)
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err
