"""The options that several commands share, and the one frozen value they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TypedDict, TypeVar

import click

from quotes.options import Fields, Limits, Options, ParserName, ParseScope, StanceMode

F = TypeVar("F", bound=Callable[..., object])

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DEFAULTS = Options()


class Choices(TypedDict, total=False):
    """What click hands over for the shared options."""

    target: tuple[str, ...]
    rules: Path | None
    aliases: Path | None
    parser: ParserName
    parse: ParseScope
    stance: StanceMode
    indirect: bool
    long: bool
    threads: int
    max_chars: int
    follow_links: bool
    text_field: str
    id_field: str
    date_field: str
    url_field: str
    title_field: str
    outlet_field: str
    author_field: str
    language_field: str


_EXTRACTION = (
    click.option("--target", multiple=True, metavar="NAME", help="Stance target; may be given several times.  [default: russia]"),
    click.option("--rules", type=FOLDER, metavar="DIR", help="Your own rules in place of the bundled ones."),
    click.option("--aliases", type=FILE, metavar="FILE", help="TOML file: names that mean one speaker, with an external id."),
    click.option(
        "--parser", type=click.Choice(["compact", "stanza"]), default="compact", show_default=True, help="Parser to use."
    ),
    click.option(
        "--parse", type=click.Choice(["needed", "all"]), default="needed", show_default=True, help="Sentences to parse."
    ),
    click.option(
        "--stance", type=click.Choice(["model", "rules"]), default="model", show_default=True, help="What decides the stance."
    ),
    click.option("--indirect", is_flag=True, help="Also speech without quotation marks (slower, less precise)."),
    click.option(
        "--threads",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="Threads that work on one article; 0 takes the cores, at most 4.",
    ),
    click.option(
        "--max-chars",
        type=click.IntRange(1),
        default=DEFAULTS.limits.article_chars,
        show_default=True,
        metavar="N",
        help="Refuse longer articles.",
    ),
    click.option("--follow-links", is_flag=True, help="Read symbolic links inside folders."),
)
_FIELDS = tuple(
    click.option(f"--{option}-field", default=key, show_default=True, metavar="KEY", help=f"Key of the {what} in a record.")
    for option, key, what in (
        ("text", "text", "article's text"),
        ("id", "id", "article's id"),
        ("date", "published", "date of publication"),
        ("url", "url", "address"),
        ("title", "title", "headline"),
        ("outlet", "outlet", "paper or site"),
        ("author", "author", "author"),
        ("language", "language", "language code"),
    )
)


def extraction_options(command: F) -> F:
    """Adds the options that steer extraction."""
    return _decorated(command, _EXTRACTION)


def field_options(command: F) -> F:
    """Adds the options that name the fields of a record."""
    return _decorated(command, _FIELDS)


def _decorated(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    return reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def build(choices: Choices) -> Options:
    """The options that the shared switches ask for. Raises UsageError where they make no sense together."""
    fields = Fields(
        text=choices.get("text_field", "text"),
        id=choices.get("id_field", "id"),
        url=choices.get("url_field", "url"),
        outlet=choices.get("outlet_field", "outlet"),
        title=choices.get("title_field", "title"),
        author=choices.get("author_field", "author"),
        published=choices.get("date_field", "published"),
        language=choices.get("language_field", "language"),
    )
    return Options(
        targets=choices.get("target") or DEFAULTS.targets,
        rules=choices.get("rules"),
        aliases=choices.get("aliases"),
        parser=choices.get("parser", "compact"),
        parse_scope=choices.get("parse", "needed"),
        indirect=choices.get("indirect", False),
        stance=choices.get("stance", "model"),
        threads=choices.get("threads", 0),
        long=choices.get("long", False),
        follow_links=choices.get("follow_links", False),
        fields=fields,
        limits=Limits(article_chars=choices.get("max_chars", DEFAULTS.limits.article_chars)),
    )


def named(options: Options, profile: str | None, fields: str | None) -> Options:
    """The options with the field names of ``--profile``, and those of ``--fields`` on top. Raises UsageError."""
    from quotes.read import profiles

    found = profiles.profile(profile) if profile else options.fields
    return replace(options, fields=profiles.chosen(fields, found) if fields else found)
