"""What a batch run says on stderr while it works, and at its end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from quotes.engine import Progress, Summary

_KINDS = (("done", "done"), ("failed", "failed"), ("skipped", "in other languages or too old"), ("duplicate", "copies"))


@dataclass(slots=True)
class Shown:
    """How progress is shown: ``auto`` is one line that is written over, on a terminal only."""

    mode: Literal["auto", "json", "none"]
    terminal: bool
    open_line: bool = False

    def progress(self, progress: Progress) -> None:
        """After a commit."""
        if self.mode == "json":
            _json("progress", progress.counts, fresh=progress.fresh, seconds=progress.seconds, shard=progress.shard)
        elif self.mode == "auto" and self.terminal:
            pace = progress.fresh / progress.seconds if progress.seconds else 0.0
            click.echo(f"\r{_words(progress.counts)}; {pace:.1f} articles/s ", err=True, nl=False)
            self.open_line = True

    def end(self, summary: Summary, out: str) -> None:
        """After the last one."""
        self.finish()
        if self.mode == "json":
            _json("end", summary.counts, fresh=summary.fresh, seconds=summary.seconds, exit_code=summary.exit_code)
            return
        click.echo(f"{_words(summary.counts)}; {summary.fresh:,} now, in {summary.seconds:.0f} s", err=True)
        if summary.signal:
            click.echo("interrupted; the same command goes on from here", err=True)
        elif summary.counts.get("failed"):
            click.echo(f"the failed ones are in {out}/errors; `quotes retry {out}` tries them again", err=True)

    def finish(self) -> None:
        """Leave the line that is written over."""
        if self.open_line:
            click.echo(err=True)
            self.open_line = False


@contextmanager
def closing(shown: Shown) -> Iterator[None]:
    """An error's message begins on a line of its own."""
    try:
        yield
    except Exception:
        shown.finish()
        raise


def _words(counts: Mapping[str, int]) -> str:
    parts = [f"{counts[key]:,} {word}" for key, word in _KINDS if counts.get(key)]
    return f"{counts.get('items', 0):,} articles ({', '.join(parts) or 'none'}), {counts.get('quotes', 0):,} quotations"


def _json(event: str, counts: Mapping[str, int], **more: float) -> None:
    rounded = {key: round(value, 3) for key, value in more.items()}
    click.echo(json.dumps({"event": event, **rounded, **counts}), err=True)
