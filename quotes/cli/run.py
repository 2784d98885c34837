"""``quotes run`` and ``quotes retry``: a million articles into a folder, resumable."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

import click

from quotes.cli.choices import Choices, build, extraction_options, field_options
from quotes.cli.config import configurable, origins
from quotes.cli.progress import Shown, closing
from quotes.errors import UsageError
from quotes.options import Limits, Options

if TYPE_CHECKING:
    from quotes.engine import RunOptions

Mode = Literal["auto", "json", "none"]


class RunChoices(Choices):
    """What click hands over for a run or a retry, beyond what ``quotes extract`` has."""

    out: str
    workers: int
    engine: Literal["local", "ray"]
    address: str | None
    shard_size: int
    partition: Literal["day", "month", "year", "none"]
    since: str | None
    any_language: bool
    duplicates_window: int
    article_seconds: float
    memory_mb: int
    max_errors: str | None
    strict: bool
    overwrite: bool
    limits: tuple[str, ...]
    profile: str | None
    field_names: str | None


EPILOG = """\b
Exit codes: 0 done, 1 done with dead letters, 2 wrong usage or other inputs than before, 3 too many errors,
4 model missing or damaged, 5 output locked, full or not writable, 130 interrupted, 143 terminated.
Run the same command again to go on after any of them.

