"""What a run has done so far: the closing summary, and the progress bar on a terminal. All of it goes to stderr."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from quotes.model import Reject, Result

SHOWN = 20
"""Rejects that are shown one by one; a folder of a million wrong files should not fill the terminal."""
STANCES = ("critical", "supportive", "mixed", "neutral", "no_target")


@dataclass
class Tally:
    """Counts of one run."""

    began: float = field(default_factory=time.perf_counter)
    articles: int = 0
    quotations: int = 0
    speakers: int = 0
    named: int = 0
    rejects: int = 0
    skipped: int = 0
    stances: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Count one article's result."""
        self.articles += 1
        for quotation in result.quotations:
            self.quotations += 1
            self.speakers += quotation.attribution.mention is not None or quotation.speaker.name is not None
            self.named += quotation.speaker.name is not None
            for stance in quotation.stances:
                self.stances.setdefault(stance.target, Counter())[stance.label] += 1

    def skip(self) -> None:
        """Count one article in another language."""
        self.articles += 1
        self.skipped += 1

    def lines(self) -> Iterator[str]:
        """The closing summary."""
        seconds = time.perf_counter() - self.began
        speed = self.articles / seconds if seconds else 0.0
        yield f"{count(self.articles, 'article')} in {seconds:.1f} s ({speed:.1f} per second), {count(self.rejects, 'reject')}"
        if self.skipped:
            yield f"{count(self.skipped, 'article')} not in English, passed over"
        yield f"{count(self.quotations, 'quotation')}, {self.speakers:,} with a speaker, {self.named:,} by name"
        for target, labels in self.stances.items():
            yield f"{target}: " + ", ".join(f"{labels[label]:,} {label.replace('_', ' ')}" for label in STANCES)


def count(number: int, thing: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def where(reject: Reject) -> str:
    """The place of a reject as it is shown: ``dump.jsonl:12``, ``one.txt``."""
    place = reject.source or reject.article_id or "?"
    return f"{place}:{reject.line}" if reject.line else place


class Display:
    """The progress bar, if stderr is a terminal, and the messages that must not collide with it."""

    def __init__(self, total: int | None, bar: click._termui_impl.ProgressBar[int] | None) -> None:
        self._total = total
        self._bar = bar
        self._told = 0

    def advance(self, size: int) -> None:
        """``size`` more bytes have been read."""
        if self._bar is not None:
            self._bar.update(size)

    def tick(self, tally: Tally) -> None:
        """Show the counts beside the bar."""
        if self._bar is not None:
            self._bar.label = f"{count(tally.articles, 'article')}, {count(tally.quotations, 'quotation')}"
            self._bar.update(0 if self._total else 1)

    def reject(self, reject: Reject) -> None:
        """Say what was rejected, up to a number of them."""
        self._told += 1
        if self._told <= SHOWN:
            self.say(f"rejected {where(reject)}: {reject.message} [{reject.code}]")
        elif self._told == SHOWN + 1:
            self.say("more rejects are not shown; --rejects FILE keeps them all")

    def say(self, text: str) -> None:
        """One line on stderr, clear of the bar."""
        click.echo(("\r\x1b[K" if self._bar is not None else "") + printable(text), err=True)


def printable(text: str) -> str:
    """Text whose control characters can do nothing to a terminal (file names are others' words too)."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


@contextmanager
def display(total: int | None) -> Iterator[Display]:
    """The display of a run over ``total`` bytes (None: unknown); a bar only where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield Display(total, None)
        return
    unknown: Sequence[int] | None = None if total else ()
    with click.progressbar(unknown, length=total, file=sys.stderr, label="starting", width=30) as bar:
        yield Display(total, bar)
