"""``quotes extract``: articles in, JSON lines out; the simple tool for one machine and one file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

import click

from quotes.cli.choices import Choices, build, extraction_options, field_options, named
from quotes.cli.tally import Display, Tally, display
from quotes.data import rules_folder
from quotes.errors import UsageError
from quotes.model import Article, Reject
from quotes.options import Options

if TYPE_CHECKING:
    from quotes.write import Lines, Stamp

EPILOG = """\b
Exit codes: 0 done, 1 done with rejects, 2 wrong usage or rules, 4 model missing or damaged,
5 output locked, full or not writable, 130 interrupted, 143 terminated.

\b
For example:
  quotes extract tests/articles -o quotes.jsonl
  cat dump.jsonl | quotes extract - --text-field body --date-field date | head -3
"""


@click.command(epilog=EPILOG, short_help="Write one JSON line for each quotation in the articles.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to FILE, not stdout."
)
@click.option(
    "--rejects", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Keep what was rejected (JSONL)."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N articles.")
@click.option("--any-language", is_flag=True, help="Do not pass over articles that are not in English.")
@click.option("--long", is_flag=True, help="One line per quotation and target.")
@extraction_options
@click.option("--profile", metavar="NAME", help="Field names of mediacloud, trafilatura, news-please or dolma.")
@click.option("--fields", metavar="NAME=KEY,…", help="Field names, for example text=body,id=uid.")
@field_options
@click.pass_context
def extract(
    ctx: click.Context,
    sources: tuple[str, ...],
    output: Path | None,
    rejects: Path | None,
    limit: int | None,
    any_language: bool,
    profile: str | None,
    fields: str | None,
    **choices: Unpack[Choices],
) -> None:
    """Find the quotations in articles and write one JSON line for each.

    SOURCES are files, folders, patterns in quotes, or - for standard input: text (one article each), JSONL (one per line),
    JSON, CSV, TSV, Parquet, HTML and WARC, also packed as .gz, .bz2, .xz or .zst. A broken file or line is rejected with its
    place, and the rest goes on.
    """
    from quotes.read import check

    options = named(build(choices), profile, fields)
    check(sources)
    _refuse_overwriting(sources, output, rejects)
    tally = Tally()
    _run(Job(sources, options, output, rejects, limit, any_language), tally)
    if tally.rejects:
        ctx.exit(1)


@dataclass(frozen=True)
class Job:
    """What one run reads, does and writes."""

    sources: tuple[str, ...]
    options: Options
    output: Path | None
    rejects: Path | None
    limit: int | None
    any_language: bool


def _run(job: Job, tally: Tally) -> None:
    """Everything between the first file and the closing summary, which also an interrupted run gets."""
    from quotes.extractor import Extractor
    from quotes.read import read, sources_bytes
    from quotes.write import records, stamp

    extractor = Extractor(job.options)
    made = stamp(rules_folder(job.options.rules), extractor.model)
    with ExitStack() as stack:
        stack.push(partial(_closing, tally, job.output))
        out = _lines(stack, job.output)
        dead = _lines(stack, job.rejects) if job.rejects else None
        shown = stack.enter_context(display(sources_bytes(job.sources, job.options) if sys.stderr.isatty() else None))
        letters = DeadLetters(tally, shown, made, dead)
        articles = islice(letters.apart(read(job.sources, job.options, meter=shown.advance)), job.limit)
        for result in extractor.run(articles if job.any_language else _english(articles, tally)):
            tally.add(result)
            if result.reject:
                letters.take(result.reject)
            for record in records(result, made, long=job.options.long):
                out.write(record)
            out.flush()
            shown.tick(tally)


@dataclass(frozen=True)
class DeadLetters:
    """Where rejects go: counted, shown, and written if the user named a file."""

    tally: Tally
    shown: Display
    made: Stamp
    lines: Lines | None

    def take(self, reject: Reject) -> None:
        """One more."""
        from quotes.write import error_record

        self.tally.rejects += 1
        self.shown.reject(reject)
        if self.lines:
            self.lines.write(error_record(reject, self.made))

    def apart(self, items: Iterable[Article | Reject]) -> Iterator[Article]:
        """The articles; rejects among them are taken on the way."""
        for item in items:
            if isinstance(item, Reject):
                self.take(item)
            else:
                yield item


def _english(articles: Iterable[Article], tally: Tally) -> Iterator[Article]:
    """The articles that are in English; the others are counted, for the rules are English and would give nonsense."""
    from quotes.language import Detector

    detector = Detector()
    for article in articles:
        if detector.foreign(article):
            tally.skip()
        else:
            yield article


def _lines(stack: ExitStack, path: Path | None) -> Lines:
    """The lines of a file, or of stdout for ``-`` and without a file."""
    from quotes.write import Lines, output

    if path is None or str(path) == "-":
        return Lines(sys.stdout.buffer, "standard output")
    return stack.enter_context(output(path))


def _closing(
    tally: Tally, path: Path | None, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> None:
    """The summary, also after an interruption, which leaves the finished lines beside the file."""
    del kind, trace
    if isinstance(error, BrokenPipeError):
        return
    for line in tally.lines():
        click.echo(line, err=True)
    if error is not None and path is not None and path.with_name(path.name + ".part").exists():
        click.echo(f"not finished: the lines so far are in {path}.part", err=True)


def _refuse_overwriting(sources: tuple[str, ...], *outputs: Path | None) -> None:
    """An output that is one of the inputs would be lost. Raises UsageError."""
    for path in outputs:
        if path is None or not path.exists():
            continue
        if any(Path(source).is_file() and path.samefile(source) for source in sources):
            raise UsageError(f"{path} is both read and written: name another file with -o or --rejects")