\b
For example:
  quotes run dump/*.jsonl.gz --out result --workers 2
  quotes run news/ --out result --profile mediacloud --since 2024-01-01 --dry-run
"""
RETRY_EPILOG = """\b
For example:
  quotes retry result --article-seconds 600
"""
_PROGRESS = click.option(
    "--progress",
    type=click.Choice(["auto", "json", "none"]),
    default="auto",
    show_default=True,
    help="On stderr: a line on a terminal, or one JSON object per shard.",
)
_WORKERS = click.option("--workers", type=click.IntRange(0), default=0, metavar="N", help="Worker processes; 0: one per core.")
_ENGINE = click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Who works.")
_ADDRESS = click.option("--address", metavar="HOST:PORT", help="Ray cluster to join; without it Ray starts on this machine.")
_SECONDS = click.option(
    "--article-seconds", type=float, default=60.0, show_default=True, metavar="S", help="Longest time without a result."
)
_MEMORY = click.option(
    "--memory-mb", type=click.IntRange(0), default=4096, show_default=True, metavar="MB", help="Data memory of a worker (Linux)."
)
_ERRORS = click.option("--max-errors", metavar="N|N%", help="Stop with exit 3 when more dead letters than this are written.")
_LIMIT = click.option(
    "--limit", "limits", multiple=True, metavar="NAME=N", help="Another limit, for example html_seconds=60; see docs/batch.md."
)


@configurable
@click.command(epilog=EPILOG, short_help="Process many articles into a folder; resumable.")
@click.argument("sources", nargs=-1, metavar="SOURCES...")
@click.option("--out", required=True, metavar="DIR", help="Folder (or fsspec URL) for articles, quotes, errors, manifest.json.")
@click.option(
    "--files-from", type=click.Path(allow_dash=True), metavar="FILE", help="Read further SOURCES from FILE, one per line."
)
@_WORKERS
@_ENGINE
@_ADDRESS
@click.option("--shard-size", type=click.IntRange(1), default=200, show_default=True, metavar="N", help="Articles per commit.")
@click.option(
    "--partition",
    type=click.Choice(["day", "month", "year", "none"]),
    default="month",
    show_default=True,
    help="Folders by date of publication.",
)
@click.option("--since", metavar="DATE", help="Leave out articles published before this day.")
@click.option("--any-language", is_flag=True, help="Do not pass over articles that are not in English.")
@click.option(
    "--duplicates-window",
    type=click.IntRange(0),
    default=250_000,
    show_default=True,
    metavar="N",
    help="Texts remembered to find copies; 0 parses copies too.",
)
@_SECONDS
@_MEMORY
@_ERRORS
@click.option("--strict", is_flag=True, help="The same as --max-errors 0.")
@click.option("--overwrite", is_flag=True, help="Begin anew: remove what an earlier run wrote to DIR.")
@click.option("--dry-run", is_flag=True, help="Show inputs, plan, options with their origin, and models; do nothing.")
@_PROGRESS
@_LIMIT
@click.option("--profile", metavar="NAME", help="Field names of mediacloud, trafilatura, news-please or dolma.")
@click.option("--fields", "field_names", metavar="NAME=KEY,…", help="Field names, for example text=body,id=uid.")
@click.option("--long", is_flag=True, help="One line per quotation and target.")
@extraction_options
@field_options
@click.pass_context
def run(
    ctx: click.Context,
    sources: tuple[str, ...],
    files_from: str | None,
    dry_run: bool,
    progress: Mode,
    **choices: Unpack[RunChoices],
) -> None:
    """Find the quotations in many articles and write them to a folder, shard by shard.

    SOURCES are files, folders, patterns in quotes, or - for standard input: text, JSONL, JSON, CSV, TSV, Parquet, HTML and WARC,
    also packed as .gz, .bz2, .xz or .zst. Killed or interrupted, the same command goes on where it was.
    """
    from quotes import engine as batch

    settings = _settings(ctx, (*sources, *_listed(files_from)), choices)
    if dry_run:
        from quotes.engine.survey import survey

        for line in survey(settings, list(origins(ctx))):
            click.echo(line)
        return
    shown = Shown(progress, sys.stderr.isatty())
    with closing(shown):
        summary = batch.run(settings, shown.progress)
    shown.end(summary, settings.out)
    ctx.exit(summary.exit_code)


@configurable
@click.command(epilog=RETRY_EPILOG, short_help="Try the dead letters of a run again.")
@click.argument("folder", metavar="DIR")
@_WORKERS
@_ENGINE
@_ADDRESS
@_SECONDS
@_MEMORY
@_ERRORS
@_LIMIT
@_PROGRESS
@click.pass_context
def retry(ctx: click.Context, folder: str, progress: Mode, **choices: Unpack[RunChoices]) -> None:
    """Read the articles of DIR that failed once more, and put their results in the place of the errors.

    The options are those of the run. Its sources must be where they were; what failed in them may have been mended. This also
    finishes a run that was interrupted.
    """
    from quotes import engine as batch
    from quotes.engine.pool import automatic

    def change(settings: RunOptions) -> RunOptions:
        return replace(
            settings,
            engine=choices["engine"],
            address=choices["address"],
            workers=choices["workers"] or automatic(),
            article_seconds=choices["article_seconds"],
            memory_mb=choices["memory_mb"],
            max_errors=choices["max_errors"],
            options=replace(settings.options, limits=_limits(settings.options.limits, choices["limits"])),
        )

    shown = Shown(progress, sys.stderr.isatty())
    with closing(shown):
        summary = batch.retry(folder, change, shown.progress)
    shown.end(summary, folder)
    ctx.exit(summary.exit_code)


def _settings(ctx: click.Context, sources: tuple[str, ...], choices: RunChoices) -> RunOptions:
    """The run that the switches ask for. Raises UsageError where they make no sense together."""
    from quotes.engine import RunOptions
    from quotes.engine.pool import automatic

    if choices["strict"] and choices["max_errors"] is not None:
        raise UsageError("--strict and --max-errors contradict each other: give one of them")
    return RunOptions(
        sources=sources,
        out=choices["out"],
        options=_options(choices),
        shard_size=choices["shard_size"],
        partition=choices["partition"],
        since=choices["since"],
        duplicates_window=choices["duplicates_window"],
        english_only=not choices["any_language"],
        engine=choices["engine"],
        workers=choices["workers"] or automatic(),
        article_seconds=choices["article_seconds"],
        memory_mb=choices["memory_mb"],
        max_errors="0" if choices["strict"] else choices["max_errors"],
        overwrite=choices["overwrite"],
        address=choices["address"],
        **_injected(ctx),
    )


def _options(choices: RunChoices) -> Options:
    """The extraction options; a profile stands for the ``--…-field`` options, and ``--fields`` comes on top."""
    from quotes.read.profiles import chosen, profile

    options = build(choices)
    fields = profile(choices["profile"]) if choices["profile"] else options.fields
    fields = chosen(choices["field_names"], fields) if choices["field_names"] else fields
    return replace(options, fields=fields, limits=_limits(options.limits, choices["limits"]))


def _limits(limits: Limits, changes: tuple[str, ...]) -> Limits:
    """The limits with ``NAME=N`` changed. Raises UsageError."""
    for change in changes:
        name, _, number = change.partition("=")
        if name not in Limits.__slots__:
            raise UsageError(f"--limit {change}: there is {', '.join(Limits.__slots__)}")
        kind = type(getattr(limits, name))
        try:
            value = kind(number)
        except ValueError as error:
            raise UsageError(f"--limit {change}: {number!r} is no number") from error
        if value <= 0:
            raise UsageError(f"--limit {change}: give a positive number")
        limits = replace(limits, **{name: value})
    return limits


def _listed(path: str | None) -> tuple[str, ...]:
    """Sources named in a file, one per line; empty lines and those that begin with # are passed over."""
    if path is None:
        return ()
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--files-from {path}: {error}") from error
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _injected(ctx: click.Context) -> dict[str, str]:
    """Another extractor, which only a test can give."""
    return dict(ctx.obj) if isinstance(ctx.obj, dict) else {}
