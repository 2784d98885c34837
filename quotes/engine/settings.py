"""What a run may be told beyond the extraction options: where to, how many, how long, how much."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from quotes.errors import UsageError
from quotes.options import Options

EngineName = Literal["local", "ray"]
Partition = Literal["day", "month", "year", "none"]
EXTRACTOR = "quotes.engine.session:extractor"
"""Import path of the function that makes a worker's process (options -> articles -> results); tests put their own in."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Everything that steers a batch run. Only what is part of ``fingerprint`` can change the bytes of the output."""

    sources: tuple[str, ...]
    out: str
    """A folder, or a URL that fsspec can write to."""
    options: Options = field(default_factory=Options)
    shard_size: int = 200
    """Articles per shard: what a kill can cost, against the number of files."""
    partition: Partition = "month"
    since: str | None = None
    """ISO date: articles published before it are counted and left out; those without a date stay."""
    duplicates_window: int = 250_000
    """Distinct texts remembered to find duplicates, some 200 bytes each; a copy farther apart is parsed. 0 parses all copies."""
    english_only: bool = True
    """Pass over articles in another language (counted, with an ``article/1`` line); the rules are English."""
    engine: EngineName = "local"
    workers: int = 1
    article_seconds: float = 60.0
    """Longest time without a result before the worker is killed; the article becomes a dead letter after retries."""
    memory_mb: int = 4096
    """Data memory of a worker process (Linux); 0 sets no limit."""
    max_errors: str | None = None
    """``N`` or ``N%``: stop (exit 3) when more dead letters than that are committed."""
    overwrite: bool = False
    address: str | None = None
    """Ray cluster to join; None starts a local one."""
    extractor: str = EXTRACTOR

    def __post_init__(self) -> None:
        """Refuse numbers that make no run. Raises UsageError."""
        if not self.sources:
            raise UsageError("no source: name files, folders or globs, for example: quotes run news/ --out result")
        for name, least in (("shard_size", 1), ("workers", 1), ("memory_mb", 0), ("duplicates_window", 0)):
            if getattr(self, name) < least:
                raise UsageError(f"--{name.replace('_', '-')} {getattr(self, name)}: the least is {least}")
        if self.article_seconds <= 0:
            raise UsageError(f"--article-seconds {self.article_seconds}: give a positive number")
        budget(self.max_errors)
        if self.since is not None:
            _day(self.since)

    def output_choices(self) -> dict[str, object]:
        """The choices that decide the bytes of the output, as JSON values.

        Limits decide what becomes a dead letter and are left out, but for that of a sentence, which decides what is parsed.
        """
        extraction = {k: v for k, v in asdict(self.options).items() if k not in ("limits", "threads", "follow_links")}
        extraction["sentence_words"] = self.options.limits.sentence_words
        own = {
            k: getattr(self, k) for k in ("shard_size", "partition", "since", "duplicates_window", "english_only", "extractor")
        }
        return json.loads(json.dumps({**own, "options": extraction}, default=_plain))  # type: ignore[no-any-return]


def _day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--since {text}: give a day as 2024-01-31") from error


def _plain(value: object) -> object:
    return os.fspath(value) if isinstance(value, Path) else str(value)


def budget(text: str | None) -> tuple[float, bool] | None:
    """``"5"`` -> (5, False), ``"2%"`` -> (2, True), None -> None. Raises UsageError."""
    if text is None:
        return None
    number = text.strip().removesuffix("%")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if value < 0 or (not text.strip().endswith("%") and not value.is_integer()):
        raise UsageError(f"--max-errors {text}: give a number of articles (10) or a share of them (2%)")
    return value, text.strip().endswith("%")
