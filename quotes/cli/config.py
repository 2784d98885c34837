"""Where an option's value comes from: command line, else ``QUOTES_…`` in the environment, else ``--config FILE``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from quotes.errors import UsageError

ORIGINS = {
    ParameterSource.COMMANDLINE: "command line",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT_MAP: "file",
}
_NOT_SET_BY_FILE = {"config", "dry_run", "overwrite"}


def configurable(command: click.Command) -> click.Command:
    """Give every option its environment variable, ``QUOTES_WORKERS`` for ``--workers``, and the command ``--config FILE``."""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name and parameter.name not in _NOT_SET_BY_FILE:
            parameter.envvar = f"QUOTES_{parameter.name.upper()}"
    option = click.Option(
        ["--config"],
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_load,
        envvar="QUOTES_CONFIG",
        help="TOML file with options by name: workers = 2.",
    )
    command.params.append(option)
    return command


def origins(context: click.Context) -> Iterator[tuple[str, object, str]]:
    """``(option, value, where it comes from)`` of every option, in the order of the help."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if name in context.params:
            source = context.get_parameter_source(name)
            yield _flag(parameter), context.params[name], ORIGINS.get(source, "default") if source else "default"


def _load(context: click.Context, parameter: click.Parameter, path: Path | None) -> None:
    """Make the file's values the defaults. Raises UsageError for what is no TOML, and for names that are no options."""
    del parameter
    if path is None:
        return
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"--config {path}: {error}") from error
    known = {_flag(p): p.name or "" for p in context.command.params if p.name not in _NOT_SET_BY_FILE}
    given = {key.replace("_", "-"): value for key, value in values.items()}
    for key in given.keys() - known.keys():
        raise UsageError(f"--config {path}: no option {key!r}; there is {', '.join(sorted(known))}")
    context.default_map = {**(context.default_map or {}), **{known[key]: value for key, value in given.items()}}


def _flag(parameter: click.Parameter) -> str:
    """The option's name as it is typed, without its dashes."""
    return parameter.opts[0].lstrip("-").replace("_", "-")
